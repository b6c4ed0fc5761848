import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Aedes, AedesOptions, Client } from 'aedes'
import type { BrokerReading, BrokerRole, BuiltInClient } from '../../preload/contract/models/broker.ts'
import type { Clock, Log } from '../ports.ts'
import { type AccessRules, ANONYMOUS_RULES, accessRules, isWithin } from './embedded-acl.ts'
import { EmbeddedListener, type ServerCredentials } from './embedded-listener.ts'
import { EmbeddedLogins } from './embedded-logins.ts'

type EmbeddedUser = {
  /** For a device its id. */
  readonly name: string
  readonly role: BrokerRole
} & ({ readonly password: string } | { readonly passwordHash: string | null })

export interface EmbeddedBrokerOptions {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** Null lets everybody do everything: for loopback only. */
  readonly users: readonly EmbeddedUser[] | null
  /** Absent for plain TCP. */
  readonly credentials?: ServerCredentials
  /** Serials of client certificates (hex, upper case) that are refused. */
  readonly revoked?: readonly string[]
}

/** What happens on the broker, one sentence each, not yet made safe to show. */
export type EmbeddedLine = (line: string) => void

const CONNECT_TIMEOUT_MS = 10_000
/** A CONNECT is smaller; whoever sends more before it is accepted is no MQTT client. */
const MAX_BYTES_BEFORE_LOGIN = 64 * 1024
const NOT_AUTHORIZED = 5

interface Session {
  readonly view: BuiltInClient
  readonly filters: Set<string>
}

/** A broker inside the console (Aedes, MQTT 3.1.1) with logins and the rules of the generated ACL. */
export class EmbeddedBroker {
  readonly #deps: { readonly now: Clock; readonly log: Log; readonly onLine?: EmbeddedLine }
  readonly #sessions = new Map<Client, Session>()
  #rules: Map<string, AccessRules> | null = null
  #revoked: ReadonlySet<string> = new Set()
  /** Accounts are known by the common name of a verified client certificate. */
  #isByCertificate = false
  #rulesOfClient = new WeakMap<Client, AccessRules>()
  #names = new WeakMap<Client, string>()
  /** A socket that is closed no longer knows whose it was. */
  readonly #addresses = new WeakMap<object, string>()
  #messages = { in: 0, out: 0 }
  #startedAt = 0
  #mostClients = 0
  #aedes: Aedes | null = null
  #listener: EmbeddedListener | null = null

  constructor(deps: { now: Clock; log: Log; onLine?: EmbeddedLine }) {
    this.#deps = deps
  }

