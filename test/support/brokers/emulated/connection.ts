import type { Duplex } from 'node:stream'
import type { IConnectPacket, IPublishPacket, ISubscribePacket, Packet } from 'mqtt-packet'
import { generate, parser } from 'mqtt-packet'
import { isWithin } from '../../../../main/broker/built-in/acl.ts'
import type { BrokerAccount } from '../real/real-broker.ts'
import { isWithinSecond } from './second.ts'
import type { ServiceLimits } from './service.ts'

/** Acknowledges after so long, as across a network: what is not acknowledged counts against the Receive Maximum. */
const ACK_MS = 3
const CODE = {
  notAuthorized: 0x87,
  takenOver: 0x8e,
  topicInvalid: 0x90,
  receiveMaximum: 0x93,
  tooLarge: 0x95,
  quota: 0x97,
  noRetain: 0x9a,
  noQos: 0x9b,
} as const
const NO_SUBSCRIBERS = 0x10
const SHARED = '$share/'

/** What a connection asks of the service. */
export interface ServiceHub {
  readonly limits: ServiceLimits
  /** Returns the account, or null where the login is wrong. */
  login(connect: IConnectPacket): BrokerAccount | null
  /** Takes the client id; false where the account has all its sessions. */
  enter(connection: ServiceConnection): boolean
  left(connection: ServiceConnection): void
  /** Hands it to all who subscribed; returns how many that are. */
  route(packet: IPublishPacket): number
  retained(filter: string): readonly IPublishPacket[]
  violated(limit: string): void
}

/** One connection to an emulated service, held to its limits unless it stands for many devices. */
export class ServiceConnection {
  readonly #stream: Duplex
  readonly #hub: ServiceHub
  readonly #standsForMany: boolean
  readonly #passed: number[] = []
  readonly #filters = new Map<string, number>()
  readonly #inFlight = new Set<number>()
  readonly #waiting: IPublishPacket[] = []
  #version = 4
  #window = 1_000
  #unacknowledged = 0
  #lastId = 0
  account: BrokerAccount | null = null
  clientId = ''

  constructor(stream: Duplex, hub: ServiceHub, standsForMany: boolean) {
    this.#stream = stream
    this.#hub = hub
    this.#standsForMany = standsForMany
    const read = parser()
    stream.on('error', () => {})
    stream.once('close', () => hub.left(this))
    stream.on('data', (chunk: Buffer) => void (stream.destroyed || read.parse(chunk)))
    read.on('error', () => stream.destroy())
    read.on('packet', (packet) => this.#take(packet as Packet))
  }

  end(): void {
    this.#stream.destroy()
  }

  /** Somebody else connected with its id. */
  takenOver(): void {
    this.#close(CODE.takenOver)
  }

  /** Delivers where a filter fits; true if one does. */
  deliver(packet: IPublishPacket): boolean {
    const granted = [...this.#filters].filter(([filter]) => isWithin([filter], packet.topic)).map(([, qos]) => qos)
    if (granted.length === 0) return false
    this.#send({ ...packet, qos: Math.min(packet.qos, Math.max(...granted)) as 0 | 1, retain: false })
    return true
  }

  /** Shared subscriptions that fit, as `$share/GROUP/FILTER` (MQTT 5, 4.8.2). */
  sharing(topic: string): readonly string[] {
    return [...this.#filters.keys()].filter((filter) => filter.startsWith(SHARED) && isWithin([plain(filter)], topic))
  }

  /** Delivers as the member of a shared subscription whose turn it is. */
  deliverShared(packet: IPublishPacket): void {
    this.#send({ ...packet, qos: 0, retain: false })
  }

  #take(packet: Packet): void {
    if (packet.cmd !== 'connect' && this.account === null) this.#stream.destroy()
    else if (packet.cmd === 'connect') this.#connect(packet)
    else if (packet.cmd === 'publish') this.#publish(packet)
    else if (packet.cmd === 'subscribe') this.#subscribe(packet)
    else if (packet.cmd === 'unsubscribe') {
      for (const filter of packet.unsubscriptions) this.#filters.delete(filter)
      this.#write({ cmd: 'unsuback', messageId: packet.messageId ?? 0, granted: packet.unsubscriptions.map(() => 0) })
    } else if (packet.cmd === 'puback') {
      this.#inFlight.delete(packet.messageId ?? 0)
      const next = this.#waiting.shift()
      if (next !== undefined) this.#sendNow(next)
    } else if (packet.cmd === 'pingreq') this.#write({ cmd: 'pingresp' })
    else if (packet.cmd === 'disconnect') this.#stream.destroy()
  }

  #connect(packet: IConnectPacket): void {
    const { limits } = this.#hub
    this.#version = packet.protocolVersion ?? 4
    this.#window = Math.min(limits.inFlight, packet.properties?.receiveMaximum ?? limits.inFlight)
    this.clientId = packet.clientId
    this.account = this.#hub.login(packet)
    const isIn = this.account !== null && this.#hub.enter(this)
    const code = isIn ? 0 : this.account === null ? CODE.notAuthorized : CODE.quota
    if (!isIn && limits.login === 'certificate' && code === CODE.notAuthorized) {
      this.#stream.destroy()
      return
    }
    this.#write({
      cmd: 'connack',
      sessionPresent: false,
      returnCode: isIn ? 0 : 5,
      reasonCode: code,
      ...(isIn && this.#version === 5 ? { properties: limits.connack } : {}),
    })
    if (!isIn) this.#stream.end()
  }

