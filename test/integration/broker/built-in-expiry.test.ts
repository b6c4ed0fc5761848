import { afterEach, beforeEach, expect, it } from 'vitest'
import { MqttBroker } from '../../../main/broker/built-in/mqtt-broker.ts'
import { isSettled, newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'

const USERS = [
  { name: 'operator', password: 'operator-password', role: 'operator' },
  { name: 'rpi_001', password: 'rpi-1-password', role: 'device' },
] as const

let broker: MqttBroker
let port: number
/** How far the broker's clock is ahead of ours. */
let aheadMs = 0
const cleanups: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  broker = new MqttBroker({ now: () => Date.now() + aheadMs, log: SILENT_LOG })
  ;({ port } = await broker.start({ host: '127.0.0.1', port: 0, users: USERS }))
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  await broker.stop()
})

// A device that was away ran the command minutes after the console had called it lost.
it('hands no device that was away a command older than 30 s, and keeps what else its session holds', async () => {
  const { connect } = await import('mqtt')
  const login = {
    username: 'rpi_001',
    password: 'rpi-1-password',
    clientId: 'rpi_001',
    reconnectPeriod: 0,
    clean: false,
  }
  const leaving = connect(`mqtt://127.0.0.1:${port}`, login)
  await leaving.subscribeAsync('device/rpi_001/command', { qos: 1 })
  await leaving.endAsync()
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  await connection.connect(
    targetFor({ port, security: 'password', username: 'operator' }, { password: USERS[0].password }),
  )
  await untilStatus(connection, isSettled)
  expect(connection.status()).toMatchObject({ protocol: 'MQTT 3.1.1', keepsCommands: true })
  await connection.publish('device/rpi_001/command', 'reboot')
  aheadMs = 31_000
  await connection.publish('device/rpi_001/command', 'uptime')
  const seen: string[] = []
  for (const _visit of [1, 2]) {
    const back = connect(`mqtt://127.0.0.1:${port}`, login)
    back.on('message', (_topic, payload) => seen.push(payload.toString()))
    await new Promise<void>((resolve) => back.once('connect', () => resolve()))
    await connection.publish('device/rpi_001/command', 'last')
    await expect.poll(() => seen.at(-1)).toBe('last')
    await back.endAsync()
    seen.push('left')
  }
  expect(seen).toEqual(['uptime', 'last', 'left', 'last', 'left'])
})
