import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { Aedes, AedesOptions, Client } from 'aedes'
import type { Clock, Log } from '../ports.ts'
import { type AccessRules, accessRules, type BrokerRole, isWithin } from './embedded-acl.ts'
import { EmbeddedLogins } from './embedded-logins.ts'

interface EmbeddedUser {
  /** For a device its id. */
  readonly name: string
  readonly password: string
  readonly role: BrokerRole
}

export interface EmbeddedBrokerOptions {
  readonly host: '127.0.0.1'
  /** 0 takes a free port. */
  readonly port: number
  readonly users: readonly EmbeddedUser[]
}

const MAX_CONNECTIONS = 256
const CONNECT_TIMEOUT_MS = 10_000
const NOT_AUTHORIZED = 5

/** A broker inside the console (Aedes, MQTT 3.1.1), on loopback, with logins and the rules of the generated ACL. */
export class EmbeddedBroker {
  readonly #deps: { readonly now: Clock; readonly log: Log }
  readonly #sockets = new Set<Socket>()
  #rules = new Map<string, AccessRules>()
  #rulesOfClient = new WeakMap<Client, AccessRules>()
  #aedes: Aedes | null = null
  #server: Server | null = null

  constructor(deps: { now: Clock; log: Log }) {
    this.#deps = deps
  }

  /** Aedes is loaded here, not at start. Rejects when the port is taken. */
  async start({ host, port, users }: EmbeddedBrokerOptions): Promise<{ port: number }> {
    if (this.#server !== null) throw new Error('the embedded broker runs already')
    const logins = new EmbeddedLogins(this.#deps.now)
    await Promise.all(users.map(({ name, password }) => logins.add(name, password)))
    this.#rules = new Map(users.map(({ name, role }) => [name, accessRules(name, role)]))
    const { Aedes: Broker } = await import('aedes')
    const aedes = await Broker.createBroker(this.#brokerOptions(logins))
    aedes.on('clientError', (client, error) =>
      this.#deps.log.warn('embedded broker dropped a client', { id: client.id, reason: error.message }),
    )
    const server = createServer((socket) => this.#accept(socket, aedes))
    server.maxConnections = MAX_CONNECTIONS
    this.#aedes = aedes
    this.#server = server
    try {
      server.listen(port, host)
      await once(server, 'listening')
    } catch (error) {
      await this.stop()
      throw error
    }
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the embedded broker has no port')
    return { port: address.port }
  }

  /** Closes every client and the listener; resolves when both are gone. */
  async stop(): Promise<void> {
    const [aedes, server] = [this.#aedes, this.#server]
    this.#aedes = null
    this.#server = null
    if (server === null || aedes === null) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await new Promise<void>((resolve) => aedes.close(() => resolve()))
    // Sockets that never sent a CONNECT are unknown to Aedes.
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #accept(socket: Socket, aedes: Aedes): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    socket.setNoDelay(true)
    aedes.handle(socket)
  }

  #brokerOptions(logins: EmbeddedLogins): AedesOptions {
    return {
      connectTimeout: CONNECT_TIMEOUT_MS,
      authenticate: (client, username, password, done) => {
        const origin = 'remoteAddress' in client.conn ? String(client.conn.remoteAddress) : ''
        const isAllowed = username !== undefined && logins.isAllowed(username, password ?? Buffer.alloc(0), origin)
        Promise.resolve(isAllowed).then(
          (isRight) => {
            const rules = username === undefined ? undefined : this.#rules.get(username)
            if (!isRight || rules === undefined) return done(refusal(), null)
            this.#rulesOfClient.set(client, rules)
            done(null, true)
          },
          () => done(refusal(), null),
        )
      },
      // On MQTT 3.1.1 a refused publish is either acknowledged or ends the connection (3.3.5): the second is no lie.
      authorizePublish: (client, packet, done) => {
        done(this.#mayWrite(client, packet.topic) ? null : new Error(`not allowed to publish to ${packet.topic}`))
      },
      authorizeSubscribe: (client, subscription, done) => {
        done(null, this.#mayRead(client, subscription.topic) ? subscription : null)
      },
      authorizeForward: (client, packet) => (this.#mayRead(client, packet.topic) ? packet : null),
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

function refusal(): Error & { returnCode: typeof NOT_AUTHORIZED } {
  return Object.assign(new Error('not authorized'), { returnCode: NOT_AUTHORIZED } as const)
}
