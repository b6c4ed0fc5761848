import type { z } from 'zod'
import type { Log } from '../shared/log.ts'
import { type Database, prepared } from '../shared/sqlite.ts'

interface Body {
  readonly body: string
}

/** Reads the rows of a statement whose column `body` is JSON. A row that does not fit its schema is logged and left out. */
export class JsonRows {
  readonly #database: Database
  readonly #log: Log

  constructor(database: Database, log: Log) {
    this.#database = database
    this.#log = log
  }

  many<T>(schema: z.ZodType<T>, sql: string, ...values: readonly (string | number)[]): T[] {
    return prepared<Body>(this.#database, sql)
      .all(...values)
      .flatMap(({ body }) => this.parse(schema, body) ?? [])
  }

  /** Reads the first row; null without one that fits. */
  one<T>(schema: z.ZodType<T>, sql: string, ...values: readonly (string | number)[]): T | null {
    const row = prepared<Body>(this.#database, sql).get(...values)
    return row === undefined ? null : this.parse(schema, row.body)
  }

  /** Reads one stored text; null if it does not fit. */
  parse<T>(schema: z.ZodType<T>, text: string): T | null {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      this.#log.error('a stored row is no JSON and is left out', error)
      return null
    }
    const read = schema.safeParse(value)
    if (read.success) return read.data
    this.#log.warn('a stored row has another shape and is left out', { path: read.error.issues[0]?.path.join('.') })
    return null
  }
}
