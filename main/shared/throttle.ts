import type { Timers } from './timers.ts'

/** Turns any number of marks into at most one call of `emit` per period: the first at once, the last never lost. */
export class Throttle {
  readonly #timers: Timers
  readonly #periodMs: number
  readonly #emit: () => void
  #cancel: (() => void) | null = null
  #isMarked = false

  constructor(timers: Timers, periodMs: number, emit: () => void) {
    this.#timers = timers
    this.#periodMs = periodMs
    this.#emit = emit
  }

  mark(): void {
    this.#isMarked = true
    if (this.#cancel === null) this.#fire()
  }

  dispose(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#isMarked = false
  }

  #fire(): void {
    this.#cancel = null
    if (!this.#isMarked) return
    this.#isMarked = false
    this.#cancel = this.#timers.after(this.#periodMs, () => this.#fire())
    this.#emit()
  }
}
