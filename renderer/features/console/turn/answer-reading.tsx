import { Button, Table } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerReading } from '../../../../preload/contract/models/commands/answer-reading.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './answer-reading.module.css'

/** What needs a look is shown in raw as well, unless that is long. */
const SHORT_TABLE_ROWS = 6

interface AnswerReadingBlockProps {
  readonly reading: AnswerReading
  /** Output of the device. */
  readonly children: ReactNode
}

/** Puts an answer into a sentence and a small table; the raw answer is below it, or one click away. */
export function AnswerReadingBlock({ reading, children }: AnswerReadingBlockProps) {
  const { t, i18n } = useTranslation('console')
  const isShort = (reading.table?.rows.length ?? 0) <= SHORT_TABLE_ROWS
  const [isRawShown, setIsRawShown] = useState(reading.isWarning && isShort)
  const rawId = useId()
  const Icon = reading.isWarning ? IconAlertTriangle : IconInfoCircle
  const Chevron = isRawShown ? IconChevronUp : IconChevronDown
  return (
    <div className={classes.reading}>
      <p className={classes.sentence} data-warn={reading.isWarning || undefined}>
        <Icon
          size={16}
          aria-label={reading.isWarning ? t('reading.warning') : undefined}
          aria-hidden={!reading.isWarning}
        />
        <span>{localized(reading.sentence, i18n.language)}</span>
      </p>
      {reading.table !== null && <ReadingTable table={reading.table} />}
      <Button
        className={classes.toggle ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={isRawShown}
        aria-controls={rawId}
        rightSection={<Chevron size={13} aria-hidden />}
        onClick={() => setIsRawShown(!isRawShown)}
      >
        {t(isRawShown ? 'reading.hideRaw' : 'reading.showRaw')}
      </Button>
      <div id={rawId} hidden={!isRawShown}>
        {children}
      </div>
    </div>
  )
}

/** Scrolled by the keyboard too, and named for who cannot see it. */
function scrollable(label: string) {
  return { role: 'group', 'aria-label': label, tabIndex: 0 } as const
}

function ReadingTable({ table }: { readonly table: NonNullable<AnswerReading['table']> }) {
  const { t, i18n } = useTranslation('console')
  return (
    <div className={classes.scroller} {...scrollable(t('reading.table'))}>
      <Table className={classes.table ?? ''} verticalSpacing={3} horizontalSpacing={10} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map(({ title, isNumber }) => (
              <Table.Th key={title.en} data-number={isNumber || undefined}>
                {localized(title, i18n.language)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row) => (
            <Table.Tr key={row.join('\n')}>
              {row.map((cell, index) => (
                <Table.Td
                  key={table.columns[index]?.title.en ?? index}
                  data-number={table.columns[index]?.isNumber || undefined}
                >
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
