import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync, type MqttClient } from 'mqtt'
import { BrokerHealthWatch } from '../../main/broker/page/broker-health.ts'
import { openSecondSession } from '../../main/broker/page/second-session.ts'
import type { ConnectionTarget } from '../../main/broker/session/target.ts'
import { isTerminal } from '../../main/commands/runs/state-machine.ts'
import { systemTimers } from '../../main/shared/timers.ts'
import type { BrokerHealth } from '../../preload/contract/models/broker/broker.ts'
import type { ConnectionStatus, Profile } from '../../preload/contract/models/broker/connection.ts'
import {
  COMMAND_STATES,
  type CommandRecord,
  type CommandState,
  type Turn,
} from '../../preload/contract/models/commands/command.ts'
import { type EmulatedService, SERVICES, type ServiceName } from '../support/brokers/emulated/service.ts'
import { startService } from '../support/brokers/emulated/start.ts'
import { type MqttObserver, observe } from '../support/brokers/mqtt-observer.ts'
import type { BrokerAccount, RealBroker, RealBrokerOptions } from '../support/brokers/real/real-broker.ts'
import { type RealBrokerKind, startBroker } from '../support/brokers/real/start.ts'
import { type ExecutorFleet, type FleetOptions, startFleet } from '../support/devices/executor-fleet.ts'
import { type HeadlessConsole, openHeadlessConsole } from '../tools/run-command-console.ts'

const READS = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'].map((leaf) => `device/+/${leaf}`)
const WRITES = ['command', 'cancel', 'hello'].map((leaf) => `device/+/${leaf}`)

/** `mute` may send nothing, `deaf` may not read streamed output, `blind` no results, `devices` may do everything. */
export const ACCOUNTS = [
  { name: 'operator', password: 'operator-secret', publish: WRITES, subscribe: READS },
  { name: 'mute', password: 'mute-secret', publish: [], subscribe: READS },
  { name: 'deaf', password: 'deaf-secret', publish: WRITES, subscribe: READS.filter((f) => f !== 'device/+/output') },
  { name: 'blind', password: 'blind-secret', publish: WRITES, subscribe: READS.filter((f) => f !== 'device/+/result') },
  { name: 'devices', password: 'devices-secret', publish: ['#'], subscribe: ['#'] },
] as const satisfies readonly BrokerAccount[]
type AccountName = (typeof ACCOUNTS)[number]['name']

const TAKEN_EVERY_MS = 500
const TAKEN_TRIES = 60

type Change = Partial<Profile> & { readonly password?: string }

/** A console without a window, and where it connects to. */
export type SceneConsole = HeadlessConsole & { readonly target: ConnectionTarget }

/** A broker that is started as it is, or a service that is emulated. */
export type SceneKind = RealBrokerKind | ServiceName

/** One broker, and what a test starts on it. */
export class BrokerScene {
  readonly broker: RealBroker
  readonly #service: EmulatedService | null
  readonly #ends: (() => Promise<unknown>)[] = []

  private constructor(broker: RealBroker, service: EmulatedService | null = null) {
    this.broker = broker
    this.#service = service
  }

  static async start(kind: SceneKind, limits: Pick<RealBrokerOptions, 'messagesPerS'> = {}): Promise<BrokerScene> {
    if (!isService(kind)) return new BrokerScene(await startBroker[kind]({ accounts: ACCOUNTS, ...limits }))
    const service = await startService(kind, { accounts: ACCOUNTS })
    return new BrokerScene(service, service)
  }

  /** A scene on a broker that runs already; the caller stops it. */
  static on(broker: RealBroker): BrokerScene {
    return new BrokerScene(broker)
  }

  /** Limits of a service that the console went over since the last call. */
  takeViolations(): readonly string[] {
    return this.#service?.takeViolations() ?? []
  }

  /** Where devices connect to. */
  get #devices(): { readonly host: string; readonly port: number } {
    const { host, port } = this.broker
    return { host, port: this.#service?.devicePort ?? port }
  }

  /** Ends what the test started; the broker stays. */
  async clear(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end()
  }

