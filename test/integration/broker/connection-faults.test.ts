import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import { type CertificateAuthority, createAuthority } from '../../support/brokers/certificates.ts'
import { freeLoopbackPort, type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { isSettled, newConnection, targetFor, untilStatus } from './fixture.ts'

let plain: Mosquitto
let withPassword: Mosquitto
let tls: Mosquitto
let wrongName: Mosquitto
let expired: Mosquitto
let mutual: Mosquitto
let authority: CertificateAuthority
let stranger: CertificateAuthority
const servers: Server[] = []

beforeAll(async () => {
  authority = await createAuthority()
  // The same name as the right authority: only the key tells them apart.
  stranger = await createAuthority()
  const withCertificate = async (options: Parameters<CertificateAuthority['issueServer']>[0]) =>
    startMosquitto({ mode: 'tls', authority, serverCertificate: await authority.issueServer(options) })
  plain = await startMosquitto({ mode: 'anonymous' })
  withPassword = await startMosquitto({ mode: 'password' })
  tls = await startMosquitto({ mode: 'tls', authority })
  wrongName = await withCertificate({ hosts: ['broker.example', '192.0.2.1'] })
  expired = await withCertificate({ validity: 'expired' })
  mutual = await startMosquitto({ mode: 'tls', authority, requiresClientCertificate: true })
})

afterAll(async () => {
  for (const server of servers) server.close()
  await Promise.all([plain, withPassword, tls, wrongName, expired, mutual].map((broker) => broker.stop()))
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function outcomeOf(target: ConnectionTarget): Promise<ConnectionStatus> {
  // No second attempt disturbs what is looked at.
  const connection = newConnection({ random: () => 0.99, connectTimeoutMs: 1_000 })
  await connection.connect(target)
  const status = await untilStatus(connection, isSettled)
  await connection.disconnect()
  return status
}

async function expectFault(
  target: ConnectionTarget,
  state: 'stopped' | 'waiting',
  cause: string,
): Promise<ConnectionStatus> {
  const status = await outcomeOf(target)
  expect(status).toMatchObject({ state, failure: { cause } })
  expect(status.retryAt === null).toBe(state === 'stopped')
  return status
}

it('stops on a wrong password and does not show it', async () => {
  const profile = { port: withPassword.port, security: 'password', username: 'operator' } as const
  const status = await expectFault(targetFor(profile, { password: 'canary-password' }), 'stopped', 'credentials')
  expect(JSON.stringify(status)).not.toContain('canary-password')
})

it('stops when a broker does not take anonymous clients', async () => {
  await expectFault(targetFor({ port: withPassword.port }), 'stopped', 'credentials')
})

it('stops on a certificate of another CA with the same name', async () => {
  await expectFault(targetFor({ port: tls.port, security: 'tls', ca: stranger.ca }), 'stopped', 'tls-unknown-ca')
})

it('stops on a private CA when none is loaded', async () => {
  await expectFault(targetFor({ port: tls.port, security: 'tls' }), 'stopped', 'tls-ca-missing')
})

it('stops on a certificate without the host, and lists the names that it has', async () => {
  const target = targetFor({ port: wrongName.port, security: 'tls', ca: authority.ca })
  const { failure } = await expectFault(target, 'stopped', 'tls-name')
  expect(failure?.message.en).toContain('DNS:broker.example, IP Address:192.0.2.1')
})

it('stops on an expired certificate', async () => {
  await expectFault(targetFor({ port: expired.port, security: 'tls', ca: authority.ca }), 'stopped', 'tls-expired')
})

it('stops when the broker wants a client certificate', async () => {
  const target = targetFor({ port: mutual.port, security: 'tls', ca: authority.ca })
  await expectFault(target, 'stopped', 'tls-client-certificate-missing')
})

it('stops when the broker does not know the CA of the client certificate', async () => {
  const { certificate, key } = await stranger.issueClient('console')
  const profile = { port: mutual.port, security: 'mtls', ca: authority.ca, clientCertificate: certificate } as const
  await expectFault(targetFor(profile, { clientKey: key }), 'stopped', 'tls-client-unknown-ca')
})

it('says that a port wants TLS', async () => {
  await expectFault(targetFor({ port: tls.port }), 'waiting', 'wants-tls')
})

it('says that a port has no TLS', async () => {
  await expectFault(targetFor({ port: plain.port, security: 'tls', ca: authority.ca }), 'waiting', 'plain-port')
})

it('says that a port is closed', async () => {
  await expectFault(targetFor({ port: await freeLoopbackPort() }), 'waiting', 'refused')
})

it('says that a name is unknown', async () => {
  const { failure } = await outcomeOf(targetFor({ host: 'no-such-host.invalid', port: 1883 }))
  expect(failure?.cause).toMatch(/^dns/)
})

it('recognises a web server, on both kinds of port', async () => {
  const port = await listen(createHttpServer((_request, response) => response.end('hello')))
  await expectFault(targetFor({ port }), 'waiting', 'http')
  await expectFault(targetFor({ port, security: 'tls', ca: authority.ca }), 'waiting', 'not-tls')
})

it('recognises an SSH server', async () => {
  const port = await listen(createTcpServer((socket) => socket.on('error', () => {}).write('SSH-2.0-OpenSSH_9.2\r\n')))
  await expectFault(targetFor({ port }), 'waiting', 'ssh')
})

it('gives up on a port that is open and silent', async () => {
  const port = await listen(createTcpServer((socket) => socket.on('error', () => {})))
  await expectFault(targetFor({ port }), 'waiting', 'no-connack')
  await expectFault(targetFor({ port, security: 'tls', ca: authority.ca }), 'waiting', 'tls-timeout')
})

it('survives a peer that answers with garbage', async () => {
  const port = await listen(createTcpServer((socket) => socket.on('error', () => {}).write(Buffer.alloc(4096, 0xff))))
  const { state, failure } = await outcomeOf(targetFor({ port }))
  expect(state).toBe('waiting')
  expect(failure?.cause).toMatch(/^(not-mqtt|closed|no-connack|wants-tls)$/)
})

it('sends no byte of MQTT, and so no password, to a server that it cannot verify', async () => {
  const impostor = await stranger.issueServer()
  let received = 0
  const server = createTlsServer({ cert: impostor.certificate, key: impostor.key }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      received += chunk.length
    })
  })
  const closed = new Promise<void>((resolve) => {
    server.on('connection', (socket) => socket.once('close', () => resolve()))
  })
  const port = await listen(server)
  const profile = { port, security: 'tls', username: 'operator', ca: authority.ca } as const
  await expectFault(targetFor(profile, { password: 'canary-password' }), 'stopped', 'tls-unknown-ca')
  await closed
  expect(received).toBe(0)
})
