import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A server on loopback that misbehaves. */
export interface OddServer {
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

/** Takes connections and does with each what it is told. */
export async function oddServer(onConnection: (socket: Socket) => void): Promise<OddServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Sends one line over and over, as fast as the other side takes it. */
export function flood(socket: Socket): void {
  const line = `${'no ssh here '.repeat(20)}\r\n`
  const more = (): void => {
    while (socket.write(line));
  }
  socket.on('drain', more)
  more()
}

/** Carries bytes to a real server and back, and cuts the connection once `limit` bytes went to the server. */
export function cutAfter(target: { readonly host: string; readonly port: number }, limit: () => number) {
  return (socket: Socket): void => {
    const onward = connect(target)
    let passed = 0
    onward.on('error', () => socket.destroy())
    onward.on('close', () => socket.destroy())
    socket.on('close', () => onward.destroy())
    onward.pipe(socket)
    socket.on('data', (chunk: Buffer) => {
      passed += chunk.length
      if (passed > limit()) socket.destroy()
      else onward.write(chunk)
    })
  }
}
