interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A clock that moves when it is told to, and the timers on it. */
export class ManualTime {
  #now: number
  #timers: Timer[] = []

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + delayMs, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Moves on and runs what falls due, each at its own time. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (let next = this.#due(end); next !== undefined; next = this.#due(end)) {
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }

  /** The computer sleeps: what falls due meanwhile runs late, when time goes on. */
  sleep(ms: number): void {
    this.#now += ms
  }

  /** The process that set the timers is gone. */
  forget(): void {
    this.#timers = []
  }

  #due(end: number): Timer | undefined {
    return this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
