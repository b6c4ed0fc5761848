/** What OpenSSL 1.0 to 3 says about a connection or a file. `alert-…` came from the other side. */
export type TlsReason =
  | 'key-mismatch'
  | 'permission'
  | 'missing'
  | 'passphrase'
  | 'format'
  | 'weak'
  | 'no-cipher'
  | 'version'
  | 'plain-text'
  | 'closed'
  | 'untrusted'
  | 'no-certificate'
  | 'alert-untrusted'
  | 'alert-expired'
  | 'expired'
  | 'alert-refused'
  | 'alert-no-certificate'
  | 'name'
  | 'psk'

const REASONS: Readonly<Record<TlsReason, readonly string[]>> = {
  'key-mismatch': ['key values mismatch', 'key type mismatch', 'x509 key values mismatch'],
  permission: ['permission denied', 'operation not permitted'],
  missing: ['no such file or directory', 'no such file', 'is a directory'],
  passphrase: ['bad decrypt', 'bad password read', 'problems getting password', 'maybe wrong password'],
  format: [
    'no start line',
    'bad end line',
    'bad base64 decode',
    'not enough data',
    'wrong tag',
    'nested asn1 error',
    'no certificate or crl found',
    'unsupported',
    'pem lib',
    'ssl lib',
    'asn1 lib',
    'header too long',
    'too long',
    'no certificates found',
    'expecting an rsa key',
  ],
  weak: [
    'ca md too weak',
    'ca key too small',
    'ee key too small',
    'dh key too small',
    'md too weak',
    'invalid digest',
    'modulus too small',
    'insufficient security',
  ],
  'no-cipher': [
    'no shared cipher',
    'no cipher match',
    'no ciphers available',
    'no ciphers specified',
    'no suitable signature algorithm',
    'no shared signature algorithms',
    'no suitable key share',
    'no shared group',
    'no suitable groups',
    'wrong signature type',
    'wrong curve',
    'unsupported elliptic curve',
    'alert insufficient security',
    'unknown cipher returned',
    'wrong cipher returned',
    'missing tmp ecdh key',
  ],
  version: [
    'unsupported protocol',
    'alert protocol version',
    'no protocols available',
    'wrong ssl version',
    'version too low',
    'version too high',
    'inappropriate fallback',
    'alert inappropriate fallback',
    'unsupported ssl version',
    'legacy sigalg disallowed or unsupported',
    'unsafe legacy renegotiation disabled',
  ],
  'plain-text': [
    'wrong version number',
    'http request',
    'https proxy request',
    'unknown protocol',
    'packet length too long',
    'record length mismatch',
    'bad record type',
    'record too small',
    'unknown command',
    'bad packet length',
  ],
  closed: [
    'unexpected eof while reading',
    'shutdown while in init',
    'protocol is shutdown',
    'application data after close notify',
    'connection reset by peer',
    'broken pipe',
    'alert close notify',
    'alert user cancelled',
  ],
  untrusted: [
    'certificate verify failed',
    'self-signed certificate',
    'self signed certificate',
    'self-signed certificate in certificate chain',
    'unable to get local issuer certificate',
    'no certificate returned',
  ],
  'no-certificate': ['peer did not return a certificate', 'no certificate assigned'],
  'alert-untrusted': [
    'alert unknown ca',
    'alert bad certificate',
    'alert certificate unknown',
    'alert unsupported certificate',
    'alert access denied',
    'alert bad certificate status response',
  ],
  'alert-expired': ['alert certificate expired', 'alert certificate revoked'],
  expired: ['certificate has expired', 'certificate expired', 'certificate is not yet valid', 'certificate revoked'],
  'alert-refused': [
    'alert handshake failure',
    'alert internal error',
    'alert illegal parameter',
    'alert decode error',
    'alert decrypt error',
    'alert bad record mac',
    'alert unexpected message',
    'alert no application protocol',
  ],
  'alert-no-certificate': ['alert certificate required', 'alert no certificate'],
  name: [
    'alert unrecognized name',
    'unrecognized name',
    'hostname mismatch',
    'ip address mismatch',
    'invalid server name',
  ],
  psk: [
    'psk identity not found',
    'alert unknown psk identity',
    'psk no client cb',
    'psk no server cb',
    'no psk available',
    'binder does not verify',
  ],
}

const BY_WORDS = new Map<string, TlsReason>()
for (const [reason, words] of Object.entries(REASONS) as [TlsReason, readonly string[]][]) {
  for (const text of words) BY_WORDS.set(text, reason)
}

interface TlsError {
  readonly reason: TlsReason | null
  /** OpenSSL's own words. */
  readonly words: string
  /** Side that this process has in the connection, where the name of the function says it. */
  readonly side: 'server' | 'client' | null
}

/** Takes `error:CODE:library:function:reason` apart. OpenSSL 3 leaves the function out. */
export function tlsErrorOf(error: string): TlsError {
  const parts = error.split(':')
  const words = (parts.at(-1) ?? '').trim()
  const functionName = (parts.at(-2) ?? '').toLowerCase()
  return { reason: BY_WORDS.get(plain(words)) ?? null, words, side: sideOf(functionName) }
}

/** Versions say `sslv3 alert …`, `tlsv1 alert …`, `tlsv13 alert …` or `ssl/tls alert …` of one and the same alert. */
function plain(words: string): string {
  return words.toLowerCase().replace(/^(?:sslv\d|tlsv\d+|ssl\/tls|tls)(?: v\d)? (?=alert |unrecognized )/, '')
}

/** Who processes the server's certificate is the client, and the other way round. */
function sideOf(functionName: string): TlsError['side'] {
  if (/(?:process|get)_(?:server_|key_exchange|certificate_request)/.test(functionName)) return 'client'
  return /(?:process|get)_client_|post_process_client_|accept/.test(functionName) ? 'server' : null
}
