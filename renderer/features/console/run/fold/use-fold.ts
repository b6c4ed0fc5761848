import { useEffect, useRef } from 'react'
import type { Run } from '../../../../../preload/contract/models/command.ts'
import type { FoldMode, RunFold } from '../../../../../preload/contract/models/folding.ts'
import { useRequest } from '../../../../lib/use-request.ts'

/** A run of hundreds changes many times a second; nobody reads faster than this. */
const PAUSE_MS = 300

interface Fold {
  /** Null until the first answer is here. */
  readonly fold: RunFold | null
  readonly isFailed: boolean
  readonly reload: () => void
}

/** Returns the groups of a run, asked for again when the run changed: not before the last answer is here, nor at each change. */
export function useFold(run: Run, mode: FoldMode): Fold {
  const { value, isLoading, isFailed, reload } = useRequest(
    'console.fold',
    { turnId: run.turnId, mode },
    { keepsLast: true },
  )
  const asked = useRef({ commands: run.commands, at: Date.now() })
  const { commands } = run
  useEffect(() => {
    if (isLoading || asked.current.commands === commands) return
    const ask = () => {
      asked.current = { commands, at: Date.now() }
      reload()
    }
    const timer = setTimeout(ask, Math.max(0, asked.current.at + PAUSE_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [isLoading, commands, reload])
  return { fold: value, isFailed: isFailed && value === null, reload }
}
