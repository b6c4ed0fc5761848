import { expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import { LOG_CAUSES } from '../../../../../main/broker/log/log-causes.ts'
import { LOG_SIGNATURES } from '../../../../../main/broker/log/log-signatures.ts'

const causesOf = (text: string) => explainLog(text).map(({ cause }) => cause)

// Lines as Mosquitto 2.0 and 2.1 write them.
it.each([
  [
    'log-local-only',
    '1795562897: Starting in local only mode. Connections will only be possible from clients running on this machine.',
  ],
  [
    'log-key-permission',
    '1: Error: Unable to load server key file "/etc/mosquitto/certs/server.key". Check keyfile.\n1: OpenSSL Error[0]: error:0200100D:system library:fopen:Permission denied',
  ],
  [
    'log-key-mismatch',
    '1: Error: Unable to load server key file "/etc/x.key". Check keyfile.\n1: OpenSSL Error[0]: error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch',
  ],
  ['log-password-file', '1: Error: Unable to decode password salt.'],
  ['log-config-bom', '1: Error: Unknown configuration variable "\ufefflistener".'],
  ['log-config-unknown', '1: Error: Unknown configuration variable "listner".'],
  ['log-address-in-use', '1: Error: Address already in use'],
  ['log-address-unknown', '1: Error: Cannot assign requested address'],
  ['log-file-missing', '1: Error: Unable to open pwfile "/etc/mosquitto/passwd".'],
  [
    'log-file-permission',
    '1: Error: Unable to open log file /var/log/mosquitto/mosquitto.log for writing: Permission denied',
  ],
  ['log-max-connections', '1: Client connection from 10.0.0.9 denied: max_connections exceeded.'],
  [
    'log-client-certificate',
    '1: OpenSSL Error[0]: error:1417C0C7:SSL routines:tls_process_client_certificate:peer did not return a certificate',
  ],
  ['log-server-not-trusted', '1: OpenSSL Error[0]: error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca'],
  ['log-plain-on-tls', '1: OpenSSL Error[0]: error:1408F10B:SSL routines:ssl3_get_record:wrong version number'],
  ['log-taken-over', '1: Client console already connected, closing old connection.'],
  ['log-not-authorised', '1: Client console disconnected, not authorised.'],
  ['log-acl-write', "1: Denied PUBLISH from console (d0, q1, r0, m1, 'device/pi/command', ... (14 bytes))"],
  ['log-keepalive', '1: Client pi-1 has exceeded timeout, disconnecting.'],
])('reads out of the log: %s', (cause, text) => {
  expect(causesOf(`1: mosquitto version 2.0.11 starting\n${text}\n1: Client x disconnected.`)).toEqual([cause])
})

it('names file, client and topic, in both languages', () => {
  const [finding] = explainLog("1: Denied PUBLISH from console (d0, q1, r0, m1, 'device/pi/command', ... (14 bytes))")
  expect(finding?.message.en).toContain('device/pi/command')
  expect(finding?.message.zh).toContain('console')
  expect(finding?.fix.en).toContain('topic write device/pi/command')
})

it('names the whole file of a key that the broker may not read, extension included', () => {
  const [finding] = explainLog(
    '1: Error: Unable to load server key file "/etc/mosquitto/certs/server.key". Check keyfile.\n1: OpenSSL Error[0]: fopen:Permission denied',
  )
  expect(finding?.fix.en).toContain('chown mosquitto: /etc/mosquitto/certs/server.key`')
})

// Catches: the mark that an editor put before the log itself, taken for one in mosquitto.conf.
it('takes the byte order mark of the log for none of the configuration', () => {
  expect(causesOf('\ufeff1: Error: Invalid port value (0).')).toEqual(['log-config-value'])
})

it('puts what keeps the broker from starting first, and counts what repeats', () => {
  const text = [
    '1: Client a disconnected, not authorised.',
    '2: Client b disconnected, not authorised.',
    '3: Error: Address already in use',
  ].join('\n')
  expect(explainLog(text).map(({ cause, count }) => [cause, count])).toEqual([
    ['log-address-in-use', 1],
    ['log-not-authorised', 2],
  ])
})

it('finds nothing in a log of a broker that is well', () => {
  expect(
    causesOf('1: mosquitto version 2.0.11 running\n1: New client connected from 127.0.0.1:1 as a (p2, c1, k60).'),
  ).toEqual([])
})

it('shows a hostile line without its control characters, and reads long ones without trouble', () => {
  const [finding] = explainLog(
    `1: Client \u001b[31m${'x'.repeat(500_000)} disconnected, not authorised.\n1: Client \u001b]0;evil\u0007 already connected, closing old connection.`,
  )
  expect(JSON.stringify(finding)).not.toMatch(/\\u001b|\\u0007/)
})

// Catches: `.*` between two words of a signature. Any client can put such a line into a log as its id, without a login.
it.each([
  ['slashes', '/'],
  ['paths', '/a'],
  ['paths that may not be opened', 'unable to open file /a'],
  ['denied clients', "denied publish from a ('"],
  ['wrong settings', 'error: invalid '],
  ['refusals', 'permission denied'],
])('reads a log that is full of %s in milliseconds', (_what, piece) => {
  const line = piece.repeat(Math.ceil(1_000 / piece.length))
  const started = performance.now()
  explainLog(`${line}\n`.repeat(600))
  expect(performance.now() - started).toBeLessThan(2_000)
})

it('has texts in both languages for every cause, and a signature for each', () => {
  const known = new Set<string>(LOG_SIGNATURES.map(({ cause }) => cause))
  for (const [cause, { message, fix }] of Object.entries(LOG_CAUSES)) {
    expect(known.has(cause), cause).toBe(true)
    expect(`${message.zh}${fix.zh}`).toMatch(/\p{Script=Han}/u)
    expect(`${message.en}${fix.en}`).not.toMatch(/\p{Script=Han}/u)
  }
})
