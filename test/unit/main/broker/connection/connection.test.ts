import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { ConnectionStatus } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { ConnectionScene } from './connection-scene.ts'
import { socketError } from './fake-session.ts'

let scene: ConnectionScene
let connection: BrokerConnection

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  scene = new ConnectionScene()
  connection = scene.connection
})
afterEach(() => vi.useRealTimers())

it('waits 1, 2, 4 … s (jittered) between attempts instead of hammering a broker that is down', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  const delays: number[] = []
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    scene.session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
    const { state, retryAt, failure } = connection.status()
    expect(state).toBe('waiting')
    expect(failure?.cause).toBe('refused')
    delays.push((retryAt ?? 0) - Date.now())
    await vi.advanceTimersByTimeAsync(delays.at(-1) ?? 0)
    expect(connection.status().attempt).toBe(attempt)
  }
  expect(delays).toEqual([500, 1_000, 2_000, 4_000])
})

it('keeps the back-off of a connection that does not last, and forgets it after 20 s of a stable one', async () => {
  const first = await scene.open()
  first.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(connection.status().attempt).toBe(1)
  await vi.advanceTimersByTimeAsync(500)
  scene.session(-1).options.events.onOpen()
  await vi.advanceTimersByTimeAsync(19_999)
  expect(connection.status()).toMatchObject({ state: 'connected', attempt: 1 })
  await vi.advanceTimersByTimeAsync(1)
  expect(connection.status().attempt).toBe(0)
})

it.each([
  [{ reasonCode: 0x87 }, 'credentials'],
  [{ reasonCode: 5 }, 'credentials'],
  [{ reasonCode: 0x85 }, 'client-id'],
  [{ reasonCode: 0x8a }, 'banned'],
  [{ stage: 'open' as const, reasonCode: 0x8e }, 'taken-over'],
  [{ stage: 'tls' as const, error: socketError('CERT_HAS_EXPIRED') }, 'tls-expired'],
])('stops instead of retrying what a retry cannot mend: %j', async (end, cause) => {
  await connection.connect(newTarget())
  await scene.settle()
  scene.session(-1).end(end)
  expect(connection.status()).toMatchObject({ state: 'stopped', retryAt: null, failure: { cause } })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(scene.sessions).toHaveLength(1)
})

it('goes on retrying while the broker says it is busy', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  scene.session(-1).end({ reasonCode: 0x89 })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'busy' } })
})

it.each([{ reasonCode: 0x84 }, { reasonCode: 1 }, { error: socketError('ECONNRESET') }, {}])(
  'tries MQTT 3.1.1 at once when the broker does not take MQTT 5: %j',
  async (end) => {
    await connection.connect(newTarget())
    await scene.settle()
    scene.session(-1).end(end)
    await scene.settle()
    expect(scene.sessions.map(({ options }) => options.protocolVersion)).toEqual([5, 4])
    scene.session(-1).options.events.onOpen()
    await scene.settle()
    expect(connection.status()).toMatchObject({ state: 'connected', protocol: 'MQTT 3.1.1', attempt: 0 })
    scene.session(-1).end({ stage: 'open', error: socketError('ECONNRESET') })
    await vi.advanceTimersByTimeAsync(500)
    expect(scene.session(-1).options.protocolVersion).toBe(4)
  },
)

it('does not take a closed port for an old broker', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  scene.session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
  await scene.settle()
  expect(scene.sessions).toHaveLength(1)
})

it('is connected only after SUBACK, and hears devices from CONNACK on', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  expect(connection.status().openedAt).toBeNull()
  const connackAt = Date.now()
  scene.session(-1).options.events.onOpen()
  expect(connection.status()).toMatchObject({ state: 'connecting', openedAt: connackAt })
  await scene.settle()
  expect(connection.status()).toMatchObject({ state: 'connected', openedAt: connackAt })
  scene.session(-1).end({ stage: 'open' })
  expect(connection.status().openedAt).toBeNull()
})

it('closes the old broker before it opens the new one and drops what the old one still says', async () => {
  const topics: string[] = []
  connection.onMessage(({ connectionId, topic }) => topics.push(`${connectionId} ${topic}`))
  const old = await scene.open(newTarget({ id: 'old' }))
  const fresh = await scene.open(newTarget({ id: 'new' }))
  expect(old.isClosed).toBe(true)
  old.receive('device/a/status', '{}')
  old.end({ stage: 'open', error: socketError('ECONNRESET') })
  fresh.receive('device/b/status', '{}')
  expect(topics).toEqual(['new device/b/status'])
  expect(connection.status()).toMatchObject({ state: 'connected', profileId: 'new' })
})

it('sends nothing to a broker that the message was not meant for, and nothing while offline', async () => {
  const active = await scene.open(newTarget({ id: 'active' }))
  expect(await connection.publish('device/a/command', '{}', { connectionId: 'other' })).toEqual({ kind: 'unsent' })
  active.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(await connection.publish('device/a/command', '{}')).toEqual({ kind: 'unsent' })
  await vi.advanceTimersByTimeAsync(500)
  scene.session(-1).options.events.onOpen()
  await scene.settle()
  expect(scene.sessions.flatMap(({ published }) => published)).toEqual([])
})

it.each(['', 'device/+/command', 'device/#', 'a\0b'])('refuses to publish to %j, which is no topic', async (topic) => {
  await scene.open()
  await expect(connection.publish(topic, '{}')).rejects.toThrow(TypeError)
})

it('measures the round trip at once and every 30 s', async () => {
  const active = await scene.open()
  expect(active.pings).toBe(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(active.pings).toBe(3)
})

it.each([
  [{ host: ' ' }, 'input-host-empty'],
  [{ port: 0 }, 'input-port'],
])('never hands %j to the MQTT library, which would connect to 127.0.0.1:1883', async (profile, cause) => {
  await connection.connect(newTarget(profile))
  await scene.settle()
  expect(scene.sessions).toHaveLength(0)
  expect(connection.status()).toMatchObject({ state: 'stopped', failure: { cause } })
})

it('survives a listener that throws', async () => {
  const seen: ConnectionStatus['state'][] = []
  connection.onStatus(() => {
    throw new Error('listener')
  })
  const stop = connection.onStatus(({ state }) => seen.push(state))
  await scene.open()
  stop()
  await connection.disconnect()
  expect(seen.at(-1)).toBe('connected')
  expect(scene.errors.length).toBeGreaterThan(0)
})

it('gives up the retry that is due when that broker stops, and the attempt that is on its way', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  scene.session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(connection.status()).toMatchObject({ retryAt: null, failure: { cause: 'built-in-stopped' } })
  connection.setAbsent('site-a', null)
  await connection.connect(newTarget())
  await scene.settle()
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(scene.session(-1).isClosed).toBe(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(scene.sessions).toHaveLength(2)
})

it('keeps an open connection until it ends, and lets other profiles and addresses connect meanwhile', async () => {
  const active = await scene.open()
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(connection.status().state).toBe('connected')
  active.end({ stage: 'open' })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'built-in-stopped' } })
  await scene.open(newTarget({ port: 1884 }))
  expect(connection.status().state).toBe('connected')
  await scene.open(newTarget({ id: 'site-b' }))
  expect(connection.status()).toMatchObject({ state: 'connected', profileId: 'site-b' })
})
