import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import type { DeviceAck, DeviceOutput, DeviceResult, OversizedResult, ResultVerdict } from '../../shared/exchange.ts'
import type { LiveCommand } from '../models.ts'
import type { CommandSigning } from '../ports.ts'
import type { AnswerDeadlines } from './deadlines.ts'
import type { LiveCommands } from './live-commands.ts'
import { readResult } from './result-reading.ts'
import { isWaiting } from './state-machine.ts'

/** Ours are UUIDs; a device can send anything, and not every guess is worth a query. */
const COMMAND_ID = /^[0-9a-f-]{36}$/

/** States of a command that no device can speak of, because none was sent it. */
const UNSENT: ReadonlySet<CommandState> = new Set(['approved', 'withheld'])

interface DeviceAnswersDeps {
  readonly live: LiveCommands
  readonly signing: Pick<CommandSigning, 'verify'>
  readonly deadlines: AnswerDeadlines
}

/** Takes what devices say of their commands: acks, pieces of output, results. */
export class DeviceAnswers {
  readonly #deps: DeviceAnswersDeps

  constructor(deps: DeviceAnswersDeps) {
    this.#deps = deps
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
    this.#deps.deadlines.settle(command)
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
    this.#deps.deadlines.settle(command)
  }

  onAck(connectionId: string, ack: DeviceAck): void {
    const command = this.#addressed(connectionId, ack)
    if (command === null) return
    const sentAt = command.stored.record.sentAt ?? command.publishedAt
    if (ack.state === 'rejected') {
      const change = { record: { sentAt, finishedAt: ack.receivedAt, reason: ack.reason } }
      this.#deps.live.apply(command, { kind: 'rejected', isExpired: ack.reason === 'expired' }, change)
      this.#deps.deadlines.settle(command)
    } else if (this.#deps.live.apply(command, { kind: 'ack', state: ack.state }, { record: { sentAt } })) {
      if (ack.state === 'running') this.#deps.deadlines.restart(command)
    }
  }

  /** Takes a piece of output. The broker may repeat pieces (QoS 1), never reorder them. */
  onOutput(connectionId: string, piece: DeviceOutput): void {
    const command = this.#addressed(connectionId, piece)
    if (command === null || !isWaiting(command.stored.record.state) || piece.seq <= command.lastSeq) return
    command.lastSeq = piece.seq
    this.#deps.live.addPiece(command, piece.stream, piece.data)
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
