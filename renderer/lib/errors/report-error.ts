import { request } from '../api.ts'

/** A fault in a loop would fill the log. */
const REPORTS_MAX = 50
const LIMITS = { where: 64, message: 1_000, stack: 8_000 } as const

let left = REPORTS_MAX

/** Writes an error that nobody expected into main's log. Never fails. */
export function reportError(where: string, error: unknown, componentStack = ''): void {
  if (left === 0) return
  left -= 1
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  void request('app.reportError', {
    where: where.slice(0, LIMITS.where),
    message: message.slice(0, LIMITS.message),
    stack: `${stack}${componentStack}`.slice(0, LIMITS.stack),
  }).catch(() => undefined)
}
