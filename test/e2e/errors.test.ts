import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { EVENT_CHANNEL } from '../../preload/contract/channels.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { chooseDevice, connect, goTo, proposal, result, say, setLook } from './fixtures/operator.ts'
import { newUserData, test } from './fixtures/waypost-app.ts'

interface ShownDialog {
  readonly message: string
  readonly detail: string
}

/** Answers the system's dialogs with their first button and keeps what they said. */
async function answerDialogs(app: ElectronApplication): Promise<{ shown(): Promise<readonly ShownDialog[]> }> {
  await app.evaluate(({ dialog }) => {
    const kept: ShownDialog[] = []
    Object.assign(globalThis, { keptDialogs: kept })
    const answer = async (...given: unknown[]) => {
      kept.push(given.at(-1) as ShownDialog)
      return { response: 0, checkboxChecked: false }
    }
    dialog.showMessageBox = answer as typeof dialog.showMessageBox
  })
  return {
    shown: () =>
      app.evaluate(() => {
        const { keptDialogs } = globalThis as unknown as { keptDialogs: readonly ShownDialog[] }
        return keptDialogs.map(({ message, detail }) => ({ message, detail }))
      }),
  }
}

/** Empty until something was logged. */
function logOf(userData: string): string {
  const file = join(userData, 'logs', 'main.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

const PROFILE = {
  id: 'p1',
  name: 'Workshop',
  host: '127.0.0.1',
  port: 1883,
  security: 'anonymous',
  username: null,
  ca: null,
  clientCertificate: null,
  serverName: null,
  clientIdPrefix: 'waypost-',
  keepaliveS: 60,
  connectAtStart: false,
}

async function crashWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.webContents.forcefullyCrashRenderer()
  })
}

/** The page of a window that was loaded again is driven through main, because Playwright gives up a page that crashed. */
function readWindow(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  )
}

async function expectWorking(page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
}

test('an exception that nobody caught in main is logged with its stack and told once, and the app goes on', async ({
  launch,
}) => {
  const { app, page, userData } = await launch()
  const { shown } = await answerDialogs(app)
  await app.evaluate(() => {
    for (const number of [1, 2]) {
      setTimeout(function throwsInTimer() {
        throw new Error(`planted exception ${number}`)
      }, 0)
    }
  })
  await expect.poll(() => logOf(userData)).toMatch(/uncaught exception Error: planted exception 2\s+at .*throwsInTimer/)
  expect(logOf(userData)).toContain('planted exception 1')
  await expect
    .poll(shown)
    .toEqual([
      { message: 'Something in Waypost failed', detail: expect.stringContaining('quit Waypost and start it again') },
    ])
  await expectWorking(page)
})

test('a rejection that nobody handled in main is logged with its stack and told in the operator’s language', async ({
  launch,
}) => {
  const { app, page, userData } = await launch()
  const { shown } = await answerDialogs(app)
  await setLook(page, 'zh-CN', 'light')
  await app.evaluate(() => {
    void Promise.reject(new Error('planted rejection'))
  })
  await expect.poll(() => logOf(userData)).toMatch(/unhandled rejection Error: planted rejection\s+at /)
  await expect.poll(shown).toEqual([{ message: 'Waypost 内部出错', detail: expect.stringContaining('重新启动') }])
  await setLook(page, 'en', 'light')
  await expectWorking(page)
})

test('a window that crashes is loaded again once, and what was approved before goes on to its result', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'rpi_e01')
  try {
    const { app, page, userData } = await launch()
    const { shown } = await answerDialogs(app)
    await connect(page, broker)
    await chooseDevice(page, 'rpi_e01')
    await say(page, 'Command', 'uptime')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toBeVisible()
    await crashWindow(app)
    await expect.poll(shown).toEqual([
      {
        message: 'The window stopped and was loaded again',
        detail: expect.stringContaining('running commands are kept'),
      },
    ])
    await expect.poll(() => logOf(userData)).toMatch(/the window's process is gone: (crashed|killed)/)
    await device.answer(1, 'up 5000 seconds')
    const seen = () => readWindow(app, 'document.body.innerText')
    await expect.poll(seen, { timeout: 20_000 }).toContain('up 5000 seconds')

    await crashWindow(app)
    await expect
      .poll(async () => (await shown()).map(({ message }) => message))
      .toEqual(['The window stopped and was loaded again', 'The window stopped again'])
    await expect.poll(seen, { timeout: 20_000 }).toContain('up 5000 seconds')
  } finally {
    await device.stop()
    await broker.stop()
  }
})

test('the end of another process of Chromium is logged, and the app goes on', async ({ launch }) => {
  const { app, page, userData } = await launch()
  const { shown } = await answerDialogs(app)
  const ended = await app.evaluate(({ app: electron }) => {
    const other = electron.getAppMetrics().find(({ type }) => type === 'GPU' || type === 'Utility')
    if (other === undefined) return null
    process.kill(other.pid, 'SIGKILL')
    return other.type
  })
  expect(ended).not.toBeNull()
  await expect.poll(() => logOf(userData)).toMatch(/process gone \{"type":"(GPU|Utility)".*"reason":"(killed|crashed)"/)
  await expectWorking(page)
  expect(await shown()).toEqual([])
})

test('a view that fails to render leaves the others working, says what to do, and comes back', async ({ launch }) => {
  const userData = newUserData()
  const saved = { settings: {}, profiles: [PROFILE], activeProfileId: null, assistant: {} }
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(saved))
  const { app, page } = await launch({ userData })
  await app.evaluate(({ BrowserWindow }, channel) => {
    const settings = { language: 'en', theme: 'light', deviceColumns: null, savedFilters: 5 }
    BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'settings.changed', settings)
  }, EVENT_CHANNEL)
  await goTo(page, 'Devices')
  const failure = page.getByRole('alert').filter({ hasText: 'Devices: this view failed' })
  await expect(failure).toContainText('The other views go on')
  await expect(failure.getByRole('button', { name: 'Open log folder' })).toBeVisible()
  await expect.poll(() => logOf(userData)).toMatch(/the window failed \(view devices\): .*\n?.*TypeError/)
  await goTo(page, 'Console')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()

  await setLook(page, 'en', 'light')
  await goTo(page, 'Devices')
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(failure).toBeHidden()
  await expect(page.getByRole('button', { name: 'Saved filters' })).toBeVisible()
})

test('a rejection that nobody handled in the window is logged and told there', async ({ launch }) => {
  const { page, userData } = await launch()
  await page.evaluate(() => {
    void Promise.reject(new Error('planted in the window'))
  })
  await expect(page.getByRole('alert').getByRole('button', { name: 'Open log folder' })).toBeVisible()
  await expect.poll(() => logOf(userData)).toContain('the window failed (promise): planted in the window')
})
