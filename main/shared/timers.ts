/** Runs a callback once after a delay in ms; returns the function that cancels it. */
export type After = (delayMs: number, run: () => void) => () => void

/**
 * A timer that comes this much too late means that the computer slept, or that the process stood still: what nobody heard
 * meanwhile is no silence of others. In ms; less than the seven seconds after which silence first shows on a device.
 */
export const SLEPT_AFTER_MS = 5_000

/** Timers as tests can drive them. Each call returns its own cancel. */
export interface Timers {
  readonly after: After
  /** Runs a callback every `periodMs`. */
  readonly every: After
}

/** The timers of the running process. */
export const systemTimers: Timers = {
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs)
    return () => clearTimeout(handle)
  },
  every(periodMs, run) {
    const handle = setInterval(run, periodMs)
    return () => clearInterval(handle)
  },
}
