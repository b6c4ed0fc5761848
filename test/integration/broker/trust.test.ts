import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scanPorts } from '../../../main/broker/check/port-scan.ts'
import { shownCertificate } from '../../../main/broker/check/stages/tls.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { selfSignedServer } from '../../support/brokers/odd-certificates.ts'
import { isSettled, newConnection, targetFor, untilStatus } from './fixture.ts'
import { Bench } from './situations/situation.ts'
import { serveWebSocket } from './situations/web-socket-broker.ts'

const LOOK = { timeoutMs: 2_000, signal: new AbortController().signal }
let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

async function outcomeOf(target: Parameters<typeof targetFor>[0], secrets = {}) {
  const connection = newConnection({ random: () => 0.99 })
  await connection.connect(targetFor(target, secrets))
  const status = await untilStatus(connection, isSettled)
  await connection.disconnect()
  return { state: status.state, cause: status.failure?.cause ?? null }
}

it('connects with a pinned self-signed certificate, by whatever name, and with no other', async () => {
  const serverCertificate = await selfSignedServer()
  const { authority } = bench
  const { port } = await bench.broker('pinned', () => ({ mode: 'tls', authority, serverCertificate }))
  const seen = await shownCertificate(targetFor({ port, security: 'tls' }), LOOK)
  const profile = { port, security: 'tls', trust: 'pinned' } as const
  expect(await outcomeOf({ ...profile, pinnedCertificate: seen?.pem ?? '' })).toEqual({
    state: 'connected',
    cause: null,
  })
  const other = (await selfSignedServer()).certificate
  expect(await outcomeOf({ ...profile, pinnedCertificate: other })).toEqual({
    state: 'stopped',
    cause: 'tls-pin-mismatch',
  })
})

it('connects with a pinned leaf of a private CA, without the CA', async () => {
  const { port } = await bench.broker('tls', () => ({ mode: 'tls', authority: bench.authority }))
  const seen = await shownCertificate(targetFor({ port, security: 'tls' }), LOOK)
  const profile = { port, security: 'tls', trust: 'pinned', pinnedCertificate: seen?.pem ?? '' } as const
  expect(await outcomeOf(profile)).toEqual({ state: 'connected', cause: null })
})

it('does not take another certificate of the same CA for the pinned one, and sends it no byte', async () => {
  const [pinned, shown] = [await bench.authority.issueServer(), await bench.authority.issueServer()]
  let received = 0
  const server = createServer({ cert: shown.certificate, key: shown.key }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      received += chunk.length
    })
  })
  const port = await bench.listen(server)
  const profile = { port, security: 'tls', trust: 'pinned', pinnedCertificate: pinned.certificate } as const
  expect(await outcomeOf({ ...profile, username: 'operator' }, { password: 'canary-password' })).toEqual({
    state: 'stopped',
    cause: 'tls-pin-mismatch',
  })
  expect(received).toBe(0)
})

it('does not know a private CA by the store of the system', async () => {
  const { port } = await bench.broker('tls', () => ({ mode: 'tls', authority: bench.authority }))
  expect(await outcomeOf({ port, security: 'tls', trust: 'system' })).toEqual({
    state: 'stopped',
    cause: 'tls-ca-missing',
  })
})

it('holds a connection inside a WebSocket, publishes there, and stops on a wrong path', async () => {
  const port = await serveWebSocket(bench)
  const connection = newConnection()
  await connection.connect(targetFor({ port, transport: 'websocket', path: '/mqtt' }))
  await untilStatus(connection, ({ state }) => state === 'connected')
  const received = new Promise<string>((resolve) => {
    connection.onMessage(({ topic }) => resolve(topic))
  })
  expect(await connection.publish('device/pi-1/status', '{}')).toEqual({ kind: 'acknowledged' })
  expect(await received).toBe('device/pi-1/status')
  await connection.disconnect()
  expect(await outcomeOf({ port, transport: 'websocket', path: '/nowhere' })).toEqual({
    state: 'stopped',
    cause: 'websocket-path',
  })
})

it('tells what answers on each port of a host', async () => {
  const plain = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
  const tls = await bench.broker('tls', () => ({ mode: 'tls', authority: bench.authority }))
  const webSocket = await serveWebSocket(bench)
  const closed = await freeLoopbackPort()
  const ports = [plain.port, tls.port, webSocket, closed]
  expect((await scanPorts('127.0.0.1', { ...LOOK, ports })).map(({ speaks }) => speaks)).toEqual([
    'mqtt',
    'tls',
    'websocket',
    'closed',
  ])
})
