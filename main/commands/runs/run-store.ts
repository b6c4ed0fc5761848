import type { CommandRecord, Run, Turn } from '../../../preload/contract/models/command.ts'
import { ACTIVE_STATES } from '../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { After } from '../../shared/timers.ts'
import { NO_OUTPUT, type Output } from './output-text.ts'

/** What is used of the database (`DatabaseSync` of node:sqlite and its kin). */
export interface HistoryDatabase {
  exec(sql: string): void
  prepare(sql: string): {
    get(...values: readonly (string | number | null)[]): unknown
    all(...values: readonly (string | number | null)[]): unknown[]
    run(...values: readonly (string | number | null | Uint8Array)[]): unknown
  }
}

/** A turn as kept: without its run, which has tables of its own. */
export interface StoredTurn {
  readonly turn: Turn
  /** Explanations of the options of a `choose` answer, in their order. */
  readonly optionExplanations: readonly LocalizedText[]
  /** The command of the turn's first proposal, for the audit of an edited one. */
  readonly proposedCommand: string | null
}

/** A run without its commands. */
export type StoredRun = Omit<Run, 'commands'>

/** What the grant of a run allowed, kept with it. */
export interface StoredGrant {
  readonly sha256: string
  /** Epoch ms. */
  readonly notAfter: number
}

/** One command as kept. */
export interface StoredCommand {
  readonly record: CommandRecord
  readonly connectionId: string
  /** Place in its run, and how many devices that has. */
  readonly position: number
  readonly deviceCount: number
  /** Fingerprint of the result attached; tells a repeated one from another one. */
  readonly resultSha256: string | null
}

type Statement = ReturnType<HistoryDatabase['prepare']>
interface Body {
  readonly body: string
}

