import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Control packet types (MQTT 5, section 2.1.2). */
const CONNECT = 1
const PUBLISH = 3
const SUBSCRIBE = 8
const PINGREQ = 12

export interface ScriptedBroker {
  readonly port: number
  /** Topics of the PUBLISH packets of each connection, in the order of the connections. */
  readonly published: string[][]
  /** Types of all packets seen. */
  readonly packetTypes: number[]
  stop(): Promise<void>
}

/** What to answer to the nth SUBSCRIBE of a connection (from 0); `packetId` is its own, `filters` how many it has. */
export type OnSubscribe = (socket: Socket, packetId: Buffer, filters: readonly string[], nth: number) => void

/** What to do with a PUBLISH of the nth connection (from 0). */
export type OnPublish = (socket: Socket, connection: number, messageId: Buffer) => void

/**
 * As much of an MQTT 5 broker as is needed to misbehave on purpose. `connackProperties` are the encoded properties
 * of CONNACK.
 */
export async function startScriptedBroker(
  onPublish: OnPublish,
  connackProperties = Buffer.alloc(0),
  onSubscribe: OnSubscribe = (socket, packetId, filters) =>
    socket.write(
      suback(
        packetId,
        filters.map(() => 1),
      ),
    ),
): Promise<ScriptedBroker> {
  const published: string[][] = []
  const packetTypes: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const connection = published.push([]) - 1
    let subscribed = 0
    let buffer = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk])
      for (;;) {
        const packet = takePacket(buffer)
        if (packet === null) return
        buffer = buffer.subarray(packet.length)
        packetTypes.push(packet.type)
        if (packet.type === CONNECT) socket.write(connack(connackProperties))
        else if (packet.type === SUBSCRIBE)
          onSubscribe(socket, packet.body.subarray(0, 2), filtersOf(packet.body), subscribed++)
        else if (packet.type === PINGREQ) socket.write(Buffer.from([0xd0, 0]))
        else if (packet.type === PUBLISH) {
          const topicLength = packet.body.readUInt16BE(0)
          published[connection]?.push(packet.body.toString('utf8', 2, 2 + topicLength))
          onPublish(socket, connection, packet.body.subarray(2 + topicLength, 4 + topicLength))
        }
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    published,
    packetTypes,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** PUBACK with a reason code. */
export function puback(messageId: Buffer, reasonCode = 0): Buffer {
  return Buffer.concat([Buffer.from([0x40, 3]), messageId, Buffer.from([reasonCode])])
}

function connack(properties: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x20, 3 + properties.length, 0, 0, properties.length]), properties])
}

/** SUBACK with a reason code for each filter. */
export function suback(packetId: Buffer, codes: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from([0x90, 3 + codes.length]), packetId, Buffer.from([0, ...codes])])
}

/** PUBLISH with QoS 0. */
export function publish(topic: string, payload: string, isRetained = false): Buffer {
  const name = Buffer.from(topic)
  const body = Buffer.concat([Buffer.from([0, name.length]), name, Buffer.from([0]), Buffer.from(payload)])
  return Buffer.concat([Buffer.from([isRetained ? 0x31 : 0x30, body.length]), body])
}

/** Reads the topic filters of a SUBSCRIBE of MQTT 5 without properties. */
function filtersOf(body: Buffer): string[] {
  const filters: string[] = []
  for (let at = 3; at + 2 < body.length; ) {
    const length = body.readUInt16BE(at)
    filters.push(body.toString('utf8', at + 2, at + 2 + length))
    at += 3 + length
  }
  return filters
}

function takePacket(buffer: Buffer): { type: number; body: Buffer; length: number } | null {
  let size = 0
  for (let index = 1, shift = 0; index < 5; index += 1, shift += 7) {
    const byte = buffer[index]
    if (byte === undefined) return null
    size |= (byte & 0x7f) << shift
    if (byte < 0x80) {
      const length = index + 1 + size
      if (buffer.length < length) return null
      return { type: (buffer[0] ?? 0) >> 4, body: buffer.subarray(index + 1, length), length }
    }
  }
  throw new Error('malformed length')
}
