import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startX11Tray } from '../../support/desktop/x11-tray.ts'
import { startVirtualDisplay } from '../../support/run/display.ts'
import { chooseInTray, expectInTray, test } from '../fixtures/desktop-app.ts'
import { connect, goTo, setLook } from '../fixtures/operator.ts'
import { takePictures } from '../fixtures/pictures.ts'

const keepsRunningIn = (page: Page) => page.getByRole('switch', { name: /Keep running in the tray|托盘中继续运行/ })

test('the tray shows how it stands, and its menu leads to the window and out of the app', async ({
  desktop,
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { app, page } = await launch()
  const labels = async () => (await desktop.tray())?.menu.filter((line) => !line.isSeparator).map(({ label }) => label)
  const icon = async () => (await desktop.tray())?.icon.argb
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  try {
    await expectInTray(desktop, 'Not connected')
    const off = await icon()
    await connect(page, broker)
    await expectInTray(desktop, 'Connected: Workshop')
    expect(await icon()).not.toBe(off)
    expect(await labels()).toEqual(['Connected: Workshop', 'Open Waypost', 'Devices', 'Alerts', 'Quit'])
    expect((await desktop.tray())?.menu[0]?.isEnabled).toBe(false)

    await goTo(page, 'Settings')
    await page.getByRole('switch', { name: /Keep running in the tray/ }).check()
    await expect(page.getByRole('switch', { name: /Keep running in the tray/ })).toBeChecked()
    await close()
    expect(await isShown()).toBe(false)
    await chooseInTray(desktop, 'Open Waypost')
    await expect.poll(isShown).toBe(true)
    await close()
    await desktop.clickTray()
    await expect.poll(isShown).toBe(true)
    await close()
    await chooseInTray(desktop, 'Devices')
    await expect.poll(isShown).toBe(true)
    await expect(page.getByRole('combobox', { name: 'Filter devices' })).toBeVisible()

    await setLook(page, 'zh-CN', 'light')
    await expectInTray(desktop, '已连接：Workshop')
    expect(await labels()).toEqual(['已连接：Workshop', '打开 Waypost', '设备', '告警', '退出'])
    await broker.stop()
    await expectInTray(desktop, '未连接')
    expect(await icon()).toBe(off)

    const ended = app.waitForEvent('close')
    await chooseInTray(desktop, '退出')
    await ended
    await expect.poll(() => desktop.tray()).toBeNull()
  } finally {
    await broker.stop()
  }
})

test('where the desktop shows no tray, the app does not offer to go on there, says why, and ends with its window', async ({
  desktop,
  launch,
}) => {
  await desktop.setTray('none')
  const { app, page } = await launch()
  await goTo(page, 'Settings')
  const keepsRunning = keepsRunningIn(page)
  const region = page.getByRole('region', { name: 'Desktop' })
  await keepsRunning.scrollIntoViewIfNeeded()
  await expect(region.getByText(/This desktop shows no tray icons, so closing the window ends the app/)).toBeVisible()
  await expect(keepsRunning).toBeDisabled()
  await takePictures(page, 'desktop/no-tray', () => keepsRunningIn(page).scrollIntoViewIfNeeded())

  await test.step('which it offers once an extension of the desktop brings one', async () => {
    await desktop.setTray('host')
    await goTo(page, 'Devices')
    await goTo(page, 'Settings')
    await expect(keepsRunning).toBeEnabled()
    await expectInTray(desktop, 'Not connected')
  })

  const ended = app.waitForEvent('close')
  await desktop.setTray('none')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  await ended
})

test('in the tray of an X11 desktop, which knows nothing of D-Bus, the icon is docked, and the app offers to go on there', async ({
  desktop,
  launch,
}) => {
  await desktop.setTray('none')
  const display = await startVirtualDisplay()
  const tray = await startX11Tray(display.env.DISPLAY ?? '')
  try {
    const { page } = await launch({ env: { ...display.env, XDG_SESSION_TYPE: 'x11' } })
    expect(await tray.docked()).toBeGreaterThan(0)
    await goTo(page, 'Settings')
    await expect(keepsRunningIn(page)).toBeEnabled()
    await page.close()
  } finally {
    tray.close()
    await display.stop()
  }
})

test('a window that was closed to a tray which is gone comes back among the others, and is hidden again once there is one', async ({
  desktop,
  launch,
}) => {
  const { app, page } = await launch()
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await goTo(page, 'Settings')
  await keepsRunningIn(page).check()
  await expect(keepsRunningIn(page)).toBeChecked()
  await desktop.setTray('no-host')
  await close()
  await expect.poll(isShown).toBe(true)

  await desktop.setTray('host')
  await close()
  await expect.poll(isShown).toBe(false)
  await expectInTray(desktop, 'Not connected')
  await desktop.clickTray()
  await expect.poll(isShown).toBe(true)

  await desktop.setTray('none')
  await close()
  await expect.poll(isShown).toBe(true)
  const ended = app.waitForEvent('close')
  await close().catch(() => undefined)
  await ended
})
