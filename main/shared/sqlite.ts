type SqlValue = string | number | null | Uint8Array

/** A prepared statement whose rows have the columns of `Row`. */
interface Statement<Row> {
  get(...values: readonly SqlValue[]): Row | undefined
  all(...values: readonly SqlValue[]): Row[]
  run(...values: readonly SqlValue[]): unknown
}

/** The part of `DatabaseSync` (node:sqlite and its kin) that stores use. */
export interface Database {
  readonly isTransaction: boolean
  exec(sql: string): void
  prepare(sql: string): Statement<unknown>
}

const caches = new WeakMap<Database, Map<string, Statement<unknown>>>()

/**
 * Prepares each text once a database, because parsing costs more than most of the statements do. `Row` says which columns the
 * text selects: nothing checks it.
 */
export function prepared<Row = never>(database: Database, sql: string): Statement<Row> {
  let known = caches.get(database)
  if (known === undefined) {
    known = new Map()
    caches.set(database, known)
  }
  let statement = known.get(sql)
  if (statement === undefined) {
    statement = database.prepare(sql)
    known.set(sql, statement)
  }
  return statement as Statement<Row>
}

/**
 * Keeps all that `write` saves, or nothing of it, and returns what `write` does. Within another transaction it is a part of
 * that one, and lost with it too. `write` is synchronous.
 */
export function transaction<T>(database: Database, write: () => T): T {
  const isPart = database.isTransaction
  database.exec(isPart ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE')
  try {
    const result = write()
    database.exec(isPart ? 'RELEASE part' : 'COMMIT')
    return result
  } catch (error) {
    // SQLite rolls back by itself on a full disk (SQLite: Response To Errors Within A Transaction).
    if (database.isTransaction) database.exec(isPart ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK')
    throw error
  }
}
