import { AppError } from '../../../preload/contract/errors.ts'
import type { Run } from '../../../preload/contract/models/command.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { Approval, ApprovalService, ApprovalSubject, RunGrant } from '../../safety/approval/approval.ts'
import type { ApprovedEntry, EventEntry } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { After } from '../../shared/timers.ts'
import { type NewRun, newRun, type RunContext } from '../approval/new-run.ts'
import type { DeviceDirectory, PublishOutcome, Sanitise } from '../ports.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { AnswerDeadlines } from './deadlines.ts'
import type { Output } from './output-text.ts'
import type { CommandPublisher } from './publisher.ts'
import { CommandAnswers } from './results.ts'
import { CommandLedger, deviceKey, type InFlight, type LiveCommand } from './run-ledger.ts'
import type { History, StoredRun } from './run-store.ts'
import { isTerminal, isWaiting } from './state-machine.ts'

/** A device of the fleet in the field is cut off by a longer command, and its answer is lost (protocol.md 2.7). */
export const MAX_SAFE_TIMEOUT_S = COMMAND_TIMEOUT_S.safe
const CANCEL_PATIENCE_MS = 10_000
/** Commands handed over before other work of the process gets its turn. */
const DISPATCH_BATCH = 250

interface CommandServiceDeps {
  readonly approvals: ApprovalService
  readonly publisher: CommandPublisher
  readonly history: History
  readonly audit: {
    appendApproved(entry: ApprovedEntry, meanwhile: () => void): Promise<void>
    append(entry: EventEntry): void
  }
  readonly rejections: Rejections
  readonly devices: DeviceDirectory
  readonly sanitise: Sanitise
  readonly now: Clock
  readonly after: After
  readonly log: Log
  readonly onChanged: (turnId: string) => void
  readonly onFlightChanged: (connectionId: string, deviceId: string) => void
  readonly onCut: () => void
}

interface Kept {
  readonly run: StoredRun
  readonly commands: readonly LiveCommand[]
  /** Those of the first batch that may be sent. */
  readonly first: readonly LiveCommand[]
}

/** Lets other work of the process have its turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Runs what was approved and follows every command to its end. Nothing is ever sent twice. */
export class CommandService {
  readonly #deps: CommandServiceDeps
  readonly #ledger: CommandLedger
  readonly #deadlines: AnswerDeadlines
  readonly #dispatches = new Set<Promise<void>>()
  readonly #callOffs = new Set<() => void>()
  /** Where the devices' answers go. */
  readonly answers: CommandAnswers

