import { DatabaseSync } from '@photostructure/sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { WriteBehind } from '../../../../../main/commands/runs/write-behind.ts'
import { ManualTime } from '../manual-time.ts'

interface Change {
  readonly id: string
  readonly text: string
}

let database: InstanceType<typeof DatabaseSync>
let time: ManualTime
let errors: unknown[]
let behind: WriteBehind<Change>
/** Ms that each write takes. */
let writeMs: number

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE things (id TEXT PRIMARY KEY, text TEXT NOT NULL)')
  time = new ManualTime(0)
  errors = []
  writeMs = 0
  const log = { info() {}, warn() {}, error: (_message: string, error: unknown) => void errors.push(error) }
  behind = new WriteBehind({ database, after: (ms, run) => time.after(ms, run), log, write })
})

function write({ id, text }: Change): void {
  for (const until = performance.now() + writeMs; performance.now() < until; );
  database.prepare('INSERT INTO things VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text').run(id, text)
}

const add = (id: string, text = id) => behind.add(id, { id, text })
const written = () =>
  database
    .prepare('SELECT id, text FROM things ORDER BY rowid')
    .all()
    .map(({ id, text }) => `${id} ${text}`)

describe('changes that are written a moment later', () => {
  it('are written a portion at a time, in the order in which they came, until none is left', () => {
    writeMs = 3
    const ids = Array.from({ length: 12 }, (_, index) => `t${String(index).padStart(2, '0')}`)
    for (const id of ids) add(id)
    time.advance(20)
    expect(written().length).toBeGreaterThan(0)
    expect(written().length).toBeLessThan(ids.length)
    expect(written()).toEqual(ids.slice(0, written().length).map((id) => `${id} ${id}`))
    time.advance(1_000)
    expect(written()).toHaveLength(ids.length)
  })

  it('leave out what a later change of the same thing replaced', () => {
    add('a', 'old')
    add('a', 'new')
    time.advance(20)
    expect(written()).toEqual(['a new'])
  })

  it('do not hold up a transaction, and what that saves is not written over by what was before', () => {
    for (let index = 0; index < 50; index++) add(`t${index}`)
    add('a', 'old')
    behind.transaction(() => {
      write({ id: 'a', text: 'new' })
      add('a', 'new')
    })
    expect(written()).toEqual(['a new'])
    time.advance(1_000)
    expect(written()).toHaveLength(51)
    expect(written()).toContain('a new')
  })

  it('are as before after a transaction that failed', () => {
    add('a', 'old')
    const fail = () =>
      behind.transaction(() => {
        add('a', 'new')
        add('b')
        throw new Error('no')
      })
    expect(fail).toThrow('no')
    time.advance(1_000)
    expect(written()).toEqual(['a old'])
  })

  it('are written at once where somebody reads their things, and no others', () => {
    for (const id of ['a1', 'b1', 'a2', 'b2']) add(id)
    behind.flush({ matches: ({ id }) => id.startsWith('a') })
    expect(written()).toEqual(['a1 a1', 'a2 a2'])
    behind.flush()
    expect(written()).toHaveLength(4)
  })

  it('are written for so long at most where somebody reads all', () => {
    writeMs = 2
    for (let index = 0; index < 20; index++) add(`t${index}`)
    behind.flush({ maxMs: 5 })
    expect(written().length).toBeGreaterThan(0)
    expect(written().length).toBeLessThan(10)
  })

  it('wait for the next try where the database refuses', () => {
    database.exec("CREATE TRIGGER full BEFORE INSERT ON things BEGIN SELECT RAISE(ABORT, 'full'); END")
    add('a')
    time.advance(20)
    expect(errors).toHaveLength(1)
    database.exec('DROP TRIGGER full')
    add('b')
    time.advance(1_000)
    expect(written()).toEqual(['a a', 'b b'])
  })
})
