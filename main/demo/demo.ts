import type { Profile, ProfileSecret } from '../../preload/contract/models/broker/connection.ts'
import { OWN_CHARACTER } from '../broker/character/traits.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import { newPassword } from '../shared/passwords.ts'
import { DemoDevice } from './demo-device.ts'
import { DEMO_MACHINES } from './demo-machines.ts'
import { SimulatedMachine } from './machine.ts'
import { DEMO_PROFILE_ID } from './names.ts'

/** Broker of the demo. */
interface DemoBrokerHost {
  start(options: {
    host: '127.0.0.1'
    port: number
    users: readonly { name: string; password: string; role: 'operator' | 'device' }[]
  }): Promise<{ port: number }>
  stop(): Promise<void>
}

export interface DemoDeps {
  readonly now: Clock
  readonly log: Log
  readonly broker: DemoBrokerHost
  readonly heartbeatMs?: number
  readonly rebootMs?: number
}

/** Address and credentials of this run. */
export interface DemoTarget {
  readonly profile: Profile
  readonly secrets: Readonly<Record<ProfileSecret, string | null>>
}

/** The device that behaves like the executor in the field. */
const LEGACY_DEVICE_ID = 'demo-gateway-yard'
const OPERATOR = 'demo-operator'

/** Three simulated devices on a broker on loopback, with a random port and random credentials for each run. */
export class Demo {
  readonly #deps: DemoDeps
  #devices: DemoDevice[] = []
  #isRunning = false

  constructor(deps: DemoDeps) {
    this.#deps = deps
  }

  /** Starts broker and devices; resolves once the devices have reported. May be called again after stop(). */
  async start(): Promise<DemoTarget> {
    if (this.#isRunning) throw new Error('the demo runs already')
    this.#isRunning = true
    const { broker, now, log } = this.#deps
    const operatorPassword = newPassword()
    const devices = DEMO_MACHINES.map((facts) => ({ facts, password: newPassword() }))
    try {
      const { port } = await broker.start({
        host: '127.0.0.1',
        port: 0,
        users: [
          { name: OPERATOR, password: operatorPassword, role: 'operator' },
          ...devices.map(({ facts, password }) => ({ name: facts.deviceId, password, role: 'device' as const })),
        ],
      })
      const { heartbeatMs, rebootMs } = this.#deps
      this.#devices = devices.map(
        ({ facts, password }) =>
          new DemoDevice({
            machine: new SimulatedMachine(facts, now),
            dialect: facts.deviceId === LEGACY_DEVICE_ID ? 'legacy' : 'modern',
            port,
            password,
            now,
            log,
            ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
            ...(rebootMs === undefined ? {} : { rebootMs }),
          }),
      )
      await Promise.all(this.#devices.map((device) => device.start()))
      return targetOf(port, operatorPassword)
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Ends devices and broker and drops their state. */
  async stop(): Promise<void> {
    await Promise.all(this.#devices.map((device) => device.stop()))
    this.#devices = []
    await this.#deps.broker.stop()
    this.#isRunning = false
  }
}

function targetOf(port: number, password: string): DemoTarget {
  return {
    profile: {
      id: DEMO_PROFILE_ID,
      name: 'Demo',
      host: '127.0.0.1',
      port,
      security: 'password',
      username: OPERATOR,
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
      character: OWN_CHARACTER,
      mqttVersion: 4,
    },
    secrets: { password, clientKey: null, passphrase: null },
  }
}
