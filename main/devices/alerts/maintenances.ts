import { AppError } from '../../../preload/contract/errors.ts'
import type { Maintenance } from '../../../preload/contract/models/devices/alert.ts'
import { type CompiledFilter, compileFilter } from '../filter/compile-filter.ts'
import type { DeviceRecord } from '../registry/device-record.ts'

const MAINTENANCES_MAX = 50

export interface MaintenanceStore {
  maintenances(): readonly Maintenance[]
  saveMaintenance(maintenance: Maintenance): void
  removeMaintenance(id: string): void
}

type Tests = Pick<CompiledFilter, 'matches'>

/** Times in which devices raise no alerts, because somebody works on them. Each has an end. */
export class Maintenances {
  readonly #store: MaintenanceStore
  readonly #kept = new Map<string, { readonly maintenance: Maintenance; readonly scope: Tests }>()

  constructor(store: MaintenanceStore) {
    this.#store = store
  }

  /** Loads what has not ended; one whose filter no longer reads is dropped. */
  load(now: number): void {
    for (const maintenance of this.#store.maintenances()) {
      if (maintenance.until <= now) this.#store.removeMaintenance(maintenance.id)
      else this.#keep(maintenance)
    }
  }

  list(connectionId: string | null): readonly Maintenance[] {
    const all = [...this.#kept.values()].map(({ maintenance }) => maintenance)
    return all.filter((one) => one.connectionId === connectionId).sort((a, b) => a.until - b.until)
  }

  /** @throws AppError FILTER_INVALID, MAINTENANCE_LIMIT, and what the store throws */
  begin(maintenance: Maintenance): void {
    if (this.#kept.size >= MAINTENANCES_MAX) throw new AppError('MAINTENANCE_LIMIT', { limit: MAINTENANCES_MAX })
    const scope = scopeOf(maintenance)
    this.#store.saveMaintenance(maintenance)
    this.#kept.set(maintenance.id, { maintenance, scope })
  }

  /** Ends one early; does nothing for one that has ended. */
  end(id: string): void {
    this.#store.removeMaintenance(id)
    this.#kept.delete(id)
  }

  /** Drops what is over; returns true if anything was. */
  tidy(now: number): boolean {
    const over = [...this.#kept.values()].filter(({ maintenance }) => maintenance.until <= now)
    for (const { maintenance } of over) this.end(maintenance.id)
    return over.length > 0
  }

  /** Returns the epoch ms until which a device raises nothing; null where it is watched. */
  until(record: DeviceRecord, now: number): number | null {
    let latest: number | null = null
    for (const { maintenance, scope } of this.#kept.values()) {
      if (maintenance.connectionId !== record.connectionId || maintenance.until <= now) continue
      if (scope.matches(record, now)) latest = Math.max(latest ?? 0, maintenance.until)
    }
    return latest
  }

  #keep(maintenance: Maintenance): void {
    try {
      this.#kept.set(maintenance.id, { maintenance, scope: scopeOf(maintenance) })
    } catch {
      this.#store.removeMaintenance(maintenance.id)
    }
  }
}

/** @throws AppError FILTER_INVALID */
function scopeOf({ deviceId, filter }: Maintenance): Tests {
  return deviceId === null ? compileFilter(filter) : { matches: (record) => record.deviceId === deviceId }
}
