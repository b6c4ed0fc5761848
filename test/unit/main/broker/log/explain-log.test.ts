import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import { LOG_CAUSES } from '../../../../../main/broker/log/log-causes.ts'
import { LOG_SIGNATURES } from '../../../../../main/broker/log/log-signatures.ts'
import { threadMs } from '../../../../support/thread-time.ts'

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
  const started = threadMs()
  explainLog(`${line}\n`.repeat(600))
  expect(threadMs() - started).toBeLessThan(2_000)
})

const TLS = 'OpenSSL Error[0]: error:0A000000:SSL routines::'
const BRIDGE = 'Connecting bridge cloud (192.0.2.9:8883)\n'
const KEY = 'Error: Unable to load server key file "/etc/k.key". Check keyfile.\n'

/** Causes that no line shows alone: what the system or OpenSSL says, or what stands around it, makes them. */
const BY_WORDS: readonly (readonly [cause: string, text: string])[] = [
  ['log-address-family', 'Opening ipv6 listen socket on port 1883.\nError: Address family not supported by protocol'],
  [
    'log-address-own',
    'Opening ipv4 listen socket on port 1.\nOpening ipv4 listen socket on port 1.\nError: Address in use',
  ],
  ['log-address-unknown', 'Opening ipv4 listen socket on port 1883.\nError: 在其上下文中，该请求的地址无效。'],
  ['log-port-forbidden', 'Opening ipv4 listen socket on port 80.\nError: Permission denied'],
  ['log-config-quotes', `Error: Unable to open pwfile ""/etc/mosquitto/my users"".`],
  ['log-config-quotes', `Error: Unable to load server certificate "'/etc/s.crt'". Check certfile.`],
  [
    'log-port-forbidden',
    'Opening ipv4 listen socket on port 80.\nError: 以一种访问权限不允许的方式做了一个访问套接字的尝试。',
  ],
  ['log-bridge-certificate', `${BRIDGE}${TLS}sslv3 alert bad certificate`],
  ['log-bridge-loop', `${BRIDGE}Client local.gw.cloud closed its connection.`],
  ['log-bridge-tls', `${BRIDGE}${TLS}wrong version number`],
  [
    'log-bridge-not-trusted',
    `${BRIDGE}${TLS}certificate verify failed\nBad socket read/write on client local.cloud: A TLS error occurred.`,
  ],
  ['log-bridge-name', 'Error creating bridge: Name does not resolve.'],
  ['log-certificate-expired', `${TLS}ssl/tls alert certificate expired`],
  ['log-certificate-format', `${KEY}OpenSSL Error[0]: error:0480006C:PEM routines::no start line`],
  ['log-certificate-weak', `${KEY}${TLS}ee key too small`],
  ['log-client-ca', `${TLS}certificate verify failed`],
  [
    'log-client-ca',
    'OpenSSL Error[0]: error:1417C086:SSL routines:tls_process_client_certificate:certificate verify failed',
  ],
  ['log-client-certificate', `${TLS}peer did not return a certificate`],
  ['log-config-bom', 'Error: Unknown configuration variable "\ufefflistener".'],
  ['log-database-forbidden', "Error: Permission denied.\nError: Couldn't open database."],
  ['log-disk-full', 'Error: No space left on device.'],
  ['log-file-permission', 'Error: Permission denied'],
  ['log-file-permission', 'Error: Unable to open log file /var/log/m.log for writing.\nError: Permission denied'],
  ['log-file-permission', 'Error: Unable to open log file /m.log for writing.\nchown: /log: Permission denied'],
  ['log-file-absent', 'Error: Unable to open pwfile "/p".\nError: No such file or directory.'],
  [
    'log-file-rights',
    'Warning: File /p owner is not mosquitto. Future versions will refuse to load this file.To fix this, use `chown mosquitto /p`.',
  ],
  ['log-key-passphrase', `${KEY}OpenSSL Error[0]: error:1C800064:Provider routines::bad decrypt`],
  ['log-key-permission', `${KEY}OpenSSL Error[0]: error:8000000D:system library::Permission denied`],
  ['log-no-cipher', `${TLS}no suitable signature algorithm`],
  ['log-plain-on-tls', `${TLS}http request`],
  ['log-plugin-load', 'Error: Unable to load plugin "/p.so".\nLoad error: /p.so: invalid ELF header'],
  ['log-server-not-trusted', `${TLS}tlsv1 alert unknown ca`],
  [
    'log-server-not-trusted',
    `${TLS}tlsv1 alert unknown ca\nClient 192.0.2.7 [192.0.2.7:5000] disconnected: protocol error.`,
  ],
  ['log-bridge-loop', `${BRIDGE}Client local.gw.cloud has exceeded timeout, disconnecting.`],
  [
    'log-persistence',
    'Error saving in-memory database, unable to open /m.db.new for writing.\nError: Permission denied.',
  ],
  [
    'log-disk-full',
    'Error saving in-memory database, unable to open /m.db.new for writing.\nError: No space left on device.',
  ],
  ['log-memory', 'Nov 29 10:00:00 pi kernel: Out of memory: Killed process 123 (mosquitto) total-vm:1kB'],
  ['log-file-missing', '2026-01-15T15:04:46Z mosquitto.mosquitto[12]: 1: Error: Unable to open pwfile "/p".'],
  [
    'log-address-in-use',
    'Error,29/11/2021 14:00:00,mosquitto,0,None,"The description for Event ID 0 from source mosquitto cannot be found.\n\n1: Error: Address in use"',
  ],
  ['log-service-failed', 'mosquitto.service: Main process exited, code=exited, status=1/FAILURE'],
  ['log-tls-psk', `${TLS}psk identity not found`],
  ['log-tls-version', `${TLS}unsupported protocol`],
  ['log-tls-failed', `${TLS}something new`],
  ['log-read-only', 'Error: Read-only file system.'],
  ['log-too-many-files', 'Error: No file descriptors available'],
  ['log-unexplained', 'Error: Something that no version says.'],
  ['log-unexplained', 'Client pump-7 [192.0.2.7:5000] disconnected: a reason to come.'],
  ['log-unexplained-warning', 'Warning: Something that no version says.'],
  ['log-not-of-broker', 'A page of something else'],
  ['log-plugin-library', 'Load error: libcjson.so.1: cannot open shared object file: No such file or directory'],
  ['log-database-locked', 'Sqlite persistence: Error opening database: database is locked'],
  ['log-database-unopened', 'Sqlite persistence: Error opening database: unable to open database file'],
  ['log-disk-errors', 'Error: Input/output error'],
  ['log-empty', '\n'],
  ['log-config-equals', 'Error: Unknown configuration variable "allow_anonymous=true".'],
  ['log-service-status', 'mosquitto is running.'],
  ['log-service-stopped', 'mosquitto is stopped'],
  ['log-unknown-lost', 'Client 192.0.2.7 [192.0.2.7:5000] disconnected: Connection reset by peer.'],
  ['log-not-authorised', 'Client 192.0.2.7 [192.0.2.7:5000] disconnected: not authorised.'],
]

