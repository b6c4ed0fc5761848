import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { generate, type Packet, parser } from 'mqtt-packet'

interface ClosingBrokerOptions {
  /** Return code of CONNACK by version; `silent` gives no answer, `close` hangs up. 3.1.1 alone by default. */
  readonly onConnect?: (connect: { version: number; password: string | null }) => number | 'silent' | 'close'
  /** Hangs up on a SUBSCRIBE of these. */
  readonly closesOnFilter?: RegExp
  /** Hangs up on a PUBLISH to these. */
  readonly closesOnTopic?: RegExp
  /** Separates levels beside the slash, as in RabbitMQ. */
  readonly hasDotLevels?: boolean
}

export interface ClosingBroker {
  readonly port: number
  /** Topic filters of every SUBSCRIBE packet, in their order. */
  readonly subscribed: string[][]
  /** Versions of MQTT in the CONNECT packets. */
  readonly versions: number[]
  stop(): Promise<void>
}

/** A small broker of MQTT 3.1.1 and 5 that hangs up on what it forbids, as RabbitMQ, NATS and NanoMQ do. */
export async function startClosingBroker(options: ClosingBrokerOptions = {}): Promise<ClosingBroker> {
  const subscribed: string[][] = []
  const versions: number[] = []
  const filters = new Map<Socket, Set<string>>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('close', () => filters.delete(socket))
    let version = 4
    const send = (packet: Packet) =>
      void (socket.writable && socket.write(generate(packet, { protocolVersion: version })))
    const read = parser()
    socket.once('data', (chunk) => chunk[0] !== CONNECT_BYTE && socket.destroy())
    socket.on('data', (chunk) => void (socket.destroyed || read.parse(chunk)))
    read.on('error', () => socket.destroy())
    read.on('packet', (packet: Packet) => {
      if (packet.cmd === 'connect') {
        version = packet.protocolVersion ?? 4
        versions.push(version)
        const answer = (options.onConnect ?? oldOnly)({ version, password: packet.password?.toString() ?? null })
        if (answer === 'close') socket.destroy()
        else if (answer !== 'silent') {
          filters.set(socket, new Set())
          send({ cmd: 'connack', sessionPresent: false, returnCode: answer, reasonCode: answer })
        }
      } else if (packet.cmd === 'subscribe') {
        const asked = packet.subscriptions.map(({ topic }) => topic)
        subscribed.push(asked)
        if (asked.some((filter) => options.closesOnFilter?.test(filter))) socket.end()
        else {
          for (const filter of asked) filters.get(socket)?.add(filter)
          send({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: asked.map(() => 1) })
        }
      } else if (packet.cmd === 'publish') {
        if (options.closesOnTopic?.test(packet.topic)) {
          socket.end()
          return
        }
        if (packet.qos > 0) send({ cmd: 'puback', messageId: packet.messageId ?? 0 })
        for (const [receiver, own] of filters) {
          if (![...own].some((filter) => fits(packet.topic, filter, options.hasDotLevels === true))) continue
          receiver.write(generate({ ...packet, qos: 0, dup: false, properties: {} }, { protocolVersion: version }))
        }
      } else if (packet.cmd === 'pingreq') send({ cmd: 'pingresp' })
    })
  }).listen(0, '127.0.0.1')
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    subscribed,
    versions,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const CONNECT_BYTE = 0x10
const oldOnly = ({ version }: { version: number }) => (version === 5 ? 1 : 0)

function fits(topic: string, filter: string, hasDotLevels: boolean): boolean {
  const levels = topic.split(hasDotLevels ? /[/.]/ : '/')
  const wanted = filter.split(hasDotLevels ? /[/.]/ : '/')
  return levels.length === wanted.length && wanted.every((level, index) => level === '+' || level === levels[index])
}
