import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { StorageHealth } from '../../../../../main/devices/storage/storage-health.ts'

function thrownBy(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

function watched() {
  const told: (string | null)[] = []
  return { told, health: new StorageHealth(({ problem }) => told.push(problem)) }
}

describe('the health of the storage', () => {
  it('tells a locked database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-health-'))
    const file = join(folder, 'x.db')
    const [one, two] = [new DatabaseSync(file), new DatabaseSync(file)]
    one.exec('CREATE TABLE t (x)')
    one.exec('BEGIN EXCLUSIVE')
    const { told, health } = watched()
    health.report(
      'devices',
      thrownBy(() => two.exec('INSERT INTO t VALUES (1)')),
    )
    expect(told).toEqual(['locked'])
    one.close()
    two.close()
    rmSync(folder, { recursive: true })
  })

  it('tells a full database', () => {
    const db = new DatabaseSync(':memory:')
    db.exec('CREATE TABLE t (x); PRAGMA max_page_count = 3')
    const { told, health } = watched()
    health.report(
      'devices',
      thrownBy(() => db.exec('INSERT INTO t VALUES (zeroblob(100000))')),
    )
    expect(told).toEqual(['full'])
    db.close()
  })

  it('is well once every writer is, and tells each state once', () => {
    const { told, health } = watched()
    health.report('devices', new Error('x'))
    health.report('telemetry', new Error('database is locked'))
    health.report('devices', new Error('x'))
    expect(told).toEqual(['failed'])
    health.report('devices', null)
    expect(told).toEqual(['failed', 'locked'])
    health.report('telemetry', null)
    expect(told).toEqual(['failed', 'locked', null])
    expect(health.status()).toEqual({ problem: null })
  })
})
