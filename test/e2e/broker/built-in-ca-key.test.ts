import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { expectConnected, goTo } from '../fixtures/operator.ts'
import { answerDialogs } from '../fixtures/set-up-wizard.ts'
import { newUserData, test } from '../fixtures/waypost-app.ts'

const PASSPHRASE = 'correct horse battery'

async function openBuiltIn(page: Page): Promise<void> {
  await goTo(page, 'Broker')
  await page.getByRole('tab', { name: 'Built-in broker' }).click()
}

function caOf(userData: string): string {
  const kept = readFileSync(join(userData, 'built-in.json'), 'utf8')
  expect(kept).not.toContain('PRIVATE KEY')
  return (JSON.parse(kept) as { builtIn: { ca: string } }).builtIn.ca
}

test('without a keyring the built-in broker starts on the network only once the key of its CA is saved, and a device trusts it again after a restart', async ({
  launch,
}) => {
  const userData = newUserData()
  const folder = mkdtempSync(join(tmpdir(), 'waypost-key-'))
  const keyFile = join(folder, 'ca-key.pem')
  const port = await freeLoopbackPort()
  const first = await launch({ userData })
  await answerDialogs(first, { folder: keyFile, file: keyFile })
  const { page } = first
  await openBuiltIn(page)
  await page.getByRole('button', { name: 'Set up the built-in broker' }).click()
  const start = page.getByRole('button', { name: 'Save, start and connect' })
  await expect(start).toBeEnabled()
  await page.getByText('TLS and password', { exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Listen on' })).toHaveValue('0.0.0.0')
  await page.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await page.getByRole('button', { name: 'Add a device' }).click()
  await page.getByRole('textbox', { name: 'Device id' }).fill('rpi_007')
  await page.getByLabel('Password').and(page.locator(':not([type=radio])')).nth(1).fill('device-secret-7')
  const key = page.getByRole('region', { name: 'Key of the authority' })
  await expect(key).toContainText('every device would need a new CA certificate after a restart')
  await expect(start).toBeDisabled()
  await expect(page.getByText('First save the key of the CA, or load it')).toBeVisible()
  await key.getByRole('textbox', { name: 'Passphrase' }).fill('short')
  await key.getByRole('button', { name: 'Save the key…' }).click()
  await expect(key).toContainText('Use at least 12 characters.')
  await key.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await key.getByRole('textbox', { name: 'Passphrase' }).press('Enter')
  await expect(key).toContainText(`Saved: ${keyFile}`)
  expect(readFileSync(keyFile, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  await start.click()
  await expectConnected(page)
  const ca = caOf(userData)
  await first.quit()

  const again = await launch({ userData })
  await answerDialogs(again, { folder: keyFile, file: keyFile })
  await openBuiltIn(again.page)
  const load = again.page.getByRole('region', { name: 'Load the key of the authority' })
  await expect(load).toContainText('devices then trust the broker as before')
  await expect(again.page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled()
  await load.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase')
  await load.getByRole('button', { name: 'Choose the file…' }).click()
  await expect(load).toContainText('Wrong passphrase, or the key of another authority.')
  await load.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await load.getByRole('button', { name: 'Choose the file…' }).click()
  await expect(again.page.getByText(/^Running, started/)).toBeVisible()
  await expectConnected(again.page)
  expect(caOf(userData)).toBe(ca)
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, ca)
  const access = { host: 'localhost', port, username: 'rpi_007', password: 'device-secret-7', caFile }
  const device = startExecutor({ id: 'rpi_007', ...access, heartbeatIntervalS: 1 })
  try {
    await device.ready
    await expect(again.page.getByRole('region', { name: 'Connected clients' })).toContainText('rpi_007')
  } finally {
    await device.stop()
  }
})

test('an operator who lost the file of the key makes a new CA on purpose, and saves its key first', async ({
  launch,
}) => {
  const userData = newUserData()
  const folder = mkdtempSync(join(tmpdir(), 'waypost-key-'))
  const keyFile = join(folder, 'ca-key.pem')
  const first = await launch({ userData })
  await answerDialogs(first, { folder: keyFile, file: keyFile })
  await openBuiltIn(first.page)
  await first.page.getByRole('button', { name: 'Set up the built-in broker' }).click()
  await first.page.getByText('TLS and certificates', { exact: true }).click()
  await first.page.getByRole('textbox', { name: 'Port' }).fill(String(await freeLoopbackPort()))
  await first.page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await first.page.getByRole('button', { name: 'Save the key…' }).click()
  await first.page.getByRole('button', { name: 'Save, start and connect' }).click()
  await expectConnected(first.page)
  const ca = caOf(userData)
  await first.quit()

  const again = await launch({ userData })
  const { page } = again
  await answerDialogs(again, { folder: keyFile, file: join(folder, 'ca-key-2.pem') })
  await openBuiltIn(page)
  await page.getByRole('button', { name: 'The file is lost…' }).click()
  await page.getByRole('button', { name: 'Make a new CA' }).click()
  await expect(page.getByRole('region', { name: 'Key of the authority' })).toContainText(
    'keep secrets for this run only',
  )
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await expect(page.getByText(/^Running, started/)).toBeVisible()
  expect(caOf(userData)).not.toBe(ca)
  await expectConnected(page)
})
