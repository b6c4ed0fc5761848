import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startGenerated } from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { type ExecutorHandle, startExecutor } from '../../support/devices/executor.ts'
import {
  editConnection,
  expectConnected,
  fillConnection,
  goTo,
  nextStep,
  saveAndConnect,
} from '../fixtures/operator.ts'
import { addTag, answerDialogs, debianFiles, heading, next, saveCaKey } from '../fixtures/set-up-wizard.ts'
import { test, type WaypostApp } from '../fixtures/waypost-app.ts'

const PASSWORD = 'the right password 密码'

/** Walks the set-up wizard for Debian, TLS and passwords, and saves its files: a broker named localhost alone. */
async function setUp({ page }: WaypostApp, folder: string, port: number): Promise<void> {
  await page.getByRole('button', { name: 'Set up a broker' }).click()
  await page.getByLabel(/^Name/).fill('Workshop')
  await expect(page.getByRole('radio', { name: /^Debian/ })).toBeChecked()
  await next(page)
  await expect(page.getByRole('radio', { name: 'TLS and password' })).toBeChecked()
  await next(page)
  await addTag(page, 'Names and addresses', 'localhost')
  await page.getByLabel(/^Port/).fill(String(port))
  await page.getByLabel('Only this computer may connect').check()
  await next(page)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await addTag(page, 'Devices', 'rpi_001')
  await next(page)
  await next(page)
  await heading(page, 'Read and save the files')
  await saveCaKey(page)
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Leave' }).click()
}

/** What the window says of the lasting fix: the set-up gets the missing name, and its files are saved again. */
async function addName({ page }: WaypostApp, folder: string, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Set-ups' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Names and port' }).click()
  await addTag(page, 'Names and addresses', name)
  await next(page)
  await next(page)
  await next(page)
  await heading(page, 'Read and save the files')
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`, { exact: true })).toBeVisible()
}

/** The connection no longer needs another name than the host that was typed; the password was saved for the other name. */
async function forgetServerName(page: Page): Promise<void> {
  await editConnection(page)
  // What is told of the certificate moves the rest down once it is read.
  await expect(page.getByText(/^Valid until /)).toBeVisible()
  await page.getByRole('button', { name: 'Advanced' }).click()
  await expect(page.getByLabel(/^Server name$/)).toBeVisible()
  await expect(page.getByLabel(/^Server name$/)).toHaveValue('localhost')
  await page.getByLabel(/^Server name$/).fill('')
  await expect(page.getByText(/The password was saved for .* recognised by another certificate or name/)).toBeVisible()
  await page.getByLabel(/^Password( \*)?$/).fill(PASSWORD)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByRole('region', { name: 'Connection test' })).toContainText('Every stage passed')
  await page.getByRole('button', { name: 'Save and connect' }).click()
}

/** A device with nothing but what was handed over for it. */
function startHandedOver(folder: string): ExecutorHandle {
  const kit = join(folder, 'handover/devices/rpi_001')
  const config = JSON.parse(readFileSync(join(kit, 'rpi_executor_config.tls.json'), 'utf8')) as {
    readonly [Field in 'device_id' | 'mqtt_host' | 'mqtt_username' | 'mqtt_password']: string
  } & { readonly mqtt_port: number }
  return startExecutor({
    id: config.device_id,
    host: config.mqtt_host,
    port: config.mqtt_port,
    username: config.mqtt_username,
    password: config.mqtt_password,
    caFile: join(kit, 'ca.crt'),
    heartbeatIntervalS: 1,
  })
}

test('a newcomer sets a broker up, runs Mosquitto on the saved files, mends a wrong password and a missing name by what the window says, and sees the device', async ({
  launch,
}) => {
  const waypost = await launch()
  const { page } = waypost
  const folder = mkdtempSync(join(tmpdir(), 'waypost-newcomer-'))
  const port = await freeLoopbackPort()
  await answerDialogs(waypost, { folder, file: `${folder}-ca-key.pem` })
  await setUp(waypost, folder, port)
  let broker = await startGenerated(folder, debianFiles(folder))
  const device = startHandedOver(folder)
  try {
    const ca = readFileSync(join(folder, 'etc/mosquitto/certs/ca.crt'), 'utf8')
    await fillConnection(page, { host: 'localhost', port, ca, username: 'operator', password: 'a wrong password' })
    const result = page.getByRole('region', { name: 'Connection test' })
    await expect(result).toContainText('The broker refused the login: wrong user name or password')
    await expect(result).toContainText('Enter user name and password again')
    await result.getByRole('button', { name: 'Change: Password' }).click()
    await page.getByLabel(/^Password( \*)?$/).fill(PASSWORD)
    await nextStep(page)
    await expect(result).toContainText('Every stage passed')

    await page.getByRole('button', { name: 'Where' }).click()
    await page.getByLabel(/^Host( \*)?$/).fill('127.0.0.1')
    await nextStep(page)
    await nextStep(page)
    await expect(result).toContainText('The certificate of the broker is not valid for 127.0.0.1.')
    await expect(result).toContainText('DNS:localhost')
    await expect(result).toContainText('Have the certificate reissued with 127.0.0.1 in its subjectAltName')
    await expect(result).toContainText('enter that name as "Server name"')
    await result.getByRole('button', { name: 'Use localhost as server name' }).click()
    await expect(result).toContainText('Every stage passed')
    await saveAndConnect(page, 'Workshop')
    await expectConnected(page)

    await device.ready
    await goTo(page, 'Devices')
    await expect(page.getByText('1 of 1 online')).toBeVisible()
    await expect(page.getByRole('row', { name: /rpi_001/ })).toBeVisible()

    await addName(waypost, folder, '127.0.0.1')
    await broker.stop()
    broker = await startGenerated(folder, debianFiles(folder))
    await forgetServerName(page)
    await expectConnected(page)
    await expect(page.getByTestId('connection-switcher')).toContainText(`127.0.0.1:${port}`)
  } finally {
    await device.stop()
    await broker.stop()
  }
})
