import { AppError } from '../../../preload/contract/errors.ts'
import type { DeviceCommand } from '../../../preload/contract/models/commands/command.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { SentEntry } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { After } from '../../shared/timers.ts'
import type { LiveCommand } from '../models.ts'
import type { CommandLink, CommandSigning, DeviceDirectory } from '../ports.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { AnswerDeadlines } from './deadlines.ts'
import { DeviceAnswers } from './device-answers.ts'
import type { AdoptedRun, LiveCommands } from './live-commands.ts'
import { marksAtSend } from './marks-at-send.ts'
import type { CommandPublisher } from './publisher.ts'
import type { RunStore } from './run-store.ts'
import { isTerminal, isWaiting } from './state-machine.ts'

const CANCEL_PATIENCE_MS = 10_000
interface RunServiceDeps {
  readonly live: LiveCommands
  readonly store: RunStore
  readonly publisher: CommandPublisher
  readonly audit: { append(entry: SentEntry): void }
  readonly rejections: Rejections
  readonly signing: Pick<CommandSigning, 'verify'>
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: Pick<CommandLink, 'active'>
  readonly now: Clock
  readonly after: After
}

/** Follows every published command to its end: PUBACK, answers, deadline, cancel. Sends no command. */
export class RunService {
  readonly #deps: RunServiceDeps
  readonly #deadlines: AnswerDeadlines
  /** What devices say of their commands. */
  readonly answers: DeviceAnswers
  readonly #callOffs = new Set<() => void>()

