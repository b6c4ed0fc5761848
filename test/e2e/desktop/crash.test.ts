import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { type HookServer, startHookServer } from '../../support/delivery/hook-server.ts'
import { test, watchHumidity } from '../fixtures/desktop-app.ts'
import { connect, expectConnected } from '../fixtures/operator.ts'

/** Turns messages by webhook on, in main, as the settings do. The address is not kept where there is no keyring. */
async function sendTo(page: Page, { url }: HookServer): Promise<void> {
  const answer = await page.evaluate((address) => {
    const { waypost } = globalThis as unknown as {
      waypost: { request(name: string, input: unknown): Promise<unknown> }
    }
    return waypost.request('delivery.saveWebhook', { isOn: true, format: 'json', minSeverity: 'info', url: address })
  }, url)
  expect(answer).toMatchObject({ ok: true })
}

const titlesOf = (hook: HookServer) => hook.received.map(({ body }) => (JSON.parse(body) as { title: string }).title)

test('an alert that was still gathered for its message when the app was killed is told after the next start, once', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const devices = await observe({ host: broker.host, port: broker.port })
  const hook = await startHookServer()
  const { app, page, userData } = await launch()
  try {
    await connect(page, broker)
    await sendTo(page, hook)
    await watchHumidity(page)
    await devices.publish('device/sensor/data', { device_id: 'sensor', timestamp: Date.now() / 1000, humidity: 72 })
    const file = join(userData, 'messages.json')
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('sensor: humidity 72')
    expect(readFileSync(file, 'utf8')).not.toContain('k3y-in-address')
    const ended = app.waitForEvent('close')
    process.kill(app.process().pid ?? 0, 'SIGKILL')
    await ended
    expect(hook.received).toEqual([])

    const second = await launch({ userData })
    await expectConnected(second.page)
    await sendTo(second.page, hook)
    await expect.poll(() => titlesOf(hook)).toEqual(['sensor: humidity 72 (above 60)'])
    await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('sensor')
    await second.quit()
    expect(hook.received).toHaveLength(1)
  } finally {
    await devices.stop()
    await hook.stop()
    await broker.stop()
  }
})
