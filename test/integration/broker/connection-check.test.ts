import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import type { ConnectionTest } from '../../../preload/contract/models/broker/connection.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'

const cleanups: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function broker(options: MosquittoOptions) {
  const mosquitto = await startMosquitto(options)
  cleanups.push(() => mosquitto.stop())
  return mosquitto
}

function run(
  target: ConnectionTarget,
  onProgress: (test: ConnectionTest) => void = () => {},
  signal = new AbortController().signal,
) {
  const options = { testId: 'test-1', onProgress, signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs: 2_000 }
  return checkConnection(target, options)
}

const states = (test: ConnectionTest) => test.stages.map(({ name, state }) => `${name} ${state}`).join(', ')

it('walks every stage of a TLS broker, showing each as it runs, with its time', async () => {
  const mosquitto = await broker({ mode: 'tls', users: { operator: 'tls-password' } })
  const shown: string[] = []
  const profile = {
    host: 'localhost',
    port: mosquitto.port,
    security: 'tls',
    username: 'operator',
    ca: mosquitto.ca ?? null,
  } as const
  const test = await run(targetFor(profile, { password: 'tls-password' }), (progress) => shown.push(states(progress)))
  expect(states(test)).toBe('input ok, dns ok, tcp ok, first-byte ok, tls ok, connect ok, sys ok, probe ok')
  expect(test).toMatchObject({ testId: 'test-1', isDone: true, failure: null, field: null })
  expect(test).toMatchObject({ protocol: 'MQTT 5', brokerVersion: expect.stringContaining('mosquitto') })
  expect(test.roundTripMs).toBeGreaterThan(0)
  expect(test.peer?.fingerprint256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(test.stages.every(({ ms }) => ms !== null && ms >= 0)).toBe(true)
  expect(shown).toContain(
    'input ok, dns ok, tcp ok, first-byte ok, tls running, connect not-reached, sys not-reached, probe not-reached',
  )
})

it.each(['password', 'tls'] as const)(
  'notes that a broker with logins lets anyone in all the same (%s)',
  async (mode) => {
    const users = { operator: 'a-password' }
    const open = await broker({ mode, users, extraConfig: 'allow_anonymous true' })
    const shut = await broker({ mode, users })
    const notesOf = async ({ port, ca }: typeof open) => {
      const profile = { port, security: mode, username: 'operator', ca: ca ?? null } as const
      const test = await run(targetFor(profile, { password: 'a-password' }))
      expect(test.failure).toBeNull()
      return test.notes.map(({ en }) => en).join()
    }
    expect(await notesOf(open)).toContain('without a login')
    expect(await notesOf(shut)).toBe('')
  },
)

it('points at the password when the broker refuses the login, without showing it', async () => {
  const mosquitto = await broker({ mode: 'password' })
  const profile = { port: mosquitto.port, security: 'password', username: 'operator' } as const
  const test = await run(targetFor(profile, { password: 'canary-password' }))
  expect(states(test)).toBe(
    'input ok, dns ok, tcp ok, first-byte ok, connect failed, sys not-reached, probe not-reached',
  )
  expect(test).toMatchObject({ failure: { cause: 'credentials' }, field: 'password' })
  expect(JSON.stringify(test)).not.toContain('canary-password')
})

it('points at the CA when it is another one, and sends no login meanwhile', async () => {
  const mosquitto = await broker({ mode: 'tls' })
  const stranger = await createAuthority()
  const test = await run(targetFor({ port: mosquitto.port, security: 'tls', ca: stranger.ca }))
  expect(states(test)).toContain('tls failed, connect not-reached')
  expect(test).toMatchObject({ failure: { cause: 'tls-unknown-ca' }, field: 'ca' })
  expect(mosquitto.log()).not.toContain('New client connected')
})

it('points at the server name, and shows dates, when the certificate does not fit', async () => {
  const authority = await createAuthority()
  const serverCertificate = await authority.issueServer({ hosts: ['broker.example'] })
  const named = await broker({ mode: 'tls', authority, serverCertificate })
  const test = await run(targetFor({ port: named.port, security: 'tls', ca: authority.ca }))
  expect(test).toMatchObject({ failure: { cause: 'tls-name' }, field: 'serverName' })
  expect(test.failure?.message.en).toContain('DNS:broker.example')
  const old = await broker({
    mode: 'tls',
    authority,
    serverCertificate: await authority.issueServer({ validity: 'expired' }),
  })
  const expired = await run(targetFor({ port: old.port, security: 'tls', ca: authority.ca }))
  expect(expired.failure).toMatchObject({ cause: 'tls-expired' })
  expect(expired.failure?.message.en).toMatch(/valid to: \w{3} .* GMT/)
})

it('notices a missing client certificate, which TLS 1.3 tells only after the handshake', async () => {
  const mosquitto = await broker({ mode: 'tls', requiresClientCertificate: true })
  const test = await run(targetFor({ port: mosquitto.port, security: 'tls', ca: mosquitto.ca ?? null }))
  expect(test).toMatchObject({ failure: { cause: 'tls-client-certificate-missing' }, field: 'security' })
})

it('shows who answers on a port that does not speak TLS', async () => {
  const server = createHttpServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => once(server.close(), 'close'))
  const { port } = server.address() as AddressInfo
  const test = await run(targetFor({ port, security: 'tls' }))
  expect(test).toMatchObject({ failure: { cause: 'http' }, field: 'port' })
  expect(test.failure?.detail).toContain('HTTP/1.1')
})

it.each([
  [{ host: 'mqtt://broker.example' }, 'host', 'input-host-scheme'],
  [{ security: 'tls', ca: 'nonsense' }, 'ca', 'input-ca-not-pem'],
] as const)('stops at the input %j and opens no connection', async (profile, field, cause) => {
  const test = await run(targetFor({ port: 1883, ...profile }))
  expect(states(test)).toMatch(/^input failed, dns not-reached/)
  expect(test).toMatchObject({ isDone: true, field, failure: { cause } })
})

it('ends at once when cancelled, with no failure and no connection left', async () => {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets: Promise<unknown>[] = []
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.resume()
    sockets.push(once(socket, 'close'))
  })
  cleanups.push(() => once(server.close(), 'close'))
  const abort = new AbortController()
  const { port } = server.address() as AddressInfo
  const test = await run(
    targetFor({ port }),
    ({ stages }) => {
      if (stages.some(({ name, state }) => name === 'first-byte' && state === 'running')) abort.abort()
    },
    abort.signal,
  )
  expect(states(test)).toBe(
    'input ok, dns ok, tcp ok, first-byte not-reached, connect not-reached, sys not-reached, probe not-reached',
  )
  expect(test).toMatchObject({ isDone: true, failure: null })
  await Promise.all(sockets)
})
