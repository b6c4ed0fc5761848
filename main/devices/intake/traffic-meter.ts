import type { Traffic } from '../../../preload/contract/models/settings.ts'
import type { Clock } from '../../shared/clock.ts'

/** Counts received and discarded messages, for the status line. */
export class TrafficMeter {
  readonly #clock: Clock
  readonly #dropped = new Map<string, number>()
  readonly #ignored = new Map<string, number>()
  #second = 0
  #inSecond = 0
  #inSecondBefore = 0
  #total = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  received(): void {
    this.#turn()
    this.#inSecond += 1
    this.#total += 1
  }

  /** `reason` is one of our own words, never text of a device. */
  dropped(reason: string): void {
    this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + 1)
  }

  ignored(reason: string): void {
    this.#ignored.set(reason, (this.#ignored.get(reason) ?? 0) + 1)
  }

  /** Counts messages since the start, and those ignored by a rule. */
  totals(): { readonly received: number; readonly ignored: Readonly<Record<string, number>> } {
    return { received: this.#total, ignored: Object.fromEntries(this.#ignored) }
  }

  /** Returns the rate of the last whole second and the messages dropped since the start. */
  figures(): Omit<Traffic, 'cut'> {
    this.#turn()
    return { messagesPerS: this.#inSecondBefore, received: this.#total, dropped: Object.fromEntries(this.#dropped) }
  }

  #turn(): void {
    const second = Math.floor(this.#clock() / 1000)
    if (second === this.#second) return
    this.#inSecondBefore = second === this.#second + 1 ? this.#inSecond : 0
    this.#second = second
    this.#inSecond = 0
  }
}
