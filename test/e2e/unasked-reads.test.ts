import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { chooseDevice, connect, goTo, proposal, result, say, setLook } from './fixtures/operator.ts'
import { takePicture, takePictures } from './fixtures/pictures.ts'
import { test } from './fixtures/waypost-app.ts'

test('a read runs without a question only where the operator switched that on; a change never does', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'rpi_u01')
  try {
    const { page } = await launch()
    await page.setViewportSize({ width: 1024, height: 700 })
    await connect(page, broker)
    await chooseDevice(page, 'rpi_u01')
    await say(page, 'Command', 'uptime')
    await expect(proposal(page).getByRole('button', { name: 'Run', exact: true })).toBeEnabled()
    expect(device.received()).toEqual([])
    await proposal(page).getByRole('button', { name: 'It runs Linux' }).click()
    await expect(proposal(page).getByText('Nobody set what')).toBeHidden()
    await proposal(page).getByRole('button', { name: 'Reject' }).click()

    await goTo(page, 'Settings')
    const unasked = page.getByRole('switch', { name: /only read/ })
    await unasked.scrollIntoViewIfNeeded()
    await unasked.click({ force: true })
    await expect(unasked).toBeChecked()
    await expect(page.getByText('Reads run unasked')).toBeVisible()
    await takePictures(page, 'approvals/approvals', () => page.getByRole('switch').last().scrollIntoViewIfNeeded())
    await takePictures(page, 'approvals/audit', () => page.locator('#settings-audit').scrollIntoViewIfNeeded())

    await goTo(page, 'Console')
    await expect(
      page.getByText(
        'Where the system of the device is set, a command that only reads runs at once; any other is reviewed first.',
      ),
    ).toBeVisible()
    await say(page, 'Command', 'df -h')
    await device.answer(1, 'Filesystem 1')
    await expect(result(page)).toContainText('Filesystem 1')
    await expect(proposal(page)).toContainText("Ran by this session's setting")
    await expect(page.getByText(/Approved/)).toHaveCount(0)
    for (const [language, theme] of [
      ['en', 'light'],
      ['zh-CN', 'dark'],
    ] as const) {
      await setLook(page, language, theme)
      await expect(
        page.getByText(language === 'en' ? /^Ran by this session/ : /按本次会话的设置自动执行/),
      ).toBeVisible()
      await takePicture(page, `approvals/ran-${language}-${theme}`)
    }
    await setLook(page, 'en', 'light')
    await say(page, 'Command', 'mkdir x')
    await expect(proposal(page)).toContainText('mkdir x')
    expect(device.received().map(({ command }) => command)).toEqual(['df -h'])
  } finally {
    await device.stop()
    await broker.stop()
  }
})
