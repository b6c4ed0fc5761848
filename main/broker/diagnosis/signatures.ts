import type { HANDSHAKE_CAUSES } from './handshake-causes.ts'
import type { HANG_UP_CAUSES } from './hang-up-causes.ts'
import type { INPUT_CAUSES } from './input-causes.ts'
import type { MQTT_CAUSES } from './mqtt-causes.ts'
import type { NAME_CAUSES } from './name-causes.ts'
import type { NETWORK_CAUSES } from './network-causes.ts'
import type { TLS_CAUSES } from './tls-causes.ts'
import type { WEB_SOCKET_CAUSES } from './web-socket-causes.ts'

/** Stable names of every cause; `ConnectionFailure.cause` is one of them. */
export type CauseName =
  | keyof typeof HANDSHAKE_CAUSES
  | keyof typeof HANG_UP_CAUSES
  | keyof typeof INPUT_CAUSES
  | keyof typeof MQTT_CAUSES
  | keyof typeof NAME_CAUSES
  | keyof typeof NETWORK_CAUSES
  | keyof typeof TLS_CAUSES
  | keyof typeof WEB_SOCKET_CAUSES

/** By `error.code`, where the code alone decides. */
export const CAUSE_BY_CODE: Readonly<Record<string, CauseName>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_NONAME: 'dns',
  EAI_NODATA: 'dns',
  EAI_ADDRFAMILY: 'dns',
  EAI_AGAIN: 'dns-unavailable',
  EAI_FAIL: 'dns-unavailable',
  EAI_SYSTEM: 'dns-unavailable',
  EAI_MEMORY: 'dns-unavailable',
  ECANCELED: 'dns-unavailable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'local-firewall',
  EPERM: 'local-firewall',
  // Files, buffers or ports of this computer are used up.
  EMFILE: 'local-limit',
  ENFILE: 'local-limit',
  ENOBUFS: 'local-limit',
  ENOMEM: 'local-limit',
  EADDRINUSE: 'local-limit',
  ERR_WAYPOST_PIN_MISMATCH: 'tls-pin-mismatch',
  ERR_WAYPOST_NOT_FOR_SERVERS: 'tls-purpose',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-name',
  HOSTNAME_MISMATCH: 'tls-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-ca-missing',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-ca',
  CERT_SIGNATURE_FAILURE: 'tls-unknown-ca',
  CERT_UNTRUSTED: 'tls-unknown-ca',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'tls-unknown-ca',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'tls-unknown-ca',
  INVALID_CA: 'tls-issuer',
  INVALID_NON_CA: 'tls-issuer',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet-valid',
  CERT_REVOKED: 'tls-revoked',
  CERT_REJECTED: 'tls-certificate',
  INVALID_PURPOSE: 'tls-certificate',
  CERT_CHAIN_TOO_LONG: 'tls-certificate',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'tls-certificate',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'tls-certificate',
  UNABLE_TO_GET_CRL: 'tls-certificate',
  CRL_HAS_EXPIRED: 'tls-certificate',
  CRL_NOT_YET_VALID: 'tls-certificate',
  CRL_SIGNATURE_FAILURE: 'tls-certificate',
  PATH_LENGTH_EXCEEDED: 'tls-certificate',
  CA_KEY_TOO_SMALL: 'tls-weak',
  EE_KEY_TOO_SMALL: 'tls-weak',
  CA_MD_TOO_WEAK: 'tls-weak',
  // What OpenSSL refuses to load, where the others are found in the handshake.
  ERR_SSL_EE_KEY_TOO_SMALL: 'tls-own-weak',
  ERR_SSL_CA_KEY_TOO_SMALL: 'tls-own-weak',
  ERR_SSL_CA_MD_TOO_WEAK: 'tls-own-weak',
}

