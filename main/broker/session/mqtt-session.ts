import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { IClientOptions, IClientPublishOptions, IConnackPacket, MqttClient, Packet } from 'mqtt'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type {
  BrokerSession,
  FilterRequest,
  PublishOptions,
  SessionEnd,
  SessionEvents,
  SessionOptions,
  SessionStage,
} from './broker-session.ts'
import { clientOptions, MAX_IN_FLIGHT, publishOptions } from './client-options.ts'
import { LargePublishes } from './large-publish.ts'
import { tunnelOf } from './proxy.ts'
import { PublishWindow } from './publish-window.ts'
import { shortenedStream } from './shortened-stream.ts'
import { openSocket } from './socket.ts'
import { streamOver } from './stream.ts'
import { isWebSocketTarget } from './target.ts'
import { loadWebSocket, type ToWebSocket } from './web-socket.ts'

/** Opens a session; mqtt.js is loaded at the first use. Rejects when the TLS files cannot be used or a proxy leads nowhere. */
export async function openMqttSession(options: SessionOptions): Promise<BrokerSession> {
  const { MqttClient: Client } = await import('mqtt')
  const toWebSocket = isWebSocketTarget(options.target) ? await loadWebSocket() : null
  const tunnel = await tunnelOf(options.target, options.connectTimeoutMs)
  return new MqttSession(
    options,
    { toWebSocket, tunnel },
    (builder, clientOptions) => new Client(builder, clientOptions),
  )
}

/** What lies between the socket and the broker. */
interface Way {
  readonly toWebSocket: ToWebSocket | null
  readonly tunnel: Socket | null
}

type CreateClient = (builder: () => Duplex, options: IClientOptions) => MqttClient

/** Largest packet that is taken in whole; of a larger message only its ends are. */
const MAX_WHOLE_BYTES = 4 * 1024 * 1024 + 72 * 1024
/** First of the reason codes that refuse. */
const REFUSED = 0x80
const ACK_TIMEOUT_MS = 30_000
const CLOSE_TIMEOUT_MS = 1_500

class MqttSession implements BrokerSession {
  readonly #events: SessionEvents
  readonly #client: MqttClient
  readonly #protocolVersion: 4 | 5
  readonly #ackTimeoutMs: number
  readonly #largePublishes: LargePublishes
  readonly #limits: NonNullable<SessionOptions['limits']>
  /** Of publishes with QoS 0 that are on their way to the socket. */
  readonly #unwritten = new Set<(isWritten: boolean) => void>()
  #socket: Socket | null = null
  #window: PublishWindow
  #stage: SessionStage = 'tcp'
  #error: Error | null = null
  #reasonCode: number | null = null
  #serverReference: string | undefined
  #firstBytes: Buffer | null = null
  readonly #roundTrips = new RoundTrips()
  #sentMessageId: number | null = null
  #isEnded = false
  #isClosing = false

