/** The part of the database in use (`DatabaseSync` of node:sqlite and its kin). */
export interface CommandDatabase {
  exec(sql: string): void
  prepare(sql: string): {
    get(...values: readonly (string | number | null)[]): unknown
    all(...values: readonly (string | number | null)[]): unknown[]
    run(...values: readonly (string | number | null | Uint8Array)[]): unknown
  }
}

type Statement = ReturnType<CommandDatabase['prepare']>
interface Body {
  readonly body: string
}

/** Statements prepared once each, and rows whose column `body` is JSON. */
export class Statements {
  readonly #database: CommandDatabase
  readonly #prepared = new Map<string, Statement>()

  constructor(database: CommandDatabase) {
    this.#database = database
  }

  prepare(sql: string): Statement {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }

  one<T>(sql: string, ...values: readonly (string | number)[]): T | null {
    const row = this.prepare(sql).get(...values)
    return row === undefined ? null : (JSON.parse((row as Body).body) as T)
  }

  many<T>(sql: string, ...values: readonly (string | number)[]): T[] {
    return (this.prepare(sql).all(...values) as Body[]).map((row) => JSON.parse(row.body) as T)
  }
}
