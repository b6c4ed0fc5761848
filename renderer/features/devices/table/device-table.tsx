import { Tooltip } from '@mantine/core'
import { FlexRender, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type MouseEvent,
  memo,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type {
  DeviceQuery,
  DeviceRow as DeviceRowData,
  PresenceEvidence,
} from '../../../../preload/contract/models/device.ts'
import { type ColumnId, gridTemplate, minWidthPx } from './column-layout.ts'
import { deviceColumns, deviceFeatures } from './device-columns.tsx'
import { DeviceRow, PlaceholderRow, ROW_HEIGHT_PX } from './device-row.tsx'
import classes from './device-table.module.css'
import { HeadCell } from './device-table-head.tsx'
import type { LoadedWindow } from './device-window.ts'
import { EvidenceText } from './evidence-text.tsx'
import { rowKeys } from './use-row-keys.ts'

const HEAD_HEIGHT_PX = 34

interface DeviceTableProps {
  readonly window: LoadedWindow
  readonly sort: DeviceQuery['sort']
  readonly columns: readonly ColumnId[]
  readonly openedId: string | null
  readonly chosen: ReadonlySet<string>
  /** Takes devices into the choice, or out of it. */
  readonly onChoose: (deviceIds: readonly string[], isTaken: boolean) => void
  /** Takes in the rows between two places, which are not all loaded. */
  readonly onChooseRows: (first: number, last: number) => void
  readonly onChooseAll: () => void
  readonly onSort: (column: ColumnId) => void
  readonly onRange: (first: number, last: number) => void
  readonly onOpen: (row: DeviceRowData) => void
  readonly onClose: () => void
}

interface Active {
  readonly index: number
  readonly id: string | null
}

/** The virtual list: only the rows in view are in the page, and only they are asked for. */
export function DeviceTable(props: DeviceTableProps) {
  const { window, sort, columns: shown, openedId, chosen, onChoose, onSort, onRange, onOpen, onClose } = props
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const columns = useMemo(() => deviceColumns(t, language, shown), [t, language, shown])
  const table = useTable({ features: deviceFeatures, columns, data: window.rows, getRowId: (row) => row.deviceId })
  const rows = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const baseId = useId()
  const [current, setCurrent] = useState<Active>({ index: -1, id: null })
  const anchor = useRef(-1)
  const [hovered, setHovered] = useState<{ readonly row: DeviceRowData; readonly cell: HTMLElement } | null>(null)

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

  // The current device keeps its mark when the order changes around it.
  const place = current.id === null ? -1 : window.rows.findIndex((row) => row.deviceId === current.id)
  const active = Math.min(place === -1 ? current.index : window.offset + place, window.total - 1)
  const rowAt = (index: number) => window.rows[index - window.offset]

  const goTo = (index: number): void => {
    virtualizer.scrollToIndex(index, { align: 'auto' })
    const row = rowAt(index)
    setCurrent({ index, id: row?.deviceId ?? null })
    if (row && openedId !== null) onOpen(row)
  }
  const toggle = (index: number, row: DeviceRowData): void => {
    anchor.current = index
    onChoose([row.deviceId], !chosen.has(row.deviceId))
  }
  const extend = (to: number): void => {
    if (anchor.current < 0) anchor.current = Math.max(0, active)
    const from = Math.min(anchor.current, to)
    const until = Math.max(anchor.current, to)
    const ids = Array.from({ length: until - from + 1 }, (_, step) => rowAt(from + step)?.deviceId ?? []).flat()
    if (ids.length > until - from) onChoose(ids, true)
    else props.onChooseRows(from, until)
  }
  const onKeyDown = rowKeys({
    active,
    total: window.total,
    page: Math.max(1, last - first - 1),
    rowAt,
    goTo,
    onOpen,
    onClose,
    onToggle: (row) => toggle(active, row),
    onExtend: extend,
    onChooseAll: props.onChooseAll,
  })
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
  const onPointerOver = (event: PointerEvent<HTMLElement>): void => {
    const index = indexOf(event)
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column="presence"]')
    const row = index === null ? undefined : rowAt(index)
    setHovered(cell && row ? { row, cell } : null)
  }

  const columnKey = shown.join(' ')
  const hasActive = items.some((item) => item.index === active)
  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller} onScroll={() => setHovered(null)}>
        <table
          {...focusableGrid(hasActive ? `${baseId}-${active}` : undefined)}
          aria-label={t('listLabel')}
          aria-rowcount={window.total + 1}
          className={classes.table}
          style={tableStyle(shown)}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onPointerOver={onPointerOver}
          onPointerLeave={() => setHovered(null)}
        >
          <thead className={classes.headGroup}>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1} className={classes.head}>
                <td aria-hidden />
                {group.headers.map((header) => (
                  <HeadCell key={header.id} columnId={header.column.id as ColumnId} sort={sort} onSort={onSort}>
                    <FlexRender header={header} />
                  </HeadCell>
                ))}
              </tr>
            ))}
          </thead>
          <tbody className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index - window.offset]
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
                  isOpen={row.original.deviceId === openedId}
                  isChosen={chosen.has(row.original.deviceId)}
                  columns={columnKey}
                  language={language}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      {hovered && <EvidenceTip evidence={hovered.row.evidence} cell={hovered.cell} />}
    </div>
  )
}

interface EvidenceTipProps {
  readonly evidence: PresenceEvidence
  readonly cell: HTMLElement
}

/** Why a device counts as being there, beside the state that the pointer is on. */
const EvidenceTip = memo(function EvidenceTip({ evidence, cell }: EvidenceTipProps) {
  return <Tooltip opened target={cell} label={<EvidenceText evidence={evidence} />} position="bottom-start" />
})

/** One stop for the Tab key; the arrow keys move inside. */
function focusableGrid(activeId: string | undefined) {
  return { role: 'grid', tabIndex: 0, 'aria-multiselectable': true, 'aria-activedescendant': activeId } as const
}

function tableStyle(shown: readonly ColumnId[]): CSSProperties {
  return { '--device-columns': gridTemplate(shown), minWidth: minWidthPx(shown) } as CSSProperties
}

function indexOf(event: MouseEvent<HTMLElement>): number | null {
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
  return line ? Number(line.dataset.index) : null
}
