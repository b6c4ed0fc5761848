import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newPrivateKey, type PublicKey, readPublicKey } from '../../../main/agent/keys.ts'
import { proofPorts } from '../../../main/composition/joining.ts'
import { accessOf, brokerPlace } from '../../../main/joining/broker-access.ts'
import { Joins, type JoinsDeps } from '../../../main/joining/joins.ts'
import type { SshLogin, SshTarget } from '../../../main/joining/ssh/ssh-session.ts'
import { sanitiseLine } from '../../../main/safety/text/sanitiser.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type { JoinView } from '../../../preload/contract/models/devices/joining.ts'
import type { PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import type { BrokerChoice } from '../../../preload/contract/routes/devices/joining.ts'
import { type Mosquitto, type MosquittoOptions, startMosquitto } from '../../support/brokers/mosquitto.ts'
import {
  type SshAccess,
  type SshDevice,
  type SshDeviceOptions,
  startSshDevice,
} from '../../support/devices/ssh-device.ts'
import { type SystemdMachine, startSystemdMachine } from '../../support/devices/systemd-machine.ts'
import { projectFolder } from '../../support/project-paths.ts'
import { openHeadlessConsole } from '../../tools/run-command-console.ts'
import { targetOf } from '../../tools/tool-target.ts'
import type { SetupBroker } from './setup-broker.ts'

/** The broker that devices are brought to, with the login of the operator, and the accounts of its set-up if it has one. */
type JoinBroker = Pick<Mosquitto, 'host' | 'port' | 'users' | 'caFile' | 'stop'> &
  Partial<Pick<SetupBroker, 'certFile' | 'keyFile' | 'prepared'>>

const nothing = () => undefined
const agentFolder = path.join(projectFolder, 'resources/agent')

/** What a test of the way of a device holds; everything ends with `end`. */
export class JoinScene {
  readonly broker: JoinBroker
  readonly joins: Joins
  readonly hostKeys = new Map<string, string>()
  readonly deviceKeys = new Map<string, PublicKey>()
  readonly #cleanUps: (() => Promise<void>)[] = []
  readonly #connectionId: string
  readonly #profile: Parameters<typeof brokerPlace>[0]
  readonly #watchers = new Set<() => void>()

  private constructor(parts: {
    readonly broker: JoinBroker
    readonly connectionId: string
    readonly profile: Parameters<typeof brokerPlace>[0]
    readonly joinsDeps: (scene: () => JoinScene) => JoinsDeps
    readonly cleanUps: readonly (() => Promise<void>)[]
  }) {
    this.broker = parts.broker
    this.#connectionId = parts.connectionId
    this.#profile = parts.profile
    this.joins = new Joins(parts.joinsDeps(() => this))
    this.#cleanUps = [...parts.cleanUps]
  }

  /** Starts a broker and a console that is connected to it and signs. */
  static async open(
    mode: MosquittoOptions = { mode: 'anonymous' },
    options?: { readonly isConnected: boolean },
  ): Promise<JoinScene> {
    return JoinScene.on(await startMosquitto({ ...mode, isQuiet: true }), options)
  }

  /** The same on a broker that runs; it ends with the scene. Not connected, the console has only its address. */
  static async on(broker: JoinBroker, { isConnected } = { isConnected: true }): Promise<JoinScene> {
    const folder = await mkdtemp(path.join(tmpdir(), 'waypost-joining-'))
    const operatorKey = newPrivateKey()
    const files = {
      username: null,
      caFile: null,
      certFile: broker.certFile ?? null,
      keyFile: broker.keyFile ?? null,
      hasPassword: false,
      hasPassphrase: false,
    }
    const [login] = Object.entries(broker.users)
    const scheme = broker.caFile === undefined ? 'mqtt' : 'mqtts'
    const target = targetOf(
      `${scheme}://${broker.host}:${broker.port}`,
      { ...files, username: login?.[0] ?? null, caFile: broker.caFile ?? null, hasPassword: login !== undefined },
      { password: login?.[1] ?? null, passphrase: null },
    )
    if (typeof target === 'string') throw new Error(target)
    let scene: JoinScene | null = null
    const keyOf = (deviceId: string) => scene?.deviceKeys.get(deviceId) ?? null
    const console = await openHeadlessConsole(folder, target, 10, {
      operators: { current: () => operatorKey },
      devices: { find: ({ deviceId }) => keyOf(deviceId) },
    })
    const problem = isConnected ? await console.connect() : null
    if (problem !== null) throw new Error(problem)
    const { connection, connectionId, commands, devices } = console
    scene = new JoinScene({
      broker,
      connectionId,
      profile: target.profile,
      cleanUps: [() => console.close(), () => broker.stop(), () => rm(folder, { recursive: true, force: true })],
      joinsDeps: (self) => ({
        hostKeys: {
          find: ({ host, port }) => self().hostKeys.get(`${host}:${port}`) ?? null,
          keep: ({ host, port }, fingerprint) => void self().hostKeys.set(`${host}:${port}`, fingerprint),
        },
        sources: async () => ({
          program: await readFile(path.join(agentFolder, 'waypost_agent.py'), 'utf8'),
          unit: await readFile(path.join(agentFolder, 'waypost-agent.service'), 'utf8'),
        }),
        operator: async () => ({ name: 'Anna', pem: operatorKey.public.pem }),
        proof: proofPorts({
          commands,
          classifier: { ready: async () => undefined },
          signer: console.signing,
          registry: devices.registry,
          target: async () => ({ ...target, profile: { ...target.profile, id: connectionId } }),
          status: () => connection.status(),
          publish: (topic, payload, options) => connection.publish(topic, payload, options),
          isKeyKnown: ({ deviceId }) => keyOf(deviceId) !== null,
          now: Date.now,
          after: systemTimers.after,
        }),
        keepDeviceKey: ({ deviceId }, pem) => {
          const key = pem === null ? null : readPublicKey(pem)
          if (key === null) self().deviceKeys.delete(deviceId)
          else self().deviceKeys.set(deviceId, key)
          return key?.id ?? null
        },
        plain: (text) => sanitiseLine(text, 400),
        now: Date.now,
        log: { info: nothing, warn: nothing, error: nothing },
        newId: randomUUID,
        timers: systemTimers,
        networks: () => [],
        isOnline: (ref) => devices.registry.find(ref)?.presence === 'online',
        isKnown: (id, deviceId) => devices.registry.find({ connectionId: id, deviceId }) !== undefined,
        onChanged: () => self().#changed(),
      }),
    })
    return scene
  }

  device(options: SshDeviceOptions = {}): Promise<SshDevice> {
    return this.#endedWithScene(startSshDevice(options))
  }

  /** A device whose services a real systemd looks after. */
  machine(options: Parameters<typeof startSystemdMachine>[0] = {}): Promise<SystemdMachine> {
    return this.#endedWithScene(startSystemdMachine(options))
  }

  async #endedWithScene<Device extends SshDevice>(starting: Promise<Device>): Promise<Device> {
    const device = await starting
    this.#cleanUps.unshift(() => device.stop())
    return device
  }

  /** Connects to devices, as the form does. */
  connect(
    targets: readonly SshTarget[],
    { user, password }: Pick<SshAccess, 'user' | 'password'>,
    choice: Partial<
      BrokerChoice & {
        readonly login: Partial<SshLogin>
        readonly sudoPassword: string
        readonly maxClass: PolicyClass
      }
    > = {},
  ): void {
    const { host, port } = this.broker
    const [login] = Object.entries(this.broker.users)
    const typed: BrokerChoice['access'] =
      login === undefined ? { kind: 'none' } : { kind: 'typed', username: login[0], password: login[1] }
    const { prepared } = this.broker
    const access: BrokerChoice['access'] = prepared === undefined ? typed : { kind: 'setup', setupId: 'workshop' }
    const broker: BrokerChoice = { host, port, access, ...choice }
    const setup = async () => {
      if (prepared === undefined) throw new Error('no set-up')
      return prepared
    }
    this.joins.connect(targets, {
      connectionId: this.#connectionId,
      login: { user, password, privateKey: null, passphrase: null, ...choice.login },
      sudoPassword: choice.sudoPassword ?? null,
      broker: brokerPlace(this.#profile, broker),
      maxClass: choice.maxClass ?? 'destructive',
      account: prepared === undefined ? (login?.[0] ?? null) : null,
      accessFor: accessOf(this.#profile, broker, setup),
    })
  }

  /** Resolves with the line of a device once it is in one of these states. */
  async when(states: readonly JoinView['state'][], index = 0): Promise<JoinView> {
    for (;;) {
      const line = this.joins.view().devices[index]
      if (line !== undefined && states.includes(line.state)) return line
      await new Promise<void>((resolve) => {
        const look = (): void => {
          this.#watchers.delete(look)
          resolve()
        }
        this.#watchers.add(look)
      })
    }
  }

  /** Connects to one device and confirms what it shows; its line when it is ready or has failed. */
  async look(device: SshAccess, choice: Parameters<JoinScene['connect']>[2] = {}): Promise<JoinView> {
    this.connect([device], device, choice)
    const line = await this.when(['host-key', 'failed', 'ready'])
    if (line.state === 'host-key') this.joins.confirmHostKeys([line.id])
    return this.when(['ready', 'failed'])
  }

  async install(): Promise<JoinView> {
    const line = await this.when(['ready'])
    this.joins.install([line.id])
    return this.when(['proven', 'failed'])
  }

  async undo(): Promise<JoinView> {
    const { id } = this.joins.view().devices[0] ?? { id: '' }
    this.joins.undo([id])
    return this.when(['undone', 'failed'])
  }

  async end(): Promise<void> {
    this.joins.dispose()
    for (const cleanUp of this.#cleanUps) await cleanUp()
  }

  #changed(): void {
    for (const look of [...this.#watchers]) look()
  }
}
