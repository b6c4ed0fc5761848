import { useMemo } from 'react'
import type { Run } from '../../../../../preload/contract/models/command.ts'
import type { FoldMode, RunFold } from '../../../../../preload/contract/models/folding.ts'
import { useRequest } from '../../../../lib/use-request.ts'
import { useRunRequest } from '../use-run-request.ts'
import { searchRun } from './fold-state.ts'

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

/** Returns the devices whose id or answer holds a text; null for all, as long as nothing is searched for or found. */
export function useFound(run: Run, search: string): ReadonlySet<string> | null {
  const text = search.trim()
  const isWhole = run.states === undefined
  const input = isWhole || text === '' ? null : { turnId: run.turnId, text }
  const { value } = useRequest('console.searchRun', input, { keepsLast: true, delayMs: SEARCH_DELAY_MS })
  return useMemo(() => {
    if (text === '') return null
    if (isWhole) return searchRun(run, text)
    return value === null ? null : new Set(value)
  }, [text, isWhole, run, value])
}
