import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startGenerated } from '../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../support/brokers/mosquitto.ts'
import { countClicks } from './fixtures/count-clicks.ts'
import { expectConnected, goTo, proposal, result } from './fixtures/operator.ts'
import { addTag, answerDialogs, debianFiles, heading, next } from './fixtures/set-up-wizard.ts'
import { test } from './fixtures/waypost-app.ts'

test('the demo leads to an answer in two clicks, an alert to its device in one, and the history is one away', async ({
  launch,
}) => {
  test.setTimeout(150_000)
  const { page } = await launch()
  const clicks = await countClicks(page)
  await page.getByRole('button', { name: /Try the demo/ }).click()
  // The first look at the conversation waits until commands can be judged, which takes its time on a busy computer.
  await expect(page.getByRole('button', { name: /^Remove demo-/ })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'How much disk space is left?' }).click()
  await page.keyboard.press('Enter')
  await expect(proposal(page)).toContainText('df -h')
  await expect(proposal(page)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(result(page)).toContainText('Succeeded')
  expect(await clicks()).toBe(2)

  await page.getByRole('navigation').getByRole('button', { name: 'Alerts' }).click()
  const asking = await countClicks(page)
  const ask = page.getByRole('button', { name: /^Ask demo-/ }).first()
  const asked = (await ask.getAttribute('aria-label'))?.slice('Ask '.length) ?? ''
  await ask.click()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await expect(page.getByRole('button', { name: `Remove ${asked}` })).toBeVisible()
  expect(await asking()).toBe(1)

  await page.getByRole('navigation').getByRole('button', { name: 'Alerts' }).click()
  const acknowledging = await countClicks(page)
  await page
    .getByRole('button', { name: /^Acknowledge demo-|^Acknowledge the alert/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await acknowledging()).toBe(2)

  const looking = await countClicks(page)
  await goTo(page, 'History')
  await expect(page.getByText('How much disk space is left?').last()).toBeVisible()
  expect(await looking()).toBe(1)
})

test('the wizard leads to a connected broker in ten clicks, which lists its devices, and a further device takes three', async ({
  launch,
}) => {
  test.setTimeout(150_000)
  const waypost = await launch()
  const { page } = waypost
  const folder = mkdtempSync(join(tmpdir(), 'waypost-saved-'))
  const port = await freeLoopbackPort()
  await answerDialogs(waypost, { folder, file: join(folder, '..', `ca-key-${port}.pem`) })
  const clicks = await countClicks(page)
  await page.getByRole('button', { name: 'Set up a broker' }).click()
  await page.getByLabel(/^Name/).fill('Workshop')
  await page.keyboard.press('Enter')
  await next(page)
  await addTag(page, 'Names and addresses', '127.0.0.1')
  await page.getByLabel(/^Port/).fill(String(port))
  await page.keyboard.press('Enter')
  await heading(page, 'Which people and devices use it?')
  await page.getByRole('button', { name: 'Make a password for operator' }).click()
  await addTag(page, 'Devices', 'rpi_001')
  await addTag(page, 'Devices', 'rpi_002')
  await next(page)
  await next(page)
  await heading(page, 'Read and save the files')
  // Without a keyring the key of the authority goes into a file first.
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('correct horse battery')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save as a folder…' }).click()
  await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
  await next(page)
  await expect(page.getByText(/^Proved with Mosquitto/)).toBeVisible({ timeout: 30_000 })
  await next(page)
  const broker = await startGenerated(folder, debianFiles(folder))
  try {
    await page.getByRole('button', { name: 'Create and connect' }).click()
    await expectConnected(page)
    expect(await clicks()).toBeLessThanOrEqual(10)

    await goTo(page, 'Devices')
    for (const id of ['rpi_001', 'rpi_002'])
      await expect(page.getByRole('row').filter({ hasText: id })).toContainText('Not heard yet')

    await page.getByRole('navigation').getByRole('button', { name: 'Set-ups' }).click()
    const leave = page.getByRole('button', { name: 'Finish' })
    await leave.click()
    const adding = await countClicks(page)
    await page.getByRole('button', { name: 'Add a device…' }).click()
    await page.getByRole('textbox', { name: /^Device ids/ }).fill('rpi_003')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText(/^Proved with Mosquitto/)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Save as a folder…' }).click()
    await expect(page.getByText(`Saved: ${folder}`)).toBeVisible()
    expect(await adding()).toBe(3)
    await goTo(page, 'Devices')
    await expect(page.getByRole('row').filter({ hasText: 'rpi_003' })).toContainText('Not heard yet')
  } finally {
    await broker.stop()
  }
})