it.each(BY_WORDS)('tells by the words around it: %s', (cause, text) => {
  expect(causesOf(text)).toEqual([cause])
})

it('has texts in both languages for every cause, and a log that shows each', () => {
  const formats = readFileSync(new URL('./field/formats.jsonl', import.meta.url), 'utf8')
  const signs = new Set<string>([...LOG_SIGNATURES.map(({ means }) => means), ...BY_WORDS.map(([cause]) => cause)])
  for (const [, cause = ''] of formats.matchAll(/"cause":"([a-z-]+)"/g)) signs.add(cause)
  for (const [cause, { message, fix }] of Object.entries(LOG_CAUSES)) {
    expect(signs.has(cause), cause).toBe(true)
    expect(`${message.zh}${fix.zh}`).toMatch(/\p{Script=Han}/u)
    expect(`${message.en}${fix.en}`).not.toMatch(/\p{Script=Han}/u)
  }
})

it('counts what repeats by client, the most frequent first', () => {
  const lines = ['a', 'b', 'b', 'a', 'b'].map((id, at) => `${at}: Client ${id} disconnected, not authorised.`)
  const [finding] = explainLog(lines.join('\n'))
  expect(finding?.count).toBe(5)
  expect(finding?.clients).toEqual([
    { name: 'b', count: 3 },
    { name: 'a', count: 2 },
  ])
  expect(finding?.message.en).toContain('(b)')
})

