import type { KeyboardEvent } from 'react'
import type { DeviceRow } from '../../../../preload/contract/models/device.ts'
import { rowAfterKey } from './list-keys.ts'

interface RowKeys {
  readonly active: number
  readonly total: number
  readonly page: number
  readonly rowAt: (index: number) => DeviceRow | undefined
  readonly goTo: (index: number) => void
  readonly onOpen: (row: DeviceRow) => void
  readonly onClose: () => void
  readonly onToggle: (row: DeviceRow) => void
  /** From the row where the choice began to this one. */
  readonly onExtend: (index: number) => void
  readonly onChooseAll: () => void
}

/** The keys of the list: arrows and pages move, Enter opens, Space chooses, Shift extends, Ctrl+A chooses all. */
export function rowKeys(keys: RowKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const isControl = event.ctrlKey || event.metaKey
    if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      keys.onChooseAll()
      return
    }
    if (isControl) return
    const row = keys.rowAt(keys.active)
    if (event.key === 'Escape') keys.onClose()
    if (event.key === 'Enter' && row) keys.onOpen(row)
    if (event.key === ' ' && row) {
      event.preventDefault()
      keys.onToggle(row)
    }
    const next = rowAfterKey(event.key, keys.active, keys.total, keys.page)
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey) keys.onExtend(next)
    keys.goTo(next)
  }
}
