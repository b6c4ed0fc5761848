import { readFileSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import { type AuditFile, openAuditFile } from '../../../../../main/safety/audit/audit-file.ts'
import { SqliteAuditHead } from '../../../../../main/safety/audit/audit-head.ts'
import { verifyChain } from '../../../../../main/safety/audit/audit-verify.ts'
import { AuditScene, approved, outcome, sent } from './scene.ts'

let scene: AuditScene

beforeEach(async () => {
  scene = await AuditScene.create()
})
afterEach(() => scene.remove())

/** A real file of which some operations fail, as on a full disk. */
class FaultyFiles {
  /** What each operation does before it fails; null while it works. */
  append: 'nothing' | 'half' | null = null
  sync = false
  truncate = false
  readonly calls: string[] = []

  readonly open = async (path: string): Promise<AuditFile> => {
    const file = await openAuditFile(path)
    return {
      ...file,
      append: async (text) => {
        this.calls.push('append')
        if (this.append === 'half') await file.append(text.slice(0, text.length / 2))
        if (this.append !== null) throw new Error('ENOSPC')
        await file.append(text)
      },
      sync: async () => {
        this.calls.push('sync')
        if (this.sync) throw new Error('EIO')
        await file.sync()
      },
      truncate: async (bytes) => {
        if (this.truncate) throw new Error('EIO')
        await file.truncate(bytes)
      },
    }
  }
}

describe('AuditLog', () => {
  it('chains approved, sent and outcome records from the first to the last', async () => {
    await scene.log.appendApproved(approved('c1'))
    scene.log.append(sent('c1'))
    scene.log.append(outcome('c1'))
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 3, firstBrokenLine: null })
    const records = (await scene.lines()).map((line) => JSON.parse(line))
    expect(records.map((record) => [record.kind, record.seq])).toEqual([
      ['approved', 1],
      ['sent', 2],
      ['outcome', 3],
    ])
    expect(records[0].prev).toBe('0'.repeat(64))
    expect(records[2].prev).toBe(records[1].hash)
    expect(scene.headStore.head).toEqual({ file: 'audit-000001.jsonl', count: 3, head: records[2].hash })
  })

  it('is on disk, synced, before an approval is answered', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    await scene.log.appendApproved(approved('c1'))
    expect(files.calls).toEqual(['append', 'sync'])
    expect(await scene.lines()).toHaveLength(1)
  })

  it('keeps secrets of commands and reasons out of the file', async () => {
    await scene.log.appendApproved(approved('c1', { proposed: 'echo hunter2', sent: 'echo hunter2 >x' }))
    scene.log.append(outcome('c1', 'bad hunter2'))
    await scene.log.verify()
    expect(await readFile(await scene.file(), 'utf8')).not.toContain('hunter2')
  })

  it.runIf(process.platform !== 'win32')('is readable by its owner alone', async () => {
    await scene.write(1)
    expect((await stat(await scene.file())).mode & 0o777).toBe(0o600)
  })

  it('keeps the order of many writes at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_unused, index) => scene.log.appendApproved(approved(`c${index}`))))
    const ids = (await scene.lines()).map((line) => JSON.parse(line).devices[0].commandId)
    expect(ids).toEqual(Array.from({ length: 200 }, (_unused, index) => `c${index}`))
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 200 })
  })

  it('goes on after a restart', async () => {
    await scene.write(2)
    await scene.restart()
    expect(scene.log.status()).toMatchObject({ ok: true, count: 2 })
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 3 })
  })

  it('goes on in numbered files when one has grown large', async () => {
    scene.create({ maxFileBytes: 1000 })
    await scene.write(6)
    const files = await scene.files()
    expect(files.length).toBeGreaterThan(2)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 6 })
    await scene.restart()
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 7 })
  })

  it('starts a chain on a folder whose database is new', async () => {
    await scene.write(3)
    scene.headStore.head = null
    await scene.restart()
    expect(scene.log.status()).toMatchObject({ ok: true, count: 3 })
  })

  it('accepts that the database is behind the file, as after a crash between both', async () => {
    await scene.write(2)
    const { head } = scene.headStore
    await scene.write(1)
    scene.headStore.head = head
    await scene.restart()
    expect(scene.log.status()).toMatchObject({ ok: true, count: 3 })
  })

  it('keeps its head in the table of the real schema', () => {
    const database = new DatabaseSync(':memory:')
    for (const step of SCHEMA) database.exec(step)
    const store = new SqliteAuditHead(database)
    expect(store.load()).toBeNull()
    store.save({ file: 'a', count: 1, head: 'h1' }, null)
    const sealed = { count: 2, head: 'h2', keyId: 'k', mac: 'm', at: 5 }
    expect(store.loadSealed()).toBeNull()
    store.save({ file: 'b', count: 2, head: 'h2' }, sealed)
    expect({ ...store.load() }).toEqual({ file: 'b', count: 2, head: 'h2' })
    // What is written without the key leaves the end that it vouched for.
    store.save({ file: 'b', count: 3, head: 'h3' }, null)
    expect({ ...store.loadSealed() }).toEqual(sealed)
    database.close()
  })
})

