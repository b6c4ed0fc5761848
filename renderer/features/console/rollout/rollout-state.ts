import type { DeviceInState, Run } from '../../../../preload/contract/models/commands/command.ts'
import {
  type RolloutAct,
  type RolloutState,
  WITHHELD_REASONS,
  type WithheldReason,
} from '../../../../preload/contract/models/commands/rollout.ts'
import { statesOf } from '../run/run-state.ts'

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

/** Devices of a run that its rollout or its wait has not sent to. */
interface UnsentDevices {
  /** Still waited for, because they were away. */
  readonly awaited: readonly string[]
  /** Not addressed yet by the rollout. */
  readonly left: number
  /** Left out, because the operator made the console forget them. */
  readonly forgotten: readonly string[]
  /** Never sent the command, and known. */
  readonly withheld: readonly string[]
}

/** Sorts devices of a run by why nothing was sent to them. `commands`: those withheld, and with a wait those not sent yet. */
export function unsentOf(run: Run, commands: readonly DeviceInState[]): UnsentDevices {
  const mayWait = new Set(run.wait?.deviceIds)
  const open = commands.filter(({ state }) => state === 'approved').map(idOf)
  const awaited = open.filter((id) => mayWait.has(id))
  const left = (statesOf(run).approved ?? 0) - awaited.length
  const unsent = commands.filter(({ state }) => state === 'withheld')
  const isGone = ({ reason }: DeviceInState) => reason === 'forgotten'
  const forgotten = unsent.filter(isGone).map(idOf)
  const withheld = unsent.filter((device) => !isGone(device)).map(idOf)
  return { awaited, left: Math.max(0, left), forgotten, withheld }
}

/** Reads the cause for which a command was withheld; null for one of another version. */
export function withheldReason(reason: string | null): WithheldReason | null {
  return WITHHELD_REASONS.find((known) => known === reason) ?? null
}

const idOf = ({ deviceId }: { readonly deviceId: string }) => deviceId
