import { AppError } from '../../../preload/contract/errors.ts'
import type { RolloutState, WithheldReason } from '../../../preload/contract/models/commands/rollout.ts'
import { isThere } from '../../../preload/contract/models/devices/device.ts'
import type { ApprovalService, RunGrant } from '../../safety/approval/approval.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { After } from '../../shared/timers.ts'
import type { LiveCommand, StoredRun } from '../models.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import { DISPATCH_BATCH, type Dispatcher, isOpen } from '../runs/dispatcher.ts'
import type { AdoptedRun } from '../runs/live-commands.ts'

/** Ms between two looks at the devices that are waited for. */
const LOOK_EVERY_MS = 1_000

interface WaitsDeps {
  readonly approvals: ApprovalService
  readonly audit: { isBehind(): boolean }
  readonly dispatcher: Dispatcher
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: CommandLink
  /** Judges the command of a turn again for these devices. Throws `COMMAND_…` or `APPROVAL_INVALID`. */
  readonly confirm: (turnId: string, deviceIds: readonly string[]) => void
  /** True while a rollout of the turn has not addressed all of its own devices. */
  readonly isHeldUp: (turnId: string) => boolean
  readonly now: Clock
  readonly after: After
  readonly log: Log
}

interface ActiveWait {
  readonly run: StoredRun
  /** Null after a failure of the disk. */
  grant: RunGrant | null
  readonly until: number
  commands: readonly LiveCommand[]
  callOff: () => void
}

/**
 * Sends commands to devices that were away when they were approved, each when it says that it is there: judged again, and
 * by the console, because a queue of the broker would deliver whenever it likes. Ends with the console.
 */
export class Waits {
  readonly #deps: WaitsDeps
  /** By turn. */
  readonly #active = new Map<string, ActiveWait>()
  readonly #sending = new Set<Promise<void>>()

  constructor(deps: WaitsDeps) {
    this.#deps = deps
  }

  begin(grant: RunGrant, run: StoredRun, commands: readonly LiveCommand[]): void {
    if (run.wait === undefined) return
    const { until } = run.wait
    const wait: ActiveWait = { run, grant, until, commands: awaitedOf(run, commands), callOff: () => {} }
    this.#active.set(run.turnId, wait)
    // Later, because the rollout of the others begins first.
    this.#lookLater(wait)
  }

  /** Ends what an earlier session waited for. */
  takeUp({ run, commands }: AdoptedRun): void {
    this.#deps.dispatcher.withhold(run, awaitedOf(run, commands), 'restart')
  }

  /** Gives up the devices of a turn that did not come. Throws `NOT_FOUND`. */
  stop(turnId: string): void {
    const wait = this.#active.get(turnId)
    if (wait === undefined) throw new AppError('NOT_FOUND', { turnId })
    this.#end(wait, 'operator')
  }

  /** What stopped a rollout also keeps the devices from being addressed that it would have had to wait for. */
  onRolloutEnded(turnId: string, { phase, reason }: RolloutState): void {
    const wait = this.#active.get(turnId)
    if (wait !== undefined && phase === 'stopped') this.#end(wait, reason ?? 'operator')
  }

  onLeaving(connectionId: string): void {
    for (const wait of [...this.#active.values()]) {
      if (wait.run.connectionId === connectionId) this.#end(wait, 'connection')
    }
  }

  async dispose(): Promise<void> {
    for (const { callOff } of this.#active.values()) callOff()
    this.#active.clear()
    while (this.#sending.size > 0) await Promise.all(this.#sending)
  }

  #look(wait: ActiveWait): void {
    const { audit, isHeldUp, link, now } = this.#deps
    const { run, until } = wait
    wait.commands = wait.commands.filter(isOpen)
    if (wait.commands.length === 0 || now() >= until) {
      this.#end(wait, 'not-seen')
      return
    }
    const active = link.active()
    const isConnected = active?.isConnected === true && active.isInDoubt !== true
    const isMeant = active?.connectionId === run.connectionId
    if (isConnected && isMeant && !audit.isBehind() && !isHeldUp(run.turnId))
      this.#sendTo(wait, wait.commands.filter(this.#isThere))
    if (this.#active.get(run.turnId) === wait) this.#lookLater(wait)
  }

  #lookLater(wait: ActiveWait): void {
    wait.callOff = this.#deps.after(LOOK_EVERY_MS, () => this.#look(wait))
  }

  readonly #isThere = ({ stored: { connectionId, record } }: LiveCommand): boolean => {
    const target = this.#deps.devices.target(connectionId, record.deviceId)
    return target !== null && isThere(target)
  }

  #sendTo(wait: ActiveWait, there: readonly LiveCommand[]): void {
    const { approvals, dispatcher, log } = this.#deps
    const batch = there.slice(0, DISPATCH_BATCH).filter((command) => this.#isConfirmed(wait.run, command))
    if (batch.length === 0) return
    try {
      wait.grant ??= approvals.resume(wait.run.id).grant
      dispatcher.queue(wait.grant, batch)
    } catch (error) {
      log.error('a device that was waited for cannot be sent its command', error)
      // What was rolled back is used up in the grant's memory, so the next look reads it from disk.
      wait.grant = null
      if (!(error instanceof AppError) || error.code === 'DISK_FAILED') return
      this.#end(wait, error.code === 'APPROVAL_EXPIRED' ? 'expired' : 'connection')
      return
    }
    const sending = dispatcher.send(wait.grant, batch).finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
  }

  /** Withholds a command that is judged otherwise for this device than what was approved. */
  #isConfirmed(run: StoredRun, command: LiveCommand): boolean {
    try {
      this.#deps.confirm(run.turnId, [command.stored.record.deviceId])
      return true
    } catch (error) {
      this.#deps.log.warn('a device that was waited for is judged otherwise', { error: String(error) })
      this.#deps.dispatcher.withhold(run, [command], 'judged-anew')
      return false
    }
  }

  #end(wait: ActiveWait, reason: WithheldReason): void {
    wait.callOff()
    this.#active.delete(wait.run.turnId)
    this.#deps.dispatcher.withhold(wait.run, wait.commands, reason)
  }
}

function awaitedOf({ wait }: StoredRun, commands: readonly LiveCommand[]): readonly LiveCommand[] {
  const ids = new Set(wait?.deviceIds)
  return commands.filter(({ stored }) => ids.has(stored.record.deviceId))
}
