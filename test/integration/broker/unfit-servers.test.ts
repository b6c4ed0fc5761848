import { createServer, type Server } from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import { type CertificateAuthority, createAuthority } from '../../support/brokers/certificates.ts'
import { serverForClients, serverOfNoAuthority, weakServer } from '../../support/brokers/odd-certificates.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'
import { Bench } from './situations/situation.ts'

let bench: Bench
let authority: CertificateAuthority
beforeAll(async () => {
  bench = await Bench.open()
  authority = await createAuthority()
})
afterAll(() => bench.close())

async function failureOf(target: ConnectionTarget) {
  const { signal } = new AbortController()
  const options = { testId: 't', onProgress: () => {}, signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs: 3_000 }
  const { failure, field } = await checkConnection(target, options)
  return { cause: failure?.cause ?? null, field, said: `${failure?.message.en} ${failure?.fix.en}` }
}

function serve(options: tls.TlsOptions): Promise<number> {
  const server = tls.createServer(options, (socket) => socket.on('error', () => {}).resume())
  return bench.listen(server.on('tlsClientError', () => {}))
}

const atServer = async ({ certificate, key }: { certificate: string; key: string }, more: tls.TlsOptions = {}) =>
  serve({ cert: certificate, key, ...more })

describe('a certificate of the broker', () => {
  it('that is for clients alone is told so', async () => {
    const { ca, server } = await serverForClients()
    const { cause } = await failureOf(targetFor({ port: await atServer(server), security: 'tls', ca }))
    expect(cause).toBe('tls-purpose')
  })

  it('that no authority signed is told so, with the name of that one', async () => {
    const { ca, server } = await serverOfNoAuthority()
    const { cause, said } = await failureOf(targetFor({ port: await atServer(server), security: 'tls', ca }))
    expect(cause).toBe('tls-issuer')
    expect(said).toMatch(/CN=no authority\..*CA:TRUE/)
  })
})

describe('a client certificate that OpenSSL refuses to load', () => {
  it('is not told as that of the broker', async () => {
    const port = await atServer(await authority.issueServer())
    const { server } = await weakServer('RSA-1024', 'server')
    const mtls = { port, security: 'mtls', ca: authority.ca, clientCertificate: server.certificate } as const
    const { cause, field } = await failureOf(targetFor(mtls, { clientKey: server.key }))
    expect({ cause, field }).toEqual({ cause: 'tls-own-weak', field: 'clientCertificate' })
  })
})

describe('ALPN', () => {
  it('that the broker does not offer is named', async () => {
    const port = await atServer(await authority.issueServer(), { ALPNProtocols: ['x-amzn-mqtt-ca'] })
    const { cause, field, said } = await failureOf(targetFor({ port, security: 'tls', ca: authority.ca, alpn: 'mqtt' }))
    expect({ cause, field }).toEqual({ cause: 'tls-alpn', field: 'alpn' })
    expect(said).toMatch(/by ALPN: mqtt\./)
  })
})

/** A web server in TLS that tells who speaks to it without, as nginx does. */
async function webServer(): Promise<Server> {
  const { certificate, key } = await authority.issueServer()
  const inside = tls.createServer({ cert: certificate, key }).on('tlsClientError', () => {})
  return createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (first) => {
      if (first[0] !== 0x16) {
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nThe plain HTTP request was sent to HTTPS port')
        return
      }
      socket.pause()
      socket.unshift(first)
      inside.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
}

describe('a web server that answers 400 to a WebSocket', () => {
  it('wants TLS where it speaks it', async () => {
    const port = await bench.listen(await webServer())
    const { cause, said } = await failureOf(targetFor({ port, transport: 'websocket', path: '/mqtt' }))
    expect(cause).toBe('wants-tls')
    expect(said).toMatch(/wss:\/\//)
  })

  it('has no WebSocket at that path where it speaks none', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'))
    })
    const port = await bench.listen(server)
    const { cause } = await failureOf(targetFor({ port, transport: 'websocket', path: '/mqtt' }))
    expect(cause).toBe('websocket-path')
  })
})
