/** Numbers, libraries and source files around the reason of a TLS error, as OpenSSL and BoringSSL print it. */
const TLS_ERROR = /error:[0-9A-Fa-f]{8}:[^:]{0,60}:[^:]{0,60}:([^:]{1,80})/

/** Returns the reason alone where a message of the TLS library is one line of its internals; else the message. */
export function plainReason(message: string): string {
  const reason = TLS_ERROR.exec(message)?.[1]
  return reason === undefined ? message : `TLS: ${reason.toLowerCase().replaceAll('_', ' ')}`
}
