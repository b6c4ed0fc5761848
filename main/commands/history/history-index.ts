import { sha256 } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import type { After } from '../../shared/timers.ts'
import { normalise } from '../folding/normalise.ts'
import { JsonRows } from '../json-rows.ts'
import { runBody, turnBody } from '../models.ts'
import { type EntryOutputs, HistoryRows } from './history-rows.ts'
import { OutputBudget } from './output-budget.ts'
import { textChunks } from './text-chunks.ts'

/** Ms without a change after which the index is brought up to date, because results come in crowds. */
const QUIET_MS = 400
/** Ms after which it is begun all the same. */
const MAX_WAIT_MS = 5_000
/** Ms of work after which others get their turn, and of the pause then. */
const SLICE_MS = 6
const PAUSE_MS = 30
/** Ms until the next try after the database refused. */
const RETRY_MS = 5_000
/** Changed turns that a query sees however busy the machine is. */
const SURE_TURNS = 4
/** Parts of one output in the index: all of what is stored of it. */
const MAX_OUTPUT_PARTS = 4_096

/** Turns on more devices rest so many ms once they were taken over, because each answer of ten thousand changes them anew. */
const LONG_DEVICES = 250
const REST_MS = 5_000

const LATEST_RUN = 'SELECT body FROM runs WHERE turn_id = ? ORDER BY approved_at DESC LIMIT 1'
const NEXT_TURNS = 'SELECT turn_id FROM history_changed_turns ORDER BY change LIMIT ?'
const NEXT_OUTPUT = `SELECT q.command_id, r.turn_id, c.run_id, o.stdout, o.stderr FROM history_changed_outputs q
  LEFT JOIN outputs o ON o.command_id = q.command_id
  LEFT JOIN commands c ON c.command_id = q.command_id
  LEFT JOIN runs r ON r.id = c.run_id
  ORDER BY q.change LIMIT 1`
const PENDING = `SELECT (SELECT count(*) FROM history_changed_turns) + (SELECT count(*) FROM history_changed_outputs) AS n`

interface HistoryIndexDeps {
  readonly database: Database
  /** Writes what waits to be written, for so many ms at most. */
  readonly flush: (maxMs: number) => void
  /** Name of who is at the console. */
  readonly operator: () => string
  /** Bytes that outputs may take, stored and indexed. */
  readonly outputLimitBytes: () => number
  /** Called when outputs were dropped from runs: whoever keeps a run reads it anew. */
  readonly onOutputsDropped: () => void
  readonly now: Clock
  readonly after: After
  readonly log: Log
}

interface ChangedOutput {
  readonly command_id: string
  readonly turn_id: string | null
  readonly run_id: string | null
  readonly stdout: Uint8Array | null
  readonly stderr: Uint8Array | null
}

/** An output of which a part is in the index. */
interface CurrentOutput {
  readonly commandId: string
  readonly turnId: string
  readonly runId: string
  readonly sha: string
  readonly chunks: readonly string[]
  next: number
}

/**
 * Keeps the history in step with turns, runs and outputs. Triggers note in the database what changed; this takes it over in
 * short slices when nothing else happens, so that no command waits for it and none is missed after a crash.
 */
export class HistoryIndex {
  readonly #deps: HistoryIndexDeps
  readonly #rows: HistoryRows
  readonly #json: JsonRows
  readonly #budget: OutputBudget
  #startedAt = Number.MAX_SAFE_INTEGER
  #current: CurrentOutput | null = null
  #callOff: (() => void) | null = null
  /** Long turns that were taken over, and until when they rest (epoch ms). */
  readonly #resting = new Map<string, number>()
  #waitsSince = 0
  #touchedAt = 0
  #revision = 0
  #isDisposed = false

  constructor(deps: HistoryIndexDeps) {
    this.#deps = deps
    this.#rows = new HistoryRows(deps.database)
    this.#json = new JsonRows(deps.database, deps.log)
    this.#budget = new OutputBudget(deps.database, this.#rows, deps.outputLimitBytes)
  }

  /** Changes with each change of the history. */
  get revision(): number {
    return this.#revision
  }

  /** Takes over what an earlier session left, and all of an earlier version. */
  start(): void {
    this.#startedAt = this.#deps.now()
    this.#schedule(MAX_WAIT_MS)
  }

  /** Notes that something changed. Cheap: it is called at each change of a run. */
  touched(): void {
    this.#touchedAt = this.#deps.now()
    if (this.#callOff !== null) return
    this.#waitsSince = this.#touchedAt
    this.#schedule(QUIET_MS)
  }

  /** Takes over turns that changed, for a query that shall see them: a few, and more until `maxMs` have passed. */
  catchUp(maxMs: number): void {
    const until = performance.now() + maxMs
    this.#deps.flush(maxMs / 2)
    this.#resting.clear()
    if (this.#nextTurn() === null) return
    this.#within(() => {
      for (let taken = 0; (taken < SURE_TURNS || performance.now() < until) && this.#takeTurn(); taken++);
    })
  }

  /** Changes that are not taken over yet. */
  pending(): number {
    return prepared<{ readonly n: number }>(this.#deps.database, PENDING).get()?.n ?? 0
  }

  dispose(): void {
    this.#isDisposed = true
    this.#callOff?.()
    this.#callOff = null
  }

  #schedule(delayMs: number): void {
    if (this.#isDisposed) return
    this.#callOff = this.#deps.after(delayMs, () => {
      this.#callOff = null
      this.#work()
    })
  }

