import { useMemo, useState } from 'react'
import type { DeviceRow } from '../../../../preload/contract/models/devices/device.ts'
import { type ColumnId, filledColumns, minWidthPx, type Needs, needsOf, shownColumns } from './columns.tsx'

interface Columns {
  readonly columns: readonly ColumnId[]
  /** What the ids and names seen so far need. */
  readonly needs: Needs
}

/**
 * Chooses the columns. One that was filled stays, and ids and names never get less room, because columns that come and go
 * with the rows in view cannot be read.
 */
export function useColumns(saved: readonly string[] | null, width: number, rows: readonly DeviceRow[]): Columns {
  const [filled, setFilled] = useState<ReadonlySet<string>>(() => new Set())
  const added = filledColumns(rows).filter((id) => !filled.has(id))
  if (added.length > 0) setFilled(new Set([...filled, ...added]))
  const [needs, setNeeds] = useState<Needs>({ id: 0, name: 0 })
  const now = useMemo(() => needsOf(rows), [rows])
  if (now.id > needs.id || now.name > needs.name) {
    setNeeds({ id: Math.max(now.id, needs.id), name: Math.max(now.name, needs.name) })
  }
  // By their names, because a width that changes nothing must not draw every row again.
  const names = shownColumns(saved, width, filled, needs).join(' ')
  const columns = useMemo(() => names.split(' ') as readonly ColumnId[], [names])
  // Where even these do not fit they are cut: nothing scrolls sideways for the end of a name.
  const areTooLong = saved === null && minWidthPx(columns, needs) > width
  return { columns, needs: areTooLong ? NO_NEEDS : needs }
}

const NO_NEEDS: Needs = { id: 0, name: 0 }