  constructor(deps: RunServiceDeps) {
    this.#deps = deps
    this.#deadlines = new AnswerDeadlines({ ...deps, onDeadline: (commandId) => this.#onDeadline(commandId) })
    this.answers = new DeviceAnswers({ ...deps, deadlines: this.#deadlines })
  }

  /** Marks what an earlier session left in flight as unknown; a later result still finds it. */
  start(): void {
    for (const command of this.#deps.live.leftOver()) this.#deps.live.apply(command, { kind: 'unheard' })
  }

  /**
   * Marks what an earlier session left in flight in a run that it spread as unknown; true if there was any. What was not
   * addressed stays open for its rollout; without one it is not delivered, unless it was waited for.
   */
  leaveUnheard({ run, commands }: AdoptedRun): boolean {
    const awaited = new Set(run.wait?.deviceIds)
    const isLeft = ({ stored: { record } }: LiveCommand) =>
      isWaiting(record.state) || (run.rollout === undefined && !awaited.has(record.deviceId))
    const inFlight = commands.filter(({ stored }) => isWaiting(stored.record.state)).length
    for (const command of commands.filter(isLeft)) this.#deps.live.apply(command, { kind: 'unheard' })
    return inFlight > 0
  }

  /** Returns all stored output of a command, raw: for a file that the operator asked for, nothing else. Throws `NOT_FOUND`. */
  outputText(commandId: string): string {
    const command = this.#require(commandId)
    const isLive = command.output.totalBytes > 0
    const { stdout, stderr } = isLive ? command.output : this.#deps.store.output(commandId)
    if (stderr === '') return stdout
    return `${stdout}${stdout === '' || stdout.endsWith('\n') ? '' : '\n'}--- stderr ---\n${stderr}`
  }

  /** Lists the latest commands of one device, newest first. */
  commandsOf({ connectionId, deviceId }: DeviceRef): readonly DeviceCommand[] {
    return this.#deps.store.commandsOf(connectionId, deviceId)
  }

  /** Stops waiting; a device with `cancel` is asked to stop first and given a moment to answer. Throws `NOT_FOUND`. */
  async cancel(commandId: string): Promise<void> {
    const command = this.#require(commandId)
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
          this.stopWaiting(command)
        })
        this.#callOffs.add(callOff)
        return
      }
    }
    this.stopWaiting(command)
  }

  stopWaiting(command: LiveCommand): void {
    if (this.#deps.live.apply(command, { kind: 'stop-waiting' })) this.#deadlines.settle(command)
  }

  /** Starts the deadline of a command that is being published. */
  onPublishing(command: LiveCommand): void {
    this.#deadlines.start(command)
  }

  /** Takes the broker's word on a command. */
  onPublished(command: LiveCommand, outcome: PublishOutcome): void {
    const { connectionId, record } = command.stored
    const { deviceId, commandId, runId } = record
    const at = this.#deps.now()
    const reasonCode = outcome.kind === 'refused' ? outcome.reasonCode : null
    const of = { connectionId, runId, deviceId, commandId }
    this.#deps.audit.append({ kind: 'sent', at, ...of, puback: outcome.kind, reasonCode })
    const sentAt = outcome.kind === 'acknowledged' ? at : outcome.kind === 'unknown' ? command.publishedAt : null
    const refusal = reasonCode === null ? null : `0x${reasonCode.toString(16)}`
    const reason = outcome.kind === 'unsent' ? 'not-connected' : refusal
    const change = { record: { sentAt, reason }, marks: marksAtSend(command, outcome, this.#deps) }
    if (!this.#deps.live.apply(command, { kind: 'published', outcome: outcome.kind }, change)) return
    if (outcome.kind === 'acknowledged' && this.#isHeard(connectionId)) {
      this.#deadlines.restart(command)
      return
    }
    // The connection broke right after the broker's word, before anybody could act on that.
    if (outcome.kind === 'acknowledged') this.#deps.live.apply(command, { kind: 'unheard' })
    this.#deadlines.settle(command)
  }

  #isHeard(connectionId: string): boolean {
    const active = this.#deps.link.active()
    return active?.connectionId === connectionId && active.isConnected
  }

  /** Ends a command whose publish threw. An `AppError` of the publisher comes before anything is sent. */
  onPublishFailed(command: LiveCommand, error: unknown): void {
    const isExpired = error instanceof AppError && error.code === 'APPROVAL_EXPIRED'
    const isUnsigned = error instanceof AppError && error.code === 'CHALLENGE_MISSING'
    const reason = isUnsigned ? 'no-challenge' : isExpired ? null : 'not-sent'
    if (error instanceof AppError)
      this.#deps.live.apply(command, { kind: 'withheld', isExpired }, { record: { reason } })
    else this.#deps.live.apply(command, { kind: 'published', outcome: 'unknown' })
    this.#deadlines.settle(command)
  }

  /** Marks what was sent and not answered as unknown, because the connection broke. It is not sent again. */
  onConnectionLost(connectionId: string): void {
    for (const command of this.#deps.live.open()) {
      const { record, connectionId: ofCommand } = command.stored
      // A publish still under way learns its own outcome from the link.
      if (ofCommand !== connectionId || record.state === 'approved' || record.state === 'queued') continue
      this.#deps.live.apply(command, { kind: 'unheard' })
      this.#deadlines.settle(command)
    }
  }

  /** Ends every timer; the next `start` finds what is in flight. */
  dispose(): void {
    this.#deadlines.dispose()
    for (const callOff of this.#callOffs) callOff()
    this.#deps.store.flush()
  }

  #onDeadline(commandId: string): void {
    const command = this.#deps.live.find(commandId)
    if (command === null) return
    const { connectionId, record } = command.stored
    const hasAck = this.#deps.devices.target(connectionId, record.deviceId)?.capabilities.includes('ack') ?? false
    const canLoseResult = command.run.timeoutS > COMMAND_TIMEOUT_S.safe && !hasAck
    this.#deps.live.apply(command, { kind: 'deadline', canLoseResult })
    this.#deadlines.settle(command)
  }

  #require(commandId: string): LiveCommand {
    const command = this.#deps.live.find(commandId)
    if (command === null) throw new AppError('NOT_FOUND', { commandId })
    return command
  }
}