it('names a log file without the words around it', () => {
  const [finding] = explainLog(
    '1: Error: Unable to open log file /mosquitto/log/m.log for writing.\n1: Error: Permission denied',
  )
  expect(finding?.message.en).toContain(': /mosquitto/log/m.log (')
})

it('names the account of the broker where the log says it', () => {
  const pwfile = '1: password-file: Error: Unable to open pwfile "/etc/mosquitto/pw".'
  const [known] = explainLog(`1: Info: running mosquitto as user: mqttd.\n${pwfile}`)
  expect(known?.fix.en).toContain('chown mqttd: /etc/mosquitto/pw')
  expect(explainLog(pwfile)[0]?.message.zh).toContain('`mosquitto`')
})

it('shows each error that nothing explains, and numbers in it make no other error', () => {
  const text = '1: Error: Alpha 1.\n2: Error: Alpha 2.\n3: Error: Beta.'
  expect(explainLog(text).map(({ line, count }) => [line, count])).toEqual([
    ['1: Error: Alpha 1.', 2],
    ['3: Error: Beta.', 1],
  ])
})

it('puts the cause first and keeps what follows from it out', () => {
  const text = [
    '1: mosquitto version 2.0.22 starting',
    '1: Error: Unable to open pwfile "/etc/mosquitto/passwd".',
    '1: Error opening password file "/etc/mosquitto/passwd".',
    'Jan 13 21:15:08 pi systemd[1]: mosquitto.service: Main process exited, code=exited, status=1/FAILURE',
    'Jan 13 21:15:08 pi systemd[1]: Failed to start Mosquitto MQTT Broker.',
  ]
  expect(causesOf(text.join('\n'))).toEqual(['log-file-missing'])
})

it('takes the failure of an earlier start for over once the broker ran', () => {
  const text = [
    '1: mosquitto version 2.0.22 starting',
    '1: Opening ipv4 listen socket on port 1883.',
    '1: Error: Address already in use',
    '2: mosquitto version 2.0.22 starting',
    '2: mosquitto version 2.0.22 running',
    '3: Client a disconnected, not authorised.',
  ]
  expect(causesOf(text.join('\n'))).toEqual(['log-not-authorised', 'log-address-in-use'])
})

it('takes a client for no bridge, whatever its id looks like', () => {
  const text = [
    '1: Connecting bridge cloud (192.0.2.9:8883)',
    '2: New client connected from 192.0.2.7:5000 as local.cloud (p2, c1, k60).',
    '3: Bad socket read/write on client local.cloud: Unknown error.',
  ]
  expect(causesOf(text.join('\n'))).toEqual(['log-connection-lost'])
})

it('takes errors of other programs in the journal for none of the broker', () => {
  const running = 'Nov 29 10:00:00 pi mosquitto[488]: 1764410400: mosquitto version 2.0.18 running'
  for (const line of [
    'Nov 29 10:00:01 pi kernel: usb 1-1: device descriptor read/64, error -71',
    'Nov 29 10:00:01 pi sshd[12]: error: kex_exchange_identification',
  ]) {
    expect(causesOf(`${running}\n${line}`)).toEqual([])
    expect(causesOf(line)).toEqual(['log-not-of-broker'])
  }
})

it('takes a level that the form states for what it is', () => {
  const json = JSON.stringify({ PRIORITY: '3', MESSAGE: 'the plugin lost its way' })
  expect(causesOf(json)).toEqual(['log-unexplained'])
  expect(causesOf('[12:00:01] WARNING: the option is gone')).toEqual(['log-unexplained-warning'])
  expect(causesOf('time="2026-01-08T20:22:13Z" level=error msg="backend is away"')).toEqual(['log-unexplained'])
  expect(causesOf('$SYS/broker/log/E 1767903733: the plugin lost its way')).toEqual(['log-unexplained'])
})
