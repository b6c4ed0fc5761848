import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { connect, goTo } from './fixtures/operator.ts'
import { newUserData, test } from './fixtures/waypost-app.ts'

test('damaged files are moved aside and named, and the app works', async ({ launch }) => {
  const userData = newUserData()
  writeFileSync(join(userData, 'settings.json'), '{"profiles": "gone", ')
  writeFileSync(join(userData, 'secrets.json'), '{"entries": 5}')
  writeFileSync(join(userData, 'messages.json'), '{"email": 5}')
  writeFileSync(join(userData, 'history.db'), Buffer.alloc(10_000, 7))
  const broker = await startMosquitto({ mode: 'anonymous' })
  try {
    const { page } = await launch({ userData })
    await expect(page.getByText('The settings could not be read and were started anew')).toBeVisible()
    await expect(page.getByText(/stored passwords and keys could not be read/)).toBeVisible()
    await expect(page.getByText('The history was damaged and was started anew')).toBeVisible()
    const kept = readdirSync(userData).filter((name) => /\.(unreadable|damaged)-\d+|unreadable-\d+\.json/.test(name))
    await expect(page.getByText(/messages that wait to be sent could not be read/)).toBeVisible()
    expect(kept).toHaveLength(4)
    await page.getByRole('button', { name: 'Close' }).first().click()
    await expect(page.getByText('The history was damaged and was started anew')).toHaveCount(0)
    await connect(page, broker)
  } finally {
    await broker.stop()
  }
})

test('settings edited by hand never blank the window: what is readable is used, the rest is kept aside and named', async ({
  launch,
}) => {
  const userData = newUserData()
  const profile = {
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
  const settings = { theme: 'dark', savedFilters: 5, deviceColumns: 'id', defaultTimeoutS: 'soon' }
  const saved = { settings, profiles: [5, profile], activeProfileId: 7, assistant: [], answerFormats: 5 }
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(saved))
  writeFileSync(join(userData, 'window.json'), '{"bounds": {"x": 1, "y": 1, "width": 1e15, "height": 9}, "theme": 5}')
  const { page } = await launch({ userData })
  await expect(page.getByText('Some settings could not be read and were left out')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const [kept = ''] = readdirSync(userData).filter((name) => /^settings\.unreadable-\d+\.json$/.test(name))
  expect(JSON.parse(readFileSync(join(userData, kept), 'utf8'))).toMatchObject({ settings, profiles: [5, profile] })
  await goTo(page, 'Devices')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await expect(page.getByRole('menuitem', { name: /filter/i }).first()).toBeVisible()
})
