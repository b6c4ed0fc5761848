import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../preload/contract/models/commands/command.ts'
import type { FoldMode } from '../../../preload/contract/models/commands/folding.ts'
import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { plainNumber } from '../../components/words/formatters.ts'
import { exactTimeWords } from '../../components/words/time-words.ts'
import { useRequest } from '../../lib/use-request.ts'
import { ChangedGroup } from './changed-group.tsx'
import { compareFolds, countChanges } from './compare-folds.ts'
import classes from './history-view.module.css'

/** Changes drawn; who has more reads the runs themselves. */
const MAX_CHANGES = 60

interface RunComparisonProps {
  readonly turn: Turn
  readonly onOpen: (turnId: string) => void
}

/** Compares a run with another one of the same command: which devices changed group, and what changed. */
export function RunComparison({ turn, onOpen }: RunComparisonProps) {
  const { t, i18n } = useTranslation('history')
  const { value: others } = useRequest('history.sameCommand', { turnId: turn.id })
  const [chosen, setChosen] = useState<string | null>(null)
  if (others === null) return <Skeleton height={96} />
  const usual = others.find(({ at }) => at < turn.createdAt) ?? others[0]
  const other = others.find(({ turnId }) => turnId === chosen) ?? usual
  if (other === undefined) return <p className={classes.quiet}>{t('compare.none')}</p>
  return (
    <section className={classes.comparison} aria-label={t('compare.label')}>
      <code className={classes.compared}>{turn.run?.command}</code>
      <div className={classes.detailHead}>
        <Select
          className={classes.other ?? ''}
          size="xs"
          label={t('compare.with')}
          allowDeselect={false}
          value={other.turnId}
          data={others.map((entry) => ({ value: entry.turnId, label: nameOf(entry, t, i18n.language) }))}
          onChange={(next) => setChosen(next)}
        />
        <Button size="compact-xs" variant="default" onClick={() => onOpen(other.turnId)}>
          {t('compare.open')}
        </Button>
      </div>
      <LoadedComparison key={other.turnId} turn={turn} otherId={other.turnId} />
    </section>
  )
}

function nameOf(
  { at, deviceCount }: HistoryEntry,
  t: ReturnType<typeof useTranslation<'history'>>['t'],
  language: string,
): string {
  const number = plainNumber(deviceCount, language)
  return `${exactTimeWords(at, language)} · ${t('compare.devices', { count: deviceCount, number })}`
}

interface LoadedComparisonProps {
  readonly turn: Turn
  readonly otherId: string
}

function LoadedComparison({ turn, otherId }: LoadedComparisonProps) {
  const { t } = useTranslation('history')
  const [mode, setMode] = useState<FoldMode>('exact')
  const { value: other } = useRequest('history.turn', { turnId: otherId })
  const own = useRequest('console.fold', { turnId: turn.id, mode }, { keepsLast: true }).value
  const others = useRequest('console.fold', { turnId: otherId, mode }, { keepsLast: true }).value
  const isEarlier = other !== null && other.createdAt < turn.createdAt
  const changes = useMemo(() => {
    // Both folds are of one mode, or equal answers would have different ids.
    if (own === null || others === null || own.mode !== others.mode) return null
    return isEarlier ? compareFolds(others, own) : compareFolds(own, others)
  }, [own, others, isEarlier])
  if (other === null || other.run === null || turn.run === null || changes === null) return <Skeleton height={96} />
  const [before, after] = isEarlier ? [other.run, turn.run] : [turn.run, other.run]
  const shown = changes.filter(({ kind }) => kind !== 'same' && kind !== 'dropped')
  const isLost = changes.some(({ kind }) => kind === 'dropped')
  return (
    <>
      <div className={classes.comparisonHead}>
        <Counts changes={changes} />
        <SegmentedControl<FoldMode>
          size="xs"
          aria-label={t('compare.mode')}
          value={mode}
          data={(['exact', 'similar'] as const).map((value) => ({ value, label: t(`compare.modes.${value}`) }))}
          onChange={setMode}
        />
      </div>
      {isLost && <p className={classes.quiet}>{t('compare.dropped')}</p>}
      {shown.length === 0 && !isLost && <p className={classes.quiet}>{t('compare.nothing')}</p>}
      {shown.slice(0, MAX_CHANGES).map((change, index) => (
        <ChangedGroup key={change.id} change={change} before={before} after={after} isOpenAtFirst={index === 0} />
      ))}
      {shown.length > MAX_CHANGES && <p className={classes.quiet}>{t('compare.more')}</p>}
    </>
  )
}

/** Says for how many devices what became of their answer. */
function Counts({ changes }: { readonly changes: Parameters<typeof countChanges>[0] }) {
  const { t, i18n } = useTranslation('history')
  return (
    <p className={classes.counts}>
      {countChanges(changes).map(({ kind, count }) => (
        <span key={kind} data-kind={kind}>
          {t(`compare.count.${kind}`, { count, number: plainNumber(count, i18n.language) })}
        </span>
      ))}
    </p>
  )
}
