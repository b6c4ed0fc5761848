import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What lies between two ends. */
export interface DistanceOptions {
  /** Port on loopback that it leads to. */
  readonly to: number
  /** Time there and back, in ms: half of it on each way. */
  readonly rttMs: number
  /** Up to so much more on each way, in ms; the order is kept. */
  readonly jitterMs?: number
  /** What a lost packet looks like to those above TCP: each way stands still for `forMs`, every `everyMs`. */
  readonly stall?: { readonly everyMs: number; readonly forMs: number }
  /** On each way. */
  readonly bytesPerS?: number
  /** Passes on no more at a time. */
  readonly sliceBytes?: number
  /** Cuts a connection on which nothing passed for so long. */
  readonly idleCutMs?: number
}

/** A way that takes time, on a port of its own. */
export interface Distance {
  readonly port: number
  /** Ends every connection with a RST; new ones are taken. */
  reset(): void
  stop(): Promise<void>
}

/** Bytes on their way above which the sender is held back. */
const MOST_ON_THE_WAY = 4 * 1024 * 1024

/** Starts a TCP proxy that is as far away as it is told. */
export async function startDistance(options: DistanceOptions): Promise<Distance> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: options.to, noDelay: true })
    near.setNoDelay(true)
    const end = (): void => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.once('close', () => {
        sockets.delete(socket)
        if (socket.errored !== null || socket.readableEnded === false) end()
      })
      if (options.idleCutMs !== undefined) socket.setTimeout(options.idleCutMs, end)
    }
    // The handshake of TCP takes a round trip too.
    lead(near, far, options, options.rttMs)
    lead(far, near, options, 0)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const reset = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    port: address.port,
    reset,
    stop: async () => {
      server.close()
      reset()
      await once(server, 'close')
    },
  }
}

/** Passes on what comes in on one way, each piece when it is due. */
function lead(from: Socket, to: Socket, options: DistanceOptions, firstMs: number): void {
  const { rttMs, jitterMs = 0, stall, bytesPerS = Number.POSITIVE_INFINITY, sliceBytes } = options
  const openedAt = performance.now()
  const onTheWay: { readonly at: number; readonly piece: Buffer | null }[] = []
  let timer: NodeJS.Timeout | null = null
  let bytes = 0
  let lastAt = openedAt
  const arrival = (size: number): number => {
    // Nobody can send before the handshake is over, though this socket was open at once.
    let at = Math.max(performance.now(), openedAt + firstMs) + rttMs / 2 + Math.random() * jitterMs
    if (stall !== undefined && (at - openedAt) % stall.everyMs < stall.forMs && at - openedAt > stall.everyMs) {
      at += stall.forMs - ((at - openedAt) % stall.everyMs)
    }
    lastAt = Math.max(lastAt, at) + (size / bytesPerS) * 1_000
    return lastAt
  }
  const pump = (): void => {
    timer = null
    const now = performance.now()
    for (let next = onTheWay[0]; next !== undefined && next.at <= now; next = onTheWay[0]) {
      onTheWay.shift()
      if (next.piece === null) to.end()
      else {
        bytes -= next.piece.length
        to.write(next.piece)
      }
    }
    if (from.isPaused() && bytes < MOST_ON_THE_WAY) from.resume()
    arm()
  }
  const arm = (): void => {
    const next = onTheWay[0]
    if (next !== undefined && timer === null) timer = setTimeout(pump, Math.max(0, next.at - performance.now()))
  }
  from.on('data', (chunk: Buffer) => {
    const size = sliceBytes ?? chunk.length
    for (let start = 0; start < chunk.length; start += size) {
      const piece = chunk.subarray(start, start + size)
      bytes += piece.length
      onTheWay.push({ at: arrival(piece.length), piece })
    }
    if (bytes >= MOST_ON_THE_WAY) from.pause()
    arm()
  })
  from.once('end', () => {
    onTheWay.push({ at: arrival(0), piece: null })
    arm()
  })
  to.once('close', () => {
    if (timer !== null) clearTimeout(timer)
  })
}
