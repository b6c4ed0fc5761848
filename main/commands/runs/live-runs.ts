import type { RunHead } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutState } from '../../../preload/contract/models/commands/rollout.ts'
import type { LiveCommand, StoredRun } from '../models.ts'
import { headOf } from './ended-runs.ts'
import { isTerminal } from './state-machine.ts'

/** A run of which commands are open. */
interface LiveRun {
  run: StoredRun
  readonly commands: readonly LiveCommand[]
  openCount: number
}

/** Holds the latest run of each turn in memory, with its commands, until all of them have ended. */
export class LiveRuns {
  readonly #commands = new Map<string, LiveCommand>()
  /** By turn. */
  readonly #runs = new Map<string, LiveRun>()

  /** Without effect on a run whose commands have all ended. */
  hold(run: StoredRun, commands: readonly LiveCommand[]): void {
    const openCount = commands.filter(isUnended).length
    if (openCount === 0) return
    for (const command of commands) this.#commands.set(command.stored.record.commandId, command)
    this.#runs.set(run.turnId, { run, commands, openCount })
  }

  command(commandId: string): LiveCommand | undefined {
    return this.#commands.get(commandId)
  }

  /** Lists the commands that have not ended. */
  open(): LiveCommand[] {
    return [...this.#commands.values()].filter(isUnended)
  }

  ofTurn(turnId: string): Readonly<LiveRun> | undefined {
    return this.#runs.get(turnId)
  }

  /** The run of a turn by the states of its commands; null where none is open. */
  headOfTurn(turnId: string): RunHead | null {
    const known = this.#runs.get(turnId)
    return known === undefined
      ? null
      : headOf({ ...known.run, commands: known.commands.map(({ stored }) => stored.record) })
  }

  showRollout({ id, turnId }: StoredRun, rollout: RolloutState): void {
    const known = this.#runs.get(turnId)
    if (known?.run.id === id) known.run = { ...known.run, rollout }
  }

  /** Lets a run go; returns it, or null where the turn has another run by now. */
  release({ id, turnId }: StoredRun): Readonly<LiveRun> | null {
    const known = this.#runs.get(turnId)
    if (known?.run.id !== id) return null
    this.#runs.delete(turnId)
    for (const { stored } of known.commands) this.#commands.delete(stored.record.commandId)
    return known
  }

  /** Counts a command as ended: true if it was the last one open in its run. */
  ended({ run }: LiveCommand): boolean {
    const known = this.#runs.get(run.turnId)
    if (known?.run.id !== run.id) return false
    known.openCount -= 1
    return known.openCount <= 0
  }
}

const isUnended = ({ stored }: LiveCommand): boolean => !isTerminal(stored.record.state)
