import type { Alert } from '../../preload/contract/models/devices/alert.ts'
import type { Clock } from '../shared/clock.ts'
import type { Timers } from '../shared/timers.ts'

/** Pause after the last alert of a cause before a message is made, because a network that fails takes devices down one by one. */
const SETTLE_MS = 15_000
/** Longest wait of an alert, also while others keep coming. */
const LONGEST_MS = 60_000
/** Shortest time between two messages. */
const GAP_MS = 60_000

/** Gathers alerts, so that what has one cause becomes one message. */
export class AlertCollector {
  readonly #clock: Clock
  readonly #timers: Timers
  readonly #onGathered: (alerts: readonly Alert[]) => void
  readonly #onReady: (alerts: readonly Alert[]) => void
  #waiting: Alert[] = []
  #since = 0
  #lastAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor(deps: {
    readonly clock: Clock
    readonly timers: Timers
    /** Gets all that wait whenever some came; what was given before is among them. */
    readonly onGathered: (alerts: readonly Alert[]) => void
    readonly onReady: (alerts: readonly Alert[]) => void
  }) {
    this.#clock = deps.clock
    this.#timers = deps.timers
    this.#onGathered = deps.onGathered
    this.#onReady = deps.onReady
  }

  add(alerts: readonly Alert[]): void {
    if (alerts.length === 0) return
    const now = this.#clock()
    if (this.#waiting.length === 0) this.#since = now
    for (const alert of alerts) this.#waiting.push(alert)
    this.#onGathered(this.#waiting)
    const settled = Math.min(now + SETTLE_MS, this.#since + LONGEST_MS)
    // A clock that was set back makes the last message lie ahead; it delays nothing then.
    const allowed = this.#lastAt <= now ? this.#lastAt + GAP_MS : now
    this.#cancel?.()
    this.#cancel = this.#timers.after(Math.max(0, Math.max(settled, allowed) - now), () => this.#ready())
  }

  /** Hands on at once what waits. */
  dispose(): void {
    this.#cancel?.()
    if (this.#waiting.length > 0) this.#ready()
  }

  #ready(): void {
    this.#cancel = null
    const alerts = this.#waiting
    this.#waiting = []
    this.#lastAt = this.#clock()
    this.#onReady(alerts)
  }
}
