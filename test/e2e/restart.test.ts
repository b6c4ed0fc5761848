import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startExecutor } from '../support/devices/executor.ts'
import { connect, expectConnected, goTo } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

test('a restart keeps profiles, devices and what was run, and connects again', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = startExecutor({ id: 'rpi_keep', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const first = await launch()
    await connect(first.page, broker, 'Kept site')
    await goTo(first.page, 'Devices')
    await expect(first.page.getByRole('row', { name: /rpi_keep/ })).toContainText('Online')
    await device.stop()
    await first.quit()

    const second = await launch({ userData: first.userData })
    await expectConnected(second.page)
    await expect(second.page.getByTestId('connection-switcher')).toContainText('Kept site')
    await goTo(second.page, 'Devices')
    await expect(second.page.getByRole('row', { name: /rpi_keep/ })).toBeVisible()
  } finally {
    await device.stop()
    await broker.stop()
  }
})
