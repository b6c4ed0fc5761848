import type { Alert, AlertCounts, AlertRule, AlertWindow } from '../../../preload/contract/models/devices/alert.ts'
import type { DeviceRef, Presence } from '../../../preload/contract/models/devices/device.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { Throttle } from '../../shared/throttle.ts'
import { SLEPT_AFTER_MS, type Timers } from '../../shared/timers.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { DeviceObserver } from '../registry/registry.ts'
import type { DeviceMessage } from '../wire/messages.ts'
import { AlertEnds } from './alert-ends.ts'
import { AlertHandling } from './alert-handling.ts'
import { AlertRules } from './alert-rules.ts'
import type { AlertStore } from './alert-store.ts'
import { AlertTelling, type AlertTellingDeps } from './alert-telling.ts'
import { type AlertQuery, KeptAlerts } from './kept-alerts.ts'
import { Maintenances } from './maintenances.ts'
import type { RuleWatch } from './rule-watch.ts'

export interface AlertServiceDeps extends AlertTellingDeps {
  readonly store: AlertStore
  readonly find: (ref: DeviceRef) => DeviceRecord | undefined
  /** Of a connection; no device is where it is left out. */
  readonly isSimulated?: (connectionId: string) => boolean
  readonly clock: Clock
  readonly timers: Timers
  readonly newId: () => string
  readonly log: Log
  readonly operatorName: () => string
  /** True where the end of an alert is told too; nowhere unless given. */
  readonly tellsEnds?: () => boolean
  /** Called at most twice a second. */
  readonly onChanged: () => void
  /** Null when writing works again. */
  readonly onWritten: (error: unknown) => void
}

const TICK_MS = 1_000
const CHANGES_PERIOD_MS = 500
const TIDY_EVERY_MS = 60_000

/** Watches devices by rules; raises, acknowledges and resolves their alerts. */
export class AlertService implements DeviceObserver {
  readonly #deps: AlertServiceDeps
  readonly handling: AlertHandling
  readonly #alerts: KeptAlerts
  readonly #rules: AlertRules
  readonly #maintenances: Maintenances
  readonly #ends = new AlertEnds()
  readonly #changes: Throttle
  readonly #telling: AlertTelling
  #tidiedAt = 0
  #tickedAt = 0
  #stopTicking: (() => void) | null = null

  constructor(deps: AlertServiceDeps) {
    this.#deps = deps
    this.#alerts = new KeptAlerts(deps)
    this.#telling = new AlertTelling(deps)
    this.#rules = new AlertRules({ ...deps, onEnded: (alertId) => this.#resolve(alertId, deps.clock()) })
    this.#changes = new Throttle(deps.timers, CHANGES_PERIOD_MS, deps.onChanged)
    this.#maintenances = new Maintenances(deps.store)
    this.handling = new AlertHandling({
      ...deps,
      alerts: this.#alerts,
      maintenances: this.#maintenances,
      onChanged: () => this.#changes.mark(),
    })
  }

  /** Starts watching; call once the devices are loaded. */
  start(): void {
    const { find, clock } = this.#deps
    this.#alerts.load()
    this.#maintenances.load(clock())
    this.#rules.load()
    this.#ends.load(this.#alerts.resolved(), clock())
    for (const alert of this.#alerts.open()) {
      const record = find(alert)
      const watch = this.#rules.watches().find(({ rule }) => rule.id === alert.ruleId)
      if (record === undefined || watch === undefined) this.#resolve(alert.id, clock())
      else watch.resume(record, alert)
    }
    this.#stopTicking = this.#deps.timers.every(TICK_MS, () => this.#tick())
  }

  /** Hands on what is not told yet; call when the app ends, before what sends it does. */
  tellNow(): void {
    this.#telling.tellNow()
  }

