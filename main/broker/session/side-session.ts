import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { IClientOptions, MqttClient, Packet } from 'mqtt'
import type { TestPublishOutcome } from '../../../preload/contract/models/broker.ts'
import type { ConnectionFailure } from '../../../preload/contract/models/connection.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { SessionEnd } from './mqtt-session.ts'
import { faultOf } from './session-fault.ts'
import { openSocket } from './socket.ts'
import { type ConnectionTarget, isWebSocketTarget } from './target.ts'
import { loadWebSocket, type ToWebSocket } from './web-socket.ts'

export interface SideMessage {
  readonly topic: string
  readonly payload: Buffer
  readonly qos: 0 | 1 | 2
  readonly isRetained: boolean
}

export interface SideSessionHandlers {
  readonly onMessage: (message: SideMessage) => void
  /** Once, after it was open, and never after close(). */
  readonly onEnd: (failure: ConnectionFailure) => void
}

/**
 * A second connection of the active profile, for the broker page: what is subscribed here can neither repeat a device's message
 * on the console's own connection (overlapping filters do) nor get that one closed (some brokers do, for a refused `$SYS`).
 */
export interface SideSession {
  /** Whether the broker granted it; what it then sends is another matter. */
  subscribe(filter: string, qos: 0 | 1 | 2): Promise<boolean>
  unsubscribe(filter: string): Promise<void>
  publish(topic: string, payload: Buffer, qos: 0 | 1 | 2, isRetained: boolean): Promise<TestPublishOutcome>
  /** DER of the server's certificate over TLS. */
  peerCertificate(): Buffer | null
  close(): Promise<void>
}

/** Thrown when the second connection cannot be had. */
export class SideSessionFailed extends Error {
  readonly failure: ConnectionFailure

  constructor(failure: ConnectionFailure) {
    super('the second connection could not be opened')
    this.failure = failure
  }
}

const CONNECT_TIMEOUT_MS = 10_000
const ACK_TIMEOUT_MS = 10_000
const CLOSE_TIMEOUT_MS = 1_500
const NOT_AUTHORIZED = 0x87

/** Opens it with the MQTT version that the console's own connection found to work. Rejects with `SideSessionFailed`. */
export async function openSideSession(
  target: ConnectionTarget,
  protocolVersion: 4 | 5,
  handlers: SideSessionHandlers,
): Promise<SideSession> {
  const { MqttClient: Client } = await import('mqtt')
  const toWebSocket = isWebSocketTarget(target) ? await loadWebSocket() : null
  const clientId = `${target.profile.clientIdPrefix}page-${randomBytes(4).toString('hex')}`
  const create = (builder: () => Duplex) => new Client(builder, clientOptions(target, clientId, protocolVersion))
  const session = new MqttSideSession({ target, clientId, protocolVersion, handlers, create, toWebSocket })
  await session.opened
  return session
}

class MqttSideSession implements SideSession {
  readonly opened: Promise<void>
  readonly #client: MqttClient
  readonly #handlers: SideSessionHandlers
  readonly #waiting = new Map<number, (outcome: TestPublishOutcome) => void>()
  readonly #explain: (end: SessionEnd) => ConnectionFailure
  #socket: Socket | null = null
  #error: Error | null = null
  #reasonCode: number | null = null
  #sentId: number | null = null
  #isOpen = false
  #isClosing = false