  constructor(deps: CommandServiceDeps) {
    this.#deps = deps
    this.#ledger = new CommandLedger(deps)
    this.#deadlines = new AnswerDeadlines({ ...deps, onDeadline: (commandId) => this.#onDeadline(commandId) })
    this.answers = new CommandAnswers({ ...deps, ledger: this.#ledger, deadlines: this.#deadlines })
  }

  /** What an earlier session left in flight is unknown; a later result still finds it. */
  start(): void {
    for (const command of this.#ledger.leftOver()) this.#ledger.apply(command, { kind: 'unheard' })
  }

  /**
   * Redeems the approval, has it on disk in the audit and the run in the database, then publishes without waiting for it.
   * `alongside` writes into the same transaction. Throws `APPROVAL_…`, `AUDIT_FAILED` or `DISK_FAILED`: then nothing was
   * sent and nothing will be.
   */
  async run(approval: Approval, subject: ApprovalSubject, context: RunContext, alongside: () => void): Promise<Run> {
    const grant = this.#deps.approvals.redeem(approval, subject)
    const { commands, first, run } = await this.#keep(grant, newRun(approval, grant, subject, context), alongside)
    this.#track(this.#dispatchAll(grant, commands, first))
    return { ...run, commands: commands.map((command) => command.stored.record) }
  }

  /** All output of a command that is kept, as the device sent it. Throws `NOT_FOUND`. */
  outputOf(commandId: string): Output {
    const command = this.#ledger.find(commandId)
    if (command === null) throw new AppError('NOT_FOUND', { commandId })
    return command.output.totalBytes > 0 ? command.output : this.#deps.history.output(commandId)
  }

  runOfTurn(turnId: string): Run | null {
    return this.#ledger.runOfTurn(turnId)
  }

  inFlight(connectionId: string, deviceId: string): InFlight | null {
    return this.#ledger.inFlight(connectionId, deviceId)
  }

  /** Stops waiting; a device with `cancel` is asked to stop first and given a moment to answer. */
  async cancel(commandId: string): Promise<void> {
    const command = this.#ledger.find(commandId)
    if (command === null) throw new AppError('NOT_FOUND', { commandId })
    const { connectionId, record } = command.stored
    if (isTerminal(record.state)) return
    if (!command.isCancelAsked) this.#deps.rejections.calledOff(command.run, record.deviceId)
    const target = this.#deps.devices.target(connectionId, record.deviceId)
    if (isWaiting(record.state) && target?.capabilities.includes('cancel') && !command.isCancelAsked) {
      command.isCancelAsked = true
      const outcome = await this.#deps.publisher.cancel(connectionId, record.deviceId, commandId)
      if (outcome.kind === 'acknowledged') {
        const callOff = this.#deps.after(CANCEL_PATIENCE_MS, () => {
          this.#callOffs.delete(callOff)
          this.#stopWaiting(command)
        })
        this.#callOffs.add(callOff)
        return
      }
    }
    this.#stopWaiting(command)
  }

  /** The connection broke: what was sent and not answered is unknown. It is not sent again. */
  onConnectionLost(connectionId: string): void {
    for (const command of this.#ledger.open()) {
      const { record, connectionId: ofCommand } = command.stored
      // A publish still under way learns its own outcome from the link.
      if (ofCommand !== connectionId || record.state === 'approved' || record.state === 'queued') continue
      this.#ledger.apply(command, { kind: 'unheard' })
      this.#deadlines.endOf(command)
    }
  }

  /** Ends every timer; what is in flight is found by the next `start`. */
  async dispose(): Promise<void> {
    this.#deadlines.dispose()
    for (const callOff of this.#callOffs) callOff()
    await Promise.all(this.#dispatches)
    this.#deps.history.flush()
  }

  /**
   * The approval goes into the audit, and all that comes of it into the database as one transaction while the disk is
   * busy with that: grant, run and its first batch; nothing is sent before all of it is there. Throws `AUDIT_FAILED`
   * or `DISK_FAILED`, and then the run is gone again.
   */
  async #keep(grant: RunGrant, { run, stored, approvedEntry }: NewRun, alongside: () => void): Promise<Kept> {
    let kept: Kept | null = null
    let failure: unknown = null
    const keep = () => {
      try {
        kept = this.#deps.history.together(() => {
          this.#deps.approvals.keep(grant)
          const commands = this.#ledger.add(run, grant, stored)
          const first = this.#queue(grant, commands, 0)
          alongside()
          return { run, commands, first }
        })
      } catch (error) {
        failure = error
      }
    }
    try {
      await this.#deps.audit.appendApproved(approvedEntry, keep)
      if (kept === null) throw new AppError('DISK_FAILED', {}, { cause: failure })
      return kept
    } catch (error) {
      this.#ledger.withdraw(run, kept !== null)
      throw error
    }
  }

