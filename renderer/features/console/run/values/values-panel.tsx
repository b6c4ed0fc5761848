import { Button, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import type { ValueColumn } from '../../../../../preload/contract/models/commands/values.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { localized } from '../../../../lib/i18n/i18n.ts'
import { useRunRequest } from '../use-run-request.ts'
import { Histogram } from './histogram.tsx'
import { ValueDevices } from './value-devices.tsx'
import { amountWords } from './value-words.ts'
import classes from './values.module.css'

/** Values in sight at first, because a list of figures may be long. */
const FEW = 4
const NAMED_OUTLIERS = 3

/** Shows the numbers that most answers of a run give, a line for each; nothing where there are none. */
export function ValuesPanel({ run }: { readonly run: Run }) {
  const { t, i18n } = useTranslation('values')
  const [isAll, setIsAll] = useState(false)
  const { value: values } = useRunRequest('console.values', { turnId: run.turnId }, run)
  if (values === null || values.columns.length === 0) return null
  const { columns, answered } = values
  const shown = isAll ? columns : columns.slice(0, FEW)
  return (
    <section className={classes.panel} aria-label={t('label')}>
      {shown.map((column) => (
        <Value key={column.id} column={column} missing={answered - column.count} run={run} />
      ))}
      {columns.length > FEW && (
        <Button
          className={classes.more ?? ''}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={isAll}
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? t('showFew') : t('showAll', { number: plainNumber(columns.length, i18n.language) })}
        </Button>
      )}
    </section>
  )
}

interface ValueProps {
  readonly column: ValueColumn
  /** Devices that answered without it. */
  readonly missing: number
  readonly run: Run
}

/** One number of the run: how it is spread, who stands out, and on demand every device. */
function Value({ column, missing, run }: ValueProps) {
  const { t, i18n } = useTranslation('values')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const title = localized(column.title, i18n.language) || t('value')
  return (
    <div className={classes.value}>
      <UnstyledButton
        className={classes.opener}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Chevron size={15} aria-hidden />
        <span className={classes.title} title={title}>
          {title}
        </span>
        <Histogram column={column} />
        <Spread column={column} />
        <Outliers column={column} />
        {missing > 0 && (
          <span className={classes.quiet}>
            {t('missing', { count: missing, number: plainNumber(missing, i18n.language) })}
          </span>
        )}
      </UnstyledButton>
      <div id={id}>{isOpen && <ValueDevices column={column} title={title} run={run} />}</div>
    </div>
  )
}

function Spread({ column }: { readonly column: ValueColumn }) {
  const { t, i18n } = useTranslation('values')
  const words = (amount: number, isMean = false) => amountWords(amount, column, i18n.language, isMean)
  const { smallest, median, largest } = column
  return (
    <span className={classes.spread}>
      {smallest.amount === largest.amount
        ? t('same', { value: words(median) })
        : t('spread', {
            smallest: words(smallest.amount),
            median: words(median, true),
            largest: words(largest.amount),
          })}
    </span>
  )
}

/** Names the devices that are farthest from the median. */
function Outliers({ column }: { readonly column: ValueColumn }) {
  const { t, i18n } = useTranslation('values')
  const { outliers, outlierCount } = column
  if (outlierCount === 0) return null
  const named = outliers
    .slice(0, NAMED_OUTLIERS)
    .map(({ deviceId, amount }) => `${deviceId} ${amountWords(amount, column, i18n.language)}`)
  return (
    <Tooltip label={t('outliersHint')}>
      <span className={classes.outliers}>
        {t('outliers', { count: outlierCount, number: plainNumber(outlierCount, i18n.language) })} {named.join(', ')}
        {outlierCount > named.length && ' …'}
      </span>
    </Tooltip>
  )
}
