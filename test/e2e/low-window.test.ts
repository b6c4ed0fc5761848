import { writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { chooseDevice, connect, expectConnected, goTo, proposal, say, setLook } from './fixtures/operator.ts'
import { takePictures } from './fixtures/pictures.ts'
import { answerDialogs } from './fixtures/set-up-wizard.ts'
import { test } from './fixtures/waypost-app.ts'

test('a window of 1280x800 at 200 % shows the command and the button that runs it together, whatever stands between them', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const { page } = await launch()
  await connect(page, broker)
  const device = await startFakeDevice(broker, 'gw-roof-of-the-north-building-0001')
  try {
    await chooseDevice(page, 'gw-roof')
    // In the pixels of the page.
    await page.setViewportSize({ width: 640, height: 400 })
    for (const [mode, text] of [
      ['Ask', 'how much disk space is left?'],
      ['Command', 'systemctl restart nginx'],
    ] as const) {
      await say(page, mode, text)
      const command = proposal(page).getByRole('textbox', { name: 'Command to run' })
      const run = proposal(page).getByRole('button', { name: 'Run', exact: true })
      await expect(command).toContainText(mode === 'Ask' ? 'df -h' : text)
      await takePictures(page, `low-window/proposal-${mode}`)
      for (const language of ['zh-CN', 'en'] as const) {
        await setLook(page, language, 'light')
        await expect(page.locator('html')).toHaveAttribute('lang', language)
      }
      await expect(run).toBeInViewport({ ratio: 1 })
      await expect(command).toBeInViewport({ ratio: 1 })
      const [above, below] = await Promise.all([command.boundingBox(), run.boundingBox()])
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
    }
  } finally {
    await device.stop()
    await broker.stop()
  }
})

test('the device of a long command is in sight above it', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await chooseDevice(page, 'demo-gateway-yard')
  await say(page, 'Command', `echo ${'x'.repeat(400)}`)
  const chip = page.getByTitle('demo-gateway-yard', { exact: true }).last().locator('> span').first()
  await expect(chip).toBeVisible()
  expect(await chip.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true)
})

test('the composer tells the presence of its device whole in a window of 1024 pixels, and no alarm before it is known', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'gw-roof-north-01')
  try {
    const { page } = await launch()
    await page.setViewportSize({ width: 1024, height: 720 })
    await connect(page, broker)
    await chooseDevice(page, 'gw-roof')
    const composer = page.getByRole('region', { name: 'Console' })
    await expect(composer.getByText('Online', { exact: true })).toBeVisible()
    for (const language of ['zh-CN', 'en'] as const) {
      await setLook(page, language, 'light')
      const evidence = page.getByText(language === 'en' ? /^Said online; kept by the broker$/ : /^曾报告上线/)
      await expect(evidence).toBeInViewport({ ratio: 1 })
      // An inline text has no width of its own to be cut by; what holds it has.
      const isWhole = evidence.evaluate(
        ({ parentElement: holder }) => holder !== null && holder.scrollWidth <= holder.clientWidth,
      )
      expect(await isWhole).toBe(true)
    }
    await takePictures(page, 'low-window/composer-1024')
  } finally {
    await device.stop()
    await broker.stop()
  }
})

test('the list of devices to choose has names and ids whole, and stays in a narrow window', async ({ launch }) => {
  const { page } = await launch()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await page.getByRole('combobox', { name: 'Device' }).click()
  const option = page.getByRole('option', { name: /demo-sensor-greenhouse/ })
  await expect(option).toBeVisible()
  const who = option.getByText('demo-sensor-greenhouse').locator('xpath=..')
  expect(await who.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true)
  await page.setViewportSize({ width: 512, height: 560 })
  await expect(option).toBeInViewport({ ratio: 1 })
})

test('the device list beside an open device shows each state and the end of each id at 200 %, and scrolls sideways in no window', async ({
  launch,
}) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await goTo(page, 'Devices')
  const grid = page.getByRole('grid', { name: 'Devices' })
  await grid.getByText('demo-gateway-yard').click()
  const panel = page.getByRole('complementary', { name: 'Device demo-gateway-yard' })
  await expect(panel).toBeVisible()
  // In the pixels of the page: 1024 and 1280 at 200 %, at 125 %, and as they are.
  for (const width of [512, 640, 820, 1024, 1280]) {
    await page.setViewportSize({ width, height: 560 })
    const overflow = () =>
      grid.evaluate((table) => {
        const list = table.parentElement
        return list === null ? null : list.scrollWidth - list.clientWidth
      })
    await expect.poll(overflow, { message: `${width} px` }).toBe(0)
    for (const id of ['demo-gateway-yard', 'demo-pi-kitchen', 'demo-sensor-greenhouse']) {
      const row = grid.getByRole('row', { name: new RegExp(id) })
      await expect(row.getByText(/^(Online|Stale|Lost|Offline|Busy)$/)).toBeAttached()
      const text = row.getByText(id)
      const isWhole = () => text.evaluate((shown) => shown.scrollWidth <= shown.clientWidth || shown.clientWidth === 0)
      if (width >= 640) expect(await isWhole(), `${id} at ${width} px`).toBe(true)
    }
  }
})

test('a mistake in a filter is named in one line or two over the list, which stays where it is', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  for (const view of ['Devices', 'History'] as const) {
    await goTo(page, view)
    const [role, name] =
      view === 'Devices' ? (['combobox', 'Filter devices'] as const) : (['searchbox', 'Search the history'] as const)
    const field = page.getByRole(role, { name })
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 700 })
      await field.fill('')
      const marks = page.locator('main').getByRole('button', { name: view === 'Devices' ? 'Columns' : 'Yesterday' })
      const before = await marks.boundingBox()
      await field.fill('colour:red')
      const fault = page.getByText(/Known words:/)
      await expect(fault).toBeInViewport({ ratio: 1 })
      expect(await marks.boundingBox(), `${view} at ${width} px`).toEqual(before)
      expect((await fault.boundingBox())?.height ?? 0).toBeLessThan(70)
      await field.fill('')
      await expect(fault).toBeHidden()
    }
  }
})

test('a notice of a failure leaves the composer free', async ({ launch }, testInfo) => {
  const waypost = await launch()
  const { page } = waypost
  const file = testInfo.outputPath('devices.csv')
  writeFileSync(file, 'name;place\n')
  await answerDialogs(waypost, { folder: file, file })
  await page.getByRole('button', { name: /Try the demo/ }).click()
  await expectConnected(page)
  await goTo(page, 'Devices')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import…' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'The file could not be imported' })
  await expect(notice).toBeVisible()
  await goTo(page, 'Console')
  const send = page.getByRole('button', { name: 'Send', exact: true })
  const bottomOf = async () => {
    const box = await notice.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  const composer = page.getByRole('textbox', { name: 'Message' })
  await expect(send).toBeVisible()
  await expect.poll(bottomOf).toBeLessThan((await composer.boundingBox())?.y ?? 0)
})
