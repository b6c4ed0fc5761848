import type { After } from '../../../../../main/shared/timers.ts'

/** A clock that runs only when told, with its timers. */
export class PlayedTimers {
  nowMs = 0
  readonly #due: { at: number; run: () => void }[] = []

  readonly now = (): number => this.nowMs

  readonly after: After = (delayMs, run) => {
    const entry = { at: this.nowMs + delayMs, run }
    this.#due.push(entry)
    return () => {
      const index = this.#due.indexOf(entry)
      if (index !== -1) this.#due.splice(index, 1)
    }
  }

  /** Lets ms pass in which nothing runs, as on a busy machine; what became due runs with the next ms. */
  stall(ms: number): void {
    this.nowMs += ms
  }

  /** Lets ms pass one by one, with what is awaited in between. */
  async pass(ms: number): Promise<void> {
    for (const end = this.nowMs + ms; this.nowMs < end; ) {
      this.nowMs += 1
      for (;;) {
        const index = this.#due.findIndex(({ at }) => at <= this.nowMs)
        if (index === -1) break
        this.#due.splice(index, 1)[0]?.run()
      }
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    }
  }
}
