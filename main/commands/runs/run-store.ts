import type {
  CommandRecord,
  CommandState,
  DeviceCommand,
  Run,
  RunHead,
} from '../../../preload/contract/models/commands/command.ts'
import type { RolloutState } from '../../../preload/contract/models/commands/rollout.ts'
import { ACTIVE_STATES } from '../../../preload/contract/models/limits.ts'
import type { Log } from '../../shared/log.ts'
import { type Database, prepared } from '../../shared/sqlite.ts'
import type { After } from '../../shared/timers.ts'
import { JsonRows } from '../json-rows.ts'
import { commandBody, type Output, runBody, type StoredCommand, type StoredGrant, type StoredRun } from '../models.ts'
import { addFirst, addOthers, bodyOf, completeBegun } from './begun-run.ts'
import { readOutput, saveOutput } from './stored-outputs.ts'
import { WriteBehind } from './write-behind.ts'

const SAVE_RUN = `INSERT INTO runs (id, turn_id, connection_id, approval_id, approved_at, not_after, sha256, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const LATEST_RUN = 'SELECT body FROM runs WHERE turn_id = ? ORDER BY approved_at DESC LIMIT 1'
const IDS_OF_RUN = 'SELECT command_id FROM commands WHERE run_id = ?'
const STATES_OF_RUN = 'SELECT state, count(*) AS count FROM commands WHERE run_id = ? GROUP BY state'
/** Devices looked for among those of an earlier run. */
const MAX_SAMPLED = 20
const COMMAND_OF_DEVICES =
  'SELECT body FROM commands WHERE run_id = ? AND device_id IN (SELECT value FROM json_each(?)) LIMIT 1'
/** Commands listed on a device's own page. */
const MAX_LISTED = 50
const LATEST_OF_DEVICE = `SELECT c.body AS command, r.body AS run FROM commands c JOIN runs r ON r.id = c.run_id
  WHERE c.connection_id = ? AND c.device_id = ? ORDER BY coalesce(c.sent_at, r.approved_at) DESC LIMIT ${MAX_LISTED}`
const SAVE_COMMAND = `INSERT INTO commands (command_id, run_id, connection_id, device_id, state, sent_at, finished_at, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (command_id) DO UPDATE SET state = excluded.state, sent_at = excluded.sent_at,
    finished_at = excluded.finished_at, body = excluded.body`
const ACTIVE = ACTIVE_STATES.map((state) => `'${state}'`).join(', ')
/** Asks of valid JSON only, because `->>` fails the whole query at a damaged row. */
const UNFINISHED_SPREADS = `SELECT body FROM runs WHERE CASE WHEN json_valid(body) THEN
  body ->> '$.rollout.phase' IN ('running', 'looking', 'paused')
  OR ((body -> '$.rollout' IS NOT NULL OR body -> '$.wait' IS NOT NULL)
    AND id IN (SELECT run_id FROM commands WHERE state IN (${ACTIVE}))) END`
const SAVE_ROLLOUT = `UPDATE runs SET body = json_set(body, '$.rollout', json(?)) WHERE id = ?`

interface PendingCommand {
  readonly stored: StoredCommand
  readonly output: Output | null
}

interface LatestRow {
  readonly command: string
  readonly run: string
}

/** Stores runs, commands and outputs in SQLite. Synchronous, and durable on return, except for `saveSoon`. */
export class RunStore {
  readonly #database: Database
  readonly #json: JsonRows
  /** States not written yet. */
  readonly #late: WriteBehind<PendingCommand>

  constructor(database: Database, after: After, log: Log) {
    this.#database = database
    this.#json = new JsonRows(database, log)
    this.#late = new WriteBehind({ database, after, log, write: (pending) => this.#writeLate(pending) })
  }

  /** Saves the run; its commands follow by `addFirst`, in the same transaction, and by `addOthers`. */
  addRun(run: StoredRun, grant: StoredGrant, commands: readonly StoredCommand[]): void {
    const { id, turnId, connectionId, approvalId, approvedAt } = run
    prepared(this.#database, SAVE_RUN).run(
      id,
      turnId,
      connectionId,
      approvalId,
      approvedAt,
      grant.notAfter,
      grant.sha256,
      bodyOf(run, commands),
    )
  }

  /** Saves the first commands of a run that was added; one that was saved since, as it is by now, stays. */
  addFirst(commands: readonly StoredCommand[]): void {
    addFirst(this.#database, commands)
  }

  /** Saves the other commands of a run that was added, in steps; may throw, and then what is there is removed with the run. */
  addOthers(run: StoredRun, commands: readonly StoredCommand[]): Generator<undefined, void> {
    return addOthers(this.#database, run, commands)
  }

  /** Saves what a crash left out of runs that were being added. */
  completeBegun(): void {
    completeBegun(this.#database)
  }

  /** Removes the run with all its commands, or nothing of it. */
  removeRun(runId: string): void {
    this.#flushRun(runId)
    this.transaction(() => {
      prepared(this.#database, 'DELETE FROM commands WHERE run_id = ?').run(runId)
      prepared(this.#database, 'DELETE FROM runs WHERE id = ?').run(runId)
    })
  }

  /** The latest run of a turn with one of its commands: of one of these devices, else the first. Cheap on any number of devices. */
  sampleOfTurn(turnId: string, deviceIds: readonly string[]): { run: StoredRun; record: CommandRecord | null } | null {
    const run = this.#json.one(runBody, LATEST_RUN, turnId)
    if (run === null) return null
    this.#flushRun(run.id)
    const first =
      this.#json.one(commandBody, COMMAND_OF_DEVICES, run.id, JSON.stringify(deviceIds.slice(0, MAX_SAMPLED))) ??
      this.#json.one(commandBody, 'SELECT body FROM commands WHERE run_id = ? LIMIT 1', run.id)
    return { run, record: first?.record ?? null }
  }

  /** The latest run of a turn with all its commands. */
  runOfTurn(turnId: string): Run | null {
    const run = this.#json.one(runBody, LATEST_RUN, turnId)
    if (run === null) return null
    return { ...run, commands: this.#commandsOfRun(run.id).map((stored) => stored.record) }
  }

  /** Reads the latest run of a turn in steps, a command in each, because the rows of ten thousand hold main for long. */
  *readRun(turnId: string): Generator<undefined, Run | null> {
    const run = this.#json.one(runBody, LATEST_RUN, turnId)
    if (run === null) return null
    const ids = prepared<{ command_id: string }>(this.#database, IDS_OF_RUN).all(run.id)
    yield
    const commands: StoredCommand[] = []
    for (const { command_id: commandId } of ids) {
      const command = this.command(commandId)
      if (command !== null) commands.push(command)
      yield
    }
    return { ...run, commands: inOrder(commands).map(({ record }) => record) }
  }

  /** Lists runs whose rollout or wait an earlier session left without an end. */
  unfinishedSpreads(): readonly { readonly run: StoredRun; readonly commands: readonly StoredCommand[] }[] {
    this.flush()
    const runs = this.#json.many(runBody, UNFINISHED_SPREADS)
    return runs.map((run) => ({ run, commands: this.#commandsOfRun(run.id) }))
  }

  /** Saves where a rollout stands, as part of a transaction where one is open; may throw. */
  saveRollout(runId: string, rollout: RolloutState): void {
    prepared(this.#database, SAVE_ROLLOUT).run(JSON.stringify(rollout), runId)
  }

  /** The latest run of a turn by the states of its commands, without reading them. */
  headOfTurn(turnId: string): RunHead | null {
    const run = this.#json.one(runBody, LATEST_RUN, turnId)
    if (run === null) return null
    this.#flushRun(run.id)
    const rows = prepared<{ state: CommandState; count: number }>(this.#database, STATES_OF_RUN).all(run.id)
    const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    return { ...run, devices: rows.reduce((sum, { count }) => sum + count, 0), states }
  }

  run(runId: string): StoredRun | null {
    return this.#json.one(runBody, 'SELECT body FROM runs WHERE id = ?', runId)
  }

  saveCommand(stored: StoredCommand): void {
    this.#save(stored)
    const pending = this.#late.pending(stored.record.commandId)
    // What is written later must not bring back what was before.
    if (pending !== undefined) this.saveSoon(stored, pending.output)
  }

  #save(stored: StoredCommand): void {
    const { record, connectionId } = stored
    prepared(this.#database, SAVE_COMMAND).run(
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

  /** Saves a change that has already happened a moment later. A crash in between leaves the state before, which reads as unknown. */
  saveSoon(stored: StoredCommand, output: Output | null): void {
    const { commandId } = stored.record
    this.#late.add(commandId, { stored, output: output ?? this.#late.pending(commandId)?.output ?? null })
  }

  /** Writes pending changes, for `maxMs` at most; see `WriteBehind`. */
  flush(maxMs?: number): void {
    this.#late.flush({ ...(maxMs !== undefined && { maxMs }) })
  }

  /** Commits all that `withinTransaction` saves, or nothing of it; see `WriteBehind`. */
  transaction<T>(withinTransaction: () => T): T {
    return this.#late.transaction(withinTransaction)
  }

  /** Lists the latest commands of one device, newest first. */
  commandsOf(connectionId: string, deviceId: string): readonly DeviceCommand[] {
    const json = this.#json
    this.#late.flush({ matches: ({ stored }) => stored.record.deviceId === deviceId })
    const rows = prepared<LatestRow>(this.#database, LATEST_OF_DEVICE).all(connectionId, deviceId)
    return rows.flatMap((row) => {
      const record = json.parse(commandBody, row.command)?.record
      const run = json.parse(runBody, row.run)
      if (record === undefined || run === null) return []
      const { commandId, state, sentAt } = record
      return [{ commandId, turnId: run.turnId, state, command: run.command, at: sentAt ?? run.approvedAt }]
    })
  }

  command(commandId: string): StoredCommand | null {
    const pending = this.#late.pending(commandId)?.stored
    return pending ?? this.#json.one(commandBody, 'SELECT body FROM commands WHERE command_id = ?', commandId)
  }

  /** Commands that an earlier session left without an end. */
  unfinishedCommands(): StoredCommand[] {
    this.flush()
    return this.#json.many(commandBody, `SELECT body FROM commands WHERE state IN (${ACTIVE})`)
  }

  output(commandId: string): Output {
    return this.#late.pending(commandId)?.output ?? readOutput(this.#database, commandId)
  }

  #writeLate({ stored, output }: PendingCommand): void {
    this.#save(stored)
    if (output !== null) saveOutput(this.#database, stored.record.commandId, output)
  }

  #commandsOfRun(runId: string): readonly StoredCommand[] {
    this.#flushRun(runId)
    return inOrder(this.#json.many(commandBody, 'SELECT body FROM commands WHERE run_id = ?', runId))
  }

  /** Writes what is pending of a run, because what is pending of all takes long while thousands of devices answer. */
  #flushRun(runId: string): void {
    this.#late.flush({ matches: ({ stored }) => stored.record.runId === runId })
  }
}

function inOrder(commands: StoredCommand[]): readonly StoredCommand[] {
  return commands.sort((a, b) => a.position - b.position)
}
