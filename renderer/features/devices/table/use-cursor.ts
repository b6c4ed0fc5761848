import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import type { DeviceRow } from '../../../../preload/contract/models/devices/device.ts'
import type { LoadedWindow } from './device-window.ts'

/** The row that a key goes to, or null for a key that is not ours. `page` is the number of rows in view. */
export function rowAfterKey(key: string, current: number, total: number, page: number): number | null {
  if (total === 0) return null
  const clamp = (index: number) => Math.min(total - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(current + 1)
    case 'ArrowUp':
      return clamp(current < 0 ? 0 : current - 1)
    case 'PageDown':
      return clamp(Math.max(0, current) + page)
    case 'PageUp':
      return clamp(current - page)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}

export interface CursorActions {
  readonly openedId: string | null
  readonly chosen: ReadonlySet<string>
  /** Takes devices into the choice, or out of it. */
  readonly onChoose: (deviceIds: readonly string[], isTaken: boolean) => void
  /** Takes in the rows between two places, which are not all loaded. */
  readonly onChooseRows: (first: number, last: number) => void
  readonly onChooseAll: () => void
  readonly onOpen: (row: DeviceRow) => void
  readonly onClose: () => void
}

interface Cursor {
  /** Place of the current row in the whole list; -1 before there is one. */
  readonly active: number
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
}

/** The current row of the list, moved by keys and clicks, and the choice that both extend. */
export function useCursor(
  window: LoadedWindow,
  list: { readonly pageRows: number; readonly scrollTo: (index: number) => void },
  actions: CursorActions,
): Cursor {
  const { chosen, openedId, onChoose, onOpen } = actions
  const [current, setCurrent] = useState<{ readonly index: number; readonly id: string | null }>({
    index: -1,
    id: null,
  })
  const anchor = useRef(-1)
  // The current device keeps its mark when the order changes around it.
  const place = current.id === null ? -1 : window.rows.findIndex((row) => row.deviceId === current.id)
  const active = Math.min(place === -1 ? current.index : window.offset + place, window.total - 1)
  const rowAt = (index: number): DeviceRow | undefined => window.rows[index - window.offset]

  const goTo = (index: number): void => {
    list.scrollTo(index)
    const row = rowAt(index)
    setCurrent({ index, id: row?.deviceId ?? null })
    if (row && openedId !== null) onOpen(row)
  }
  const toggle = (index: number, { deviceId }: DeviceRow): void => {
    anchor.current = index
    onChoose([deviceId], !chosen.has(deviceId))
  }
  const extend = (to: number): void => {
    if (anchor.current < 0) anchor.current = Math.max(0, active)
    const from = Math.min(anchor.current, to)
    const until = Math.max(anchor.current, to)
    const ids = Array.from({ length: until - from + 1 }, (_, step) => rowAt(from + step)?.deviceId ?? []).flat()
    if (ids.length > until - from) onChoose(ids, true)
    else actions.onChooseRows(from, until)
  }
  /** Arrows and pages move, Enter opens, Space chooses, Shift extends, Ctrl+A chooses all. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const isControl = event.ctrlKey || event.metaKey
    if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      actions.onChooseAll()
    }
    if (isControl) return
    const row = rowAt(active)
    if (event.key === 'Escape') actions.onClose()
    if (event.key === 'Enter' && row) onOpen(row)
    if (event.key === ' ' && row) {
      event.preventDefault()
      toggle(active, row)
    }
    const next = rowAfterKey(event.key, active, window.total, list.pageRows)
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey) extend(next)
    goTo(next)
  }
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const index = indexOf(event)
    const row = index === null ? undefined : rowAt(index)
    if (index === null || !row) return
    setCurrent({ index, id: row.deviceId })
    const isCheck = (event.target as HTMLElement).closest('[data-check]') !== null
    if (event.shiftKey) extend(index)
    else if (isCheck || event.ctrlKey || event.metaKey) toggle(index, row)
    else {
      anchor.current = index
      onOpen(row)
    }
  }
  return { active, onKeyDown, onClick }
}

/** Place of the row that an event came from; null outside of the rows. */
export function indexOf(event: MouseEvent<HTMLElement>): number | null {
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
  return line ? Number(line.dataset.index) : null
}
