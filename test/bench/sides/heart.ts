const TICK_MS = 5

/** Measures the longest work of this thread without a pause, in its own processor time, because the machine has other work. */
export class Heart {
  #longest = 0
  #workedMs = workedMs()
  readonly #timer = setInterval(() => this.#look(), TICK_MS)

  /** Returns the longest in ms since the start or the last call, with the work that goes on now, and begins anew. */
  take(): number {
    this.#look()
    const longest = this.#longest
    this.#longest = 0
    return longest
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const worked = workedMs()
    this.#longest = Math.max(this.#longest, worked - this.#workedMs)
    this.#workedMs = worked
  }
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
