import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../main/platform/database/database.ts'
import { openHistory } from '../../../../main/platform/database/history-file.ts'
import type { StartNotice } from '../../../../preload/contract/models/app/settings.ts'

const SCHEMA = ['CREATE TABLE a (x)']
const ROWS = 2_000

function scene() {
  const file = join(mkdtempSync(join(tmpdir(), 'waypost-history-')), 'history.db')
  const notices: StartNotice[] = []
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const open = (schema: readonly string[] = SCHEMA) =>
    openHistory(file, { log, now: () => 1_700_000_000_000, notify: (notice) => notices.push(notice) }, schema)
  return { file, notices, open }
}

function filled(file: string, schema = SCHEMA): void {
  const database = openDatabase(file, schema)
  const insert = database.prepare('INSERT INTO a VALUES (?)')
  for (let row = 0; row < ROWS; row++) insert.run('x'.repeat(100))
  database.close()
}

function count(database: ReturnType<typeof openDatabase>): unknown {
  return database.prepare('SELECT count(*) AS n FROM a').get()?.n
}

describe('the history at start', () => {
  const damages: readonly (readonly [string, (content: Buffer) => Buffer])[] = [
    ['is no database at all', () => Buffer.alloc(5_000, 7)],
    ['is cut short', (content) => content.subarray(0, 20_000)],
    ['has pages overwritten', (content) => Buffer.from(content).fill(0xaa, 8_192, 40_000)],
  ]
  // A damaged file must not keep the app from starting.
  it.each(damages)('begins anew when the file %s, moves the damaged one aside and says so', (_what, damage) => {
    const { file, notices, open } = scene()
    filled(file)
    const damaged = damage(readFileSync(file))
    writeFileSync(file, damaged)
    const database = open()
    expect(count(database)).toBe(0)
    database.close()
    const [notice] = notices
    expect(notice?.kind).toBe('history-moved')
    expect(readFileSync(notice?.file ?? '').equals(damaged)).toBe(true)
  })

  it('leaves the file of a newer Waypost as it is and uses another one beside it', () => {
    const { file, notices, open } = scene()
    filled(file, [...SCHEMA, 'CREATE TABLE b (x)'])
    const before = readFileSync(file)
    open().exec('INSERT INTO a VALUES (1)')
    expect(count(open())).toBe(1)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(notices[0]).toEqual({ kind: 'history-newer', file })
    expect(readdirSync(dirname(file))).toContain('history.schema-1.db')
  })

  it('is kept in memory where nothing can be written, and says so', () => {
    const { file, notices } = scene()
    const blocked = join(file, 'nowhere')
    writeFileSync(file, 'a file in place of a folder')
    const database = openHistory(blocked, {
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      now: () => 0,
      notify: (notice) => notices.push(notice),
    })
    expect(database.prepare('SELECT count(*) AS n FROM devices').get()).toEqual({ n: 0 })
    expect(notices).toEqual([{ kind: 'history-in-memory', file: blocked }])
    expect(existsSync(blocked)).toBe(false)
  })

  it('says nothing about a sound file and keeps its rows', () => {
    const { file, notices, open } = scene()
    filled(file)
    expect(count(open())).toBe(ROWS)
    expect(notices).toEqual([])
  })
})
