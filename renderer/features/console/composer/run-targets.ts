import {
  COMMAND_STATES,
  type CommandState,
  type Run,
  type Turn,
} from '../../../../preload/contract/models/commands/command.ts'
import { ACTIVE_STATES } from '../../../../preload/contract/models/limits.ts'

/** What became of the devices that an earlier run did not succeed on. */
export type LeftKind = 'failed' | 'silent'

/** Devices of the latest run that can be asked again. */
export interface LeftOver {
  readonly turnId: string
  readonly command: string
  readonly kind: LeftKind
  readonly count: number
}

const OTHERS: ReadonlySet<CommandState> = new Set<CommandState>([...ACTIVE_STATES, 'succeeded', 'failed'])

/** States of the commands that are meant; a run's folded view calls them by the same words. */
export const STATES_LEFT: Readonly<Record<LeftKind, readonly CommandState[]>> = {
  failed: ['failed'],
  silent: COMMAND_STATES.filter((state) => !OTHERS.has(state)),
}

/** Lists what the latest run of these turns left, by kind; nothing where all succeeded or are still at work. */
export function leftOvers(turns: readonly Turn[]): readonly LeftOver[] {
  const run = turns.findLast((turn) => turn.run !== null)?.run ?? null
  if (run === null) return []
  return (['failed', 'silent'] as const).flatMap((kind) => {
    const count = STATES_LEFT[kind].reduce((sum, state) => sum + countOf(run, state), 0)
    return count === 0 ? [] : [{ turnId: run.turnId, command: run.command, kind, count }]
  })
}

function countOf({ commands, states }: Run, state: CommandState): number {
  return states === undefined ? commands.filter((command) => command.state === state).length : (states[state] ?? 0)
}
