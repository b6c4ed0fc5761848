import type { CommandMark } from '../../../preload/contract/models/commands/command.ts'
import { isThere } from '../../../preload/contract/models/devices/device.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { LiveCommand } from '../models.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'

interface Surroundings {
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: Pick<CommandLink, 'active'>
}

/** Returns what is known, when the broker has a command or may have it, of why no answer may come. */
export function marksAtSend(
  { stored: { connectionId, record } }: LiveCommand,
  { kind }: PublishOutcome,
  { devices, link }: Surroundings,
): readonly CommandMark[] {
  if (kind !== 'acknowledged' && kind !== 'unknown') return []
  const active = link.active()
  if (active === null || active.connectionId !== connectionId) return []
  const target = devices.target(connectionId, record.deviceId)
  const isHere = target !== null && isThere(target)
  const canExpire = target?.capabilities.includes('expiry') === true
  const marks: CommandMark[] = active.isDeaf === true ? ['not-heard'] : []
  return active.keepsCommands === true && !isHere && !canExpire ? [...marks, 'may-run-later'] : marks
}
