import type { Log } from '../../shared/log.ts'
import { type Database, transaction } from '../../shared/sqlite.ts'
import type { After } from '../../shared/timers.ts'

/** Ms that a change may wait to be written together with others. */
const GATHER_MS = 20
/** Ms between two portions of those that have waited. */
const PAUSE_MS = 8
/** Ms of writing at once, because ten thousand answers would hold main for a second; the commit takes about half as long again. */
const PORTION_MS = 6

interface WriteBehindDeps<Change> {
  readonly database: Database
  readonly after: After
  readonly log: Log
  /** Writes one change; may throw. */
  readonly write: (change: Change) => void
}

interface FlushOptions<Change> {
  readonly matches?: (change: Change) => boolean
  readonly maxMs?: number
}

/**
 * Writes changes that have already happened a moment later and together with the others of that moment, because a thousand
 * answers are then a few transactions. A later change of the same thing takes the place of an earlier one.
 */
export class WriteBehind<Change> {
  readonly #deps: WriteBehindDeps<Change>
  readonly #pending = new Map<string, Change>()
  #isFlushDue = false
  #isInTransaction = false

  constructor(deps: WriteBehindDeps<Change>) {
    this.#deps = deps
  }

  /** Returns the change of a thing that is not written yet. */
  pending(id: string): Change | undefined {
    return this.#pending.get(id)
  }

  add(id: string, change: Change): void {
    this.#pending.set(id, change)
    this.#flushLater()
  }

  /**
   * Writes the pending changes that `matches` names, for `maxMs` at most; all of them where neither is given. Never throws:
   * a failure is reported and they stay pending. Inside a transaction it writes nothing, because these changes have happened
   * whatever becomes of the transaction.
   */
  flush({ matches, maxMs = Number.POSITIVE_INFINITY }: FlushOptions<Change> = {}): void {
    this.#write(maxMs, matches)
  }

  /**
   * Commits all that `withinTransaction` saves, or nothing of it; inside another transaction it is lost with that one too.
   * Pending changes are not waited for, because thousands may be: who saves one of their things itself adds it anew.
   */
  transaction<T>(withinTransaction: () => T): T {
    const { database } = this.#deps
    if (this.#isInTransaction) return transaction(database, withinTransaction)
    const waiting = [...this.#pending]
    this.#isInTransaction = true
    try {
      return transaction(database, withinTransaction)
    } catch (error) {
      // Pending writes refer to deleted rows.
      this.#pending.clear()
      for (const [id, change] of waiting) this.#pending.set(id, change)
      throw error
    } finally {
      this.#isInTransaction = false
    }
  }

  #flushLater(delayMs = GATHER_MS): void {
    if (this.#isFlushDue) return
    this.#isFlushDue = true
    this.#deps.after(delayMs, () => {
      this.#isFlushDue = false
      if (this.#write(PORTION_MS) && this.#pending.size > 0) this.#flushLater(PAUSE_MS)
    })
  }

  /** Writes pending changes, those that wait longest first, for so many ms; false where that failed. */
  #write(maxMs: number, matches: (change: Change) => boolean = () => true): boolean {
    if (this.#pending.size === 0 || this.#isInTransaction) return true
    const due = [...this.#pending].filter(([, change]) => matches(change))
    if (due.length === 0) return true
    const until = performance.now() + maxMs
    let written = 0
    try {
      transaction(this.#deps.database, () => {
        for (const [, change] of due) {
          this.#deps.write(change)
          written++
          if (performance.now() >= until) break
        }
      })
    } catch (error) {
      this.#deps.log.error('command state cannot be saved', error)
      return false
    }
    for (const [id] of due.slice(0, written)) this.#pending.delete(id)
    return true
  }
}
