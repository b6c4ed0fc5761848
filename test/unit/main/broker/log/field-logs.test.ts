import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import { readLogEnd } from '../../../../../main/broker/log/reading/read-log-end.ts'

const findingsOf = async (name: string) => {
  const path = fileURLToPath(new URL(`./field/${name}.txt`, import.meta.url))
  return explainLog((await readLogEnd(path)).text)
}

interface Expected {
  readonly file: string
  readonly cause: string
  /** Words of the message or fix, in this order. */
  readonly words?: readonly string[]
  readonly never?: string
}

const EXPECTED: readonly Expected[] = [
  { file: 'listener-address-musl', cause: 'log-address-unknown', words: ['container'] },
  { file: 'docker-address-in-use-musl', cause: 'log-address-in-use', words: ['1883', 'ss -ltnp'] },
  {
    file: 'windows-address-in-use',
    cause: 'log-address-in-use',
    words: ['netstat -ano', 'Get-NetTCPConnection'],
    never: 'ss -ltnp',
  },
  { file: 'windows-zh-address-in-use', cause: 'log-address-in-use', words: ['netstat -ano'], never: 'ss -ltnp' },
  { file: 'windows-websockets-10048', cause: 'log-address-in-use', words: ['9001', 'netstat'] },
  { file: 'bad-socket-unknown-error', cause: 'log-connection-lost', words: ['pump-7', '2 times', 'client', 'ACL'] },
  { file: 'socket-error-1x', cause: 'log-connection-lost', words: ['meter_1', '2 times'] },
  { file: 'unexpected-eof', cause: 'log-tls-closed', words: ['gateway-2'] },
  { file: '21-client-identifier-not-valid', cause: 'log-client-id', words: ['ESP-34E1C6'] },
  { file: '21-malformed-packet', cause: 'log-protocol', words: ['ESP-34E1C6'] },
  { file: '21-protocol-error', cause: 'log-protocol', words: ['ESP-34E1C6'] },
  { file: '21-quota-exceeded', cause: 'log-quota', words: ['ESP-34E1C6'] },
  { file: 'not-authorised-2.1', cause: 'log-not-authorised', words: ['ESP-34E1C6'] },
  { file: 'ha-null-username-alone', cause: 'log-not-authorised' },
  {
    file: 'log-file-for-writing',
    cause: 'log-file-write',
    words: ['may not write', '/mosquitto/log/mosquitto.log', 'owner 1883', 'correct the path'],
  },
  {
    file: 'pwfile-no-reason',
    cause: 'log-file-missing',
    words: ['/etc/mosquitto/passwd', 'may not read', 'not there'],
  },
  { file: 'persistence-unrecognised', cause: 'log-database-damaged', words: ['mosquitto.db', 'retained messages'] },
  { file: 'persistence-empty', cause: 'log-database-damaged', never: 'mosquitto.conf' },
  { file: 'bridge-dns', cause: 'log-bridge-name', words: ['address', 'bridge'] },
  { file: 'bridge-unknown-error', cause: 'log-bridge-unreachable', words: ['factory-bridge', '192.0.2.9:1883'] },
  {
    file: 'bridge-refused-by-remote',
    cause: 'log-bridge-refused',
    words: ['monitor_37', 'remote_username'],
    never: 'A client',
  },
  { file: 'bridge-loop', cause: 'log-bridge-loop', words: ['bridge_to_plant'] },
  {
    file: 'duplicate-1x',
    cause: 'log-config-value',
    words: ['persistence_location', '/etc/mosquitto/mosquitto.conf:26'],
  },
  { file: 'unknown-word-1x', cause: 'log-config-unknown', words: ['listner', '/etc/mosquitto/conf.d/local.conf:3'] },
  { file: 'invalid-port-1x', cause: 'log-config-value', words: ['port', '1806.conf:2'] },
  { file: 'ca-md-too-weak', cause: 'log-certificate-weak', words: ['SHA-1', '-sha256'], never: 'Check the path' },
  { file: 'no-shared-cipher', cause: 'log-no-cipher', words: ['ciphers', 'key'] },
  { file: 'dynsec-not-readable', cause: 'log-dynsec-file', words: ['nobody can log in'] },
  { file: 'plugin-missing', cause: 'log-plugin-file', words: ['/home/user/mosquitto/auth-plug.so'] },
  { file: 'old-protocol', cause: 'log-old-broker', words: ['too old'] },
  {
    file: 'own-second-listener',
    cause: 'log-address-own',
    words: ['itself', '1883', 'twice'],
    never: 'Another program',
  },
  {
    file: 'systemctl-failed',
    cause: 'log-service-failed',
    words: ['does not stand in these lines', 'mosquitto -v -c'],
  },
  { file: 'docker-json', cause: 'log-file-missing', words: ['/mosquitto/config/passwd'], never: '\\' },
  { file: 'powershell-utf16', cause: 'log-not-authorised' },
  { file: 'login-refused-16', cause: 'log-unknown-lost', words: ['login', 'TLS'] },
  {
    file: 'world-readable',
    cause: 'log-file-rights',
    words: ['everybody', '/mosquitto/config/passwd', 'later version'],
  },
  { file: 'poll-loop-windows', cause: 'log-event-loop', words: ['over and over'] },
  {
    file: 'bridge-verify-server',
    cause: 'log-bridge-not-trusted',
    words: ['cloud', 'bridge_cafile'],
    never: 'A client',
  },
  { file: 'host-name-verification', cause: 'log-bridge-host-name', words: ['cloud'] },
  { file: 'ulimit', cause: 'log-too-many-files' },
  {
    file: 'pwfile-21-permission',
    cause: 'log-file-missing',
    words: ['/mosquitto/config/pwfile', 'may not read', 'not there'],
  },
]

it.each(EXPECTED)('explains a log of the field: $file', async ({ file, cause, words = [], never }) => {
  const findings = await findingsOf(file)
  expect(findings.map((finding) => finding.cause)).toEqual([cause])
  const text = `${findings[0]?.message.en} ${findings[0]?.fix.en}`
  let from = 0
  for (const word of words) {
    const at = text.indexOf(word, from)
    expect(at, `"${word}" in: ${text}`).toBeGreaterThanOrEqual(0)
    from = at
  }
  if (never !== undefined) expect(text).not.toContain(never)
})
