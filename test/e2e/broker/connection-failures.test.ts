import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import {
  connect,
  editConnection,
  expectConnected,
  fillConnection,
  nextStep,
  saveAndConnect,
} from '../fixtures/operator.ts'
import { takePicture } from '../fixtures/pictures.ts'
import { test } from '../fixtures/waypost-app.ts'

test('a wrong password is named as such, nothing is retried, and the right one connects', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: 'right-password' } })
  try {
    const { page } = await launch()
    await fillConnection(page, { ...broker, username: 'operator', password: 'wrong-password' })
    await expect(page.getByRole('region', { name: 'Connection test' })).toContainText(/user name or( the)? password/i)
    await saveAndConnect(page)
    await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'stopped')
    await expect(page.getByRole('alert')).toContainText(/user name or( the)? password/i)
    // The same password again would only count against the account.
    await expect(page.getByRole('alert').getByRole('button', { name: 'Retry now' })).toBeHidden()
    await page.getByRole('alert').getByLabel('Password', { exact: true }).fill('right-password')
    await page.keyboard.press('Enter')
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})

test('a stored password is asked for again when the connection leads elsewhere, and is not sent there', async ({
  launch,
}, _testInfo) => {
  const users = { operator: 'right-password' }
  const broker = await startMosquitto({ mode: 'password', users })
  const other = await startMosquitto({ mode: 'password', users })
  try {
    const { page } = await launch({ args: ['--lang=en-US'] })
    await connect(page, { ...broker, username: 'operator', password: 'right-password' })
    await editConnection(page)
    const port = page.getByLabel(/^Port( \*)?$/)
    const password = page.getByLabel(/^Password( \*)?$/)
    const words = `The password was saved for 127.0.0.1:${broker.port} without TLS. Enter it again, because the address changed.`
    await port.fill(String(other.port))
    await expect(page.getByText(words)).toBeVisible()
    await takePicture(page, 'failures/hint')
    for (const name of ['Test connection', 'Save', 'Save and connect']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(password).toBeFocused()
      await expect(password).toHaveAccessibleDescription(words)
    }
    await takePicture(page, 'failures/asked')
    await port.fill(String(broker.port))
    await expect(page.getByText(words)).toBeHidden()
    await port.fill(String(other.port))
    await password.fill('right-password')
    await page.getByRole('button', { name: 'Save and connect' }).click()
    await expectConnected(page)
    expect(other.log()).not.toContain('not authorised')
    await editConnection(page)
    await expect(port).toHaveValue(String(other.port))
  } finally {
    await broker.stop()
    await other.stop()
  }
})

test('a broker whose certificate another CA signed is not trusted, and the CA is named as the cause', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'tls', users: { operator: 'right-password' } })
  const other = await createAuthority()
  try {
    const { page } = await launch()
    await fillConnection(page, { ...broker, ca: other.ca, username: 'operator', password: 'right-password' })
    await expect(page.getByRole('region', { name: 'Connection test' })).toContainText(/CA/)
    expect(broker.log()).not.toContain('operator')
  } finally {
    await broker.stop()
  }
})

