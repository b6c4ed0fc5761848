import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { observe } from '../support/brokers/mqtt-observer.ts'
import { connect, goTo } from './fixtures/operator.ts'
import { newUserData, test, type WaypostApp } from './fixtures/waypost-app.ts'

/** Answers the next file dialogs of main with this path. */
async function answerDialogs({ app }: WaypostApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)
}

test('a fleet is filtered, chosen, described and exported, and all of it survives a restart', async ({ launch }) => {
  test.setTimeout(120_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const fleet = await observe({ host: broker.host, port: broker.port })
  const first = await launch()
  const { page, userData } = first
  await connect(page, { host: broker.host, port: broker.port })
  const report = async (id: string, payload: object): Promise<void> =>
    fleet.publish(`device/${id}/data`, { device_id: id, timestamp: Date.now() / 1000, ...payload })
  await report('pump_1', { cpu_temperature: 81, memory_percent: 40 })
  await report('pump_2', { cpu_temperature: 44 })
  await report('Pump_2', { cpu_temperature: 45 })
  await report('sensor', { humidity: 65 })
  await goTo(page, 'Devices')
  const grid = page.getByRole('grid', { name: 'Devices' })
  const filter = page.getByRole('combobox', { name: 'Filter devices' })
  await expect(grid.getByText('pump_1', { exact: true })).toBeVisible()

  await test.step('a mistake in the filter is named at its word', async () => {
    await filter.fill('temp>70 tga:roof')
    await expect(page.getByRole('alert').getByText('tga:roof')).toBeVisible()
    await filter.fill('temp>70')
    await expect(page.getByText('1 device matches')).toBeVisible()
    await filter.fill('data.humidity>60')
    await expect(grid.getByText('sensor')).toBeVisible()
  })

  await test.step('a record is written, found by its tag, and kept', async () => {
    await grid.getByText('sensor').click()
    await page.getByRole('tab', { name: 'Record' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Cellar')
    await page.getByRole('textbox', { name: 'Location' }).fill('Hall 3')
    await page.getByRole('combobox', { name: 'Tags' }).fill('damp,')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    await filter.fill('tag:damp location:hall')
    await expect(page.getByText('1 device matches')).toBeVisible()
    await page.getByRole('button', { name: 'Saved filters' }).click()
    await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  })

  await test.step('ids that differ only in case are flagged; raw messages and charts are shown', async () => {
    await filter.fill('has:warnings')
    await expect(page.getByText('2 devices match')).toBeVisible()
    await grid.getByText('Pump_2', { exact: true }).click()
    await page.getByRole('tab', { name: 'Overview' }).click()
    await expect(page.getByText(/differs only in upper and lower case: pump_2/)).toBeVisible()
    await page.getByRole('tab', { name: 'Messages' }).click()
    await expect(page.getByText('"cpu_temperature":45')).toBeVisible()
    await page.getByRole('tab', { name: 'Charts' }).click()
    await expect(page.getByRole('figure', { name: /CPU temperature/ }).locator('canvas')).toBeVisible()
  })

  await test.step('a selection goes to the console, without the device that was taken out of it', async () => {
    await filter.fill('')
    await expect(grid.getByText('pump_1', { exact: true })).toBeVisible()
    await grid.focus()
    await page.keyboard.press('Control+A')
    await expect(page.getByText('4 devices chosen')).toBeVisible()
    await grid.getByRole('checkbox', { name: 'Choose sensor' }).click()
    await page.getByRole('button', { name: 'Ask or run on 3 devices' }).click()
    await expect(page.getByText('pump_1').first()).toBeVisible()
    await goTo(page, 'Devices')
  })

  await test.step('the list is exported to a file, and devices are imported from one', async () => {
    const file = join(userData, 'devices.csv')
    await answerDialogs(first, file)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Export all devices as CSV…' }).click()
    await expect(page.getByText(/4 devices saved/)).toBeVisible()
    expect(readFileSync(file, 'utf8')).toContain('sensor,Cellar,,Hall 3,damp')
    writeFileSync(file, 'device_id,name,tags\nnew_1,Spare,"store, roof"\nbad id,x,\n')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Import…' }).click()
    await expect(page.getByText('1 added, 0 updated.')).toBeVisible()
    await expect(page.getByText('Entry 3: no valid device id')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await expect(grid.getByText('new_1')).toBeVisible()
  })

  await first.quit()
  const { page: again } = await launch({ userData })
  await goTo(again, 'Devices')
  await again.getByRole('button', { name: 'Saved filters' }).click()
  await again.getByRole('menuitem', { name: 'tag:damp location:hall' }).click()
  await expect(
    again.getByRole('grid').getByText('Cellar').or(again.getByRole('grid').getByText('sensor')).first(),
  ).toBeVisible()
  await again.getByRole('combobox', { name: 'Filter devices' }).fill('tag:store')
  await expect(again.getByRole('grid').getByText('new_1')).toBeVisible()
  await fleet.stop()
  await broker.stop()
})

test('a rule raises an alert that is acknowledged with a note and ends by itself', async ({ launch }) => {
  test.setTimeout(90_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const fleet = await observe({ host: broker.host, port: broker.port })
  const { page } = await launch({ userData: newUserData() })
  await connect(page, { host: broker.host, port: broker.port })
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Alerts/ })
    .click()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await expect(page.getByRole('list', { name: 'Alert rules' }).getByRole('listitem')).toHaveCount(8)
  await page.getByRole('button', { name: 'New rule' }).click()
  const form = page.getByRole('dialog', { name: 'New rule' })
  await form.getByLabel(/^Name( \*)?$/).fill('Too damp')
  await form.getByRole('combobox', { name: 'Watches' }).click()
  await page.getByRole('option', { name: 'A field of sensor data…' }).click()
  await form.getByLabel('Field of the data message').fill('humidity')
  await form.getByLabel('Threshold').fill('60')
  await form.getByLabel('For', { exact: true }).fill('0')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('tab', { name: 'Alerts' }).click()
  await fleet.publish('device/sensor/data', { device_id: 'sensor', humidity: 72 })
  const alerts = page.getByRole('list', { name: 'Alerts' })
  await expect(alerts.getByText('Too damp')).toBeVisible()
  await expect(page.getByRole('navigation').getByText('1 active alert')).toBeAttached()
  await page.getByRole('button', { name: 'Acknowledge the alert of sensor' }).click()
  await page.getByLabel('Note', { exact: true }).fill('Fan is ordered')
  await page.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click()
  await expect(alerts.getByText('Fan is ordered')).toBeVisible()
  await fleet.publish('device/sensor/data', { device_id: 'sensor', humidity: 40 })
  await expect(page.getByText('No open alerts')).toBeVisible()
  await page.getByLabel('Show resolved ones too').check()
  await expect(alerts.getByText('Resolved')).toBeVisible()
  await fleet.stop()
  await broker.stop()
})
