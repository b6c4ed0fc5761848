import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import type { HistoryRows } from './history-rows.ts'

/** Outputs dropped in one step, and parts of the index. */
const STEP_OUTPUTS = 50
const STEP_PARTS = 20

const OUTPUTS_OF_RUN = `SELECT o.command_id FROM commands c JOIN outputs o ON o.command_id = c.command_id
  WHERE c.run_id = ? LIMIT ${STEP_OUTPUTS}`
const EMPTY_COMMAND = `UPDATE commands SET body = json_insert(
    json_set(body, '$.record.stdout', '', '$.record.stderr', '', '$.record.shownBytes', 0),
    '$.record.marks[#]', 'output-dropped')
  WHERE command_id = ? AND json_valid(body)`

/** Keeps outputs within their bytes: the oldest go first, from the index and from the runs. Records of what ran stay. */
export class OutputBudget {
  readonly #database: Database
  readonly #rows: HistoryRows
  readonly #limitBytes: () => number
  /** Null until it was counted. */
  #bytes: number | null = null

  constructor(database: Database, rows: HistoryRows, limitBytes: () => number) {
    this.#database = database
    this.#rows = rows
    this.#limitBytes = limitBytes
  }

  add(bytes: number): void {
    if (this.#bytes !== null) this.#bytes += bytes
  }

  /** Counts anew, because what was added may have been undone. */
  forget(): void {
    this.#bytes = null
  }

  /** Drops some of the oldest outputs; false if nothing is over the limit. */
  dropSome(): boolean {
    this.#bytes ??= this.#rows.outputBytes()
    if (this.#bytes <= this.#limitBytes()) return false
    const oldest = this.#rows.oldestOutputs()
    if (oldest === null) return false
    const isStored = oldest.runId !== null && this.#emptyRun(oldest.runId)
    if (isStored || !this.#rows.deleteOutputParts(oldest, STEP_PARTS)) return true
    this.#rows.markDropped(oldest.id)
    this.#bytes = null
    return true
  }

  /** Empties some commands of a run; false when none has an output any more. */
  #emptyRun(runId: string): boolean {
    const found = prepared<{ readonly command_id: string }>(this.#database, OUTPUTS_OF_RUN).all(runId)
    transaction(this.#database, () => {
      for (const { command_id: commandId } of found) {
        prepared(this.#database, EMPTY_COMMAND).run(commandId)
        prepared(this.#database, 'DELETE FROM outputs WHERE command_id = ?').run(commandId)
      }
    })
    return found.length > 0
  }
}
