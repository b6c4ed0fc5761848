import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BrokerConnection } from '../../../../../main/broker/connection/connection.ts'
import type { SessionOptions } from '../../../../../main/broker/session/broker-session.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { FakeSession, socketError } from './fake-session.ts'

let sessions: FakeSession[]
let closesOn: string[]
let old: string[]
let connection: BrokerConnection

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  sessions = []
  closesOn = []
  old = []
  connection = new BrokerConnection({
    now: Date.now,
    log: { info() {}, warn() {}, error() {} },
    random: () => 0.5,
    onOldBroker: (profileId) => old.push(profileId),
    openSession: (options: SessionOptions) => {
      const session = new FakeSession(options)
      session.closesOn = closesOn
      sessions.push(session)
      return Promise.resolve(session)
    },
  })
})
afterEach(() => vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

function newest(): FakeSession {
  const session = sessions.at(-1)
  if (session === undefined) throw new Error('no session')
  return session
}

async function begin(profile: Partial<Profile> = {}, secrets = {}) {
  await connection.connect(newTarget(profile, secrets))
  await settle()
}

async function end(change: Parameters<FakeSession['end']>[0]) {
  newest().end(change)
  await settle()
}

async function letIn() {
  newest().options.events.onOpen()
  await settle()
}

const refused = { stage: 'tcp', error: socketError('ECONNREFUSED') } as const
const silence = { stage: 'connack', error: new Error('connack timeout') } as const
const addressOf = ({ options: { target } }: FakeSession) => `${target.profile.host}:${target.profile.port}`
const health = () => (connection.status().addresses ?? []).map(({ address, state }) => `${address} ${state}`)

const CLUSTER: Partial<Profile> = {
  host: 'a.example',
  otherAddresses: [
    { host: 'b.example', port: 1884, serverName: 'inner-b' },
    { host: 'c.example', port: 1883, serverName: null },
  ],
}

describe('a connection with several addresses', () => {
  it('tries them in order without a pause, each with its own server name, and shows how each does', async () => {
    await begin(CLUSTER)
    expect(health()).toEqual(['a.example:1883 trying', 'b.example:1884 untried', 'c.example:1883 untried'])
    await end(refused)
    expect(addressOf(newest())).toBe('b.example:1884')
    expect(newest().options.target.profile.serverName).toBe('inner-b')
    await letIn()
    expect(connection.status()).toMatchObject({ state: 'connected', address: 'b.example:1884', failure: null })
    expect(health()).toEqual(['a.example:1883 failed', 'b.example:1884 in-use', 'c.example:1883 untried'])
    expect(connection.status().addresses?.[0]?.failure?.cause).toBe('refused')
  })

  it('waits only after all of them failed, and then begins with the first', async () => {
    await begin(CLUSTER)
    for (let tried = 0; tried < 3; tried += 1) await end(refused)
    expect(connection.status()).toMatchObject({ state: 'waiting', attempt: 1 })
    expect(sessions.map(addressOf)).toEqual(['a.example:1883', 'b.example:1884', 'c.example:1883'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(addressOf(newest())).toBe('a.example:1883')
  })

  it('goes to the next at once when one that held is lost', async () => {
    await begin(CLUSTER)
    await letIn()
    await vi.advanceTimersByTimeAsync(20_000)
    await end({ stage: 'open', error: socketError('ECONNRESET') })
    expect(addressOf(newest())).toBe('b.example:1884')
    expect(connection.status()).toMatchObject({ state: 'connecting', address: 'b.example:1884' })
  })

  it('does not go round without a pause where each takes the console and drops it', async () => {
    await begin(CLUSTER)
    for (let tried = 0; tried < 3; tried += 1) {
      await letIn()
      await end({ stage: 'open', error: socketError('ECONNRESET') })
    }
    expect(connection.status().state).toBe('waiting')
    expect(sessions).toHaveLength(3)
  })

  it('goes on from one that takes the connection and is silent', async () => {
    await begin(CLUSTER)
    expect(newest().options.connectTimeoutMs).toBe(5_000)
    await end(silence)
    expect(addressOf(newest())).toBe('b.example:1884')
    expect(newest().options.protocolVersion).toBe(5)
  })

  it('names another broker at an address by its certificate, and does not use it', async () => {
    await begin({ ...CLUSTER, security: 'tls' })
    await end({ stage: 'tls', error: socketError('UNABLE_TO_VERIFY_LEAF_SIGNATURE') })
    await letIn()
    expect(health()[0]).toBe('a.example:1883 other-broker')
    expect(connection.status()).toMatchObject({ state: 'connected', address: 'b.example:1884' })
  })

  it('stops only where no address can work', async () => {
    await begin({ ...CLUSTER, security: 'tls' })
    const other = { stage: 'tls', error: socketError('CERT_HAS_EXPIRED') } as const
    await end(other)
    await end(other)
    await end(refused)
    expect(connection.status().state).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    for (let tried = 0; tried < 3; tried += 1) await end(other)
    expect(connection.status().state).toBe('stopped')
  })

  it('does not send a wrong password to the others', async () => {
    await begin({ ...CLUSTER, security: 'password', username: 'operator' }, { password: 'wrong' })
    await end({ reasonCode: 0x86 })
    expect(connection.status()).toMatchObject({ state: 'stopped', failure: { cause: 'credentials' } })
    expect(sessions).toHaveLength(1)
  })
})

describe('a broker that is silent on MQTT 5', () => {
  it('is asked in 3.1.1 the next time, which is told to be remembered', async () => {
    await begin()
    await end(silence)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(newest().options.protocolVersion).toBe(4)
    await letIn()
    expect(connection.status()).toMatchObject({ state: 'connected', protocol: 'MQTT 3.1.1' })
    expect(old).toEqual(['site-a'])
    await begin({ mqttVersion: 4 })
    expect(newest().options.protocolVersion).toBe(4)
  })

  it('is asked in MQTT 5 again where it is silent on 3.1.1 too', async () => {
    await begin()
    await end(silence)
    await vi.advanceTimersByTimeAsync(1_000)
    await end(silence)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(newest().options.protocolVersion).toBe(5)
  })
})

describe('a login that is hung up on', () => {
  const login = { security: 'password', username: 'operator' } as const

  it('is sent a few times only, so that the account is not locked', async () => {
    await begin(login, { password: 'wrong' })
    while (connection.status().state !== 'stopped' && sessions.length < 20) {
      await end({})
      const { state, retryAt } = connection.status()
      if (state === 'waiting') await vi.advanceTimersByTimeAsync((retryAt ?? 0) - Date.now())
    }
    expect(connection.status()).toMatchObject({ state: 'stopped', failure: { cause: 'closed-login' } })
    expect(sessions).toHaveLength(4)
  })

  it('is tried on where the broker takes its time, as a cluster does that is not ready', async () => {
    await begin(login, { password: 'right' })
    for (let tried = 0; tried < 8; tried += 1) {
      await vi.advanceTimersByTimeAsync(5_000)
      await end({})
      await vi.advanceTimersByTimeAsync(connection.status().state === 'waiting' ? 125_000 : 0)
    }
    expect(['waiting', 'connecting']).toContain(connection.status().state)
  })

  it('is tried on where the broker has let it in before', async () => {
    await begin(login, { password: 'right' })
    await letIn()
    await end({ stage: 'open', error: socketError('ECONNRESET') })
    for (let tried = 0; tried < 10; tried += 1) {
      await vi.advanceTimersByTimeAsync(130_000)
      await end({})
    }
    expect(['waiting', 'connecting']).toContain(connection.status().state)
  })
})

describe('a broker that hangs up on a filter', () => {
  it('is asked one by one, and again without what the console can do without, which is named', async () => {
    closesOn = ['device/+/ack', 'device/+/output']
    await begin()
    for (let tried = 0; tried < 4; tried += 1) if (connection.status().state !== 'connected') await letIn()
    expect(connection.status()).toMatchObject({
      state: 'connected',
      attempt: 0,
      missingSubscriptions: [
        { filter: 'device/+/ack', isForNow: false },
        { filter: 'device/+/output', isForNow: false },
      ],
    })
    expect(newest().subscribed.flat()).toContain('device/+/result')
  })

  it('is not used without what the console needs', async () => {
    closesOn = ['device/+/result']
    await begin()
    await letIn()
    await letIn()
    expect(connection.status()).toMatchObject({ state: 'waiting', attempt: 1 })
  })
})

it('names the right that is missing where the broker hangs up twice on a topic that the console needs', async () => {
  closesOn = ['device/+/result']
  await begin()
  const causes: (string | undefined)[] = []
  for (let tries = 0; tries < 3; tries += 1) {
    await letIn()
    causes.push(connection.status().failure?.cause)
    await vi.advanceTimersByTimeAsync(Math.max(0, (connection.status().retryAt ?? 0) - Date.now()))
  }
  expect(causes).toEqual([undefined, 'lost', 'closed-filter'])
  expect(connection.status().failure?.message.en).toContain('device/+/result')
  closesOn = []
  await begin()
  await letIn()
  expect(connection.status()).toMatchObject({ state: 'connected', failure: null })
})
