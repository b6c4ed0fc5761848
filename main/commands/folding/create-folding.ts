import type { Worker } from 'node:worker_threads'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type {
  CommandRecord,
  CommandState,
  DeviceInState,
  Run,
} from '../../../preload/contract/models/commands/command.ts'
import type { FoldMode, RunFileFormat, RunFold } from '../../../preload/contract/models/commands/folding.ts'
import type { RunValues, ValueOrder, ValueRow } from '../../../preload/contract/models/commands/values.ts'
import type { Log } from '../../shared/log.ts'
import { inSlices, inSteps, nextTurn } from '../../shared/work/slices.ts'
import { foldKey } from './fold-keys.ts'
import { MaskThread } from './mask-thread.ts'
import { runFile, type SavedRun } from './run-file.ts'
import { RunFolds } from './run-folds.ts'
import { type AnswerValue, answerValues } from './values/answer-values.ts'
import { ValueTable, ValueTables } from './values/value-table.ts'

interface FoldingDeps {
  /** Reads the whole run of a turn with its answers in words; null without one. */
  readonly runOf: (turnId: string) => Promise<Run | null>
  /** As `runOf`, at once. */
  readonly runNow: (turnId: string) => Run | null
  readonly hostNameOf: (connectionId: string, deviceId: string) => string | null
  /** As the operator named a device; empty without a name. */
  readonly nameOf: (connectionId: string, deviceId: string) => string
  readonly language: () => Language
  readonly startMasks: (() => Worker) | null
  readonly log: Log
}

/** Builds the folding of the runs of turns. Each call throws `NOT_FOUND` where the turn has no run. */
export function createFolding({ runOf, runNow, hostNameOf, nameOf, language, startMasks, log }: FoldingDeps) {
  const masks = new MaskThread({ start: startMasks, nextTurn, log })
  const folds = new RunFolds({ nextTurn, masks, hostNameOf, exactKey: (record) => foldKey(record, 'exact') })
  const valuesOf = readOnce()
  const found = (turnId: string, run: Run | null): Run => {
    if (run === null) throw new AppError('NOT_FOUND', { turnId })
    return run
  }
  const wholeRun = async (turnId: string): Promise<Run> => found(turnId, await runOf(turnId))
  const tables = new ValueTables((records) => inSteps(ValueTable.of(records, valuesOf), nextTurn))
  const tableOf = ({ commands }: Run): Promise<ValueTable> => tables.of(commands)
  return {
    /** Returns the run of a turn with all its commands, at once: for a call without a window. */
    run: (turnId: string): Run => found(turnId, runNow(turnId)),
    /** Folds the run of a turn. */
    fold: async (turnId: string, mode: FoldMode): Promise<RunFold> => folds.fold(await wholeRun(turnId), mode),
    /** Folds a run by equal answers, in slices. */
    exactly: (run: Run): Promise<RunFold> => folds.exact(run),
    /** Folds the runs of the lines of one question, in their order. */
    foldLines: (turnIds: readonly string[], mode: FoldMode): Promise<readonly RunFold[]> =>
      Promise.all(turnIds.map(async (turnId) => folds.fold(await wholeRun(turnId), mode))),
    /** Returns these commands of a run, with answers or without. */
    async commands(turnId: string, deviceIds: readonly string[], isBrief: boolean): Promise<readonly CommandRecord[]> {
      const wanted = new Set(deviceIds)
      const { commands } = await wholeRun(turnId)
      const those = commands.filter(({ deviceId }) => wanted.has(deviceId))
      return isBrief ? those.map(({ reading: _, ...record }) => ({ ...record, stdout: '', stderr: '' })) : those
    },
    /** Returns the devices whose command is in one of these states. */
    async devicesInState(turnId: string, states: readonly CommandState[]): Promise<readonly DeviceInState[]> {
      return (await wholeRun(turnId)).commands.flatMap(({ deviceId, state, reason }) =>
        states.includes(state) ? [{ deviceId, state, reason }] : [],
      )
    },
    /** Finds the devices of these runs whose id, given name or answer holds a text, in any case. */
    async search(turnIds: readonly string[], text: string): Promise<readonly string[]> {
      const runs = await Promise.all(turnIds.map(wholeRun))
      return (await Promise.all(runs.map((run) => devicesWith(text, run, nameOf)))).flat()
    },
    /** Finds the numbers that most answers of a run give. */
    async values(turnId: string): Promise<RunValues> {
      return (await tableOf(await wholeRun(turnId))).summary()
    },
    async valueRows(
      turnId: string,
      columnId: string,
      order: ValueOrder,
      from: number,
      count: number,
    ): Promise<readonly ValueRow[]> {
      return (await tableOf(await wholeRun(turnId))).rows(columnId, order, from, count)
    },
    async devicesBeyond(
      turnId: string,
      columnId: string,
      side: 'above' | 'below',
      limit: number,
    ): Promise<readonly string[]> {
      return (await tableOf(await wholeRun(turnId))).devicesBeyond(columnId, side, limit)
    },
    /** Writes the folded runs of the turns of one question as one file. */
    async file(turnIds: readonly string[], mode: FoldMode, format: RunFileFormat): Promise<string> {
      const saved = await Promise.all(
        turnIds.map(async (turnId): Promise<SavedRun> => {
          const run = await wholeRun(turnId)
          const [fold, values] = await Promise.all([folds.fold(run, mode), tableOf(run)])
          return { run, fold, values }
        }),
      )
      const connectionId = saved[0]?.run.connectionId ?? ''
      const words = { language: language(), nameOf: (id: string) => nameOf(connectionId, id) }
      return inSteps(runFile(saved, { format, ...words }), nextTurn)
    },
    dispose: () => masks.dispose(),
  }
}

async function devicesWith(
  text: string,
  { connectionId, commands }: Run,
  nameOf: FoldingDeps['nameOf'],
): Promise<readonly string[]> {
  const found: string[] = []
  const wanted = text.toLowerCase()
  await inSlices(commands, nextTurn, ({ deviceId, stdout, stderr }) => {
    const parts = [deviceId, nameOf(connectionId, deviceId), stdout, stderr]
    if (parts.some((part) => part.toLowerCase().includes(wanted))) found.push(deviceId)
  })
  return found
}

/** Reads the numbers of an answer once. */
function readOnce(): (record: CommandRecord) => readonly AnswerValue[] {
  const known = new WeakMap<CommandRecord, readonly AnswerValue[]>()
  return (record) => {
    const values = known.get(record) ?? answerValues(record)
    known.set(record, values)
    return values
  }
}
