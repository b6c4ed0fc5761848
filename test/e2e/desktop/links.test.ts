import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { test } from '../fixtures/desktop-app.ts'
import { goTo } from '../fixtures/operator.ts'
import type { WaypostApp } from '../fixtures/waypost-app.ts'

/** Starts the app a second time with a link in its command line, as the system does for a click on a link, until it ends. */
async function clickLink({ userData }: WaypostApp, link: string): Promise<void> {
  const { WAYPOST_ELECTRON: program = '', WAYPOST_APP: project = '', WAYPOST_NO_SANDBOX } = process.env
  const noSandbox = WAYPOST_NO_SANDBOX ? ['--no-sandbox'] : []
  const second = spawn(program, [...noSandbox, project, `--user-data-dir=${userData}`, link], { stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
}

test('links lead to devices and nowhere else, and the window that closed to the tray comes back', async ({
  launch,
}) => {
  const waypost = await launch({ args: ['--demo', 'waypost://devices?filter=tag%3Aroof'] })
  const { app, page } = waypost
  const filter = page.getByRole('combobox', { name: 'Filter devices' })
  await expect(filter).toHaveValue('tag:roof')
  await clickLink(waypost, 'waypost://devices?filter=')
  await expect(filter).toHaveValue('')
  await goTo(page, 'Settings')
  await clickLink(waypost, 'waypost://device/demo-pi-kitchen')
  await expect(page.getByRole('complementary', { name: 'Device demo-pi-kitchen' })).toBeVisible()
  await clickLink(waypost, 'waypost://device/pump-that-is-not-there')
  const unknown = page.getByRole('complementary', { name: 'Device pump-that-is-not-there' })
  await expect(unknown.getByRole('heading', { name: 'No device has this id here' })).toBeVisible()
  await goTo(page, 'Settings')
  await clickLink(waypost, 'waypost://console?run=reboot')
  await expect(page.getByRole('heading', { name: 'Desktop', exact: true })).toBeVisible()

  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  await page.getByRole('switch', { name: /Keep running in the tray/ }).check()
  await expect(page.getByRole('switch', { name: /Keep running in the tray/ })).toBeChecked()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await isVisible()).toBe(false)
  await clickLink(waypost, 'waypost://devices?filter=pump')
  await expect.poll(isVisible).toBe(true)
  await expect(filter).toHaveValue('pump')
})
