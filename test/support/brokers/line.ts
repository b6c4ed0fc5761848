import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP line on a port of its own that can break, and whose other end may be known later. */
export interface Line {
  readonly port: number
  /** Where it leads from now on, on loopback. */
  lead(to: number): void
  /** Ends every connection, and takes none. */
  cut(): Promise<void>
  /** Takes connections again, on the same port. */
  mend(): Promise<void>
  /** Lets nothing more through on the connections that are open, and tells neither end; new ones work. */
  strand(): void
}

/** Opens a line that takes nobody before it leads somewhere. */
export async function openLine(): Promise<Line> {
  const sockets = new Set<Socket>()
  const stranding = new Set<() => void>()
  let target: number | null = null
  const take = (near: Socket): void => {
    if (target === null) return void near.destroy()
    const far = connect({ host: '127.0.0.1', port: target })
    const strand = () => {
      near.unpipe(far).pause()
      far.unpipe(near).pause()
    }
    stranding.add(strand)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.once('close', () => {
        sockets.delete(socket)
        stranding.delete(strand)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  }
  const listen = async (port: number): Promise<Server> => {
    const opened = createServer(take).listen(port, '127.0.0.1')
    await once(opened, 'listening')
    return opened
  }
  let server = await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  return {
    port,
    lead: (to) => {
      target = to
    },
    cut: async () => {
      if (!server.listening) return
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
    mend: async () => {
      server = await listen(port)
    },
    strand: () => {
      for (const strand of stranding) strand()
    },
  }
}
