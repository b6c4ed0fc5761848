import type { DeviceQuery, DeviceRow } from '../../../../preload/contract/models/devices/device.ts'
import { reuse } from '../../../lib/reuse.ts'

/** Rows asked for on each side of what is in view. */
const MARGIN_ROWS = 50
/** When fewer than this many loaded rows are left on a side, the next slice is asked for; more than the rows drawn ahead. */
const SPARE_ROWS = 20
const LIMIT_MAX = 200

export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** Loaded part of the list. */
export interface LoadedWindow {
  readonly offset: number
  readonly rows: readonly DeviceRow[]
  readonly total: number
}

export const EMPTY_WINDOW: LoadedWindow = { offset: 0, rows: [], total: 0 }

/** The slice to ask for so that rows `first` to `last` are covered; `current` itself while it still does. */
export function sliceFor(current: Slice, first: number, last: number): Slice {
  const isStartCovered = current.offset === 0 || first - current.offset >= SPARE_ROWS
  const isEndCovered = current.offset + current.limit - 1 - last >= SPARE_ROWS
  if (isStartCovered && isEndCovered && first >= current.offset) return current
  const offset = Math.max(0, first - MARGIN_ROWS)
  return { offset, limit: Math.min(LIMIT_MAX, last - offset + 1 + MARGIN_ROWS) }
}

/** Tells whether an answer to `asked` still answers `wanted`, apart from the slice. */
export function isSameList(asked: DeviceQuery, wanted: DeviceQuery): boolean {
  return (
    asked.text === wanted.text &&
    asked.filter === wanted.filter &&
    asked.sort.by === wanted.sort.by &&
    asked.sort.isDescending === wanted.sort.isDescending &&
    asked.presence.length === wanted.presence.length &&
    asked.presence.every((presence, index) => wanted.presence[index] === presence)
  )
}

/** Keeps the object of every row that did not change, so that only changed rows render again. */
export function reuseRows(previous: readonly DeviceRow[], next: readonly DeviceRow[]): readonly DeviceRow[] {
  const known = new Map(previous.map((row) => [row.deviceId, row]))
  const rows = next.map((row) => {
    const before = known.get(row.deviceId)
    return before ? reuse(before, row) : row
  })
  const isUnchanged = rows.length === previous.length && rows.every((row, index) => row === previous[index])
  return isUnchanged ? previous : rows
}
