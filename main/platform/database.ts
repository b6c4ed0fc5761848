import { existsSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { AppError } from '../../preload/contract/errors.ts'
import type { StorageStatus } from '../../preload/contract/models/settings.ts'
import type { Log } from '../ports.ts'
import { SCHEMA } from './schema.ts'

/**
 * Opens the history (WAL), and brings an older schema up to date after a copy of the file. Throws `DATABASE_TOO_NEW` for a
 * file of a newer Waypost, which is left as it is.
 */
export function openDatabase(file: string, schema: readonly string[] = SCHEMA): DatabaseSyncInstance {
  const isNew = !existsSync(file)
  const database = new DatabaseSync(file)
  try {
    const version = schemaVersion(database)
    if (version > schema.length) throw new AppError('DATABASE_TOO_NEW', { file, version, known: schema.length })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;')
    if (version < schema.length) {
      if (!isNew) backUp(database, `${file}.before-schema-${schema.length}`)
      migrate(database, version, schema)
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** A database for this run, whatever is on the disk; `problem` says why it is kept in memory. */
export function openDatabaseOrMemory(
  file: string,
  log: Log,
): { readonly database: DatabaseSyncInstance; readonly problem: StorageStatus['problem'] } {
  try {
    return { database: openDatabase(file), problem: null }
  } catch (error) {
    log.error('the history could not be opened; this run is kept in memory', error)
    return { database: openDatabase(':memory:'), problem: problemOf(error) }
  }
}

function problemOf(error: unknown): StorageStatus['problem'] {
  if (error instanceof AppError && error.code === 'DATABASE_TOO_NEW') return 'too-new'
  const message = error instanceof Error ? error.message : ''
  if (/locked|busy/i.test(message)) return 'locked'
  if (/full/i.test(message)) return 'full'
  return /malformed|not a database|corrupt/i.test(message) ? 'unreadable' : 'failed'
}

function schemaVersion(database: DatabaseSyncInstance): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

/** A consistent copy even while a WAL exists (SQLite: VACUUM INTO). One from an earlier, failed try is good enough. */
function backUp(database: DatabaseSyncInstance, copy: string): void {
  if (!existsSync(copy)) database.prepare('VACUUM INTO ?').run(copy)
}

function migrate(database: DatabaseSyncInstance, from: number, schema: readonly string[]): void {
  for (let version = from; version < schema.length; version++) {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(schema[version] ?? '')
      database.exec(`PRAGMA user_version = ${version + 1}`)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }
}
