import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
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

it('reconnects at once when the computer wakes', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  scene.session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  connection.wake()
  await scene.settle()
  expect(scene.sessions).toHaveLength(2)
  expect(connection.status().state).toBe('connecting')
})

it('begins its back-off anew when the computer wakes, because the network may come a moment later', async () => {
  await connection.connect(newTarget())
  await scene.settle()
  for (let failures = 0; failures < 8; failures++) {
    scene.session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
    await vi.advanceTimersByTimeAsync(128_000)
  }
  scene.session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  expect(connection.status().attempt).toBe(9)
  connection.wake()
  await scene.settle()
  const before = scene.sessions.length
  scene.session(-1).end({ stage: 'tcp', error: socketError('ENETUNREACH') })
  expect(connection.status().attempt).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(scene.sessions).toHaveLength(before + 1)
})

it('is in doubt from waking until the broker has answered, or the connection has ended', async () => {
  const active = await scene.open()
  expect(connection.certain).toBeNull()
  connection.wake()
  expect(connection.certain).not.toBeNull()
  await vi.advanceTimersByTimeAsync(8)
  active.options.events.onRoundTrip?.(8)
  expect(connection.certain).toBeNull()
  connection.wake()
  active.end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(connection.certain).toBeNull()
})

it('tells who waits that the doubt is over, after the last of several wakes, and also where the connection has ended', async () => {
  const active = await scene.open()
  expect(connection.certain).toBeNull()
  connection.wake()
  let isCertain = false
  void connection.certain?.then(() => {
    isCertain = true
  })
  await vi.advanceTimersByTimeAsync(2_000)
  connection.wake()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(isCertain).toBe(false)
  active.options.events.onRoundTrip?.(8)
  await scene.settle()
  expect([isCertain, connection.certain]).toEqual([true, null])
  connection.wake()
  const ended = connection.certain
  await vi.advanceTimersByTimeAsync(3_000)
  await ended
  expect(connection.status().state).toBe('waiting')
  expect(await connection.publish('device/a/command', '{}')).toEqual({ kind: 'unsent' })
})

it('finds out within 3 s of waking that an open connection is dead', async () => {
  const active = await scene.open()
  connection.wake()
  expect(active.pings).toBe(2)
  await vi.advanceTimersByTimeAsync(13)
  active.options.events.onRoundTrip?.(12.34)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(connection.status()).toMatchObject({ state: 'connected', roundTripMs: 12.3 })
  connection.wake()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'keepalive-lost' } })
})

it('is in doubt from the announcement of a sleep until the broker has answered after the waking', async () => {
  const active = await scene.open()
  connection.sleep.begin()
  let isCertain = false
  void connection.certain?.then(() => {
    isCertain = true
  })
  // The answer to a ping of before the sleep.
  active.options.events.onRoundTrip?.(8)
  await scene.settle()
  expect(isCertain).toBe(false)
  connection.wake()
  await vi.advanceTimersByTimeAsync(5)
  active.options.events.onRoundTrip?.(8)
  await scene.settle()
  expect(isCertain).toBe(false)
  await vi.advanceTimersByTimeAsync(3)
  active.options.events.onRoundTrip?.(8)
  await scene.settle()
  expect([isCertain, connection.certain]).toEqual([true, null])
})

it('stays in doubt on a connection that opens between the announcement of a sleep and the sleep', async () => {
  connection.sleep.begin()
  await scene.open()
  expect(connection.status().state).toBe('connected')
  expect(connection.certain).not.toBeNull()
  connection.wake()
  await vi.advanceTimersByTimeAsync(8)
  scene.session(-1).options.events.onRoundTrip?.(8)
  await scene.settle()
  expect(connection.certain).toBeNull()
})

it('asks the broker itself where a sleep was announced and no waking is, so that a sleep that was called off holds nothing back', async () => {
  const active = await scene.open()
  connection.sleep.begin()
  const { certain } = connection
  await vi.advanceTimersByTimeAsync(30_000)
  expect(connection.certain).not.toBeNull()
  const before = active.pings
  await vi.advanceTimersByTimeAsync(5_008)
  expect(active.pings).toBe(before + 1)
  active.options.events.onRoundTrip?.(8)
  await certain
  expect([connection.certain, connection.status().state]).toEqual([null, 'connected'])
})

it('doubts nothing any more once the operator has closed the connection', async () => {
  await scene.open()
  connection.sleep.begin()
  const { certain } = connection
  await connection.disconnect()
  await certain
  expect([connection.certain, vi.getTimerCount()]).toEqual([null, 0])
})

it('does not wake up what the operator closed or what was refused', async () => {
  await scene.open()
  await connection.disconnect()
  connection.wake()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(scene.sessions).toHaveLength(1)
  expect(connection.status()).toMatchObject({ state: 'disconnected', failure: null })
})

it('waits for a broker of its own that does not run, instead of retrying', async () => {
  connection.setAbsent('site-a', 'broker.example:1883')
  await connection.connect(newTarget())
  connection.wake()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(scene.sessions).toHaveLength(0)
  expect(connection.status()).toMatchObject({
    state: 'waiting',
    retryAt: null,
    attempt: 0,
    failure: { cause: 'built-in-stopped', detail: '' },
  })
  connection.setAbsent('site-a', null)
  await scene.open()
  expect(connection.status()).toMatchObject({ state: 'connected', failure: null })
})
