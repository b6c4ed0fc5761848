const FIRST_WINDOW_MS = 1_000
/** Longest window of the back-off, in ms; the first is 1 s. */
export const LAST_WINDOW_MS = 128_000
/** A connection that held this long counts as stable and resets the back-off. */
export const STABLE_AFTER_MS = 20_000

/**
 * Wait before the next attempt, in ms: full jitter in a window that doubles from 1 s to 128 s.
 * `attempt` counts failed attempts from 1; `random` yields [0, 1).
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  const windowMs = Math.min(LAST_WINDOW_MS, FIRST_WINDOW_MS * 2 ** Math.max(0, Math.min(attempt, 16) - 1))
  return Math.round(windowMs * random())
}
