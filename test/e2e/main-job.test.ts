import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startExecutor } from '../support/devices/executor.ts'
import { chooseDevice, connect, proposal, result, say } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

const PASSWORD = 'workshop-pass-1'

test('@main-job a typed command is reviewed, runs on a device and its answer is shown', async ({ launch }) => {
  const users = { operator: PASSWORD, rpi_001: 'device-pass-1' }
  const broker = await startMosquitto({ mode: 'password', users })
  const device = startExecutor({
    id: 'rpi_001',
    host: broker.host,
    port: broker.port,
    username: 'rpi_001',
    password: users.rpi_001,
    heartbeatIntervalS: 1,
  })
  try {
    await device.ready
    const { page } = await launch()
    await connect(page, { ...broker, username: 'operator', password: PASSWORD })
    await chooseDevice(page, 'rpi_001')
    await say(page, 'Command', 'echo "from the device: $((40+2))"')
    const card = proposal(page)
    await expect(card).toContainText('Unknown')
    await card.getByRole('textbox', { name: 'Type the device id to confirm' }).fill('rpi_001')
    await card.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('from the device: 42')
    await expect(result(page)).toContainText('Succeeded')
  } finally {
    await device.stop()
    await broker.stop()
  }
})

test('@main-job a request in words over TLS becomes a command, is run, and stdout and stderr are told apart', async ({
  launch,
}) => {
  const users = { operator: PASSWORD, rpi_002: 'device-pass-2' }
  const broker = await startMosquitto({ mode: 'tls', users })
  const device = startExecutor({
    id: 'rpi_002',
    host: broker.host,
    port: broker.port,
    username: 'rpi_002',
    password: users.rpi_002,
    heartbeatIntervalS: 1,
    ...(broker.caFile === undefined ? {} : { caFile: broker.caFile }),
  })
  try {
    await device.ready
    const { page } = await launch()
    await connect(page, { ...broker, username: 'operator', password: PASSWORD })
    await chooseDevice(page, 'rpi_002')
    await say(page, 'Ask', 'how much disk space is left?')
    const card = proposal(page)
    await expect(card).toContainText('df -h')
    await expect(card).toContainText('Read')
    await expect(card).toContainText('phrasebook')
    await card.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Filesystem')
    await say(page, 'Command', 'ls /no-such-folder')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Failed')
    await expect(result(page)).toContainText('No such file or directory')
  } finally {
    await device.stop()
    await broker.stop()
  }
})
