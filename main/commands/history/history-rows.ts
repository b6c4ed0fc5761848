import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { sha256 } from '../../safety/audit/audit-record.ts'
import { type Database, prepared } from '../../shared/sqlite.ts'
import type { StoredRun, StoredTurn } from '../models.ts'
import { devicesOf, type EntryBody, entryOf, outcomeWords, searchTextOf } from './entry-of.ts'
import { searchPieces } from './search-pieces.ts'
import { textChunks } from './text-chunks.ts'

/** Rows of `history_text` of one entry have ids that begin with the entry's. */
export const PARTS_PER_ENTRY = 2 ** 20
/** Parts of an entry before its outputs: request, command, answer, devices. */
const FIRST_OUTPUT_PART = 256

const KNOWN = 'SELECT id, operator, run_id, text_sha, text_parts, output_parts FROM history WHERE turn_id = ?'
const COUNTS =
  'SELECT state, count(*) AS count FROM commands WHERE run_id = ? GROUP BY state ORDER BY count DESC, state'
const SAVE_ENTRY = `INSERT INTO history
    (turn_id, connection_id, at, operator, class, source, outcomes, run_id, command_sha, text_sha, text_parts, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (turn_id) DO UPDATE SET operator = excluded.operator, class = excluded.class, source = excluded.source,
    outcomes = excluded.outcomes, run_id = excluded.run_id, command_sha = excluded.command_sha,
    text_sha = excluded.text_sha, text_parts = excluded.text_parts, body = excluded.body
  RETURNING id`
const SAVE_DEVICES = `INSERT INTO history_devices (entry, ids) VALUES (?, ?)
  ON CONFLICT (entry) DO UPDATE SET ids = excluded.ids`
const COUNT_OUTPUT = `UPDATE history SET output_parts = output_parts + ?, output_bytes = output_bytes + ? WHERE id = ?`
const OLDEST_OUTPUTS = `SELECT id, run_id, output_parts FROM history WHERE output_bytes > 0
  AND at < (SELECT max(at) FROM history WHERE output_bytes > 0) ORDER BY at LIMIT 1`

interface KnownEntry {
  readonly id: number
  readonly operator: string
  readonly run_id: string | null
  readonly text_sha: string
  readonly text_parts: number
  readonly output_parts: number
}

/** The outputs of one entry in the index. */
export interface EntryOutputs {
  readonly id: number
  readonly runId: string | null
  readonly parts: number
}

