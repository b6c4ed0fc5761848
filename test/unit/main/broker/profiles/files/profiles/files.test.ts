import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { readDotenv } from '../../../../../../../main/broker/profiles/files/dotenv.ts'
import { readProfiles } from '../../../../../../../main/broker/profiles/files/read-profiles.ts'
import { profileFileName, writeProfile } from '../../../../../../../main/broker/profiles/files/write-profile.ts'
import { envFile } from '../../../../../../../main/shared/env-file.ts'
import { type CertificateWithKey, createAuthority } from '../../../../../../support/brokers/certificates.ts'
import { threadMs } from '../../../../../../support/thread-time.ts'
import { newTarget } from '../../../new-target.ts'

let ca = ''
let client: CertificateWithKey
let ids = 0
const newId = () => `id-${++ids}`
const read = (value: unknown) => readProfiles(typeof value === 'string' ? value : JSON.stringify(value), newId).profiles
const EXPORT = { hasPassword: true, deviceId: 'rpi_001' }

beforeAll(async () => {
  const authority = await createAuthority()
  ca = authority.ca
  client = await authority.issueClient('console')
})

it('gives back every value that was written to a .env file, in a password any character but a line break', () => {
  const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text))
  fc.assert(
    fc.property(value, value, (username, password) => {
      const { values } = readDotenv(envFile({ MQTT_USERNAME: username, MQTT_PASSWORD: password }))
      expect(values.get('MQTT_USERNAME')).toBe(username)
      expect(values.get('MQTT_PASSWORD')).toBe(password)
    }),
  )
})

it('reads what people write into .env files', () => {
  const text =
    '\ufeff# broker\r\nexport MQTT_HOST = 10.0.0.5 # the Pi\r\nMQTT_PORT=1884\nMQTT_USERNAME="operator"\nMQTT_PASSWORD=\'a # b\'\n'
  expect(read(text)).toMatchObject([
    {
      profile: { host: '10.0.0.5', port: 1884, security: 'password', username: 'operator' },
      secrets: { password: 'a # b' },
    },
  ])
})

it.each(['env', 'executor'] as const)('gives a profile and its password back through %s', (format) => {
  const profile = { host: '10.0.0.5', port: 8884, security: 'tls', username: 'operator' } as const
  const text = writeProfile(newTarget(profile, { password: 'päss "wort\' $x \\' }), format, EXPORT)
  expect(read(text)).toMatchObject([{ profile, secrets: { password: 'päss "wort\' $x \\' } }])
})

// Catches: one expression for a whole line, which took 39 s for 8 KB of tabs.
it.each(['', 'a', 'a=', 'a=b', 'export'])('reads a .env file of “%s” and 64 KB of tabs in milliseconds', (before) => {
  const started = threadMs()
  readDotenv(`${before}${'\t'.repeat(65_536)}=#"\t`)
  expect(threadMs() - started).toBeLessThan(1_000)
})

it('leaves the password out unless it is asked for', () => {
  const target = newTarget({ security: 'password', username: 'operator' }, { password: 'canary-password' })
  for (const format of ['env', 'executor'] as const) {
    expect(writeProfile(target, format, { ...EXPORT, hasPassword: false })).not.toContain('canary')
  }
})

it('never writes a secret into our own format, and reads it back whole', () => {
  const profile = {
    security: 'mtls',
    username: 'operator',
    ca,
    clientCertificate: client.certificate,
    name: 'Plant',
    otherAddresses: [{ host: 'b.example', port: 8884, serverName: 'inner-b' }],
    alpn: 'x-amzn-mqtt-ca',
    mqttVersion: 4,
    proxy: 'socks5://proxy.example:1080',
    clientId: null,
    character: null,
  } as const
  const target = newTarget(profile, { password: 'canary-password', clientKey: client.key, passphrase: 'canary-phrase' })
  const text = writeProfile(target, 'waypost', EXPORT)
  expect(text).not.toMatch(/canary|PRIVATE KEY/)
  const [imported] = read(text)
  expect(imported?.secrets).toEqual({})
  expect({ ...imported?.profile, id: 'site-a' }).toEqual(target.profile)
})

it('takes connections over from MQTTX, and does not follow the paths in it', () => {
  const imported = read([
    {
      id: 'x',
      clientId: 'mqttx_1',
      name: 'Plant',
      protocol: 'mqtts',
      host: '10.0.0.5',
      port: 8883,
      ssl: true,
      certType: 'self',
      ca: '/etc/passwd',
      cert: '/a.crt',
      key: '/a.key',
      username: 'operator',
      password: 'pw',
      rejectUnauthorized: false,
      keepalive: 60,
      path: '/mqtt',
      messages: [],
    },
    {
      clientId: 'mqttx_2',
      name: 'Web',
      protocol: 'ws',
      host: 'b.example',
      port: 8083,
      path: '/mqtt',
      ssl: false,
      username: '',
      password: '',
    },
    { clientId: 'mqttx_3', name: 'Broken', protocol: 'mqtt', host: '', port: 'x' },
  ])
  expect(imported).toMatchObject([
    {
      profile: {
        name: 'Plant',
        security: 'mtls',
        transport: 'tcp',
        ca: null,
        clientCertificate: null,
        keepaliveS: 60,
        path: null,
      },
      secrets: { password: 'pw' },
    },
    { profile: { name: 'Web', security: 'anonymous', transport: 'websocket', path: '/mqtt' }, secrets: {} },
  ])
  expect(imported[0]?.notes.map(({ en }) => en).join()).toMatch(/paths.*did not verify/s)
})

it('takes connections over from MQTT Explorer, its settings and its export alike, certificates included', () => {
  const file = (text: string) => ({ name: 'x', data: Buffer.from(text).toString('base64') })
  const connections = {
    a: {
      configVersion: 1,
      id: 'a',
      name: 'Plant',
      host: '10.0.0.5',
      port: 8883,
      protocol: 'mqtt',
      encryption: true,
      certValidation: true,
      username: 'operator',
      password: 'pw',
      selfSignedCertificate: file(ca),
      clientCertificate: file(client.certificate),
      clientKey: file(client.key),
      subscriptions: [],
    },
    b: {
      configVersion: 1,
      id: 'b',
      name: 'Web',
      host: 'b.example',
      port: 9001,
      protocol: 'ws',
      basePath: 'ws',
      encryption: false,
    },
  }
  for (const content of [connections, { ConnectionManager_connections: connections, Settings: {} }]) {
    expect(read(content)).toMatchObject([
      {
        profile: { name: 'Plant', security: 'mtls', ca, clientCertificate: client.certificate },
        secrets: { password: 'pw', clientKey: client.key },
      },
      { profile: { name: 'Web', transport: 'websocket', path: '/ws', security: 'anonymous' } },
    ])
  }
})

it.each(['', 'hello', '{}', '[]', 'null', '42', '{"mqtt_host":5}', '[{"clientId":1,"host":2}]'])(
  'refuses %s by a code',
  (text) => {
    expect(() => read(text)).toThrow('PROFILE_FILE_INVALID')
  },
)

it('survives whatever a file holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      try {
        for (const { profile } of read(text)) expect(profile.connectAtStart).toBe(false)
      } catch (error) {
        expect(String(error)).toContain('PROFILE_FILE_INVALID')
      }
    }),
  )
})

it('suggests a file name that every system takes', () => {
  expect(profileFileName('Plant: A/B', 'waypost')).toBe('Plant-A-B.waypost.json')
  expect(profileFileName('../..', 'waypost')).toBe('connection.waypost.json')
})
