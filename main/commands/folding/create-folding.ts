import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { AppError } from '../../../preload/contract/errors.ts'
import type { CommandRecord, CommandState, DeviceInState, Run } from '../../../preload/contract/models/command.ts'
import type { FoldMode, RunFileFormat, RunFold } from '../../../preload/contract/models/folding.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { RunValues, ValueOrder, ValueRow } from '../../../preload/contract/models/values.ts'
import type { Log } from '../../shared/log.ts'
import { MaskThread } from './mask-thread.ts'
import { runFile } from './run-file.ts'
import { RunFolds } from './run-folds.ts'
import { inSlices, type NextTurn } from './slices.ts'
import { RunValueTables } from './values/run-value-tables.ts'

interface FoldingDeps {
  /** The whole run of a turn with its answers in words; null without one. */
  readonly runOf: (turnId: string) => Run | null
  readonly hostNameOf: (connectionId: string, deviceId: string) => string | null
  /** As the operator named a device; empty without a name. */
  readonly nameOf: (connectionId: string, deviceId: string) => string
  readonly language: () => Language
  readonly startMasks: (() => Worker) | null
  readonly log: Log
}

/** Builds the folding of the runs of turns. Each call throws `NOT_FOUND` where the turn has no run. */
export function createFolding({ runOf, hostNameOf, nameOf, language, startMasks, log }: FoldingDeps) {
  const turn = () => nextTurn()
  const masks = new MaskThread({ start: startMasks, nextTurn: turn, log })
  const folds = new RunFolds({ nextTurn: turn, masks, hostNameOf })
  const wholeRun = (turnId: string): Run => {
    const run = runOf(turnId)
    if (run === null) throw new AppError('NOT_FOUND', { turnId })
    return run
  }
  const values = new RunValueTables(turn)
  return {
    /** Returns the run of a turn with all its commands. */
    run: wholeRun,
    /** Folds the run of a turn. */
    fold: (turnId: string, mode: FoldMode): Promise<RunFold> => folds.fold(wholeRun(turnId), mode),
    /** Folds a run by equal answers, in slices. */
    exactly: (run: Run): Promise<RunFold> => folds.exact(run),
    /** Folds the runs of the lines of one question, in their order. */
    foldLines: (turnIds: readonly string[], mode: FoldMode): Promise<readonly RunFold[]> =>
      Promise.all(turnIds.map((turnId) => folds.fold(wholeRun(turnId), mode))),
    /** Returns these commands of a run, with answers or without. */
    commands(turnId: string, deviceIds: readonly string[], isBrief: boolean): readonly CommandRecord[] {
      const wanted = new Set(deviceIds)
      const found = wholeRun(turnId).commands.filter(({ deviceId }) => wanted.has(deviceId))
      return isBrief ? found.map(({ reading: _, ...record }) => ({ ...record, stdout: '', stderr: '' })) : found
    },
    /** Returns the devices whose command is in one of these states. */
    devicesInState(turnId: string, states: readonly CommandState[]): readonly DeviceInState[] {
      return wholeRun(turnId).commands.flatMap(({ deviceId, state }) =>
        states.includes(state) ? [{ deviceId, state }] : [],
      )
    },
    /** Finds the devices of these runs whose id or answer holds a text, in any case. */
    async search(turnIds: readonly string[], text: string): Promise<readonly string[]> {
      return devicesWith(
        text,
        turnIds.flatMap((turnId) => wholeRun(turnId).commands),
        turn,
      )
    },
    /** Finds the numbers that most answers of a run give. */
    async values(turnId: string): Promise<RunValues> {
      return (await values.of(wholeRun(turnId))).summary()
    },
    async valueRows(
      turnId: string,
      columnId: string,
      order: ValueOrder,
      from: number,
      count: number,
    ): Promise<readonly ValueRow[]> {
      return (await values.of(wholeRun(turnId))).rows(columnId, order, from, count)
    },
    async devicesBeyond(
      turnId: string,
      columnId: string,
      side: 'above' | 'below',
      limit: number,
    ): Promise<readonly string[]> {
      return (await values.of(wholeRun(turnId))).devicesBeyond(columnId, side, limit)
    },
    /** Writes the folded run of a turn as a file. */
    async file(turnId: string, mode: FoldMode, format: RunFileFormat): Promise<string> {
      const run = wholeRun(turnId)
      const [fold, table] = await Promise.all([folds.fold(run, mode), values.of(run)])
      const words = { language: language(), nameOf: (id: string) => nameOf(run.connectionId, id) }
      return runFile(run, fold, table, { format, ...words })
    },
    dispose: () => masks.dispose(),
  }
}

async function devicesWith(
  text: string,
  commands: readonly CommandRecord[],
  nextTurn: NextTurn,
): Promise<readonly string[]> {
  const found: string[] = []
  const wanted = text.toLowerCase()
  await inSlices(commands, nextTurn, ({ deviceId, stdout, stderr }) => {
    if ([deviceId, stdout, stderr].some((part) => part.toLowerCase().includes(wanted))) found.push(deviceId)
  })
  return found
}