const SAVE_TURN = `INSERT INTO turns (id, connection_id, created_at, body) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET body = excluded.body`
const SAVE_RUN = `INSERT INTO runs (id, turn_id, connection_id, approval_id, approved_at, not_after, sha256, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const LATEST_RUN = 'SELECT body FROM runs WHERE turn_id = ? ORDER BY approved_at DESC LIMIT 1'
/** Devices looked for among those of an earlier run. */
const MAX_SAMPLED = 20
const COMMAND_OF_DEVICES =
  'SELECT body FROM commands WHERE run_id = ? AND device_id IN (SELECT value FROM json_each(?)) LIMIT 1'
const SAVE_COMMAND = `INSERT INTO commands (command_id, run_id, connection_id, device_id, state, sent_at, finished_at, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (command_id) DO UPDATE SET state = excluded.state, sent_at = excluded.sent_at,
    finished_at = excluded.finished_at, body = excluded.body`
const SAVE_OUTPUT = `INSERT INTO outputs (command_id, stdout, stderr, total_bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (command_id) DO UPDATE SET stdout = excluded.stdout, stderr = excluded.stderr,
    total_bytes = excluded.total_bytes`

/** Ms that what happened may wait for other changes to be written with. */
const GATHER_MS = 20
const TRANSACTION = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' }
const PART = { begin: 'SAVEPOINT part', commit: 'RELEASE part', rollback: 'ROLLBACK TO part; RELEASE part' }

interface PendingCommand {
  readonly stored: StoredCommand
  readonly output: Output | null
}

/** Turns, runs, commands and outputs in SQLite. Synchronous, and what returned is kept, except for `keepSoon`. */
export class History {
  readonly #database: HistoryDatabase
  readonly #after: After
  readonly #onFailed: (error: unknown) => void
  readonly #statements = new Map<string, Statement>()
  /** States that wait to be written. */
  readonly #pending = new Map<string, PendingCommand>()
  #isTogether = false

  constructor(database: HistoryDatabase, after: After, onFailed: (error: unknown) => void = () => {}) {
    this.#database = database
    this.#after = after
    this.#onFailed = onFailed
  }

  saveTurn(stored: StoredTurn): void {
    const { turn } = stored
    this.#prepared(SAVE_TURN).run(turn.id, turn.connectionId, turn.createdAt, JSON.stringify(stored))
  }

  turn(turnId: string): StoredTurn | null {
    return this.#one<StoredTurn>('SELECT body FROM turns WHERE id = ?', turnId)
  }

  /** The latest turns made before `before` (epoch ms; null for now), oldest first. */
  turns(connectionId: string, before: number | null, limit: number): StoredTurn[] {
    return this.#many<StoredTurn>(
      'SELECT body FROM turns WHERE connection_id = ? AND created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?',
      connectionId,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ).reverse()
  }

  /** Turns that wait for the assistant or for a decision. */
  openTurns(): StoredTurn[] {
    return this.#many<StoredTurn>(
      `SELECT body FROM turns WHERE body ->> '$.turn.decision' = 'open'
         AND (body ->> '$.turn.isThinking' = 1 OR body ->> '$.turn.proposal' IS NOT NULL)`,
    )
  }

  /** The run with all its commands, or nothing of it. */
  addRun(run: StoredRun, grant: StoredGrant, commands: readonly StoredCommand[]): void {
    this.together(() => {
      const { id, turnId, connectionId, approvalId, approvedAt } = run
      this.#prepared(SAVE_RUN).run(
        id,
        turnId,
        connectionId,
        approvalId,
        approvedAt,
        grant.notAfter,
        grant.sha256,
        JSON.stringify(run),
      )
      for (const command of commands) this.saveCommand(command)
    })
  }

  /** Takes out a run with all its commands, or nothing of it. */
  removeRun(runId: string): void {
    this.flush()
    this.together(() => {
      this.#prepared('DELETE FROM commands WHERE run_id = ?').run(runId)
      this.#prepared('DELETE FROM runs WHERE id = ?').run(runId)
    })
  }

  /** The latest run of a turn with one of its commands: of one of these devices, else the first. Cheap on any number of devices. */
  sampleOfTurn(turnId: string, deviceIds: readonly string[]): { run: StoredRun; record: CommandRecord | null } | null {
    const run = this.#one<StoredRun>(LATEST_RUN, turnId)
    if (run === null) return null
    const first =
      this.#one<StoredCommand>(COMMAND_OF_DEVICES, run.id, JSON.stringify(deviceIds.slice(0, MAX_SAMPLED))) ??
      this.#one<StoredCommand>('SELECT body FROM commands WHERE run_id = ? LIMIT 1', run.id)
    return { run, record: first?.record ?? null }
  }

  /** The latest run of a turn with all its commands. */
  runOfTurn(turnId: string): Run | null {
    const run = this.#one<StoredRun>(LATEST_RUN, turnId)
    if (run === null) return null
    const commands = this.#many<StoredCommand>('SELECT body FROM commands WHERE run_id = ?', run.id)
    commands.sort((a, b) => a.position - b.position)
    return { ...run, commands: commands.map((stored) => stored.record) }
  }

  run(runId: string): StoredRun | null {
    return this.#one<StoredRun>('SELECT body FROM runs WHERE id = ?', runId)
  }

  saveCommand(stored: StoredCommand): void {
    const { record, connectionId } = stored
    this.#prepared(SAVE_COMMAND).run(
      record.commandId,
      record.runId,
      connectionId,
      record.deviceId,
      record.state,
      record.sentAt,
      record.finishedAt,
      JSON.stringify(stored),
    )
  }

  /**
   * Keeps what has already happened to a command, a moment later and together with all else of that moment: a thousand
   * answers are a few transactions, and none of them is in the way of an answer. A crash in between leaves the state
   * before, which reads as unknown.
   */
  keepSoon(stored: StoredCommand, output: Output | null): void {
    if (this.#pending.size === 0) this.#after(GATHER_MS, () => this.flush())
    const { commandId } = stored.record
    this.#pending.set(commandId, { stored, output: output ?? this.#pending.get(commandId)?.output ?? null })
  }

  /**
   * Writes what waits. Never throws: what cannot be written is reported and waits on. Amid a transaction nothing is
   * written: what waits has happened, whatever becomes of that.
   */
  flush(): void {
    if (this.#pending.size === 0 || this.#isTogether) return
    try {
      this.#within(TRANSACTION, () => {
        for (const { stored, output } of this.#pending.values()) {
          this.saveCommand(stored)
          if (output !== null) this.saveOutput(stored.record.commandId, output)
        }
      })
      this.#pending.clear()
    } catch (error) {
      this.#onFailed(error)
    }
  }

  /** All that `write` saves, or nothing of it; within another one it is lost with that one too. Returns what `write` does. */
  together<T>(write: () => T): T {
    if (this.#isTogether) return this.#within(PART, write)
    this.flush()
    const waiting = [...this.#pending]
    this.#isTogether = true
    try {
      return this.#within(TRANSACTION, write)
    } catch (error) {
      // What `write` put by for later speaks of rows that are gone.
      this.#pending.clear()
      for (const [commandId, pending] of waiting) this.#pending.set(commandId, pending)
      throw error
    } finally {
      this.#isTogether = false
    }
  }

  #within<T>({ begin, commit, rollback }: typeof TRANSACTION, write: () => T): T {
    this.#database.exec(begin)
    try {
      const result = write()
      this.#database.exec(commit)
      return result
    } catch (error) {
      try {
        this.#database.exec(rollback)
      } catch {
        // SQLite has done it already, on a full disk for one (SQLite: Response To Errors Within A Transaction).
      }
      throw error
    }
  }

  command(commandId: string): StoredCommand | null {
    return this.#one<StoredCommand>('SELECT body FROM commands WHERE command_id = ?', commandId)
  }

  /** Commands that an earlier session left without an end. */
  unfinishedCommands(): StoredCommand[] {
    return this.#many<StoredCommand>(
      `SELECT body FROM commands WHERE state IN (${ACTIVE_STATES.map((state) => `'${state}'`).join(', ')})`,
    )
  }

  saveOutput(commandId: string, output: Output): void {
    const { stdout, stderr, totalBytes } = output
    this.#prepared(SAVE_OUTPUT).run(commandId, Buffer.from(stdout), Buffer.from(stderr), totalBytes)
  }

  output(commandId: string): Output {
    this.flush()
    const row = this.#prepared('SELECT stdout, stderr, total_bytes FROM outputs WHERE command_id = ?').get(commandId)
    if (row === undefined) return NO_OUTPUT
    const {
      stdout,
      stderr,
      total_bytes: totalBytes,
    } = row as Record<'stdout' | 'stderr', Uint8Array> & {
      readonly total_bytes: number
    }
    return { stdout: Buffer.from(stdout).toString(), stderr: Buffer.from(stderr).toString(), totalBytes }
  }

  #one<T>(sql: string, ...values: readonly (string | number)[]): T | null {
    this.flush()
    const row = this.#prepared(sql).get(...values)
    return row === undefined ? null : (JSON.parse((row as Body).body) as T)
  }

  #many<T>(sql: string, ...values: readonly (string | number)[]): T[] {
    this.flush()
    return (this.#prepared(sql).all(...values) as Body[]).map((row) => JSON.parse(row.body) as T)
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
