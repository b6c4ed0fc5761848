import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { connect, expectConnected, goTo } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

test('no device counts as online while the broker is away; each does again when it is heard', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = startExecutor({ id: 'pi_kitchen', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const { page } = await launch()
    await connect(page, broker, 'Site')
    await goTo(page, 'Devices')
    const row = page.getByRole('row', { name: /pi_kitchen/ })
    const states = page.getByRole('group', { name: 'Show by state' })
    await expect(row).toContainText('Online')
    await expect(page.getByText('1 of 1 online')).toBeVisible()

    process.kill(broker.pid, 'SIGKILL')
    await expect(row).toContainText('Was online')
    await expect(page.getByText('1 device known')).toBeVisible()
    // The banner moves the rows.
    await expect(page.getByRole('button', { name: 'Retry now' })).toBeVisible()
    await row.getByText('Was online').hover()
    await expect(page.getByRole('tooltip')).toContainText(/^Nothing heard since .*\. Heartbeat/)
    await states.getByRole('button', { name: 'Was online 1' }).click()
    await expect(page.getByText('1 device matches')).toBeVisible()
    await row.click()
    const panel = page.getByRole('complementary', { name: /pi_kitchen/ })
    await expect(panel.getByText('Was online')).toBeVisible()
    await panel.getByRole('button', { name: 'Open in console' }).click()
    await expect(page.getByRole('region', { name: 'Console' }).getByText('Was online')).toBeVisible()
    await expect(page.getByText('Online', { exact: true }).filter({ visible: true })).toHaveCount(0)

    await goTo(page, 'Devices')
    await broker.restart()
    // By itself: it may be back before anybody could press "Retry now".
    await expectConnected(page, { timeout: 60_000 })
    await expect(row).toContainText('Online')
    await expect(page.getByText('1 of 1 online')).toBeVisible()
  } finally {
    await device.stop()
    await broker.stop()
  }
})
