import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { CertificateWithKey } from './brokers/certificates.ts'

interface Listening {
  readonly port: number
  stop(): Promise<void>
}

/** Starts a TLS server on loopback that forwards the decrypted bytes to another port. */
export async function startTlsFront({ certificate, key }: CertificateWithKey, toPort: number): Promise<Listening> {
  const sockets = new Set<Socket>()
  const server = createTlsServer({ cert: certificate, key }, (socket) => {
    const inner = connect(toPort, '127.0.0.1')
    join(socket, inner, sockets)
  })
  // A client that does not trust the certificate aborts the handshake.
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An HTTP proxy on loopback that connects every CONNECT to one port, whatever its name. */
export interface CompanyProxy extends Listening {
  readonly url: string
  /** `host:port` of each CONNECT, with its credentials. */
  readonly asked: readonly { readonly target: string; readonly authorization: string | null }[]
}

export async function startCompanyProxy(toPort: number, login: string | null = null): Promise<CompanyProxy> {
  const asked: { target: string; authorization: string | null }[] = []
  const sockets = new Set<Socket>()
  const wanted = login === null ? null : `Basic ${Buffer.from(login).toString('base64')}`
  const server: Server = createServer((_request, response) => response.writeHead(405).end())
  server.on('connect', (request, client: Socket) => {
    const authorization = request.headers['proxy-authorization'] ?? null
    asked.push({ target: request.url ?? '', authorization })
    if (wanted !== null && authorization !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const inner = connect(toPort, '127.0.0.1', () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'))
    join(client, inner, sockets)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function join(outer: Socket, inner: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [outer, inner],
    [inner, outer],
  ] as const) {
    sockets.add(socket)
    socket.on('error', () => other.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  outer.pipe(inner).pipe(outer)
}
