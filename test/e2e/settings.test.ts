import { expect, type Page } from '@playwright/test'
import { goTo } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

const limit = (page: Page) => page.getByRole('textbox', { name: 'Limit for readings (MiB)' })

test('the storage limit survives a restart and refuses a number out of range', async ({ launch }) => {
  const first = await launch()
  await goTo(first.page, 'Settings')
  await expect(limit(first.page)).toHaveValue('512')
  await limit(first.page).fill('128')
  await limit(first.page).press('Enter')
  await limit(first.page).fill('12')
  await limit(first.page).press('Enter')
  await expect(first.page.getByText('A whole number from 64 to 8,192.')).toBeVisible()
  await first.quit()

  const second = await launch({ userData: first.userData })
  await goTo(second.page, 'Settings')
  await expect(limit(second.page)).toHaveValue('128')
})

test('the sections beside the settings follow the scroll, and are a select where the window is narrow', async ({
  launch,
}) => {
  const { app, page } = await launch()
  await goTo(page, 'Settings')
  const list = page.getByRole('navigation', { name: 'Sections of the settings' })
  const entry = (name: string) => list.getByRole('button', { name, exact: true })
  await entry('About').click()
  await expect(entry('About')).toHaveAttribute('aria-current', 'location')
  await expect(page.getByRole('heading', { name: 'About', exact: true })).toBeFocused()
  await page.getByRole('heading', { name: 'General', exact: true }).scrollIntoViewIfNeeded()
  await expect(entry('General')).toHaveAttribute('aria-current', 'location')

  await page.keyboard.press('Control+K')
  await page.getByPlaceholder('An action, a connection or a device').fill('Settings: Sto')
  await page.getByRole('button', { name: 'Settings: Storage' }).click()
  await expect(page.getByRole('heading', { name: 'Storage', exact: true })).toBeFocused()
  await expect(entry('Storage')).toHaveAttribute('aria-current', 'location')

  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('读数')
  await page.getByRole('button', { name: /^Limit for readings/ }).click()
  await expect(limit(page)).toBeFocused()
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('')

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect(list).toBeHidden()
  await page.getByRole('combobox', { name: 'Sections of the settings' }).selectOption('Audit log')
  await expect(page.getByRole('heading', { name: 'Audit log', exact: true })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Audit log', exact: true })).toBeInViewport()
})
