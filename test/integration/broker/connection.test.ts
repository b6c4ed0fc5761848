import { afterEach, expect, it } from 'vitest'
import type { BrokerConnection, BrokerMessage } from '../../../main/broker/connection/connection.ts'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { isSettled, newConnection, targetFor, untilStatus } from './fixture.ts'
import { puback, startScriptedBroker } from './scripted-broker.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function broker(options: MosquittoOptions): Promise<Mosquitto> {
  const mosquitto = await startMosquitto(options)
  cleanups.push(() => mosquitto.stop())
  return mosquitto
}

async function connected(target: Parameters<BrokerConnection['connect']>[0]): Promise<BrokerConnection> {
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  await connection.connect(target)
  const status = await untilStatus(connection, isSettled)
  expect(status).toMatchObject({ state: 'connected', failure: null, missingSubscriptions: [] })
  return connection
}

function untilMessage(connection: BrokerConnection, topic: string): Promise<BrokerMessage> {
  return new Promise((resolve) => {
    const stop = connection.onMessage((message) => {
      if (message.topic !== topic) return
      stop()
      resolve(message)
    })
  })
}

it('connects to an anonymous broker on MQTT 5, measures the round trip and gets what devices say', async () => {
  const mosquitto = await broker({ mode: 'anonymous' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  const { roundTripMs } = await untilStatus(connection, (status) => status.roundTripMs !== null)
  expect(roundTripMs).toBeGreaterThan(0)
  expect(connection.status()).toMatchObject({
    protocol: 'MQTT 5',
    isTls: false,
    address: `127.0.0.1:${mosquitto.port}`,
  })
  const device = await connected(targetFor({ port: mosquitto.port, id: 'device' }))
  const message = untilMessage(connection, 'device/rpi_001/result')
  expect(await device.publish('device/rpi_001/result', Buffer.from([0xff, 0x00]))).toEqual({ kind: 'acknowledged' })
  expect(await message).toMatchObject({
    connectionId: 'profile-1',
    payload: Buffer.from([0xff, 0x00]),
    isRetained: false,
  })
})

it('connects with user name and password', async () => {
  const mosquitto = await broker({ mode: 'password' })
  const password = mosquitto.users.operator ?? ''
  await connected(targetFor({ port: mosquitto.port, security: 'password', username: 'operator' }, { password }))
})

it('connects over TLS by IP address, by name, and by a server name that differs from the host', async () => {
  const mosquitto = await broker({ mode: 'tls', users: { operator: 'tls-password' } })
  const profile = { port: mosquitto.port, security: 'tls', username: 'operator', ca: mosquitto.ca ?? null } as const
  const secrets = { password: 'tls-password' }
  const connection = await connected(targetFor(profile, secrets))
  expect(connection.status().isTls).toBe(true)
  await connected(targetFor({ ...profile, host: 'localhost' }, secrets))
  const certificate = await mosquitto.authority?.issueServer({ hosts: ['broker.example'] })
  if (mosquitto.authority === undefined || certificate === undefined) throw new Error('no authority')
  const other = await broker({ mode: 'tls', authority: mosquitto.authority, serverCertificate: certificate })
  await connected(targetFor({ ...profile, port: other.port, serverName: 'broker.example' }))
})

it('connects with a client certificate whose key has a passphrase', async () => {
  const mosquitto = await broker({ mode: 'tls', requiresClientCertificate: true })
  const client = await mosquitto.authority?.issueClient('console', { passphrase: 'open sesame' })
  const profile = { port: mosquitto.port, ca: mosquitto.ca ?? null, clientCertificate: client?.certificate ?? null }
  await connected(
    targetFor({ ...profile, security: 'mtls' }, { clientKey: client?.key ?? null, passphrase: 'open sesame' }),
  )
})

it('comes back by itself after the broker was restarted', async () => {
  const mosquitto = await broker({ mode: 'anonymous' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  const lost = untilStatus(connection, ({ state }) => state === 'waiting')
  const restarted = mosquitto.restart()
  expect((await lost).failure).not.toBeNull()
  await restarted
  await untilStatus(connection, ({ state }) => state === 'connected')
  const message = untilMessage(connection, 'device/a/status')
  await connection.publish('device/a/status', '{}')
  await message
})

it('leaves cleanly: the broker sees a DISCONNECT, not a broken connection', async () => {
  const mosquitto = await broker({ mode: 'anonymous' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  const { clientId } = connection.status()
  await connection.disconnect()
  await expect.poll(() => mosquitto.log()).toContain(`Received DISCONNECT from ${clientId}`)
  expect(mosquitto.log()).not.toMatch(/closed its connection|Socket error/)
})

it('goes on under another id when another client keeps taking its own, of which Mosquitto 2.0 says nothing', async () => {
  const mosquitto = await broker({ mode: 'anonymous' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  const clientId = connection.status().clientId ?? ''
  const { connect } = await import('mqtt')
  const rival = connect({ port: mosquitto.port, host: '127.0.0.1', clientId, reconnectPeriod: 100 })
  cleanups.push(() => rival.endAsync(true))
  const { failure } = await untilStatus(connection, (status) => status.clientId !== clientId && status.failure !== null)
  expect(failure?.cause).toBe('id-changed')
  expect(failure?.message.en).toContain(clientId)
  await untilStatus(connection, ({ state, failure }) => state === 'connected' && failure === null)
  expect(await connection.publish('device/a/ack', '{}')).toEqual({ kind: 'acknowledged' })
  expect(rival.connected).toBe(true)
})

it('stops at once when the broker says that the session was taken over', async () => {
  const scripted = await startScriptedBroker((socket) => socket.end(Buffer.from([0xe0, 2, 0x8e, 0])))
  cleanups.push(() => scripted.stop())
  const connection = await connected(targetFor({ port: scripted.port }))
  void connection.publish('device/a/command', '{}')
  const status = await untilStatus(connection, ({ state }) => state !== 'connected')
  expect(status).toMatchObject({ state: 'stopped', failure: { cause: 'taken-over' } })
})

it('tells a publish that nobody received (PUBACK 0x10) from one that was delivered', async () => {
  const mosquitto = await broker({ mode: 'anonymous' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  expect(await connection.publish('device/away/command', '{}', { messageExpiryS: 30 })).toEqual({
    kind: 'no-subscriber',
  })
  const device = await connected(targetFor({ port: mosquitto.port, id: 'device' }))
  expect(device.status().state).toBe('connected')
  expect(await connection.publish('device/here/ack', '{}')).toEqual({ kind: 'acknowledged' })
})

it('reads a refused publish from the PUBACK', async () => {
  const users = { operator: 'operator-password' }
  const acl = 'user operator\ntopic read device/+/status\n'
  const mosquitto = await broker({ mode: 'password', users, acl })
  const target = targetFor(
    { port: mosquitto.port, security: 'password', username: 'operator' },
    { password: users.operator },
  )
  const connection = await connected(target)
  expect(await connection.publish('device/a/command', '{}')).toEqual({ kind: 'refused', reasonCode: 0x87 })
})

it('sends a burst of publishes within the Receive Maximum of the broker, each answered', async () => {
  const mosquitto = await broker({ mode: 'anonymous', extraConfig: 'max_inflight_messages 5' })
  const connection = await connected(targetFor({ port: mosquitto.port }))
  const outcomes = await Promise.all(
    Array.from({ length: 500 }, (_, index) => connection.publish(`device/d${index}/result`, '{}')),
  )
  expect(outcomes.every(({ kind }) => kind === 'acknowledged')).toBe(true)
})

it('never sends what was published while offline, not even after the connection is back', async () => {
  const scripted = await startScriptedBroker((socket, connection, messageId) => {
    if (connection === 0) socket.destroy()
    else socket.write(puback(messageId))
  })
  cleanups.push(() => scripted.stop())
  const connection = await connected(targetFor({ port: scripted.port }))
  const cut = connection.publish('device/a/command', 'cut off')
  await untilStatus(connection, ({ state }) => state === 'waiting')
  expect(await cut).toEqual({ kind: 'unknown' })
  expect(await connection.publish('device/a/command', 'while offline')).toEqual({ kind: 'unsent' })
  await untilStatus(connection, ({ state }) => state === 'connected')
  expect(await connection.publish('device/marker/command', 'after')).toEqual({ kind: 'acknowledged' })
  expect(scripted.published).toEqual([['device/a/command'], ['device/marker/command']])
})

it('does not send a packet that the broker said it would not take', async () => {
  const maximumPacketSize = Buffer.from([0x27, 0, 0, 1, 0])
  const scripted = await startScriptedBroker(
    (socket, _connection, messageId) => socket.write(puback(messageId)),
    maximumPacketSize,
  )
  cleanups.push(() => scripted.stop())
  const connection = await connected(targetFor({ port: scripted.port }))
  expect(await connection.publish('device/a/command', 'x'.repeat(300))).toEqual({ kind: 'refused', reasonCode: 0x95 })
  expect(await connection.publish('device/b/command', 'x')).toEqual({ kind: 'acknowledged' })
  expect(scripted.published).toEqual([['device/b/command']])
})