  dispose(): void {
    this.#stopTicking?.()
    this.#stopTicking = null
    this.#changes.dispose()
    while (this.#alerts.writeSome());
  }

  updated(record: DeviceRecord, message: DeviceMessage): void {
    if ((message.kind !== 'heartbeat' && message.kind !== 'data') || message.isRetained) return
    for (const watch of this.#rules.readings) {
      const ended = watch.read(record, message)
      if (ended !== null) this.#over(record, ended, message.receivedAt)
    }
  }

  presenceChanged(record: DeviceRecord, _before: Presence): void {
    const isGone = record.presence === 'offline' || record.presence === 'lost'
    // A device that was gone stays gone after a start or a reconnect, until its next message.
    if (!isGone && record.presence === 'never-seen') return
    const now = this.#deps.clock()
    for (const watch of this.#rules.offline) {
      const ended = watch.holds(record, isGone, null, now)
      if (ended !== null) this.#over(record, ended, now)
    }
  }

  forgotten(record: DeviceRecord): void {
    for (const watch of this.#rules.watches()) {
      const alertId = watch.forget(record)
      if (alertId !== null) this.#resolve(alertId, this.#deps.clock())
    }
  }

  counts(connectionId: string | null): AlertCounts {
    return this.#alerts.counts(connectionId)
  }

  window(connectionId: string | null, query: AlertQuery): AlertWindow {
    return this.#alerts.window(connectionId, query)
  }

  rules(): readonly AlertRule[] {
    return this.#rules.list()
  }

  /** @throws AppError FILTER_INVALID, RULE_LIMIT, DISK_FAILED */
  saveRule(rule: AlertRule): readonly AlertRule[] {
    this.#rules.save(rule)
    return this.#rules.list()
  }

  /** @throws AppError NOT_FOUND, DISK_FAILED */
  removeRule(id: string): readonly AlertRule[] {
    this.#rules.remove(id)
    return this.#rules.list()
  }

  #tick(): void {
    const now = this.#deps.clock()
    const hasSlept = this.#tickedAt > 0 && now - this.#tickedAt > TICK_MS + SLEPT_AFTER_MS
    this.#tickedAt = now
    if (hasSlept) for (const watch of this.#rules.watches()) watch.restart(now)
    if (this.#maintenances.tidy(now)) this.#changes.mark()
    for (const woken of this.handling.wake(now))
      if (this.#rules.hasNotification(woken.ruleId)) this.#tell(woken, 'raised')
    for (const id of this.#ends.due(now)) this.#tellEnd(id)
    const quietUntil = (record: DeviceRecord) => this.#maintenances.until(record, now)
    for (const watch of this.#rules.watches()) {
      for (const { record, condition } of watch.due(now, quietUntil)) {
        condition.alertId = this.#raise(watch, record, condition.value, now)
      }
      if (now - this.#tidiedAt >= TIDY_EVERY_MS) watch.tidy(now)
    }
    if (now - this.#tidiedAt >= TIDY_EVERY_MS || now < this.#tidiedAt) this.#tidiedAt = now
    this.#telling.handOn(now)
    this.#alerts.writeSome()
  }

  #raise(watch: RuleWatch, record: DeviceRecord, value: number | null, now: number): string | null {
    const { rule } = watch
    const coolingId = watch.cooling(record, now)
    const earlier = coolingId === null ? undefined : this.#alerts.get(coolingId)
    if (earlier !== undefined) {
      const state = earlier.acknowledged === null ? 'active' : 'acknowledged'
      const again: Alert = { ...earlier, state, resolvedAt: null, value, occurrences: earlier.occurrences + 1 }
      this.#ends.cameBack(again.id)
      // Whoever was told that it is over must hear that it is not.
      if (again.told === 'over' && rule.hasNotification) this.#tell(again, 'raised')
      else this.#alerts.change(again)
      this.#changes.mark()
      return earlier.id
    }
    const alert: Alert = {
      id: this.#deps.newId(),
      connectionId: record.connectionId,
      deviceId: record.deviceId,
      ruleId: rule.id,
      ruleName: rule.name,
      watches: rule.watches,
      comparison: rule.comparison,
      threshold: rule.threshold,
      severity: rule.severity,
      state: 'active',
      raisedAt: now,
      value,
      occurrences: 1,
      acknowledged: null,
      resolvedAt: null,
      snoozedUntil: null,
    }
    const isKept = this.#alerts.add(alert)
    this.#changes.mark()
    if (!isKept) return null
    if (rule.hasNotification) this.#tell(alert, 'raised')
    return alert.id
  }

  #tell(alert: Alert, told: 'raised' | 'over'): void {
    const next = { ...alert, told }
    this.#alerts.change(next)
    this.#telling.add(next)
  }

  /** Ends an alert whose condition does not hold any more. A device in maintenance, or an alert that was put off, says nothing. */
  #over(record: DeviceRecord, alertId: string, now: number): void {
    const alert = this.#alerts.get(alertId)
    const isTold =
      alert?.told === 'raised' && alert.state !== 'snoozed' && this.#maintenances.until(record, now) === null
    this.#resolve(alertId, now, isTold)
    if (isTold) this.#ends.ended(alertId, now)
  }

  #tellEnd(alertId: string): void {
    const alert = this.#alerts.get(alertId)
    if (alert?.state === 'resolved' && this.#deps.tellsEnds?.() === true) this.#tell(alert, 'over')
  }

  /** `isTold`: the end will be told, so that what was told before is kept until then. */
  #resolve(alertId: string, now: number, isTold = false): void {
    const alert = this.#alerts.get(alertId)
    if (alert === undefined || alert.state === 'resolved') return
    const told = isTold ? alert.told : undefined
    this.#alerts.change({ ...alert, state: 'resolved', resolvedAt: now, snoozedUntil: null, told })
    this.#changes.mark()
  }
}