/** By the number of a TLS alert that the broker sent (RFC 8446, section 6). */
export const CAUSE_BY_ALERT: Readonly<Record<number, CauseName>> = {
  10: 'tls-handshake',
  20: 'tls-handshake',
  22: 'tls-handshake',
  40: 'tls-handshake',
  42: 'tls-client-rejected',
  43: 'tls-client-rejected',
  44: 'tls-client-rejected',
  45: 'tls-client-rejected',
  46: 'tls-client-rejected',
  48: 'tls-client-unknown-ca',
  49: 'tls-client-rejected',
  51: 'tls-client-rejected',
  47: 'tls-handshake',
  50: 'tls-handshake',
  70: 'tls-version',
  71: 'tls-handshake',
  80: 'tls-broker-fault',
  86: 'tls-version',
  109: 'tls-handshake',
  110: 'tls-handshake',
  112: 'tls-server-name',
  116: 'tls-client-certificate-missing',
  120: 'tls-alpn',
}

/**
 * By words in the normalised code and message, first match wins: OpenSSL and BoringSSL give the same reason
 * different codes and prefixes.
 */
export const CAUSE_BY_REASON: readonly (readonly [string, CauseName])[] = [
  ['CERTIFICATE_REQUIRED', 'tls-client-certificate-missing'],
  ['PEER_DID_NOT_RETURN_A_CERTIFICATE', 'tls-client-certificate-missing'],
  ['ALERT_UNKNOWN_CA', 'tls-client-unknown-ca'],
  ['PROTOCOL_VERSION', 'tls-version'],
  ['UNSUPPORTED_PROTOCOL', 'tls-version'],
  ['VERSION_TOO_LOW', 'tls-version'],
  ['NO_PROTOCOLS_AVAILABLE', 'tls-version'],
  ['INAPPROPRIATE_FALLBACK', 'tls-version'],
  ['WRONG_VERSION_NUMBER', 'not-tls'],
  ['PACKET_LENGTH_TOO_LONG', 'not-tls'],
  ['HTTP_REQUEST', 'not-tls'],
  ['KEY_VALUES_MISMATCH', 'tls-key-mismatch'],
  ['KEY_TYPE_MISMATCH', 'tls-key-mismatch'],
  ['BAD_DECRYPT', 'tls-passphrase'],
  ['BAD_PASSWORD_READ', 'tls-passphrase'],
  ['INTERRUPTED_OR_CANCELLED', 'tls-passphrase'],
  ['MISSING_PASSPHRASE', 'tls-passphrase'],
  ['NO_START_LINE', 'tls-file-unreadable'],
  ['BAD_BASE64_DECODE', 'tls-file-unreadable'],
  ['BAD_END_LINE', 'tls-file-unreadable'],
  ['ASN1_ENCODING_ROUTINES', 'tls-file-unreadable'],
  ['ERR_OSSL_UNSUPPORTED', 'tls-file-unreadable'],
  // OpenSSL says "EE certificate key too weak" and "CA signature digest algorithm too weak" under the code UNSPECIFIED.
  ['KEY_TOO_WEAK', 'tls-weak'],
  ['ALGORITHM_TOO_WEAK', 'tls-weak'],
  ['DH_KEY_TOO_SMALL', 'tls-dh'],
  ['KEY_TOO_SMALL', 'tls-weak'],
  ['MD_TOO_WEAK', 'tls-weak'],
  ['KEY_IDENTIFIER_MISMATCH', 'tls-unknown-ca'],
  ['KEY_USAGE', 'tls-certificate'],
  // These come under the code UNSPECIFIED too.
  ['BASIC_CONSTRAINTS', 'tls-certificate'],
  ['SUBTREE_VIOLATION', 'tls-certificate'],
  ['CRITICAL_EXTENSION', 'tls-certificate'],
  ['KEY_IDENTIFIER', 'tls-certificate'],
  ['ALERT_BAD_CERTIFICATE', 'tls-client-rejected'],
  ['ALERT_CERTIFICATE_', 'tls-client-rejected'],
  ['ALERT_UNSUPPORTED_CERTIFICATE', 'tls-client-rejected'],
  ['ALERT_ACCESS_DENIED', 'tls-client-rejected'],
  ['ALERT_DECRYPT_ERROR', 'tls-client-rejected'],
  ['NO_APPLICATION_PROTOCOL', 'tls-alpn'],
  ['ALERT_INTERNAL_ERROR', 'tls-broker-fault'],
  ['UNRECOGNIZED_NAME', 'tls-server-name'],
  ['HANDSHAKE_FAILURE', 'tls-handshake'],
  ['NO_SHARED_CIPHER', 'tls-handshake'],
  ['NO_CIPHERS_AVAILABLE', 'tls-handshake'],
  // Any other alert of the broker.
  ['TLSV1_ALERT_', 'tls-handshake'],
  ['TLSV13_ALERT_', 'tls-handshake'],
  ['SSL_TLS_ALERT_', 'tls-handshake'],
  ['SSLV3_ALERT_', 'tls-handshake'],
  ['LEGACY_SIGALG_DISALLOWED', 'tls-weak'],
  ['UNSAFE_LEGACY_RENEGOTIATION', 'tls-version'],
  ['WRONG_SIGNATURE_TYPE', 'tls-handshake'],
  ['NO_SUITABLE_', 'tls-handshake'],
  ['_CURVE', 'tls-handshake'],
  ['SUBPROTOCOL', 'websocket-subprotocol'],
  ['SEC_WEBSOCKET_ACCEPT', 'not-websocket'],
  ['HPE_INVALID', 'not-websocket'],
  ['SOCKET_HANG_UP', 'not-websocket'],
  ['FOR_PUBACK_PACKET', 'http'],
  ['FOR_PUBREC_PACKET', 'ssh'],
  ['KEEPALIVE_TIMEOUT', 'keepalive-lost'],
  ['SUBACK_TIMEOUT', 'keepalive-lost'],
]

