import { AppError, type ErrorCode } from '../../preload/contract/errors.ts'

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

/** HTTP status of a failure of the model library; null when there was no answer at all. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null
  return typeof error.status === 'number' ? error.status : null
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
    return new AppError(BY_STATUS[status] ?? 'ASSISTANT_UNREACHABLE', { host, model, status }, { cause: error })
  }
  const code = error instanceof SyntaxError ? 'ASSISTANT_BAD_ANSWER' : 'ASSISTANT_UNREACHABLE'
  return new AppError(code, { host, model }, { cause: error })
}
