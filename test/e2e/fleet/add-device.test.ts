import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import type { SshAccess } from '../../support/devices/ssh-device.ts'
import { connect, goTo } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

/** The device that the runner of these tests started. */
const device = JSON.parse(process.env.WAYPOST_SSH_DEVICE ?? '{}') as SshAccess & { readonly fingerprint: string }

test('brings a device from its address to its proof in a few steps, and removes the agent', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'tls', users: { operator: 'secret', 'pi-1': 'device secret' } })
  try {
    const { page } = await launch()
    await connect(page, { ...broker, username: 'operator', password: 'secret' })
    await goTo(page, 'Devices')
    const startedAt = Date.now()
    await page.getByRole('button', { name: 'Add devices' }).click()
    await page.getByRole('textbox', { name: 'Addresses' }).fill(`${device.host}:${device.port}`)
    await page.getByRole('textbox', { name: 'User', exact: true }).fill(device.user)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(device.password)
    await page.getByRole('combobox', { name: 'Host' }).fill(broker.host)
    await page.getByRole('textbox', { name: 'User name' }).fill('pi-1')
    await page.getByRole('textbox', { name: 'Password of the device' }).fill('device secret')
    await page.getByRole('button', { name: 'Look at the devices' }).click()

    const line = page.getByRole('listitem', { name: device.host })
    await expect(line.getByText(device.fingerprint)).toBeVisible()
    await page.getByRole('button', { name: 'The fingerprint is right' }).click()
    await expect(line.getByText(/^Ready to install as pi-1/)).toBeVisible({ timeout: 60_000 })
    await expect(line.getByText(/^\/usr\/bin\/python3 [\s\S]*waypost_agent\.py check/)).toBeVisible()
    await expect(page.getByText('device secret')).toBeHidden()
    await page.getByRole('button', { name: 'Install and prove' }).click()
    await expect(line.getByText(/is proven after/)).toBeVisible({ timeout: 80_000 })
    expect(Date.now() - startedAt).toBeLessThan(90_000)

    await line.getByRole('button', { name: 'Remove the agent' }).click()
    await expect(line.getByText('Undone')).toBeVisible({ timeout: 60_000 })
  } finally {
    await broker.stop()
  }
})
