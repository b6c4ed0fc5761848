import { AppError } from '../../../preload/contract/errors.ts'
import {
  type Alert,
  type AlertGroupRef,
  type AlertGroups,
  type AlertSort,
  type AlertState,
  type Maintenance,
  QUIET_MAX_MS,
} from '../../../preload/contract/models/devices/alert.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import { sanitise } from '../../safety/text/sanitiser.ts'
import type { Clock } from '../../shared/clock.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import { groupAlerts } from './alert-groups.ts'
import { isInGroup, type KeptAlerts } from './kept-alerts.ts'
import type { Maintenances } from './maintenances.ts'

/** Alerts that an operator means: by id, all of the connection, or those of a group. */
type MeantAlerts = readonly string[] | 'all' | AlertGroupRef

interface GroupQuery {
  readonly states: readonly AlertState[]
  readonly text: string
  readonly sort: AlertSort
  readonly limit: number
}

/** What operators do with alerts: look for them, take note of them, put them off, and announce work on devices. */
export class AlertHandling {
  readonly #alerts: KeptAlerts
  readonly #maintenances: Maintenances
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #operatorName: () => string
  readonly #find: (ref: DeviceRef) => DeviceRecord | undefined
  readonly #onChanged: () => void

  constructor(deps: {
    readonly alerts: KeptAlerts
    readonly maintenances: Maintenances
    readonly clock: Clock
    readonly newId: () => string
    readonly operatorName: () => string
    readonly find: (ref: DeviceRef) => DeviceRecord | undefined
    readonly onChanged: () => void
  }) {
    this.#alerts = deps.alerts
    this.#maintenances = deps.maintenances
    this.#clock = deps.clock
    this.#newId = deps.newId
    this.#operatorName = deps.operatorName
    this.#find = deps.find
    this.#onChanged = deps.onChanged
  }

  /** Returns alerts grouped by cause. `text` is looked for in ids, names and names of rules, without case. */
  groups(connectionId: string | null, { states, text, sort, limit }: GroupQuery): AlertGroups {
    const wanted = text.trim().toLowerCase()
    const matching = this.#alerts
      .inOrder(connectionId, states)
      .filter((alert) => wanted === '' || this.#searched(alert).includes(wanted))
    const groups = groupAlerts(sorted(matching, sort), (alert) => this.#find(alert)?.entry.tags ?? [])
    return {
      groups: groups.slice(0, limit),
      groupTotal: groups.length,
      total: matching.length,
      counts: this.#alerts.counts(connectionId),
      dropped: this.#alerts.dropped,
    }
  }

  /** Acknowledges active and snoozed alerts of this connection; returns how many. */
  acknowledge(connectionId: string | null, meant: MeantAlerts, note: string): number {
    const acknowledged = { at: this.#clock(), by: this.#operatorName(), note: sanitise(note).text }
    return this.#change(connectionId, meant, (alert) =>
      alert.state === 'active' || alert.state === 'snoozed'
        ? { ...alert, state: 'acknowledged', acknowledged, snoozedUntil: null }
        : null,
    )
  }

  /** Puts active and snoozed alerts off for a time, or makes snoozed ones active again where it is 0; returns how many. */
  snooze(connectionId: string | null, meant: MeantAlerts, lengthMs: number): number {
    if (lengthMs === 0) {
      return this.#change(connectionId, meant, (alert) =>
        alert.state === 'snoozed' ? { ...alert, state: 'active', snoozedUntil: null } : null,
      )
    }
    const snoozedUntil = this.#clock() + lengthMs
    return this.#change(connectionId, meant, (alert) =>
      alert.state === 'active' || alert.state === 'snoozed' ? { ...alert, state: 'snoozed', snoozedUntil } : null,
    )
  }

  /** Makes alerts whose snooze is over active again; returns them. */
  wake(now: number): readonly Alert[] {
    const due = this.#alerts.open().filter(({ state, snoozedUntil: until }) => {
      // A time further ahead than any snooze comes of a clock that was set back.
      return state === 'snoozed' && until !== null && (until <= now || until - now > QUIET_MAX_MS)
    })
    const woken = due.map((alert): Alert => ({ ...alert, state: 'active', snoozedUntil: null }))
    for (const alert of woken) this.#alerts.change(alert)
    if (woken.length > 0) this.#onChanged()
    return woken
  }

  maintenances(connectionId: string | null): readonly Maintenance[] {
    return this.#maintenances.list(connectionId)
  }

  /** @throws AppError NOT_CONNECTED, FILTER_INVALID, MAINTENANCE_LIMIT, DISK_FAILED */
  beginMaintenance(
    connectionId: string | null,
    asked: Pick<Maintenance, 'deviceId' | 'filter' | 'note'> & { readonly lengthMs: number },
  ): readonly Maintenance[] {
    if (connectionId === null) throw new AppError('NOT_CONNECTED')
    const { deviceId, filter, note, lengthMs } = asked
    const until = this.#clock() + lengthMs
    const by = this.#operatorName()
    onDisk(() =>
      this.#maintenances.begin({
        id: this.#newId(),
        connectionId,
        deviceId,
        filter,
        until,
        note: sanitise(note).text,
        by,
      }),
    )
    this.#onChanged()
    return this.maintenances(connectionId)
  }

  /** @throws AppError DISK_FAILED */
  endMaintenance(connectionId: string | null, id: string): readonly Maintenance[] {
    onDisk(() => this.#maintenances.end(id))
    this.#onChanged()
    return this.maintenances(connectionId)
  }

  #change(connectionId: string | null, meant: MeantAlerts, next: (alert: Alert) => Alert | null): number {
    const changed = this.#meant(meant)
      .filter((alert) => alert.connectionId === connectionId)
      .flatMap((alert) => next(alert) ?? [])
    for (const alert of changed) this.#alerts.change(alert)
    if (changed.length > 0) this.#onChanged()
    return changed.length
  }

  #meant(meant: MeantAlerts): readonly Alert[] {
    if (meant === 'all') return this.#alerts.open()
    if (Array.isArray(meant)) return (meant as readonly string[]).flatMap((id) => this.#alerts.get(id) ?? [])
    return this.#alerts.open().filter((alert) => isInGroup(alert, meant as AlertGroupRef))
  }

  #searched(alert: Alert): string {
    const name = this.#find(alert)?.entry.name ?? ''
    return `${alert.deviceId}\n${name}\n${alert.ruleName}`.toLowerCase()
  }
}

/** Keeps the order of the list for `severity`. */
function sorted(alerts: readonly Alert[], by: AlertSort): readonly Alert[] {
  if (by === 'severity') return alerts
  return [...alerts].sort((a, b) => {
    if (by === 'newest') return b.raisedAt - a.raisedAt
    const [first, second] = by === 'device' ? [a.deviceId, b.deviceId] : [a.ruleName, b.ruleName]
    return first < second ? -1 : first > second ? 1 : b.raisedAt - a.raisedAt
  })
}

function onDisk(write: () => void): void {
  try {
    write()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('DISK_FAILED', {}, { cause })
  }
}
