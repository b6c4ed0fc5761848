import type { Traffic } from '../../../preload/contract/models/app/settings.ts'
import type { Clock } from '../../shared/clock.ts'

/** Devices report in bursts: a figure of one second would jump between nothing and all of them. */
const AVERAGED_S = 5

/** Counts received and discarded messages, for the status line. */
export class TrafficMeter {
  readonly #clock: Clock
  readonly #dropped = new Map<string, number>()
  readonly #ignored = new Map<string, number>()
  /** Messages of the running second and of those before it, the newest first. */
  readonly #seconds: number[] = Array.from({ length: AVERAGED_S + 1 }, () => 0)
  #second = 0
  #total = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** `at`: epoch ms. */
  received(at: number): void {
    this.#turn(at)
    this.#seconds[0] = (this.#seconds[0] ?? 0) + 1
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

  /** Returns the mean rate of the last whole seconds and the messages dropped since the start. */
  figures(): Omit<Traffic, 'cut'> {
    this.#turn(this.#clock())
    const whole = this.#seconds.slice(1).reduce((sum, count) => sum + count, 0)
    const messagesPerS = Math.round((whole / AVERAGED_S) * 10) / 10
    return { messagesPerS, received: this.#total, dropped: Object.fromEntries(this.#dropped) }
  }

  #turn(now: number): void {
    const second = Math.floor(now / 1000)
    const passed = Math.min(Math.max(0, second - this.#second), this.#seconds.length)
    if (second === this.#second) return
    this.#second = second
    this.#seconds.unshift(...Array.from({ length: passed }, () => 0))
    this.#seconds.length = AVERAGED_S + 1
  }
}
