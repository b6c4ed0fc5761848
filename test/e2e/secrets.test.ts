import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { connect, expectConnected, goTo } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

/** Random enough to be found, and never typed anywhere else. */
const CANARY = `canary-${crypto.randomUUID()}`

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}

test('a password is neither in the page nor on disk, whatever the window asks main for', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: CANARY } })
  try {
    const { page, userData, quit } = await launch()
    await connect(page, { ...broker, username: 'operator', password: CANARY })
    const answers = await page.evaluate(async () => {
      const { waypost } = globalThis as unknown as {
        waypost: { request(name: string, input: unknown): Promise<unknown> }
      }
      const turns = await waypost.request('console.turns', { before: null, limit: 50 })
      return JSON.stringify([await waypost.request('app.bootstrap', {}), turns])
    })
    expect(answers).toContain('"password":true')
    expect(answers).not.toContain(CANARY)
    await goTo(page, 'Settings')
    expect(await page.content()).not.toContain(CANARY)
    await quit()
    const leaks = filesBelow(userData).filter((file) => readFileSync(file).includes(CANARY))
    expect(leaks).toEqual([])
  } finally {
    await broker.stop()
  }
})

test('without a keyring the window says that secrets are kept for this run only', async ({ launch }) => {
  const { page } = await launch({ args: ['--password-store=basic'] })
  await expect(page.getByText(/this run only/).first()).toBeVisible()
})

test('a password of an earlier run is asked for in the banner, and no login is tried without it', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: CANARY } })
  try {
    const args = ['--password-store=basic']
    const first = await launch({ args })
    await connect(first.page, { ...broker, username: 'operator', password: CANARY }, 'Pump house')
    await first.quit()
    const logBefore = broker.log().length

    const { page } = await launch({ args, userData: first.userData })
    const field = page.getByRole('textbox', { name: 'Password' })
    await expect(field).toBeFocused()
    await expect(page.getByText('The password for Pump house is needed')).toBeVisible()
    expect(broker.log().slice(logBefore)).not.toMatch(/New connection|CONNECT/)
    await field.fill(CANARY)
    await page.keyboard.press('Enter')
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})