  #publish(packet: IPublishPacket): void {
    const { limits } = this.#hub
    const { topic } = packet
    const broken = this.#broken(packet)
    if (broken !== null) {
      this.#hub.violated(broken[0])
      this.#close(broken[1])
      return
    }
    if (!isWithin(this.account?.publish ?? [], topic) || !this.#exists(topic)) {
      this.#forbid(() => this.#acknowledge(packet, CODE.notAuthorized))
      return
    }
    if (!this.#isInRate()) {
      this.#hub.violated('publishes a second')
      if (limits.rate?.answer === 'quota') this.#acknowledge(packet, CODE.quota)
      return
    }
    const receivers = this.#hub.route(packet)
    if (packet.qos === 0) return
    this.#unacknowledged += 1
    setTimeout(() => {
      this.#unacknowledged -= 1
      this.#acknowledge(packet, receivers === 0 ? NO_SUBSCRIBERS : 0)
    }, ACK_MS)
  }

  /** The limit of which it is worth to end a connection, and its reason code. */
  #broken({ topic, qos, retain, length = 0 }: IPublishPacket): readonly [string, number] | null {
    const { limits } = this.#hub
    if (length > limits.packetBytes) return ['packet size', CODE.tooLarge]
    if (qos > limits.maximumQos) return ['QoS', CODE.noQos]
    if (retain && limits.replays === null) return ['retain', CODE.noRetain]
    if (this.#isTooDeep(topic)) return ['levels of a topic', CODE.topicInvalid]
    const isOver = !this.#standsForMany && this.#unacknowledged >= limits.inFlight
    return isOver ? ['Receive Maximum', CODE.receiveMaximum] : null
  }

  #subscribe({ subscriptions, messageId = 0 }: ISubscribePacket): void {
    const { filtersPerSubscribe, filtersPerConnection, maximumQos } = this.#hub.limits
    if (subscriptions.length > (filtersPerSubscribe ?? subscriptions.length)) {
      this.#hub.violated('filters in one SUBSCRIBE')
      this.#close(CODE.quota)
      return
    }
    const mayRead = (topic: string): boolean =>
      isWithin(this.account?.subscribe ?? [], plain(topic)) && this.#exists(plain(topic))
    const isForbidden = subscriptions.some(({ topic }) => !mayRead(topic) || this.#isTooDeep(topic))
    if (isForbidden && this.#hub.limits.forbids === 'by closing') {
      this.#close(CODE.notAuthorized)
      return
    }
    const added: string[] = []
    const granted = subscriptions.map(({ topic, qos }) => {
      if (!mayRead(topic)) return this.#version === 5 ? CODE.notAuthorized : 0x80
      if (!this.#filters.has(topic) && this.#filters.size >= (filtersPerConnection ?? Number.POSITIVE_INFINITY)) {
        this.#hub.violated('filters of one connection')
        return this.#version === 5 ? CODE.quota : 0x80
      }
      this.#filters.set(topic, Math.min(qos, maximumQos))
      added.push(topic)
      return Math.min(qos, maximumQos)
    })
    this.#write({ cmd: 'suback', messageId, granted })
    for (const filter of added.filter((one) => !one.startsWith(SHARED))) {
      const qos = this.#filters.get(filter) ?? 0
      for (const packet of this.#hub.retained(filter)) {
        this.#send({ ...packet, qos: Math.min(packet.qos, qos) as 0 | 1, retain: true })
      }
    }
  }

  #exists(topic: string): boolean {
    const { topics } = this.#hub.limits
    return !topic.startsWith('$') && (topics === null || isWithin(topics, topic))
  }

  #isTooDeep(topic: string): boolean {
    const { levels } = this.#hub.limits
    return levels !== null && topic.split('/').length > levels
  }

  #isInRate(): boolean {
    const { rate } = this.#hub.limits
    return rate === null || this.#standsForMany || isWithinSecond(this.#passed, rate.perS)
  }

  #send(packet: IPublishPacket): void {
    if (this.#hub.limits.rate?.counts === 'in and out' && !this.#isInRate()) return
    if (packet.qos === 0 || this.#inFlight.size < this.#window) this.#sendNow(packet)
    else if (this.#waiting.length < this.#hub.limits.queued || this.#standsForMany) this.#waiting.push(packet)
  }

  #sendNow({ topic, payload, qos, retain }: IPublishPacket): void {
    const packet: IPublishPacket = { cmd: 'publish', topic, payload, qos, retain, dup: false }
    if (qos > 0) {
      this.#lastId = (this.#lastId % 65_535) + 1
      packet.messageId = this.#lastId
      this.#inFlight.add(this.#lastId)
    }
    this.#write(packet)
  }

  #acknowledge({ qos, messageId = 0 }: IPublishPacket, reasonCode: number): void {
    if (qos === 0) return
    this.#write({ cmd: 'puback', messageId, ...(this.#version === 5 ? { reasonCode } : {}) })
  }

  #forbid(answer: () => void): void {
    if (this.#hub.limits.forbids === 'by closing') this.#close(CODE.notAuthorized)
    else answer()
  }

  #close(reasonCode: number): void {
    if (this.#version === 5) this.#write({ cmd: 'disconnect', reasonCode })
    this.#stream.end()
    this.#hub.left(this)
  }

  #write(packet: Packet): void {
    if (this.#stream.writable) this.#stream.write(generate(packet as never, { protocolVersion: this.#version }))
  }
}

/** The filter without the group that shares it. */
function plain(filter: string): string {
  return filter.startsWith(SHARED) ? filter.split('/').slice(2).join('/') : filter
}
