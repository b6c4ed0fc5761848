import { Button, Skeleton } from '@mantine/core'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import type { FoldKind, FoldMode } from '../../../../../preload/contract/models/commands/folding.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { ValuesPanel } from '../values/values-panel.tsx'
import classes from './fold.module.css'
import { FoldActions } from './fold-actions.tsx'
import { FoldHead } from './fold-head.tsx'
import { countsOf, openAtFirst, type RunLine, shownGroups } from './fold-state.ts'
import { FoldTools, GroupTools, QuestionTools } from './fold-tools.tsx'
import { GroupList } from './group-list.tsx'
import { useFold, useFoldedLines, useFound } from './use-fold.ts'

interface FoldedRunProps {
  readonly run: Run
  readonly actions: ConsoleActions
}

/** Shows the answers of several devices at a glance: how many said the same, and who did not. */
export function FoldedRun({ run, actions }: FoldedRunProps) {
  const [mode, setMode] = useState<FoldMode>('exact')
  const { fold, isFailed, reload } = useFold(run, mode)
  const lines = useMemo(() => (fold === null ? null : [{ run, fold }]), [run, fold])
  if (isFailed) return <FoldFailure onRetry={reload} />
  if (lines === null || fold === null) return <Skeleton height={96} />
  return (
    <LoadedFold
      lines={lines}
      mode={mode}
      onMode={setMode}
      actions={actions}
      tools={<GroupTools run={run} fold={fold} mode={mode} actions={actions} />}
    >
      <ValuesPanel run={run} />
    </LoadedFold>
  )
}

interface FoldedQuestionProps {
  /** Runs of one question, each of another command. */
  readonly runs: readonly Run[]
  readonly actions: ConsoleActions
}

/** Shows the answers to all commands of a question as one list: what failed and who is silent first, of whichever command. */
export function FoldedQuestion({ runs, actions }: FoldedQuestionProps) {
  const [mode, setMode] = useState<FoldMode>('exact')
  const { lines, isFailed, reload } = useFoldedLines(runs, mode)
  if (isFailed) return <FoldFailure onRetry={reload} />
  if (lines === null) return <Skeleton height={96} />
  return (
    <LoadedFold
      lines={lines}
      hasSeveralCommands
      mode={mode}
      onMode={setMode}
      actions={actions}
      tools={<QuestionTools lines={lines} mode={mode} actions={actions} />}
    />
  )
}

function FoldFailure({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('fold')
  return (
    <p className={classes.note}>
      {t('failed')}{' '}
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        {t('retry')}
      </Button>
    </p>
  )
}

interface LoadedFoldProps {
  readonly lines: readonly RunLine[]
  readonly hasSeveralCommands?: boolean
  /** Way of comparing that is asked for; the fold may still be of the other. */
  readonly mode: FoldMode
  readonly onMode: (mode: FoldMode) => void
  readonly actions: ConsoleActions
  readonly tools?: ReactNode
  /** Stands between the head and the groups. */
  readonly children?: ReactNode
}

function LoadedFold({ lines, hasSeveralCommands = false, mode, onMode, actions, tools, children }: LoadedFoldProps) {
  const { t } = useTranslation('fold')
  const [kind, setKind] = useState<FoldKind | null>(null)
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search)
  const runs = useMemo(() => lines.map(({ run }) => run), [lines])
  const found = useFound(runs, searched)
  const groups = useMemo(() => shownGroups(lines, kind, found), [lines, kind, found])
  const open = useMemo(() => openAtFirst(shownGroups(lines)), [lines])
  return (
    <>
      <div className={classes.top}>
        <FoldHead counts={countsOf(lines)} hasSeveralCommands={hasSeveralCommands} kind={kind} onKind={setKind} />
        <FoldActions lines={lines} actions={actions} />
      </div>
      <FoldTools lines={lines} mode={mode} onMode={onMode} search={search} onSearch={setSearch}>
        {tools}
      </FoldTools>
      {children}
      {groups.length === 0 ? (
        <p className={classes.note}>{t('nothing')}</p>
      ) : (
        <GroupList groups={groups} open={open} hasSeveralCommands={hasSeveralCommands} actions={actions} />
      )}
    </>
  )
}
