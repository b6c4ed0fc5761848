import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startGenerated } from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { expectConnected } from '../fixtures/operator.ts'
import { addTag, answerDialogs, debianFiles, heading, next } from '../fixtures/set-up-wizard.ts'
import { test } from '../fixtures/waypost-app.ts'

const PASSWORD = 'a long password 密码'

test('a newcomer sets up TLS with passwords, starts Mosquitto on the saved files and connects', async ({ launch }) => {
  const waypost = await launch()
  const { page } = waypost
  const folder = mkdtempSync(join(tmpdir(), 'waypost-saved-'))
  const port = await freeLoopbackPort()
  await answerDialogs(waypost, { folder, file: join(folder, '..', 'ca-key.pem') })

  await page.getByRole('button', { name: 'Set up a broker' }).click()
  await heading(page, 'Where will the broker run?')
  await next(page)
  await expect(page.getByText('The set-up needs a name')).toBeVisible()
  await page.getByLabel(/^Name/).fill('Workshop')
  await next(page)
  await heading(page, 'Who may connect, and how?')
  await expect(page.getByRole('radio', { name: 'TLS and password' })).toBeChecked()
  await next(page)

  await heading(page, 'How is the broker reached?')
  const hosts = page.getByRole('combobox', { name: 'Names and addresses' })
  await hosts.fill('mqtt://127.0.0.1')
  await hosts.press('Enter')
  await page.getByLabel(/^Port/).fill('70000')
  await next(page)
  await expect(page.getByText('is a URL, not a host name')).toBeVisible()
  await expect(page.getByText('70000 is no port')).toBeVisible()
  await hosts.press('Backspace')
  await hosts.fill('127.0.0.1')
  await hosts.press('Enter')
  await page.getByLabel(/^Port/).fill(String(port))
  await page.getByLabel('Only this computer may connect').check()
  await next(page)

  await heading(page, 'Which people and devices use it?')
  await next(page)
  await expect(page.getByText('The password is missing.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await addTag(page, 'Devices', 'rpi_001')
  await page.getByRole('button', { name: 'Back' }).click()
  await heading(page, 'How is the broker reached?')
  await next(page)
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(PASSWORD)
  await next(page)
  await heading(page, 'How much may one client take?')
  await next(page)

  await heading(page, 'Read and save the files')
  await page.getByRole('button', { name: 'mosquitto/passwd' }).click()
  await expect(page.getByRole('group', { name: '/etc/mosquitto/passwd' })).toHaveText(
    /^operator:••••\s*rpi_001:••••\s*$/,
  )
  await expect(page.getByRole('button', { name: 'Save as a folder…' })).toBeDisabled()
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  await passphrase.fill('short')
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await passphrase.fill('correct horse battery')
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  await next(page)

  await heading(page, 'Do the files work?')
  await expect(page.getByText(/^Proved with Mosquitto/)).toBeVisible()
  await next(page)
  await heading(page, 'Hand over and connect')
  await expect(page.getByText('waypost-bridge.conf')).toBeVisible()

  const broker = await startGenerated(folder, debianFiles(folder))
  try {
    await page.getByRole('button', { name: 'Create and connect' }).click()
    await expectConnected(page)
    expect(readFileSync(join(waypost.userData, 'setups.json'), 'utf8')).not.toMatch(/PRIVATE KEY|a long password/)
  } finally {
    await broker.stop()
  }
})

test('a kept set-up is opened again, extended by a device, rid of another, and renewed, over the old files', async ({
  launch,
}) => {
  const waypost = await launch()
  const { page } = waypost
  const folder = mkdtempSync(join(tmpdir(), 'waypost-saved-'))
  await answerDialogs(waypost, { folder, file: join(folder, '..', 'ca-key-2.pem') })
  await page.getByRole('button', { name: 'Set up a broker' }).click()
  await page.getByLabel(/^Name/).fill('Roof')
  await next(page)
  await next(page)
  await addTag(page, 'Names and addresses', 'broker.local')
  await next(page)
  await page.getByRole('button', { name: 'Make a password for operator' }).click()
  await addTag(page, 'Devices', 'rpi_001')
  await next(page)
  await next(page)
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  const passwords = () => readFileSync(join(folder, 'etc/mosquitto/passwd'), 'utf8').trim().split('\n')
  const certificate = () => readFileSync(join(folder, 'etc/mosquitto/certs/server.crt'), 'utf8')
  const [operator, first] = passwords()
  const oldCertificate = certificate()
  await page.getByRole('button', { name: 'Leave' }).click()

  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Accounts and devices' }).click()
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAttribute('placeholder', 'Kept as it is')
  await addTag(page, 'Devices', 'rpi_002')
  await next(page)
  await next(page)
  await heading(page, 'Read and save the files')
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByText('Leave without keeping the changes?')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  expect(passwords().slice(0, 2)).toEqual([operator, first])
  expect(passwords()[2]).toMatch(/^rpi_002:\$7\$/)
  expect(certificate()).toBe(oldCertificate)
  await page.getByRole('button', { name: 'Leave' }).click()

  await page.getByRole('button', { name: 'Take a device out…' }).click()
  await page.getByRole('combobox', { name: 'Device' }).click()
  await page.getByRole('option', { name: 'rpi_001' }).click()
  await page.getByRole('button', { name: 'Take it out' }).click()
  await heading(page, 'Read and save the files')
  await expect(page.getByText(/^Taken out: rpi_001\./)).toBeVisible()
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  expect(passwords().map((line) => line.split(':')[0])).toEqual(['operator', 'rpi_002'])
  await next(page)
  await expect(page.getByText(/^Proved with Mosquitto/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'What was taken out is refused' })).toContainText('passed')
  await page.getByRole('button', { name: 'Leave' }).click()

  await page.getByRole('button', { name: 'Renew certificates' }).click()
  await heading(page, 'Read and save the files')
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  expect(certificate()).not.toBe(oldCertificate)
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Forget Roof' }).click()
  await page.getByRole('button', { name: 'Forget', exact: true }).click()
  await expect(page.getByText('No broker is set up yet')).toBeVisible()
})

test('the built-in broker is set up with TLS from the wizard, and the app connects to it', async ({ launch }) => {
  const waypost = await launch()
  const { page } = waypost
  const folder = mkdtempSync(join(tmpdir(), 'waypost-saved-'))
  await answerDialogs(waypost, { folder, file: join(folder, 'ca-key.pem') })
  await page.getByRole('button', { name: 'Set up a broker' }).click()
  await page.getByLabel(/^Name/).fill('Field laptop')
  await page.getByRole('radio', { name: 'Built in' }).click()
  await next(page)
  await next(page)
  await addTag(page, 'Names and addresses', 'laptop.local')
  await page.getByLabel(/^Port/).fill(String(await freeLoopbackPort()))
  await page.getByLabel('Only this computer may connect').check()
  await next(page)
  await page.getByRole('button', { name: 'Make a password for operator' }).click()
  await next(page)
  await next(page)
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await expect(page.getByText(/^Saved: /)).toBeVisible()
  await next(page)
  await expect(page.getByText(/^The built-in broker is proved by its own start/)).toBeVisible()
  await next(page)
  await page.getByRole('button', { name: 'Create and connect' }).click()
  await expectConnected(page)
})
