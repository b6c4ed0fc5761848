import fc from 'fast-check'
import { expect, it } from 'vitest'
import { envFile } from '../../../../../../main/shared/env-file.ts'
import { threadMs } from '../../../../../support/thread-time.ts'
import { read, readBytes } from './reading.ts'

const HOSTS = [
  'MQTT_HOST',
  'MQTT_BROKER',
  'MQTT_SERVER',
  'MQTT_BROKER_HOST',
  'RPI_EXECUTOR_MQTT_HOST',
  'MQTT_BROKER_ADDRESS',
]
const USERS = ['MQTT_USER', 'MQTT_USERNAME', 'MQTT_BROKER_USERNAME', 'RPI_EXECUTOR_MQTT_USERNAME', 'MQTT_AUTH_USER']
const PASSWORDS = ['MQTT_PASS', 'MQTT_PASSWORD', 'MQTT_PASSWD', 'RPI_EXECUTOR_MQTT_PASSWORD', 'MQTT_BROKER_PASSWORD']
const SWITCHES = ['MQTT_TLS', 'MQTT_SSL', 'MQTT_USE_TLS', 'MQTT_TLS_ENABLED', 'RPI_EXECUTOR_MQTT_TLS', 'MQTT_SECURE']
const OTHERS = ['MQTT_TOPIC', 'MQTT_CLIENT_ID', 'MQTT_QOS', 'LOG_LEVEL', 'MQTT_KEEPALIVE', 'DB_PASSWORD']

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((value) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(value) && value.trim() !== '')
const one = (names: readonly string[]) => fc.constantFrom(...names)

