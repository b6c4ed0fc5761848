import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { IClientOptions, IClientPublishOptions, MqttClient, Packet } from 'mqtt'
import { type PublishOutcome, PublishWindow } from './publish-window.ts'
import { openSocket } from './socket.ts'
import { type ConnectionTarget, isTlsTarget, isWebSocketTarget } from './target.ts'
import { loadWebSocket, type ToWebSocket, type WebSocketEvents } from './web-socket.ts'

/** How far a session got before it ended. */
type SessionStage = 'tcp' | 'tls' | 'websocket' | 'connack' | 'open'

/** Why a session ended; raw material for the diagnosis. */
export interface SessionEnd {
  readonly stage: SessionStage
  readonly error: Error | null
  /** Of CONNACK or DISCONNECT. */
  readonly reasonCode: number | null
  /** First bytes the peer sent, at most 64. */
  readonly firstBytes: Buffer | null
}

interface SessionEvents {
  onOpen(): void
  onMessage(topic: string, payload: Buffer, isRetained: boolean): void
  onRoundTrip(roundTripMs: number): void
  /** Once, and never after close(). */
  onEnd(end: SessionEnd): void
}

export interface SessionOptions {
  readonly target: ConnectionTarget
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly connectTimeoutMs: number
  readonly events: SessionEvents
}

/** MQTT 5 properties of a publish; left out on MQTT 3.1.1. */
export interface PublishOptions {
  readonly messageExpiryS?: number
  readonly responseTopic?: string
  readonly correlationData?: Buffer
}

/** One network connection to a broker, from the first packet to the last. */
export interface BrokerSession {
  publish(topic: string, payload: Buffer | string, options: PublishOptions): Promise<PublishOutcome>
  /** Resolves with the topic filters that the broker refused, or all of them when the connection ended. */
  subscribe(filters: readonly string[]): Promise<string[]>
  unsubscribe(filter: string): Promise<void>
  ping(): void
  /** Sends DISCONNECT and closes; at most 1.5 s, never rejects. */
  close(): Promise<void>
  /** Closes without a word; `onEnd` is called with the given error. */
  abort(error: Error): void
}

/** Opens a session; mqtt.js is loaded at the first use. Rejects only when the TLS files cannot be used. */
export async function openMqttSession(options: SessionOptions): Promise<BrokerSession> {
  const { MqttClient: Client } = await import('mqtt')
  const toWebSocket = isWebSocketTarget(options.target) ? await loadWebSocket() : null
  return new MqttSession(options, toWebSocket, (builder, clientOptions) => new Client(builder, clientOptions))
}

type CreateClient = (builder: () => Duplex, options: IClientOptions) => MqttClient

const MAX_PACKET_BYTES = 16 * 1024 * 1024
const MAX_IN_FLIGHT = 1_000
const ACK_TIMEOUT_MS = 30_000
const CLOSE_TIMEOUT_MS = 1_500

