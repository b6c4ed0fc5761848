import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { startFakeDevice } from '../fixtures/fake-device.ts'
import { connect, expectConnected, goTo, proposal, result, say } from '../fixtures/operator.ts'
import { takePictures } from '../fixtures/pictures.ts'
import { test } from '../fixtures/waypost-app.ts'

async function choose(page: Page, count: number): Promise<void> {
  await goTo(page, 'Devices')
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  await bar.getByRole('button', { name: `Choose all ${count}` }).click()
  await bar.getByRole('button', { name: `Ask or run on ${count} devices` }).click()
}

test('a failing canary withholds the command from the others, which can be proposed again', async ({ launch }) => {
  test.setTimeout(180_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const commands = await observe({ ...broker, filter: 'device/+/command' })
  const sent = () => commands.messages.filter(({ json }) => json?.command !== undefined).length
  const first = await launch()
  const { page } = first
  await page.setViewportSize({ width: 1100, height: 800 })
  await connect(page, broker)
  const ids = Array.from({ length: 12 }, (_, index) => `gw-${String(index + 1).padStart(3, '0')}`)
  const devices = await Promise.all(ids.map((id) => startFakeDevice(broker, id)))
  await choose(page, 12)
  await say(page, 'Command', 'mkdir /tmp/waypost')
  const card = proposal(page)
  const plan = card.getByRole('region', { name: 'Rollout' })
  await expect(plan.getByRole('radio', { name: 'Step by step' })).toBeChecked()
  await plan.getByRole('textbox', { name: 'Devices of the canary' }).fill('2')
  await plan.getByRole('combobox', { name: 'After the canary' }).selectOption('auto')
  await plan.getByRole('textbox', { name: 'Seconds after the canary' }).fill('1')
  await expect(plan).toContainText('2 → 3 waves of 3 → 1')
  await card.getByRole('textbox', { name: 'Type the number of devices to confirm' }).fill('12')
  await takePictures(page, 'fleet/rollout-card')
  await card.getByRole('button', { name: 'Run', exact: true }).click()

  await devices[0]?.answer(1, '')
  await devices[1]?.answer(1, 'No space left on device\n', false)
  const run = result(page)
  await expect(run.getByText('Rollout stopped: sent to 2 of 12')).toBeVisible()
  await expect(run.getByText('Too many devices failed.')).toBeVisible()
  await expect(run.getByText('10 devices were not sent the command.')).toBeVisible()
  await takePictures(page, 'fleet/rollout-stopped')
  expect(sent()).toBe(2)

  await run.getByRole('button', { name: 'Run again on the 10 not sent' }).click()
  await expect(proposal(page)).toContainText('gw-003')
  await expect(proposal(page)).not.toContainText('gw-002')

  await proposal(page).getByText('Step by step').click()
  await proposal(page).getByRole('textbox', { name: 'Devices of the canary' }).fill('1')
  await proposal(page).getByRole('combobox', { name: 'After the canary' }).selectOption('ask')
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  await devices[2]?.answer(1, '')
  await expect(result(page).getByText('Canary ended: sent to 1 of 10')).toBeVisible()
  await takePictures(page, 'fleet/rollout-looking')
  await first.quit()

  const { page: again } = await launch({ userData: first.userData })
  await again.setViewportSize({ width: 1100, height: 800 })
  await goTo(again, 'Console')
  await expectConnected(again)
  await expect(result(again).getByText('Rollout paused: sent to 1 of 10')).toBeVisible()
  await takePictures(again, 'fleet/rollout-paused')
  expect(sent()).toBe(3)
  await result(again).getByRole('button', { name: 'Resume: 9 left' }).click()
  await result(again).getByRole('button', { name: 'Go on: 9 left' }).click()
  await commands.waitForCount('device/gw-004/command', 1)
  await result(again).getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(result(again).getByText('By you.')).toBeVisible()
  await Promise.all(devices.map((device) => device.stop()))
  await commands.stop()
  await broker.stop()
})

test('a device that is away is left out or waited for, and gets the command when it says that it is there', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { page } = await launch()
  await page.setViewportSize({ width: 1100, height: 800 })
  await connect(page, broker)
  const ids = ['gw-1', 'gw-2', 'gw-3']
  const devices = await Promise.all(ids.map((id) => startFakeDevice(broker, id)))
  const says = (status: string) =>
    devices[2]?.observer.client.publishAsync(
      'device/gw-3/status',
      JSON.stringify({ device_id: 'gw-3', status, timestamp: Date.now() / 1000 }),
      { qos: 1, retain: true },
    )
  await choose(page, 3)
  await says('offline')
  await say(page, 'Command', 'hostname')
  const absent = proposal(page).getByRole('region', { name: '1 device is away:' })
  await expect(absent).toContainText('gw-3')
  await expect(absent.getByRole('radio', { name: 'Leave out' })).toBeChecked()
  await absent.getByText('Wait until seen').click()
  await takePictures(page, 'fleet/rollout-absent')
  await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  await devices[0]?.answer(1, 'a\n')
  await devices[1]?.answer(1, 'a\n')
  const run = result(page)
  await expect(run.getByText('Waiting for 1 device until')).toBeVisible()
  await takePictures(page, 'fleet/rollout-waiting')
  expect(devices[2]?.received()).toHaveLength(0)
  await says('online')
  await devices[2]?.answer(1, 'a\n')
  await expect(run.getByRole('group', { name: 'Devices by outcome' })).toHaveText('3 the same')
  await expect(run.getByText('Waiting for 1 device until')).toBeHidden()
  await Promise.all(devices.map((device) => device.stop()))
  await broker.stop()
})
