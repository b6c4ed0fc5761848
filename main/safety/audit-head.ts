import type { ChainState } from './audit-record.ts'

/** Where the chain stood last, kept apart from the files so that a cut-off tail is noticed. */
export interface AuditHead extends ChainState {
  /** Name of the newest file, without its folder. */
  readonly file: string
}

/** Keeps one head. `save` throws when it cannot. */
export interface AuditHeadStore {
  load(): AuditHead | null
  save(head: AuditHead): void
}

interface HeadDatabase {
  prepare(sql: string): {
    get(): unknown
    run(file: string, count: number, head: string): unknown
  }
}

/** The head in the table `audit_head`. */
export class SqliteAuditHead implements AuditHeadStore {
  readonly #database: HeadDatabase
  #save: ReturnType<HeadDatabase['prepare']> | null = null

  constructor(database: HeadDatabase) {
    this.#database = database
  }

  load(): AuditHead | null {
    const row = this.#database.prepare('SELECT file, count, head FROM audit_head WHERE id = 1').get()
    return row === undefined ? null : (row as AuditHead)
  }

  save(head: AuditHead): void {
    this.#save ??= this.#database.prepare(
      `INSERT INTO audit_head (id, file, count, head) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET file = excluded.file, count = excluded.count, head = excluded.head`,
    )
    this.#save.run(head.file, head.count, head.head)
  }
}
