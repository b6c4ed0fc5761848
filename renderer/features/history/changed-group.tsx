import { UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord, Run } from '../../../preload/contract/models/commands/command.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { plainNumber } from '../../components/words/formatters.ts'
import { type DiffRow, diffTexts } from '../console/run/fold/text-diff.ts'
import { copyText } from '../console/run/run-state.ts'
import type { GroupChange } from './compare-folds.ts'
import classes from './history-view.module.css'

/** Rows drawn of a comparison. */
const MAX_ROWS = 400
const NAMED_DEVICES = 3
const SIGNS = { same: ' ', removed: '−', added: '+' } as const

interface ChangedGroupProps {
  readonly change: GroupChange
  readonly before: Run
  readonly after: Run
  readonly isOpenAtFirst: boolean
}

/** Devices whose answer changed in the same way: who, from what to what, and the difference once. */
export function ChangedGroup({ change, before, after, isOpenAtFirst }: ChangedGroupProps) {
  const { t, i18n } = useTranslation('history')
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const { deviceIds, kind } = change
  const [first = ''] = deviceIds
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.change} data-kind={kind}>
      <UnstyledButton className={classes.changeHead} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Chevron size={15} aria-hidden />
        {change.before && <StateBadge kind="command" state={change.before.state} />}
        <IconArrowRight size={14} aria-hidden />
        {change.after && <StateBadge kind="command" state={change.after.state} />}
        <strong>
          {t(`compare.count.${kind}`, {
            count: deviceIds.length,
            number: plainNumber(deviceIds.length, i18n.language),
          })}
        </strong>
        <span className={classes.names}>
          {deviceIds.slice(0, NAMED_DEVICES).join(', ')}
          {deviceIds.length > NAMED_DEVICES && ' …'}
        </span>
      </UnstyledButton>
      {isOpen && <AnswerDiff before={answerOf(before, first)} after={answerOf(after, first)} />}
    </section>
  )
}

function answerOf({ commands }: Run, deviceId: string): string {
  const record = commands.find((command) => command.deviceId === deviceId)
  return record === undefined ? '' : wordsOf(record)
}

function wordsOf(record: CommandRecord): string {
  const text = copyText(record)
  return text === '' ? (record.reason ?? '') : text
}

/** Shows what one device answered before and after, in one column. */
function AnswerDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation('history')
  const rows = useMemo(() => diffTexts(before, after), [before, after])
  if (before === '' && after === '') return <p className={classes.quiet}>{t('compare.noOutput')}</p>
  return (
    <div className={classes.diff} {...{ role: 'group', 'aria-label': t('compare.diff'), tabIndex: 0 }}>
      <p className={classes.legend}>{t('compare.legend')}</p>
      {[...rows.slice(0, MAX_ROWS).entries()].map(([number, row]) => (
        <DiffLine key={number} row={row} />
      ))}
      {rows.length > MAX_ROWS && <p className={classes.legend}>{t('compare.more')}</p>}
    </div>
  )
}

function DiffLine({ row }: { readonly row: DiffRow }) {
  const { t, i18n } = useTranslation('history')
  if (row.kind === 'gap') {
    const number = plainNumber(row.count, i18n.language)
    return <div className={classes.gap}>{t('compare.gap', { count: row.count, number })}</div>
  }
  const names = { same: null, removed: t('compare.removed'), added: t('compare.added') }
  const name = names[row.kind]
  return (
    <div className={classes.line} data-kind={row.kind}>
      <span className={classes.sign} aria-hidden>
        {SIGNS[row.kind]}
      </span>
      {name !== null && <span className="wp-hidden">{name}</span>}
      <span>
        {[...row.parts.entries()].map(([number, part]) =>
          part.isChanged ? <mark key={number}>{part.text}</mark> : <span key={number}>{part.text}</span>,
        )}
      </span>
    </div>
  )
}
