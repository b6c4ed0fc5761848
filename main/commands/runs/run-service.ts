import { AppError } from '../../../preload/contract/errors.ts'
import type { CommandState, DeviceCommand } from '../../../preload/contract/models/command.ts'
import type { DeviceRef } from '../../../preload/contract/models/device.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { SentEntry } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type {
  DeviceAck,
  DeviceOutput,
  DeviceResult,
  OversizedResult,
  PublishOutcome,
  ResultVerdict,
} from '../../shared/exchange.ts'
import type { After } from '../../shared/timers.ts'
import type { LiveCommand } from '../models.ts'
import type { CommandLink, CommandSigning, DeviceDirectory } from '../ports.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { AnswerDeadlines } from './deadlines.ts'
import type { AdoptedRun, LiveCommands } from './live-commands.ts'
import { marksAtSend } from './marks-at-send.ts'
import type { CommandPublisher } from './publisher.ts'
import { readResult } from './result-reading.ts'
import type { RunStore } from './run-store.ts'
import { isTerminal, isWaiting } from './state-machine.ts'

const CANCEL_PATIENCE_MS = 10_000
/** Ours are UUIDs; a device can send anything, and not every guess is worth a query. */
const COMMAND_ID = /^[0-9a-f-]{36}$/

/** States of a command that no device can speak of, because none was sent it. */
const UNSENT: ReadonlySet<CommandState> = new Set(['approved', 'withheld'])

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

/** Follows every published command to its end: PUBACK, acks, output, result, deadline, cancel. Sends no command. */
export class RunService {
  readonly #deps: RunServiceDeps
  readonly #deadlines: AnswerDeadlines
  readonly #callOffs = new Set<() => void>()

  constructor(deps: RunServiceDeps) {
    this.#deps = deps
    this.#deadlines = new AnswerDeadlines({ ...deps, onDeadline: (commandId) => this.#onDeadline(commandId) })
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

  onResult(connectionId: string, result: DeviceResult): ResultVerdict {
    const command = this.#addressed(connectionId, result)
    if (command === null) return 'orphan'
    const { record, resultSha256 } = command.stored
    const sentAt = record.sentAt ?? command.publishedAt
    const reading = readResult(result, sentAt, command.run.timeoutS)
    const verification = this.#deps.signing.verify(connectionId, result, command.stored.signed ?? null)
    if (verification.kind === 'not-proven') {
      // It may be anybody's: kept apart on the device, while the command goes on waiting for the device's own.
      this.#deps.live.markUnproven(command)
      return 'orphan'
    }
    if (verification.kind === 'proven') command.proof = verification.proof
    const isSame = reading.resultSha256 === resultSha256
    const isConflict = (record.state === 'succeeded' || record.state === 'failed') && !isSame
    // A device that streamed its output need not send it again with the result; what a proof covers is the result's own.
    const isProven = verification.kind === 'proven'
    const isStreamed = !isProven && reading.output.totalBytes === 0 && command.output.totalBytes > 0
    this.#deps.live.apply(
      command,
      { kind: 'result', outcome: reading.outcome, isSame, isCancelAsked: command.isCancelAsked },
      {
        record: {
          sentAt,
          finishedAt: result.receivedAt,
          durationMs: result.durationMs ?? (sentAt === null ? null : Math.max(0, result.receivedAt - sentAt)),
          exitCode: result.exitCode,
        },
        marks: reading.marks,
        resultSha256: reading.resultSha256,
        ...(isStreamed ? {} : { output: reading.output }),
      },
    )
    this.#deadlines.settle(command)
    return isConflict ? 'conflict' : 'accepted'
  }

  /**
   * Ends the command that a device answered by more than the console takes in: the one that the answer names, else the one
   * that the device is at work on.
   */
  onOversized(connectionId: string, { deviceId, commandId, payloadBytes, receivedAt }: OversizedResult): void {
    const command =
      commandId === null
        ? this.#onlyOneOf(connectionId, deviceId)
        : this.#addressed(connectionId, { commandId, deviceId })
    if (command === null) return
    // Its signature cannot be checked, so that it may be anybody's.
    if (command.stored.signed !== undefined) {
      this.#deps.live.markUnproven(command)
      return
    }
    const sentAt = command.stored.record.sentAt ?? command.publishedAt
    const durationMs = sentAt === null ? null : Math.max(0, receivedAt - sentAt)
    const record = { sentAt, finishedAt: receivedAt, durationMs, answerBytes: payloadBytes }
    this.#deps.live.apply(command, { kind: 'oversized' }, { record })
    this.#deadlines.settle(command)
  }

  onAck(connectionId: string, ack: DeviceAck): void {
    const command = this.#addressed(connectionId, ack)
    if (command === null) return
    const sentAt = command.stored.record.sentAt ?? command.publishedAt
    if (ack.state === 'rejected') {
      const change = { record: { sentAt, finishedAt: ack.receivedAt, reason: ack.reason } }
      this.#deps.live.apply(command, { kind: 'rejected', isExpired: ack.reason === 'expired' }, change)
      this.#deadlines.settle(command)
    } else if (this.#deps.live.apply(command, { kind: 'ack', state: ack.state }, { record: { sentAt } })) {
      if (ack.state === 'running') this.#deadlines.restart(command)
    }
  }

  /** Takes a piece of output. The broker may repeat pieces (QoS 1), never reorder them. */
  onOutput(connectionId: string, piece: DeviceOutput): void {
    const command = this.#addressed(connectionId, piece)
    if (command === null || !isWaiting(command.stored.record.state) || piece.seq <= command.lastSeq) return
    command.lastSeq = piece.seq
    this.#deps.live.addPiece(command, piece.stream, piece.data)
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

  /** The command that a device is at work on; null where there is none, or more than one. */
  #onlyOneOf(connectionId: string, deviceId: string): LiveCommand | null {
    const [command, other] = this.#deps.live
      .open()
      .filter(({ stored }) => stored.connectionId === connectionId && stored.record.deviceId === deviceId)
      .filter(({ stored }) => isWaiting(stored.record.state))
    return command === undefined || other !== undefined ? null : command
  }

  /** Finds the command of a message; only the device that was addressed, on that connection, may speak of it. */
  #addressed(connectionId: string, message: { commandId: string; deviceId: string }): LiveCommand | null {
    const command = COMMAND_ID.test(message.commandId) ? this.#deps.live.find(message.commandId) : null
    const isSent = command !== null && !UNSENT.has(command.stored.record.state)
    if (!isSent) return null
    const isOurs = command.stored.connectionId === connectionId && command.stored.record.deviceId === message.deviceId
    return isOurs ? command : null
  }
}
