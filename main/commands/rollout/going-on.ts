import { AppError } from '../../../preload/contract/errors.ts'
import type { LiveCommand } from '../models.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import type { Dispatcher } from '../runs/dispatcher.ts'
import type { ActiveRollout } from './active-rollout.ts'
import { spreadOver } from './rollout-machine.ts'

interface GoingOnDeps {
  readonly dispatcher: Dispatcher
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: CommandLink
  /** Judges the command of a turn again for these devices. Throws `COMMAND_…` or `APPROVAL_INVALID`. */
  readonly confirm: (turnId: string, deviceIds: readonly string[]) => void
}

/** Checks, before a rollout goes on, all that an approval was checked for, except what the person did. Throws why it cannot. */
export function confirmAgain(rollout: ActiveRollout, deps: GoingOnDeps): void {
  requireConnection(deps.link, rollout.run.connectionId)
  leaveOutForgotten(rollout, rollout.open(), deps)
  const open = rollout.open().map(({ stored }) => stored.record.deviceId)
  if (open.length > 0) deps.confirm(rollout.run.turnId, open)
}

/** Leaves out what the operator made the console forget, because nobody can say what such a device would run; true if any. */
export function leaveOutForgotten(
  rollout: ActiveRollout,
  commands: readonly LiveCommand[],
  { devices, dispatcher }: Pick<GoingOnDeps, 'devices' | 'dispatcher'>,
): boolean {
  const { connectionId } = rollout.run
  const gone = commands.filter(({ stored }) => devices.target(connectionId, stored.record.deviceId) === null)
  if (gone.length === 0) return false
  dispatcher.withhold(rollout.run, gone, 'forgotten')
  rollout.keep(spreadOver(rollout.state, rollout.counts().total))
  return true
}

function requireConnection(link: CommandLink, connectionId: string): void {
  const active = link.active()
  if (active !== null && active.connectionId !== connectionId) throw new AppError('CONNECTION_SWITCHED')
  if (active?.isConnected !== true) throw new AppError('NOT_CONNECTED')
}
