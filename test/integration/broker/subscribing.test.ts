import { connectAsync } from 'mqtt'
import { afterEach, expect, it } from 'vitest'
import { DeviceIngest } from '../../../main/devices/intake/ingest.ts'
import { DeviceRegistry, followSessions } from '../../../main/devices/registry/registry.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'
import { publish, startScriptedBroker, suback } from './scripted-broker.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const NO_STORE = { load: () => ({ records: [], orphans: [] }), changed() {}, forget() {}, orphaned() {} }

// Of three such devices up to three were "never seen": NATS, FlashMQ and NanoMQ send what they retain first.
it('counts retained messages that come before the SUBACK, in the same moment, and after it', async () => {
  const online = (id: string) => publish(`device/${id}/status`, '{"status":"online"}', true)
  const broker = await startScriptedBroker(
    () => {},
    Buffer.alloc(0),
    (socket, packetId, filters) => {
      socket.write(online('before'))
      setImmediate(() => {
        const granted = suback(packetId, Array(filters.length).fill(1))
        socket.write(Buffer.concat([online('with'), granted, online('after')]))
      })
    },
  )
  cleanups.push(() => broker.stop())
  const registry = new DeviceRegistry({
    clock: Date.now,
    timers: systemTimers,
    store: NO_STORE,
    isSimulated: () => false,
    onChanged: () => {},
  })
  const ingest = new DeviceIngest({
    registry,
    clock: Date.now,
    timers: systemTimers,
    log: SILENT_LOG,
    onResult: () => 'orphan',
    onAck: () => {},
    onOutput: () => {},
    onOversized: () => {},
  })
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  connection.onStatus(followSessions(registry))
  connection.onMessage((message) => ingest.handle(message))
  await connection.connect(targetFor({ port: broker.port }))
  await untilStatus(connection, ({ state }) => state === 'connected')
  await expect.poll(() => registry.queries.counts('profile-1')).toMatchObject({ online: 3, 'never-seen': 0 })
  await connection.disconnect()
  expect(registry.queries.counts('profile-1')).toMatchObject({ online: 3 })
})

// A NATS cluster without one of its nodes answers so, and the console never heard a result again.
it('asks a broker again for filters that it refused with 0x80, until it grants them', async () => {
  const asked: string[][] = []
  const broker = await startScriptedBroker(
    () => {},
    Buffer.alloc(0),
    (socket, packetId, filters, nth) => {
      asked.push([...filters])
      const isRefused = (filter: string) => /result|status/.test(filter) && nth < 2
      socket.write(
        suback(
          packetId,
          filters.map((filter) => (isRefused(filter) ? 0x80 : 1)),
        ),
      )
    },
  )
  cleanups.push(() => broker.stop())
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  await connection.connect(targetFor({ port: broker.port }))
  const refused = await untilStatus(connection, ({ state }) => state === 'connected')
  expect(new Set(refused.missingSubscriptions)).toEqual(
    new Set(['status', 'result'].map((kind) => ({ filter: `device/+/${kind}`, isForNow: true }))),
  )
  await untilStatus(connection, ({ missingSubscriptions }) => missingSubscriptions.length === 0)
  expect(asked.map((filters) => filters.length)).toEqual([6, 2, 2])
})

// With QoS 1 Mosquitto sends 1,000 to 2,000 of them and drops the rest without a word.
it('gets the retained status of every device of a large fleet from Mosquitto', async () => {
  const mosquitto = await startMosquitto({ mode: 'anonymous', isQuiet: true })
  cleanups.push(() => mosquitto.stop())
  const publisher = await connectAsync(`mqtt://127.0.0.1:${mosquitto.port}`)
  cleanups.push(() => publisher.endAsync(true))
  const publishes = Array.from({ length: 5_000 }, (_, index) =>
    publisher.publishAsync(`device/d${index}/status`, '{"status":"online"}', { qos: 1, retain: true }),
  )
  await Promise.all(publishes)
  const connection = newConnection()
  cleanups.push(() => connection.disconnect())
  const seen = new Set<string>()
  connection.onMessage(({ topic }) => seen.add(topic))
  await connection.connect(targetFor({ port: mosquitto.port }))
  await expect.poll(() => seen.size, { timeout: 15_000 }).toBe(5_000)
})
