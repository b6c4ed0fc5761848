import { beforeAll, expect, it } from 'vitest'
import { checkInput } from '../../../../../main/broker/connection/input-check.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import {
  type CertificateAuthority,
  type CertificateWithKey,
  createAuthority,
} from '../../../../support/brokers/certificates.ts'
import { newTarget } from '../new-target.ts'

let authority: CertificateAuthority
let client: CertificateWithKey
let encrypted: CertificateWithKey

beforeAll(async () => {
  authority = await createAuthority()
  client = await authority.issueClient('console')
  encrypted = await authority.issueClient('console', { passphrase: 'right passphrase' })
})

const find = (profile: Partial<Profile>, secrets: Parameters<typeof newTarget>[1] = {}, now = Date.now()) => {
  const problem = checkInput(newTarget(profile, secrets), now)
  return problem === null ? null : [problem.failure.cause, problem.field]
}

it.each([
  'broker.example',
  'broker',
  'rpi_001.local',
  '192.0.2.1',
  '::1',
  '[2001:db8::1]',
  'fe80::1%eth0',
  'bröker.example',
  'broker.example.',
])('accepts the host %s', (host) => {
  expect(find({ host })).toBeNull()
})

it.each([
  ['', 'input-host-empty'],
  ['mqtt://broker.example', 'input-host-scheme'],
  ['broker.example/mqtt', 'input-host-scheme'],
  ['user@broker.example', 'input-host-scheme'],
  ['broker example', 'input-host-invalid'],
  ['broker.example:1883', 'input-host-invalid'],
  ['broker..example', 'input-host-invalid'],
  ['256.1.1.1', 'input-host-invalid'],
  ['1.2.3.4.5', 'input-host-invalid'],
  ['192.168.1', 'input-host-invalid'],
  ['1883', 'input-host-invalid'],
])('says what is wrong with the host %j', (host, cause) => {
  expect(find({ host })).toEqual([cause, 'host'])
})

it.each([
  ['"192.0.2.20"', '192.0.2.20'],
  ["'broker.example',", 'broker.example'],
  ['192.0.2.20,', '192.0.2.20'],
  ['192.0.2.20;', '192.0.2.20'],
  ['“broker.example”', 'broker.example'],
  ['192。0。2。20', '192.0.2.20'],
  ['１９２．０．２．２０', '192.0.2.20'],
  ['broker.example，', 'broker.example'],
  ['<broker.example>', 'broker.example'],
  ['"[2001:db8::1]",', '2001:db8::1'],
  ['broker.example\u200b', 'broker.example'],
  ['192.0.2\u2060.20', '192.0.2.20'],
  ['{broker.example}', 'broker.example'],
  ['«broker.example»', 'broker.example'],
  ['„broker.example“', 'broker.example'],
  ['**192.0.2.20**', '192.0.2.20'],
  ['\\"broker.example\\"', 'broker.example'],
  ['=broker.example', 'broker.example'],
  ['MQTT_HOST="broker.example"', 'broker.example'],
])('names the host without what was copied along with %s', (host, plain) => {
  const problem = checkInput(newTarget({ host }), Date.now())
  expect([problem?.failure.cause, problem?.field]).toEqual(['input-host-stray', 'host'])
  expect(problem?.failure.fix.en).toContain(`: ${plain}`)
  expect(problem?.failure.fix.zh).toContain(`：${plain}`)
})

it('wants the network card of a link-local address', () => {
  expect(find({ host: 'fe80::1' })).toEqual(['input-host-zone', 'host'])
  expect(find({ host: '[FEBF::1]' })).toEqual(['input-host-zone', 'host'])
  expect(find({ host: 'fe80::1%eth0' })).toBeNull()
  expect(find({ host: 'fd00::1' })).toBeNull()
})

it.each([0, -1, 65_536, 1.5, Number.NaN])('refuses the port %d', (port) => {
  expect(find({ port })).toEqual(['input-port', 'port'])
})

it('asks for a user name where one is needed', () => {
  expect(find({ security: 'password' })).toEqual(['input-username', 'username'])
  expect(find({ security: 'tls' }, { password: 'secret' })).toEqual(['input-username', 'username'])
  expect(find({ security: 'tls' })).toBeNull()
})

it('notices a CA file that TLS would silently ignore', () => {
  expect(find({ security: 'tls', ca: 'not a certificate' })).toEqual(['input-ca-not-pem', 'ca'])
  const broken = authority.ca.replace(/[A-Za-z0-9]{20}\n/, '\n')
  expect(find({ security: 'tls', ca: broken })).toEqual(['input-ca-not-pem', 'ca'])
  expect(find({ security: 'tls', ca: client.key })).toEqual(['input-ca-is-key', 'ca'])
  expect(find({ security: 'tls', ca: `# comment\r\n${authority.ca.replaceAll('\n', '\r\n')}` })).toBeNull()
})

it('notices a CA outside its time of validity', () => {
  const later = Date.now() + 60 * 86_400_000
  expect(find({ security: 'tls', ca: authority.ca }, {}, later)).toEqual(['input-ca-expired', 'ca'])
})

it('checks the client certificate, its key and the passphrase before anything is sent', async () => {
  const mtls = (clientCertificate: string | null, secrets: Parameters<typeof newTarget>[1]) =>
    find({ security: 'mtls', ca: authority.ca, clientCertificate }, secrets)
  const other = await authority.issueClient('other')
  const expired = await authority.issueClient('old', { validity: 'expired' })
  expect(mtls(client.certificate, { clientKey: client.key })).toBeNull()
  expect(mtls(null, { clientKey: client.key })).toEqual(['input-certificate-missing', 'clientCertificate'])
  expect(mtls(client.key, { clientKey: client.key })).toEqual(['input-certificate-is-key', 'clientCertificate'])
  expect(mtls(expired.certificate, { clientKey: expired.key })).toEqual([
    'input-certificate-expired',
    'clientCertificate',
  ])
  expect(mtls(client.certificate, {})).toEqual(['input-key-missing', 'clientKey'])
  expect(mtls(client.certificate, { clientKey: client.certificate })).toEqual(['input-key-is-certificate', 'clientKey'])
  expect(mtls(client.certificate, { clientKey: other.key })).toEqual(['input-key-mismatch', 'clientKey'])
  const { certificate, key: clientKey } = encrypted
  expect(mtls(certificate, { clientKey, passphrase: 'right passphrase' })).toBeNull()
  expect(mtls(certificate, { clientKey })).toEqual(['input-passphrase-missing', 'passphrase'])
  expect(mtls(certificate, { clientKey, passphrase: 'wrong' })).toEqual(['input-passphrase-wrong', 'passphrase'])
})

it('keeps the passphrase and the key out of what it reports', () => {
  const target = newTarget(
    { security: 'mtls', clientCertificate: encrypted.certificate },
    { clientKey: encrypted.key, passphrase: 'wrong passphrase canary' },
  )
  const text = JSON.stringify(checkInput(target, Date.now()))
  expect(text).toContain('input-passphrase-wrong')
  expect(text).not.toMatch(/canary|PRIVATE KEY/)
})
