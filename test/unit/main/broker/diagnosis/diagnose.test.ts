import { expect, it } from 'vitest'
import { describe as describeCause, diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { INPUT_CAUSES } from '../../../../../main/broker/diagnosis/input-causes.ts'
import { MQTT_CAUSES } from '../../../../../main/broker/diagnosis/mqtt-causes.ts'
import { NAME_CAUSES } from '../../../../../main/broker/diagnosis/name-causes.ts'
import { NETWORK_CAUSES } from '../../../../../main/broker/diagnosis/network-causes.ts'
import type { CauseName } from '../../../../../main/broker/diagnosis/signatures.ts'
import { TLS_CAUSES } from '../../../../../main/broker/diagnosis/tls-causes.ts'
import { WEB_SOCKET_CAUSES } from '../../../../../main/broker/diagnosis/web-socket-causes.ts'
import { UpgradeError } from '../../../../../main/broker/session/web-socket.ts'
import { error, fault, LOCAL } from './new-fault.ts'

const tcp = (code: string, message = code): Partial<Fault> => ({ stage: 'tcp', error: error(code, message) })
const tls = (code: string | null, message: string): Partial<Fault> => ({
  stage: 'tls',
  isTls: true,
  error: error(code, message),
})
const openSsl = 'error:0A000418:SSL routines:ssl3_read_bytes:'
const boring = 'error:10000418:SSL routines:OPENSSL_internal:'

it.each<[string, Partial<Fault>, CauseName]>([
  ['closed port', tcp('ECONNREFUSED'), 'refused'],
  [
    'closed port on both stacks, with an empty message',
    { stage: 'tcp', error: new AggregateError([error('ECONNREFUSED', 'a'), error('ECONNREFUSED', 'b')], '') },
    'refused-all-addresses',
  ],
  [
    'no IPv6 route and a closed IPv4 port',
    { stage: 'tcp', error: new AggregateError([error('ENETUNREACH', 'a'), error('ECONNREFUSED', 'b')], '') },
    'refused',
  ],
  ['unknown name', { stage: 'dns', error: error('ENOTFOUND', 'getaddrinfo ENOTFOUND x') }, 'dns'],
  ['no name server', { stage: 'dns', error: error('EAI_AGAIN', 'getaddrinfo EAI_AGAIN x') }, 'dns-unavailable'],
  ['no route to host', tcp('EHOSTUNREACH'), 'unreachable'],
  ['no network', tcp('ENETUNREACH'), 'unreachable'],
  ['dropped packets', tcp('ETIMEDOUT'), 'connect-timeout'],
  [
    'dropped packets, noticed by our own timer',
    { stage: 'tcp', error: error(null, 'connack timeout') },
    'connect-timeout',
  ],
  ['open port that says nothing', { error: error(null, 'connack timeout') }, 'no-connack'],
  ['open port that says nothing to TLS', tls(null, 'connack timeout'), 'tls-timeout'],
  ['security software on this computer', tcp('EACCES'), 'local-firewall'],
  ['plain text on a TLS port', { error: error('ECONNRESET', 'read ECONNRESET') }, 'wants-tls'],
  [
    'plain text on a TLS port that answers with an alert',
    { firstBytes: Buffer.from([0x15, 3, 1, 0, 2, 2, 70]) },
    'wants-tls',
  ],
  ['TLS on a plain port', tls('ECONNRESET', 'read ECONNRESET'), 'plain-port'],
  [
    'TLS on a plain port, the wording of tls.connect',
    tls('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'),
    'plain-port',
  ],
  [
    'TLS to a service without it (OpenSSL)',
    tls('ERR_SSL_WRONG_VERSION_NUMBER', 'error:0A00010B:SSL routines::wrong version number'),
    'not-tls',
  ],
  [
    'TLS to a service without it (BoringSSL)',
    tls('EPROTO', `write EPROTO ${boring}WRONG_VERSION_NUMBER:../x.cc:211:`),
    'not-tls',
  ],
  [
    'HTTP server, by the parser',
    { error: error(null, 'Invalid header flag bits, must be 0x0 for puback packet') },
    'http',
  ],
  ['HTTP server, by its first bytes', { firstBytes: Buffer.from('HTTP/1.1 400 Bad Request') }, 'http'],
  [
    'SSH server, by the parser',
    { error: error(null, 'Invalid header flag bits, must be 0x0 for pubrec packet') },
    'ssh',
  ],
  ['SSH server, by its first bytes', { firstBytes: Buffer.from('SSH-2.0-OpenSSH_9.2') }, 'ssh'],
  [
    'another protocol',
    { error: error(null, 'cannot parse protocolId'), firstBytes: Buffer.from('220 smtp') },
    'not-mqtt',
  ],
  ['only a close, before CONNACK', {}, 'closed'],
  ['only a close, of an open session', { stage: 'open' }, 'lost'],
  ['reset of an open session', { stage: 'open', error: error('ECONNRESET', 'read ECONNRESET') }, 'lost'],
  ['no PINGRESP', { stage: 'open', error: error(null, 'Keepalive timeout') }, 'keepalive-lost'],
  ['host not in the SAN', tls('ERR_TLS_CERT_ALTNAME_INVALID', 'altnames'), 'tls-name'],
  ['self-signed leaf', tls('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'), 'tls-self-signed'],
  ['wrong CA loaded', tls('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed'), 'tls-unknown-ca'],
  ['no CA loaded', { ...tls('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed'), hasCa: false }, 'tls-ca-missing'],
  ['missing intermediate', tls('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable'), 'tls-unknown-ca'],
  ['unknown issuer', tls('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable'), 'tls-unknown-ca'],
  ['expired certificate', tls('CERT_HAS_EXPIRED', 'expired'), 'tls-expired'],
  ['certificate of tomorrow', tls('CERT_NOT_YET_VALID', 'not yet'), 'tls-not-yet-valid'],
  [
    'no client certificate, told after the TLS 1.3 handshake (OpenSSL)',
    {
      isTls: true,
      error: error(
        'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
        `${openSsl}tlsv13 alert certificate required:x.c:918:SSL alert number 116`,
      ),
    },
    'tls-client-certificate-missing',
  ],
  [
    'no client certificate (BoringSSL, no alert number)',
    {
      isTls: true,
      error: error('ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', `${boring}TLSV1_ALERT_CERTIFICATE_REQUIRED:x.cc:572`),
    },
    'tls-client-certificate-missing',
  ],
  [
    'client certificate of another CA',
    tls('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', `${openSsl}tlsv1 alert unknown ca:SSL alert number 48`),
    'tls-client-unknown-ca',
  ],
  [
    'client certificate of another CA (BoringSSL)',
    tls('EPROTO', `${boring}TLSV1_ALERT_UNKNOWN_CA`),
    'tls-client-unknown-ca',
  ],
  [
    'expired client certificate',
    tls('EPROTO', `${openSsl}sslv3 alert certificate expired:SSL alert number 45`),
    'tls-client-rejected',
  ],
  [
    'TLS version floor',
    tls('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', `${openSsl}tlsv1 alert protocol version:SSL alert number 70`),
    'tls-version',
  ],
  [
    'broken-off handshake',
    tls('EPROTO', `${openSsl}sslv3 alert handshake failure:SSL alert number 40`),
    'tls-handshake',
  ],
  [
    'key of another certificate',
    tls('ERR_OSSL_X509_KEY_VALUES_MISMATCH', 'error:05800074:x509 certificate routines::key values mismatch'),
    'tls-key-mismatch',
  ],
  [
    'key of another certificate (BoringSSL)',
    tls(null, 'error:0b000074:X.509 certificate routines:OPENSSL_internal:KEY_VALUES_MISMATCH'),
    'tls-key-mismatch',
  ],
  ['wrong passphrase', tls('ERR_OSSL_BAD_DECRYPT', 'error:1C800064:Provider routines::bad decrypt'), 'tls-passphrase'],
  [
    'missing passphrase',
    tls(
      'ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED',
      'error:07880109:common libcrypto routines::interrupted or cancelled',
    ),
    'tls-passphrase',
  ],
  ['RSA key of 1024 bits', tls('UNSPECIFIED', 'EE certificate key too weak'), 'tls-weak'],
  ['RSA key of 1024 bits, of the CA', tls('UNSPECIFIED', 'CA certificate key too weak'), 'tls-weak'],
  ['SHA-1 signature', tls('UNSPECIFIED', 'CA signature digest algorithm too weak'), 'tls-weak'],
  [
    'SHA-1 signature, refused when it is loaded',
    tls('ERR_SSL_CA_MD_TOO_WEAK', `${openSsl}ca md too weak`),
    'tls-own-weak',
  ],
  [
    'short key, refused when it is loaded',
    tls('ERR_SSL_EE_KEY_TOO_SMALL', `${openSsl}ee key too small`),
    'tls-own-weak',
  ],
  ['short Diffie-Hellman key', tls('ERR_SSL_DH_KEY_TOO_SMALL', `${openSsl}dh key too small`), 'tls-dh'],
  ['something unspecified that is not about strength', tls('UNSPECIFIED', 'certificate not trusted'), 'tls-other'],
  ['no PEM', tls('ERR_OSSL_PEM_NO_START_LINE', 'error:0480006C:PEM routines::no start line'), 'tls-file-unreadable'],
  ['something new in TLS', tls('ERR_SSL_SOMETHING_NEW', 'error:0A000999:SSL routines::something new'), 'tls-other'],
  [
    'pinned certificate that changed',
    { ...tls('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'), trust: 'pinned' },
    'tls-pin-mismatch',
  ],
  [
    'wrong WebSocket path',
    { stage: 'websocket', error: new UpgradeError({ status: 404, location: null }) },
    'websocket-path',
  ],
  [
    'proxy whose broker is down',
    { stage: 'websocket', error: new UpgradeError({ status: 502, location: null }) },
    'websocket-gateway',
  ],
  [
    'sign-in page of a guest network',
    { stage: 'websocket', error: new UpgradeError({ status: 302, location: 'http://portal.example/login' }) },
    'captive-portal',
  ],
  [
    'a WebSocket of another service',
    { stage: 'websocket', error: error(null, 'Server sent no subprotocol') },
    'websocket-subprotocol',
  ],
  [
    'plain MQTT spoken to in WebSocket',
    { stage: 'websocket', error: error('ECONNRESET', 'socket hang up') },
    'not-websocket',
  ],
])('names the cause of: %s', (_name, change, cause) => {
  expect(diagnose(fault(change), LOCAL).failure.cause).toBe(cause)
})

it.each<[number, CauseName, boolean]>([
  [1, 'protocol-version', true],
  [0x84, 'protocol-version', true],
  [2, 'client-id', true],
  [0x85, 'client-id', true],
  [3, 'busy', false],
  [0x88, 'busy', false],
  [0x89, 'busy', false],
  [0x97, 'busy', false],
  [0x9f, 'busy', false],
  [4, 'credentials', true],
  [5, 'credentials', true],
  [0x86, 'credentials', true],
  [0x87, 'credentials', true],
  [0x8a, 'banned', true],
  [0x8b, 'broker-stopping', false],
  [0x8c, 'auth-method', true],
  [0x8e, 'taken-over', true],
  [0x95, 'packet-size', false],
  [0x9a, 'retain-unsupported', true],
  [0x9b, 'qos-unsupported', true],
  [0x9c, 'other-server', true],
  [0x9d, 'other-server', true],
  [0x9e, 'shared-unsupported', true],
  [0xa1, 'subscription-id-unsupported', true],
  [0xa2, 'wildcard-unsupported', true],
])('reads reason code %i as %s, fatal: %s', (reasonCode, cause, isFatal) => {
  const diagnosis = diagnose(fault({ reasonCode, error: error(null, 'Connection refused') }), LOCAL)
  expect(diagnosis).toMatchObject({ isFatal, failure: { cause } })
})

const ALL_CAUSES = {
  ...NETWORK_CAUSES,
  ...NAME_CAUSES,
  ...TLS_CAUSES,
  ...WEB_SOCKET_CAUSES,
  ...MQTT_CAUSES,
  ...INPUT_CAUSES,
}

it.each(Object.keys(ALL_CAUSES) as CauseName[])('leaves no placeholder and no language empty in: %s', (cause) => {
  const { failure } = describeCause(cause, fault({}), LOCAL)
  for (const text of [failure.message, failure.fix, failure.brokerHint ?? failure.fix]) {
    expect(text.en).not.toMatch(/\{\w+\}|\[\[|\]\]|^$/)
    expect(text.zh).not.toMatch(/\{\w+\}/)
    expect(text.zh).toMatch(/\p{Script=Han}/u)
    expect(text.en).not.toMatch(/\p{Script=Han}/u)
  }
})

it('shows the names in the certificate next to the one that was asked for', () => {
  const peer = {
    subject: '',
    issuer: '',
    names: 'DNS:a.example, IP Address:192.0.2.1',
    validFrom: '',
    validTo: '',
    fingerprint256: '',
    pem: '',
  }
  const { failure } = diagnose(
    fault({ ...tls('ERR_TLS_CERT_ALTNAME_INVALID', 'x'), expectedName: '192.0.2.9', peer }),
    LOCAL,
  )
  expect(failure.message.en).toContain('192.0.2.9')
  expect(failure.message.zh).toContain('DNS:a.example, IP Address:192.0.2.1')
})

it('keeps secrets, keys and control characters out of the detail, which is shown and copied', () => {
  const text =
    'login hunter2-hunter2 failed\n\u001b[31m\u202e -----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----'
  const { failure } = diagnose(fault({ error: error('EPROTO', text), secrets: ['hunter2-hunter2'] }), LOCAL)
  expect(failure.detail).not.toMatch(/hunter2|MIIabc|[\p{Cc}\p{Cf}]/u)
  expect(failure.detail).toContain('[PEM]')
})

it('bounds what a hostile peer can put into the detail', () => {
  const { failure } = diagnose(fault({ error: error('EPROTO', 'x'.repeat(100_000)) }), LOCAL)
  expect(failure.detail.length).toBeLessThan(500)
})

it('survives errors that are no errors', () => {
  for (const strange of [undefined, null, 'text', 42, {}, new AggregateError([], '')]) {
    expect(diagnose(fault({ stage: 'tcp', error: strange }), LOCAL).failure.message.en).not.toBe('')
  }
})
