import type { DeviceQuery } from '../../preload/contract/models/device.ts'
import { comparer, sortRecords } from './device-order.ts'
import type { DeviceRecord } from './device-record.ts'
import { SortedChunks } from './sorted-chunks.ts'

interface View {
  readonly key: string
  readonly slot: 0 | 1
  readonly sort: DeviceQuery['sort']
  readonly matches: (record: DeviceRecord) => boolean
  readonly list: SortedChunks
  /** Records to be filtered and placed again, each once. */
  dirty: DeviceRecord[]
}

/** Above this share of changed records a new sort is cheaper than placing them one by one. */
const RESORT_SHARE = 1 / 10

/**
 * Filtered and sorted lists over one connection's records. The last two are kept between queries, and only records
 * marked since then are filtered and placed again: every change of a record must be marked.
 */
export class DeviceViews {
  readonly #records: ReadonlyMap<string, DeviceRecord>
  /** Most recently used first. */
  #views: View[] = []

  constructor(records: ReadonlyMap<string, DeviceRecord>) {
    this.#records = records
  }

  /** Says that a record was added, changed or forgotten. */
  mark(record: DeviceRecord): void {
    for (const view of this.#views) {
      const bit = 1 << view.slot
      if ((record.dirtyViews & bit) !== 0) continue
      record.dirtyViews |= bit
      view.dirty.push(record)
    }
  }

  /** The records of a window, and how many match in all. */
  window(query: DeviceQuery): { readonly records: readonly DeviceRecord[]; readonly total: number } {
    const key = JSON.stringify([query.text, [...query.presence].sort(), query.sort.by, query.sort.isDescending])
    const known = this.#views.find((view) => view.key === key)
    const view = known ?? this.#build(key, query)
    this.#views = [view, ...this.#views.filter((other) => other !== view)]
    if (view.dirty.length > 0) this.#update(view)
    return { records: view.list.slice(query.offset, query.limit), total: view.list.length }
  }

  #build(key: string, query: DeviceQuery): View {
    const dropped = this.#views.length < 2 ? undefined : this.#views.pop()
    if (dropped !== undefined) {
      dropped.list.clear()
      for (const record of dropped.dirty) record.dirtyViews &= ~(1 << dropped.slot)
    }
    const slot = dropped?.slot ?? (this.#views.length === 0 ? 0 : 1)
    const list = new SortedChunks(slot, comparer(query.sort))
    const view: View = { key, slot, sort: query.sort, matches: matcher(query), list, dirty: [] }
    this.#sort(view)
    return view
  }

  #update(view: View): void {
    const { dirty, list, matches } = view
    view.dirty = []
    for (const record of dirty) record.dirtyViews &= ~(1 << view.slot)
    if (dirty.length > this.#records.size * RESORT_SHARE) {
      this.#sort(view)
      return
    }
    // All out before any goes in: a changed record left in its old place would mislead the search.
    list.removeAll(dirty)
    for (const record of dirty) if (!record.isForgotten && matches(record)) list.insert(record)
  }

  #sort({ list, matches, sort }: View): void {
    const matching: DeviceRecord[] = []
    for (const record of this.#records.values()) if (matches(record)) matching.push(record)
    list.fill(sortRecords(matching, sort))
  }
}

function matcher({ text, presence }: DeviceQuery): (record: DeviceRecord) => boolean {
  const wanted = text.trim().toLowerCase()
  const states = new Set(presence)
  return (record) =>
    (states.size === 0 || states.has(record.presence)) && (wanted === '' || record.searchText.includes(wanted))
}
