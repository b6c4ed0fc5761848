import type {
  Alert,
  AlertCounts,
  AlertGroupRef,
  AlertState,
  AlertWindow,
} from '../../../preload/contract/models/devices/alert.ts'
import type { Log } from '../../shared/log.ts'
import type { AlertStore } from './alert-store.ts'

export interface AlertQuery {
  readonly states: readonly AlertState[]
  readonly deviceId: string | null
  readonly group?: AlertGroupRef | null
  readonly offset: number
  readonly limit: number
}

/** Limits of open alerts and of resolved ones that stay in the list. */
const OPEN_MAX = 10_000
const RESOLVED_MAX = 2_000
/** Alerts written in one transaction. */
const ALERTS_A_BATCH = 500
const SEVERITY_RANK = { critical: 0, warning: 1, info: 2 } as const
const NO_COUNTS: AlertCounts = { active: 0, snoozed: 0, acknowledged: 0, critical: 0 }

/** True for an alert of the group. */
export function isInGroup(alert: Alert, { ruleId, state, from, to }: AlertGroupRef): boolean {
  return alert.ruleId === ruleId && alert.state === state && alert.raisedAt >= from && alert.raisedAt <= to
}

export interface KeptAlertsDeps {
  readonly store: Pick<AlertStore, 'alerts' | 'write'>
  readonly log: Log
  /** Null when writing works again. */
  readonly onWritten: (error: unknown) => void
}

/** Keeps the alerts of all connections in memory, and writes their changes to the store. */
export class KeptAlerts {
  readonly #deps: KeptAlertsDeps
  readonly #alerts = new Map<string, Alert>()
  readonly #unwritten = new Map<string, Alert>()
  readonly #removed = new Set<string>()
  readonly #counts = new Map<string, AlertCounts>()
  #open = 0
  #resolved = 0
  #dropped = 0
  #isFailing = false
  #sorted: { readonly connectionId: string; readonly alerts: readonly Alert[] } | null = null

  constructor(deps: KeptAlertsDeps) {
    this.#deps = deps
  }

  load(): void {
    for (const alert of this.#deps.store.alerts()) this.#put(alert)
  }

  get(id: string): Alert | undefined {
    return this.#alerts.get(id)
  }

  open(): Alert[] {
    return [...this.#alerts.values()].filter(({ state }) => state !== 'resolved')
  }

  *resolved(): Iterable<Alert> {
    for (const alert of this.#alerts.values()) if (alert.state === 'resolved') yield alert
  }

  /** Returns false if too many are open; the alert is then counted, not kept. */
  add(alert: Alert): boolean {
    if (this.#open >= OPEN_MAX) {
      this.#dropped += 1
      return false
    }
    this.change(alert)
    return true
  }

  change(alert: Alert): void {
    this.#put(alert)
    this.#unwritten.set(alert.id, alert)
    if (this.#resolved > RESOLVED_MAX) this.#trim()
  }

  remove(id: string): void {
    const alert = this.#alerts.get(id)
    if (alert === undefined) return
    this.#count(alert, -1)
    this.#alerts.delete(id)
    this.#unwritten.delete(id)
    this.#removed.add(id)
    this.#sorted = null
  }

  counts(connectionId: string | null): AlertCounts {
    return this.#counts.get(connectionId ?? '') ?? NO_COUNTS
  }

  /** Lists open alerts first, critical before the rest, then the newest. */
  window(connectionId: string | null, query: AlertQuery): AlertWindow {
    const { states, deviceId, group = null, offset, limit } = query
    const matching = this.inOrder(connectionId, states).filter(
      (alert) => (deviceId === null || alert.deviceId === deviceId) && (group === null || isInGroup(alert, group)),
    )
    return {
      alerts: matching.slice(offset, offset + limit),
      total: matching.length,
      counts: this.counts(connectionId),
      dropped: this.#dropped,
    }
  }

  /** Alerts of a connection: open ones first, critical before the rest, then the newest. No states means all. */
  inOrder(connectionId: string | null, states: readonly AlertState[]): readonly Alert[] {
    const all = this.#inOrder(connectionId ?? '')
    return states.length === 0 ? all : all.filter(({ state }) => states.includes(state))
  }

  /** Alerts not kept because too many were open. */
  get dropped(): number {
    return this.#dropped
  }

  /** Writes one batch of changes; false if nothing waits, or if the store refused and the changes still wait. */
  writeSome(): boolean {
    const changed = [...this.#unwritten.values()].slice(0, ALERTS_A_BATCH)
    const removed = [...this.#removed].slice(0, ALERTS_A_BATCH)
    if (changed.length === 0 && removed.length === 0) return false
    try {
      this.#deps.store.write(changed, removed)
    } catch (error) {
      if (!this.#isFailing) this.#deps.log.error('alerts could not be saved; tried again every second', error)
      this.#isFailing = true
      this.#deps.onWritten(error)
      return false
    }
    for (const alert of changed) this.#unwritten.delete(alert.id)
    for (const id of removed) this.#removed.delete(id)
    if (this.#isFailing) this.#deps.onWritten(null)
    this.#isFailing = false
    return true
  }

  #put(alert: Alert): void {
    const before = this.#alerts.get(alert.id)
    if (before !== undefined) this.#count(before, -1)
    this.#alerts.set(alert.id, alert)
    this.#count(alert, 1)
    this.#sorted = null
  }

  #count({ connectionId, state, severity }: Alert, by: 1 | -1): void {
    if (state === 'resolved') {
      this.#resolved += by
      return
    }
    this.#open += by
    const before = this.#counts.get(connectionId) ?? NO_COUNTS
    const active = before.active + (state === 'active' ? by : 0)
    const acknowledged = before.acknowledged + (state === 'acknowledged' ? by : 0)
    const critical = before.critical + (state === 'active' && severity === 'critical' ? by : 0)
    const snoozed = before.snoozed + (state === 'snoozed' ? by : 0)
    this.#counts.set(connectionId, { active, snoozed, acknowledged, critical })
  }

  /** Removes a tenth more than needed, so that it runs seldom. */
  #trim(): void {
    const resolved = [...this.#alerts.values()].filter(({ state }) => state === 'resolved')
    resolved.sort((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0))
    for (const { id } of resolved.slice(0, resolved.length - RESOLVED_MAX * 0.9)) this.remove(id)
  }

  #inOrder(connectionId: string): readonly Alert[] {
    if (this.#sorted?.connectionId === connectionId) return this.#sorted.alerts
    const alerts = [...this.#alerts.values()].filter((alert) => alert.connectionId === connectionId)
    alerts.sort(
      (a, b) =>
        Number(a.state === 'resolved') - Number(b.state === 'resolved') ||
        (a.state === 'resolved' ? 0 : SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity]) ||
        (b.resolvedAt ?? b.raisedAt) - (a.resolvedAt ?? a.raisedAt) ||
        (a.id < b.id ? -1 : 1),
    )
    this.#sorted = { connectionId, alerts }
    return alerts
  }
}
