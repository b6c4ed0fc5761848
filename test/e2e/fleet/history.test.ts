import { expect, type Locator } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startFakeDevice } from '../fixtures/fake-device.ts'
import { chooseDevice, connect, expectConnected, goTo, proposal, result, say } from '../fixtures/operator.ts'
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
  const opened = page.getByRole('complementary', { name: 'As it was' })
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

/** Left and top edge of what stays in sight, for a comparison before and after. */
const edgesOf = async (...places: readonly Locator[]) =>
  Promise.all(
    places.map(async (place) => {
      const box = await place.boundingBox()
      return box === null ? null : { x: Math.round(box.x), y: Math.round(box.y) }
    }),
  )

test('an exchange of the history stands beside the list, follows the arrow keys and moves no row; in a narrow window the same lies over it', async ({
  launch,
}) => {
  const { page } = await launch()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await chooseDevice(page, 'demo-gateway-yard')
  for (const command of ['reboot', 'shutdown -r now', 'rm -rf /var/log/old']) {
    await say(page, 'Command', command)
    await expect(proposal(page).getByRole('textbox', { name: 'Command to run' })).toContainText(command)
    await proposal(page).getByRole('button', { name: 'Reject' }).click()
    await expect(proposal(page)).toContainText('Rejected')
  }
  await goTo(page, 'History')
  const history = page.getByRole('region', { name: 'History' })
  const rows = history.getByRole('table', { name: 'Exchanges' }).locator('tbody tr')
  const beside = page.getByRole('complementary', { name: 'As it was' })
  await expect(rows).toHaveCount(3)
  const row = (index: number) => rows.nth(index).getByRole('button')
  const places = [row(0), row(2), rows.first().locator('time'), history.getByRole('searchbox')]
  const before = await edgesOf(...places)

  await test.step('beside the list', async () => {
    await row(0).click()
    await expect(beside.getByText('rm -rf /var/log/old').first()).toBeVisible()
    expect(await edgesOf(...places)).toEqual(before)
    await expect(row(0)).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(beside.getByText('shutdown -r now').first()).toBeVisible()
    await expect(row(1)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(beside.getByText('reboot', { exact: true }).first()).toBeVisible()
    await expect(row(0)).not.toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Tab')
    await expect(beside.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(beside).toBeHidden()
    await expect(row(2)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(beside).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(beside).toBeHidden()
    expect(await edgesOf(...places)).toEqual(before)
  })

  await test.step('it is still open after a look at the console', async () => {
    await row(1).click()
    await beside.getByRole('button', { name: 'Propose again' }).click()
    await expect(proposal(page).getByRole('textbox', { name: 'Command to run' })).toContainText('shutdown -r now')
    await goTo(page, 'History')
    await expect(beside.getByText('shutdown -r now').first()).toBeVisible()
  })

  await test.step('over the list where both find no room', async () => {
    const built = await beside.elementHandle()
    await page.setViewportSize({ width: 1024, height: 700 })
    await expect(beside).toHaveAttribute('data-over', 'true')
    await expect(beside.getByText('shutdown -r now').first()).toBeVisible()
    expect(await built?.evaluate((pane) => pane.isConnected)).toBe(true)
    await page.keyboard.press('Tab')
    await expect(beside.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect(beside).not.toHaveAttribute('data-over', 'true')
    expect(await built?.evaluate((pane) => pane.isConnected)).toBe(true)
    await expect(beside.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.keyboard.press('Escape')
    await expect(beside).toBeHidden()
    // Below what was proposed again.
    await expect(row(2)).toBeFocused()
  })

  await test.step('yesterday is one press away, by the keyboard too', async () => {
    await history.getByRole('searchbox').focus()
    for (let press = 0; press < 3; press++) await page.keyboard.press('Tab')
    await expect(history.getByRole('button', { name: 'Yesterday' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(history.getByRole('searchbox')).toHaveValue('on:yesterday')
    await expect(history.getByText('Nothing matches')).toBeVisible()
    await history.getByRole('button', { name: 'Today' }).click()
    await expect(rows).toHaveCount(4)
  })
})
