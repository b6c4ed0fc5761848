import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { observe } from '../support/brokers/mqtt-observer.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { chooseDevice, connect, goTo, proposal, result, say } from './fixtures/operator.ts'
import { takePictures } from './fixtures/pictures.ts'
import { test } from './fixtures/waypost-app.ts'

/** Asks main as the window does. */
function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([route, value]) => {
      const { waypost } = globalThis as unknown as {
        waypost: { request(name: string, input: unknown): Promise<{ value: unknown }> }
      }
      return waypost.request(route, value).then((answer) => answer.value)
    },
    [name, input] as const,
  )
}

/** What stood in the editor, and on its whole card, when a frame was drawn. */
interface Frame {
  readonly text: string
  readonly card: string
}

/** Runs in the window: notes every frame of the newest proposal card from now on. */
const WATCH_CARD = `(() => {
  const frames = []
  const look = () => {
    const card = [...document.querySelectorAll('section[aria-label^="Proposal"]')].at(-1)
    const editor = card?.querySelector('.cm-content')
    if (editor) frames.push({ text: editor.innerText, card: card.innerText })
    requestAnimationFrame(look)
  }
  look()
  return frames
})()`

/** Runs in the window: pastes ids, one a line, into the field that has the focus. */
const PASTE_LIST = `(() => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'gw-021\\ngw-022\\nno-such\\n')
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement.dispatchEvent(paste)
})()`