it('never makes a plain or an anonymous connection of settings that ask for TLS and for a login', () => {
  const source = fc.record({
    host: one(HOSTS),
    scheme: one(['', 'mqtt://', 'tcp://', 'mqtts://', 'ssl://']),
    user: fc.option(one(USERS)),
    password: fc.option(one(PASSWORDS)),
    tls: fc.option(fc.tuple(one(SWITCHES), one(['true', '1', 'yes', 'on', 'TRUE', 'required']))),
    others: fc.dictionary(one(OTHERS), text, { maxKeys: 4 }),
    secret: text,
    isJson: fc.boolean(),
  })
  fc.assert(
    fc.property(source, ({ host, scheme, user, password, tls, others, secret, isJson }) => {
      const values: Record<string, string> = { ...others, [host]: `${scheme}broker.example` }
      if (user !== null) values[user] = 'operator'
      if (password !== null) values[password] = secret
      if (tls !== null) values[tls[0]] = tls[1]
      const file = read(isJson ? values : envFile(values))
      expect(file.profiles).toHaveLength(1)
      for (const { profile, secrets } of file.profiles) {
        if (tls !== null || /^(mqtts|ssl)/.test(scheme)) expect(profile.security).toMatch(/^m?tls$/)
        if (user !== null) expect(profile.username).toBe('operator')
        if (user !== null || password !== null) expect(profile.security).not.toBe('anonymous')
        if (password !== null) expect(secrets.password).toBe(secret)
        expect(profile.connectAtStart).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})

it('never makes one of an export that asks for them', () => {
  const entry = fc.record(
    {
      clientId: fc.constant('a'),
      host: fc.constant('broker.example'),
      port: fc.oneof(fc.constant(8883), fc.constant('8883')),
      protocol: one(['mqtt', 'mqtts', 'ws', 'wss', 'MQTTS', 'tcp://', '']),
      ssl: fc.oneof(fc.boolean(), one(['true', 'false', 'TRUE', '1'])),
      username: fc.oneof(text, fc.constant('')),
      password: fc.oneof(text, fc.constant(''), fc.integer()),
      certType: one(['', 'self', 'server']),
      ca: one(['', '/ca.crt']),
    },
    { requiredKeys: ['clientId', 'host', 'port'] },
  )
  fc.assert(
    fc.property(entry, (connection) => {
      const [imported] = read([connection]).profiles
      const isTls = /s$/i.test(connection.protocol ?? '') && connection.protocol !== 'ws'
      const isOn = connection.ssl !== undefined && connection.ssl !== false && connection.ssl !== 'false'
      if (isTls || isOn) expect(imported?.profile.security).toMatch(/^m?tls$/)
      const hasLogin = Boolean(connection.username) || (connection.password !== undefined && connection.password !== '')
      if (hasLogin) expect(imported?.profile.security).not.toBe('anonymous')
      if (connection.password) expect(imported?.secrets.password).toBe(String(connection.password))
    }),
    { numRuns: 500 },
  )
})

it('survives whatever bytes a file holds, and gives no note with a control character', () => {
  const pieces = [
    ...HOSTS,
    ...USERS,
    ...PASSWORDS,
    ...SWITCHES,
    '=',
    '\n',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '<root>',
    '<oneConnection>',
    '</root>',
    'mqtt:',
    '  server: ',
    '- ',
    'clientId',
    'host',
    'port',
    '1883',
    'mqtts://',
    '@',
    '://',
    '\\',
    '#',
    '&amp;',
    '&a',
    '*a',
    '!secret ',
    '\u0000',
    '\ufeff',
    '\ud800',
    'true',
    'null',
  ]
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(one(pieces), { maxLength: 40 }).map((all) => Buffer.from(all.join(''))),
    fc.json().map((json) => Buffer.from(json)),
    fc
      .array(fc.tuple(one([...HOSTS, ...USERS, ...SWITCHES]), fc.string()), { maxLength: 6 })
      .map((all) => Buffer.from(all.map((pair) => pair.join('=')).join('\n'))),
  )
  fc.assert(
    fc.property(content, (bytes) => {
      try {
        const { profiles, refused, notes } = readBytes(bytes)
        const all = [
          ...notes,
          ...profiles.flatMap((entry) => entry.notes),
          ...refused.flatMap(({ reasons }) => reasons),
        ]
        for (const { en, zh } of all) expect(en + zh).not.toMatch(/\p{Cc}/u)
      } catch (error) {
        expect(String(error)).toContain('PROFILE_FILE_INVALID')
      }
    }),
    { numRuns: 3_000 },
  )
})

// Catches: documents that grow when they are read, and expressions that take quadratic time.
it.each([
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`)
      .join('\n')}\nmqtt: {server: *i}\n`,
  ],
  ['nested JSON', `${'{"mqtt":'.repeat(5_000)}1`],
  ['nested YAML', `mqtt: ${'['.repeat(5_000)}`],
  ['open XML', `<root>${'<a>'.repeat(50_000)}`],
  ['XML comments', `<root>${'<!--'.repeat(50_000)}`],
  ['open comments', `{${'/*'.repeat(100_000)}`],
  ['commas', `[${','.repeat(200_000)}]`],
  ['spaces', `mqtt:${' '.repeat(200_000)}x`],
  ['slashes in an address', `MQTT_URL=mqtt://${'/@'.repeat(50_000)}`],
  ['colons in an address', `MQTT_HOST=${':'.repeat(100_000)}`],
  ['a long name', `MQTT_${'A'.repeat(100_000)}=1\nMQTT_HOST=a`],
  ['many names', `${Array.from({ length: 5_000 }, (_one, index) => `MQTT_${index}_HOST=a`).join('\n')}`],
  ['brackets of source code', `import mqtt\n${'([{'.repeat(17_000)}`],
  ['quotes of source code', `import mqtt\n${'"a'.repeat(50_000)}`],
  ['placeholders of source code', `import mqtt\n${'`${'.repeat(50_000)}`],
  ['a chain of source code', `import mqtt\nmqtt${'.a()'.repeat(50_000)}`],
  ['sums of source code', `import mqtt\n${'a+'.repeat(50_000)}`],
  [
    'names that refer to names',
    `import mqtt\n${Array.from({ length: 2_000 }, (_one, index) => `a${index + 1} = a${index} + a${index}`).join('\n')}\nMQTT_HOST = a2000`,
  ],
  ['formats that grow', `import mqtt\n${'mqtt_host = "%s%s" % (mqtt_host, mqtt_host)\n'.repeat(3_000)}`],
  ['open scripts of a page', `<script>mqtt${'<script'.repeat(30_000)}`],
])('reads %s in little time', (_name, content) => {
  const started = threadMs()
  try {
    read(content)
  } catch (error) {
    expect(String(error)).toContain('PROFILE_FILE_INVALID')
  }
  expect(threadMs() - started).toBeLessThan(2_000)
})

it('survives source code of any form', () => {
  const piece = fc.constantFrom(
    ...'import mqtt\n|mqtt.connect(|"mqtt://a"|, |{|}|)|[|]|username|: |= |"op"|`$|{|`|\'|\n|client.|tls_set()|if |else |=> |-> |# x\n|/*|*/|#define A |%|f"{a}"|os.getenv("A", |;'.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        expect(read(`import mqtt\n${pieces.join('')}`)).toBeDefined()
      } catch (error) {
        expect(String(error)).toContain('PROFILE_FILE_INVALID')
      }
    }),
    { numRuns: 2_000 },
  )
})
