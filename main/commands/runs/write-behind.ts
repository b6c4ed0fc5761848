import type { Log } from '../../shared/log.ts'
import { type Database, transaction } from '../../shared/sqlite.ts'
import type { After } from '../../shared/timers.ts'

/** Ms that a change may wait to be written together with others. */
const GATHER_MS = 20
/** Changes written at once, about 20 ms of work, because ten thousand answers would hold main for a second. */
const PORTION = 200

interface WriteBehindDeps<Change> {
  readonly database: Database
  readonly after: After
  readonly log: Log
  /** Writes one change; may throw. */
  readonly write: (change: Change) => void
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
   * Writes pending changes. Never throws: a failure is reported and they stay pending. Inside a transaction it writes
   * nothing, because these changes have happened whatever becomes of the transaction.
   */
  flush(): void {
    this.#write(this.#pending.size)
  }

  /** Commits all that `withinTransaction` saves, or nothing of it; inside another transaction it is lost with that one too. */
  transaction<T>(withinTransaction: () => T): T {
    const { database } = this.#deps
    if (this.#isInTransaction) return transaction(database, withinTransaction)
    this.flush()
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

  #flushLater(): void {
    if (this.#isFlushDue) return
    this.#isFlushDue = true
    this.#deps.after(GATHER_MS, () => {
      this.#isFlushDue = false
      if (this.#write(PORTION) && this.#pending.size > 0) this.#flushLater()
    })
  }

  /** Writes the pending changes that wait longest; false where that failed. */
  #write(count: number): boolean {
    if (this.#pending.size === 0 || this.#isInTransaction) return true
    const portion = [...this.#pending].slice(0, count)
    try {
      transaction(this.#deps.database, () => {
        for (const [, change] of portion) this.#deps.write(change)
      })
    } catch (error) {
      this.#deps.log.error('command state cannot be saved', error)
      return false
    }
    for (const [id] of portion) this.#pending.delete(id)
    return true
  }
}
