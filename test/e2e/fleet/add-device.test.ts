import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import type { SshAccess } from '../../support/devices/ssh-device.ts'
import { connect, goTo } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

/** The device that the runner of these tests started. */
const device = JSON.parse(process.env.WAYPOST_SSH_DEVICE ?? '{}') as SshAccess & { readonly fingerprint: string }

/** What an operator does in the page. */
interface Interactions {
  presses: number
  readonly typedInto: Set<unknown>
}
interface Counted {
  interactions: Interactions
  addEventListener(type: 'pointerdown' | 'input', listener: (event: { target: unknown }) => void, capture: true): void
}

/** Counts presses, and the fields that are typed into, from now on. */
async function countInteractions(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as Counted
    const interactions: Interactions = { presses: 0, typedInto: new Set() }
    counted.interactions = interactions
    counted.addEventListener('pointerdown', () => (interactions.presses += 1), true)
    counted.addEventListener('input', ({ target }) => interactions.typedInto.add(target), true)
  })
  return () =>
    page.evaluate(() => {
      const { presses, typedInto } = (globalThis as unknown as Counted).interactions
      return presses + typedInto.size
    })
}

test('brings a device from its address to its proof in six interactions, and removes the agent', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'tls' })
  try {
    const { page } = await launch()
    await connect(page, broker)
    await goTo(page, 'Devices')
    const startedAt = Date.now()
    await page.getByRole('button', { name: 'Add devices' }).first().click()
    await page.getByRole('textbox', { name: 'Addresses' }).fill(`${device.host}:${device.port}`)
    const interactions = await countInteractions(page)
    await page.getByRole('textbox', { name: 'User', exact: true }).fill(device.user)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(device.password)
    await page.getByRole('combobox', { name: 'Host' }).fill(broker.host)
    await page.getByRole('button', { name: 'Look at the devices' }).click()

    const line = page.getByRole('listitem', { name: device.host })
    await expect(line.getByText(device.fingerprint)).toBeVisible()
    await page.getByRole('button', { name: 'The fingerprint is right' }).click()
    await expect(line.getByText(/^Ready to install as /)).toBeVisible({ timeout: 60_000 })
    await expect(line.getByText(/^\/usr\/bin\/python3 [\s\S]*waypost_agent\.py check/)).toBeVisible()
    await expect(page.getByText(device.password)).toBeHidden()
    await page.getByRole('button', { name: 'Install and prove' }).click()
    await expect(line.getByText(/is proven after/)).toBeVisible({ timeout: 80_000 })
    expect(Date.now() - startedAt).toBeLessThan(90_000)
    expect(await interactions()).toBeLessThanOrEqual(6)

    await line.getByRole('button', { name: 'Remove the agent' }).click()
    await expect(line.getByText('Undone')).toBeVisible({ timeout: 60_000 })
  } finally {
    await broker.stop()
  }
})
