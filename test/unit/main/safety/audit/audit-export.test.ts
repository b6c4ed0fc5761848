import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AuditScene, approved, outcome, rejected, sent } from './scene.ts'

let scene: AuditScene

beforeEach(async () => {
  scene = await AuditScene.create()
  await scene.log.start()
})
afterEach(() => scene.remove())

async function writeSome(): Promise<void> {
  const hostile = approved('c1', { sent: '=cmd|"/c calc"!A1\n<script>alert(1)</script>', operator: '@李工, "x"' })
  await scene.log.appendApproved(hostile)
  scene.log.append(sent('c1'))
  scene.log.append(outcome('c1'))
  await scene.log.appendApproved(approved('c2', { proposed: 'echo hunter2' }))
}

describe('the exported audit', () => {
  it('is a table in which no cell acts as a formula or breaks its row', async () => {
    await writeSome()
    const lines = (await scene.log.exportText('csv')).split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffseq,time,kind,operator,/)
    expect(lines[1]).toContain('"\'@李工, ""x"""')
    expect(lines[1]).toContain('"\'=cmd|""/c calc""!A1\n<script>alert(1)</script>"')
    expect(lines.filter((line) => line !== '').length).toBe(5)
  })

  it('is JSON with every record and what the verification says', async () => {
    await writeSome()
    const { verification, records } = JSON.parse(await scene.log.exportText('json'))
    expect(verification).toMatchObject({ ok: true, count: 4, head: scene.log.status().head, firstBrokenLine: null })
    expect(records.map((record: { kind: string }) => record.kind)).toEqual(['approved', 'sent', 'outcome', 'approved'])
  })

  it('is a page for printing in which nothing of a command is markup', async () => {
    await writeSome()
    const page = await scene.log.exportText('report')
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain("default-src 'none'")
    expect(page).toContain(scene.log.status().head)
  })

  it('does not print a run by the session’s setting as approved by the operator whose name stands beside it', async () => {
    await scene.log.appendApproved(approved('c1', { basis: { kind: 'session-read' } }))
    const page = await scene.log.exportText('report')
    expect(page).toContain('Ran by this session&#39;s setting')
    expect(page).not.toContain('<li>Approved</li>')
    await scene.log.appendApproved(approved('c2', { runId: 'r2' }))
    expect(await scene.log.exportText('report')).toContain('<li>Approved</li>')
  })

  it('holds the head, the count and the key, whichever the form, and survives the redaction of the tool', async () => {
    scene.secrets.mode = 'encrypted'
    scene.log.findKey()
    await scene.write(2)
    const { head, seal } = await scene.log.verify()
    const page = await scene.log.exportText('report')
    for (const part of [head, seal.keyId ?? '', 'Records: 3', 'proves 3 records']) expect(page).toContain(part)
    const { verification } = JSON.parse(await scene.log.exportText('json'))
    expect(verification).toMatchObject({ ok: true, count: 3, head, keyId: seal.keyId, keyed: { ok: true, proven: 3 } })
    const options = ['test/tools/audit-export.ts', scene.directory, '--format', 'json']
    const { stdout } = spawnSync(process.execPath, options, { encoding: 'utf8' })
    const told = JSON.parse(stdout)
    expect(told.verification).toMatchObject({ ok: true, head, keyId: seal.keyId, keyed: null })
    const written = (await scene.lines()).map((line) => JSON.parse(line))
    expect(told.records).toEqual(written)
    expect((await scene.log.exportText('csv')).split('\r\n').at(-2)).toContain(head)
  })

  it('does not call a key proven that is not at hand, or that the records contradict', async () => {
    expect(await scene.log.exportText('report')).toContain('who wrote the file is not proven')
    scene.secrets.mode = 'encrypted'
    scene.log.findKey()
    await scene.write(2)
    scene.secrets.isLocked = true
    await scene.restart()
    expect(await scene.log.exportText('report')).toContain('not at hand for this report')
  })

  it('shows what was turned down as proposed and never as sent, without its secrets', async () => {
    scene.log.append(rejected('echo hunter2'))
    const page = await scene.log.exportText('report')
    expect(page).toContain('<td class="command not-run">echo [redacted]</td>')
    expect(page).toContain('Not run: rejected by the operator')
    const { at, operator, connectionId } = rejected('x')
    const name = 'unasked-reads'
    scene.log.append({ kind: 'switch', at, operator, connectionId, name, isOn: true, cause: 'operator' })
    expect(await scene.log.exportText('csv')).toContain('unasked-reads on')
  })

  it('tells of a change to accounts of a broker, and how it ended', async () => {
    const { at, operator, connectionId } = rejected('x')
    const change = {
      kind: 'accounts',
      at,
      operator,
      connectionId,
      changeId: 'a1',
      change: 'delete-role',
      class: 'change',
    } as const
    const sent = '{"command":"deleteRole","rolename":"hunter2"}'
    await scene.log.appendApproved({ ...change, state: 'approved', sent, sha256: 'f'.repeat(64), reason: null })
    scene.log.append({ ...change, state: 'refused', sent, sha256: 'f'.repeat(64), reason: 'Role not found' })
    expect(await scene.log.exportText('csv')).toContain('delete-role refused')
    const page = await scene.log.exportText('report')
    expect(page).toContain('change refused by the broker')
    expect(page).toContain('[redacted]')
    expect(page).not.toContain('hunter2')
  })

  it('says that the chain is broken instead of passing it on as whole', async () => {
    await writeSome()
    const { writeFile, readFile } = await import('node:fs/promises')
    const file = await scene.file()
    await writeFile(file, (await readFile(file, 'utf8')).replace('rpi_001', 'rpi_009'))
    expect(JSON.parse(await scene.log.exportText('json')).verification).toMatchObject({ ok: false, firstBrokenLine: 1 })
  })

  it('covers every file after a rotation, headless too', async () => {
    await scene.log.dispose()
    scene.create({ maxFileBytes: 600 })
    await scene.write(6)
    expect((await scene.files()).length).toBeGreaterThan(1)
    const options = ['test/tools/audit-export.ts', scene.directory, '--format', 'json']
    const { status, stdout } = spawnSync(process.execPath, options, { encoding: 'utf8' })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ verification: { ok: true, count: 6 } })
    const wrong = spawnSync(process.execPath, ['test/tools/audit-export.ts', scene.directory], { encoding: 'utf8' })
    expect(wrong).toMatchObject({ status: 2, stdout: '' })
  })

  it('is checked against a hash that the operator noted', async () => {
    await writeSome()
    const noted = scene.log.status().head
    await scene.write(1)
    expect(await scene.log.verify(noted.toUpperCase())).toMatchObject({ ok: true, hasNoted: true })
    // A mistyped hash breaks no chain.
    expect(await scene.log.verify('f'.repeat(64))).toMatchObject({ ok: true, hasNoted: false })
    expect(await scene.log.verify()).toMatchObject({ ok: true, hasNoted: null })
  })
})
