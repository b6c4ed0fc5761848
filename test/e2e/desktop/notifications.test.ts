import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { expectInTray, test, watchHumidity } from '../fixtures/desktop-app.ts'
import { connect, goTo, setLook } from '../fixtures/operator.ts'

const isShown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)

/** Closes the window to the tray, as its close button does. */
async function closeToTray(app: ElectronApplication, page: Page): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('switch', { name: /Keep running in the tray/ }).check()
  await expect(page.getByRole('switch', { name: /Keep running in the tray/ })).toBeChecked()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => isShown(app)).toBe(false)
}

test('an alert is a notification that leads to it, in the language of the window, and the icon counts what is open', async ({
  desktop,
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const devices = await observe({ host: broker.host, port: broker.port })
  const measure = (id: string, humidity: number) =>
    devices.publish(`device/${id}/data`, { device_id: id, timestamp: Date.now() / 1000, humidity })
  const badge = () => desktop.badges().at(-1)?.count ?? 0
  const { app, page } = await launch()
  try {
    await connect(page, broker)
    await watchHumidity(page)
    expect(badge()).toBe(0)

    await test.step('the first one says which device, what and how much, and its click opens the alerts of that device', async () => {
      await measure('sensor', 72)
      await expect.poll(() => desktop.notified().length).toBe(1)
      expect(desktop.notified()[0]).toMatchObject({
        title: 'sensor: humidity 72 (above 60)',
        body: 'Too damp',
        actions: ['default'],
      })
      await expect.poll(badge).toBe(1)
      await expectInTray(desktop, 'Connected: Workshop · 1 alert')
      await desktop.click(desktop.notified()[0]?.id ?? 0)
      await expect(page.getByRole('searchbox', { name: 'Device or rule' })).toHaveValue('sensor')
      await expect(page.getByRole('list', { name: 'Alerts' }).getByText('Too damp')).toBeVisible()
    })

    await test.step('the next ones come in Chinese, each in the place of the one before, and bring back the window', async () => {
      await closeToTray(app, page)
      await setLook(page, 'zh-CN', 'light')
      await measure('cellar', 80)
      await expect.poll(() => desktop.notified().length, { timeout: 20_000 }).toBe(2)
      expect(desktop.notified()[1]).toMatchObject({ title: 'cellar：humidity 80（高于 60）', body: 'Too damp' })
      await expect.poll(badge).toBe(2)
      await expectInTray(desktop, '已连接：Workshop · 2 条告警')
      await measure('attic', 90)
      await expect.poll(() => desktop.notified().length, { timeout: 20_000 }).toBe(3)
      expect(desktop.closed()).toContain(desktop.notified()[1]?.id)
      expect(await isShown(app)).toBe(false)
      await desktop.click(desktop.notified()[2]?.id ?? 0)
      await expect.poll(() => isShown(app)).toBe(true)
      await expect(page.getByRole('searchbox', { name: '设备或规则' })).toHaveValue('attic')
    })

    await test.step('nothing is counted any more when all have ended', async () => {
      for (const id of ['sensor', 'cellar', 'attic']) await measure(id, 40)
      await expect.poll(badge).toBe(0)
      await expectInTray(desktop, '已连接：Workshop')
    })
  } finally {
    await devices.stop()
    await broker.stop()
  }
})
