import type { Alert } from '../../../preload/contract/models/devices/alert.ts'

/** An end is told once it has lasted, because a condition at its limit ends and comes back. */
const SETTLE_MS = 60_000
/** After a start, an end of this age is no news. */
const OLDEST_MS = 3_600_000

/** Alerts that are over, until that is told. */
export class AlertEnds {
  /** By alert, epoch ms of its end. */
  readonly #waiting = new Map<string, number>()

  /** Takes over those of which an earlier run did not tell. */
  load(resolved: Iterable<Alert>, now: number): void {
    for (const { id, told, resolvedAt } of resolved)
      if (told === 'raised' && resolvedAt !== null && now - resolvedAt < OLDEST_MS) this.#waiting.set(id, resolvedAt)
  }

  ended(id: string, now: number): void {
    this.#waiting.set(id, now)
  }

  /** Call when the condition holds again. */
  cameBack(id: string): void {
    this.#waiting.delete(id)
  }

  /** Returns the alerts whose end has lasted, each once. */
  due(now: number): readonly string[] {
    const due = [...this.#waiting].filter(([, at]) => now - at >= SETTLE_MS || at > now).map(([id]) => id)
    for (const id of due) this.#waiting.delete(id)
    return due
  }
}
