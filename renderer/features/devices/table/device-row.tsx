import { FlexRender, type Row } from '@tanstack/react-table'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRow as DeviceRowData } from '../../../../preload/contract/models/device.ts'
import { COLUMNS, type ColumnId } from './column-layout.ts'
import type { deviceFeatures } from './device-columns.tsx'
import classes from './device-table.module.css'

export const ROW_HEIGHT_PX = 36

interface DeviceRowProps {
  readonly id: string
  readonly row: Row<typeof deviceFeatures, DeviceRowData>
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly isChosen: boolean
  /** Another set of columns is another line. */
  readonly columns: string
  /** Figures are written in it: another language is another line. */
  readonly language: string
}

/** One line of the list. Clicks and hovers are taken by the table, so that a line is only what it shows. */
export const DeviceRow = memo(
  function DeviceRow({ id, row, index, top, isActive, isOpen, isChosen }: DeviceRowProps) {
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
            aria-label={t('selection.choose', { id: row.original.deviceId })}
            checked={isChosen}
            readOnly
          />
        </td>
        {row.getAllCells().map((cell) => (
          <td
            key={cell.id}
            className={classes.cell}
            data-column={cell.column.id}
            data-number={COLUMNS[cell.column.id as ColumnId].isNumber || undefined}
          >
            <FlexRender cell={cell} />
          </td>
        ))}
      </tr>
    )
  },
  (before, after) =>
    before.row.original === after.row.original &&
    before.id === after.id &&
    before.index === after.index &&
    before.top === after.top &&
    before.isActive === after.isActive &&
    before.isOpen === after.isOpen &&
    before.isChosen === after.isChosen &&
    before.columns === after.columns &&
    before.language === after.language,
)

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
