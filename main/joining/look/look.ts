import type { Clock } from '../../shared/clock.ts'
import { JoinFault } from '../failures/join-fault.ts'
import type { DeviceShell } from '../ssh/root-shell.ts'
import { obstacleOf } from './judge-look.ts'
import { type BrokerPlace, LOOK_AS_ROOT, lookScript } from './look-script.ts'
import { type Found, readLook, withRootLook } from './read-look.ts'

const LOOK_TIMEOUT_MS = 60_000

/** Looks at a device as its account, and notes what the account may do. Rejects with `JoinFault`. */
export async function lookAt(shell: DeviceShell, broker: BrokerPlace, now: Clock): Promise<Found> {
  const before = now()
  const { stdout } = await shell.run('look', lookScript(broker), LOOK_TIMEOUT_MS)
  const found = readLook(stdout, (before + now()) / 2)
  if (found === null) throw new JoinFault('look', 'look-unreadable', stdout.slice(0, 200))
  shell.rights = found.rights
  return found
}

/**
 * Adds what only root sees: the id under which an agent is installed, and an executor of another account. Rejects with
 * `JoinFault` where something stands in the way of the agent; a wrong password for sudo is told here, before anything is changed.
 */
export async function lookAsRoot(shell: DeviceShell, found: Found, isTls: boolean): Promise<Found> {
  const obstacle = obstacleOf(found, { isTls, hasSudoPassword: shell.hasSudoPassword })
  if (obstacle !== null) throw obstacle
  const { stdout } = await shell.runAsRoot('sudo', LOOK_AS_ROOT, LOOK_TIMEOUT_MS)
  return withRootLook(found, stdout)
}