  /** Composes a console of its own, not yet connected. */
  async console(name: AccountName = 'operator', { password, ...profile }: Change = {}): Promise<SceneConsole> {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-brokers-'))
    const reach = this.#service?.reach(password === undefined ? name : null)
    const target = {
      profile: {
        id: 'broker',
        name: 'Broker',
        host: this.broker.host,
        port: this.broker.port,
        security: 'password',
        username: name,
        ca: null,
        trust: 'ca',
        pinnedCertificate: null,
        transport: 'tcp',
        path: null,
        clientCertificate: null,
        serverName: null,
        clientIdPrefix: 'waypost-',
        keepaliveS: 30,
        connectAtStart: false,
        ...reach?.profile,
        ...profile,
      },
      secrets: { password: password ?? passwordOf(name), clientKey: null, passphrase: null, ...reach?.secrets },
    } as const
    const console = { ...(await openHeadlessConsole(folder, target, 10)), target }
    this.#ends.push(async () => {
      await console.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    })
    return console
  }

  /** As `console`, and connects; rejects with what the product says where that fails. */
  async connected(name: AccountName = 'operator', change: Change = {}): Promise<SceneConsole> {
    const console = await this.console(name, change)
    const problem = await console.connect()
    if (problem !== null) throw new Error(problem)
    return console
  }

  /** Starts devices on one connection that answer `ID: COMMAND`. */
  async fleet(devices: number, options: Partial<FleetOptions> = {}): Promise<ExecutorFleet> {
    const { host, port } = this.#devices
    const fleet = await startFleet({
      ...{ host, port, username: 'devices', password: passwordOf('devices'), devices },
      answer: (index, command) => `${index}: ${command}\n`,
      shareConnection: true,
      ...options,
    })
    this.#ends.push(() => fleet.stop())
    return fleet
  }

  async observer(filter: string): Promise<MqttObserver> {
    const { host, port } = this.#devices
    const observer = await observe({ host, port, username: 'devices', password: passwordOf('devices'), filter })
    this.#ends.push(() => observer.client.endAsync(true))
    return observer
  }

  /** Resolves once the broker takes a client and what it subscribes to. */
  async taken(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        const client = await this.client(`look-${tries}`)
        const [grant] = await client.subscribeAsync('device/+/command', { qos: 1 })
        await client.endAsync(true)
        if (grant?.qos === 1) return
      } catch (error) {
        if (tries >= TAKEN_TRIES) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, TAKEN_EVERY_MS))
    }
  }

  /** A plain client of the devices' account; where it loses its connection it stays away unless `backAfterMs` is given. */
  async client(clientId: string, as: AccountName = 'devices', backAfterMs = 0): Promise<MqttClient> {
    const { host, port } = this.#devices
    const login = { username: as, password: passwordOf(as) }
    const settings = { ...login, clientId, protocolVersion: 4, reconnectPeriod: backAfterMs } as const
    const client = await connectAsync(`mqtt://${host}:${port}`, settings, false)
    client.on('error', () => undefined)
    this.#ends.push(() => client.endAsync(true))
    return client
  }
}

function isService(kind: SceneKind): kind is ServiceName {
  return SERVICES.some((service) => service === kind)
}

function passwordOf(name: AccountName): string {
  return ACCOUNTS.find((account) => account.name === name)?.password ?? ''
}

/** Makes devices known before anything was heard of them, as an import does. */
export function enter({ connectionId, devices }: HeadlessConsole, ids: readonly string[]): void {
  for (const deviceId of ids) {
    if (devices.registry.find({ connectionId, deviceId }) !== undefined) continue
    devices.entries.add({ connectionId, deviceId }, { name: '', description: '', location: '', tags: [], notes: '' })
  }
}

/** Runs a command that only reads, without a plan, and resolves when it was handed over. */
export async function run(console: HeadlessConsole, ids: readonly string[], timeoutS = 10): Promise<string> {
  const { commands } = console
  enter(console, ids)
  const turnId = commands.turns.type(ids, 'uptime', timeoutS, { kind: 'typed' })
  const { proposal } = await console.turnWhen(turnId, ({ isThinking }) => !isThinking)
  if (proposal === null) throw new Error('no proposal')
  await commands.approvals.approveHeadless(proposal.id, 'read', { plan: null, absent: null })
  return turnId
}

/** Resolves with the commands of a run once each has ended. */
export async function ended(console: HeadlessConsole, turnId: string): Promise<readonly CommandRecord[]> {
  await console.turnWhen(turnId, isOver)
  return console.commands.folding.run(turnId).commands
}

function isOver(turn: Turn): boolean {
  const states = [...statesOf(turn)]
  return states.length > 0 && states.every(isTerminal)
}

/** The states that commands of a run are in; a long run comes as counts. */
export function statesOf({ run: current }: Turn): ReadonlySet<CommandState> {
  const { commands = [], states = {} } = current ?? {}
  return new Set([...commands.map(({ state }) => state), ...COMMAND_STATES.filter((state) => (states[state] ?? 0) > 0)])
}

/** How many commands ended in each state. */
export function counted(commands: readonly CommandRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of commands) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/** Resolves with the first status that fits. */
export function statusWhen(
  { connection }: HeadlessConsole,
  fits: (status: ConnectionStatus) => boolean,
): Promise<ConnectionStatus> {
  return new Promise((resolve) => {
    const look = (status: ConnectionStatus): void => {
      if (!fits(status)) return
      stop()
      resolve(status)
    }
    const stop = connection.onStatus(look)
    look(connection.status())
  })
}

/** Waits for the first verdict of the broker page on the broker's own figures; it waits a fifth of its time. */
export function healthOf({ connection, target }: SceneConsole): Promise<BrokerHealth> {
  const { character } = connection.status()
  // What was recognised is kept in the profile.
  const known = character == null ? null : { ...character, changes: target.profile.character?.changes ?? {} }
  const kept = { ...target, profile: { ...target.profile, character: known } }
  let resolve: (health: BrokerHealth) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<BrokerHealth>((onHealth, onError) => {
    resolve = onHealth
    reject = onError
  })
  const watch = new BrokerHealthWatch({
    status: () => connection.status(),
    open: (handlers) => openSecondSession(kept, connection.status().protocol === 'MQTT 5' ? 5 : 4, handlers),
    builtInReading: () => null,
    sanitiseLine: (text) => text,
    onSys: (topic, text) => connection.character.sysSeen(topic, text),
    now: Date.now,
    random: () => 0.5,
    timers: { ...systemTimers, after: (delayMs, go) => systemTimers.after(delayMs / 5, go) },
    log: { info() {}, warn() {}, error: (message, error) => reject(new Error(message, { cause: error })) },
    onChanged: (health) => {
      if (health.state === 'waiting' || health.state === 'not-connected') return
      resolve(health)
      void watch.dispose()
    },
  })
  watch.want()
  return promise
}
