const TICK_MS = 5

/** Measures the longest work of this thread without a pause, in its own processor time, because the machine has other work. */
export class Heart {
  /** Ms; set to 0 to begin anew. */
  longest = 0
  #workedMs = workedMs()
  readonly #timer = setInterval(() => {
    this.longest = Math.max(this.longest, workedMs() - this.#workedMs)
    this.#workedMs = workedMs()
  }, TICK_MS)

  stop(): void {
    clearInterval(this.#timer)
  }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
