/** Timers as tests can drive them. Each call returns its own cancel. */
export interface Timers {
  after(delayMs: number, callback: () => void): () => void
  every(periodMs: number, callback: () => void): () => void
}

/** The timers of the running process. */
export const systemTimers: Timers = {
  after(delayMs, callback) {
    const handle = setTimeout(callback, delayMs)
    return () => clearTimeout(handle)
  },
  every(periodMs, callback) {
    const handle = setInterval(callback, periodMs)
    return () => clearInterval(handle)
  },
}
