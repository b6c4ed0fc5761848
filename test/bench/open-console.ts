import type { Page } from '@playwright/test'
import { connect, goTo, proposal, say } from '../e2e/fixtures/operator.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { loadDeviceId, startEcho, startLoad } from '../support/load/load-generator.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openDisplay } from '../support/run/display.ts'
import { atMost, type Benchmark, median } from './report.ts'
import { openTimedWindow } from './timed-window.ts'

const DEVICES = 200
const RUNS = 2
const OUTPUT_BYTES = 4_096
const VARIANTS = 5
const ROUNDS = 7
const OPEN_MS = 200
const WAIT_MS = 60_000

/** Measures how long the console takes to show two runs on 200 devices, each time that the operator comes back to it. */
export const openConsole: Benchmark = {
  name: 'open',
  needsApp: true,
  run: async () => {
    const { executablePath } = await resolveElectron()
    const display = await openDisplay()
    const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
    const { host, port } = broker
    const odd = loadDeviceId(77)
    const echo = await startEcho({ host, port, outputBytes: OUTPUT_BYTES, variants: VARIANTS, oddDeviceId: odd })
    const app = await openTimedWindow(executablePath, projectFolder, { ...display.env, LANGUAGE: 'en_US' })
    const load = await startLoad({ host, port, devices: DEVICES, perS: 2_000, total: DEVICES })
    try {
      const { page } = app
      await page.setViewportSize({ width: 1280, height: 800 })
      await connect(page, broker)
      load.go()
      await load.done
      await goTo(page, 'Devices')
      const bar = page.getByRole('region', { name: 'Chosen devices' })
      await bar.getByRole('button', { name: `Choose all ${DEVICES}` }).click({ timeout: WAIT_MS })
      await bar.getByRole('button', { name: `Ask or run on ${DEVICES} devices` }).click()
      for (let run = 1; run <= RUNS; run += 1) await runOnAll(page, run)
      const opened: number[] = []
      for (let round = 0; round < ROUNDS + 1; round += 1) {
        await goTo(page, 'Devices')
        const ms = await timeToOpen(page)
        // The first loads what the others have.
        if (round > 0) opened.push(ms)
      }
      const of = `medians of ${ROUNDS}: ${opened.map((ms) => ms.toFixed(0)).join(', ')}`
      const what = `${RUNS} runs on ${DEVICES} devices with ${OUTPUT_BYTES} B in ${VARIANTS} variants`
      return [atMost('open console', median(opened), OPEN_MS, 'ms', `click on Console to the groups of ${what}; ${of}`)]
    } finally {
      await app.close()
      await load.stop().catch(() => 0)
      await echo.stop()
      await broker.stop()
      await display.stop()
    }
  },
}

async function runOnAll(page: Page, runs: number): Promise<void> {
  await say(page, 'Command', 'uptime')
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  const counts = page.getByRole('group', { name: 'Devices by outcome' })
  await counts.nth(runs - 1).waitFor({ timeout: WAIT_MS })
  await counts
    .nth(runs - 1)
    .getByText(/differ/)
    .waitFor({ timeout: WAIT_MS })
  await counts
    .nth(runs - 1)
    .getByText(/waiting/)
    .waitFor({ state: 'hidden', timeout: WAIT_MS })
}

/** Clicks on Console and returns the ms until a frame has the groups of all runs. */
function timeToOpen(page: Page): Promise<number> {
  return page.evaluate(
    (runs) =>
      new Promise<number>((resolve) => {
        // Declared, because the types of Node lack these globals of the page.
        const { document, requestAnimationFrame: nextFrame } = globalThis as unknown as {
          document: { querySelectorAll(selector: string): Iterable<Clickable> }
          requestAnimationFrame(callback: () => void): number
        }
        interface Clickable {
          readonly textContent: string
          click(): void
          checkVisibility(): boolean
        }
        const lists = () => [...document.querySelectorAll('[role="group"][aria-label="Groups of answers"]')]
        const link = [...document.querySelectorAll('nav a, nav button')].find(({ textContent }) =>
          textContent.startsWith('Console'),
        )
        const startedAt = performance.now()
        const look = (): void => {
          const isThere = lists().filter((list) => list.checkVisibility()).length >= runs
          // The frame after it holds it.
          nextFrame(isThere ? () => resolve(performance.now() - startedAt) : look)
        }
        link?.click()
        nextFrame(look)
      }),
    RUNS,
  )
}