test('a newcomer meets a wrong password and a missing SAN, and fixes both by what the window says', async ({
  launch,
}) => {
  const authority = await createAuthority()
  const serverCertificate = await authority.issueServer({ hosts: ['broker.example'] })
  const users = { operator: 'right-password' }
  const broker = await startMosquitto({ mode: 'tls', authority, serverCertificate, users })
  try {
    const { page } = await launch()
    await fillConnection(page, { ...broker, ca: authority.ca, username: 'operator', password: 'wrong-password' })
    const result = page.getByRole('region', { name: 'Connection test' })
    await expect(result).toContainText('DNS:broker.example')
    await result.getByRole('button', { name: 'Use broker.example as server name' }).click()
    await expect(result).toContainText(/wrong user name or password/)
    await result.getByRole('button', { name: 'Change: Password' }).click()
    await expect(page.getByLabel(/^Server name$/)).toHaveValue('broker.example')
    await expect(page.getByRole('region', { name: 'Certificate: CA certificate' })).toContainText('Valid until')
    await page.getByLabel(/^Password( \*)?$/).fill('right-password')
    await nextStep(page)
    await expect(result).toContainText('Every stage passed')
    await expect(result.getByRole('list', { name: 'What this account may do' })).toContainText('Send commands')
    await saveAndConnect(page)
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})

test('a self-signed broker is pinned by its fingerprint, after the ports of the host were scanned', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'tls' })
  try {
    const { page } = await launch()
    await page
      .getByRole('button', { name: /Connect to a broker/ })
      .first()
      .click()
    await page.getByLabel(/^Host( \*)?$/).fill(`mqtts://127.0.0.1:${broker.port}`)
    await page.getByRole('button', { name: 'Scan the usual ports' }).click()
    await expect(page.getByRole('list', { name: 'Ports of 127.0.0.1' })).toContainText('1883')
    await expect(page.getByLabel(/^Port( \*)?$/)).toHaveValue(String(broker.port))
    await nextStep(page)
    await nextStep(page)
    const result = page.getByRole('region', { name: 'Connection test' })
    await result.getByRole('button', { name: 'Compare and pin the certificate' }).click()
    await page.getByRole('button', { name: 'Look at the certificate' }).click()
    await expect(page.getByText(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)).toBeVisible()
    await page.getByRole('checkbox', { name: /I compared the fingerprint/ }).check()
    await nextStep(page)
    await expect(result).toContainText('Every stage passed')
    await saveAndConnect(page)
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})

test('connections of another program are imported without their password passing through the window', async ({
  launch,
}, testInfo) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: 'canary-password' } })
  const file = testInfo.outputPath('mqttx.json')
  await writeFile(
    file,
    JSON.stringify([
      {
        clientId: 'x',
        name: 'Plant',
        protocol: 'mqtt',
        host: '127.0.0.1',
        port: broker.port,
        username: 'operator',
        password: 'canary-password',
      },
    ]),
  )
  try {
    const { app, page } = await launch()
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, file)
    await page
      .getByRole('button', { name: /Connect to a broker/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Import…' }).click()
    const report = page.getByRole('dialog', { name: 'Import of mqttx.json' })
    await expect(report).toContainText('1 connection was imported.')
    expect(await page.content()).not.toContain('canary-password')
    await report.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})

test('a log of a broker that does not start is explained', async ({ launch }) => {
  const { page, app, userData } = await launch({ args: ['--lang=en-US'] })
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await page.getByTestId('connection-switcher').click()
  await page.getByRole('menuitem', { name: 'Manage connections' }).click()
  await page.getByRole('button', { name: 'Explain a broker log' }).click()
  await page
    .getByLabel('Broker log', { exact: true })
    .fill('1: Starting in local only mode. Connections will only be possible from clients running on this machine.')
  await page.getByRole('button', { name: 'Explain', exact: true }).click()
  const findings = page.getByRole('list', { name: 'What the log shows' })
  await expect(findings).toContainText('listener 1883')
  // A log larger than what is read of it: its end is explained, and the window says so.
  const path = join(userData, 'large.log')
  const well = '1700000000: New connection from 192.0.2.7:50000 on port 1883.\n'
  const refused = '1700000001: Client pump-7 disconnected, not authorised.\n'
  await writeFile(path, `${well.repeat(80_000)}${refused.repeat(3)}1700000002: Error: Something new.\n`)
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, path)
  await page.getByRole('button', { name: 'Open a file' }).click()
  await expect(findings).toContainText('pump-7 (3)')
  await expect(findings).toContainText('not known')
  await expect(page.getByText(/only the end was read/)).toBeVisible()
  await findings.scrollIntoViewIfNeeded()
  await takePicture(page, 'failures/large-log')
})
