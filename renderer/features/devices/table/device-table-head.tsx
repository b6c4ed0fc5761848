import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceQuery } from '../../../../preload/contract/models/devices/device.ts'
import { COLUMNS, type ColumnId } from './columns.tsx'
import classes from './device-table.module.css'

interface TableHeadProps {
  readonly columns: readonly ColumnId[]
  readonly sort: DeviceQuery['sort']
  readonly onSort: (column: ColumnId) => void
}

/** The heads of the columns: pressed, main sorts by them. */
export const TableHead = memo(function TableHead({ columns, sort, onSort }: TableHeadProps) {
  const { t } = useTranslation('devices')
  return (
    <thead className={classes.headGroup}>
      <tr aria-rowindex={1} className={classes.head}>
        <td aria-hidden />
        {columns.map((id) => {
          const { sortBy, isNumber } = COLUMNS[id]
          const isSorted = sort.by === sortBy
          const direction = sort.isDescending ? 'descending' : 'ascending'
          return (
            <th
              key={id}
              scope="col"
              className={classes.headCell}
              data-column={id}
              data-number={isNumber || undefined}
              aria-sort={isSorted ? direction : 'none'}
            >
              <UnstyledButton className={classes.sort} data-active={isSorted || undefined} onClick={() => onSort(id)}>
                {t(`column.${id}`)}
                {isSorted && sort.isDescending && <IconArrowDown size={13} aria-hidden />}
                {isSorted && !sort.isDescending && <IconArrowUp size={13} aria-hidden />}
              </UnstyledButton>
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
