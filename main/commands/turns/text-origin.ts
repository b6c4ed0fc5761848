import type { TextOrigin, Turn } from '../../../preload/contract/models/command.ts'

/**
 * Whether a device had a part in a text that comes from there. A note is made from results, a turn has its own mark; a
 * turn that is not there, and an origin that nobody says, are taken for the worst.
 */
export function isFromDevice(origin: TextOrigin | undefined, findTurn: (turnId: string) => Turn | undefined): boolean {
  if (origin?.kind === 'typed') return false
  if (origin?.kind === 'turn') return findTurn(origin.turnId)?.isFromDeviceOutput ?? true
  return true
}
