import { afterEach, describe, expect, it } from 'vitest'
import { checkAddresses } from '../../../main/broker/check/check-addresses.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import type { ConnectionTest } from '../../../preload/contract/models/broker/connection.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { freeLoopbackPort, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'
import { startScriptedBroker } from './scripted-broker.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function broker(options: MosquittoOptions) {
  const mosquitto = await startMosquitto(options)
  cleanups.push(() => mosquitto.stop())
  return mosquitto
}

const at = (port: number, serverName: string | null = null) => ({ host: '127.0.0.1', port, serverName })

function check(target: ConnectionTarget, onProgress: (test: ConnectionTest) => void = () => {}) {
  const { signal } = new AbortController()
  const options = { testId: 't', signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs: 2_000 }
  return checkAddresses(target, { ...options, onProgress })
}

const states = ({ addresses = [] }: ConnectionTest) =>
  addresses.map(({ state, failure }) => (failure === null ? state : `${state}: ${failure.cause}`))

describe('the test of several addresses', () => {
  it('passes with the one that works, and says how each does', async () => {
    const works = await broker({ mode: 'anonymous' })
    const closed = await freeLoopbackPort()
    const shown: ConnectionTest[] = []
    const test = await check(targetFor({ port: closed, otherAddresses: [at(works.port)] }), (one) => shown.push(one))
    expect(test).toMatchObject({ isDone: true, failure: null, protocol: 'MQTT 5' })
    expect(states(test)).toEqual(['failed: refused', 'ok'])
    expect(shown.filter(({ isDone }) => isDone)).toHaveLength(1)
  })

  it('names another broker by its certificate, and sends it no login', async () => {
    const [authority, stranger] = [await createAuthority(), await createAuthority('Somebody else')]
    const users = { operator: 'a-password' }
    const serverCertificate = await authority.issueServer({ hosts: ['inner.example'] })
    const own = await broker({ mode: 'tls', authority, users, serverCertificate })
    const other = await broker({ mode: 'tls', authority: stranger, users })
    const login = { security: 'tls', username: 'operator', ca: authority.ca } as const
    const profile = { ...login, port: other.port, otherAddresses: [at(own.port, 'inner.example')] }
    const test = await check(targetFor(profile, { password: 'a-password' }))
    expect(states(test)).toEqual(['other-broker: tls-unknown-ca', 'ok'])
    expect(other.log()).not.toMatch(/New client connected/)
  })
})

describe('a connection to several addresses', () => {
  it('goes on at the next one, and says of what was sent and not acknowledged that nobody knows', async () => {
    let published = () => {}
    const isPublished = new Promise<void>((resolve) => {
      published = resolve
    })
    const first = await startScriptedBroker(() => published())
    const second = await startScriptedBroker(() => {})
    cleanups.push(() => second.stop())
    const connection = newConnection()
    cleanups.push(() => connection.disconnect())
    await connection.connect(targetFor({ port: first.port, otherAddresses: [at(second.port)] }))
    await untilStatus(connection, ({ state }) => state === 'connected')
    const outcome = connection.publish('device/pi-1/command', '{}')
    await isPublished
    await first.stop()
    expect(await outcome).toEqual({ kind: 'unknown' })
    const status = await untilStatus(
      connection,
      ({ state, address }) => state === 'connected' && address === `127.0.0.1:${second.port}`,
    )
    expect(status.addresses?.map(({ state }) => state)).toEqual(['failed', 'in-use'])
    expect(second.published.flat()).toEqual([])
  })
})
