import { DatabaseSync } from '@photostructure/sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { prepared, transaction } from '../../../../main/shared/sqlite.ts'

let database = new DatabaseSync(':memory:')
beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE notes (text TEXT NOT NULL UNIQUE)')
})

const add = (text: string) => prepared(database, 'INSERT INTO notes (text) VALUES (?)').run(text)
const texts = () =>
  prepared<{ text: string }>(database, 'SELECT text FROM notes ORDER BY rowid')
    .all()
    .map(({ text }) => text)

describe('a transaction', () => {
  it('keeps all that was written and returns what the writer does', () => {
    expect(transaction(database, () => add('a') && 'done')).toBe('done')
    expect(texts()).toEqual(['a'])
  })

  it('keeps nothing when the writer throws, and throws the same error', () => {
    const error = new Error('no')
    const failing = () => {
      add('a')
      throw error
    }
    expect(() => transaction(database, failing)).toThrow(error)
    expect([texts(), database.isTransaction]).toEqual([[], false])
  })

  it('loses only the inner part when that fails and the outer one goes on', () => {
    transaction(database, () => {
      add('outer')
      expect(() =>
        transaction(database, () => {
          add('inner')
          add('inner')
        }),
      ).toThrow(/UNIQUE/)
      add('after')
    })
    expect(texts()).toEqual(['outer', 'after'])
  })

  it('loses the inner part with the outer one', () => {
    expect(() =>
      transaction(database, () => {
        transaction(database, () => add('inner'))
        throw new Error('later')
      }),
    ).toThrow('later')
    expect(texts()).toEqual([])
  })

  it('throws what the writer did where SQLite has rolled back by itself', () => {
    const onConflict = () => {
      add('a')
      database.exec("INSERT OR ROLLBACK INTO notes (text) VALUES ('a')")
    }
    expect(() => transaction(database, onConflict)).toThrow(/UNIQUE/)
    expect([texts(), database.isTransaction]).toEqual([[], false])
  })
})

it('prepares a text once a database', () => {
  const sql = 'SELECT 1'
  expect(prepared(database, sql)).toBe(prepared(database, sql))
  expect(prepared(new DatabaseSync(':memory:'), sql)).not.toBe(prepared(database, sql))
})
