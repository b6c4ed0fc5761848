import { connectAsync } from 'mqtt'
import { afterEach, expect, it } from 'vitest'
import type { BrokerConnection } from '../../../main/broker/connection/connection.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { BrokerScene } from '../../brokers/scene.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { newConnection, targetFor, untilStatus } from './fixture.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const PER_S = 250
const TICK_MS = 20
const PATIENCE = { timeout: 20_000 }

/** Publishes numbered heartbeats evenly until stopped; `sent` counts them. */
function heartbeats(publish: (topic: string, payload: string) => void) {
  const state = { sent: 0 }
  const timer = setInterval(() => {
    for (let index = 0; index < (PER_S * TICK_MS) / 1_000; index += 1) {
      publish(`device/d${state.sent % 100}/heartbeat`, JSON.stringify({ number: state.sent }))
      state.sent += 1
    }
  }, TICK_MS)
  cleanups.push(async () => clearInterval(timer))
  return { state, stop: () => clearInterval(timer) }
}

/** Numbers of the heartbeats that the connection heard, and the topics of its answers. */
function listenTo(connection: BrokerConnection) {
  const [numbers, answers] = [new Map<number, number>(), [] as string[]]
  connection.onMessage(({ topic, payload }) => {
    if (topic.endsWith('/result')) answers.push(topic)
    else if (topic.endsWith('/heartbeat')) {
      const { number } = JSON.parse(payload.toString())
      numbers.set(number, (numbers.get(number) ?? 0) + 1)
    }
  })
  return { numbers, answers }
}

// Each message once is what a shared subscription promises (MQTT 5, 4.8.2): with a subscription of its own on every connection
// each reading would come three times.
it.each([4, 5] as const)(
  'brings each reading of Mosquitto over shared connections, each answer once, and takes the readings back when they end (MQTT %s)',
  async (version) => {
    const broker = await startMosquitto({ mode: 'anonymous' })
    cleanups.push(() => broker.stop())
    const connection = newConnection()
    cleanups.push(() => connection.disconnect())
    const { numbers, answers } = listenTo(connection)
    const character: Profile['character'] = {
      kind: 'mosquitto',
      by: 'operator',
      since: 0,
      changes: { messagesPerS: 200, sharesReadings: true },
    }
    await connection.connect(targetFor({ port: broker.port, character, ...(version === 4 && { mqttVersion: 4 }) }))
    await untilStatus(connection, ({ state }) => state === 'connected')
    const device = await connectAsync(`mqtt://${broker.host}:${broker.port}`)
    cleanups.push(() => device.endAsync(true))
    const source = heartbeats((topic, payload) => device.publish(topic, payload))
    await untilStatus(connection, ({ readingConnections = 0 }) => readingConnections >= 2)
    const sharedSince = source.state.sent
    for (let index = 0; index < 50; index += 1) device.publish(`device/d${index}/result`, '{}', { qos: 1 })
    await expect.poll(() => source.state.sent, PATIENCE).toBeGreaterThan(sharedSince + PER_S)
    const sharedUntil = source.state.sent
    await expect.poll(() => numbers.has(sharedUntil), PATIENCE).toBe(true)
    const between = Array.from({ length: sharedUntil - sharedSince - 50 }, (_, index) => sharedSince + 50 + index)
    expect(between.filter((number) => numbers.get(number) !== 1)).toEqual([])
    expect(answers).toHaveLength(50)

    // Somebody takes the places of both.
    const { clientId } = connection.status()
    for (const suffix of ['r1', 'r2']) {
      const other = await connectAsync(`mqtt://${broker.host}:${broker.port}`, { clientId: `${clientId}-${suffix}` })
      cleanups.push(() => other.endAsync(true))
    }
    await untilStatus(connection, ({ readingConnections }) => readingConnections === 0)
    const again = source.state.sent
    await expect.poll(() => [...numbers.keys()].some((number) => number > again + 50), PATIENCE).toBe(true)
    expect(connection.status().state).toBe('connected')
  },
)

it('hears the readings of a fleet whole where AWS IoT Core would discard what is over the limit of one connection', async () => {
  const scene = await BrokerScene.start('aws-iot')
  cleanups.push(
    () => scene.broker.stop(),
    () => scene.clear(),
  )
  const { connection } = await scene.connected()
  const { numbers } = listenTo(connection)
  const device = await scene.client('readings')
  const source = heartbeats((topic, payload) => device.publish(topic, payload))
  await expect
    .poll(() => connection.status().readingConnections ?? 0, PATIENCE)
    .toBeGreaterThanOrEqual(Math.ceil(PER_S / 100))
  const from = source.state.sent
  await expect.poll(() => source.state.sent, PATIENCE).toBeGreaterThan(from + 3 * PER_S)
  source.stop()
  const until = source.state.sent
  await expect.poll(() => numbers.has(until - 1), PATIENCE).toBe(true)
  const wanted = Array.from({ length: until - from - PER_S }, (_, index) => from + PER_S + index)
  expect(wanted.filter((number) => !numbers.has(number))).toEqual([])
  expect(scene.takeViolations()).toEqual([])
})
