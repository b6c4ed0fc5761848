import { existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { AppError } from '../../../preload/contract/errors.ts'
import type { StartNotice } from '../../../preload/contract/models/app/settings.ts'
import type { Log } from '../../shared/log.ts'
import { makePrivate } from '../files/private-files.ts'
import { openDatabase } from './database.ts'
import { SCHEMA } from './schema.ts'

/** Result codes of SQLite (sqlite.org/rescode.html) that say the file itself is damaged. */
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/**
 * Opens `history.db`, whatever state it is in: the app must start. A damaged file is moved aside and started anew, one of
 * a newer Waypost is left alone and a file beside it used, and where nothing can be written the history lives in memory.
 */
export function openHistory(
  file: string,
  env: { readonly log: Log; readonly now: () => number; readonly notify: (notice: StartNotice) => void },
  schema: readonly string[] = SCHEMA,
): DatabaseSyncInstance {
  makePrivate(...filesOf(file))
  try {
    return openDatabase(file, schema)
  } catch (error) {
    env.log.error(`${file} could not be opened`, error)
    if (error instanceof AppError) {
      const beside = file.replace(/\.db$/, `.schema-${schema.length}.db`)
      env.notify({ kind: 'history-newer', file })
      return orInMemory(() => openDatabase(beside, schema), file, env, schema)
    }
    if (!isDamaged(error)) return inMemory(file, env, schema)
    return orInMemory(
      () => {
        const aside = moveAside(file, env.now())
        env.notify({ kind: 'history-moved', file: aside })
        return openDatabase(file, schema)
      },
      file,
      env,
      schema,
    )
  }
}

type Env = Parameters<typeof openHistory>[1]

function orInMemory(
  open: () => DatabaseSyncInstance,
  file: string,
  env: Env,
  schema: readonly string[],
): DatabaseSyncInstance {
  try {
    return open()
  } catch (error) {
    env.log.error(`no history can be kept beside ${file}`, error)
    return inMemory(file, env, schema)
  }
}

function inMemory(file: string, env: Env, schema: readonly string[]): DatabaseSyncInstance {
  env.notify({ kind: 'history-in-memory', file })
  return openDatabase(':memory:', schema)
}

/** The history with its WAL, its copies and what was moved aside. */
function filesOf(file: string): string[] {
  const folder = dirname(file)
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith(basename(file, '.db')))
    return names.map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** With its WAL, which belongs to it. Answers the new name. */
function moveAside(file: string, now: number): string {
  const aside = `${file}.damaged-${now}`
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  return aside
}

function isDamaged(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' && [SQLITE_CORRUPT, SQLITE_NOTADB].includes(code & 0xff)
}
