import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { DeviceQuery } from '../../../preload/contract/models/device.ts'
import { NUMBER_COLUMNS, SORT_BY, type SortBy } from './device-columns.tsx'
import classes from './device-table.module.css'

interface HeadCellProps {
  readonly columnId: string
  readonly sort: DeviceQuery['sort']
  readonly onSort: (by: SortBy) => void
  readonly children: ReactNode
}

/** The head of a column; a button where main can sort by it. */
export function HeadCell({ columnId, sort, onSort, children }: HeadCellProps) {
  const by = SORT_BY[columnId]
  const isSorted = by !== undefined && sort.by === by
  const direction = sort.isDescending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={classes.headCell}
      data-column={columnId}
      data-number={NUMBER_COLUMNS.has(columnId) || undefined}
      aria-sort={by === undefined ? undefined : isSorted ? direction : 'none'}
    >
      {by === undefined ? (
        children
      ) : (
        <UnstyledButton className={classes.sort} data-active={isSorted || undefined} onClick={() => onSort(by)}>
          {children}
          {isSorted && sort.isDescending && <IconArrowDown size={13} aria-hidden />}
          {isSorted && !sort.isDescending && <IconArrowUp size={13} aria-hidden />}
        </UnstyledButton>
      )}
    </th>
  )
}
