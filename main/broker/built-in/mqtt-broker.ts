import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Aedes, AedesOptions, Client } from 'aedes'
import type { BrokerReading, BuiltInClient } from '../../../preload/contract/models/broker/broker.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type AccessRules, canSubscribe, isWithin } from './acl.ts'
import { ConnectedClients, plainAddress } from './connected-clients.ts'
import { CommandExpiry } from './expiry.ts'
import { type Admission, BuiltInGate, type BuiltInUser, REFUSED } from './gate.ts'
import { LineBudget } from './line-budget.ts'
import { BuiltInListener, type ServerCredentials } from './listener.ts'

export interface MqttBrokerOptions {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** Null lets everybody do everything: for loopback only. */
  readonly users: readonly BuiltInUser[] | null
  /** Absent for plain TCP. */
  readonly credentials?: ServerCredentials
  /** Serials of client certificates (hex, upper case) that are refused. */
  readonly revoked?: readonly string[]
}

/** Takes one sentence about an event on the broker, not yet made safe to show. */
type BuiltInLine = (line: string) => void

const CONNECT_TIMEOUT_MS = 10_000
/** A CONNECT is smaller; whoever sends more before it is accepted is no MQTT client. */
const MAX_BYTES_BEFORE_LOGIN = 64 * 1024

interface MqttBrokerDeps {
  readonly now: Clock
  readonly log: Log
  readonly onLine?: BuiltInLine
  /** The id under which the console is connected now: nobody else may have it. */
  readonly consoleClientId?: () => string | null
}

/** A broker inside the console (Aedes, MQTT 3.1.1) with logins and the rules of the generated ACL. */
export class MqttBroker {
  readonly #deps: MqttBrokerDeps
  readonly #say: BuiltInLine
  #clients = new ConnectedClients()
  /** Limits lines about events before a login, which anybody on the network can cause. */
  readonly #strangers: LineBudget
  /** Limits lines about what accounts may not do. */
  readonly #denials: LineBudget
  #rulesOfClient = new WeakMap<Client, AccessRules>()
  readonly #refused = new WeakSet<Client>()
  readonly #expiry: CommandExpiry
  #messages = { in: 0, out: 0 }
  #startedAt = 0
  #aedes: Aedes | null = null
  #gate: BuiltInGate | null = null
  #listener: BuiltInListener | null = null

