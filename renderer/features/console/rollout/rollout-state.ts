import type { Run } from '../../../../preload/contract/models/command.ts'
import {
  type RolloutAct,
  type RolloutState,
  WITHHELD_REASONS,
  type WithheldReason,
} from '../../../../preload/contract/models/rollout.ts'

const ACTS: Readonly<Record<RolloutState['phase'], readonly RolloutAct[]>> = {
  running: ['pause', 'stop'],
  looking: ['go-on', 'stop'],
  paused: ['resume', 'stop'],
  stopped: [],
  done: [],
}

/** Acts that a rollout can be steered with now. */
export function actsOf({ phase }: RolloutState): readonly RolloutAct[] {
  return ACTS[phase]
}

/** Devices that are still waited for, because they were away. */
export function awaitedOf({ wait, commands }: Run): readonly string[] {
  if (wait === undefined) return []
  const awaited = new Set(wait.deviceIds)
  return commands.filter(({ deviceId, state }) => state === 'approved' && awaited.has(deviceId)).map(idOf)
}

/** Number of devices that the rollout has not addressed yet. */
export function leftOf(run: Run): number {
  const open = run.commands.filter(({ state }) => state === 'approved').length
  return open - awaitedOf(run).length
}

/** Devices that were never sent the command. */
export function withheldOf({ commands }: Run): readonly string[] {
  return commands.filter(({ state }) => state === 'withheld').map(idOf)
}

/** Reads the cause for which a command was withheld; null for one of another version. */
export function withheldReason(reason: string | null): WithheldReason | null {
  return WITHHELD_REASONS.find((known) => known === reason) ?? null
}

const idOf = ({ deviceId }: { readonly deviceId: string }) => deviceId
