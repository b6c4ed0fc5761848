import type { ChosenCheck, DeviceQuery, DeviceSelection } from '../../../preload/contract/models/devices/device.ts'
import { compileFilter } from '../filter/compile-filter.ts'
import { listOrder } from './device-order.ts'
import type { DeviceRecord } from './device-record.ts'
import { IdOrder } from './id-order.ts'
import { SortedChunks } from './sorted-chunks.ts'

type Matches = (record: DeviceRecord, now: number) => boolean

interface View {
  readonly key: string
  readonly slot: 0 | 1
  readonly matches: Matches
  /** True if time alone changes the matches. */
  readonly isTimed: boolean
  /** Epoch ms of the last pass over all records. */
  checkedAt: number
  readonly list: SortedChunks
  /** Records to be filtered and placed again, each once. */
  dirty: DeviceRecord[]
}

/** Above this share of changed records a new sort is cheaper than placing them one by one. */
const RESORT_SHARE = 1 / 4
const RECHECK_MS = 2_000

/**
 * Filtered and sorted lists of one connection's records. The last two are kept between queries, and only records marked
 * since then are filtered and placed again, so every change of a record must be marked.
 */
export class DeviceViews {
  readonly #records: ReadonlyMap<string, DeviceRecord>
  readonly #byId = new IdOrder()
  /** Most recently used first. */
  #views: View[] = []

  constructor(records: ReadonlyMap<string, DeviceRecord>) {
    this.#records = records
  }

  /** True while a list in use changes with time alone. */
  get hasTimed(): boolean {
    return this.#views[0]?.isTimed === true
  }

  /** Adds a new record and marks it. */
  add(record: DeviceRecord): void {
    this.#byId.add(record)
    this.mark(record)
  }

  /** Takes a forgotten record out of all lists. */
  forget(record: DeviceRecord): void {
    for (const { list } of this.#views) list.removeAll([record])
    this.#byId.forget(record)
  }

  /** Marks a changed record. */
  mark(record: DeviceRecord): void {
    for (const view of this.#views) {
      const bit = 1 << view.slot
      if ((record.dirtyViews & bit) !== 0) continue
      record.dirtyViews |= bit
      view.dirty.push(record)
    }
  }

  /** Returns the records of a window, and the number of all matches. @throws AppError FILTER_INVALID */
  window(query: DeviceQuery, now: number): { readonly records: readonly DeviceRecord[]; readonly total: number } {
    const { text, filter = '', presence, sort } = query
    const key = JSON.stringify([text, filter, [...presence].sort(), sort.by, sort.isDescending])
    const known = this.#views.find((view) => view.key === key)
    const view = known ?? this.#build(key, query, now)
    this.#views = [view, ...this.#views.filter((other) => other !== view)]
    if (view.isTimed && Math.abs(now - view.checkedAt) >= RECHECK_MS) this.#recheck(view, now)
    if (view.dirty.length > 0) this.#update(view, now)
    return { records: view.list.slice(query.offset, query.limit), total: view.list.length }
  }

  /** Returns all records that match, by id. @throws AppError FILTER_INVALID */
  matching(selection: DeviceSelection, now: number): DeviceRecord[] {
    const { matches } = matcher(selection)
    return this.#byId.records().filter((record) => matches(record, now))
  }

  /** Returns the devices that are gone, and the number of others that do not match. @throws AppError FILTER_INVALID */
  check(deviceIds: readonly string[], selection: DeviceSelection, now: number): ChosenCheck {
    const { matches } = matcher(selection)
    const records = deviceIds.map((deviceId) => this.#records.get(deviceId))
    return {
      gone: deviceIds.filter((_, index) => records[index] === undefined),
      hidden: records.filter((record) => record !== undefined && !matches(record, now)).length,
    }
  }

  #build(key: string, query: DeviceQuery, now: number): View {
    const matching = matcher(query)
    const dropped = this.#views.length < 2 ? undefined : this.#views.pop()
    if (dropped !== undefined) clean(dropped, dropped.dirty)
    const slot = dropped?.slot ?? (this.#views.length === 0 ? 0 : 1)
    const list = new SortedChunks(this.#byId, listOrder(query.sort))
    const view: View = { key, slot, ...matching, checkedAt: now, list, dirty: [] }
    this.#sort(view, now)
    return view
  }

  /** Marks the records whose membership time has changed. */
  #recheck(view: View, now: number): void {
    view.checkedAt = now
    const bit = 1 << view.slot
    for (const record of this.#records.values()) {
      if ((record.dirtyViews & bit) !== 0 || view.list.has(record) === view.matches(record, now)) continue
      record.dirtyViews |= bit
      view.dirty.push(record)
    }
  }

  #update(view: View, now: number): void {
    const { dirty, list, matches } = view
    view.dirty = []
    clean(view, dirty)
    const moved: DeviceRecord[] = []
    const entering: DeviceRecord[] = []
    for (const record of dirty) {
      if (record.isForgotten) continue
      const isIn = matches(record, now)
      // Most messages change neither the sort key nor the matches.
      if (isIn ? list.isInPlace(record) : !list.has(record)) continue
      moved.push(record)
      if (isIn) entering.push(record)
    }
    if (moved.length > this.#records.size * RESORT_SHARE) {
      this.#sort(view, now)
      return
    }
    // All go out before any goes in, because a changed record in its old place misleads the search.
    list.removeAll(moved)
    list.insertAll(entering)
  }

  #sort({ list, matches }: View, now: number): void {
    list.fill(this.#byId.records().filter((record) => matches(record, now)))
  }
}

function clean({ slot }: View, records: readonly DeviceRecord[]): void {
  for (const record of records) record.dirtyViews &= ~(1 << slot)
}

function matcher({ text, filter = '', presence }: DeviceSelection): {
  readonly matches: Matches
  readonly isTimed: boolean
} {
  const wanted = text.trim().toLowerCase()
  const states = new Set(presence)
  const compiled = compileFilter(filter)
  return {
    isTimed: compiled.isTimed,
    matches: (record, now) =>
      (states.size === 0 || states.has(record.presence)) &&
      (wanted === '' || record.searchText.includes(wanted)) &&
      compiled.matches(record, now),
  }
}
