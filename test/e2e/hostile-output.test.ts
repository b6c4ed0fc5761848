import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startFakeDevice } from './fixtures/fake-device.ts'
import { HOSTILE_OUTPUTS } from './fixtures/hostile-corpus.ts'
import { chooseDevice, connect, proposal, result, say } from './fixtures/operator.ts'
import { takePicture } from './fixtures/pictures.ts'
import { test } from './fixtures/waypost-app.ts'

/** What would show that the output became more than text. */
function liveParts(page: Page): Promise<readonly string[]> {
  return page
    .locator('main :is(img, iframe, script, a[href], style, object, embed)')
    .evaluateAll((parts) => parts.map((part) => part.outerHTML.slice(0, 200)))
}

test('hostile output of a device is shown as inert text', async ({ launch }) => {
  test.setTimeout(180_000)
  const broker = await startMosquitto({ mode: 'anonymous' })
  const device = await startFakeDevice(broker, 'rpi_h01')
  try {
    const { page } = await launch()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs += 1
      void dialog.dismiss()
    })
    await connect(page, broker)
    await chooseDevice(page, 'rpi_h01')
    const title = await page.title()
    await page.setViewportSize({ width: 1024, height: 700 })
    for (const [index, { name, output, shown }] of HOSTILE_OUTPUTS.entries()) {
      await say(page, 'Command', `cat /var/log/${name}.log`)
      await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
      await device.answer(index + 1, output)
      for (const text of shown) await expect(result(page), name).toContainText(text)
      expect(await liveParts(page), name).toEqual([])
      await result(page).scrollIntoViewIfNeeded()
      await takePicture(page, `hostile-output/${name}`)
    }
    expect(await page.title()).toBe(title)
    expect(dialogs).toBe(0)
    expect(requests.filter((url) => !url.startsWith('app://') && !url.startsWith('data:'))).toEqual([])
    await expect(page.getByText('2 outputs shortened', { exact: true })).toBeVisible()
    // What was shown did nothing to what can still be done.
    await say(page, 'Command', 'uptime')
    await expect(proposal(page)).toContainText('Read')
  } finally {
    await device.stop()
    await broker.stop()
  }
})
