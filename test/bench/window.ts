import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { connect, goTo } from '../e2e/fixtures/operator.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { startLoad } from '../support/load/load-generator.ts'
import { projectFolder } from '../support/project-paths.ts'
import { openDisplay } from '../support/run/display.ts'
import { endWatch, type FrameReport, startWatch } from './frame-watch.ts'
import { treeMemoryMiB } from './process-tree.ts'
import { atMost, type Benchmark, exactly, percentile, type Row, shown } from './report.ts'
import { openTimedWindow } from './timed-window.ts'

const bareFolder = fileURLToPath(new URL('./bare-window', import.meta.url))

interface Fleet {
  readonly devices: number
  readonly perS: number
}

const FLEETS: readonly Fleet[] = [
  { devices: 1_000, perS: 1_000 },
  { devices: 5_000, perS: 10_000 },
  { devices: 100_000, perS: 10_000 },
]
const MINUTE_MS = 60_000
const CONTROL_MS = 30_000
const SETTLE_MS = 5_000
const CLICK_EVERY_MS = 500
const LONG_GAP_MS = 100
const WAIT_MS = 120_000

/** Measures the real window with the device list open, for a minute, while a fleet reports. */
export const window: Benchmark = {
  name: 'window',
  needsApp: true,
  run: async () => {
    const rows: Row[] = [await control({ devices: 5_000, perS: 10_000 })]
    for (const fleet of FLEETS) rows.push(...(await watch(fleet)))
    return rows
  },
}

/** Measures an empty window of the same Electron under the same messages, to know the frames of the machine itself. */
async function control(fleet: Fleet): Promise<Row> {
  const { executablePath } = await resolveElectron()
  const display = await openDisplay()
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true })
  const app = await openTimedWindow(executablePath, bareFolder, display.env)
  const load = await startLoad({ host: broker.host, port: broker.port, ...fleet, total: null })
  try {
    load.go()
    await startWatch(app.page)
    await app.page.waitForTimeout(CONTROL_MS)
    const { gaps } = await endWatch(app.page, 0)
    const detail = `max ${Math.max(...gaps).toFixed(0)} ms, ${gaps.filter((gap) => gap > LONG_GAP_MS).length} over ${LONG_GAP_MS} ms; an empty window, ${fleet.perS} messages a second to the broker: what other work on this machine costs`
    return shown('window control frame gap p95', percentile(gaps, 95), 'ms', detail)
  } finally {
    await app.close()
    await load.stop()
    await broker.stop()
    await display.stop()
  }
}

async function watch(fleet: Fleet): Promise<Row[]> {
  const { executablePath } = await resolveElectron()
  const display = await openDisplay()
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  const app = await openTimedWindow(executablePath, projectFolder, { ...display.env, LANGUAGE: 'en_US' })
  const load = await startLoad({ host: broker.host, port: broker.port, ...fleet, total: null })
  try {
    const { page } = app
    await connect(page, { host: broker.host, port: broker.port })
    await goTo(page, 'Devices')
    load.go()
    // Exact, because "Choose all 1,000 devices" is a button too.
    const everyDevice = page.getByRole('button', { name: `All ${fleet.devices.toLocaleString('en')}`, exact: true })
    await everyDevice.waitFor({ timeout: WAIT_MS })
    // Opens a device first, because its lazy modules are no growth.
    await clickAround(page, SETTLE_MS)
    const before = treeMemoryMiB(app.pid)
    await startWatch(page)
    const clicks = await clickAround(page, MINUTE_MS)
    const after = treeMemoryMiB(app.pid)
    const report = await endWatch(page, clicks)
    const sent = await load.stop()
    const { received, dropped } = await settledTraffic(page, sent)
    return rowsOf(fleet, report, { memoryMiB: after - before, lost: sent - received + dropped, clicks })
  } finally {
    await app.close()
    await load.stop().catch(() => 0)
    await broker.stop()
    await display.stop()
  }
}

/** Works like an operator: opens devices, sorts, filters by state. */
async function clickAround(page: Page, forMs: number): Promise<number> {
  const endAt = Date.now() + forMs
  // Uses cheap selectors, because finding a role reads the names of the whole list.
  const targets = [
    'tbody tr[data-index="3"]',
    'th[data-column="temperature"] button',
    'tbody tr[data-index="6"]',
    'fieldset button[data-presence="online"]',
    'th[data-column="id"] button',
    'fieldset button:not([data-presence])',
  ].map((selector) => page.locator(selector).first())
  let clicks = 0
  while (Date.now() < endAt) {
    // Clicks by position, because Playwright's own waiting must not be measured.
    const box = await targets[clicks % targets.length]?.boundingBox()
    if (box) {
      await page.mouse.click(box.x + Math.min(60, box.width / 2), box.y + box.height / 2)
      clicks += 1
    }
    await page.waitForTimeout(CLICK_EVERY_MS)
  }
  return clicks
}

/** Reads main's own count once a second for a few seconds, because messages still arrive. */
async function settledTraffic(page: Page, sent: number): Promise<{ received: number; dropped: number }> {
  return page.evaluate(async (expected) => {
    type Traffic = { received: number; dropped: Record<string, number> }
    const bridge = (
      globalThis as unknown as {
        waypost: { request(name: string, input: object): Promise<{ value: { traffic: Traffic } }> }
      }
    ).waypost
    let traffic: Traffic = { received: 0, dropped: {} }
    for (let tries = 0; tries < 20 && traffic.received < expected; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      traffic = (await bridge.request('app.bootstrap', {})).value.traffic
    }
    return {
      received: traffic.received,
      dropped: Object.values(traffic.dropped).reduce((sum, count) => sum + count, 0),
    }
  }, sent)
}

function rowsOf(
  { devices, perS }: Fleet,
  { gaps, clicks, eventsFromMain, seconds }: FrameReport,
  { memoryMiB, lost, clicks: made }: { readonly memoryMiB: number; readonly lost: number; readonly clicks: number },
): Row[] {
  const name = `window ${devices}/${perS}`
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  const long = gaps.filter((gap) => gap > LONG_GAP_MS)
  const share = (long.reduce((sum, gap) => sum + gap, 0) / total) * 100
  const frames = `${gaps.length} frames in ${seconds.toFixed(0)} s, ${devices} devices at ${perS} messages a second, device list open`
  return [
    atMost(`${name} frame gap p95`, percentile(gaps, 95), 18, 'ms', frames),
    atMost(
      `${name} frame gap max`,
      Math.max(...gaps),
      60,
      'ms',
      `median ${percentile(gaps, 50).toFixed(1)} ms, p99 ${percentile(gaps, 99).toFixed(1)} ms`,
    ),
    exactly(`${name} gaps over ${LONG_GAP_MS} ms`, long.length, 0, 'gaps', `${share.toFixed(1)} % of the time`),
    atMost(
      `${name} click p95`,
      percentile(clicks, 95),
      50,
      'ms',
      `click to the next picture (Event Timing), ${made} clicks on rows, heads and states`,
    ),
    atMost(`${name} events`, eventsFromMain / seconds, 10, 'a second', 'IPC events from main to the window'),
    atMost(`${name} memory`, memoryMiB, 60, 'MiB', 'growth of the whole process tree (PSS) in the minute'),
    exactly(`${name} lost`, lost, 0, 'messages', "sent by the fleet, less main's own count, and what it dropped"),
    shown(`${name} long gaps`, share, '% of the time', 'time in frame gaps over 100 ms'),
  ]
}
