import { AppError, type ErrorCode } from '../../preload/contract/errors.ts'

const MAX_CAUSES = 8
/** OpenSSL's words for a chain that cannot be verified, and Node's for a name that does not fit. */
const CERTIFICATE_CODE = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|INVALID_CA|HOSTNAME_MISMATCH)/u
const CERTIFICATE_WORDS = /certificate|altnames/iu
const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

/** Names why there was no answer, as far as the chain of causes tells. */
export function networkFailure(error: unknown, host: string): AppError {
  for (const { code, message, name } of chainOf(error)) {
    if (CERTIFICATE_CODE.test(code)) return failure('DELIVERY_CERTIFICATE', error, { host, systemCode: code })
    if (TIMEOUT_CODES.has(code) || name === 'TimeoutError') return failure('DELIVERY_TIMEOUT', error, { host })
    if (/unexpected redirect/iu.test(message)) return failure('DELIVERY_REFUSED', error, { host })
  }
  // The mail library puts codes of its own over those of the system, which stay in the message.
  const named = chainOf(error).flatMap(({ message }) => /\bE[A-Z]{4,20}\b/u.exec(message)?.[0] ?? [])
  const [first] = chainOf(error)
    .filter(({ code }) => /^E[A-Z]+$/u.test(code))
    .slice(-1)
  return failure('DELIVERY_UNREACHABLE', error, { host, systemCode: named[0] ?? first?.code ?? '' })
}

/** Names what a server that answered did not like; null if it took the message. 408, 429 and 5xx may pass. */
export function answerFailure(status: number, host: string): AppError | null {
  if (status >= 200 && status < 300) return null
  if (status === 401 || status === 403 || status === 407)
    return new AppError('DELIVERY_LOGIN_REFUSED', { host, status })
  if (status === 408 || status === 429 || status >= 500) return new AppError('DELIVERY_UNREACHABLE', { host, status })
  return new AppError('DELIVERY_REFUSED', { host, status })
}

/** Names a failure of the mail library. Its texts are dropped, because a server may repeat what it was sent. */
export function mailFailure(error: unknown, host: string): AppError {
  const { code, responseCode, command } = mailFacts(error)
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return failure('DELIVERY_LOGIN_REFUSED', error, { host, status: responseCode })
  const chain = chainOf(error)
  if (chain.some((link) => CERTIFICATE_CODE.test(link.code) || CERTIFICATE_WORDS.test(link.message)))
    return failure('DELIVERY_CERTIFICATE', error, { host })
  if (code === 'ETLS' || command === 'STARTTLS' || chain.some((link) => /wrong version number/iu.test(link.message)))
    return failure('DELIVERY_NO_TLS', error, { host })
  if (responseCode !== null && responseCode >= 500)
    return failure('DELIVERY_REFUSED', error, { host, status: responseCode })
  if (responseCode !== null) return failure('DELIVERY_UNREACHABLE', error, { host, status: responseCode })
  if (code === 'ETIMEDOUT') return failure('DELIVERY_TIMEOUT', error, { host })
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return failure('DELIVERY_REFUSED', error, { host })
  return networkFailure(error, host)
}

interface Link {
  readonly code: string
  readonly message: string
  readonly name: string
}

function chainOf(error: unknown): readonly Link[] {
  const links: Link[] = []
  let current: unknown = error
  while (links.length < MAX_CAUSES && current instanceof Error) {
    const code = 'code' in current ? String(current.code) : ''
    links.push({ code, message: current.message, name: current.name })
    current = current instanceof AggregateError && current.errors.length > 0 ? current.errors[0] : current.cause
  }
  return links
}

function mailFacts(error: unknown): {
  readonly code: string
  readonly responseCode: number | null
  readonly command: string
} {
  const facts = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  return {
    code: typeof facts.code === 'string' ? facts.code : '',
    responseCode: typeof facts.responseCode === 'number' ? facts.responseCode : null,
    command: typeof facts.command === 'string' ? facts.command : '',
  }
}

function failure(code: ErrorCode, cause: unknown, data: Readonly<Record<string, string | number | null>>): AppError {
  return new AppError(code, data, { cause })
}
