const MAX_LENGTH = 400
/** Shorter secrets would blank ordinary letters; the library's texts hold none of them. */
const MIN_SECRET_LENGTH = 4

/** The library's own words made safe to show: one line, no control characters, no PEM, none of the secrets. */
export function safeDetail(text: string, secrets: readonly string[]): string {
  let safe = text.replace(/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, '[PEM]')
  for (const secret of secrets) {
    if (secret.length >= MIN_SECRET_LENGTH) safe = safe.replaceAll(secret, '••••')
  }
  // OpenSSL begins with the id of its thread.
  safe = safe.replace(/\b[0-9A-F]{8,16}:(?=error:)/g, '')
  safe = safe.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return safe.length > MAX_LENGTH ? `${safe.slice(0, MAX_LENGTH)}…` : safe
}

/** Makes the first bytes of a peer readable: printable ASCII as it is, else hexadecimal. */
export function describeBytes(bytes: Buffer): string {
  const line = /^[\x20-\x7e]*/.exec(bytes.toString('latin1'))?.[0] ?? ''
  if (line.length >= 3) return `"${line.slice(0, 32)}"`
  return bytes.length === 0
    ? '-'
    : bytes
        .subarray(0, 16)
        .toString('hex')
        .replace(/(..)(?!$)/g, '$1 ')
}

/** Code and message of an error, and of each error inside an AggregateError. */
export function describeError(error: unknown): string {
  if (error === null || error === undefined) return ''
  if (error instanceof AggregateError) return error.errors.map(describeError).join('; ')
  if (!(error instanceof Error)) return String(error)
  const code = errorCode(error)
  return code === null || error.message.includes(code) ? error.message : `${code}: ${error.message}`
}

/** `error.code` when it is a string, else null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
