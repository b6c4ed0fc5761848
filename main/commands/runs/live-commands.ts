import type { Run, RunHead } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutState } from '../../../preload/contract/models/commands/rollout.ts'
import type { OutcomeEntry } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import {
  type CommandChange,
  type LiveCommand,
  NO_OUTPUT,
  type Output,
  type StoredCommand,
  type StoredGrant,
  type StoredRun,
} from '../models.ts'
import type { DeviceDirectory, Sanitise, SentSignature } from '../ports.ts'
import { BusyDevices } from './busy-devices.ts'
import { changedBy, isCut, outcomeOf, outputLeft, shownRecord, showOutputOf } from './command-outcome.ts'
import { EndedRuns } from './ended-runs.ts'
import { LiveRuns } from './live-runs.ts'
import { addOutput } from './output-text.ts'
import type { RunStore } from './run-store.ts'
import { type CommandEvent, isTerminal, isWaiting, transition } from './state-machine.ts'

/** A run of an earlier session whose rollout or wait had not ended, with its commands as they were left. */
export interface AdoptedRun {
  readonly run: StoredRun
  readonly commands: readonly LiveCommand[]
}

interface LiveCommandsDeps {
  readonly store: RunStore
  readonly audit: { append(entry: OutcomeEntry): void }
  readonly devices: Pick<DeviceDirectory, 'setBusy'>
  readonly sanitise: Sanitise
  readonly now: Clock
  readonly log: Log
  /** Called once for a command whose output was cut, by the device or by the console. */
  readonly onCut: () => void
}

/** Holds the commands of unfinished runs. Each change passes here: state machine, database, audit, listeners, in this order. */
export class LiveCommands {
  readonly #deps: LiveCommandsDeps
  readonly #runs = new LiveRuns()
  /** Runs of which no command is open. */
  readonly ended: EndedRuns
  readonly #busy: BusyDevices
  readonly #listeners = new Set<(turnId: string) => void>()

  constructor(deps: LiveCommandsDeps) {
    this.#deps = deps
    this.#busy = new BusyDevices(deps.devices)
    this.ended = new EndedRuns(deps.store)
  }

  /** Calls the listener with the turn of each run that changed. */
  onChanged(listener: (turnId: string) => void): void {
    this.#listeners.add(listener)
  }

  /** Persists the run whole, before anything of it is sent. Throws when the database cannot. */
  add(run: StoredRun, grant: StoredGrant, stored: readonly StoredCommand[]): readonly LiveCommand[] {
    this.#deps.store.addRun(run, grant, stored)
    const commands = stored.map((command) => live(command, run, NO_OUTPUT))
    this.#runs.hold(run, commands)
    this.#changed(run.turnId)
    return commands
  }