  constructor(options: SessionOptions, way: Way, createClient: CreateClient) {
    this.#events = options.events
    this.#protocolVersion = options.protocolVersion
    this.#limits = options.limits ?? { inFlight: null, packetBytes: null }
    this.#ackTimeoutMs = options.ackTimeoutMs ?? ACK_TIMEOUT_MS
    this.#window = new PublishWindow(0, this.#ackTimeoutMs)
    this.#largePublishes = new LargePublishes(MAX_WHOLE_BYTES, options.protocolVersion)
    this.#client = createClient(() => this.#openStream(options, way), clientOptions(options))
    this.#client.on('error', (error) => this.#fail(error))
    this.#client.on('packetsend', (packet) => {
      if (packet.cmd === 'pingreq') this.#roundTrips.asked()
      else if (packet.cmd === 'publish') this.#sentMessageId = packet.messageId ?? null
    })
    this.#client.on('packetreceive', (packet) => this.#receive(packet))
    this.#client.on('connect', () => this.#open())
    this.#client.on('message', (topic, payload, { qos, retain }) => {
      if (this.#isEnded || this.#isClosing) return
      this.#events.onMessage(this.#largePublishes.received({ topic, payload, qos, isRetained: retain }))
    })
    this.#client.on('close', () => this.#end())
  }

  publish(topic: string, payload: Buffer | string, options: PublishOptions = {}): Promise<PublishOutcome> {
    const limit = this.#client.serverProperties?.maximumPacketSize ?? this.#limits.packetBytes ?? undefined
    // 64 bytes cover the fixed header, the lengths and the numeric properties.
    const bytes = Buffer.byteLength(topic) + Buffer.byteLength(payload) + 64
    if (limit !== undefined && bytes > limit) return Promise.resolve({ kind: 'refused', reasonCode: 0x95 })
    const packet = publishOptions(this.#protocolVersion, options)
    return this.#window.send(() => this.#write(topic, payload, packet))
  }

  freePlaces(): number {
    return this.#window.free
  }

  send(topic: string, payload: Buffer | string, isRetained = false): Promise<boolean> {
    if (!this.#isWritable()) return Promise.resolve(false)
    return new Promise((resolve) => {
      const settle = (isWritten: boolean) => {
        this.#unwritten.delete(settle)
        resolve(isWritten)
      }
      this.#unwritten.add(settle)
      this.#client.publish(topic, payload, { qos: 0, retain: isRetained }, (error) => settle(!error))
    })
  }

  request(filters: readonly FilterRequest[]): Promise<readonly number[]> {
    const asked = Object.fromEntries(filters.map(({ filter, qos }) => [filter, { qos }]))
    return new Promise((resolve) => {
      this.#client.subscribe(asked, (_error, _grants, packet) => {
        resolve(filters.map((_filter, index) => Number(packet?.granted?.[index] ?? REFUSED)))
      })
    })
  }

  subscribe(filters: readonly string[], qos: 0 | 1 | 2 = 1): Promise<string[]> {
    return new Promise((resolve) => {
      this.#client.subscribe([...filters], { qos }, (_error, _grants, packet) => {
        resolve(filters.filter((_filter, index) => Number(packet?.granted?.[index] ?? REFUSED) >= REFUSED))
      })
    })
  }

  unsubscribe(filters: string | readonly string[]): Promise<void> {
    return new Promise((resolve) => {
      this.#client.unsubscribe([filters].flat(), () => resolve())
    })
  }

  ping(): void {
    if (this.#client.connected) this.#client.sendPing()
  }

  peerCertificate(): Buffer | null {
    if (!(this.#socket instanceof TLSSocket)) return null
    const { raw } = this.#socket.getPeerCertificate()
    return raw === undefined ? null : Buffer.from(raw)
  }

  async close(): Promise<void> {
    if (this.#isEnded || this.#isClosing) return
    this.#isClosing = true
    this.#window.stopSending()
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#socket?.destroy(), CLOSE_TIMEOUT_MS)
      this.#client.once('close', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#client.end(this.#stage !== 'open')
    })
  }

  abort(error: Error): void {
    this.#fail(error)
  }

  #openStream({ target }: SessionOptions, { toWebSocket, tunnel }: Way): Duplex {
    const socket = openSocket(target, tunnel)
    this.#socket = socket
    const events = {
      onStage: (stage: SessionStage) => {
        this.#stage = stage
      },
      onError: (error: Error) => {
        this.#error ??= error
      },
      onFirstBytes: (bytes: Buffer) => {
        this.#firstBytes = bytes
      },
    }
    const stream = streamOver(socket, target, toWebSocket, events, tunnel !== null)
    return shortenedStream(stream, this.#largePublishes)
  }

  #open(): void {
    if (this.#isEnded || this.#isClosing) return
    this.#stage = 'open'
    const receiveMaximum = this.#client.serverProperties?.receiveMaximum ?? MAX_IN_FLIGHT
    const inFlight = Math.min(receiveMaximum, this.#limits.inFlight ?? MAX_IN_FLIGHT, MAX_IN_FLIGHT)
    // 0 is forbidden (MQTT 5, 3.2.2.3.3), and nothing could be sent to who says it.
    this.#window = new PublishWindow(Math.max(1, inFlight), this.#ackTimeoutMs)
    this.#events.onOpen()
  }

  #receive(packet: Packet): void {
    this.#serverReference ??= serverReferenceOf(packet)
    if (packet.cmd === 'puback' || packet.cmd === 'pubcomp' || packet.cmd === 'pubrec') {
      const { messageId = 0, reasonCode = 0 } = packet
      // A PUBREC that refuses nothing is only half of a success with QoS 2.
      if (packet.cmd !== 'pubrec' || reasonCode >= 0x80) this.#window.acknowledge(messageId, reasonCode)
    } else if (packet.cmd === 'connack') this.#greet(packet)
    else if (packet.cmd === 'suback') this.#events.onGranted?.(packet.granted.map(Number))
    else if (packet.cmd === 'disconnect') this.#reasonCode = packet.reasonCode ?? null
    else if (packet.cmd === 'pingresp') {
      const roundTripMs = this.#roundTrips.answered()
      if (roundTripMs !== null && !this.#isClosing) this.#events.onRoundTrip?.(roundTripMs)
    }
  }

  #greet({ reasonCode = 0, returnCode = 0, properties }: IConnackPacket): void {
    if (reasonCode !== 0 || returnCode !== 0 || this.#isClosing) return
    this.#events.onConnack?.(this.#protocolVersion === 5 ? (properties ?? {}) : null)
  }

  #isWritable(): boolean {
    return this.#client.connected && !this.#isClosing && this.#socket?.writable === true
  }

  #write(topic: string, payload: Buffer | string, options: IClientPublishOptions): number | null {
    if (!this.#isWritable()) return null
    this.#sentMessageId = null
    this.#client.publish(topic, payload, options, ignoreOutcome)
    return this.#sentMessageId
  }

  #fail(error: Error & { code?: unknown }): void {
    if (this.#isEnded) return
    this.#error ??= error
    if (typeof error.code === 'number') this.#reasonCode ??= error.code
    // A parser error leaves the socket open; a refused CONNACK has closed it already.
    this.#socket?.destroy()
  }

  #end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#window.close()
    for (const settle of this.#unwritten) settle(false)
    if (!this.#isClosing) this.#events.onEnd(this.#howItEnded())
  }

  #howItEnded(): SessionEnd {
    const [stage, error, reasonCode, firstBytes] = [this.#stage, this.#error, this.#reasonCode, this.#firstBytes]
    return { stage, error, reasonCode, firstBytes, serverReference: this.#serverReference }
  }
}

// The outcome is read from the PUBACK itself: the callback hides reason code 0x10.
function ignoreOutcome(): void {}

/** What a CONNACK or DISCONNECT says of where else to connect (MQTT 5, 4.11). */
function serverReferenceOf(packet: Packet): string | undefined {
  return packet.cmd === 'connack' || packet.cmd === 'disconnect' ? packet.properties?.serverReference : undefined
}

/** Times the PINGREQs, which a broker answers in their order. */
class RoundTrips {
  readonly #askedAt: number[] = []

  asked(): void {
    this.#askedAt.push(performance.now())
  }

  /** Returns the ms since the PINGREQ that is answered; null where none is open. */
  answered(): number | null {
    const askedAt = this.#askedAt.shift()
    return askedAt === undefined ? null : performance.now() - askedAt
  }
}
