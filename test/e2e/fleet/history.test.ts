import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startFakeDevice } from '../fixtures/fake-device.ts'
import { connect, goTo, proposal, result, say } from '../fixtures/operator.ts'
import { takePictures } from '../fixtures/pictures.ts'
import { test } from '../fixtures/waypost-app.ts'

const TEMPERATURE = 'cat /sys/class/thermal/thermal_zone0/temp'

test('a run is found in the history by a word of its output in both languages, opened, compared and proposed again', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { page } = await launch()
  await page.setViewportSize({ width: 1280, height: 800 })
  await connect(page, broker)
  const devices = await Promise.all(['gw-1', 'gw-2', 'gw-3'].map((id) => startFakeDevice(broker, id)))
  await goTo(page, 'Devices')
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  await bar.getByRole('button', { name: 'Choose all 3' }).click()
  await bar.getByRole('button', { name: 'Ask or run on 3 devices' }).click()
  const run = async (count: number, answers: readonly string[]) => {
    await say(page, 'Command', TEMPERATURE)
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page).getByRole('button', { name: 'Cancel all' })).toBeVisible()
    for (const [index, device] of devices.entries()) await device.answer(count, answers[index] ?? '')
    await expect(result(page).getByRole('button', { name: 'Cancel all' })).toBeHidden()
  }
  await run(1, ['温度正常 bookworm\n', '温度正常 bookworm\n', '温度正常 bookworm\n'])
  await run(2, ['温度正常 bookworm\n', '温度正常 bookworm\n', '温度过高 trixie\n'])
  await say(page, 'Command', 'reboot')
  await proposal(page).getByRole('button', { name: 'Reject' }).click()

  await goTo(page, 'History')
  const history = page.getByRole('region', { name: 'History' })
  const rows = history.getByRole('table', { name: 'Exchanges' }).locator('tbody tr')
  const search = history.getByRole('searchbox', { name: 'Search the history' })
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('reboot')
  await expect(rows.first()).toContainText('Rejected')
  await search.fill('温度')
  await expect(rows).toHaveCount(2)
  await search.fill('trixie outcome:succeeded')
  await expect(rows).toHaveCount(1)
  await search.fill('"(" OR * NEAR(')
  await expect(history.getByRole('alert')).toBeHidden()
  await search.fill('colour:red')
  await expect(history.getByRole('alert')).toContainText('is no field')
  await search.fill('outcome:rejected')
  await expect(rows).toHaveCount(1)
  await search.fill('')
  await expect(rows).toHaveCount(3)
  await takePictures(page, 'fleet/history-list')

  await search.fill('trixie')
  await expect(rows).toHaveCount(1)
  await rows.first().getByRole('button').click()
  const opened = page.getByRole('dialog', { name: 'As it was' })
  await expect(opened.getByRole('region', { name: 'Result' })).toContainText('gw-3')
  await takePictures(page, 'fleet/history-run')
  await opened.getByRole('button', { name: 'Compare…' }).click()
  const comparison = opened.getByRole('region', { name: 'Comparison' })
  await expect(comparison).toContainText('1 changed')
  await expect(comparison).toContainText('2 the same')
  await expect(comparison.getByRole('group', { name: 'What changed' })).toContainText('trixie')
  await takePictures(page, 'fleet/history-comparison')

  await opened.getByRole('button', { name: 'Propose again' }).click()
  await expect(opened).toBeHidden()
  await expect(proposal(page)).toContainText('gw-3')
  await expect(proposal(page).getByRole('textbox', { name: 'Command to run' })).toContainText(TEMPERATURE)
  await expect(proposal(page)).toBeInViewport()
  await Promise.all(devices.map((device) => device.stop()))
  await broker.stop()
})