  async #dispatchAll(grant: RunGrant, commands: readonly LiveCommand[], first: readonly LiveCommand[]): Promise<void> {
    // The operator may have called off what waited for the audit; no device knows of it yet.
    for (const command of first) if (command.isCancelAsked) this.#stopWaiting(command)
    const sending = first
      .filter(({ stored }) => stored.record.state === 'queued')
      .map((command) => this.#dispatch(grant, command))
    for (let from = DISPATCH_BATCH; from < commands.length; from += DISPATCH_BATCH) {
      await turn()
      for (const command of this.#queue(grant, commands, from)) sending.push(this.#dispatch(grant, command))
    }
    await Promise.all(sending)
  }

  /** Has the batch from `from` on disk before any of it is sent; empty, and none of it will be, where that fails. */
  #queue(grant: RunGrant, commands: readonly LiveCommand[], from: number): readonly LiveCommand[] {
    const batch = commands.slice(from, from + DISPATCH_BATCH).filter(({ stored }) => stored.record.state === 'approved')
    try {
      for (const command of batch) command.publishedAt = this.#deps.now()
      const deviceIds = batch.map(({ stored }) => stored.record.deviceId)
      this.#ledger.queueTogether(batch, () => this.#deps.approvals.reserve(grant, deviceIds))
      return batch
    } catch (error) {
      this.#deps.log.error('commands withheld', error)
      const isExpired = error instanceof AppError && error.code === 'APPROVAL_EXPIRED'
      for (const command of batch) this.#ledger.apply(command, { kind: 'withheld', isExpired })
      return []
    }
  }

  async #dispatch(grant: RunGrant, command: LiveCommand): Promise<void> {
    const { commandId, deviceId } = command.stored.record
    const device = deviceKey(grant.connectionId, deviceId)
    try {
      const published = this.#deps.publisher.publish(grant, { deviceId, commandId, command: command.run.command })
      this.#deadlines.start(device, commandId, grant.timeoutS * 1000)
      this.#onPublished(command, await published)
    } catch (error) {
      this.#deps.log.error('command withheld', error)
      // An AppError of the publisher comes before anything is sent.
      const isExpired = error instanceof AppError && error.code === 'APPROVAL_EXPIRED'
      if (error instanceof AppError) this.#ledger.apply(command, { kind: 'withheld', isExpired })
      else this.#ledger.apply(command, { kind: 'published', outcome: 'unknown' })
      this.#deadlines.end(device, commandId)
    }
  }

  #onPublished(command: LiveCommand, outcome: PublishOutcome): void {
    const { connectionId, record } = command.stored
    const { deviceId, commandId, runId } = record
    const at = this.#deps.now()
    const reasonCode = outcome.kind === 'refused' ? outcome.reasonCode : null
    this.#deps.audit.append({
      kind: 'sent',
      at,
      connectionId,
      runId,
      deviceId,
      commandId,
      puback: outcome.kind,
      reasonCode,
    })
    const sentAt = outcome.kind === 'acknowledged' ? at : outcome.kind === 'unknown' ? command.publishedAt : null
    const reason = reasonCode === null ? null : `0x${reasonCode.toString(16)}`
    if (!this.#ledger.apply(command, { kind: 'published', outcome: outcome.kind }, { record: { sentAt, reason } }))
      return
    if (outcome.kind === 'acknowledged') this.#deadlines.restart(deviceKey(connectionId, deviceId), commandId)
    else this.#deadlines.endOf(command)
  }

  #onDeadline(commandId: string): void {
    const command = this.#ledger.find(commandId)
    if (command === null) return
    const { connectionId, record } = command.stored
    const hasAck = this.#deps.devices.target(connectionId, record.deviceId)?.capabilities.includes('ack') ?? false
    const canLoseResult = command.run.timeoutS > MAX_SAFE_TIMEOUT_S && !hasAck
    this.#ledger.apply(command, { kind: 'deadline', canLoseResult })
    this.#deadlines.endOf(command)
  }

  #stopWaiting(command: LiveCommand): void {
    if (this.#ledger.apply(command, { kind: 'stop-waiting' })) this.#deadlines.endOf(command)
  }

  #track(dispatch: Promise<void>): void {
    const tracked = dispatch.finally(() => this.#dispatches.delete(tracked))
    this.#dispatches.add(tracked)
  }
}
