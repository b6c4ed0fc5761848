import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Log } from '../../shared/log.ts'

/** Private key and certificate chain, PEM. */
export interface ServerCredentials {
  readonly key: string
  readonly certificate: string
  /** PEM of the authority that clients must show a certificate of; absent asks for none. */
  readonly clientCa?: string
}

const MAX_CONNECTIONS = 512
const HANDSHAKE_TIMEOUT_MS = 10_000

/** A TCP or TLS port, and every socket on it: those that never got as far as MQTT too. */
export class BuiltInListener {
  readonly #onSocket: (socket: Socket) => void
  readonly #onFault: (address: string, reason: string) => void
  readonly #log: Log
  /** As the kernel gave them, so that closing reaches a handshake that is not finished. */
  readonly #raw = new Set<Socket>()
  readonly #open = new Set<Socket>()
  #endedBytes = { in: 0, out: 0 }
  #server: Server | null = null

  constructor(deps: {
    onSocket: (socket: Socket) => void
    /** A TLS handshake that failed. */
    onFault: (address: string, reason: string) => void
    log: Log
  }) {
    this.#onSocket = deps.onSocket
    this.#onFault = deps.onFault
    this.#log = deps.log
  }

  /** Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`), or OpenSSL's for unusable credentials. */
  async listen(host: string, port: number, credentials: ServerCredentials | null): Promise<number> {
    const accept = (socket: Socket) => this.#accept(socket)
    const server =
      credentials === null
        ? createServer(accept)
        : createTlsServer(
            {
              key: credentials.key,
              cert: credentials.certificate,
              minVersion: 'TLSv1.2',
              handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
              ...(credentials.clientCa === undefined
                ? {}
                : { ca: credentials.clientCa, requestCert: true, rejectUnauthorized: true }),
            },
            accept,
          )
    server.maxConnections = MAX_CONNECTIONS
    server.on('connection', (socket: Socket) => {
      this.#raw.add(socket)
      socket.once('close', () => this.#raw.delete(socket))
    })
    server.on('tlsClientError', (error: Error, socket: Socket) => {
      this.#onFault(socket.remoteAddress ?? '', error.message)
      socket.destroy()
    })
    server.listen(port, host)
    try {
      await once(server, 'listening')
    } catch (error) {
      server.close()
      throw error
    }
    server.on('error', (error) => this.#log.error('the built-in broker cannot accept clients', error))
    this.#server = server
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the built-in broker has no port')
    return address.port
  }

  /** Bytes since the start, over TLS those inside it. */
  bytes(): { readonly in: number; readonly out: number } {
    let { in: read, out: written } = this.#endedBytes
    for (const socket of this.#open) {
      read += socket.bytesRead
      written += socket.bytesWritten
    }
    return { in: read, out: written }
  }

  /** Takes no more clients, then closes those that `endClients` left; resolves when all are gone. */
  async close(endClients: () => Promise<void>): Promise<void> {
    const server = this.#server
    this.#server = null
    const closed = new Promise<void>((resolve) => {
      if (server === null) resolve()
      else server.close(() => resolve())
    })
    await endClients()
    for (const socket of this.#open) socket.destroy()
    for (const socket of this.#raw) socket.destroy()
    await closed
  }

  #accept(socket: Socket): void {
    this.#open.add(socket)
    socket.once('close', () => {
      this.#open.delete(socket)
      this.#endedBytes.in += socket.bytesRead
      this.#endedBytes.out += socket.bytesWritten
    })
    socket.setNoDelay(true)
    this.#onSocket(socket)
  }
}
