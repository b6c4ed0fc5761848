import { Tooltip } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, memo, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceQuery, DeviceRow as DeviceRowData } from '../../../../preload/contract/models/devices/device.ts'
import { type ColumnId, gridTemplate, minWidthPx, type Needs } from './columns.tsx'
import { DeviceRow, PlaceholderRow, ROW_HEIGHT_PX } from './device-row.tsx'
import classes from './device-table.module.css'
import { TableHead } from './device-table-head.tsx'
import type { LoadedWindow } from './device-window.ts'
import { EvidenceText } from './evidence-text.tsx'
import { type CursorActions, indexOf, useCursor } from './use-cursor.ts'

const HEAD_HEIGHT_PX = 34

interface DeviceTableProps extends CursorActions {
  readonly window: LoadedWindow
  readonly sort: DeviceQuery['sort']
  /** A new list only when the columns are others: every row is drawn again by it. */
  readonly columns: readonly ColumnId[]
  /** What ids and names need. */
  readonly needs: Needs
  /** True where the columns find no room; see `isTight`. */
  readonly isTight: boolean
  readonly onSort: (column: ColumnId) => void
  readonly onRange: (first: number, last: number) => void
}

/** The virtual list: only the rows in view are in the page, and only they are asked for. */
export function DeviceTable(props: DeviceTableProps) {
  const { window, sort, columns, needs, isTight, openedId, chosen, onSort, onRange } = props
  const { t, i18n } = useTranslation('devices')
  const scroller = useRef<HTMLDivElement>(null)
  const baseId = useId()
  const virtualizer = useVirtualizer({
    count: window.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 5,
    scrollMargin: HEAD_HEIGHT_PX,
    scrollPaddingStart: HEAD_HEIGHT_PX,
  })
  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onRange(first, last), [onRange, first, last])
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' })
  const { active, onKeyDown, onClick } = useCursor(window, { pageRows: Math.max(1, last - first - 1), scrollTo }, props)
  const { hovered, onPointerOver, onLeave } = useHoveredPresence(window)
  const hasActive = items.some((item) => item.index === active)
  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller} onScroll={onLeave}>
        <table
          {...focusableGrid(hasActive ? `${baseId}-${active}` : undefined)}
          aria-label={t('listLabel')}
          aria-rowcount={window.total + 1}
          className={classes.table}
          data-tight={isTight || undefined}
          style={tableStyle(columns, isTight, needs)}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onPointerOver={onPointerOver}
          onPointerLeave={onLeave}
        >
          <TableHead columns={columns} sort={sort} onSort={onSort} />
          <tbody className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = window.rows[item.index - window.offset]
              const top = item.start - HEAD_HEIGHT_PX
              if (!row) return <PlaceholderRow key={item.key} index={item.index} top={top} />
              return (
                <DeviceRow
                  key={item.key}
                  id={`${baseId}-${item.index}`}
                  row={row}
                  index={item.index}
                  top={top}
                  isActive={item.index === active}
                  isOpen={row.deviceId === openedId}
                  isChosen={chosen.has(row.deviceId)}
                  columns={columns}
                  language={i18n.language}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      {hovered && <EvidenceTip device={hovered.device} cell={hovered.cell} />}
    </div>
  )
}

interface HoveredPresence {
  readonly device: DeviceRowData
  readonly cell: HTMLElement
}

/** Follows the pointer over the presence column; one tooltip serves all rows. */
function useHoveredPresence({ rows, offset }: LoadedWindow) {
  const [hovered, setHovered] = useState<HoveredPresence | null>(null)
  const onPointerOver = (event: PointerEvent<HTMLElement>): void => {
    const index = indexOf(event)
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column="presence"]')
    const row = index === null ? undefined : rows[index - offset]
    setHovered(cell && row ? { device: row, cell } : null)
  }
  return { hovered, onPointerOver, onLeave: () => setHovered(null) }
}

/** Tells why a device counts as being there, beside the state that the pointer is on. */
const EvidenceTip = memo(function EvidenceTip({ device, cell }: HoveredPresence) {
  return <Tooltip opened target={cell} label={<EvidenceText device={device} />} position="bottom-start" />
})

/** One stop for the Tab key; the arrow keys move inside. */
function focusableGrid(activeId: string | undefined) {
  return { role: 'grid', tabIndex: 0, 'aria-multiselectable': true, 'aria-activedescendant': activeId } as const
}

function tableStyle(shown: readonly ColumnId[], isTight: boolean, needs: Needs): CSSProperties {
  const style = {
    '--device-columns': gridTemplate(shown, isTight, needs),
    minWidth: isTight ? 0 : minWidthPx(shown, needs),
  }
  return style as CSSProperties
}
