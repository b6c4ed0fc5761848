import { AppError, type ErrorCode } from '../../../preload/contract/errors.ts'
import type { EndpointReason } from '../../../preload/contract/models/assistant/assistant.ts'

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'ASSISTANT_BAD_ANSWER',
  401: 'ASSISTANT_KEY_REFUSED',
  402: 'ASSISTANT_RATE_LIMITED',
  403: 'ASSISTANT_KEY_REFUSED',
  404: 'ASSISTANT_MODEL_UNKNOWN',
  408: 'ASSISTANT_TIMEOUT',
  422: 'ASSISTANT_BAD_ANSWER',
  429: 'ASSISTANT_RATE_LIMITED',
  504: 'ASSISTANT_TIMEOUT',
}

const BY_CODE: Readonly<Record<string, EndpointReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EHOSTDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  UND_ERR_SOCKET: 'dropped',
  ETIMEDOUT: 'silent',
  UND_ERR_CONNECT_TIMEOUT: 'silent',
  UND_ERR_HEADERS_TIMEOUT: 'silent',
  UND_ERR_BODY_TIMEOUT: 'silent',
}
/** OpenSSL's words for a chain that cannot be verified, and Node's for a name that does not fit. */
const TLS_CODE = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS|ERR_SSL|EPROTO|INVALID_CA|HOSTNAME_MISMATCH)/u
const MAX_CAUSES = 8

/** HTTP status of a failure of the model library; null when there was no answer at all. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  return typeof error.status === 'number' ? error.status : null
}

/** Why there was no answer, as far as the chain of causes tells. */
export function endpointReason(error: unknown): EndpointReason | null {
  let current: unknown = error
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth++) {
    const code = 'code' in current ? String(current.code) : ''
    const known = BY_CODE[code] ?? (TLS_CODE.test(code) ? 'tls' : null)
    if (known !== null) return known
    if (/^proxy response/iu.test(current.message)) return 'proxy'
    if (/unexpected redirect/iu.test(current.message)) return 'redirect'
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0]
    else current = current.cause
  }
  return null
}

/** Turns a failed call into what the operator can act on. Server texts are dropped: they may repeat the request. */
export function modelFailure(
  error: unknown,
  context: {
    readonly host: string
    readonly model: string
    readonly isCancelled: boolean
    readonly isTimedOut: boolean
  },
): AppError {
  const { host, model, isCancelled, isTimedOut } = context
  if (error instanceof AppError) return error
  if (isCancelled) return new AppError('ASSISTANT_CANCELLED', { host, model })
  if (isTimedOut) return new AppError('ASSISTANT_TIMEOUT', { host, model })
  const status = statusOf(error)
  if (status !== null) {
    const reason: EndpointReason | null = status >= 500 && status !== 504 ? 'server-error' : null
    return new AppError(BY_STATUS[status] ?? 'ASSISTANT_UNREACHABLE', { host, model, status, reason }, { cause: error })
  }
  const isNonsense = error instanceof SyntaxError
  const reason = isNonsense ? 'no-endpoint' : endpointReason(error)
  const code = isNonsense ? 'ASSISTANT_BAD_ANSWER' : 'ASSISTANT_UNREACHABLE'
  return new AppError(code, { host, model, reason }, { cause: error })
}
