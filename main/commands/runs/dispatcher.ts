import { AppError } from '../../../preload/contract/errors.ts'
import type { WithheldReason } from '../../../preload/contract/models/commands/rollout.ts'
import type { ApprovalService, RunGrant } from '../../safety/approval/approval.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { LiveCommand, StoredRun } from '../models.ts'
import type { SentSignature } from '../ports.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { LiveCommands } from './live-commands.ts'
import type { CommandPublisher } from './publisher.ts'
import type { RunService } from './run-service.ts'
import { isWaiting } from './state-machine.ts'

/** Commands handed over before other work of the process gets its turn. */
export const DISPATCH_BATCH = 100

interface DispatcherDeps {
  readonly approvals: ApprovalService
  readonly live: LiveCommands
  readonly runs: RunService
  readonly publisher: CommandPublisher
  readonly rejections: Rejections
  readonly now: Clock
  readonly log: Log
}

/** Hands commands of a grant to the broker: what is sent was queued on disk before, and what is withheld says why. */
export class Dispatcher {
  readonly #deps: DispatcherDeps

  constructor(deps: DispatcherDeps) {
    this.#deps = deps
  }

  /**
   * Uses up the one address of these devices and queues their commands, in one transaction with what `alongside` saves.
   * Where it throws nothing is queued, and nothing may be sent.
   */
  queue(grant: RunGrant, commands: readonly LiveCommand[], alongside: () => void = () => {}): void {
    const { approvals, live, now } = this.#deps
    const before = commands.map(({ publishedAt }) => publishedAt)
    for (const command of commands) command.publishedAt = now()
    const deviceIds = commands.map(({ stored }) => stored.record.deviceId)
    try {
      live.queue(commands, () => {
        approvals.reserve(grant, deviceIds)
        alongside()
      })
    } catch (error) {
      for (const [index, command] of commands.entries()) command.publishedAt = before[index] ?? null
      throw error
    }
  }

  /** Queues what still may be sent and returns it; where that fails returns none, and each says that it was not delivered. */
  queueOrGiveUp(grant: RunGrant, commands: readonly LiveCommand[]): readonly LiveCommand[] {
    const open = commands.filter(isOpen)
    try {
      this.queue(grant, open)
      return open
    } catch (error) {
      this.#deps.log.error('commands withheld', error)
      const isExpired = error instanceof AppError && error.code === 'APPROVAL_EXPIRED'
      for (const command of open) {
        const change = isExpired ? {} : { record: { reason: 'not-sent' } }
        this.#deps.live.apply(command, { kind: 'withheld', isExpired }, change)
      }
      return []
    }
  }

  /** Publishes queued commands; resolves when the broker has answered for each. */
  async send(grant: RunGrant, commands: readonly LiveCommand[]): Promise<void> {
    await Promise.all(commands.map((command) => this.#publish(grant, command)))
  }

  /** Ends the commands that were not addressed, and records it. */
  withhold(run: StoredRun, commands: readonly LiveCommand[], reason: WithheldReason): void {
    const { live, rejections } = this.#deps
    const open = commands.filter(isOpen)
    if (open.length === 0) return
    for (const command of open) live.apply(command, { kind: 'hold-back' }, { record: { reason } })
    const deviceIds = open.map(({ stored }) => stored.record.deviceId)
    rejections.withheld(run, deviceIds)
  }

  async #publish(grant: RunGrant, command: LiveCommand): Promise<void> {
    const { live, log, publisher, runs } = this.#deps
    const { commandId, deviceId } = command.stored.record
    const turn = publisher.turn()
    if (turn !== null) {
      await turn
      // Somebody may have given it up meanwhile.
      if (!isWaiting(command.stored.record.state)) return
    }
    try {
      const { command: text, class: judged } = command.run
      const onSigned = (signed: SentSignature) => live.signed(command, signed)
      const published = publisher.publish(grant, { deviceId, commandId, command: text, class: judged, onSigned })
      runs.onPublishing(command)
      runs.onPublished(command, await published)
    } catch (error) {
      log.error('command withheld', error)
      runs.onPublishFailed(command, error)
    }
  }
}

/** True if it was approved and not addressed. */
export function isOpen({ stored }: LiveCommand): boolean {
  return stored.record.state === 'approved'
}
