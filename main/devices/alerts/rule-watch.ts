import type { Alert, AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import { type CompiledFilter, compileFilter } from '../filter/compile-filter.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { TelemetryMessage } from '../wire/messages.ts'

/** The condition of a rule on one device. */
interface Condition {
  /** Epoch ms from which it holds. */
  readonly since: number
  /** Epoch ms of the next check. */
  dueAt: number
  value: number | null
  /** The alert raised for it, if any. */
  alertId: string | null
}

/** Delay before a device outside of the scope is checked again, because it may have got a tag. */
const SCOPE_AGAIN_MS = 30_000
/** Limit of devices that one rule follows at the same time. */
const CONDITIONS_MAX = 200_000

export interface Due {
  readonly record: DeviceRecord
  readonly condition: Condition
}

/** One rule, and the devices for which its condition holds at present. */
export class RuleWatch {
  readonly rule: AlertRule
  readonly #scope: CompiledFilter
  readonly #isSimulated: (connectionId: string) => boolean
  readonly #conditions = new Map<DeviceRecord, Condition>()
  readonly #waiting = new Set<DeviceRecord>()
  /** Alerts in their cooldown; the same device reopens its own until then. */
  readonly #cooling = new Map<DeviceRecord, { readonly alertId: string; readonly until: number }>()

  /** @throws AppError FILTER_INVALID for its scope */
  constructor(rule: AlertRule, isSimulated: (connectionId: string) => boolean = () => false) {
    this.rule = rule
    this.#isSimulated = isSimulated
    this.#scope = compileFilter(rule.scope)
  }

  /** Takes up an alert of an earlier run. */
  resume(record: DeviceRecord, alert: Alert): void {
    this.#conditions.set(record, { since: alert.raisedAt, dueAt: 0, value: alert.value, alertId: alert.id })
  }

  /** Checks a message; returns the alert that ends with it, if any. */
  read(record: DeviceRecord, message: TelemetryMessage): string | null {
    const value = this.#valueIn(message)
    if (value === null) return null
    const { comparison, threshold } = this.rule
    return this.holds(record, comparison === 'above' ? value > threshold : value < threshold, value, message.receivedAt)
  }

  /** Counts the time of conditions that wait anew, because nobody watched them while the computer slept. */
  restart(now: number): void {
    for (const record of this.#waiting) {
      const condition = this.#conditions.get(record)
      if (condition !== undefined) condition.dueAt = Math.max(condition.dueAt, now + this.rule.durationS * 1000)
    }
  }

  /** Starts or ends the condition; returns the alert that ends with it, if any. */
  holds(record: DeviceRecord, isTrue: boolean, value: number | null, now: number): string | null {
    if (!isTrue) return this.#conditions.size === 0 ? null : this.end(record, now)
    const condition = this.#conditions.get(record)
    if (condition !== undefined) {
      condition.value = value
      return null
    }
    if (this.#conditions.size >= CONDITIONS_MAX) return null
    // A value of a simulated device is shown at once, because nobody watches a demo for minutes.
    const isShownAtOnce = this.rule.watches.kind === 'metric' && this.#isSimulated(record.connectionId)
    const dueAt = isShownAtOnce ? now : now + this.rule.durationS * 1000
    this.#conditions.set(record, { since: now, dueAt, value, alertId: null })
    this.#waiting.add(record)
    return null
  }

  /** Ends the condition; returns its alert. */
  end(record: DeviceRecord, now: number): string | null {
    const condition = this.#conditions.get(record)
    if (condition === undefined) return null
    this.#conditions.delete(record)
    this.#waiting.delete(record)
    if (condition.alertId !== null && this.rule.cooldownS > 0)
      this.#cooling.set(record, { alertId: condition.alertId, until: now + this.rule.cooldownS * 1000 })
    return condition.alertId
  }

  forget(record: DeviceRecord): string | null {
    const alertId = this.end(record, 0)
    this.#cooling.delete(record)
    return alertId
  }

  /**
   * Yields the devices in the scope whose condition has held for long enough. `quietUntil` gives the time until which a
   * device raises nothing, or null.
   */
  *due(now: number, quietUntil: (record: DeviceRecord) => number | null): Iterable<Due> {
    for (const record of this.#waiting) {
      const condition = this.#conditions.get(record)
      if (condition === undefined || condition.dueAt > now) continue
      const quiet = quietUntil(record)
      // Looked at again soon, because a quiet time may be ended early.
      if (quiet !== null) condition.dueAt = Math.min(quiet, now + SCOPE_AGAIN_MS)
      else if (this.#scope.matches(record, now)) {
        this.#waiting.delete(record)
        yield { record, condition }
      } else condition.dueAt = now + SCOPE_AGAIN_MS
    }
  }

  /** Returns the alert to reopen instead of a new one. */
  cooling(record: DeviceRecord, now: number): string | null {
    const cooling = this.#cooling.get(record)
    if (cooling === undefined) return null
    this.#cooling.delete(record)
    return cooling.until > now ? cooling.alertId : null
  }

  /** Drops cooldowns that are over. */
  tidy(now: number): void {
    for (const [record, { until }] of this.#cooling) if (until <= now) this.#cooling.delete(record)
  }

  /** Alerts of conditions that hold. */
  openAlerts(): string[] {
    return [...this.#conditions.values()].flatMap(({ alertId }) => alertId ?? [])
  }

  #valueIn(message: TelemetryMessage): number | null {
    const { watches } = this.rule
    if (watches.kind === 'metric') return message.metrics[watches.metric] ?? null
    if (watches.kind === 'offline') return null
    for (const { name, value } of message.sensors) if (name === watches.field && typeof value === 'number') return value
    return null
  }
}
