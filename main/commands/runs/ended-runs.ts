import type { CommandRecord, Run, RunHead } from '../../../preload/contract/models/commands/command.ts'
import { inSteps, nextTurn } from '../../shared/work/slices.ts'
import type { StoredCommand } from '../models.ts'
import type { RunStore } from './run-store.ts'

/** Runs of up to ten thousand answers are held, so few. */
const MAX_RUNS = 3
/** Times that a run is read for one call while it changes as a whole. */
const MAX_READS = 3

type StoredRuns = Pick<RunStore, 'runOfTurn' | 'headOfTurn' | 'readRun'>

/** A run that is being read, with what changed of it meanwhile. */
interface Reading {
  run: Promise<Run | null>
  readonly changed: Map<string, CommandRecord>
  isStale: boolean
}

/** Keeps the runs that were read last, because a view asks for one many times and reading a thousand answers takes long. */
export class EndedRuns {
  readonly #store: StoredRuns
  readonly #runs = new Map<string, Run>()
  /** By turn. */
  readonly #readings = new Map<string, Reading>()

  constructor(store: StoredRuns) {
    this.#store = store
  }

  /** Returns the run of a turn, read at once where it is not kept. */
  runOfTurn(turnId: string): Run | null {
    const run = this.#runs.get(turnId) ?? this.#store.runOfTurn(turnId)
    if (run !== null) this.keep(run)
    return run
  }

  /** Returns the run of a turn, read in slices where it is not kept; as it is when this resolves. */
  async load(turnId: string): Promise<Run | null> {
    for (let reads = 1; ; reads++) {
      const kept = this.#runs.get(turnId)
      if (kept !== undefined) {
        this.keep(kept)
        return kept
      }
      const reading = this.#readings.get(turnId) ?? this.#read(turnId)
      const run = await reading.run
      // While outputs are dropped to make room, a run may be stale whenever it was read.
      if (!reading.isStale || reads >= MAX_READS) return run
    }
  }

  /** Returns the states of a run. */
  headOfTurn(turnId: string): RunHead | null {
    const run = this.#runs.get(turnId)
    return run === undefined ? this.#store.headOfTurn(turnId) : headOf(run)
  }

  keep(run: Run): void {
    this.#runs.delete(run.turnId)
    this.#runs.set(run.turnId, run)
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= MAX_RUNS) break
      this.#runs.delete(oldest)
    }
  }

  /** Puts a record in the place of the one before: a late answer must not have the answers of all others read again. */
  replace(turnId: string, { record, position }: Pick<StoredCommand, 'record' | 'position'>): void {
    this.#readings.get(turnId)?.changed.set(record.commandId, record)
    const run = this.#runs.get(turnId)
    if (run !== undefined) this.#runs.set(turnId, withRecord(run, record, position))
  }

  /** Drops the run of a turn, because it changes as a whole. */
  forget(turnId: string): void {
    const reading = this.#readings.get(turnId)
    if (reading !== undefined) reading.isStale = true
    this.#readings.delete(turnId)
    this.#runs.delete(turnId)
  }

  clear(): void {
    for (const turnId of [...this.#readings.keys(), ...this.#runs.keys()]) this.forget(turnId)
  }

  #read(turnId: string): Reading {
    const reading: Reading = { run: Promise.resolve(null), changed: new Map(), isStale: false }
    this.#readings.set(turnId, reading)
    reading.run = this.#readInto(turnId, reading)
    return reading
  }

  async #readInto(turnId: string, reading: Reading): Promise<Run | null> {
    try {
      const read = await inSteps(this.#store.readRun(turnId), nextTurn)
      const run = read === null ? null : withRecords(read, reading.changed)
      if (run !== null && !reading.isStale) this.keep(run)
      return run
    } finally {
      if (this.#readings.get(turnId) === reading) this.#readings.delete(turnId)
    }
  }
}

/** Puts a record in the place of the one with the same id, which mostly stands at its position; one of another run changes nothing. */
function withRecord(run: Run, record: CommandRecord, position: number): Run {
  const { commands } = run
  const isSame = ({ commandId }: CommandRecord) => commandId === record.commandId
  const at = commands[position]
  const index = at !== undefined && isSame(at) ? position : commands.findIndex(isSame)
  return index < 0 || commands[index] === record ? run : { ...run, commands: commands.with(index, record) }
}

/** Puts records in the places of those with the same ids. */
function withRecords(run: Run, changed: ReadonlyMap<string, CommandRecord>): Run {
  if (changed.size === 0) return run
  return { ...run, commands: run.commands.map((record) => changed.get(record.commandId) ?? record) }
}

/** Counts the commands of a run by their states. */
export function headOf({ commands, ...run }: Run): RunHead {
  const states: Record<string, number> = {}
  for (const { state } of commands) states[state] = (states[state] ?? 0) + 1
  return { ...run, devices: commands.length, states }
}
