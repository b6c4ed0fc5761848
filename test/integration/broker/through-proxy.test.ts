import { afterEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { freeLoopbackPort, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startCompanyProxy } from '../../support/company-network.ts'
import { startSocksProxy } from '../../support/socks-proxy.ts'
import { newConnection, SILENT_LOG, targetFor, untilStatus } from './fixture.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function keep<T extends { stop(): Promise<unknown> }>(started: T): T {
  cleanups.push(() => started.stop())
  return started
}

async function outcomeOf(profile: Partial<Profile> & { port: number }) {
  const { signal } = new AbortController()
  const options = { testId: 't', onProgress: () => {}, signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs: 2_000 }
  const { failure, stages } = await checkConnection(targetFor(profile), options)
  return { cause: failure?.cause ?? null, stages: stages.map(({ name, state }) => `${name} ${state}`).join(', ') }
}

/** A name that nothing but the proxy knows. */
const HOST = 'broker.inside.example'

describe('a broker behind a proxy', () => {
  it.each(['http', 'socks5'] as const)('is tested and used through it: %s', async (kind) => {
    const broker = keep(await startMosquitto({ mode: 'anonymous' }))
    const proxy = keep(kind === 'http' ? await startCompanyProxy(broker.port) : await startSocksProxy())
    const profile = { host: HOST, port: broker.port, proxy: proxy.url }
    expect(await outcomeOf(profile)).toEqual({
      cause: null,
      stages: 'input ok, proxy ok, first-byte ok, connect ok, sys ok, probe ok',
    })
    const connection = newConnection()
    cleanups.push(() => connection.disconnect())
    await connection.connect(targetFor(profile))
    await untilStatus(connection, ({ state }) => state === 'connected')
    const [asked] = proxy.asked
    expect(typeof asked === 'string' ? asked : asked?.target).toBe(`${HOST}:${broker.port}`)
  })

  it('is told from another by its certificate inside the tunnel', async () => {
    const authority = await createAuthority()
    const serverCertificate = await authority.issueServer({ hosts: [HOST] })
    const broker = keep(await startMosquitto({ mode: 'tls', authority, serverCertificate }))
    const proxy = keep(await startCompanyProxy(broker.port))
    const profile = { host: HOST, port: broker.port, proxy: proxy.url, security: 'tls', ca: authority.ca } as const
    expect((await outcomeOf(profile)).cause).toBeNull()
    expect((await outcomeOf({ ...profile, host: 'other.example' })).cause).toBe('tls-name')
  })

  it('is reached in a WebSocket too', async () => {
    const port = await freeLoopbackPort()
    keep(await startMosquitto({ mode: 'anonymous', extraConfig: `listener ${port} 127.0.0.1\nprotocol websockets` }))
    const proxy = keep(await startCompanyProxy(port))
    expect((await outcomeOf({ host: HOST, port, proxy: proxy.url, transport: 'websocket', path: '/mqtt' })).cause).toBe(
      null,
    )
  })
})

describe('a proxy that does not lead to the broker', () => {
  it('is named by what it does', async () => {
    const closed = await freeLoopbackPort()
    const causeOf = async (proxy: string, port = closed) => (await outcomeOf({ host: HOST, port, proxy })).cause
    expect(await causeOf(`http://127.0.0.1:${closed}`)).toBe('proxy-unreachable')
    expect(await causeOf(keep(await startCompanyProxy(closed, 'somebody:secret')).url)).toBe('proxy-login')
    expect(await causeOf(keep(await startSocksProxy()).url)).toBe('proxy-no-route')
    const broker = keep(await startMosquitto({ mode: 'anonymous' }))
    expect(await causeOf(`socks5://127.0.0.1:${broker.port}`)).toBe('proxy-other')
  })

  it('is waited for, and told of in the window', async () => {
    const connection = newConnection()
    cleanups.push(() => connection.disconnect())
    await connection.connect(targetFor({ port: 1883, proxy: `http://127.0.0.1:${await freeLoopbackPort()}` }))
    const { state, failure } = await untilStatus(connection, (status) => status.failure !== null)
    expect({ state, cause: failure?.cause }).toEqual({ state: 'waiting', cause: 'proxy-unreachable' })
  })
})
