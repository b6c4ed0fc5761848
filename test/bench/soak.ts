import type { Page } from '@playwright/test'
import { connect, goTo } from '../e2e/fixtures/operator.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { loadDeviceId, startEcho, startLoad } from '../support/load/load-generator.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openDisplay } from '../support/run/display.ts'
import { treeMemoryMiB } from './process-tree.ts'
import { atMost, type Benchmark, exactly, type Row } from './report.ts'
import { openTimedWindow } from './timed-window.ts'

const DEVICES = 1_000
const PER_S = 1_000
const MINUTES = 10
const LONG_MINUTES = 30
const SETTLE_MINUTES = 3
const COMMAND_EVERY_MS = 1_000
const SAMPLE_EVERY = 10
const WAIT_MS = 60_000

interface Sample {
  readonly minute: number
  readonly mib: number
}

/** Runs the real app for ten minutes (thirty with --long) under messages and commands. */
export const soak: Benchmark = {
  name: 'soak',
  needsApp: true,
  run: ({ isLong }) => watch(isLong ? LONG_MINUTES : MINUTES),
}

async function watch(minutes: number): Promise<Row[]> {
  const { executablePath } = await resolveElectron()
  const display = await openDisplay()
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes: 400, variants: 3 })
  const load = await startLoad({ host: broker.host, port: broker.port, devices: DEVICES, perS: PER_S, total: null })
  const app = await openTimedWindow(executablePath, projectFolder, { ...display.env, LANGUAGE: 'en_US' })
  try {
    const { page } = app
    await connect(page, { host: broker.host, port: broker.port })
    await goTo(page, 'Devices')
    load.go()
    await page
      .getByRole('button', { name: `All ${DEVICES.toLocaleString('en')}`, exact: true })
      .waitFor({ timeout: WAIT_MS })
    const startedAt = Date.now()
    const samples: Sample[] = []
    let commands = 0
    while (Date.now() - startedAt < minutes * 60_000) {
      await send(page, loadDeviceId(commands % DEVICES))
      commands += 1
      if (commands % SAMPLE_EVERY === 0)
        samples.push({ minute: (Date.now() - startedAt) / 60_000, mib: treeMemoryMiB(app.pid) })
      await page.waitForTimeout(Math.max(0, startedAt + commands * COMMAND_EVERY_MS - Date.now()))
    }
    const succeeded = await succeededOf(page, commands)
    const late = samples.filter(({ minute }) => minute >= SETTLE_MINUTES)
    const detail = `${minutes} minutes at ${PER_S} messages and one command a second; from ${late[0]?.mib.toFixed(0)} to ${late.at(-1)?.mib.toFixed(0)} MiB (whole process tree) after minute ${SETTLE_MINUTES}`
    return [
      atMost('soak memory', slope(late), 1, 'MiB a minute', detail),
      exactly(
        'soak lost',
        commands - succeeded,
        0,
        'states',
        `${succeeded} of ${commands} commands ended as succeeded`,
      ),
    ]
  } finally {
    await app.close()
    await load.stop().catch(() => 0)
    await echo.stop()
    await broker.stop()
    await display.stop()
  }
}

/** Types and approves a command as the console does. */
async function send(page: Page, deviceId: string): Promise<void> {
  await page.evaluate(async (id) => {
    type Turn = { proposal: { id: string } | null }
    const bridge = (
      globalThis as unknown as { waypost: { request(name: string, input: object): Promise<{ value: Turn[] }> } }
    ).waypost
    const typed = { deviceIds: [id], command: 'uptime', timeoutS: 30, origin: { kind: 'typed' } }
    await bridge.request('console.type', typed)
    const { value: turns } = await bridge.request('console.turns', { before: null, limit: 1 })
    await bridge.request('console.approve', { proposalId: turns[0]?.proposal?.id, confirmation: null })
  }, deviceId)
}

async function succeededOf(page: Page, commands: number): Promise<number> {
  return page.evaluate(async (made) => {
    type Turn = { createdAt: number; run: { commands: { state: string }[] } | null }
    const bridge = (
      globalThis as unknown as { waypost: { request(name: string, input: object): Promise<{ value: Turn[] }> } }
    ).waypost
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    let succeeded = 0
    let seen = 0
    let before: number | null = null
    while (seen < made) {
      const { value: turns } = await bridge.request('console.turns', { before, limit: 100 })
      if (turns.length === 0) break
      seen += turns.length
      before = turns[0]?.createdAt ?? null
      for (const { run } of turns) succeeded += run?.commands.filter(({ state }) => state === 'succeeded').length ?? 0
    }
    return succeeded
  }, commands)
}

/** Returns the growth in MiB a minute, by least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const minute = mean(samples.map((sample) => sample.minute))
  const mib = mean(samples.map((sample) => sample.mib))
  const over = samples.reduce((sum, sample) => sum + (sample.minute - minute) * (sample.mib - mib), 0)
  return over / samples.reduce((sum, sample) => sum + (sample.minute - minute) ** 2, 0)
}
