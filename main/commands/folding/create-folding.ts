import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Run } from '../../../preload/contract/models/command.ts'
import type { FoldMode, RunFileFormat, RunFold } from '../../../preload/contract/models/folding.ts'
import { runFile } from './run-file.ts'
import { RunFolds } from './run-folds.ts'

/** Builds the folding of the runs of turns. */
export function createFolding(runs: { runOfTurn(turnId: string): Run | null }) {
  const folds = new RunFolds(() => nextTurn())
  const runOf = (turnId: string): Run => {
    const run = runs.runOfTurn(turnId)
    if (run === null) throw new AppError('NOT_FOUND', { turnId })
    return run
  }
  return {
    /** Folds the run of a turn. Throws `NOT_FOUND`. */
    async fold(turnId: string, mode: FoldMode): Promise<RunFold> {
      const run = runOf(turnId)
      return folds.fold(run.id, run.commands, mode)
    },
    /** Writes the folded run of a turn as a file. Throws `NOT_FOUND`. */
    async file(turnId: string, mode: FoldMode, format: RunFileFormat): Promise<string> {
      const run = runOf(turnId)
      return runFile(run, await folds.fold(run.id, run.commands, mode), format)
    },
  }
}
