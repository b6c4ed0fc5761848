import { type ElectronApplication, expect } from '@playwright/test'
import { goTo } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

/** A second start of the app with a link in its command line, as the system makes one for a click on a link. */
async function clickLink(app: ElectronApplication, link: string): Promise<void> {
  await app.evaluate(({ app: main }, url) => main.emit('second-instance', {}, ['waypost', url], ''), link)
}

test('links lead to devices and nowhere else, and the window that closed to the tray comes back', async ({
  launch,
}) => {
  const { app, page } = await launch({ args: ['--demo', 'waypost://devices?filter=tag%3Aroof'] })
  const filter = page.getByRole('combobox', { name: 'Filter devices' })
  await expect(filter).toHaveValue('tag:roof')
  await clickLink(app, 'waypost://devices?filter=')
  await expect(filter).toHaveValue('')
  await goTo(page, 'Settings')
  await clickLink(app, 'waypost://device/demo-pi-kitchen')
  await expect(page.getByRole('complementary', { name: 'Device demo-pi-kitchen' })).toBeVisible()
  await goTo(page, 'Settings')
  await clickLink(app, 'waypost://console?run=reboot')
  await expect(page.getByRole('heading', { name: 'Desktop', exact: true })).toBeVisible()

  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null)
  await page.getByRole('switch', { name: /Keep running in the tray/ }).check()
  await expect(page.getByRole('switch', { name: /Keep running in the tray/ })).toBeChecked()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await isVisible()).toBe(false)
  await clickLink(app, 'waypost://devices?filter=pump')
  await expect.poll(isVisible).toBe(true)
  await expect(filter).toHaveValue('pump')
})