/** Writes the tables of the history. All of it happens within a transaction of the caller. */
export class HistoryRows {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Brings the entry of a turn up to date, all but its outputs. `atConsole` is who is there now; who was there when
   * the entry was made stays.
   */
  save(stored: StoredTurn, run: StoredRun | null, atConsole: string | null): void {
    const { turn } = stored
    const known = prepared<KnownEntry>(this.#database, KNOWN).get(turn.id)
    const counts = run === null ? [] : prepared<StateCount>(this.#database, COUNTS).all(run.id)
    const name = run?.approvedBy ?? known?.operator ?? atConsole ?? ''
    const entry = entryOf(stored, run, counts, name === '' ? null : name)
    const text = searchTextOf(stored, run)
    const textSha = sha256(text)
    const isSameText = known?.text_sha === textSha
    const chunks = isSameText ? [] : textChunks(text, FIRST_OUTPUT_PART)
    const row = prepared<{ readonly id: number }>(this.#database, SAVE_ENTRY).get(
      turn.id,
      turn.connectionId,
      turn.createdAt,
      name.toLowerCase(),
      entry.class ?? '',
      entry.source ?? '',
      outcomeWords(stored, entry),
      run?.id ?? null,
      run === null ? null : commandSha(run.command),
      textSha,
      isSameText ? known.text_parts : chunks.length,
      JSON.stringify(entry),
    )
    if (row === undefined) return
    const { id } = row
    if (known !== undefined && known.run_id !== null && known.run_id !== entry.run?.id) this.#forgetOutputs(known)
    if (isSameText) return
    this.deleteParts(id, 0, known?.text_parts ?? 0)
    for (const [part, chunk] of chunks.entries()) this.#addPart(id, part, chunk)
    const ids = devicesOf(turn).map((deviceId) => deviceId.toLowerCase())
    prepared(this.#database, SAVE_DEVICES).run(id, `\n${ids.join('\n')}\n`)
  }

  /** Takes out the entry of a turn that is gone. */
  remove(turnId: string): void {
    const known = prepared<KnownEntry>(this.#database, KNOWN).get(turnId)
    if (known === undefined) return
    this.#forgetOutputs(known)
    this.deleteParts(known.id, 0, known.text_parts)
    prepared(this.#database, 'DELETE FROM history_devices WHERE entry = ?').run(known.id)
    prepared(this.#database, 'DELETE FROM history WHERE id = ?').run(known.id)
  }

  /** Returns the entry of a run with the parts of its outputs; null where the run is not the one of its entry. */
  outputsOf(turnId: string, runId: string): EntryOutputs | null {
    const known = prepared<KnownEntry>(this.#database, KNOWN).get(turnId)
    if (known === undefined || known.run_id !== runId) return null
    return { id: known.id, runId, parts: known.output_parts }
  }

  /** False where the entry has this output already, from another device. */
  isNewOutput(entry: number, sha: string): boolean {
    return (
      prepared(this.#database, 'SELECT 1 FROM history_outputs WHERE entry = ? AND sha = ?').get(entry, sha) ===
      undefined
    )
  }

  addOutputPart({ id, parts }: EntryOutputs, chunk: string): void {
    this.#addPart(id, FIRST_OUTPUT_PART + parts, chunk)
    prepared(this.#database, COUNT_OUTPUT).run(1, Buffer.byteLength(chunk), id)
  }

  /** Notes an output whose parts are all there, so that equal ones are not added again. */
  addOutput(entry: number, sha: string): void {
    prepared(this.#database, 'INSERT INTO history_outputs VALUES (?, ?) ON CONFLICT DO NOTHING').run(entry, sha)
  }

  /** Counts bytes that an entry takes besides the index. */
  addBytes(entry: number, bytes: number): void {
    prepared(this.#database, COUNT_OUTPUT).run(0, bytes, entry)
  }

  /** Bytes of all outputs, stored and indexed. */
  outputBytes(): number {
    const sql = 'SELECT coalesce(sum(output_bytes), 0) AS bytes FROM history WHERE output_bytes > 0'
    return prepared<{ readonly bytes: number }>(this.#database, sql).get()?.bytes ?? 0
  }

  /** Returns the oldest entry that has outputs; the newest of them is never named, because somebody may be reading it. */
  oldestOutputs(): EntryOutputs | null {
    const row = prepared<KnownEntry>(this.#database, OLDEST_OUTPUTS).get()
    return row === undefined ? null : { id: row.id, runId: row.run_id, parts: row.output_parts }
  }

  /** Deletes parts of the outputs from the index, the last ones first; true when none is left. */
  deleteOutputParts({ id, parts }: EntryOutputs, limit: number): boolean {
    const from = Math.max(0, parts - limit)
    this.deleteParts(id, FIRST_OUTPUT_PART + from, FIRST_OUTPUT_PART + parts)
    prepared(this.#database, 'UPDATE history SET output_parts = ? WHERE id = ?').run(from, id)
    return from === 0
  }

  /** Marks an entry whose outputs are gone. */
  markDropped(entry: number): void {
    prepared(this.#database, 'DELETE FROM history_outputs WHERE entry = ?').run(entry)
    prepared(this.#database, 'UPDATE history SET output_bytes = 0, has_dropped = 1 WHERE id = ?').run(entry)
  }

  /** Deletes rows of the index from one part until before another. */
  deleteParts(entry: number, from: number, until: number): void {
    const statement = prepared(this.#database, 'DELETE FROM history_text WHERE rowid = ?')
    for (let part = from; part < until; part++) statement.run(entry * PARTS_PER_ENTRY + part)
  }

  #forgetOutputs({ id, output_parts: parts }: KnownEntry): void {
    this.deleteParts(id, FIRST_OUTPUT_PART, FIRST_OUTPUT_PART + parts)
    prepared(this.#database, 'DELETE FROM history_outputs WHERE entry = ?').run(id)
    prepared(this.#database, 'UPDATE history SET output_parts = 0, output_bytes = 0 WHERE id = ?').run(id)
  }

  #addPart(entry: number, part: number, text: string): void {
    prepared(this.#database, 'INSERT INTO history_text (rowid, pieces) VALUES (?, ?)').run(
      entry * PARTS_PER_ENTRY + part,
      searchPieces(text).join(' '),
    )
  }
}

type StateCount = NonNullable<HistoryEntry['run']>['counts'][number]

/** Names a command, so that its runs are found. */
export function commandSha(command: string): string {
  return sha256(command.trim())
}

/** Reads an entry of the table. */
export function entryOfRow(row: { readonly body: string; readonly has_dropped: number }): HistoryEntry {
  return { ...(JSON.parse(row.body) as EntryBody), hasDroppedOutputs: row.has_dropped === 1 }
}
