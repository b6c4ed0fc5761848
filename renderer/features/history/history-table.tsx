import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { isEscapeOf } from '../../lib/keys/is-escape-of.ts'
import { HistoryRow, ROW_HEIGHT_PX } from './history-row.tsx'
import classes from './history-table.module.css'

const HEAD_HEIGHT_PX = 32
const COLUMNS = ['time', 'what', 'devices', 'class', 'outcome', 'who'] as const
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

interface HistoryTableProps {
  readonly total: number
  readonly entryAt: (index: number) => HistoryEntry | undefined
  readonly connectionOf: (entry: HistoryEntry) => string | null
  /** The exchange that is open; null while none is. */
  readonly openedId: string | null
  /** True while the exchange of the row that the keys go to is shown at once. */
  readonly isFollowed: boolean
  readonly onRange: (first: number, last: number) => void
  readonly onOpen: (turnId: string) => void
  readonly onClose: () => void
}

/** The virtual list of the history: one stop for the Tab key, the arrows go from row to row. */
export function HistoryTable(props: HistoryTableProps) {
  const { total, entryAt, connectionOf, openedId, isFollowed, onRange, onOpen, onClose } = props
  const { t } = useTranslation('history')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
    scrollMargin: HEAD_HEIGHT_PX,
    scrollPaddingStart: HEAD_HEIGHT_PX,
  })
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onRange(first, last), [onRange, first, last])
  const [current, setCurrent] = useState<string | null>(null)
  const items = virtualizer.getVirtualItems().flatMap((item) => {
    const entry = entryAt(item.index)
    return entry === undefined ? [] : [{ ...item, entry }]
  })
  const isHere = (turnId: string | null) => items.some(({ entry }) => entry.turnId === turnId)
  const stop = [current, openedId].find(isHere) ?? items[0]?.entry.turnId
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isFollowed && isEscapeOf(event)) onClose()
    const step = STEPS[event.key]
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
    if (step === undefined || row === undefined) return
    event.preventDefault()
    const next = Math.min(total - 1, Math.max(0, Number(row) + step))
    virtualizer.scrollToIndex(next, { align: 'auto' })
    const entry = entryAt(next)
    if (isFollowed && entry !== undefined) onOpen(entry.turnId)
    const find = () => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)
    const button = find()
    if (button) button.focus()
    else requestAnimationFrame(() => find()?.focus())
  }
  return (
    <div ref={scroller} className={classes.scroller}>
      <table className={classes.table} aria-label={t('list')} aria-rowcount={total + 1} onKeyDown={onKeyDown}>
        <thead className={classes.headGroup}>
          <tr className={classes.head}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, entry }) => (
            <HistoryRow
              key={entry.turnId}
              entry={entry}
              index={index}
              top={start - HEAD_HEIGHT_PX}
              connection={connectionOf(entry)}
              isOpen={entry.turnId === openedId}
              isStop={entry.turnId === stop}
              onOpen={onOpen}
              onFocus={setCurrent}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
