import { once } from 'node:events'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import type { IConnectPacket, IPublishPacket } from 'mqtt-packet'
import { isWithin } from '../../../../main/broker/built-in/acl.ts'
import { type CertificateWithKey, createAuthority } from '../certificates.ts'
import { freeLoopbackPort } from '../mosquitto.ts'
import type { BrokerAccount, RealBrokerOptions } from '../real/real-broker.ts'
import { ServiceConnection, type ServiceHub } from './connection.ts'
import { type EmulatedService, SERVICE_LIMITS, type ServiceLimits, type ServiceName } from './service.ts'

/** Starts an emulation of the service with these accounts on free loopback ports. */
export async function startService(name: ServiceName, { accounts }: RealBrokerOptions): Promise<EmulatedService> {
  const limits = SERVICE_LIMITS[name]
  const authority = await createAuthority('Service CA')
  const strangers = await createAuthority('Strangers CA')
  const clients = new Map<string | null, CertificateWithKey>([[null, await strangers.issueClient('stranger')]])
  for (const { name: account } of accounts) clients.set(account, await authority.issueClient(account))
  const server = await authority.issueServer({ hosts: [limits.serverName] })
  const [port, devicePort] = [await freeLoopbackPort(), await freeLoopbackPort()]
  const service = new Service(limits, accounts)
  const needsCertificate = limits.login === 'certificate'
  const listen = async (): Promise<readonly Server[]> => {
    const secure = createTlsServer(
      {
        cert: server.certificate,
        key: server.key,
        ca: authority.ca,
        requestCert: needsCertificate,
        rejectUnauthorized: needsCertificate,
      },
      (socket) => service.secured(socket),
    )
    secure.on('connection', (socket: Socket) => service.keep(socket))
    secure.on('tlsClientError', () => {})
    const plain = createTcpServer((socket) => service.plain(socket))
    for (const [one, at] of [[secure, port] as const, [plain, devicePort] as const]) {
      one.listen(at, '127.0.0.1')
      await once(one, 'listening')
    }
    return [secure, plain]
  }
  let servers = await listen()
  const end = async (): Promise<void> => {
    const closed = servers.map((one) => once(one.close(), 'close'))
    service.endAll()
    await Promise.all(closed)
  }
  return {
    host: '127.0.0.1',
    port,
    devicePort,
    log: () => '',
    reach: (account) => {
      const client = clients.get(account)
      const { serverName } = limits
      if (!needsCertificate)
        return { profile: { security: 'tls', ca: authority.ca, serverName }, secrets: { clientKey: null } }
      return {
        profile: {
          security: 'mtls',
          username: null,
          ca: authority.ca,
          serverName,
          clientCertificate: client?.certificate ?? null,
        },
        secrets: { clientKey: client?.key ?? null, password: null },
      }
    },
    takeViolations: () => service.violations.splice(0),
    restart: async () => {
      await end()
      servers = await listen()
    },
    stop: end,
  }
}

class Service {
  readonly violations: string[] = []
  readonly #limits: ServiceLimits
  readonly #accounts: readonly BrokerAccount[]
  readonly #sockets = new Set<Socket>()
  readonly #byId = new Map<string, ServiceConnection>()
  #turn = 0
  readonly #retained = new Map<string, IPublishPacket>()

  constructor(limits: ServiceLimits, accounts: readonly BrokerAccount[]) {
    this.#limits = limits
    this.#accounts = accounts
  }

  /** A connection of one client. */
  secured(socket: TLSSocket): void {
    this.keep(socket)
    if (socket.servername !== this.#limits.serverName) {
      this.violations.push('server name')
      socket.destroy()
      return
    }
    const { CN } = socket.getPeerCertificate().subject ?? {}
    const login = (connect: IConnectPacket) =>
      this.#limits.login === 'certificate'
        ? (this.#accounts.find(({ name }) => name === CN) ?? null)
        : this.#byPassword(connect)
    new ServiceConnection(socket, this.#hub(login, true), false)
  }

  /** The connections of all devices, as one. */
  plain(socket: Socket): void {
    this.keep(socket)
    new ServiceConnection(
      socket,
      this.#hub((connect) => this.#byPassword(connect), false),
      true,
    )
  }

  keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => this.#sockets.delete(socket))
  }

  endAll(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#byId.clear()
  }

  #hub(login: ServiceHub['login'], isCounted: boolean): ServiceHub {
    return {
      limits: this.#limits,
      login,
      enter: (connection) => {
        const before = this.#byId.get(connection.clientId)
        const others = [...this.#byId.values()].filter(
          (one) => one !== before && one.account === connection.account && one.account?.name !== 'devices',
        )
        if (others.length >= (this.#limits.sessionsPerAccount ?? Number.POSITIVE_INFINITY)) return false
        this.#byId.set(connection.clientId, connection)
        before?.takenOver()
        return true
      },
      left: (connection) => {
        if (this.#byId.get(connection.clientId) === connection) this.#byId.delete(connection.clientId)
      },
      route: (packet) => {
        if (packet.retain && packet.payload.length === 0) this.#retained.delete(packet.topic)
        else if (packet.retain) this.#retained.set(packet.topic, packet)
        const receivers = [...this.#byId.values()].filter((connection) => connection.deliver(packet)).length
        return receivers + this.#deliverShared(packet)
      },
      retained: (filter) => {
        const exact = this.#retained.get(filter)
        if (!/[+#]/.test(filter)) return exact === undefined ? [] : [exact]
        const fitting = [...this.#retained.values()].filter(({ topic }) => isWithin([filter], topic))
        return fitting.slice(0, this.#limits.replays ?? 0)
      },
      violated: (limit) => void (isCounted && this.violations.push(limit)),
    }
  }

  /** Hands it to one member of each shared subscription, in turn; returns how many that are. */
  #deliverShared(packet: IPublishPacket): number {
    const groups = new Map<string, ServiceConnection[]>()
    for (const connection of this.#byId.values()) {
      for (const filter of connection.sharing(packet.topic))
        groups.set(filter, [...(groups.get(filter) ?? []), connection])
    }
    this.#turn += 1
    for (const members of groups.values()) members[this.#turn % members.length]?.deliverShared(packet)
    return groups.size
  }

  #byPassword({ username, password }: IConnectPacket): BrokerAccount | null {
    return this.#accounts.find((one) => one.name === username && one.password === password?.toString()) ?? null
  }
}
