import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface SocksProxy {
  readonly url: string
  /** `host:port` of each request. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

const GRANTED = 0
const NETWORK_UNREACHABLE = 3
const DOMAIN = 3

/** A SOCKS 5 proxy on loopback without a login (RFC 1928), which leads names to 127.0.0.1. */
export async function startSocksProxy(): Promise<SocksProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => {})
    client.once('data', () => {
      client.write(Buffer.from([5, 0]))
      client.once('data', (request) => {
        const [host, portAt] = placeIn(request)
        const port = request.readUInt16BE(portAt)
        asked.push(`${host}:${port}`)
        const answer = (code: number) => client.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]))
        const inner = connect(port, '127.0.0.1', () => {
          answer(GRANTED)
          client.pipe(inner).pipe(client)
        })
        sockets.add(inner)
        inner.on('error', () => {
          if (inner.connecting || inner.bytesRead === 0) answer(NETWORK_UNREACHABLE)
          client.end()
        })
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The host of a request and where its port stands. */
function placeIn(request: Buffer): [string, number] {
  if (request[3] === DOMAIN) {
    const length = request[4] ?? 0
    return [request.toString('latin1', 5, 5 + length), 5 + length]
  }
  return [[...request.subarray(4, 8)].join('.'), 8]
}
