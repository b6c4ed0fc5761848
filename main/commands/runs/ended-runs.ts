import type { Run, RunHead } from '../../../preload/contract/models/commands/command.ts'

/** Runs of up to ten thousand answers are held, so few. */
const MAX_RUNS = 3

/** Keeps the runs that were read last, because a view asks for one many times and reading a thousand answers takes long. */
export class EndedRuns {
  readonly #runs = new Map<string, Run>()

  /** Returns the run of a turn, read where it is not kept. */
  runOfTurn(turnId: string, read: () => Run | null): Run | null {
    const run = this.#runs.get(turnId) ?? read()
    if (run === null) return null
    this.keep(run)
    return run
  }

  /** Returns the states of a run that is kept; null for any other. */
  headOfTurn(turnId: string): RunHead | null {
    const run = this.#runs.get(turnId)
    return run === undefined ? null : headOf(run)
  }

  keep(run: Run): void {
    this.#runs.delete(run.turnId)
    this.#runs.set(run.turnId, run)
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= MAX_RUNS) break
      this.#runs.delete(oldest)
    }
  }

  /** Drops the run of a turn, because it changes. */
  forget(turnId: string): void {
    this.#runs.delete(turnId)
  }

  clear(): void {
    this.#runs.clear()
  }
}

/** Counts the commands of a run by their states. */
export function headOf({ commands, ...run }: Run): RunHead {
  const states: Record<string, number> = {}
  for (const { state } of commands) states[state] = (states[state] ?? 0) + 1
  return { ...run, devices: commands.length, states }
}
