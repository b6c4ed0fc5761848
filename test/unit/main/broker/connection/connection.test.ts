import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { SessionOptions } from '../../../../../main/broker/session/broker-session.ts'
import type { ConnectionTarget } from '../../../../../main/broker/session/target.ts'
import type { ConnectionStatus } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession, socketError } from './fake-session.ts'

let sessions: FakeSession[]
let errors: unknown[]
let connection: BrokerConnection

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sessions = []
  errors = []
  connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error: (_message, error) => errors.push(error) },
    random: () => 0.5,
    openSession: (options: SessionOptions) => {
      const session = new FakeSession(options)
      sessions.push(session)
      return Promise.resolve(session)
    },
  })
})
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

function session(index: number): FakeSession {
  const found = sessions.at(index)
  if (found === undefined) throw new Error(`no session ${index}`)
  return found
}

async function open(target: ConnectionTarget = newTarget()): Promise<FakeSession> {
  await connection.connect(target)
  await settle()
  session(-1).options.events.onOpen()
  await settle()
  return session(-1)
}

it('waits 1, 2, 4 … s (jittered) between attempts instead of hammering a broker that is down', async () => {
  await connection.connect(newTarget())
  await settle()
  const delays: number[] = []
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
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
  const first = await open()
  first.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(connection.status().attempt).toBe(1)
  await vi.advanceTimersByTimeAsync(500)
  session(-1).options.events.onOpen()
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
  await settle()
  session(-1).end(end)
  expect(connection.status()).toMatchObject({ state: 'stopped', retryAt: null, failure: { cause } })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sessions).toHaveLength(1)
})

it('goes on retrying while the broker says it is busy', async () => {
  await connection.connect(newTarget())
  await settle()
  session(-1).end({ reasonCode: 0x89 })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'busy' } })
})

it.each([{ reasonCode: 0x84 }, { reasonCode: 1 }, { error: socketError('ECONNRESET') }, {}])(
  'tries MQTT 3.1.1 at once when the broker does not take MQTT 5: %j',
  async (end) => {
    await connection.connect(newTarget())
    await settle()
    session(-1).end(end)
    await settle()
    expect(sessions.map(({ options }) => options.protocolVersion)).toEqual([5, 4])
    session(-1).options.events.onOpen()
    await settle()
    expect(connection.status()).toMatchObject({ state: 'connected', protocol: 'MQTT 3.1.1', attempt: 0 })
    session(-1).end({ stage: 'open', error: socketError('ECONNRESET') })
    await vi.advanceTimersByTimeAsync(500)
    expect(session(-1).options.protocolVersion).toBe(4)
  },
)

it('does not take a closed port for an old broker', async () => {
  await connection.connect(newTarget())
  await settle()
  session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
  await settle()
  expect(sessions).toHaveLength(1)
})

it('is connected only after SUBACK, and hears devices from CONNACK on', async () => {
  await connection.connect(newTarget())
  await settle()
  expect(connection.status().openedAt).toBeNull()
  const connackAt = Date.now()
  session(-1).options.events.onOpen()
  expect(connection.status()).toMatchObject({ state: 'connecting', openedAt: connackAt })
  await settle()
  expect(connection.status()).toMatchObject({ state: 'connected', openedAt: connackAt })
  session(-1).end({ stage: 'open' })
  expect(connection.status().openedAt).toBeNull()
})

it('closes the old broker before it opens the new one and drops what the old one still says', async () => {
  const topics: string[] = []
  connection.onMessage(({ connectionId, topic }) => topics.push(`${connectionId} ${topic}`))
  const old = await open(newTarget({ id: 'old' }))
  const fresh = await open(newTarget({ id: 'new' }))
  expect(old.isClosed).toBe(true)
  old.receive('device/a/status', '{}')
  old.end({ stage: 'open', error: socketError('ECONNRESET') })
  fresh.receive('device/b/status', '{}')
  expect(topics).toEqual(['new device/b/status'])
  expect(connection.status()).toMatchObject({ state: 'connected', profileId: 'new' })
})

it('sends nothing to a broker that the message was not meant for, and nothing while offline', async () => {
  const active = await open(newTarget({ id: 'active' }))
  expect(await connection.publish('device/a/command', '{}', { connectionId: 'other' })).toEqual({ kind: 'unsent' })
  active.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(await connection.publish('device/a/command', '{}')).toEqual({ kind: 'unsent' })
  await vi.advanceTimersByTimeAsync(500)
  session(-1).options.events.onOpen()
  await settle()
  expect(sessions.flatMap(({ published }) => published)).toEqual([])
})

