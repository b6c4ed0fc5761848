import type { CommandMark, CommandRecord, Run } from '../../../preload/contract/models/command.ts'
import type { OutcomeEntry, SentEntry } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Sanitise } from '../ports.ts'
import { addOutput, NO_OUTPUT, type Output, shownLimitBytes, showOutput } from './output-text.ts'
import { outputSha256 } from './result-reading.ts'
import type { History, StoredCommand, StoredGrant, StoredRun } from './run-store.ts'
import { type CommandEvent, isTerminal, isWaiting, transition } from './state-machine.ts'

/** One command while the console works with it. */
export interface LiveCommand {
  stored: StoredCommand
  readonly run: StoredRun
  output: Output
  /** Output arrived that the record does not show yet. */
  isOutputStale: boolean
  lastSeq: number
  isCancelAsked: boolean
  /** Epoch ms of handing it to the broker. */
  publishedAt: number | null
}

interface LiveRun {
  readonly run: StoredRun
  readonly commands: readonly LiveCommand[]
  openCount: number
}

/** What a transition changes in the record besides the state. */
export interface Change {
  readonly record?: Partial<CommandRecord>
  readonly marks?: readonly CommandMark[]
  readonly output?: Output
  readonly resultSha256?: string
}

/** A command at work on a device; `since` is epoch ms of sending. */
export interface InFlight {
  readonly commandId: string
  readonly since: number
}

export interface LedgerDeps {
  readonly history: History
  readonly audit: { append(entry: SentEntry | OutcomeEntry): void }
  readonly sanitise: Sanitise
  readonly now: Clock
  readonly log: Log
  readonly onChanged: (turnId: string) => void
  /** The device began or ended to be at work on a command. */
  readonly onFlightChanged: (connectionId: string, deviceId: string) => void
  /** Called once for a command whose output was cut, by the device or by the console. */
  readonly onCut: () => void
}

/** Every change of a command goes through here: state machine, database, audit and window, in this order. */
export class CommandLedger {
  readonly #deps: LedgerDeps
  readonly #live = new Map<string, LiveCommand>()
  readonly #runs = new Map<string, LiveRun>()
  readonly #flights = new Map<string, Map<string, InFlight>>()

  constructor(deps: LedgerDeps) {
    this.#deps = deps
  }

  /** Persists the run whole, before anything of it is sent. Throws when the database cannot. */
  add(run: StoredRun, grant: StoredGrant, stored: readonly StoredCommand[]): readonly LiveCommand[] {
    this.#deps.history.addRun(run, grant, stored)
    const commands = stored.map((command) => live(command, run, NO_OUTPUT))
    for (const command of commands) this.#live.set(command.stored.record.commandId, command)
    this.#runs.set(run.turnId, { run, commands, openCount: commands.length })
    this.#deps.onChanged(run.turnId)
    return commands
  }

  /** Takes a run back of which nothing was sent. What cannot be taken out of the database reads as unknown later. */
  withdraw(run: StoredRun, isInDatabase: boolean): void {
    const known = this.#runs.get(run.turnId)
    if (known?.run.id !== run.id) return
    for (const { stored } of known.commands) {
      this.#live.delete(stored.record.commandId)
      this.#setFlight(stored, null)
    }
    this.#runs.delete(run.turnId)
    try {
      if (isInDatabase) this.#deps.history.removeRun(run.id)
    } catch (error) {
      this.#deps.log.error('a run that was not sent cannot be removed', error)
    }
    this.#deps.onChanged(run.turnId)
  }

