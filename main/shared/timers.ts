/** Runs a callback once after a delay in ms; returns the function that cancels it. */
export type After = (delayMs: number, run: () => void) => () => void

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