  /** Takes up runs that an earlier session spread or waited with, so that their commands can still be addressed or withheld. */
  adopt(): readonly AdoptedRun[] {
    return this.#deps.store.unfinishedSpreads().map(({ run, commands: stored }) => {
      const commands = stored.map((command) => live(command, run, outputLeft(command, this.#deps.store)))
      this.#runs.hold(run, commands)
      return { run, commands }
    })
  }

  /** Shows where the rollout of a run stands. */
  showRollout(run: StoredRun, rollout: RolloutState): void {
    const { turnId } = run
    this.#runs.showRollout(run, rollout)
    this.ended.forget(turnId)
    this.#changed(turnId)
  }

  /** Removes a run of which nothing was sent. If the database cannot, the run reads as unknown later. */
  withdraw(run: StoredRun, isInDatabase: boolean): void {
    const known = this.#runs.release(run)
    if (known === null) return
    for (const { stored } of known.commands) this.#busy.set(stored, null)
    try {
      if (isInDatabase) this.#deps.store.removeRun(run.id)
    } catch (error) {
      this.#deps.log.error('a run that was not sent cannot be removed', error)
    }
    this.#changed(run.turnId)
  }

  /** Finds a command of this or an earlier session; null if there never was one. */
  find(commandId: string): LiveCommand | null {
    const known = this.#runs.command(commandId)
    if (known !== undefined) return known
    const stored = this.#deps.store.command(commandId)
    const run = stored === null ? null : this.#deps.store.run(stored.record.runId)
    return stored === null || run === null ? null : live(stored, run, this.#deps.store.output(commandId))
  }

  /** Lists commands of this session that have not ended. */
  open(): LiveCommand[] {
    return this.#runs.open()
  }

  /** Lists commands that an earlier session left without an end. */
  leftOver(): LiveCommand[] {
    const stored = this.#deps.store.unfinishedCommands()
    return stored.flatMap(({ record }) =>
      this.#runs.command(record.commandId) === undefined ? (this.find(record.commandId) ?? []) : [],
    )
  }

  runOfTurn(turnId: string): Run | null {
    const known = this.#runs.ofTurn(turnId)
    return known === undefined ? this.ended.runOfTurn(turnId) : shownRun(known, this.#deps.sanitise)
  }

  /** Returns the run of a turn, in slices where it has to be read, because that of ten thousand devices takes long. */
  async load(turnId: string): Promise<Run | null> {
    const ended = this.#runs.ofTurn(turnId) === undefined ? await this.ended.load(turnId) : null
    const known = this.#runs.ofTurn(turnId)
    return known === undefined ? ended : shownRun(known, this.#deps.sanitise)
  }

  /** The run of a turn by the states of its commands; cheap on any number of devices. */
  headOfTurn(turnId: string): RunHead | null {
    return this.#runs.headOfTurn(turnId) ?? this.ended.headOfTurn(turnId)
  }

  /** Adds a piece of output; the record shows it when it is next read. */
  addPiece(command: LiveCommand, stream: 'stdout' | 'stderr', text: string): void {
    command.output = addOutput(command.output, stream, text)
    command.isOutputStale = true
    this.#changedBy(command)
  }

  /** Queues commands in one transaction, after `reserve`. Where it throws none is queued, and none may be sent. */
  queue(commands: readonly LiveCommand[], reserve: () => void): void {
    const before = commands.map((command) => command.stored)
    try {
      this.#deps.store.transaction(() => {
        reserve()
        for (const command of commands) this.apply(command, { kind: 'queue' })
      })
    } catch (error) {
      for (const [index, command] of commands.entries()) command.stored = before[index] ?? command.stored
      throw error
    }
  }

  /**
   * Applies an event; false if it changes nothing. Only `queue` throws when it cannot be persisted: what was not written
   * must not be sent, but what happened has happened.
   */
  apply(command: LiveCommand, event: CommandEvent, change: CommandChange = {}): boolean {
    const before = command.stored
    const next = transition(before.record.state, event)
    if (next === null) return false
    if (next.mark === 'duplicate' || next.mark === 'conflict') return this.#markOnce(command, next.mark)
    const isEnd = isTerminal(next.state)
    if (change.output !== undefined) command.output = change.output
    command.stored = changedBy(before, next, change, isEnd ? this.#deps.now() : null)
    if (isEnd) showOutputOf(command, this.#deps.sanitise)
    if (isCut(command.stored.record) && !isCut(before.record)) this.#deps.onCut()
    if (event.kind === 'queue') this.#saveNow(command, before)
    else this.#saveSoon(command, isEnd)
    if (isEnd) this.#deps.audit.append(outcomeOf(command, command.stored.record.reason, this.#deps.now()))
    if (isWaiting(before.record.state) !== isWaiting(next.state)) {
      const inFlight = { commandId: before.record.commandId, since: command.publishedAt ?? this.#deps.now() }
      this.#busy.set(command.stored, isWaiting(next.state) ? inFlight : null)
    }
    if (isEnd && !isTerminal(before.record.state)) this.#close(command)
    this.#changedBy(command)
    return true
  }

  /** Marks that an answer came which its device did not sign. It changes nothing else. */
  markUnproven(command: LiveCommand): void {
    this.#markOnce(command, 'not-proven')
  }

  /** Marks an answer that sets no state, once, because a device that repeats itself must fill no log. */
  #markOnce(command: LiveCommand, mark: 'duplicate' | 'conflict' | 'not-proven'): true {
    const { record } = command.stored
    if (record.marks.includes(mark)) return true
    command.stored = { ...command.stored, record: { ...record, marks: [...record.marks, mark] } }
    this.#saveSoon(command, false)
    if (mark !== 'duplicate') this.#deps.audit.append(outcomeOf(command, mark, this.#deps.now()))
    this.#changedBy(command)
    return true
  }

  /** Saves before sending; where that fails the command is as it was. */
  #saveNow(command: LiveCommand, before: StoredCommand): void {
    try {
      this.#deps.store.saveCommand(command.stored)
    } catch (error) {
      command.stored = before
      throw error
    }
  }

  #saveSoon({ stored, output }: LiveCommand, hasOutput: boolean): void {
    try {
      this.#deps.store.saveSoon(stored, hasOutput && output.totalBytes > 0 ? output : null)
    } catch (error) {
      this.#deps.log.error('command state cannot be saved', error)
    }
  }

  /** Keeps the signature under which a command goes out: its answer is checked against it, also after a restart. */
  signed(command: LiveCommand, signed: SentSignature): void {
    command.stored = { ...command.stored, signed }
  }

  /** Drops output that is in the database by now; a run whose commands have all ended is read from there too. */
  #close(command: LiveCommand): void {
    command.output = NO_OUTPUT
    if (!this.#runs.ended(command)) return
    const known = this.#runs.release(command.run)
    if (known !== null) this.ended.keep(shownRun(known, this.#deps.sanitise))
  }

  #changedBy({ run, stored }: LiveCommand): void {
    if (this.#runs.command(stored.record.commandId) === undefined) this.ended.replace(run.turnId, stored)
    this.#changed(run.turnId)
  }

  #changed(turnId: string): void {
    for (const listener of this.#listeners) listener(turnId)
  }
}

function shownRun({ run, commands }: AdoptedRun, sanitise: Sanitise): Run {
  return { ...run, commands: commands.map((command) => shownRecord(command, sanitise)) }
}

function live(stored: StoredCommand, run: StoredRun, output: Output): LiveCommand {
  const { sentAt } = stored.record
  return { stored, run, output, isOutputStale: false, lastSeq: -1, isCancelAsked: false, publishedAt: sentAt }
}
