import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRow as DeviceRowData } from '../../../../preload/contract/models/devices/device.ts'
import { COLUMNS, type ColumnId } from './columns.tsx'
import classes from './device-table.module.css'

export const ROW_HEIGHT_PX = 36

interface DeviceRowProps {
  readonly id: string
  /** Keeps its identity while the device shows the same. */
  readonly row: DeviceRowData
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly isChosen: boolean
  readonly columns: readonly ColumnId[]
  /** Figures are written in it. */
  readonly language: string
}

/** One line of the list. Clicks and hovers are taken by the table, so that a line is only what it shows. */
export const DeviceRow = memo(function DeviceRow(props: DeviceRowProps) {
  const { id, row, index, top, isActive, isOpen, isChosen, columns, language } = props
  const { t } = useTranslation('devices')
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={classes.row}
      data-index={index}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td className={classes.cell} data-check>
        <input
          type="checkbox"
          className={classes.check}
          tabIndex={-1}
          aria-label={t('selection.choose', { id: row.deviceId })}
          checked={isChosen}
          readOnly
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={classes.cell}
          data-column={column}
          data-number={COLUMNS[column].isNumber || undefined}
        >
          {COLUMNS[column].render(row, language, columns)}
        </td>
      ))}
    </tr>
  )
})

/** Holds the place of a line that is on its way. */
export function PlaceholderRow({ index, top }: { readonly index: number; readonly top: number }) {
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      data-index={index}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td />
      <td className={classes.cell}>
        <div className={classes.placeholder} />
      </td>
      <td className={classes.cell}>
        <div className={classes.placeholder} />
      </td>
    </tr>
  )
}
