import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { startHaproxy } from '../../support/brokers/haproxy.ts'
import { freeLoopbackPort, type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'

let mosquitto: Mosquitto
beforeAll(async () => {
  mosquitto = await startMosquitto({ mode: 'anonymous' })
})
afterAll(() => mosquitto.stop())
const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function behind(options: Partial<Parameters<typeof startHaproxy>[0]>) {
  const haproxy = await startHaproxy({ to: mosquitto.port, ...options })
  cleanups.push(() => haproxy.stop())
  return haproxy.port
}

/** Longer than haproxy tries to reach a broker that refuses: three times, 1 s apart. */
const STAGE_MS = 5_000

async function outcomeOf(profile: Partial<Profile> & { port: number }) {
  const { signal } = new AbortController()
  const options = { testId: 't', onProgress: () => {}, signal, now: Date.now, log: SILENT_LOG }
  const test = await checkConnection(targetFor(profile), { ...options, stageTimeoutMs: STAGE_MS })
  const { message, fix } = test.failure ?? { message: { en: '' }, fix: { en: '' } }
  return {
    cause: test.failure?.cause ?? null,
    words: `${message.en} ${fix.en}`,
    longestMs: Math.max(...test.stages.map(({ ms }) => ms ?? 0)),
  }
}

describe('the test of a broker behind haproxy', () => {
  it('passes where all is right', async () => {
    expect(await outcomeOf({ port: await behind({}) })).toMatchObject({ cause: null })
  })

  it.each([{}, { security: 'tls' }, { transport: 'websocket', path: '/mqtt' }] as const)(
    'names a port that wants the PROXY protocol (%j)',
    async (profile) => {
      const bind = 'security' in profile ? `accept-proxy ssl crt ${await bundle()}` : 'accept-proxy'
      const mode = 'transport' in profile ? 'http' : 'tcp'
      expect((await outcomeOf({ port: await behind({ bind, mode }), ...profile })).cause).toBe('proxy-protocol')
    },
  )

  it('names a proxy that sends the PROXY protocol to a broker that does not know it', async () => {
    const { cause, words } = await outcomeOf({ port: await behind({ server: 'send-proxy-v2' }) })
    expect(cause).toBe('connection-limit')
    expect(words).toMatch(/proxy answers there that does not get through.*PROXY protocol/)
  })

  it('names a proxy whose broker does not run, and keeps its time', async () => {
    const { cause, words, longestMs } = await outcomeOf({ port: await behind({ to: await freeLoopbackPort() }) })
    expect(cause).toBe('closed-late')
    expect(words).toMatch(/proxy or load balancer/)
    expect(longestMs).toBeLessThan(STAGE_MS + 1_000)
  })

  it('names a web proxy', async () => {
    const { cause, words } = await outcomeOf({ port: await behind({ mode: 'http' }) })
    expect(cause).toBe('http')
    expect(words).toMatch(/web proxy/)
  })
})

it.each([{}, { transport: 'websocket', path: '/mqtt' }] as const)(
  'names a proxy that asks for a login (%j)',
  async (profile) => {
    const server = createHttpServer((_request, response) => response.writeHead(407).end('login')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    cleanups.push(() => once(server.close(), 'close'))
    const { port } = server.address() as AddressInfo
    expect((await outcomeOf({ port, ...profile })).cause).toBe('proxy-login')
  },
)

/** Certificate and key in one file, as haproxy wants them. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-bundle-'))
  cleanups.unshift(() => rm(folder, { recursive: true }))
  const { certificate, key } = await (await createAuthority()).issueServer()
  const file = join(folder, 'server.pem')
  await writeFile(file, `${certificate}\n${key}`)
  return file
}
