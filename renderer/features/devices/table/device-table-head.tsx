import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { DeviceQuery } from '../../../../preload/contract/models/device.ts'
import { COLUMNS, type ColumnId } from './column-layout.ts'
import classes from './device-table.module.css'

interface HeadCellProps {
  readonly columnId: ColumnId
  readonly sort: DeviceQuery['sort']
  readonly onSort: (column: ColumnId) => void
  readonly children: ReactNode
}

/** The head of a column: pressed, main sorts by it. */
export const HeadCell = memo(function HeadCell({ columnId, sort, onSort, children }: HeadCellProps) {
  const { sortBy, isNumber } = COLUMNS[columnId]
  const isSorted = sort.by === sortBy
  const direction = sort.isDescending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={classes.headCell}
      data-column={columnId}
      data-number={isNumber || undefined}
      aria-sort={isSorted ? direction : 'none'}
    >
      <UnstyledButton className={classes.sort} data-active={isSorted || undefined} onClick={() => onSort(columnId)}>
        {children}
        {isSorted && sort.isDescending && <IconArrowDown size={13} aria-hidden />}
        {isSorted && !sort.isDescending && <IconArrowUp size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  )
})
