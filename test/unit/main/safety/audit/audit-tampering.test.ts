import { execFile } from 'node:child_process'
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeAuditKey, newAuditKey } from '../../../../../main/safety/audit/audit-key.ts'
import { canonicalJson, sha256 } from '../../../../../main/safety/audit/audit-record.ts'
import { verifyAuditFile, verifyChain } from '../../../../../main/safety/audit/audit-verify.ts'
import { AuditScene, approved } from './scene.ts'

let scene: AuditScene

beforeEach(async () => {
  scene = await AuditScene.create()
  await scene.write(5)
})
afterEach(() => scene.remove())

async function rewrite(change: (lines: string[]) => string[]): Promise<void> {
  await writeFile(
    await scene.file(),
    change(await scene.lines())
      .map((line) => `${line}\n`)
      .join(''),
  )
}

describe('verify', () => {
  it.each<[string, (lines: string[]) => string[], number]>([
    ['an edited line', (lines) => lines.map((line, at) => (at === 2 ? line.replace('df -h', 'df -i') : line)), 3],
    ['an edited line with its hash made anew', (lines) => lines.map((line, at) => (at === 2 ? forge(line) : line)), 4],
    ['white space added', (lines) => lines.map((line, at) => (at === 1 ? `${line} ` : line)), 2],
    ['a key given twice', (lines) => lines.map((line, at) => (at === 1 ? line.replace('{', '{"at":9,') : line)), 2],
    ['the first line removed', (lines) => lines.slice(1), 1],
    ['a line removed in between', (lines) => lines.filter((_line, at) => at !== 2), 3],
    ['lines reordered', ([a, b, c, d, e]) => [a, c, b, d, e].map(String), 2],
    ['a line repeated', ([a, b, c, d, e]) => [a, b, b, c, d, e].map(String), 3],
    ['a line put in', ([a, b, ...rest]) => [String(a), '{"kind":"sent"}', String(b), ...rest], 2],
    ['an empty line', ([a, ...rest]) => [String(a), '', ...rest], 2],
    ['a line nested past the stack', ([a, ...rest]) => [String(a), '['.repeat(1_000_000), ...rest], 2],
  ])('finds %s', async (_what, change, line) => {
    await rewrite(change)
    expect(await verifyChain(await scene.files())).toMatchObject({ ok: false, firstBrokenLine: line })
  })

  it('finds a tail cut at a line only by the head kept elsewhere', async () => {
    const head = scene.log.status().head
    await rewrite((lines) => lines.slice(0, 3))
    const file = await scene.file()
    expect(await verifyAuditFile(file)).toMatchObject({ ok: true, count: 3 })
    expect(await verifyAuditFile(file, { expectedHead: head })).toMatchObject({
      ok: false,
      count: 3,
      firstBrokenLine: 4,
    })
  })

  it('accepts the head of a report older than the file', async () => {
    const head = scene.log.status().head
    await scene.write(1)
    expect(await verifyAuditFile(await scene.file(), { expectedHead: head })).toMatchObject({ ok: true, count: 6 })
  })

  it('ties a later file to the one before it', async () => {
    await scene.log.dispose()
    scene.create({ maxFileBytes: 10 })
    await scene.write(2)
    const files = await scene.files()
    const [first = '', , last = ''] = files
    expect(await verifyAuditFile(last)).toMatchObject({ ok: true, count: 1 })
    await writeFile(first, (await readFile(first, 'utf8')).split('\n').slice(0, 3).join('\n').concat('\n'))
    expect(await verifyChain(files)).toMatchObject({ ok: false, firstBrokenLine: 1 })
    for (const file of files.slice(0, 2)) await rm(file)
    expect(await verifyAuditFile(last)).toMatchObject({ ok: false, firstBrokenLine: 1 })
  })
})