  /** Aedes is loaded here, not at start. Rejects with the system's error when the port cannot be had. */
  async start({ host, port, users, credentials, revoked = [] }: EmbeddedBrokerOptions): Promise<{ port: number }> {
    if (this.#aedes !== null) throw new Error('the embedded broker runs already')
    const logins = new EmbeddedLogins(this.#deps.now)
    for (const user of users ?? []) {
      if ('password' in user) await logins.add(user.name, user.password)
      else if (user.passwordHash !== null) logins.addStored(user.name, user.passwordHash)
    }
    this.#rules = users === null ? null : new Map(users.map(({ name, role }) => [name, accessRules(name, role)]))
    this.#isByCertificate = credentials?.clientCa !== undefined
    this.#revoked = new Set(revoked)
    this.#messages = { in: 0, out: 0 }
    this.#mostClients = 0
    this.#startedAt = this.#deps.now()
    const { Aedes: Broker } = await import('aedes')
    const aedes = await Broker.createBroker(this.#brokerOptions(logins))
    this.#follow(aedes)
    const listener = new EmbeddedListener({
      log: this.#deps.log,
      onSocket: (socket) => {
        const address = plainAddress(socket.remoteAddress)
        this.#addresses.set(socket, address)
        handle(aedes, socket, () => this.#say(`Too much before the login from ${address}`))
      },
      onFault: (address, reason) => this.#say(`TLS handshake with ${plainAddress(address)} failed: ${reason}`),
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
    this.#rules?.delete(name)
    this.#revoked = new Set(revoked)
    this.#say(`${name} was taken out`)
    for (const client of this.#sessions.keys()) if (this.#names.get(client) === name) client.close()
  }

  clients(): readonly BuiltInClient[] {
    return [...this.#sessions.values()].map(({ view }) => view)
  }

  /** Its own figures, from the broker object; what Aedes does not count is null. */
  reading(): BrokerReading {
    const bytes = this.#listener?.bytes() ?? { in: 0, out: 0 }
    let subscriptions = 0
    for (const { filters } of this.#sessions.values()) subscriptions += filters.size
    return {
      version: 'Waypost (Aedes, MQTT 3.1.1)',
      uptimeS: Math.floor((this.#deps.now() - this.#startedAt) / 1_000),
      clients: this.#sessions.size,
      clientsMaximum: this.#mostClients,
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
    this.#sessions.clear()
  }

  #follow(aedes: Aedes): void {
    aedes.on('clientReady', (client) => {
      const name = this.#names.get(client) ?? null
      // Shut out while it was being let in.
      if (name !== null && this.#rules?.has(name) === false) return client.close()
      const view = { clientId: client.id, name, address: this.#addressOf(client), since: this.#deps.now() }
      this.#sessions.set(client, { view, filters: new Set() })
      this.#mostClients = Math.max(this.#mostClients, this.#sessions.size)
      this.#say(`New client ${client.id} from ${view.address}${name === null ? '' : ` as ${name}`}`)
    })
    aedes.on('clientDisconnect', (client) => {
      if (this.#sessions.delete(client)) this.#say(`Client ${client.id} disconnected`)
    })
    aedes.on('clientError', (client, error) => this.#say(`Client ${client.id} was dropped: ${error.message}`))
    aedes.on('connectionError', (client, error) =>
      this.#say(`A connection from ${this.#addressOf(client)} was closed: ${error.message}`),
    )
    aedes.on('subscribe', (subscriptions, client) => {
      // Aedes subscribes for itself too.
      const filters = client === null ? undefined : this.#sessions.get(client)?.filters
      for (const { topic, qos } of subscriptions) if (qos < 128) filters?.add(topic)
    })
    aedes.on('unsubscribe', (topics, client) => {
      const filters = client === null ? undefined : this.#sessions.get(client)?.filters
      for (const topic of topics) filters?.delete(topic)
    })
  }

  #brokerOptions(logins: EmbeddedLogins): AedesOptions {
    return {
      connectTimeout: CONNECT_TIMEOUT_MS,
      authenticate: (client, username, password, done) => {
        if (this.#rules === null) {
          this.#rulesOfClient.set(client, ANONYMOUS_RULES)
          return done(null, true)
        }
        const origin = this.#addressOf(client)
        const name = this.#isByCertificate ? certificateName(client.conn, this.#revoked) : username
        const isAllowed =
          name !== undefined && (this.#isByCertificate || logins.isAllowed(name, password ?? Buffer.alloc(0), origin))
        const refuse = () => {
          this.#say(`Login of ${client.id} from ${origin} refused${name === undefined ? ': no name' : ''}`)
          done(refusal(), null)
        }
        Promise.resolve(isAllowed).then((isRight) => {
          const rules = name === undefined ? undefined : this.#rules?.get(name)
          if (!isRight || rules === undefined || name === undefined) return refuse()
          this.#rulesOfClient.set(client, rules)
          this.#names.set(client, name)
          done(null, true)
        }, refuse)
      },
      // On MQTT 3.1.1 a refused publish is either acknowledged or ends the connection (3.3.5): the second is no lie.
      authorizePublish: (client, packet, done) => {
        const isAllowed = this.#mayWrite(client, packet.topic)
        if (isAllowed) this.#messages.in += 1
        done(isAllowed ? null : new Error(`not allowed to publish to ${packet.topic}`))
      },
      authorizeSubscribe: (client, subscription, done) => {
        const isAllowed = this.#mayRead(client, subscription.topic)
        if (!isAllowed) this.#say(`Client ${client.id} may not subscribe to ${subscription.topic}`)
        done(null, isAllowed ? subscription : null)
      },
      authorizeForward: (client, packet) => {
        if (!this.#mayRead(client, packet.topic)) return null
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

  #addressOf({ conn }: Client): string {
    return this.#addresses.get(conn) ?? '?'
  }

  #say(line: string): void {
    this.#deps.onLine?.(line)
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

/** Common name of the certificate that the listener has verified; one with several names, or taken back, is nobody's. */
function certificateName(connection: object, revoked: ReadonlySet<string>): string | undefined {
  if (!(connection instanceof TLSSocket) || !connection.authorized) return undefined
  const { subject, serialNumber } = connection.getPeerCertificate()
  const name: unknown = subject?.CN
  return typeof name === 'string' && !revoked.has(serialNumber) ? name : undefined
}

/** IPv4 as it is, also on a socket that takes both. */
function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:/, '') ?? '?'
}

function refusal(): Error & { returnCode: typeof NOT_AUTHORIZED } {
  return Object.assign(new Error('not authorized'), { returnCode: NOT_AUTHORIZED } as const)
}
