import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { chooseDevice, connect, proposal, result, say } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

test('an answer is put into words above what the device printed, and requests are found by meaning', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = startExecutor({ id: 'rpi_007', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const { page } = await launch()
    await connect(page, broker)
    await chooseDevice(page, 'rpi_007')

    await page.getByRole('button', { name: 'Quick actions' }).click()
    await page.getByRole('combobox', { name: 'What do you want to know?' }).fill('ram fre')
    await page.getByRole('option', { name: /^Memory/ }).click()
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(/memory|RAM/)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(proposal(page)).toContainText('free -h')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText(/memory is in use; .* is available/)
    await expect(result(page).getByRole('columnheader', { name: 'Available' })).toBeVisible()
    await expect(result(page).getByText('buff/cache')).toBeHidden()
    await result(page).getByRole('button', { name: 'Show raw output' }).click()
    await expect(result(page).getByText('buff/cache')).toBeVisible()

    await say(page, 'Command', 'free -h')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('buff/cache')
    await expect(result(page)).not.toContainText('is in use')

    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('An action, a connection or a device').fill('how full is the disc')
    await page
      .getByRole('button', { name: /how much disk space is left|is the disk full/ })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(/disk/)
  } finally {
    await device.stop()
    await broker.stop()
  }
})
