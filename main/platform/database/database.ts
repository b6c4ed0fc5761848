import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { AppError } from '../../../preload/contract/errors.ts'
import { transaction } from '../../shared/sqlite.ts'
import { PRIVATE_MODE } from '../files/private-files.ts'
import { SCHEMA } from './schema.ts'

/**
 * Opens the history (WAL), and brings an older schema up to date after a copy of the file. Throws `DATABASE_TOO_NEW` for a
 * file of a newer Waypost, which is left as it is.
 */
export function openDatabase(file: string, schema: readonly string[] = SCHEMA): DatabaseSyncInstance {
  const isNew = file === ':memory:' || !existsSync(file)
  const hasCrashed = existsSync(`${file}-wal`)
  // SQLite gives a WAL the mode of its database.
  if (file !== ':memory:') createPrivate(file)
  const database = new DatabaseSync(file)
  try {
    const version = schemaVersion(database)
    if (!isNew && (hasCrashed || statSync(file).size <= ALWAYS_CHECKED_BYTES)) check(database)
    if (version > schema.length) throw new AppError('DATABASE_TOO_NEW', { file, version, known: schema.length })
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;')
    database.exec(`PRAGMA cache_size = -${CACHE_KIB}`)
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

/** The usual 2 MiB hold less than the pages of one run on ten thousand devices, whose writes then take twice as long. */
const CACHE_KIB = 8 * 1024

/** A larger file is looked through only when the last run did not close it: its WAL is still there. */
const ALWAYS_CHECKED_BYTES = 16 * 1024 * 1024

/** Throws what SQLite throws for a damaged file (PRAGMA quick_check), also where only a table is damaged. */
function check(database: DatabaseSyncInstance): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { errcode: 11 })
}

function schemaVersion(database: DatabaseSyncInstance): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

/** A consistent copy even while a WAL exists (SQLite: VACUUM INTO). One from an earlier, failed try is good enough. */
function backUp(database: DatabaseSyncInstance, copy: string): void {
  if (existsSync(copy) && statSync(copy).size > 0) return
  // It writes into an empty file, and leaves the mode.
  createPrivate(copy)
  database.prepare('VACUUM INTO ?').run(copy)
}

/** Creates an empty file that nobody else may read; one that is there stays. Throws what the system says. */
function createPrivate(file: string): void {
  closeSync(openSync(file, 'a', PRIVATE_MODE))
}

function migrate(database: DatabaseSyncInstance, from: number, schema: readonly string[]): void {
  for (let version = from; version < schema.length; version++) {
    transaction(database, () => {
      database.exec(schema[version] ?? '')
      database.exec(`PRAGMA user_version = ${version + 1}`)
    })
  }
}
