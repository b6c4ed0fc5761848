import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrokerMessage } from '../../../../../main/broker/connection/connection.ts'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { SessionOptions } from '../../../../../main/broker/session/broker-session.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession } from './fake-session.ts'

let sessions: FakeSession[]
let heard: BrokerMessage[]
let connection: BrokerConnection
/** Changes a session before the broker lets it in. */
let prepare: (session: FakeSession) => void

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sessions = []
  heard = []
  prepare = () => {}
  connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error() {} },
    random: () => 0.5,
    openSession: (options: SessionOptions) => {
      const session = new FakeSession(options)
      sessions.push(session)
      prepare(session)
      setTimeout(() => session.options.events.onOpen())
      return Promise.resolve(session)
    },
  })
  connection.onMessage((message) => heard.push(message))
})
afterEach(() => vi.useRealTimers())

const LIMITED: Partial<Profile> = { character: { kind: 'aws-iot', by: 'operator', since: 0, changes: {} } }
const READINGS = ['device/+/heartbeat', 'device/+/data']

/** The console's own session, and those that share its readings. */
const own = (): FakeSession => sessions[0] as FakeSession
const shared = (): readonly FakeSession[] => sessions.slice(1)

async function connect(profile: Partial<Profile> = LIMITED): Promise<void> {
  await connection.connect(newTarget(profile))
  await vi.advanceTimersByTimeAsync(0)
}

/** Readings that come evenly for some seconds over these sessions in turn. */
async function readings(perS: number, seconds: number, over: () => readonly FakeSession[], leaf = 'heartbeat') {
  for (let index = 0; index < perS * seconds; index += 1) {
    const ways = over()
    ways[index % ways.length]?.receive(`device/d${index}/${leaf}`, '{}')
    await vi.advanceTimersByTimeAsync(1_000 / perS)
  }
}

describe('readings that fill one connection', () => {
  it('come over two more, in a group of this console alone, and no longer over its own', async () => {
    await connect()
    await readings(80, 4, () => [own()])
    expect(shared()).toHaveLength(2)
    const [filters, others] = shared().map(({ subscribed }) => subscribed.flat())
    expect(filters).toEqual([
      expect.stringMatching(/^\$share\/waypost-[0-9a-f]{8}\/device\/\+\/heartbeat$/),
      expect.stringMatching(/^\$share\/waypost-[0-9a-f]{8}\/device\/\+\/data$/),
    ])
    expect(others).toEqual(filters)
    expect(new Set(sessions.map(({ options }) => options.clientId)).size).toBe(3)
    expect(own().unsubscribed).toEqual(READINGS)
    expect(connection.status().readingConnections).toBe(2)
    const before = heard.length
    await readings(10, 1, shared)
    expect(heard.length - before).toBe(10)
  })

  it('get further connections while those are full as well, eight at most', async () => {
    await connect()
    await readings(90, 4, () => [own()])
    await readings(1_000, 40, shared)
    expect(connection.status().readingConnections).toBe(8)
  })

  it('come over the own connection again when the last of the others has ended', async () => {
    await connect()
    await readings(80, 4, () => [own()])
    const before = own().subscribed.length
    for (const session of shared()) session.end({ stage: 'open' })
    await vi.advanceTimersByTimeAsync(0)
    expect(own().subscribed.slice(before)).toEqual([READINGS])
    expect(connection.status()).toMatchObject({ state: 'connected', readingConnections: 0 })
  })

  it('stay on the own connection where the broker shares no subscription, and it is not asked again and again', async () => {
    prepare = (session) => {
      session.request = async (requests) =>
        requests.map(({ filter, qos }) => (filter.startsWith('$share/') ? 0x9e : qos))
    }
    await connect()
    await readings(80, 30, () => [own()])
    expect(shared()).toHaveLength(4)
    expect(shared().every(({ isClosed }) => isClosed)).toBe(true)
    expect(own().unsubscribed).toEqual([])
    expect(connection.status()).toMatchObject({ state: 'connected', readingConnections: 0 })
  })

  it('end with the console: no connection is left behind', async () => {
    await connect()
    await readings(80, 4, () => [own()])
    await connection.disconnect()
    expect(sessions.every(({ isClosed }) => isClosed)).toBe(true)
  })
})

describe('one connection brings all', () => {
  it.each([
    { what: 'few readings', perS: 20, leaf: 'heartbeat', profile: LIMITED },
    { what: 'answers, which are never shared', perS: 90, leaf: 'result', profile: LIMITED },
    { what: 'a broker without a limit', perS: 200, leaf: 'data', profile: {} },
    { what: 'a fixed client id', perS: 90, leaf: 'data', profile: { ...LIMITED, clientId: 'the-only-one' } },
    {
      what: 'a broker that takes one session',
      perS: 90,
      leaf: 'data',
      profile: { character: { kind: 'aws-iot', by: 'operator', since: 0, changes: { hasOneSession: true } } },
    },
  ] as const)('with $what', async ({ perS, leaf, profile }) => {
    await connect(profile)
    await readings(perS, 8, () => [own()], leaf)
    expect(shared()).toEqual([])
  })
})