  constructor(deps: MqttBrokerDeps) {
    this.#deps = deps
    this.#say = deps.onLine ?? (() => {})
    this.#expiry = new CommandExpiry(deps.now)
    this.#strangers = new LineBudget({
      say: this.#say,
      summary: (count) => `${count} more refused logins and faults before a login`,
    })
    this.#denials = new LineBudget({ say: this.#say, summary: (count) => `${count} more refused subscriptions` })
  }

  /** Aedes is loaded here, not at start. Rejects with the system's error when the port cannot be had. */
  async start({ host, port, users, credentials, revoked = [] }: MqttBrokerOptions): Promise<{ port: number }> {
    if (this.#aedes !== null) throw new Error('the built-in broker runs already')
    const { now, consoleClientId = () => null } = this.#deps
    const gate = await BuiltInGate.open({ now, consoleClientId, revoked }, users, credentials?.clientCa !== undefined)
    this.#gate = gate
    this.#messages = { in: 0, out: 0 }
    this.#clients = new ConnectedClients()
    this.#startedAt = this.#deps.now()
    const { Aedes: Broker } = await import('aedes')
    const aedes = await Broker.createBroker(this.#brokerOptions(gate))
    this.#follow(aedes)
    const listener = new BuiltInListener({
      log: this.#deps.log,
      onSocket: (socket) => {
        const address = this.#clients.noteAddress(socket)
        handle(aedes, socket, () => this.#strangers.add(`Too much before the login from ${address}`))
      },
      onFault: (address, reason) =>
        this.#strangers.add(`TLS handshake with ${plainAddress(address)} failed: ${reason}`),
    })
    this.#aedes = aedes
    this.#listener = listener
    try {
      const taken = await listener.listen(host, port, credentials ?? null)
      this.#say(`Listening on ${host} port ${taken}${credentials === undefined ? '' : ' (TLS)'}`)
      return { port: taken }
    } catch (error) {
      await this.#close()
      this.#say(`Could not listen on ${host} port ${port}: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    }
  }

  /** Closes every client and the listener; resolves when both are gone. */
  async stop(): Promise<void> {
    if (this.#aedes === null) return
    await this.#close()
    this.#say('Stopped')
  }

  /** Takes an account's rules away, refuses these certificates from now on, and ends the account's sessions. */
  shutOut(name: string, revoked: readonly string[]): void {
    this.#gate?.shutOut(name, revoked)
    this.#say(`${name} was taken out`)
    this.#clients.close(name)
  }

  clients(): readonly BuiltInClient[] {
    return this.#clients.views()
  }

  /** Its own figures, from the broker object; what Aedes does not count is null. */
  reading(): BrokerReading {
    const bytes = this.#listener?.bytes() ?? { in: 0, out: 0 }
    const { size, most, subscriptions } = this.#clients
    return {
      version: 'Waypost (Aedes, MQTT 3.1.1)',
      uptimeS: Math.floor((this.#deps.now() - this.#startedAt) / 1_000),
      clients: size,
      clientsMaximum: most,
      subscriptions,
      retained: null,
      messagesIn: this.#messages.in,
      messagesOut: this.#messages.out,
      messagesDropped: null,
      bytesIn: bytes.in,
      bytesOut: bytes.out,
    }
  }

  async #close(): Promise<void> {
    const [aedes, listener] = [this.#aedes, this.#listener]
    this.#aedes = null
    this.#listener = null
    await listener?.close(() => new Promise((resolve) => (aedes === null ? resolve() : aedes.close(() => resolve()))))
    this.#strangers.flush()
    this.#denials.flush()
    this.#clients.clear()
  }

  #follow(aedes: Aedes): void {
    const clients = this.#clients
    aedes.on('clientReady', (client) => {
      const name = clients.nameOf(client)
      // Shut out while it was being let in.
      if (name !== null && this.#gate?.isKnown(name) === false) return client.close()
      const { address } = clients.add(client, this.#deps.now())
      this.#say(`New client ${client.id} from ${address}${name === null ? '' : ` as ${name}`}`)
    })
    aedes.on('clientDisconnect', (client) => {
      if (clients.remove(client)) this.#say(`Client ${client.id} disconnected`)
    })
    aedes.on('clientError', (client, error) => {
      if (clients.has(client)) this.#say(`Client ${client.id} was dropped: ${error.message}`)
      // Why a login was refused has been said.
      else if (!this.#refused.has(client)) this.#strangers.add(`Client ${client.id} was dropped: ${error.message}`)
    })
    aedes.on('connectionError', (client, error) =>
      this.#strangers.add(`A connection from ${clients.addressOf(client)} was closed: ${error.message}`),
    )
    aedes.on('subscribe', (subscriptions, client) => clients.subscribed(client, subscriptions))
    aedes.on('unsubscribe', (topics, client) => clients.unsubscribed(client, topics))
  }

  #brokerOptions(gate: BuiltInGate): AedesOptions {
    const clients = this.#clients
    return {
      connectTimeout: CONNECT_TIMEOUT_MS,
      authenticate: (client, username, password, done) => {
        const settle = (admission: Admission) => {
          if (!admission.isAdmitted) {
            this.#refused.add(client)
            this.#strangers.add(`Login of ${client.id} from ${clients.addressOf(client)} refused: ${admission.reason}`)
            // Aedes clears what it holds under the id of a client that it closes: not what the rightful holder has there.
            client.id = `refused-${randomUUID()}`
            return done(refusal(admission.code), null)
          }
          this.#rulesOfClient.set(client, admission.rules)
          if (admission.name !== null) clients.noteName(client, admission.name)
          done(null, true)
        }
        gate.admit(client, username, password ?? Buffer.alloc(0), clients.addressOf(client)).then(settle, (error) => {
          this.#deps.log.error('a login could not be checked', error)
          settle({ isAdmitted: false, code: REFUSED.unavailable, reason: 'it could not be checked' })
        })
      },
      // On MQTT 3.1.1 a refused publish is either acknowledged or ends the connection (3.3.5): the second is no lie.
      authorizePublish: (client, packet, done) => {
        const isAllowed = this.#mayWrite(client, packet.topic)
        if (isAllowed) {
          this.#messages.in += 1
          this.#expiry.received(packet)
        }
        done(isAllowed ? null : new Error(`not allowed to publish to ${packet.topic}`))
      },
      authorizeSubscribe: (client, subscription, done) => {
        const rules = this.#rulesOfClient.get(client)
        const isAllowed = rules !== undefined && canSubscribe(rules, subscription.topic)
        if (!isAllowed) this.#denials.add(`Client ${client.id} may not subscribe to ${subscription.topic}`)
        done(null, isAllowed ? subscription : null)
      },
      authorizeForward: (client, packet) => {
        // The library's own notes on its clients are no broker figures, and name other clients.
        if (!this.#mayRead(client, packet.topic) || packet.topic.startsWith(`$SYS/${this.#aedes?.id ?? ''}/`))
          return null
        if (this.#expiry.isOver(packet)) return null
        this.#messages.out += 1
        return packet
      },
    }
  }

  #mayWrite(client: Client | null, topic: string): boolean {
    const rules = client === null ? undefined : this.#rulesOfClient.get(client)
    return rules !== undefined && isWithin(rules.write, topic)
  }

  #mayRead(client: Client, topicOrFilter: string): boolean {
    const rules = this.#rulesOfClient.get(client)
    return rules !== undefined && isWithin(rules.read, topicOrFilter)
  }
}

function handle(aedes: Aedes, socket: Socket, onFlood: () => void): void {
  const client = aedes.handle(socket)
  // Aedes reads by itself ("readable"); this listener only sees the chunks pass by.
  const count = () => {
    if (client.connected) socket.off('data', count)
    else if (socket.bytesRead > MAX_BYTES_BEFORE_LOGIN) {
      onFlood()
      socket.destroy()
    }
  }
  socket.on('data', count)
}

function refusal<Code extends number>(returnCode: Code): Error & { returnCode: Code } {
  return Object.assign(new Error('not authorized'), { returnCode })
}
