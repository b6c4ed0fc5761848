import { useMemo } from 'react'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import type { FoldMode, RunFold } from '../../../../../preload/contract/models/commands/folding.ts'
import { useRequest } from '../../../../lib/use-request.ts'
import { useRunRequest } from '../use-run-request.ts'
import { type RunLine, searchRun } from './fold-state.ts'

const SEARCH_DELAY_MS = 150

interface Fold {
  /** Null until the first answer is here. */
  readonly fold: RunFold | null
  readonly isFailed: boolean
  readonly reload: () => void
}

/** Returns the groups of a run, kept current. */
export function useFold(run: Run, mode: FoldMode): Fold {
  const { value, isFailed, reload } = useRunRequest('console.fold', { turnId: run.turnId, mode }, run)
  return { fold: value, isFailed: isFailed && value === null, reload }
}

interface FoldedLines extends Pick<Fold, 'isFailed' | 'reload'> {
  readonly lines: readonly RunLine[] | null
}

/** Returns the groups of the runs of a question, kept current. */
export function useFoldedLines(runs: readonly Run[], mode: FoldMode): FoldedLines {
  const turnIds = runs.map(({ turnId }) => turnId)
  const { value, isFailed, reload } = useRunRequest('console.foldLines', { turnIds, mode }, runs)
  const lines = useMemo(() => {
    if (value === null) return null
    const folds = new Map(value.map((fold) => [fold.runId, fold]))
    return runs.flatMap((run) => {
      const fold = folds.get(run.id)
      return fold === undefined ? [] : [{ run, fold }]
    })
  }, [runs, value])
  return { lines, isFailed: isFailed && value === null, reload }
}

/** Returns the devices whose id or answer holds a text; null for all, as long as nothing is searched for or found. */
export function useFound(runs: readonly Run[], search: string): ReadonlySet<string> | null {
  const text = search.trim()
  const long = runs.filter(({ states }) => states !== undefined)
  const input = long.length === 0 || text === '' ? null : { turnIds: long.map(({ turnId }) => turnId), text }
  const { value } = useRequest('console.searchRuns', input, { keepsLast: true, delayMs: SEARCH_DELAY_MS })
  const isAsked = input !== null
  return useMemo(() => {
    if (text === '' || (isAsked && value === null)) return null
    const here = runs.flatMap((run) => [...searchRun(run, text)])
    return new Set(isAsked ? [...here, ...(value ?? [])] : here)
  }, [text, isAsked, runs, value])
}
