import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runDiagnose } from '../../tools/diagnose-run.ts'

let folder = ''
let printed = ''
let told = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-diagnose-'))
  printed = ''
  told = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

async function diagnosed(log: string) {
  const path = join(folder, 'mosquitto.log')
  writeFileSync(path, log)
  const code = await runDiagnose(['--json', '--log', path])
  return { code, report: JSON.parse(printed) }
}

it('says ok of a log without an error only', async () => {
  const { code, report } = await diagnosed('1: mosquitto version 2.0.22 running\n2: Client a disconnected.\n')
  expect([code, report.ok, report.cause]).toEqual([0, true, null])
})

it.each([
  ['no byte', ''],
  ['blank lines and a mark', '\ufeff\r\n\n'],
])('does not say ok of an empty log: %s', async (_title, log) => {
  const { code, report } = await diagnosed(log)
  expect([code, report.ok, report.cause]).toEqual([1, false, 'log-empty'])
  expect(report.message).toContain('empty')
  expect(report.fix).toContain('log_dest')
})

it('fails for an error that it cannot explain, and shows its line', async () => {
  const { code, report } = await diagnosed('1: Error: Something that no version says.\n')
  expect([code, report.ok, report.cause]).toEqual([1, false, 'log-unexplained'])
  expect(report.message).toContain('not known')
  expect(told).toContain('Something that no version says')
})

it('names the clients with how often each, and says where only the end was read', async () => {
  const line = '1700000001: Client pump-7 disconnected, not authorised.\n'
  const { code, report } = await diagnosed(
    '1700000000: mosquitto version 2.0.22 running\n'.repeat(90_000) + line + line,
  )
  expect([code, report.cause]).toEqual([1, 'log-not-authorised'])
  expect(told).toContain('pump-7 2×')
  expect(told).toContain('only the end of the log was read')
})

it('has another exit code for a file that cannot be read', async () => {
  expect(await runDiagnose(['--json', '--log', join(folder, 'missing')])).toBe(2)
})
