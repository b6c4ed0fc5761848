import { expect } from '@playwright/test'
import { goTo } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

test('a key is made in the settings, and commands are signed with it from then on', async ({ launch }, testInfo) => {
  const { page } = await launch()
  await goTo(page, 'Settings')
  const section = page.getByRole('region', { name: 'Signed commands' })
  await expect(section.getByText('No key is in use')).toBeVisible()
  await section.getByLabel('Name of a new key').fill('Anna')
  await section.getByRole('button', { name: 'Make a key' }).click()
  await expect(section.getByText('Commands are signed with the key in use')).toBeVisible()
  await expect(section.getByRole('region', { name: 'Anna' })).toContainText('in use')
  await section.scrollIntoViewIfNeeded()
  await page.screenshot({ path: testInfo.outputPath('signing.png') })
})
