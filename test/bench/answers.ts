import type { Page } from '@playwright/test'
import { connect, goTo, proposal, result, say } from '../e2e/fixtures/operator.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { loadDeviceId, startEcho, startLoad } from '../support/load/load-generator.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openDisplay } from '../support/run/display.ts'
import { endWatch, type FrameReport, startWatch } from './frame-watch.ts'
import { treeMemoryMiB } from './process-tree.ts'
import { atMost, type Benchmark, percentile, type Row, shown } from './report.ts'
import { openTimedWindow } from './timed-window.ts'

const DEVICES = 10_000
const OUTPUT_BYTES = 1_024
const VARIANTS = 5
const ODD = loadDeviceId(777)
const GAP_MS = 60
const MEMORY_MIB = 80
const WAIT_MS = 120_000
const SETTLE_MS = 3_000
const WHEEL_PX = 2_400
const WHEELS = 40

/** Measures the real window while 10,000 devices answer one command, and while the operator reads what they said. */
export const answers: Benchmark = {
  name: 'answers',
  needsApp: true,
  run: async () => {
    const { executablePath } = await resolveElectron()
    const display = await openDisplay()
    const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
    const { host, port } = broker
    const echo = await startEcho({ host, port, outputBytes: OUTPUT_BYTES, variants: VARIANTS, oddDeviceId: ODD })
    const app = await openTimedWindow(executablePath, projectFolder, { ...display.env, LANGUAGE: 'en_US' })
    const load = await startLoad({ host, port, devices: DEVICES, perS: 5_000, total: DEVICES })
    try {
      const { page } = app
      await page.setViewportSize({ width: 1280, height: 800 })
      await connect(page, broker)
      load.go()
      await load.done
      await chooseAll(page)
      // What the first run loads and makes for each device is no growth.
      await run(page)
      await say(page, 'Command', 'uptime')
      await proposal(page).getByRole('button', { name: 'Run', exact: true }).waitFor()
      await startWatch(page)
      await page.waitForTimeout(SETTLE_MS)
      const quiet = await endWatch(page, 0)
      const before = treeMemoryMiB(app.pid)
      await startWatch(page)
      await approve(page)
      await page.waitForTimeout(SETTLE_MS)
      const coming = await endWatch(page, 0)
      const grownMiB = treeMemoryMiB(app.pid) - before
      await startWatch(page)
      await read(page)
      const reading = await endWatch(page, 0)
      return rowsOf({ quiet, coming, reading }, grownMiB)
    } finally {
      await app.close()
      await load.stop().catch(() => 0)
      await echo.stop()
      await broker.stop()
      await display.stop()
    }
  },
}

async function chooseAll(page: Page): Promise<void> {
  const number = DEVICES.toLocaleString('en')
  await goTo(page, 'Devices')
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  await bar.getByRole('button', { name: `Choose all ${number}` }).click({ timeout: WAIT_MS })
  await bar.getByRole('button', { name: `Ask or run on ${number} devices` }).click()
}

async function run(page: Page): Promise<void> {
  await say(page, 'Command', 'uptime')
  await approve(page)
}

/** Runs what is proposed and waits until all have answered. */
async function approve(page: Page): Promise<void> {
  const counts = page.getByRole('group', { name: 'Devices by outcome' })
  const shownBefore = await counts.count()
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  await counts.nth(shownBefore).waitFor({ timeout: WAIT_MS })
  await counts
    .last()
    .getByText(/differ/)
    .waitFor({ timeout: WAIT_MS })
  await counts
    .last()
    .getByText(/waiting/)
    .waitFor({ state: 'hidden', timeout: WAIT_MS })
}

/** Looks at the answers like an operator: finds the odd one, compares it, and goes through the devices of a group. */
async function read(page: Page): Promise<void> {
  const last = result(page)
  const heads = last.locator('[data-head]')
  await last.getByRole('searchbox').fill('the odd one')
  await page.waitForFunction(isOneGroup, undefined, { timeout: WAIT_MS })
  await last.getByRole('searchbox').fill('')
  await heads.filter({ hasText: ODD }).focus()
  await page.keyboard.press('d')
  await last.getByRole('group', { name: 'Difference from the majority' }).waitFor()
  await heads.last().focus()
  await page.keyboard.press('Enter')
  await last
    .getByRole('button', { name: /^Show [\d,]+ devices$/ })
    .last()
    .click()
  const list = last.getByRole('group', { name: 'Devices of the group' })
  await list.hover()
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    await page.mouse.wheel(0, WHEEL_PX)
    await page.waitForTimeout(50)
  }
}

/** Runs in the page. */
function isOneGroup(): boolean {
  const { document } = globalThis as unknown as {
    document: {
      querySelectorAll(selector: string): Iterable<{ querySelectorAll(selector: string): { length: number } }>
    }
  }
  const lists = [...document.querySelectorAll('[role="group"][aria-label="Groups of answers"]')]
  return lists.at(-1)?.querySelectorAll('[data-head]').length === 1
}

interface Reports {
  /** While nothing happens: what other work on this machine costs. */
  readonly quiet: FrameReport
  readonly coming: FrameReport
  readonly reading: FrameReport
}

function rowsOf({ quiet, coming, reading }: Reports, grownMiB: number): readonly Row[] {
  const of = `${DEVICES} answers of ${OUTPUT_BYTES} B in ${VARIANTS} variants and an odd one`
  return [
    shown(
      'answers control gap',
      Math.max(...quiet.gaps),
      'ms',
      'the longest while nothing happens: what other work on this machine costs',
    ),
    gap('answers frame gap', coming, `from the click on Run until all are folded on the screen; ${of}`),
    gap('answers reading gap', reading, 'search, difference, devices of a group scrolled through'),
    atMost(
      'answers memory',
      grownMiB,
      MEMORY_MIB,
      'MiB',
      `growth of the whole process tree (PSS) by a second run; ${of}`,
    ),
    shown('answers time', coming.seconds - SETTLE_MS / 1_000, 's', 'from the click on Run until all are on the screen'),
  ]
}

function gap(name: string, { gaps }: FrameReport, detail: string): Row {
  const over = gaps.filter((one) => one > GAP_MS).length
  const figures = `p95 ${percentile(gaps, 95).toFixed(0)} ms, ${over} of ${gaps.length} over ${GAP_MS} ms`
  return atMost(name, Math.max(...gaps), GAP_MS, 'ms', `${figures}; ${detail}`)
}
