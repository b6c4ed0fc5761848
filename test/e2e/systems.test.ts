import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { chooseDevice, connect, goTo, proposal, say, setLook } from './fixtures/operator.ts'
import { takePictures } from './fixtures/pictures.ts'
import { test } from './fixtures/waypost-app.ts'

/** Sets in the device list what a device runs. */
async function setSystem(page: Page, id: string, system: string): Promise<void> {
  await page.getByRole('grid', { name: 'Devices' }).getByText(id).click()
  const select = page.getByRole('complementary', { name: `Device ${id}` }).getByRole('combobox', { name: 'System' })
  await select.click()
  await page.getByRole('option', { name: system, exact: true }).click()
  await expect(select).toHaveValue(system)
  await page.keyboard.press('Escape')
}

test('a command is judged for every system until the operator sets one, which no message changes', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'rpi_s01')
  try {
    const { page } = await launch()
    await page.setViewportSize({ width: 1024, height: 700 })
    await connect(page, broker)
    await chooseDevice(page, 'rpi_s01')

    await test.step('the worst verdict of any system counts while nobody set the system', async () => {
      await say(page, 'Command', "ls '& shutdown /s & '")
      await expect(proposal(page)).toHaveAttribute('data-class', 'destructive')
      await expect(proposal(page)).toContainText('if the device runs Windows (cmd)')
      await expect(proposal(page)).toContainText('Nobody set what rpi_s01 runs')
      await takePictures(page, 'systems/unset')
    })

    await test.step('one click sets it, and the command is judged again', async () => {
      await proposal(page).getByRole('button', { name: 'It runs Linux' }).click()
      await expect(proposal(page)).toHaveAttribute('data-class', 'read')
      await expect(proposal(page)).not.toContainText('Nobody set')
      await proposal(page).getByRole('button', { name: 'Reject' }).click()
    })

    await test.step('an announcement that contradicts it is a warning', async () => {
      await device.observer.publish('device/rpi_s01/status', {
        device_id: 'rpi_s01',
        status: 'online',
        timestamp: Date.now() / 1000,
        os: 'windows',
      })
      await goTo(page, 'Devices')
      await page.getByRole('grid', { name: 'Devices' }).getByText('rpi_s01').click()
      const panel = page.getByRole('complementary', { name: 'Device rpi_s01' })
      await expect(panel.getByRole('note')).toContainText('You set Linux, but the device announces Windows (cmd)')
      await expect(panel.getByRole('combobox', { name: 'System' })).toHaveValue('Linux')
      await takePictures(page, 'systems/contradiction')
      await panel.getByRole('combobox', { name: 'System' }).click()
      await page.getByRole('option', { name: 'As announced: Windows (cmd)' }).click()
      await expect(panel.getByText('Anybody on the broker can announce')).toBeVisible()
      await takePictures(page, 'systems/announced')
      await panel.getByRole('button', { name: 'Use what it announces' }).click()
      await expect(panel.getByRole('combobox', { name: 'System' })).toHaveValue('Windows (cmd)')
      await expect(panel.getByRole('note')).toHaveCount(0)
    })
  } finally {
    await device.stop()
    await broker.stop()
  }
})

test('one question to devices of two systems is one card with one approval, and both get the same bytes', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const devices = await Promise.all(['rpi_m01', 'rpi_m02'].map((id) => startFakeDevice(broker, id)))
  try {
    const { page } = await launch()
    await page.setViewportSize({ width: 1024, height: 700 })
    await connect(page, broker)
    await goTo(page, 'Devices')
    for (const [id, system] of [
      ['rpi_m01', 'Linux'],
      ['rpi_m02', 'Raspberry Pi'],
    ] as const) {
      await setSystem(page, id, system)
    }
    const bar = page.getByRole('region', { name: 'Chosen devices' })
    await bar.getByRole('button', { name: 'Choose all 2' }).click()
    await bar.getByRole('button', { name: 'Ask or run on 2 devices' }).click()
    await say(page, 'Ask', 'how much memory is free')
    await expect(proposal(page)).toHaveCount(1)
    await expect(proposal(page)).toContainText(
      'The same command goes to devices of several systems: Linux and Raspberry Pi',
    )
    await takePictures(page, 'systems/several')
    await setLook(page, 'en', 'light')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    for (const device of devices) await device.answer(1, 'total used free')
    expect(devices.map((device) => device.received().map(({ command }) => command))).toEqual([['free -h'], ['free -h']])

    await test.step('different commands are lines of one card, and one click approves both', async () => {
      await goTo(page, 'Devices')
      await setSystem(page, 'rpi_m02', 'Windows (PowerShell)')
      await bar.getByRole('button', { name: 'Ask or run on 2 devices' }).click()
      await say(page, 'Ask', 'how full is the disk')
      const question = page.getByRole('article').filter({ hasText: 'The devices get 2 different commands' })
      await expect(question.getByRole('region', { name: 'Command of this question' })).toHaveCount(2)
      await expect(page.getByText('how full is the disk')).toHaveCount(1)
      await question.getByRole('button', { name: 'Run all 2 commands' }).scrollIntoViewIfNeeded()
      await takePictures(page, 'systems/lines')
      await setLook(page, 'en', 'light')
      await question.getByRole('button', { name: 'Run all 2 commands' }).click()
      for (const device of devices) await device.answer(2, 'Filesystem Size Used Avail Use% Mounted on')
      const [linux, windows] = devices.map((device) => device.received()[1]?.command)
      expect(linux).toBe('df -h')
      expect(windows).not.toBe(linux)
      const answers = question.getByRole('region', { name: 'Answers to this question' })
      await expect(answers.getByText('2 of 2 answered')).toBeVisible()
      await expect(answers.locator('[data-head]')).toHaveCount(2)
      await answers.scrollIntoViewIfNeeded()
      await takePictures(page, 'systems/answers')
    })
  } finally {
    for (const device of devices) await device.stop()
    await broker.stop()
  }
})
