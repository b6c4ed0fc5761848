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