describe('a log that was tampered with between two starts', () => {
  it('says that a tail is missing, and goes on with that in the chain', async () => {
    await scene.log.dispose()
    await rewrite((lines) => lines.slice(0, 3))
    await scene.restart()
    expect(scene.log.status()).toMatchObject({ ok: false, count: 3, firstBrokenLine: 4 })
    await scene.write(1)
    expect(JSON.parse((await scene.lines())[3] ?? '')).toMatchObject({ cause: 'missing-tail', expectedCount: 5 })
    await scene.restart()
    expect(await scene.log.verify()).toMatchObject({ ok: false, count: 5, firstBrokenLine: 4 })
  })

  it('says so when every file is gone', async () => {
    await scene.log.dispose()
    for (const file of await scene.files()) await rm(file)
    await scene.restart()
    expect(scene.log.status()).toMatchObject({ ok: false, count: 0 })
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: false, count: 2, firstBrokenLine: 1 })
  })

  it('keeps half a line left by a crash, goes on after it, and vouches for it', async () => {
    await scene.log.dispose()
    const file = await scene.file()
    const { length } = await readFile(file)
    await truncate(file, length - 20)
    scene.headStore.head = {
      file: '',
      count: 4,
      head: JSON.parse((await readFile(file, 'utf8')).split('\n')[3] ?? '').hash,
    }
    expect(await verifyChain([file])).toMatchObject({ ok: false, firstBrokenLine: 5 })
    await scene.restart()
    await scene.write(1)
    expect(await scene.log.verify()).toMatchObject({ ok: true, count: 6 })
    expect(await verifyChain([file])).toMatchObject({ ok: true, tornLines: [5] })
    await rewrite((lines) => lines.map((line, at) => (at === 4 ? line.replace('df', 'du') : line)))
    expect(await verifyChain([file])).toMatchObject({ ok: false, firstBrokenLine: 5 })
  })

  it('takes a last line that only lacks its newline for what it is', async () => {
    await scene.log.dispose()
    const file = await scene.file()
    await truncate(file, (await readFile(file)).length - 1)
    await scene.restart()
    await scene.write(1)
    expect(await verifyChain([file])).toMatchObject({ ok: true, count: 6, tornLines: [] })
  })

  it('notices a tail that is cut while it runs', async () => {
    await rewrite((lines) => lines.slice(0, 3))
    expect(await scene.log.verify()).toMatchObject({ ok: false, firstBrokenLine: 4 })
  })

  it('does not stop at garbage at the end, and never calls it whole again', async () => {
    await scene.log.dispose()
    await appendFile(await scene.file(), 'garbage\nmore garbage\n')
    await scene.restart()
    await scene.log.appendApproved(approved('after'))
    expect(await scene.log.verify()).toMatchObject({ ok: false, firstBrokenLine: 6 })
  })
})

describe('audit-verify', () => {
  const run = async (...args: string[]) => {
    const command = promisify(execFile)(process.execPath, ['test/tools/audit-verify.ts', ...args])
    const { stdout, code } = await command.then(
      (done) => ({ ...done, code: 0 }),
      (error: { stdout: string; code: number }) => error,
    )
    return { code, report: stdout === '' ? null : JSON.parse(stdout) }
  }

  it('answers with JSON and its exit code', async () => {
    const file = await scene.file()
    const { head } = scene.log.status()
    const chain = { ok: true, firstBrokenLine: null, brokenFile: null }
    const report = { ok: true, count: 5, head, firstBrokenLine: null, chain, keyed: null, devices: null }
    expect(await run(file)).toEqual({ code: 0, report })
    expect(await run(scene.directory)).toEqual({ code: 0, report })
    expect(await run(file, '--head', head)).toMatchObject({ code: 0 })
    await rewrite((lines) => lines.slice(0, 4))
    expect(await run(file, '--head', head)).toMatchObject({ code: 1, report: { ok: false, firstBrokenLine: 5 } })
    await rewrite(([first, ...rest]) => [String(first).replace('df', 'du'), ...rest])
    expect(await run(file)).toMatchObject({ code: 1, report: { ok: false, count: 0, firstBrokenLine: 1 } })
  })

  it('says with a key who wrote the records, and without it that only the chain was checked', async () => {
    scene.secrets.mode = 'encrypted'
    scene.log.findKey()
    await scene.write(2)
    const keyFile = join(scene.directory, 'key.json')
    await writeFile(keyFile, scene.log.keyFile().text)
    const { head } = scene.log.status()
    const proven = { ok: true, from: 6, proven: 3, missing: [], firstWrong: null }
    expect(await run(scene.directory, '--key-file', keyFile)).toMatchObject({
      code: 0,
      report: { ok: true, count: 8, head, chain: { ok: true }, keyed: proven },
    })
    expect(await run(scene.directory)).toMatchObject({ code: 0, report: { keyed: null } })

    const other = join(scene.directory, 'other.json')
    await writeFile(other, encodeAuditKey(newAuditKey({ count: 5, head }, 1)))
    const refuted = { chain: { ok: true }, keyed: { ok: false, proven: 0, missing: [{ from: 6, to: 8 }] } }
    expect(await run(scene.directory, '--key-file', other)).toMatchObject({
      code: 1,
      report: { ok: false, ...refuted },
    })
    expect(await run(scene.directory, '--key-file', other, '--key-file', keyFile)).toMatchObject({ code: 1 })
    await writeFile(other, '{}')
    expect(await run(scene.directory, '--key-file', other)).toEqual({ code: 2, report: null })
  })

  it('refuses bad usage with exit code 2 and nothing on stdout', async () => {
    for (const args of [[], ['no-such-file'], ['a', 'b'], ['a', '--head', 'xyz'], ['--bogus']]) {
      expect(await run(...args)).toEqual({ code: 2, report: null })
    }
  })
})

/** The work of someone who knows the format: the line holds by itself, the next one tells. */
function forge(line: string): string {
  const { hash: _old, ...body } = JSON.parse(line.replace('df -h', 'df -i'))
  return canonicalJson({ ...body, hash: sha256(canonicalJson(body)) })
}