  /** A command of this or an earlier session; null where there never was one. */
  find(commandId: string): LiveCommand | null {
    const known = this.#live.get(commandId)
    if (known !== undefined) return known
    const stored = this.#deps.history.command(commandId)
    const run = stored === null ? null : this.#deps.history.run(stored.record.runId)
    return stored === null || run === null ? null : live(stored, run, this.#deps.history.output(commandId))
  }

  /** Commands of this session that have not ended. */
  open(): LiveCommand[] {
    return [...this.#live.values()].filter((command) => !isTerminal(command.stored.record.state))
  }

  /** Commands that an earlier session left without an end. */
  leftOver(): LiveCommand[] {
    const stored = this.#deps.history.unfinishedCommands()
    return stored.flatMap(({ record }) => (this.#live.has(record.commandId) ? [] : (this.find(record.commandId) ?? [])))
  }

  runOfTurn(turnId: string): Run | null {
    const known = this.#runs.get(turnId)
    if (known === undefined) return this.#deps.history.runOfTurn(turnId)
    return { ...known.run, commands: known.commands.map((command) => this.#shown(command)) }
  }

  /** The oldest command that the device may be at work on. */
  inFlight(connectionId: string, deviceId: string): InFlight | null {
    const [oldest] = this.#flights.get(deviceKey(connectionId, deviceId))?.values() ?? []
    return oldest ?? null
  }

  /** Adds a piece of output as it comes; the record shows it when it is next asked for. */
  addPiece(command: LiveCommand, stream: 'stdout' | 'stderr', text: string): void {
    command.output = addOutput(command.output, stream, text)
    command.isOutputStale = true
    this.#deps.onChanged(command.run.turnId)
  }

  /** Lets commands be queued, and `alongside` happen, as one transaction: where it fails none may be sent, and it throws. */
  queueTogether(commands: readonly LiveCommand[], alongside: () => void): void {
    const before = commands.map((command) => command.stored)
    try {
      this.#deps.history.together(() => {
        alongside()
        for (const command of commands) this.apply(command, { kind: 'queue' })
      })
    } catch (error) {
      for (const [index, command] of commands.entries()) command.stored = before[index] ?? command.stored
      throw error
    }
  }

  /**
   * Lets an event happen to a command; false where it has no effect. Only `queue` throws when it cannot be persisted:
   * what was not written must not be sent, what happened has happened.
   */
  apply(command: LiveCommand, event: CommandEvent, change: Change = {}): boolean {
    const before = command.stored
    const next = transition(before.record.state, event)
    if (next === null) return false
    if (next.mark === 'duplicate' || next.mark === 'conflict') return this.#markRepeat(command, next.mark)
    const marks = [...before.record.marks, ...(change.marks ?? []), ...(next.mark === null ? [] : [next.mark])]
    const isEnd = isTerminal(next.state)
    if (change.output !== undefined) command.output = change.output
    command.stored = {
      ...before,
      record: {
        ...before.record,
        finishedAt: isEnd ? this.#deps.now() : null,
        ...change.record,
        state: next.state,
        marks: [...new Set(marks)],
      },
      resultSha256: change.resultSha256 ?? before.resultSha256,
    }
    if (isEnd) this.#show(command)
    if (isCut(command.stored.record) && !isCut(before.record)) this.#deps.onCut()
    try {
      this.#persist(command, isEnd, event.kind === 'queue')
    } catch (error) {
      if (event.kind === 'queue') {
        command.stored = before
        throw error
      }
      this.#deps.log.error('command state cannot be kept', error)
    }
    if (isEnd) this.#recordOutcome(command, command.stored.record.reason)
    if (isWaiting(before.record.state) !== isWaiting(next.state)) this.#moveFlight(command)
    if (isEnd && !isTerminal(before.record.state)) this.#close(command)
    this.#deps.onChanged(command.run.turnId)
    return true
  }

  /** A second answer changes nothing but a mark, and that once: a device that repeats itself fills no log. */
  #markRepeat(command: LiveCommand, mark: 'duplicate' | 'conflict'): true {
    const { record } = command.stored
    if (record.marks.includes(mark)) return true
    command.stored = { ...command.stored, record: { ...record, marks: [...record.marks, mark] } }
    try {
      this.#persist(command, false, false)
    } catch (error) {
      this.#deps.log.error('command state cannot be kept', error)
    }
    if (mark === 'conflict') this.#recordOutcome(command, 'conflict')
    this.#deps.onChanged(command.run.turnId)
    return true
  }

  /** The record with all output that came so far. */
  #shown(command: LiveCommand): CommandRecord {
    if (command.isOutputStale) this.#show(command)
    return command.stored.record
  }

  #show(command: LiveCommand): void {
    const { record, deviceCount } = command.stored
    const { hasInvisible, ...shown } = showOutput(command.output, shownLimitBytes(deviceCount), this.#deps.sanitise)
    const marks = new Set(record.marks)
    if (hasInvisible) marks.add('invisible-characters')
    if (shown.shownBytes < shown.outputBytes) marks.add('cut-by-console')
    command.stored = { ...command.stored, record: { ...record, ...shown, marks: [...marks] } }
    command.isOutputStale = false
  }

  /** Before it is sent a command is kept at once; what came of it may wait for the end of this turn. */
  #persist(command: LiveCommand, hasOutput: boolean, isBeforeSending: boolean): void {
    const output = hasOutput && command.output.totalBytes > 0 ? command.output : null
    if (isBeforeSending) this.#deps.history.saveCommand(command.stored)
    else this.#deps.history.keepSoon(command.stored, output)
  }

  #recordOutcome({ stored, output }: LiveCommand, reason: string | null): void {
    const { record, connectionId } = stored
    this.#deps.audit.append({
      kind: 'outcome',
      at: this.#deps.now(),
      connectionId,
      runId: record.runId,
      deviceId: record.deviceId,
      commandId: record.commandId,
      outcome: record.state,
      isLate: record.marks.includes('late'),
      reason,
      outputBytes: output.totalBytes,
      outputSha256: output.totalBytes > 0 ? outputSha256(output) : null,
    })
  }

  #moveFlight({ stored, publishedAt }: LiveCommand): void {
    const { commandId, state } = stored.record
    const since = publishedAt ?? this.#deps.now()
    this.#setFlight(stored, isWaiting(state) ? { commandId, since } : null)
  }

  #setFlight(stored: StoredCommand, flight: InFlight | null): void {
    const { commandId, deviceId } = stored.record
    const key = deviceKey(stored.connectionId, deviceId)
    const flights = this.#flights.get(key) ?? new Map<string, InFlight>()
    if (flight !== null) flights.set(commandId, flight)
    else flights.delete(commandId)
    if (flights.size > 0) this.#flights.set(key, flights)
    else this.#flights.delete(key)
    this.#deps.onFlightChanged(stored.connectionId, deviceId)
  }

  /** The whole output is in the database by now; a run that has ended altogether is read from there too. */
  #close(command: LiveCommand): void {
    command.output = NO_OUTPUT
    const known = this.#runs.get(command.run.turnId)
    if (known?.run.id !== command.run.id) return
    known.openCount -= 1
    if (known.openCount > 0) return
    this.#runs.delete(command.run.turnId)
    for (const { stored } of known.commands) this.#live.delete(stored.record.commandId)
  }
}

const isCut = ({ marks }: CommandRecord): boolean => marks.includes('cut-by-console') || marks.includes('cut-by-device')

/** One key for a device of a connection; ids hold no line feed. */
export function deviceKey(connectionId: string, deviceId: string): string {
  return `${connectionId}\n${deviceId}`
}

function live(stored: StoredCommand, run: StoredRun, output: Output): LiveCommand {
  const { sentAt } = stored.record
  return { stored, run, output, isOutputStale: false, lastSeq: -1, isCancelAsked: false, publishedAt: sentAt }
}