  constructor(options: {
    target: ConnectionTarget
    clientId: string
    protocolVersion: 4 | 5
    handlers: SideSessionHandlers
    create: (builder: () => Duplex) => MqttClient
    toWebSocket: ToWebSocket | null
  }) {
    const { target, clientId, protocolVersion, toWebSocket } = options
    this.#handlers = options.handlers
    this.#explain = (end) => diagnose(faultOf(end, target, { protocolVersion, clientId })).failure
    this.#client = options.create(() => this.#openStream(target, toWebSocket))
    this.#client.on('error', (error: Error & { code?: unknown }) => {
      this.#error ??= error
      if (typeof error.code === 'number') this.#reasonCode ??= error.code
      this.#socket?.destroy()
    })
    this.#client.on('packetsend', (packet) => {
      if (packet.cmd === 'publish') this.#sentId = packet.messageId ?? null
    })
    this.#client.on('packetreceive', (packet) => this.#receive(packet))
    this.#client.on('message', (topic, payload, { qos, retain }) => {
      if (!this.#isClosing) this.#handlers.onMessage({ topic, payload, qos, isRetained: retain })
    })
    this.opened = new Promise((resolve, reject) => {
      this.#client.once('connect', () => {
        this.#isOpen = true
        resolve()
      })
      this.#client.once('close', () => {
        const failure = this.#ended()
        if (!this.#isOpen) reject(new SideSessionFailed(failure))
        else if (!this.#isClosing) this.#handlers.onEnd(failure)
      })
    })
  }

  async subscribe(filter: string, qos: 0 | 1 | 2): Promise<boolean> {
    return new Promise((resolve) => {
      this.#client.subscribe(filter, { qos }, (error, _grants, packet) => {
        const granted = Number(packet?.granted?.[0] ?? (error === null ? qos : NOT_AUTHORIZED))
        resolve(granted < 0x80)
      })
    })
  }

  unsubscribe(filter: string): Promise<void> {
    return new Promise((resolve) => {
      this.#client.unsubscribe(filter, () => resolve())
    })
  }

  publish(topic: string, payload: Buffer, qos: 0 | 1 | 2, isRetained: boolean): Promise<TestPublishOutcome> {
    return new Promise((resolve) => {
      if (!this.#client.connected) return resolve({ kind: 'unknown' })
      this.#sentId = null
      this.#client.publish(topic, payload, { qos, retain: isRetained }, () => {
        if (qos === 0) resolve({ kind: 'sent' })
      })
      if (qos > 0 && this.#sentId !== null) this.#await(this.#sentId, resolve)
      else if (qos > 0) resolve({ kind: 'unknown' })
    })
  }

  peerCertificate(): Buffer | null {
    if (!(this.#socket instanceof TLSSocket)) return null
    const { raw } = this.#socket.getPeerCertificate()
    return raw === undefined ? null : Buffer.from(raw)
  }

  async close(): Promise<void> {
    if (this.#isClosing || this.#client.disconnected) return
    this.#isClosing = true
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#socket?.destroy(), CLOSE_TIMEOUT_MS)
      this.#client.once('close', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#client.end()
    })
  }

  #openStream(target: ConnectionTarget, toWebSocket: ToWebSocket | null): Duplex {
    const keep = (error: Error) => {
      this.#error ??= error
    }
    const socket = openSocket(target)
    this.#socket = socket
    socket.on('error', keep)
    if (toWebSocket === null) return socket
    const stream = toWebSocket(target, socket, { onOpen: () => undefined, onRefused: keep })
    stream.on('error', keep)
    // A socket that dies before the upgrade would leave the stream waiting.
    socket.once('close', () => stream.destroy())
    return stream
  }

  #receive(packet: Packet): void {
    if (packet.cmd === 'disconnect') this.#reasonCode = packet.reasonCode ?? null
    if (packet.cmd !== 'puback' && packet.cmd !== 'pubrec' && packet.cmd !== 'pubcomp') return
    const reasonCode = packet.reasonCode ?? 0
    const settle = this.#waiting.get(packet.messageId ?? 0)
    // PUBREC of QoS 2 is only half of a success.
    if (settle === undefined || (packet.cmd === 'pubrec' && reasonCode < 0x80)) return
    this.#waiting.delete(packet.messageId ?? 0)
    if (reasonCode >= 0x80) settle({ kind: 'refused', reasonCode })
    else settle({ kind: reasonCode === 0x10 ? 'no-subscriber' : 'acknowledged' })
  }

  #await(messageId: number, settle: (outcome: TestPublishOutcome) => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(messageId)
      settle({ kind: 'unknown' })
    }, ACK_TIMEOUT_MS)
    this.#waiting.set(messageId, (outcome) => {
      clearTimeout(timer)
      settle(outcome)
    })
  }

  #ended(): ConnectionFailure {
    for (const settle of this.#waiting.values()) settle({ kind: 'unknown' })
    this.#waiting.clear()
    const stage = this.#isOpen ? 'open' : this.#socket?.connecting === false ? 'connack' : 'tcp'
    return this.#explain({ stage, error: this.#error, reasonCode: this.#reasonCode, firstBytes: null })
  }
}

function clientOptions({ profile, secrets }: ConnectionTarget, clientId: string, version: 4 | 5): IClientOptions {
  const hasLogin = profile.security !== 'anonymous' && profile.username !== null
  return {
    clientId,
    protocolVersion: version,
    clean: true,
    keepalive: profile.keepaliveS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    reconnectPeriod: 0,
    resubscribe: false,
    queueQoSZero: false,
    timerVariant: 'native',
    // mqtt.js would hand packets, passwords included, to `debug`.
    log: () => {},
    ...(hasLogin ? { username: profile.username ?? '' } : {}),
    ...(hasLogin && secrets.password !== null ? { password: secrets.password } : {}),
  }
}