it.each(['', 'device/+/command', 'device/#', 'a\0b'])('refuses to publish to %j, which is no topic', async (topic) => {
  await open()
  await expect(connection.publish(topic, '{}')).rejects.toThrow(TypeError)
})

it('reconnects at once when the computer wakes', async () => {
  await connection.connect(newTarget())
  await settle()
  session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  connection.wake()
  await settle()
  expect(sessions).toHaveLength(2)
  expect(connection.status().state).toBe('connecting')
})

it('begins its back-off anew when the computer wakes, because the network may come a moment later', async () => {
  await connection.connect(newTarget())
  await settle()
  for (let failures = 0; failures < 8; failures++) {
    session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
    await vi.advanceTimersByTimeAsync(128_000)
  }
  session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  expect(connection.status().attempt).toBe(9)
  connection.wake()
  await settle()
  const before = sessions.length
  session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  expect(connection.status().attempt).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sessions).toHaveLength(before + 1)
})

it('is in doubt from waking until the broker has answered, or the connection has ended', async () => {
  const active = await open()
  expect(connection.isInDoubt).toBe(false)
  connection.wake()
  expect(connection.isInDoubt).toBe(true)
  active.options.events.onRoundTrip?.(8)
  expect(connection.isInDoubt).toBe(false)
  connection.wake()
  active.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(connection.isInDoubt).toBe(false)
})

it('finds out within 3 s of waking that an open connection is dead', async () => {
  const active = await open()
  connection.wake()
  expect(active.pings).toBe(2)
  active.options.events.onRoundTrip?.(12.34)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(connection.status()).toMatchObject({ state: 'connected', roundTripMs: 12.3 })
  connection.wake()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'keepalive-lost' } })
})

it('does not wake up what the operator closed or what was refused', async () => {
  await open()
  await connection.disconnect()
  connection.wake()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sessions).toHaveLength(1)
  expect(connection.status()).toMatchObject({ state: 'disconnected', failure: null })
})

it('measures the round trip at once and every 30 s', async () => {
  const active = await open()
  expect(active.pings).toBe(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(active.pings).toBe(3)
})

it.each([
  [{ host: ' ' }, 'input-host-empty'],
  [{ port: 0 }, 'input-port'],
])('never hands %j to the MQTT library, which would connect to 127.0.0.1:1883', async (profile, cause) => {
  await connection.connect(newTarget(profile))
  await settle()
  expect(sessions).toHaveLength(0)
  expect(connection.status()).toMatchObject({ state: 'stopped', failure: { cause } })
})

it('survives a listener that throws', async () => {
  const seen: ConnectionStatus['state'][] = []
  connection.onStatus(() => {
    throw new Error('listener')
  })
  const stop = connection.onStatus(({ state }) => seen.push(state))
  await open()
  stop()
  await connection.disconnect()
  expect(seen.at(-1)).toBe('connected')
  expect(errors.length).toBeGreaterThan(0)
})

it('waits for a broker of its own that does not run, instead of retrying', async () => {
  connection.setAbsent('site-a', 'broker.example:1883')
  await connection.connect(newTarget())
  connection.wake()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sessions).toHaveLength(0)
  expect(connection.status()).toMatchObject({
    state: 'waiting',
    retryAt: null,
    attempt: 0,
    failure: { cause: 'built-in-stopped', detail: '' },
  })
  connection.setAbsent('site-a', null)
  await open()
  expect(connection.status()).toMatchObject({ state: 'connected', failure: null })
})

it('gives up the retry that is due when that broker stops, and the attempt that is on its way', async () => {
  await connection.connect(newTarget())
  await settle()
  session(-1).end({ stage: 'tcp', error: socketError('ECONNREFUSED') })
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(connection.status()).toMatchObject({ retryAt: null, failure: { cause: 'built-in-stopped' } })
  connection.setAbsent('site-a', null)
  await connection.connect(newTarget())
  await settle()
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(session(-1).isClosed).toBe(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sessions).toHaveLength(2)
})

it('keeps an open connection until it ends, and lets other profiles and addresses connect meanwhile', async () => {
  const active = await open()
  connection.setAbsent('site-a', 'broker.example:1883')
  expect(connection.status().state).toBe('connected')
  active.end({ stage: 'open' })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'built-in-stopped' } })
  await open(newTarget({ port: 1884 }))
  expect(connection.status().state).toBe('connected')
  await open(newTarget({ id: 'site-b' }))
  expect(connection.status()).toMatchObject({ state: 'connected', profileId: 'site-b' })
})