  #work(): void {
    const now = this.#deps.now()
    if (now - this.#touchedAt < QUIET_MS && now - this.#waitsSince < MAX_WAIT_MS) {
      this.#schedule(QUIET_MS)
      return
    }
    const until = performance.now() + SLICE_MS
    let hasMore = true
    const isDone = this.#within(() => {
      while (hasMore && performance.now() < until) hasMore = this.#step()
    })
    if (!isDone) this.#schedule(RETRY_MS)
    else if (hasMore) this.#schedule(PAUSE_MS)
    else if (this.#resting.size > 0) this.#schedule(QUIET_MS)
  }

  /** False where the database refused; what was done of it is undone, and done again later. */
  #within(work: () => void): boolean {
    try {
      transaction(this.#deps.database, work)
      return true
    } catch (error) {
      this.#current = null
      this.#budget.forget()
      this.#deps.log.error('the history cannot be brought up to date', error)
      return false
    }
  }

  /** Does one small piece of work; false when there is none. */
  #step(): boolean {
    const didWork = this.#takeTurn() || this.#takeOutput() || this.#dropOutputs()
    if (didWork) this.#revision += 1
    return didWork
  }

  #dropOutputs(): boolean {
    const didDrop = this.#budget.dropSome()
    if (didDrop) this.#deps.onOutputsDropped()
    return didDrop
  }

  /** Returns the turn that changed first of those that do not rest. */
  #nextTurn(): string | null {
    const now = this.#deps.now()
    for (const [turnId, until] of this.#resting) if (until <= now) this.#resting.delete(turnId)
    const changed = prepared<{ readonly turn_id: string }>(this.#deps.database, NEXT_TURNS).all(this.#resting.size + 1)
    return changed.find(({ turn_id: turnId }) => !this.#resting.has(turnId))?.turn_id ?? null
  }

  #takeTurn(): boolean {
    const { database, operator } = this.#deps
    const turnId = this.#nextTurn()
    if (turnId === null) return false
    prepared(database, 'DELETE FROM history_changed_turns WHERE turn_id = ?').run(turnId)
    this.#revision += 1
    const stored = this.#json.one(turnBody, 'SELECT body FROM turns WHERE id = ?', turnId)
    if (stored === null) {
      // A damaged row is left out, as it is in the timeline.
      this.#rows.remove(turnId)
      return true
    }
    if (stored.turn.deviceIds.length > LONG_DEVICES) this.#resting.set(turnId, this.#deps.now() + REST_MS)
    const isOfSession = stored.turn.createdAt >= this.#startedAt
    try {
      this.#rows.save(stored, this.#json.one(runBody, LATEST_RUN, turnId), isOfSession ? operator() : null)
    } catch (error) {
      // A row of another shape must not keep the others from the history; what SQLite throws ends the slice.
      if (!(error instanceof TypeError)) throw error
      this.#deps.log.error('a turn is left out of the history', error)
    }
    return true
  }

  /** Adds one part of an output to the index, or finds out that it is there already. */
  #takeOutput(): boolean {
    const current = this.#current ?? this.#nextOutput()
    if (current === null) return false
    this.#current = current
    const { turnId, runId, sha, chunks } = current
    const entry = turnId === '' ? null : this.#rows.outputsOf(turnId, runId)
    const chunk = chunks[current.next]
    if (entry === null || chunk === undefined) {
      if (entry !== null) this.#rows.addOutput(entry.id, sha)
      prepared(this.#deps.database, 'DELETE FROM history_changed_outputs WHERE command_id = ?').run(current.commandId)
      this.#current = null
      return true
    }
    this.#rows.addOutputPart(entry, chunk)
    this.#budget.add(Buffer.byteLength(chunk))
    current.next += 1
    return true
  }

  /** Reads the next changed output; null when there is none. It has no parts where its entry holds an equal one. */
  #nextOutput(): CurrentOutput | null {
    const row = prepared<ChangedOutput>(this.#deps.database, NEXT_OUTPUT).get()
    if (row === undefined) return null
    const { command_id: commandId, turn_id: turnId, run_id: runId, stdout, stderr } = row
    const nothing = { commandId, turnId: '', runId: '', sha: '', chunks: [], next: 0 }
    if (turnId === null || runId === null || stdout === null || stderr === null) return nothing
    const entry = this.#rows.outputsOf(turnId, runId)
    if (entry === null) return nothing
    this.#countStored(entry, stdout.length + stderr.length)
    const text = `${Buffer.from(stdout).toString()}\n${Buffer.from(stderr).toString()}`
    const sha = sha256(text)
    const isNew = this.#rows.isNewOutput(entry.id, sha)
    return {
      commandId,
      turnId,
      runId,
      sha,
      chunks: isNew ? textChunks(normalise(text), MAX_OUTPUT_PARTS) : [],
      next: 0,
    }
  }

  /** Counts an output twice, because its command holds what is shown of it once more. */
  #countStored(entry: EntryOutputs, bytes: number): void {
    this.#rows.addBytes(entry.id, 2 * bytes)
    this.#budget.add(2 * bytes)
  }
}
