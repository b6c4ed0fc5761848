import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startFakeDevice } from '../fixtures/fake-device.ts'
import { connect, goTo, proposal, result, say, setLook } from '../fixtures/operator.ts'
import { takePicture, takePictures } from '../fixtures/pictures.ts'
import { test } from '../fixtures/waypost-app.ts'

const RELEASE = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'

test('the answers of twenty devices are one majority, one difference and one failure, which can be proposed again', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { app, page } = await launch()
  await page.setViewportSize({ width: 1024, height: 700 })
  await connect(page, broker)
  const ids = Array.from({ length: 20 }, (_, index) => `gw-${String(index + 1).padStart(3, '0')}`)
  const devices = await Promise.all(ids.map((id) => startFakeDevice(broker, id)))
  await goTo(page, 'Devices')
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  await bar.getByRole('button', { name: 'Choose all 20' }).click()
  await bar.getByRole('button', { name: 'Ask or run on 20 devices' }).click()
  await say(page, 'Command', 'cat /etc/os-release')
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()

  const run = result(page)
  const counts = run.getByRole('group', { name: 'Devices by outcome' })
  await expect(counts.getByRole('button', { name: '20 waiting' })).toBeVisible()
  await expect(run.getByRole('button', { name: 'Cancel all' })).toBeVisible()
  for (const [index, device] of devices.entries()) {
    if (index === 6) await device.answer(1, 'cat: /etc/os-release: Input/output error\n', false)
    else await device.answer(1, index === 11 ? RELEASE.replaceAll('12', '11').replace('bookworm', 'bullseye') : RELEASE)
  }
  await expect(counts).toHaveText('18 the same1 different1 failed')
  const heads = run.locator('[data-head]')
  await expect(heads).toHaveCount(3)
  await expect(heads.nth(0)).toContainText('gw-007')
  await expect(heads.nth(1)).toContainText('gw-012')
  await expect(heads.nth(2)).toContainText('18 devices')
  await expect(heads.nth(2)).toHaveAttribute('aria-expanded', 'false')
  await expect(heads.nth(2)).toBeInViewport()

  await heads.nth(0).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('d')
  await expect(run.getByRole('group', { name: 'Difference from the majority' })).toContainText('bullseye')
  await heads.nth(2).click()
  await run.getByRole('button', { name: 'Show 18 devices' }).click()
  await takePictures(page, 'fleet/folded')

  const file = join(await mkdtemp(join(tmpdir(), 'waypost-run-')), 'run.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await run.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('menuitem', { name: 'As a table (CSV), one row a device' }).click()
  await expect(page.getByText(`Saved to ${file}`)).toBeVisible()
  const rows = (await readFile(file, 'utf8')).split('\r\n')
  expect(rows).toHaveLength(1 + 20 + 1)
  expect(rows.find((row) => row.startsWith('gw-007,'))).toContain('failed')

  await run.getByRole('button', { name: 'Run again on the 1 failed' }).click()
  await expect(proposal(page)).toContainText('gw-007')
  await expect(proposal(page)).not.toContainText('gw-012')
  await Promise.all(devices.map((device) => device.stop()))
  await broker.stop()
})

test('a late answer changes the head, and the summary is marked and made again', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { page } = await launch()
  await page.setViewportSize({ width: 1024, height: 700 })
  await connect(page, broker)
  const devices = await Promise.all(['gw-1', 'gw-2', 'gw-3'].map((id) => startFakeDevice(broker, id)))
  await goTo(page, 'Devices')
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  await bar.getByRole('button', { name: 'Choose all 3' }).click()
  await bar.getByRole('button', { name: 'Ask or run on 3 devices' }).click()
  await say(page, 'Command', 'hostname')
  const timeout = proposal(page).getByRole('textbox', { name: 'Timeout' })
  await timeout.fill('1')
  await timeout.blur()
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  const [first, second, third] = devices
  await first?.answer(1, 'fleet')
  await second?.answer(1, 'fleet')

  const counts = result(page).getByRole('group', { name: 'Devices by outcome' })
  await expect(counts).toHaveText('2 the same1 without a result', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Sum up', exact: true }).click()
  await expect(page.getByText('no result', { exact: true })).toBeVisible()
  await third?.answer(1, 'fleet')
  await expect(counts).toHaveText('3 the same')
  await page.getByRole('button', { name: 'Sum up again' }).click()
  await expect(page.getByRole('button', { name: 'Sum up again' })).toHaveCount(0)
  await expect(page.getByText('3 of 3 succeeded')).toBeVisible()
  await setLook(page, 'zh-CN', 'light')
  await expect(page.getByRole('navigation').getByText('控制台')).toBeVisible()
  await takePicture(page, 'fleet/late-zh-CN-light')
  await Promise.all(devices.map((device) => device.stop()))
  await broker.stop()
})
