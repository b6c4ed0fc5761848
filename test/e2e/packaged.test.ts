import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startExecutor } from '../support/devices/executor.ts'
import { startWithDevtools } from './fixtures/devtools-app.ts'
import { chooseDevice, connect, proposal, result, say } from './fixtures/operator.ts'

const program = process.env.WAYPOST_PACKAGED ?? ''

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
  // With its fuses set it takes no inspector.
  const packaged = await startWithDevtools({ command: [program] })
  try {
    await device.ready
    const page = await packaged.page()
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