describe('a disk that fails', () => {
  it.each(['nothing', 'half'] as const)(
    'refuses the approval when a write fails after %s, and works again later',
    async (how) => {
      const files = new FaultyFiles()
      scene.create({ openFile: files.open })
      await scene.write(1)
      files.append = how
      await expect(scene.log.appendApproved(approved('lost'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
      expect(scene.log.status().ok).toBe(false)
      files.append = null
      await scene.log.appendApproved(approved('kept'))
      expect(await scene.log.verify()).toMatchObject({ ok: true, count: 2 })
      expect(await readFile(await scene.file(), 'utf8')).not.toContain('lost')
    },
  )

  it('counts the records that it gave up while the disk took none, in the chain itself', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    await scene.write(1)
    files.append = 'nothing'
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 4_000; index++) scene.log.append(outcome(`c${round}-${index}`))
      await expect(scene.log.appendApproved(approved('lost'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    }
    files.append = null
    await scene.log.appendApproved(approved('kept'))
    const records = (await scene.lines()).map((line) => JSON.parse(line))
    expect(records[1]).toMatchObject({ kind: 'recovery', cause: 'given-up', records: 2_000 })
    expect(records).toHaveLength(10_003)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 10_003 })
  })

  it('lets other work be done only once the record is written, and not at all where it is not', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    let seen: string | null = null
    const meanwhile = () => {
      seen = readFileSync(`${scene.directory}/${scene.log.status().file?.split('/').at(-1) ?? ''}`, 'utf8')
    }
    files.append = 'nothing'
    await expect(scene.log.appendApproved(approved('lost'), meanwhile)).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    expect(seen).toBeNull()
    files.append = null
    await scene.log.appendApproved(approved('kept'), meanwhile)
    expect(seen).toContain('"kept"')
  })

  it('refuses the approval when it cannot be synced', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    files.sync = true
    await expect(scene.log.appendApproved(approved('lost'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    files.sync = false
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 1 })
  })

  it('goes on after half a line that could not be taken back', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    await scene.write(1)
    files.append = 'half'
    files.truncate = true
    await expect(scene.log.appendApproved(approved('lost'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    files.append = null
    await scene.log.appendApproved(approved('kept'))
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 3 })
    expect((await verifyChain(await scene.files())).tornLines).toEqual([2])
  })

  it('writes what already happened before the next record, once the disk is back', async () => {
    const files = new FaultyFiles()
    scene.create({ openFile: files.open })
    await scene.write(1)
    files.append = 'nothing'
    scene.log.append(sent('c0'))
    await expect(scene.log.appendApproved(approved('lost'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    files.append = null
    scene.log.append(outcome('c0'))
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 3 })
    expect((await scene.lines()).map((line) => JSON.parse(line).kind)).toEqual(['approved', 'sent', 'outcome'])
  })

  it('refuses the approval when the folder cannot be made', async () => {
    const inTheWay = join(scene.directory, 'file')
    await writeFile(inTheWay, '')
    const blocked = await AuditScene.create()
    Object.assign(blocked, { directory: join(inTheWay, 'audit') })
    await expect(blocked.create().appendApproved(approved('c1'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
  })

  it('refuses the approval when the head cannot be kept, and loses no record over it', async () => {
    scene.headStore.isBroken = true
    await expect(scene.log.appendApproved(approved('c1'))).rejects.toMatchObject({ code: 'AUDIT_FAILED' })
    scene.headStore.isBroken = false
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 2 })
  })
})
