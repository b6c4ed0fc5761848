import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import {
  VALUE_ORDERS,
  type ValueColumn,
  type ValueOrder,
} from '../../../../../preload/contract/models/commands/values.ts'
import { DeviceLabel } from '../../../../components/words/device-label.tsx'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { useWays } from '../../../../lib/navigation.tsx'
import { useRequest } from '../../../../lib/use-request.ts'
import { useRunRequest } from '../use-run-request.ts'
import { printedWords, unitWords } from './value-words.ts'
import classes from './values.module.css'

const ROW_HEIGHT_PX = 26
/** Rows asked for at a time; at most two such parts are in sight. */
const PART = 100
const TYPING_MS = 150

interface ValueDevicesProps {
  readonly column: ValueColumn
  readonly title: string
  readonly run: Run
}

/** Selects devices by a number, and lists all that gave it. */
export function ValueDevices({ column, title, run }: ValueDevicesProps) {
  const { t } = useTranslation('values')
  const [order, setOrder] = useState<ValueOrder>('largest')
  return (
    <section className={classes.details} aria-label={t('details', { title })}>
      <SelectBeyond column={column} run={run} />
      <SegmentedControl
        className={classes.order ?? ''}
        size="xs"
        aria-label={t('order')}
        value={order}
        onChange={(chosen) => setOrder(VALUE_ORDERS.find((one) => one === chosen) ?? 'largest')}
        data={VALUE_ORDERS.map((value) => ({ value, label: t(`orders.${value}`) }))}
      />
      <DeviceTable column={column} order={order} run={run} />
    </section>
  )
}

/** Makes the devices beyond a limit the next targets; nothing is sent by it. */
function SelectBeyond({ column, run }: Omit<ValueDevicesProps, 'title'>) {
  const { t, i18n } = useTranslation('values')
  const { openConsole } = useWays()
  const [side, setSide] = useState<'above' | 'below'>('above')
  const [limit, setLimit] = useState<number>(column.median)
  const { turnId } = run
  const { value: found } = useRequest(
    'console.devicesBeyond',
    { turnId, columnId: column.id, side, limit },
    { keepsLast: true, delayMs: TYPING_MS },
  )
  const count = found?.length ?? 0
  return (
    <div className={classes.select}>
      <span>{t('select')}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('select')}
        value={side}
        onChange={(chosen) => setSide(chosen === 'below' ? 'below' : 'above')}
        data={(['above', 'below'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
      />
      <NumberInput
        className={classes.limit ?? ''}
        size="xs"
        aria-label={t('limit')}
        value={limit}
        suffix={column.unit === '' ? '' : ` ${unitWords(column.unit)}`}
        onChange={(typed) => typeof typed === 'number' && setLimit(typed)}
      />
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTarget size={13} aria-hidden />}
        disabled={count === 0}
        onClick={() => openConsole(found ?? [])}
      >
        {count === 0 ? t('useNone') : t('use', { count, number: plainNumber(count, i18n.language) })}
      </Button>
    </div>
  )
}

/** Draws the rows in sight only, and asks main for those. */
function DeviceTable({
  column,
  order,
  run,
}: Pick<ValueDevicesProps, 'column' | 'run'> & { readonly order: ValueOrder }) {
  const { t } = useTranslation('values')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: column.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 5,
  })
  const items = virtualizer.getVirtualItems()
  const from = Math.floor((items[0]?.index ?? 0) / PART) * PART
  const input = { turnId: run.turnId, columnId: column.id, order, from, count: 2 * PART }
  const { value: rows } = useRunRequest('console.valueRows', input, run, { keepsLast: false })
  return (
    <div ref={scroller} className={classes.rows} {...{ role: 'group', 'aria-label': t('table'), tabIndex: 0 }}>
      <div className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = rows?.[index - from]
          if (row === undefined) return null
          return (
            <div key={key} className={classes.row} style={{ transform: `translateY(${start}px)` }}>
              <span className={classes.deviceId}>
                <DeviceLabel deviceId={row.deviceId} />
              </span>
              {row.isOutlier && <span className={classes.outlier}>{t('outlier')}</span>}
              <span className={classes.amount}>{printedWords(row.text)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