/** By the HTTP status with which a server answers the request for a WebSocket; others say that the path is wrong. */
export const CAUSE_BY_STATUS: Readonly<Record<number, CauseName>> = {
  301: 'websocket-redirect',
  302: 'websocket-redirect',
  303: 'websocket-redirect',
  307: 'websocket-redirect',
  308: 'websocket-redirect',
  403: 'websocket-forbidden',
  426: 'websocket-upgrade',
  429: 'busy',
  502: 'websocket-gateway',
  503: 'websocket-gateway',
  504: 'websocket-gateway',
}

/** By the reason code of CONNACK or DISCONNECT: below 0x80 MQTT 3.1.1 (3.2.2.3), above it MQTT 5 (2.4). */
export const CAUSE_BY_REASON_CODE: Readonly<Record<number, CauseName>> = {
  1: 'protocol-version',
  2: 'client-id',
  3: 'busy',
  4: 'credentials',
  5: 'credentials',
  128: 'admin-closed',
  129: 'protocol-error',
  130: 'protocol-error',
  131: 'admin-closed',
  132: 'protocol-version',
  133: 'client-id',
  134: 'credentials',
  135: 'credentials',
  136: 'busy',
  137: 'busy',
  138: 'banned',
  139: 'broker-stopping',
  140: 'auth-method',
  141: 'keepalive-lost',
  142: 'taken-over',
  143: 'protocol-error',
  144: 'protocol-error',
  145: 'protocol-error',
  146: 'protocol-error',
  147: 'protocol-error',
  148: 'protocol-error',
  149: 'packet-size',
  150: 'busy',
  151: 'busy',
  152: 'admin-closed',
  153: 'protocol-error',
  154: 'retain-unsupported',
  155: 'qos-unsupported',
  156: 'other-server',
  157: 'other-server',
  158: 'protocol-error',
  159: 'busy',
  160: 'admin-closed',
  161: 'protocol-error',
  162: 'protocol-error',
}
