import type { DecodedAck, DecodedOutput, DecodedResult } from '../ports.ts'
import type { AnswerDeadlines } from './deadlines.ts'
import { type CommandLedger, deviceKey, type LiveCommand } from './live-commands.ts'
import { readResult } from './result-reading.ts'
import { isWaiting } from './state-machine.ts'

/** Ours are UUIDs; a device can send anything, and not every guess is worth a look into the database. */
const COMMAND_ID = /^[0-9a-f-]{36}$/

interface AnswerDeps {
  readonly ledger: CommandLedger
  readonly deadlines: AnswerDeadlines
}

export type ResultVerdict = 'accepted' | 'orphan' | 'conflict'

/** What devices say of commands, given to the one command it belongs to or to none. */
export class CommandAnswers {
  readonly #deps: AnswerDeps

  constructor(deps: AnswerDeps) {
    this.#deps = deps
  }

  /**
   * `orphan`: no command of ours on this device of this connection. `conflict`: a second answer, unlike the first; the
   * first one stands.
   */
  onResult(connectionId: string, result: DecodedResult): ResultVerdict {
    const command = this.#addressed(connectionId, result)
    if (command === null) return 'orphan'
    const { record, resultSha256 } = command.stored
    const sentAt = record.sentAt ?? command.publishedAt
    const reading = readResult(result, sentAt, command.run.timeoutS)
    const isSame = reading.resultSha256 === resultSha256
    const isConflict = (record.state === 'succeeded' || record.state === 'failed') && !isSame
    // A device that streamed its output need not send it again with the result.
    const isStreamed = reading.output.totalBytes === 0 && command.output.totalBytes > 0
    this.#deps.ledger.apply(
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
    this.#deps.deadlines.endOf(command)
    return isConflict ? 'conflict' : 'accepted'
  }

  onAck(connectionId: string, ack: DecodedAck): void {
    const command = this.#addressed(connectionId, ack)
    if (command === null) return
    const { deviceId, commandId } = command.stored.record
    const sentAt = command.stored.record.sentAt ?? command.publishedAt
    if (ack.state === 'rejected') {
      const change = { record: { sentAt, finishedAt: ack.receivedAt, reason: ack.reason } }
      this.#deps.ledger.apply(command, { kind: 'rejected', isExpired: ack.reason === 'expired' }, change)
      this.#deps.deadlines.endOf(command)
    } else if (this.#deps.ledger.apply(command, { kind: 'ack', state: ack.state }, { record: { sentAt } })) {
      if (ack.state === 'running') this.#deps.deadlines.restart(deviceKey(connectionId, deviceId), commandId)
    }
  }

  /** Pieces may be repeated by the broker (QoS 1), never reordered. */
  onOutput(connectionId: string, piece: DecodedOutput): void {
    const command = this.#addressed(connectionId, piece)
    if (command === null || !isWaiting(command.stored.record.state) || piece.seq <= command.lastSeq) return
    command.lastSeq = piece.seq
    this.#deps.ledger.addPiece(command, piece.stream, piece.data)
  }

  /** Only the device that was addressed, on the connection it was addressed on, may speak of a command. */
  #addressed(connectionId: string, message: { commandId: string; deviceId: string }): LiveCommand | null {
    const command = COMMAND_ID.test(message.commandId) ? this.#deps.ledger.find(message.commandId) : null
    if (command === null || command.stored.record.state === 'approved') return null
    const isOurs = command.stored.connectionId === connectionId && command.stored.record.deviceId === message.deviceId
    return isOurs ? command : null
  }
}
