import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { connect } from './fixtures/operator.ts'
import { newUserData, test } from './fixtures/waypost-app.ts'

test('damaged files are moved aside and named, and the app works', async ({ launch }) => {
  const userData = newUserData()
  writeFileSync(join(userData, 'settings.json'), '{"profiles": "gone", ')
  writeFileSync(join(userData, 'secrets.json'), '{"entries": 5}')
  writeFileSync(join(userData, 'history.db'), Buffer.alloc(10_000, 7))
  const broker = await startMosquitto({ mode: 'anonymous' })
  try {
    const { page } = await launch({ userData })
    await expect(page.getByText('The settings could not be read and were started anew')).toBeVisible()
    await expect(page.getByText(/stored passwords and keys could not be read/)).toBeVisible()
    await expect(page.getByText('The history was damaged and was started anew')).toBeVisible()
    const kept = readdirSync(userData).filter((name) => /\.(unreadable|damaged)-\d+|unreadable-\d+\.json/.test(name))
    expect(kept).toHaveLength(3)
    await page.getByRole('button', { name: 'Close' }).first().click()
    await expect(page.getByText('The history was damaged and was started anew')).toHaveCount(0)
    await connect(page, broker)
  } finally {
    await broker.stop()
  }
})
