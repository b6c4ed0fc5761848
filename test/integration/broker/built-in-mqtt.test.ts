import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import type { IClientOptions, MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MqttBroker } from '../../../main/broker/built-in/mqtt-broker.ts'
import { isSettled, newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'

const USERS = [
  { name: 'operator', password: 'operator-password', role: 'operator' },
  { name: 'rpi_001', password: 'rpi-1-password', role: 'device' },
  { name: 'rpi_002', password: 'rpi-2-password', role: 'device' },
] as const

let broker: MqttBroker
let port: number
let lines: string[]
let consoleClientId: string | null
const cleanups: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  lines = []
  consoleClientId = null
  broker = new MqttBroker({
    now: Date.now,
    log: SILENT_LOG,
    onLine: (line) => lines.push(line),
    consoleClientId: () => consoleClientId,
  })
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

async function deviceClient(username: string, password: string, options: IClientOptions = {}) {
  const { connectAsync } = await import('mqtt')
  const login = { username, password, clientId: username, reconnectPeriod: 0, ...options }
  const client = await connectAsync(`mqtt://127.0.0.1:${options.port ?? port}`, login, false)
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

it('takes the operator’s subscription to everything, and delivers only what may be read', async () => {
  const operator = await deviceClient('operator', 'operator-password')
  const [grant] = await operator.subscribeAsync('#', { qos: 1 })
  expect(grant?.qos).toBe(1)
  const seen: string[] = []
  operator.on('message', (topic) => seen.push(topic))
  const { connection } = await connectAs('operator', 'operator-password')
  await connection.publish('device/rpi_001/command', '{}')
  const arrived = nextTopic(operator)
  await connection.publish('test/after', 'x')
  expect(await arrived).toBe('test/after')
  expect(seen).toEqual(['test/after'])
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
  const other = new MqttBroker({ now: Date.now, log: SILENT_LOG })
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

describe('a client id', () => {
  it('of the console is refused to a device, and the console stays', async () => {
    const { connection, status } = await connectAs('operator', 'operator-password')
    const states: string[] = []
    connection.onStatus(({ state }) => states.push(state))
    const clientId = status.clientId ?? ''
    await expect(deviceClient('rpi_001', 'rpi-1-password', { clientId })).rejects.toThrow('Identifier rejected')
    expect(lines.join('\n')).toContain('refused: its client id is not for rpi_001: operator holds it')
    expect(await connection.publish('device/rpi_001/command', '{}')).toEqual({ kind: 'acknowledged' })
    expect(states.filter((state) => state !== 'connected')).toEqual([])
  })

  it('is taken over by its own account, as a device does that comes back before its old connection ended', async () => {
    const first = await deviceClient('rpi_001', 'rpi-1-password')
    const closed = new Promise<void>((resolve) => first.once('close', resolve))
    const second = await deviceClient('rpi_001', 'rpi-1-password')
    await closed
    expect(second.connected).toBe(true)
    expect(broker.clients().map(({ name }) => name)).toEqual(['rpi_001'])
  })

  it('that equals the name of another account is refused, also while that account is away', async () => {
    await expect(deviceClient('rpi_002', 'rpi-2-password', { clientId: 'rpi_001' })).rejects.toThrow('Identifier')
    expect((await deviceClient('rpi_001', 'rpi-1-password')).connected).toBe(true)
  })

  it('gives nobody the session that another account keeps, nor the commands that wait in it', async () => {
    const kept = { clientId: 'kept-by-1', clean: false }
    const first = await deviceClient('rpi_001', 'rpi-1-password', kept)
    await first.subscribeAsync('device/rpi_001/command', { qos: 1 })
    await first.endAsync()
    await expect.poll(() => broker.clients()).toEqual([])
    const { connection } = await connectAs('operator', 'operator-password')
    await connection.publish('device/rpi_001/command', '{"for":"rpi_001"}')
    for (const clean of [false, true]) {
      const taken = deviceClient('rpi_002', 'rpi-2-password', { clientId: 'kept-by-1', clean })
      await expect(taken).rejects.toThrow('Identifier rejected')
    }
    const { MqttClient: Client } = await import('mqtt')
    const back = new Client(() => connectSocket({ host: '127.0.0.1', port }), {
      ...kept,
      username: 'rpi_001',
      password: 'rpi-1-password',
      reconnectPeriod: 0,
    })
    cleanups.push(() => back.endAsync(true))
    expect(await nextTopic(back)).toBe('device/rpi_001/command')
  })

  it('gives a stranger no hold on what its account has under way: a message of QoS 2 still arrives once', async () => {
    const { connection } = await connectAs('operator', 'operator-password')
    const payloads: string[] = []
    connection.onMessage(({ payload }) => payloads.push(payload.toString()))
    const socket = connectSocket({ host: '127.0.0.1', port })
    cleanups.push(async () => socket.destroy())
    const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)])
    const packet = (type: number, body: Buffer) => Buffer.concat([Buffer.from([type, body.length]), body])
    const ask = async (sent: Buffer) => {
      socket.write(sent)
      return ((await once(socket, 'data')) as [Buffer])[0][0]
    }
    const connectHead = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0xc2, 0, 30])
    const login = [text('rpi_001'), text('rpi_001'), text('rpi-1-password')]
    expect(await ask(packet(0x10, Buffer.concat([connectHead, ...login])))).toBe(0x20)
    const message = Buffer.concat([text('device/rpi_001/result'), Buffer.from([0, 1]), Buffer.from('once')])
    expect(await ask(packet(0x34, message))).toBe(0x50)
    await expect(deviceClient('stranger', 'wrong', { clientId: 'rpi_001' })).rejects.toThrow('Not authorized')
    expect(await ask(packet(0x3c, message))).toBe(0x50)
    expect(await ask(packet(0x62, Buffer.from([0, 1])))).toBe(0x70)
    const last = new Promise<void>((resolve) =>
      connection.onMessage(({ topic }) => topic === 'device/rpi_001/status' && resolve()),
    )
    socket.write(packet(0x30, Buffer.concat([text('device/rpi_001/status'), Buffer.from('last')])))
    await last
    expect(payloads).toEqual(['once', 'last'])
  })

  it('is free for another account when a clean session has ended', async () => {
    const first = await deviceClient('rpi_001', 'rpi-1-password', { clientId: 'shared' })
    await first.endAsync()
    await expect.poll(() => broker.clients()).toEqual([])
    expect((await deviceClient('rpi_002', 'rpi-2-password', { clientId: 'shared' })).connected).toBe(true)
  })

  it('of the connected console is nobody’s, even without accounts, where any other is taken over', async () => {
    const open = new MqttBroker({ now: Date.now, log: SILENT_LOG, consoleClientId: () => consoleClientId })
    cleanups.push(() => open.stop())
    const { port: openPort } = await open.start({ host: '127.0.0.1', port: 0, users: null })
    const client = (clientId: string) => deviceClient('', '', { port: openPort, clientId })
    const first = await client('waypost-1')
    consoleClientId = 'waypost-1'
    await expect(client('waypost-1')).rejects.toThrow('Identifier rejected')
    expect(first.connected).toBe(true)
    const other = await client('other')
    const closed = new Promise<void>((resolve) => other.once('close', resolve))
    await client('other')
    await closed
    consoleClientId = null
    await client('waypost-1')
  })
})

describe('guessed logins', () => {
  it('sent 200 at once are refused, the right one among them too, and leave some lines in the log, not 200', async () => {
    const guess = (index: number) => deviceClient('operator', index === 150 ? 'operator-password' : `guess ${index}`)
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, (_, index) => guess(index)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toEqual([])
    expect(lines.filter((line) => line.includes('wrong name or password')).length).toBeLessThanOrEqual(5)
    expect(lines.length).toBeLessThan(30)
    await broker.stop()
    expect(lines.join('\n')).toMatch(/\d+ more refused logins and faults before a login/)
  })

  it('do not keep a device out that was let in from there before', async () => {
    await (await deviceClient('rpi_001', 'rpi-1-password')).endAsync()
    await Promise.allSettled(Array.from({ length: 50 }, (_, index) => deviceClient('rpi_001', `guess ${index}`)))
    expect((await deviceClient('rpi_001', 'rpi-1-password')).connected).toBe(true)
  })
})
