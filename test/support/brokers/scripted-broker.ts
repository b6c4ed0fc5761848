import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { generate, type Packet, parser } from 'mqtt-packet'

/** One connection to the scripted broker. */
export interface ScriptedClient {
  /** From 0, in the order in which they came. */
  readonly index: number
  send(packet: Packet): void
  close(): void
}

export interface ScriptedBroker {
  readonly port: number
  stop(): Promise<void>
}

/** A broker of MQTT 5 that does what `answer` says to each packet, true or not. */
export async function startScriptedBroker(
  answer: (packet: Packet, client: ScriptedClient) => void,
): Promise<ScriptedBroker> {
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const client: ScriptedClient = {
      index: connections,
      send: (packet) => void (socket.writable && socket.write(generate(packet, { protocolVersion: 5 }))),
      close: () => void socket.destroy(),
    }
    connections += 1
    const read = parser({ protocolVersion: 5 })
    read.on('error', () => socket.destroy())
    read.on('packet', (packet: Packet) => answer(packet, client))
    socket.on('data', (chunk) => void (socket.destroyed || read.parse(chunk)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
