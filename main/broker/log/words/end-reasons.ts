import type { LogCauseName } from '../log-causes.ts'

/** Reasons for which the broker ends a connection, in the words of 1.6, 2.0 and 2.1. */
const REASONS: Readonly<Record<string, LogCauseName>> = {
  'not authorised': 'log-not-authorised',
  'not authorized': 'log-not-authorised',
  'no longer authorised': 'log-not-authorised',
  'bad username or password': 'log-not-authorised',
  'bad user name or password': 'log-not-authorised',
  'bad authentication method': 'log-auth-method',
  'protocol error': 'log-protocol',
  'malformed packet': 'log-protocol',
  'topic alias invalid': 'log-protocol',
  'client identifier not valid': 'log-client-id',
  'quota exceeded': 'log-quota',
  'connection rate exceeded': 'log-quota',
  'server busy': 'log-quota',
  'receive maximum exceeded': 'log-receive-maximum',
  'exceeding the receive maximum': 'log-receive-maximum',
  'oversize packet': 'log-packet-size',
  'oversize payload': 'log-packet-size',
  'exceeded timeout': 'log-keepalive',
  'session taken over': 'log-taken-over',
  'administrative action': 'log-disconnected',
  'client banned': 'log-disconnected',
  'server unavailable': 'log-plugin-refused',
  'implementation specific error': 'log-plugin-refused',
  'non-matching http origin': 'log-http-origin',
  'out of memory': 'log-memory',
  'used disallowed feature (qos too high, retain not supported, or bad auth method)': 'log-feature',
  'using not allowed feature (qos too high, retain not supported, or bad auth method)': 'log-feature',
  'qos too high or retain not supported': 'log-feature',
}

/** Returns undefined for words that are no reason of the broker's. */
export function endReasonOf(words: string): LogCauseName | undefined {
  const key = words.toLowerCase()
  return Object.hasOwn(REASONS, key) ? REASONS[key] : undefined
}

/** Words of Mosquitto's library for a connection that broke off. */
const LIBRARY: Readonly<Record<string, LogCauseName | 'lost' | 'tls'>> = {
  'no error': 'lost',
  'out of memory': 'log-memory',
  'a network protocol error occurred when communicating with the broker': 'log-protocol',
  'invalid arguments provided': 'lost',
  'invalid input': 'lost',
  'the client is not currently connected': 'lost',
  'the connection was refused': 'lost',
  'message not found (internal error)': 'lost',
  'the connection was lost': 'lost',
  'a tls error occurred': 'tls',
  'payload too large': 'log-packet-size',
  'this feature is not supported': 'log-feature',
  'authorisation failed': 'log-not-authorised',
  'access denied by acl': 'log-not-authorised',
  'unknown error': 'lost',
  'lookup error': 'lost',
  'dns lookup failed': 'lost',
  'proxy error': 'log-proxy',
  'plugin deferring result': 'log-plugin-refused',
  'malformed utf-8': 'log-protocol',
  'malformed packet': 'log-protocol',
  'keepalive exceeded': 'log-keepalive',
  'duplicate property in property list': 'log-protocol',
  'tls handshake failed': 'tls',
  'requested qos not supported on server': 'log-feature',
  'retain not supported': 'log-feature',
  'packet larger than supported by the server': 'log-packet-size',
  'ocsp error': 'tls',
  timeout: 'log-keepalive',
  'entry already exists': 'lost',
  'ignore plugin': 'lost',
  'bad http origin': 'log-http-origin',
  'unspecified error': 'lost',
  'implementaion specific error': 'log-plugin-refused',
  'implementation specific error': 'log-plugin-refused',
  'client identifier not valid': 'log-client-id',
  'bad username or password': 'log-not-authorised',
  'server unavailable': 'log-plugin-refused',
  'server busy': 'log-quota',
  banned: 'log-disconnected',
  'bad authentication method': 'log-auth-method',
  'session taken over': 'log-taken-over',
  'receive maximum exceeded': 'log-receive-maximum',
  'topic alias invalid': 'log-protocol',
  'administrative action': 'log-disconnected',
  'connection rate exceeded': 'log-quota',
  'quota exceeded': 'log-quota',
  'authentication delayed': 'lost',
  'continue with authentication': 'lost',
  'no subscribers': 'lost',
  'subscription already exists': 'lost',
  'connection pending': 'lost',
}

/** Returns undefined for words that the library does not have. */
export function libraryReasonOf(words: string): LogCauseName | 'lost' | 'tls' | undefined {
  const key = words.toLowerCase()
  return Object.hasOwn(LIBRARY, key) ? LIBRARY[key] : undefined
}
