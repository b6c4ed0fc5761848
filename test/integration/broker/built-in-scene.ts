import { BuiltInBroker, type BuiltInInput } from '../../../main/broker/built-in/built-in-broker.ts'
import { readStored, type StoredBuiltIn } from '../../../main/broker/built-in/config.ts'
import { Profiles } from '../../../main/broker/profiles/profiles.ts'
import { sanitiseLine } from '../../../main/safety/text/sanitiser.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type { BuiltInChoice } from '../../../preload/contract/models/broker/broker.ts'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { isSettled, newConnection, SILENT_LOG, untilStatus } from './fixture.ts'

export const OPERATOR = { name: 'operator', role: 'operator', password: 'operator-secret-1' } as const
export const DEVICE = { name: 'rpi_001', role: 'device', password: 'device-secret-1' } as const

/** A built-in broker with what it keeps: `file` as on disk, `secrets` as in the secret store. */
export class BuiltInScene {
  readonly file: { stored: StoredBuiltIn | null } = { stored: null }
  readonly secrets = new Map<string, string>()
  /** Whether the secret store outlives a run. */
  keepsSecrets = true
  /** Under which the console is connected now. */
  consoleClientId: string | null = null
  onAbsent: (address: string | null) => void = () => {}
  readonly #secrets = {
    has: (name: string) => this.secrets.has(name),
    isLost: () => false,
    get: async (name: string) => this.secrets.get(name) ?? null,
    set: async (name: string, value: string) => void this.secrets.set(name, value),
    delete: async (name: string) => void this.secrets.delete(name),
  }
  readonly profiles: Profiles
  broker: BuiltInBroker
  readonly cleanups: (() => Promise<unknown>)[] = []

  constructor() {
    let list: readonly Profile[] = []
    this.profiles = new Profiles({
      secrets: this.#secrets,
      repository: {
        profiles: () => list,
        saveProfile: (profile) => {
          list = [...list.filter(({ id }) => id !== profile.id), profile]
        },
        removeProfile: (id) => {
          list = list.filter((profile) => profile.id !== id)
        },
      },
    })
    this.broker = this.#create()
  }

  /** A new start of the app; a secret store that forgets is empty then. */
  async restart(): Promise<BuiltInBroker> {
    await this.broker.dispose()
    if (!this.keepsSecrets) this.secrets.clear()
    this.broker = this.#create()
    await this.broker.resume()
    return this.broker
  }

  #create(): BuiltInBroker {
    return new BuiltInBroker({
      store: {
        read: () => readStored(this.file.stored),
        // As through a file: nothing but data survives.
        write: (stored) => {
          this.file.stored = structuredClone(stored)
        },
      },
      secrets: this.#secrets,
      profiles: this.profiles,
      localAddresses: () => [
        { address: '127.0.0.1', interfaceName: 'lo', isLoopback: true },
        { address: '192.0.2.17', interfaceName: 'eth0', isLoopback: false },
      ],
      computerName: 'field-laptop',
      keepsSecrets: () => this.keepsSecrets,
      profileName: () => 'Built-in broker',
      consoleClientId: () => this.consoleClientId,
      sanitiseLine,
      now: Date.now,
      timers: systemTimers,
      onAbsent: (address) => this.onAbsent(address),
      log: SILENT_LOG,
      onChanged: () => {},
    })
  }

  /** The console's own connection, by the profile that the broker made. */
  async connectConsole() {
    const connection = newConnection()
    this.cleanups.push(() => connection.disconnect())
    await connection.connect(await this.profiles.target('built-in-broker'))
    return { connection, status: await untilStatus(connection, isSettled) }
  }

  async end(): Promise<void> {
    for (const cleanup of this.cleanups.splice(0).reverse()) await cleanup()
    await this.broker.dispose()
  }
}

/** A set-up with logins on loopback and a free port, unless told otherwise. */
export async function builtInInput(
  change: Partial<BuiltInChoice> = {},
  more: Partial<BuiltInInput> = {},
): Promise<BuiltInInput> {
  const port = change.port ?? (await freeLoopbackPort())
  const choice = { mode: 'password', host: '127.0.0.1', port, startsWithApp: false, names: [], ...change } as const
  return { choice, accounts: [OPERATOR, DEVICE], given: null, ...more }
}
