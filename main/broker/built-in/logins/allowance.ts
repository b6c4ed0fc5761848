import type { Clock } from '../../../shared/clock.ts'

/** A number of tries that comes back with time. */
export class Allowance {
  readonly #most: number
  readonly #oneBackMs: number
  readonly #now: Clock
  #left: number
  #countedAt: number

  constructor({ most, oneBackMs }: { readonly most: number; readonly oneBackMs: number }, now: Clock) {
    this.#most = most
    this.#oneBackMs = oneBackMs
    this.#now = now
    this.#left = most
    this.#countedAt = now()
  }

  isSpent(): boolean {
    const back = Math.max(0, Math.floor((this.#now() - this.#countedAt) / this.#oneBackMs))
    this.#countedAt += back * this.#oneBackMs
    this.#left = Math.min(this.#most, this.#left + back)
    return this.#left === 0
  }

  /** Takes one; false when none is left. */
  take(): boolean {
    if (this.isSpent()) return false
    this.#left -= 1
    return true
  }

  giveBack(): void {
    this.#left = Math.min(this.#most, this.#left + 1)
  }
}
