import { type Database, prepared } from '../shared/sqlite.ts'

interface Body {
  readonly body: string
}

/** Reads the rows of a statement whose column `body` is JSON. */
export function jsonRows<T>(database: Database, sql: string, ...values: readonly (string | number)[]): T[] {
  return prepared<Body>(database, sql)
    .all(...values)
    .map((row) => JSON.parse(row.body) as T)
}

/** Reads the first of these rows; null without one. */
export function jsonRow<T>(database: Database, sql: string, ...values: readonly (string | number)[]): T | null {
  const row = prepared<Body>(database, sql).get(...values)
  return row === undefined ? null : (JSON.parse(row.body) as T)
}
