import { rm, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, GENESIS, sha256 } from '../../../../../main/safety/audit/audit-record.ts'
import { verifyChain } from '../../../../../main/safety/audit/audit-verify.ts'
import { AuditScene } from './scene.ts'

let scene: AuditScene

beforeEach(async () => {
  scene = await AuditScene.create()
  scene.secrets.mode = 'encrypted'
  await scene.restart()
  await scene.settle()
})
afterEach(() => scene.remove())

async function rewrite(change: (lines: string[]) => readonly string[]): Promise<void> {
  const lines = change(await scene.lines())
  await writeFile(await scene.file(), lines.map((line) => `${line}\n`).join(''))
}

/** The work of someone who may write the folder and the database, and knows the format, but has no key. */
async function chainAnew(change: (records: Record<string, unknown>[]) => Record<string, unknown>[]): Promise<void> {
  let state = { count: 0, head: GENESIS }
  await rewrite((lines) =>
    change(lines.map((line) => JSON.parse(line))).map((record) => {
      const { hash: _hash, prev: _prev, seq: _seq, ...rest } = record
      const { mac, ...body } = { ...rest, prev: state.head, seq: state.count + 1 } as Record<string, unknown>
      const hash = sha256(canonicalJson(body))
      state = { count: state.count + 1, head: hash }
      return canonicalJson({ ...body, hash, ...(mac !== undefined && { mac }) })
    }),
  )
  scene.headStore.head = { file: 'audit-000001.jsonl', ...state }
}

const unsealed = ({ mac: _mac, keyId: _keyId, ...record }: Record<string, unknown>) => record

describe('somebody without the key', () => {
  beforeEach(() => scene.write(5))

  it.each<[string, (records: Record<string, unknown>[]) => Record<string, unknown>[]]>([
    ['changes a record', (all) => all.map((record, at) => (at === 3 ? { ...record, operator: 'mallory' } : record))],
    [
      'changes a record and drops its seal',
      (all) => all.map((record, at) => (at === 3 ? unsealed({ ...record, operator: 'mallory' }) : record)),
    ],
    ['drops every seal', (all) => all.map(unsealed)],
    ['drops the records of the key with it', (all) => all.slice(1).map(unsealed)],
    ['swaps two records', ([a, b, c, d, ...rest]) => [a, b, d, c, ...rest].filter((record) => record !== undefined)],
    ['takes one out', (all) => all.filter((_record, at) => at !== 2)],
    ['adds one at the end', (all) => [...all, unsealed({ ...all.at(-1), operator: 'mallory' })]],
    ['changes a seal', (all) => all.map((record, at) => (at === 2 ? { ...record, mac: 'f'.repeat(64) } : record))],
    ['copies a seal', (all) => all.map((record, at) => (at === 2 ? { ...record, mac: all[3]?.mac } : record))],
    [
      'seals all with a key of another installation',
      (all) => all.map((record) => ({ ...record, keyId: 'a'.repeat(16) })),
    ],
  ])('is found with it, though the chain and the database are made to fit: %s', async (_how, change) => {
    const key = scene.key()
    await scene.log.dispose()
    await chainAnew(change)
    const files = await scene.files()
    expect(await verifyChain(files, { expectedHead: scene.headStore.head?.head ?? '' })).toMatchObject({ ok: true })
    expect((await verifyChain(files, { keys: [key] })).proof).toMatchObject({ ok: false })
    await scene.restart()
    await scene.settle()
    const { ok, seal } = await scene.log.verify()
    expect({ ok, unproven: seal.unproven }).not.toEqual({ ok: true, unproven: 0 })
  })

  it('cannot cut the end off and have the database say that it ended there', async () => {
    await scene.log.dispose()
    await chainAnew((all) => all.slice(0, 3))
    await scene.restart()
    await scene.settle()
    expect(scene.log.status()).toMatchObject({ ok: false, firstBrokenLine: 4 })
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: false, firstBrokenLine: 4 })
  })

  it('stays found at every start, until the operator goes on', async () => {
    await scene.log.dispose()
    await chainAnew((all) => all.slice(0, 3))
    for (let start = 0; start < 3; start++) {
      await scene.restart()
      await scene.settle()
      expect(scene.log.status()).toMatchObject({ ok: false, count: 3, firstBrokenLine: 4 })
    }
  })

  it('cannot pass the seal of an earlier record for the one of the end', async () => {
    await scene.log.dispose()
    const earlier = JSON.parse((await scene.lines())[2] ?? '')
    await chainAnew((all) => all.slice(0, 3))
    const { keyId, mac, hash } = earlier
    scene.headStore.sealed = { count: 3, head: hash, keyId, mac, at: 1 }
    await scene.restart()
    await scene.settle()
    expect(scene.log.status().seal.doubt).toBe('unknown-end')
  })

  it('leaves a mark where the database is thrown away with the end', async () => {
    await scene.log.dispose()
    await rewrite((lines) => lines.slice(0, 3))
    Object.assign(scene.headStore, { head: null, sealed: null })
    await scene.restart()
    await scene.settle()
    expect(scene.log.status().seal.doubt).toBe('unknown-end')
    expect(await scene.log.verify()).toMatchObject({ ok: true, seal: { doubt: 'unknown-end' } })
    expect(JSON.parse((await scene.lines())[3] ?? '')).toMatchObject({ kind: 'recovery', cause: 'unknown-end' })
  })

  it('cannot wind the chain back to where the key was made', async () => {
    await scene.log.dispose()
    for (const file of await scene.files()) await rm(file)
    Object.assign(scene.headStore, { head: null, sealed: null })
    await scene.restart()
    await scene.settle()
    expect(scene.log.status()).toMatchObject({ ok: false, seal: { doubt: 'changed' } })
  })

  it('is found however records are changed, moved, dropped and chained anew', async () => {
    const key = scene.key()
    await scene.log.dispose()
    const original = (await scene.lines()).map((line) => JSON.parse(line) as Record<string, unknown>)
    const step = fc.record({
      how: fc.constantFrom('drop', 'repeat', 'change', 'unseal', 'swap seals'),
      at: fc.nat(original.length - 1),
      to: fc.nat(original.length - 1),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        let all = original
        for (const { how, at, to } of steps) {
          if (how === 'drop') all = all.filter((_record, index) => index !== at)
          else if (how === 'repeat') all = [...all.slice(0, at), ...all.slice(to)]
          else all = all.map((record, index) => (index === at ? forge(record, how, all[to]) : record))
        }
        await chainAnew(() => all)
        const { ok, proof, end } = await verifyChain(await scene.files(), { keys: [key] })
        const isProven = ok && proof?.ok === true
        // What is left whole is the log itself, or the beginning of it: its end is what the database vouches for.
        const isBeginning = original[end.count - 1]?.hash === end.head
        expect(isProven && !isBeginning).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

function forge(record: Record<string, unknown>, how: string, other: Record<string, unknown> | undefined) {
  if (how === 'unseal') return unsealed(record)
  return how === 'change' ? { ...record, operator: 'mallory' } : { ...record, mac: other?.mac }
}
