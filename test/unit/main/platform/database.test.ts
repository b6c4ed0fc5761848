import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../main/platform/database/database.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'waypost-db-')), 'history.db')
const ONE = 'CREATE TABLE a (x)'
const TWO = 'ALTER TABLE a ADD COLUMN y'

describe('the database', () => {
  it('brings an older file up to date, keeps its rows and a copy of it', () => {
    const file = newFile()
    const old = openDatabase(file, [ONE])
    old.exec('INSERT INTO a VALUES (1)')
    old.close()
    const database = openDatabase(file, [ONE, TWO])
    expect(database.prepare('SELECT x, y FROM a').get()).toEqual({ x: 1, y: null })
    database.close()
    expect(existsSync(`${file}.before-schema-2`)).toBe(true)
  })

  it('leaves the old schema whole when a step fails', () => {
    const file = newFile()
    openDatabase(file, [ONE]).close()
    expect(() => openDatabase(file, [ONE, 'CREATE TABLE b (x); CREATE TABLE a (again)'])).toThrow()
    const database = openDatabase(file, [ONE])
    expect(database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'b'").get()).toEqual({ n: 0 })
    database.close()
  })

  it('refuses a file of a newer version instead of writing into it', () => {
    const file = newFile()
    openDatabase(file, [ONE, TWO]).close()
    expect(() => openDatabase(file, [ONE])).toThrow(expect.objectContaining({ code: 'DATABASE_TOO_NEW' }))
  })

  it('opens with the shipped schema', () => {
    const database = openDatabase(newFile())
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })
})
