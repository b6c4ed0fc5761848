import { Button, Skeleton } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/command.ts'
import type { FoldKind, FoldMode, RunFold } from '../../../../../preload/contract/models/folding.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { ValuesPanel } from '../values/values-panel.tsx'
import classes from './fold.module.css'
import { FoldActions } from './fold-actions.tsx'
import { FoldHead } from './fold-head.tsx'
import { majorityDevice, openAtFirst, shownGroups } from './fold-state.ts'
import { FoldTools } from './fold-tools.tsx'
import { GroupList } from './group-list.tsx'
import { useFold, useFound } from './use-fold.ts'

interface FoldedRunProps {
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Shows the answers of several devices at a glance: how many said the same, and who did not. */
export function FoldedRun({ run, actions }: FoldedRunProps) {
  const { t } = useTranslation('fold')
  const [mode, setMode] = useState<FoldMode>('exact')
  const { fold, isFailed, reload } = useFold(run, mode)
  if (isFailed) {
    return (
      <p className={classes.note}>
        {t('failed')}{' '}
        <Button size="compact-xs" variant="default" onClick={reload}>
          {t('retry')}
        </Button>
      </p>
    )
  }
  if (fold === null) return <Skeleton height={96} />
  return <LoadedFold run={run} fold={fold} mode={mode} onMode={setMode} actions={actions} />
}

interface LoadedFoldProps extends FoldedRunProps {
  readonly fold: RunFold
  /** Way of comparing that is asked for; the fold may still be of the other. */
  readonly mode: FoldMode
  readonly onMode: (mode: FoldMode) => void
}

function LoadedFold({ run, fold, mode, onMode, actions }: LoadedFoldProps) {
  const { t } = useTranslation('fold')
  const [kind, setKind] = useState<FoldKind | null>(null)
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search)
  const found = useFound(run, searched)
  const groups = useMemo(() => shownGroups(fold, kind, found), [fold, kind, found])
  const open = useMemo(() => openAtFirst(fold.groups), [fold])
  return (
    <>
      <div className={classes.top}>
        <FoldHead counts={fold.counts} kind={kind} onKind={setKind} />
        <FoldActions run={run} fold={fold} actions={actions} />
      </div>
      <FoldTools
        run={run}
        fold={fold}
        mode={mode}
        onMode={onMode}
        search={search}
        onSearch={setSearch}
        actions={actions}
      />
      <ValuesPanel run={run} />
      {groups.length === 0 ? (
        <p className={classes.note}>{t('nothing')}</p>
      ) : (
        <GroupList groups={groups} open={open} majority={majorityDevice(fold)} run={run} actions={actions} />
      )}
    </>
  )
}
