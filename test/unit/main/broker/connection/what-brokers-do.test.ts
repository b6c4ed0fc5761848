import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { SessionOptions } from '../../../../../main/broker/session/broker-session.ts'
import type { ConnectionTarget } from '../../../../../main/broker/session/target.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession, socketError } from './fake-session.ts'

let sessions: FakeSession[]
let connection: BrokerConnection

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sessions = []
  connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error() {} },
    random: () => 0.5,
    isOwnBroker: (profileId) => profileId === 'own',
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

async function open(target: ConnectionTarget = newTarget()): Promise<void> {
  await connection.connect(target)
  await settle()
  session(-1).options.events.onOpen()
  await settle()
}

/** Lets the present connection stand for a time, drops it without a reason, and opens the next. */
async function dropAfter(heldMs: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(heldMs)
  session(-1).end({ stage: 'open' })
  const waiting = connection.status()
  await vi.advanceTimersByTimeAsync((waiting.retryAt ?? 0) - Date.now())
  session(-1).options.events.onOpen()
  await settle()
}

// A proxy, or a broker that crashed a few times, kept the console away for good: nobody else had its id.
it('takes another client id, once, when the broker keeps hanging up without a reason, and goes on trying', async () => {
  await open()
  const clientId = connection.status().clientId
  const causes = new Set<string | undefined>()
  connection.onStatus(({ state, failure }) => state === 'waiting' && causes.add(failure?.cause))
  for (const heldMs of [100, 900, 100]) await dropAfter(heldMs)
  const next = connection.status().clientId
  expect(next).not.toBe(clientId)
  expect(session(-1).options.clientId).toBe(next)
  for (const heldMs of [200, 2_000, 100, 100, 900, 100]) await dropAfter(heldMs)
  expect(connection.status()).toMatchObject({ state: 'connected', clientId: next })
  expect([...causes]).toEqual(['lost', 'id-changed'])
})

it.each([10_000, 55_000])('names what closes idle connections after %d ms, by the regular times', async (heldMs) => {
  await open(newTarget({ keepaliveS: 60 }))
  await dropAfter(heldMs)
  await dropAfter(heldMs + 400)
  expect(connection.status().state).toBe('connected')
  await vi.advanceTimersByTimeAsync(heldMs + 200)
  session(-1).end({ stage: 'open', error: socketError('ECONNRESET') })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'idle-closed' } })
  expect(connection.status().failure?.message.en).toContain(`every ${heldMs / 1_000} s`)
})

it('names no idle time where the times differ, or the keepalive was shorter', async () => {
  await open(newTarget({ keepaliveS: 60 }))
  for (const heldMs of [10_000, 25_000, 10_000, 40_000, 90_000, 90_000]) await dropAfter(heldMs)
  await vi.advanceTimersByTimeAsync(90_000)
  session(-1).end({ stage: 'open' })
  expect(connection.status()).toMatchObject({ state: 'waiting', failure: { cause: 'lost' } })
})

it('asks again for what the broker refused for now, each time after a longer wait, and says what is missing', async () => {
  await connection.connect(newTarget())
  await settle()
  const { subscribed: requested, refusals } = session(-1)
  Object.assign(refusals, { 'device/+/status': 0x80, 'device/+/result': 0x97, 'device/+/output': 0x87 })
  session(-1).options.events.onOpen()
  await settle()
  const output = { filter: 'device/+/output', isForNow: false }
  const result = { filter: 'device/+/result', isForNow: true }
  const status = { filter: 'device/+/status', isForNow: true }
  expect(connection.status()).toMatchObject({
    state: 'connected',
    missingSubscriptions: expect.arrayContaining([result, output, status]),
  })
  await vi.advanceTimersByTimeAsync(500)
  expect(requested.at(-1)?.toSorted()).toEqual(['device/+/result', 'device/+/status'])
  delete refusals['device/+/status']
  await vi.advanceTimersByTimeAsync(1_000)
  expect(connection.status().missingSubscriptions).toEqual([output, result])
  await vi.advanceTimersByTimeAsync(1_999)
  expect(requested.length).toBe(3)
  delete refusals['device/+/result']
  await vi.advanceTimersByTimeAsync(1)
  expect(connection.status()).toMatchObject({ state: 'connected', missingSubscriptions: [output] })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(requested.length).toBe(4)
})

it.each([
  [5, 'site-a', false],
  [4, 'site-a', true],
  [4, 'own', false],
] as const)(
  'knows of MQTT %d with the profile %s whether the broker keeps commands: %s',
  async (version, id, keeps) => {
    await connection.connect(newTarget({ id }))
    await settle()
    if (version === 4) session(-1).end({ reasonCode: 0x84 })
    await settle()
    session(-1).options.events.onOpen()
    await settle()
    expect(connection.status().keepsCommands).toBe(keeps)
  },
)