class MqttSession implements BrokerSession {
  readonly #events: SessionEvents
  readonly #client: MqttClient
  readonly #protocolVersion: 4 | 5
  #socket: Socket | null = null
  #window = new PublishWindow(0, ACK_TIMEOUT_MS)
  #stage: SessionStage = 'tcp'
  #error: Error | null = null
  #reasonCode: number | null = null
  #firstBytes: Buffer | null = null
  #pingTimes: number[] = []
  #sentMessageId: number | null = null
  #isEnded = false
  #isClosing = false
  readonly #upgradeEvents: WebSocketEvents = {
    onOpen: () => {
      this.#stage = 'connack'
    },
    onRefused: (error) => {
      this.#error ??= error
    },
  }

  constructor(options: SessionOptions, toWebSocket: ToWebSocket | null, createClient: CreateClient) {
    this.#events = options.events
    this.#protocolVersion = options.protocolVersion
    this.#client = createClient(() => this.#openStream(options.target, toWebSocket), clientOptions(options))
    this.#client.on('error', (error) => this.#fail(error))
    this.#client.on('packetsend', (packet) => {
      if (packet.cmd === 'pingreq') this.#pingTimes.push(performance.now())
      else if (packet.cmd === 'publish') this.#sentMessageId = packet.messageId ?? null
    })
    this.#client.on('packetreceive', (packet) => this.#receive(packet))
    this.#client.on('connect', () => this.#open())
    this.#client.on('message', (topic, payload, packet) => {
      if (!this.#isEnded && !this.#isClosing) this.#events.onMessage(topic, payload, packet.retain)
    })
    this.#client.on('close', () => this.#end())
  }

  publish(topic: string, payload: Buffer | string, options: PublishOptions): Promise<PublishOutcome> {
    const limit = this.#client.serverProperties?.maximumPacketSize
    // 64 bytes cover the fixed header, the lengths and the numeric properties.
    const bytes = Buffer.byteLength(topic) + Buffer.byteLength(payload) + 64
    if (limit !== undefined && bytes > limit) return Promise.resolve({ kind: 'refused', reasonCode: 0x95 })
    const publishOptions = this.#publishOptions(options)
    return this.#window.send(() => this.#write(topic, payload, publishOptions))
  }

  subscribe(filters: readonly string[]): Promise<string[]> {
    return new Promise((resolve) => {
      this.#client.subscribe([...filters], { qos: 1 }, (error, _grants, packet) => {
        const granted = packet?.granted ?? []
        if (error !== null && granted.length === 0) resolve([...filters])
        else resolve(filters.filter((_filter, index) => Number(granted[index] ?? 0x80) >= 0x80))
      })
    })
  }

  unsubscribe(filter: string): Promise<void> {
    return new Promise((resolve) => {
      this.#client.unsubscribe(filter, () => resolve())
    })
  }

  ping(): void {
    if (this.#client.connected) this.#client.sendPing()
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

  #openStream(target: ConnectionTarget, toWebSocket: ToWebSocket | null): Duplex {
    const socket = openSocket(target)
    const afterTransport = toWebSocket === null ? 'connack' : 'websocket'
    this.#socket = socket
    socket.once('connect', () => {
      this.#stage = isTlsTarget(target) ? 'tls' : afterTransport
    })
    socket.once('secureConnect', () => {
      this.#stage = afterTransport
    })
    const stream = toWebSocket?.(target, socket, this.#upgradeEvents) ?? socket
    stream.once('data', (chunk: Buffer) => {
      this.#firstBytes = Buffer.from(chunk.subarray(0, 64))
    })
    // mqtt.js drops stream errors without a code; the first one says why.
    socket.on('error', (error) => {
      this.#error ??= error
    })
    if (stream !== socket) {
      stream.on('error', (error) => {
        this.#error ??= error
      })
      // A socket that dies before the upgrade would leave the stream waiting.
      socket.once('close', () => stream.destroy())
    }
    return stream
  }

  #open(): void {
    if (this.#isEnded || this.#isClosing) return
    this.#stage = 'open'
    const receiveMaximum = this.#client.serverProperties?.receiveMaximum ?? MAX_IN_FLIGHT
    this.#window = new PublishWindow(Math.min(receiveMaximum, MAX_IN_FLIGHT), ACK_TIMEOUT_MS)
    this.#events.onOpen()
  }

  #receive(packet: Packet): void {
    if (packet.cmd === 'puback') this.#window.acknowledge(packet.messageId ?? 0, packet.reasonCode ?? 0)
    else if (packet.cmd === 'disconnect') this.#reasonCode = packet.reasonCode ?? null
    else if (packet.cmd === 'pingresp') {
      const sentAt = this.#pingTimes.shift()
      if (sentAt !== undefined && !this.#isClosing) this.#events.onRoundTrip(performance.now() - sentAt)
    }
  }

  #write(topic: string, payload: Buffer | string, options: IClientPublishOptions): number | null {
    if (!this.#client.connected || this.#isClosing || this.#socket?.writable !== true) return null
    this.#sentMessageId = null
    this.#client.publish(topic, payload, options, ignoreOutcome)
    return this.#sentMessageId
  }

  #publishOptions(options: PublishOptions): IClientPublishOptions {
    if (this.#protocolVersion === 4) return { qos: 1, retain: false }
    return {
      qos: 1,
      retain: false,
      properties: {
        ...(options.messageExpiryS === undefined ? {} : { messageExpiryInterval: options.messageExpiryS }),
        ...(options.responseTopic === undefined ? {} : { responseTopic: options.responseTopic }),
        ...(options.correlationData === undefined ? {} : { correlationData: options.correlationData }),
      },
    }
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
    if (this.#isClosing) return
    this.#events.onEnd({
      stage: this.#stage,
      error: this.#error,
      reasonCode: this.#reasonCode,
      firstBytes: this.#firstBytes,
    })
  }
}

// The outcome is read from the PUBACK itself: the callback hides reason code 0x10.
function ignoreOutcome(): void {}

function clientOptions({ target, clientId, protocolVersion, connectTimeoutMs }: SessionOptions): IClientOptions {
  const { profile, secrets } = target
  return {
    clientId,
    protocolVersion,
    clean: true,
    keepalive: profile.keepaliveS,
    connectTimeout: connectTimeoutMs,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    timerVariant: 'native',
    // mqtt.js would hand packets, passwords included, to `debug`.
    log: () => {},
    ...(profile.security === 'anonymous' || profile.username === null ? {} : { username: profile.username }),
    ...(profile.security === 'anonymous' || profile.username === null || secrets.password === null
      ? {}
      : { password: secrets.password }),
    ...(protocolVersion === 5
      ? { properties: { receiveMaximum: MAX_IN_FLIGHT, maximumPacketSize: MAX_PACKET_BYTES } }
      : {}),
  }
}
