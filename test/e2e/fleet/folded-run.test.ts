import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { resultsFolder } from '../../support/run/vitest-suite.ts'
import { startFakeDevice } from '../fixtures/fake-device.ts'
import { connect, goTo, proposal, result, say, setLook } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

const RELEASE = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'

test('the answers of twenty devices are one majority, one difference and one failure, which can be proposed again', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { page } = await launch()
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
  await expect(counts).toHaveText('18 the same1 differ1 failed')
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
  for (const language of ['zh-CN', 'en'] as const) {
    for (const theme of ['dark', 'light'] as const) {
      await setLook(page, language, theme)
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      await expect(page.getByRole('navigation').getByText(language === 'en' ? 'Console' : '控制台')).toBeVisible()
      await page.screenshot({ path: join(resultsFolder, 'fleet', `folded-${language}-${theme}.png`) })
    }
  }

  await run.getByRole('button', { name: 'Run again on the 1 failed' }).click()
  await expect(proposal(page)).toContainText('gw-007')
  await expect(proposal(page)).not.toContainText('gw-012')
  await Promise.all(devices.map((device) => device.stop()))
  await broker.stop()
})
