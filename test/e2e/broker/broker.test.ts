import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { freeLoopbackPort, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { chooseDevice, connect, expectConnected, goTo, proposal, result, say } from '../fixtures/operator.ts'
import { answerDialogs, saveCaKey } from '../fixtures/set-up-wizard.ts'
import { test } from '../fixtures/waypost-app.ts'

async function openTab(page: Page, name: string): Promise<void> {
  await goTo(page, 'Broker')
  await page.getByRole('tab', { name }).click()
}

test('the broker page shows the version of a real Mosquitto, and publishes and receives on a test topic', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous', extraConfig: 'sys_interval 1' })
  try {
    const { app, page, userData } = await launch()
    await connect(page, broker)
    await goTo(page, 'Broker')
    await expect(page.getByTestId('broker-facts')).toContainText(/mosquitto version 2\./)
    await openTab(page, 'Test a topic')
    await page.getByRole('button', { name: 'Run the check' }).click()
    await expect(page.getByText(/The message came back after/)).toBeVisible()
    await page.getByRole('button', { name: 'Subscribe', exact: true }).click()
    const publish = page.getByRole('form', { name: 'Publish' })
    await publish.getByRole('textbox', { name: 'Payload' }).fill('<b>hello</b> from the window')
    await publish.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('The broker has taken it.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('<b>hello</b> from the window')
    await publish.getByRole('textbox', { name: 'Topic' }).fill('device/rpi_001/command')
    await publish.getByRole('button', { name: 'Publish' }).click()
    await expect(publish).toContainText('Commands are not sent from here')
    const logFile = join(userData, 'mosquitto.log')
    writeFileSync(logFile, '1700000000: mosquitto version 2.0.11 starting\n')
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, logFile)
    await page.getByRole('tab', { name: 'Log' }).click()
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await expect(page.getByRole('log')).toContainText('2023-11-14T22:13:20.000Z: mosquitto version 2.0.11 starting')
    appendFileSync(logFile, '1700000001: Starting in local only mode. Connections will only be possible from here.\n')
    await expect(page.getByRole('log')).toContainText('local only mode')
    await page.getByRole('button', { name: 'Explain these lines' }).click()
    await expect(page.getByRole('list', { name: 'What the log shows' })).toContainText('listener')
  } finally {
    await broker.stop()
  }
})

test('the built-in broker with passwords takes an executor in, which runs an approved command; both come back after a restart', async ({
  launch,
}) => {
  const port = await freeLoopbackPort()
  const { page, userData, quit } = await launch()
  await openTab(page, 'Built-in broker')
  await page.getByRole('button', { name: 'Set up the built-in broker' }).click()
  await page.getByRole('combobox', { name: 'Listen on' }).selectOption('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await page.getByRole('button', { name: 'Add a device' }).click()
  await page.getByRole('button', { name: 'Save, start and connect' }).click()
  await expect(page.getByRole('region', { name: 'Accounts' })).toContainText('it has no name yet')
  await page.getByRole('textbox', { name: 'Device id' }).fill('rpi_001')
  await page.getByLabel('Password').and(page.locator(':not([type=radio])')).nth(1).fill('device-secret-1')
  await page.getByRole('button', { name: 'Save, start and connect' }).click()
  await expectConnected(page)
  await expect(page.getByText(/Listening on 127\.0\.0\.1/)).toBeVisible()
  await expect(page.getByText(/unacceptable protocol version/)).toHaveCount(0)
  const device = startExecutor({
    id: 'rpi_001',
    host: '127.0.0.1',
    port,
    username: 'rpi_001',
    password: 'device-secret-1',
    heartbeatIntervalS: 1,
  })
  try {
    await device.ready
    await expect(page.getByRole('region', { name: 'Connected clients' })).toContainText('rpi_001')
    await page.getByRole('tab', { name: 'Health' }).click()
    await expect(page.getByTestId('broker-facts')).toContainText('Aedes')
    await chooseDevice(page, 'rpi_001')
    await say(page, 'Command', 'uname -s')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Linux')
    const kept = readFileSync(join(userData, 'built-in.json'), 'utf8')
    expect(kept).toContain('scrypt:')
    expect(kept).not.toContain('device-secret-1')
    await quit()
    const again = await launch({ userData })
    await expectConnected(again.page)
    await goTo(again.page, 'Devices')
    await expect(again.page.getByText('1 of 1 online')).toBeVisible()
  } finally {
    await device.stop()
  }
})

test('the built-in broker over TLS makes its own certificate, which an executor verifies; the console follows it to another port', async ({
  launch,
}) => {
  const port = await freeLoopbackPort()
  const waypost = await launch()
  const { page, userData } = waypost
  const keyFolder = mkdtempSync(join(tmpdir(), 'waypost-key-'))
  await answerDialogs(waypost, { folder: keyFolder, file: join(keyFolder, 'ca-key.pem') })
  await openTab(page, 'Built-in broker')
  await page.getByRole('button', { name: 'Set up the built-in broker' }).click()
  await page.getByText('TLS and password', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Listen on' }).selectOption('127.0.0.1')
  await page.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await page.getByRole('button', { name: 'Add a device' }).click()
  await page.getByRole('textbox', { name: 'Device id' }).fill('rpi_002')
  await page.getByLabel('Password').and(page.locator(':not([type=radio])')).nth(1).fill('device-secret-2')
  await saveCaKey(page)
  await page.getByRole('button', { name: 'Save, start and connect' }).click()
  await expectConnected(page)
  const kept = readFileSync(join(userData, 'built-in.json'), 'utf8')
  expect(kept).not.toContain('PRIVATE KEY')
  const { ca } = (JSON.parse(kept) as { builtIn: { ca: string } }).builtIn
  const caFile = join(mkdtempSync(join(tmpdir(), 'waypost-ca-')), 'ca.pem')
  writeFileSync(caFile, ca)
  const access = { host: 'localhost', port, username: 'rpi_002', password: 'device-secret-2', caFile }
  const device = startExecutor({ id: 'rpi_002', ...access, heartbeatIntervalS: 1 })
  try {
    await device.ready
    await expect(page.getByRole('region', { name: 'Connected clients' })).toContainText('rpi_002')
    await page.getByRole('tab', { name: 'Certificates' }).click()
    await expect(page.getByRole('row', { name: /days left .*Built-in broker/ })).toBeVisible()
    const other = await freeLoopbackPort()
    await page.getByRole('tab', { name: 'Built-in broker' }).click()
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('textbox', { name: 'Port' }).fill(String(other))
    await page.getByRole('button', { name: 'Save and restart' }).click()
    await expect(page.getByTestId('connection-switcher')).toContainText(String(other))
    await expectConnected(page)
  } finally {
    await device.stop()
  }
})