test('all chosen devices are handed over, whatever the filter shows, and a change on many asks for their number', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const fleet = await observe({ host: broker.host, port: broker.port })
  const { page } = await launch()
  await page.setViewportSize({ width: 1024, height: 700 })
  await connect(page, broker)
  const ids = Array.from({ length: 200 }, (_, index) => `gw-${String(index + 1).padStart(3, '0')}`)
  const report = (id: string) => fleet.publish(`device/${id}/data`, { device_id: id, cpu_temperature: 40 })
  await Promise.all(ids.map(report))
  await goTo(page, 'Devices')
  const grid = page.getByRole('grid', { name: 'Devices' })
  const filter = page.getByRole('combobox', { name: 'Filter devices' })
  const bar = page.getByRole('region', { name: 'Chosen devices' })
  const composer = page.getByRole('region', { name: 'Console' })
  await expect(bar.getByRole('button', { name: 'Choose all 200' })).toBeVisible()

  await test.step('two clicks on neighbouring rows choose both: no row jumps', async () => {
    const places = await Promise.all(
      ['gw-001', 'gw-002'].map((id) => grid.getByRole('checkbox', { name: `Choose ${id}` }).boundingBox()),
    )
    for (const place of places) {
      if (place !== null) await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
    }
    await expect(bar.getByText('2 devices chosen', { exact: true })).toBeVisible()
  })

  await test.step('all 200 stay chosen, counted and handed over under a filter that shows one, or none', async () => {
    await bar.getByRole('button', { name: 'Choose all 200' }).click()
    await expect(bar.getByText('200 devices chosen', { exact: true })).toBeVisible()
    await filter.fill('gw-150')
    await expect(bar.getByText('200 devices chosen, 199 of them not shown')).toBeVisible()
    await takePictures(page, 'selection/one-shown')
    await filter.fill('nothing-like-it')
    await expect(bar.getByText('200 devices chosen, 200 of them not shown')).toBeVisible()
    await bar.getByRole('button', { name: 'Ask or run on 200 devices' }).click()
    await expect(composer.getByText('200 devices', { exact: true })).toBeVisible()
  })

  await test.step('a change on them asks for their number', async () => {
    await say(page, 'Command', 'mkdir /tmp/x')
    const run = proposal(page).getByRole('button', { name: 'Run', exact: true })
    const number = proposal(page).getByLabel('Type the number of devices to confirm')
    await expect(run).toBeDisabled()
    await number.fill('1')
    await expect(run).toBeDisabled()
    await number.fill('200')
    await expect(run).toBeEnabled()
    await takePictures(page, 'selection/wide-change')
    await proposal(page).getByRole('button', { name: 'Reject' }).click()
    expect(fleet.messages.filter(({ topic }) => /^device\/gw-\d+\/command$/.test(topic))).toEqual([])
  })

  await test.step('a range takes in the rows between, also those that were never scrolled through', async () => {
    await goTo(page, 'Devices')
    await bar.getByRole('button', { name: 'Clear the choice' }).click()
    await filter.fill('')
    await grid.getByRole('checkbox', { name: 'Choose gw-001' }).click()
    await grid.focus()
    await page.keyboard.press('Shift+End')
    await expect(bar.getByText('200 devices chosen', { exact: true })).toBeVisible()
  })

  await test.step('nine of a filter stay nine without it, and a forgotten device is dropped and named', async () => {
    await bar.getByRole('button', { name: 'Clear the choice' }).click()
    await filter.fill('gw-00')
    await bar.getByRole('button', { name: 'Choose all 9 that match' }).click()
    await expect(bar.getByText('9 devices chosen', { exact: true })).toBeVisible()
    await filter.fill('')
    await expect(bar.getByRole('button', { name: 'Choose all 200' })).toBeVisible()
    await expect(bar.getByText('9 devices chosen', { exact: true })).toBeVisible()
    await expect(grid.getByRole('row', { selected: true })).toHaveCount(9)
    const turns = (await ask(page, 'console.turns', { before: null, limit: 1 })) as { connectionId: string }[]
    await ask(page, 'devices.forget', { connectionId: turns[0]?.connectionId, deviceId: 'gw-004' })
    await expect(bar.getByText('8 devices chosen', { exact: true })).toBeVisible()
    await expect(bar.getByText('gw-004 left the list and is no longer chosen.')).toBeVisible()
    await takePictures(page, 'selection/one-gone')
    await bar.getByRole('button', { name: 'Ask or run on 8 devices' }).click()
    await expect(composer.getByText('8 devices', { exact: true })).toBeVisible()
  })

  await test.step('the composer takes several, by one pick each, by filter and by a pasted list', async () => {
    const picker = composer.getByRole('combobox', { name: 'Device' })
    await composer.getByRole('button', { name: 'Clear', exact: true }).click()
    await composer.getByRole('textbox', { name: 'Message' }).press('Enter')
    await page.getByRole('option', { name: /gw-002/ }).click()
    await page.getByRole('option', { name: /gw-003/ }).click()
    await expect(composer.getByText('2 devices', { exact: true })).toBeVisible()
    await takePictures(page, 'selection/picked')
    await picker.fill('gw-01')
    await page.getByRole('option', { name: 'All 10 that match gw-01' }).click()
    await expect(composer.getByText('12 devices', { exact: true })).toBeVisible()
    await picker.focus()
    await page.evaluate(PASTE_LIST)
    await expect(composer.getByText('14 devices', { exact: true })).toBeVisible()
    await expect(composer.getByText('Not in the device list: no-such')).toBeVisible()
    await picker.press('Escape')
    await composer.getByRole('button', { name: '8 more', exact: true }).click()
    const all = page.getByRole('dialog', { name: '14 devices' })
    await expect(all.getByText('gw-022')).toBeVisible()
    await takePictures(page, 'selection/all-chosen')
    await all.getByRole('button', { name: 'Remove gw-022' }).click()
    await expect(page.getByRole('dialog', { name: '13 devices' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(composer.getByText('13 devices', { exact: true })).toBeVisible()
  })
  await fleet.stop()
  await broker.stop()
})

test('an edited command is judged as it is typed and runs only as judged', async ({ launch }) => {
  test.setTimeout(120_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'rpi_001')
  const { page } = await launch()
  await page.setViewportSize({ width: 1024, height: 700 })
  await connect(page, broker)
  await chooseDevice(page, 'rpi_001')
  await say(page, 'Ask', '看看 /var/log 有多大')
  const card = proposal(page)
  const editor = card.getByRole('textbox', { name: 'Command to run' })
  const run = card.getByRole('button', { name: 'Run', exact: true })
  await expect(card.getByText('Only looks; it changes nothing on the device.')).toBeVisible()
  await expect(run).toBeEnabled()
  const proposed = await editor.innerText()

  const seen = await page.evaluateHandle<readonly Frame[]>(WATCH_CARD)
  await card.getByRole('button', { name: 'Edit' }).click()
  await editor.pressSequentially(' && rm -rf /var/log/*.gz', { delay: 15 })
  await expect(card.getByText('Destructive', { exact: true })).toBeVisible()
  const frames = await seen.jsonValue()
  const edited = frames.filter(({ text }) => text.trimEnd() !== proposed.trimEnd())
  expect(edited.length).toBeGreaterThan(0)
  expect(edited.filter(({ text, card: shown }) => text.includes('rm') && shown.includes('Only looks'))).toEqual([])
  expect(edited.filter(({ card: shown }) => shown.includes('Total size'))).toEqual([])
  await expect(run).toBeDisabled()
  await takePictures(page, 'selection/edited')

  await page.keyboard.press('Control+Enter')
  await expect(run).toBeDisabled()
  expect(device.received()).toEqual([])
  await card.getByLabel('Type the device id to confirm').fill('rpi_001')
  await run.click()
  await device.answer(1, 'gone')
  await expect(result(page)).toContainText('gone')
  expect(device.received().map(({ command }) => command)).toEqual([`${proposed} && rm -rf /var/log/*.gz`])
  await expect(proposal(page)).toContainText('Edited')
  await device.stop()
  await broker.stop()
})
