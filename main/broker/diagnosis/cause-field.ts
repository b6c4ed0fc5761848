import type { ConnectionTest } from '../../../preload/contract/models/broker/connection.ts'
import type { ConnectionTarget } from '../session/target.ts'

type Field = NonNullable<ConnectionTest['field']>

const FIELD_BY_CAUSE: Readonly<Record<string, Field>> = {
  dns: 'host',
  'dns-container': 'host',
  'dns-home-assistant': 'host',
  'dns-docker-host': 'host',
  'dns-local-name': 'host',
  unreachable: 'host',
  refused: 'port',
  'refused-all-addresses': 'port',
  'no-connack': 'port',
  'plain-port': 'port',
  'not-tls': 'port',
  http: 'port',
  ssh: 'port',
  'not-mqtt': 'port',
  'tls-timeout': 'port',
  'websocket-port': 'transport',
  'websocket-plain-mqtt': 'transport',
  'websocket-no-tls': 'port',
  'not-websocket': 'transport',
  'websocket-path': 'path',
  'wants-tls': 'security',
  'auth-method': 'security',
  'client-id': 'clientIdPrefix',
  'tls-name': 'serverName',
  'tls-server-name': 'serverName',
  'tls-self-signed': 'ca',
  'tls-ca-missing': 'ca',
  'tls-unknown-ca': 'ca',
  'tls-pin-mismatch': 'pinnedCertificate',
  'tls-client-certificate-missing': 'security',
  'tls-client-unknown-ca': 'clientCertificate',
  'tls-client-rejected': 'clientCertificate',
  'tls-alpn': 'alpn',
  'tls-own-weak': 'clientCertificate',
  'tls-issuer': 'ca',
  'websocket-upgrade': 'path',
  'tls-key-mismatch': 'clientKey',
  'tls-passphrase': 'passphrase',
}

/** The input of the profile that a cause points at; null where it points at none. */
export function causeField(cause: string, { profile }: ConnectionTarget): Field | null {
  if (cause !== 'credentials') return FIELD_BY_CAUSE[cause] ?? null
  if (profile.security === 'anonymous') return 'security'
  return profile.username === null ? 'username' : 'password'
}
