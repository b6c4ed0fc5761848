import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import type { MqttClient } from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { EmbeddedBroker } from '../../../main/broker/embedded-broker.ts'
import { isSettled, newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'

const USERS = [
  { name: 'operator', password: 'operator-password', role: 'operator' },
  { name: 'rpi_001', password: 'rpi-1-password', role: 'device' },
  { name: 'rpi_002', password: 'rpi-2-password', role: 'device' },
] as const

let broker: EmbeddedBroker
let port: number
const cleanups: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  broker = new EmbeddedBroker({ now: Date.now, log: SILENT_LOG })
  ;({ port } = await broker.start({ host: '127.0.0.1', port: 0, users: USERS }))
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  await broker.stop()
})

async function connectAs(username: string, password: string) {
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  await connection.connect(targetFor({ port, security: 'password', username }, { password }))
  return { connection, status: await untilStatus(connection, isSettled) }
}

async function deviceClient(username: string, password: string) {
  const { connectAsync } = await import('mqtt')
  const client = await connectAsync({
    host: '127.0.0.1',
    port,
    username,
    password,
    clientId: username,
    reconnectPeriod: 0,
  })
  cleanups.push(() => client.endAsync(true))
  return client
}

function nextTopic(client: MqttClient): Promise<string> {
  return new Promise((resolve) => client.once('message', (topic) => resolve(topic)))
}

it('takes the operator in on MQTT 3.1.1, after the refused MQTT 5', async () => {
  const { status } = await connectAs('operator', 'operator-password')
  expect(status).toMatchObject({ state: 'connected', protocol: 'MQTT 3.1.1', missingSubscriptions: [] })
})

it.each([
  ['operator', 'wrong'],
  ['operator', ''],
  ['nobody', 'operator-password'],
])('refuses %s with the password %j, and the console stops', async (username, password) => {
  const { status } = await connectAs(username, password)
  expect(status).toMatchObject({ state: 'stopped', failure: { cause: 'credentials' } })
})

it('refuses clients without a login', async () => {
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  await connection.connect(targetFor({ port }))
  expect((await untilStatus(connection, isSettled)).failure?.cause).toBe('credentials')
})

it('lets a device read its own commands and nobody else do so', async () => {
  const first = await deviceClient('rpi_001', 'rpi-1-password')
  const second = await deviceClient('rpi_002', 'rpi-2-password')
  const granted = async (client: typeof first, filter: string) => {
    const [grant] = await client.subscribeAsync(filter, { qos: 1 }).catch(() => [{ qos: 128 }])
    return grant?.qos
  }
  expect(await granted(first, 'device/rpi_001/command')).toBe(1)
  expect(await granted(second, 'device/rpi_001/command')).toBe(128)
  expect(await granted(second, 'device/+/command')).toBe(128)
  expect(await granted(second, '#')).toBe(128)
  const seen: string[] = []
  second.on('message', (topic) => seen.push(topic))
  expect(await granted(second, 'device/rpi_002/command')).toBe(1)
  const { connection } = await connectAs('operator', 'operator-password')
  const received = nextTopic(first)
  expect(await connection.publish('device/rpi_001/command', '{}')).toEqual({ kind: 'acknowledged' })
  expect(await received).toBe('device/rpi_001/command')
  const own = nextTopic(second)
  await connection.publish('device/rpi_002/command', '{}')
  await own
  expect(seen).toEqual(['device/rpi_002/command'])
})

it('drops a device that speaks for another one, and passes nothing on', async () => {
  const { connection } = await connectAs('operator', 'operator-password')
  const topics: string[] = []
  connection.onMessage(({ topic }) => topics.push(topic))
  const impostor = await deviceClient('rpi_002', 'rpi-2-password')
  const closed = new Promise<void>((resolve) => impostor.once('close', resolve))
  impostor.publish('device/rpi_001/result', '{}', { qos: 1 }, () => {})
  await closed
  const honest = await deviceClient('rpi_001', 'rpi-1-password')
  const arrived = new Promise<void>((resolve) => connection.onMessage(() => resolve()))
  await honest.publishAsync('device/rpi_001/status', '{}', { qos: 1 })
  await arrived
  expect(topics).toEqual(['device/rpi_001/status'])
})

it('publishes no Last Will that a device left for another one’s topic, as that would be a forged answer', async () => {
  const { connection } = await connectAs('operator', 'operator-password')
  const topics: string[] = []
  connection.onMessage(({ topic }) => topics.push(topic))
  const { connectAsync } = await import('mqtt')
  const will = (topic: string) => ({ will: { topic, payload: Buffer.from('{}'), qos: 1 as const, retain: true } })
  for (const topic of ['device/rpi_001/result', 'device/rpi_001/command', 'device/rpi_002/status']) {
    const options = { username: 'rpi_002', password: 'rpi-2-password', reconnectPeriod: 0, ...will(topic) }
    const client = await connectAsync(`mqtt://127.0.0.1:${port}`, options)
    client.stream.destroy()
  }
  await expect.poll(() => topics).toContain('device/rpi_002/status')
  expect(topics).toEqual(['device/rpi_002/status'])
})

it('listens on loopback only and refuses a port that is taken', async () => {
  const other = new EmbeddedBroker({ now: Date.now, log: SILENT_LOG })
  await expect(other.start({ host: '127.0.0.1', port, users: USERS })).rejects.toThrow('EADDRINUSE')
  await expect(once(connectSocket({ host: '127.0.0.2', port }), 'connect')).rejects.toThrow('ECONNREFUSED')
})

it('closes every client when it stops, also one that never sent a CONNECT, and can start again', async () => {
  const idle = connectSocket({ host: '127.0.0.1', port })
  await once(idle, 'connect')
  const { connection } = await connectAs('operator', 'operator-password')
  const lost = untilStatus(connection, ({ state }) => state !== 'connected')
  const idleClosed = once(idle.resume(), 'close')
  await broker.stop()
  await Promise.all([lost, idleClosed])
  ;({ port } = await broker.start({ host: '127.0.0.1', port: 0, users: USERS }))
  expect((await connectAs('operator', 'operator-password')).status.state).toBe('connected')
})
