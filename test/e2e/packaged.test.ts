import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Browser, chromium, expect, test } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startExecutor } from '../support/devices/executor.ts'
import { chooseDevice, connect, proposal, result, say } from './fixtures/operator.ts'
import { newUserData } from './fixtures/waypost-app.ts'

const program = process.env.WAYPOST_PACKAGED ?? ''

/** Started as a user would, driven over the DevTools protocol: with its fuses set it takes no inspector. */
async function startPackaged(): Promise<{ browser: Browser; stop: () => Promise<void> }> {
  const noSandbox = process.env.WAYPOST_NO_SANDBOX ? ['--no-sandbox'] : []
  const args = [...noSandbox, '--remote-debugging-port=0', `--user-data-dir=${newUserData()}`, '--lang=en-US']
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LANGUAGE: 'en_US' },
  })
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (!url) continue
    child.stderr.resume()
    const browser = await chromium.connectOverCDP(url)
    const stop = async () => {
      const ended = once(child, 'exit')
      await browser.close()
      child.kill()
      await ended
    }
    return { browser, stop }
  }
  throw new Error('the packaged app ended before it opened a window')
}

test('the packaged app has every security fuse set', async () => {
  const wire = await getCurrentFuseWire(program)
  const states = (options: readonly FuseV1Options[]) => options.map((option) => wire[option])
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  ]
  expect(states(off)).toEqual(off.map(() => FuseState.DISABLE))
  expect(states(on)).toEqual(on.map(() => FuseState.ENABLE))
})

test('the packaged app does the main job, and has its guide', async () => {
  const broker = await startMosquitto({
    mode: 'password',
    users: { operator: 'packaged-pass-1', rpi_007: 'device-pass-7' },
  })
  const device = startExecutor({
    id: 'rpi_007',
    host: broker.host,
    port: broker.port,
    username: 'rpi_007',
    password: 'device-pass-7',
    heartbeatIntervalS: 1,
  })
  const packaged = await startPackaged()
  try {
    await device.ready
    const context = packaged.browser.contexts()[0]
    if (!context) throw new Error('the packaged app has no page')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.getByRole('navigation').first().waitFor()
    await connect(page, { ...broker, username: 'operator', password: 'packaged-pass-1' })
    await chooseDevice(page, 'rpi_007')
    await say(page, 'Ask', 'how long has it been running?')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Succeeded')
    await expect(result(page)).toContainText('up')
    await page.keyboard.press('F1')
    await expect(
      page.getByRole('dialog', { name: 'Guide' }).getByRole('heading', { name: 'Ask or type' }),
    ).toBeVisible()
  } finally {
    await packaged.stop()
    await device.stop()
    await broker.stop()
  }
})
