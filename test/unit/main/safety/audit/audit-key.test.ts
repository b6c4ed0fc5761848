import { readFileSync } from 'node:fs'
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeAuditKey, encodeAuditKey, newAuditKey } from '../../../../../main/safety/audit/audit-key.ts'
import { canonicalJson, chainLine, GENESIS, sha256 } from '../../../../../main/safety/audit/audit-record.ts'
import { verifyAuditFile, verifyChain } from '../../../../../main/safety/audit/audit-verify.ts'
import { AuditScene, approved, outcome, sent } from './scene.ts'

const FIXTURE = join(import.meta.dirname, 'unkeyed', 'audit-000001.jsonl')
const FIXTURE_HEAD = 'eca520b8fa980ac14807b039d7e4221af663267ba361d6071ac7b0aaf320797f'

let scene: AuditScene

beforeEach(async () => {
  scene = await AuditScene.create()
  scene.secrets.mode = 'encrypted'
  await scene.restart()
  await scene.settle()
})
afterEach(() => scene.remove())

describe('the key of the audit', () => {
  it('is made once, kept, and seals every record from its own on', async () => {
    await scene.write(2)
    scene.log.append(sent('c1'))
    scene.log.append(outcome('c1'))
    const before = scene.key()
    await scene.restart()
    await scene.settle()
    await scene.write(1)
    expect(scene.key()).toEqual(before)
    expect(await scene.log.verify()).toMatchObject({
      ok: true,
      count: 6,
      seal: { state: 'kept', doubt: null, record: 1 },
    })
    const records = (await scene.lines()).map((line) => JSON.parse(line))
    expect(records.map(({ kind }) => kind)).toEqual(['key', 'approved', 'approved', 'sent', 'outcome', 'approved'])
    expect(records.every(({ keyId, mac }) => keyId === before.id && /^[0-9a-f]{64}$/.test(mac))).toBe(true)
    expect((await verifyChain(await scene.files(), { keys: [before] })).proof).toMatchObject({ ok: true, proven: 6 })
  })

  it('is never in the file, nor is it told by its id', async () => {
    await scene.write(1)
    const hex = Buffer.from(scene.key().bytes).toString('hex')
    expect(readFileSync(await scene.file(), 'utf8')).not.toContain(hex)
    expect(hex).not.toContain(scene.key().id)
  })

  it('is not claimed where nothing would keep it', async () => {
    const other = await AuditScene.create()
    await other.restart()
    await other.settle()
    await other.write(1)
    expect(other.log.status()).toMatchObject({ ok: true, count: 1, seal: { state: 'none', keyId: null } })
    expect((await other.lines())[0]).not.toContain('mac')
    expect(() => other.log.keyFile()).toThrow()
    await other.remove()
  })

  it('says of itself that it is weak where the operator agreed to storage without a keyring', async () => {
    const other = await AuditScene.create()
    await other.restart()
    await other.settle()
    other.secrets.mode = 'weak'
    other.log.findKey()
    await other.settle()
    expect(other.log.status()).toMatchObject({ count: 1, seal: { state: 'weak', record: 1 } })
    await other.remove()
  })

  it('reads back as written, and nothing else reads as a key', () => {
    const state = fc.record({ count: fc.nat(), head: fc.stringMatching(/^[0-9a-f]{64}$/) })
    fc.assert(
      fc.property(state, fc.nat(), (after, madeAt) => {
        const key = newAuditKey(after, madeAt)
        expect(decodeAuditKey(encodeAuditKey(key))).toEqual(key)
      }),
    )
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => decodeAuditKey(text) === null))
    const text = encodeAuditKey(newAuditKey({ count: 0, head: GENESIS }, 1))
    expect(decodeAuditKey(text.replace(/"key":"../, '"key":"zz'))).toBeNull()
    expect(decodeAuditKey(text.replace(/"id":"../, '"id":"zz'))).toBeNull()
  })
})

describe('records written before there was a key', () => {
  it('keep verifying as they are', async () => {
    expect(await verifyAuditFile(FIXTURE)).toMatchObject({ ok: true, count: 5, head: FIXTURE_HEAD, tornLines: [4] })
  })

  it('stay in the chain, and are held by the key that begins after them', async () => {
    for (const file of await scene.files()) await rm(file)
    scene.secrets.entries.clear()
    Object.assign(scene.headStore, { head: null, sealed: null })
    await copyFile(FIXTURE, join(scene.directory, 'audit-000001.jsonl'))
    await scene.restart()
    await scene.settle()
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({
      ok: true,
      count: 7,
      seal: { record: 6, doubt: null, unproven: 0 },
    })
    const key = scene.key()
    expect(key.after).toEqual({ count: 5, head: FIXTURE_HEAD })
    await scene.log.dispose()
    await writeFile(
      await scene.file(),
      readFileSync(await scene.file(), 'utf8').replace('"sent":"df -h"', '"sent":"du -h"'),
    )
    expect((await verifyChain(await scene.files(), { keys: [key] })).ok).toBe(false)
  })
})

describe('a keyring that keeps the key back', () => {
  beforeEach(() => scene.write(2))

  it('is named, the chain goes on and is checked without the key, and nothing takes its place by itself', async () => {
    const { id } = scene.key()
    scene.secrets.isLocked = true
    await scene.restart()
    await scene.settle()
    const missing = { state: 'missing', keyId: id, record: 3, at: 1, canStart: true }
    expect(scene.log.status()).toMatchObject({ ok: true, seal: missing })
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 4, seal: { state: 'missing', keyId: id } })
  })

  it('says which records it did not see, once the key is back', async () => {
    scene.secrets.isLocked = true
    await scene.restart()
    await scene.settle()
    await scene.write(2)
    scene.secrets.isLocked = false
    scene.log.findKey()
    await scene.settle()
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 7, seal: { state: 'kept', unproven: 2 } })
    const { proof } = await verifyChain(await scene.files(), { keys: [scene.key()] })
    expect(proof).toMatchObject({ ok: true, missing: [{ from: 4, to: 5, keyId: null }] })
    expect(JSON.parse((await scene.lines())[5] ?? '')).toMatchObject({ kind: 'key', cause: 'found-again' })
  })

  it('is replaced by the operator’s act alone, which is in the chain with their name', async () => {
    const before = scene.key()
    scene.secrets.entries.clear()
    await scene.restart()
    await scene.settle()
    expect(scene.log.status().seal).toMatchObject({ state: 'missing', keyId: before.id, record: 3 })
    await scene.write(1)
    expect(await scene.log.startKey('李工')).toMatchObject({ seal: { state: 'kept', record: 5 } })
    await scene.write(1)
    const files = await scene.files()
    expect(JSON.parse((await scene.lines())[4] ?? '')).toMatchObject({
      cause: 'replaced',
      operator: '李工',
      replaces: before.id,
    })
    expect((await verifyChain(files, { keys: [scene.key()] })).proof).toMatchObject({ ok: true, from: 5, proven: 2 })
    expect((await verifyChain(files, { keys: [before] })).proof).toMatchObject({ ok: false, proven: 3 })
    const both = await verifyChain(files, { keys: [before, scene.key()] })
    expect(both.proof).toMatchObject({ ok: true, proven: 5, missing: [{ from: 4, to: 4, keyId: null }] })
    await scene.restart()
    await scene.settle()
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 6 })
  })

  it('refuses a new key while nothing would keep it, or the old one is at hand', async () => {
    await expect(scene.log.startKey('李工')).rejects.toMatchObject({ code: 'SECRET_STORE_CHANGED' })
    scene.secrets.entries.clear()
    scene.secrets.mode = 'memory'
    await scene.restart()
    await scene.settle()
    expect(scene.log.status().seal).toMatchObject({ state: 'missing', canStart: false })
    await expect(scene.log.startKey('李工')).rejects.toMatchObject({ code: 'SECRET_STORE_CHANGED' })
  })

  it('does not hold up a command, and is taken up when it answers', async () => {
    let unlock = () => {}
    scene.secrets.unlocked = new Promise((resolve) => {
      unlock = resolve
    })
    await scene.restart()
    await scene.write(1)
    expect(scene.log.status().seal.state).toBe('opening')
    unlock()
    await expect.poll(() => scene.log.status().seal.state).toBe('kept')
    expect(await scene.log.verify()).toMatchObject({ ok: true, seal: { unproven: 1 } })
  })
})

it('chains the same with and without a key but for the seal', () => {
  const key = newAuditKey({ count: 0, head: GENESIS }, 1)
  const { line } = chainLine(approved('c1'), { count: 0, head: GENESIS }, key)
  const { keyId, mac, hash, ...body } = JSON.parse(line)
  expect(sha256(canonicalJson({ ...body, keyId }))).toBe(hash)
  expect(keyId).toBe(key.id)
  expect(mac).not.toBe(hash)
})
