import { setTimeout as after } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { type Line, openLine } from '../../support/brokers/line.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import type { TestDesktop } from '../../support/desktop/desktop.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { test } from '../fixtures/desktop-app.ts'
import { type DevtoolsApp, startWithDevtools } from '../fixtures/devtools-app.ts'
import { chooseDevice, connect, goTo, proposal, result, say } from '../fixtures/operator.ts'

/**
 * Longer than any device of the test may be silent, and by less than five seconds than the pause of its rollout: by its timer
 * nobody can tell the sleep (`SLEPT_AFTER_MS`), and the signal of the waking comes after the timers.
 */
const SLEEP_MS = 11_500
const PAUSE_S = 10
/** Much less than the keepalive of 30 s, in which the end of a connection would be noticed without the waking. */
const AT_ONCE_MS = 8_000

interface Followed {
  readonly connections: { readonly state: string; readonly openedAt: number | null; readonly retryAt: number | null }[]
  /** Most devices that were taken for silent at a time. */
  silent: number
}

/** Keeps what main tells of the connection and the devices from now on, in the page. */
function follow(page: Page): Promise<void> {
  return page.evaluate(() => {
    type Subscribe = (name: string, listener: (payload: never) => void) => void
    const scope = globalThis as unknown as { waypost: { subscribe: Subscribe }; followed: Followed }
    const followed: Followed = { connections: [], silent: 0 }
    scope.followed = followed
    scope.waypost.subscribe('connection.changed', (status: Followed['connections'][number]) => {
      followed.connections.push(status)
    })
    scope.waypost.subscribe('devices.changed', ({ counts }: { counts: Record<string, number> }) => {
      const { stale = 0, offline = 0, lost = 0 } = counts
      followed.silent = Math.max(followed.silent, stale + offline + lost)
    })
  })
}

const followed = (page: Page): Promise<Followed> =>
  page.evaluate(() => (globalThis as unknown as { followed: Followed }).followed)

/** The computer sleeps: the app stands still, and its connections end without a word. */
async function sleep({ pid }: DevtoolsApp, desktop: TestDesktop, line: Line): Promise<void> {
  await desktop.goToSleep()
  // The app has let go of the lock with which it holds up the sleep.
  await expect.poll(() => desktop.sleepLocks()).toBe(0)
  process.kill(pid, 'SIGSTOP')
  line.strand()
  await after(SLEEP_MS)
  process.kill(pid, 'SIGCONT')
  await desktop.wakeUp()
}

test('after a sleep it connects at once, takes no device for silent, and sends neither a wave of a rollout nor a single run into the dead connection', async ({
  desktop,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const line = await openLine()
  line.lead(broker.port)
  const commands = await observe({ ...broker, filter: 'device/+/command' })
  const sentTo = (id: string) => commands.messages.filter(({ topic }) => topic === `device/${id}/command`).length
  const ids = ['gw-1', 'gw-2']
  const devices = ids.map((id) => startExecutor({ id, host: broker.host, port: broker.port, heartbeatIntervalS: 1 }))
  const command = [process.env.WAYPOST_ELECTRON ?? '', process.env.WAYPOST_APP ?? ''] as const
  const app = await startWithDevtools({ command, env: desktop.env })
  try {
    let page = await app.page()
    await connect(page, { host: '127.0.0.1', port: line.port })
    await expect.poll(() => desktop.sleepLocks()).toBe(1)
    await goTo(page, 'Devices')
    for (const id of ids) {
      await page.getByRole('grid', { name: 'Devices' }).getByText(id).click()
      await expect(page.getByText('every 1s', { exact: true })).toBeVisible()
      await page.keyboard.press('Escape')
    }
    await follow(page)

    await test.step('a connection that did not outlive the sleep', async () => {
      const bar = page.getByRole('region', { name: 'Chosen devices' })
      await bar.getByRole('button', { name: 'Choose all 2' }).click()
      await bar.getByRole('button', { name: 'Ask or run on 2 devices' }).click()
      await say(page, 'Command', 'uptime')
      await proposal(page).getByText('Step by step').click()
      await proposal(page).getByRole('textbox', { name: 'Devices of the canary' }).fill('1')
      await proposal(page).getByRole('combobox', { name: 'After the canary' }).selectOption('auto')
      await proposal(page).getByRole('textbox', { name: 'Seconds after the canary' }).fill(String(PAUSE_S))
      await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
      await expect(result(page).getByText('sent to 1 of 2')).toBeVisible()
      await expect(result(page)).toContainText('Succeeded')

      await sleep(app, desktop, line)
      const wokeAt = Date.now()
      page = await app.page()
      await expect
        .poll(async () => (await followed(page)).connections.at(-1)?.openedAt ?? 0, { timeout: AT_ONCE_MS })
        .toBeGreaterThan(wokeAt)
      await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
      await expect(result(page).getByText('Rollout paused: sent to 1 of 2')).toBeVisible()
      expect([sentTo('gw-1'), sentTo('gw-2')]).toEqual([1, 0])
      await result(page).getByRole('button', { name: 'Resume: 1 left' }).click()
      await commands.waitForCount('device/gw-2/command', 1)
      expect((await followed(page)).silent).toBe(0)
      expect(desktop.notified()).toEqual([])
      await expect.poll(() => desktop.sleepLocks()).toBe(1)
    })

    await test.step('a connection that was waiting for its next attempt', async () => {
      await line.cut()
      const wait = async () => ((await followed(page)).connections.at(-1)?.retryAt ?? 0) - Date.now()
      await expect.poll(wait, { timeout: 60_000, intervals: [100] }).toBeGreaterThan(3_000)
      const dueAt = (await followed(page)).connections.at(-1)?.retryAt ?? 0
      await line.mend()
      await desktop.wakeUp()
      await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
      expect((await followed(page)).connections.at(-1)?.openedAt).toBeLessThan(dueAt)
    })

    await test.step('a command that was approved before anybody knew that the connection is dead', async () => {
      const before = commands.messages.length
      await chooseDevice(page, 'gw-1')
      await say(page, 'Command', 'df -h')
      line.strand()
      await desktop.wakeUp()
      await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
      await expect(result(page)).toContainText('Not delivered')
      await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
      expect(commands.messages).toHaveLength(before)
    })
  } finally {
    await app.stop()
    for (const device of devices) await device.stop()
    await commands.stop()
    await line.cut()
    await broker.stop()
  }
})
