import { z } from 'zod'
import { AppError } from '../../preload/contract/errors.ts'
import type { ConnectionStatus, Profile } from '../../preload/contract/models/broker/connection.ts'
import type { SetupView } from '../../preload/contract/models/broker/setup.ts'
import type { JoiningView, JoinSuggestion } from '../../preload/contract/models/devices/joining.ts'
import type { PolicyClass } from '../../preload/contract/models/safety/signing.ts'
import type { BrokerChoice } from '../../preload/contract/routes/devices/joining.ts'
import type { Secrets } from '../shared/secrets.ts'
import { accessOf, brokerPlace, type SetupAccounts } from './broker-access.ts'
import { JoinFault } from './failures/join-fault.ts'
import { Joins, type JoinsDeps } from './joins.ts'
import { type KitFile, kitFiles } from './kit/kit.ts'
import type { SshLogin, SshTarget } from './ssh/ssh-session.ts'

const LOGIN_SECRET = 'ssh-login'
const LOOPBACK = /^(localhost|127\.|\[?::1\]?$)/i

const keptLogin = z.strictObject({
  user: z.string(),
  password: z.string().nullable(),
  privateKey: z.string().nullable(),
  passphrase: z.string().nullable(),
  sudoPassword: z.string().nullable(),
})

export interface JoiningDeps extends JoinsDeps {
  readonly status: () => ConnectionStatus
  /** Profile of a connection. Rejects with `NOT_FOUND`. */
  readonly profile: (id: string) => Promise<Profile>
  readonly setups: () => Promise<{
    list(): readonly SetupView[]
    prepared(id: string): Promise<SetupAccounts>
  }>
  readonly localHosts: () => readonly string[]
  readonly secrets: Secrets
  readonly language: () => 'en' | 'zh-CN'
}

/** Input of the window for a connection over SSH, with the key file that main holds. */
export interface ConnectInput {
  readonly targets: readonly SshTarget[]
  readonly user: string
  readonly login: 'password' | 'key' | 'kept'
  readonly password: string | null
  readonly passphrase: string | null
  readonly sudoPassword: string | null
  readonly keepsLogin: boolean
  readonly broker: BrokerChoice
  /** Highest class that the devices run. */
  readonly maxClass: PolicyClass
}

/** Adds devices: what the form starts with, logins kept or forgotten, and the lines of those on their way. */
export class Joining {
  readonly joins: Joins
  readonly #deps: JoiningDeps
  #privateKey: string | null = null

  constructor(deps: JoiningDeps) {
    this.#deps = deps
    this.joins = new Joins(deps)
  }

  async suggest(): Promise<JoinSuggestion> {
    const { status, setups, secrets, networks } = this.#deps
    const { profileId } = status()
    const profile = profileId === null ? null : await this.#deps.profile(profileId)
    const known = (await setups()).list()
    const kept = secrets.has(LOGIN_SECRET) ? await this.#keptLogin().catch(() => null) : null
    const isTls = profile?.security === 'tls' || profile?.security === 'mtls'
    const own =
      profile === null ? [] : known.filter(({ plan }) => plan.port === profile.port && plan.mode === profile.security)
    return {
      connectionId: profileId,
      brokerHosts: profile === null ? [] : this.#hostsFor(profile),
      brokerPort: profile?.transport === 'websocket' ? (isTls ? 8883 : 1883) : (profile?.port ?? 1883),
      isTls,
      login: own.length > 0 ? 'setup' : profile === null || isWithoutLogin(profile) ? 'none' : 'typed',
      setups: [...own, ...known.filter((view) => !own.includes(view))].map(({ id, plan }) => ({
        ...{ id, name: plan.name },
        devices: plan.devices,
      })),
      keptLogin: kept === null ? null : { user: kept.user },
      networks: networks().map(({ name }) => name),
    }
  }

  /** Holds a private key for the next connection. */
  takeKey(text: string): void {
    this.#privateKey = text
  }

  /** Throws `NOT_CONNECTED`, `SECRET_MISSING`, `INVALID_INPUT`. */
  async connect(input: ConnectInput): Promise<JoiningView> {
    const { profile, choice, accessFor } = await this.#broker(input.broker)
    const { login, sudoPassword } = await this.#loginOf(input)
    if (input.keepsLogin) await this.#deps.secrets.set(LOGIN_SECRET, JSON.stringify({ ...login, sudoPassword }))
    const broker = brokerPlace(profile, choice)
    const account = choice.access.kind === 'typed' ? choice.access.username : null
    const { id: connectionId } = profile
    const { maxClass } = input
    const common = { connectionId, login, sudoPassword, broker, account, maxClass, accessFor }
    return this.joins.connect(input.targets, common)
  }

  async forgetLogin(): Promise<void> {
    await this.#deps.secrets.delete(LOGIN_SECRET)
  }

  /** Forgets the lines, their logins and the key file. */
  close(): JoiningView {
    this.#privateKey = null
    return this.joins.close()
  }

  /** Builds the folders of devices that are set up from a stick. Rejects with `KIT_IMPOSSIBLE` and the reason. */
  async kit(deviceIds: readonly string[], choice: BrokerChoice, maxClass: PolicyClass): Promise<readonly KitFile[]> {
    try {
      return await this.#folders(deviceIds, choice, maxClass)
    } catch (error) {
      if (!(error instanceof JoinFault)) throw error
      throw new AppError('KIT_IMPOSSIBLE', { reason: error.reason }, { cause: error })
    }
  }

  async #folders(
    deviceIds: readonly string[],
    choice: BrokerChoice,
    maxClass: PolicyClass,
  ): Promise<readonly KitFile[]> {
    const { accessFor } = await this.#broker(choice)
    const operator = await this.#deps.operator()
    const sources = await this.#deps.sources()
    const files: KitFile[] = []
    for (const deviceId of new Set(deviceIds)) {
      const access = await accessFor(deviceId)
      files.push(...kitFiles({ deviceId, access, operator, maxClass, sources, language: this.#deps.language() }))
    }
    return files
  }

  async #broker(choice: BrokerChoice) {
    const { profileId } = this.#deps.status()
    if (profileId === null) throw new AppError('NOT_CONNECTED')
    const profile = await this.#deps.profile(profileId)
    const accounts = async (id: string) => (await this.#deps.setups()).prepared(id)
    return { profile, choice, accessFor: accessOf(profile, choice, accounts) }
  }

  async #loginOf({ login, user, password, passphrase, sudoPassword }: ConnectInput): Promise<{
    readonly login: SshLogin
    readonly sudoPassword: string | null
  }> {
    switch (login) {
      case 'kept': {
        const { sudoPassword: kept, ...rest } = await this.#keptLogin()
        return { login: rest, sudoPassword: sudoPassword ?? kept }
      }
      case 'key': {
        if (this.#privateKey === null) throw new AppError('INVALID_INPUT', { field: 'key' })
        return { login: { user, password: null, privateKey: this.#privateKey, passphrase }, sudoPassword }
      }
      case 'password':
        return { login: { user, password, privateKey: null, passphrase: null }, sudoPassword }
    }
  }

  async #keptLogin() {
    const text = await this.#deps.secrets.get(LOGIN_SECRET)
    const parsed = keptLogin.safeParse(text === null ? null : JSON.parse(text))
    if (!parsed.success) throw new AppError('SECRET_MISSING', { what: LOGIN_SECRET })
    return parsed.data
  }

  /** A broker on this computer is reached by this computer's own addresses. */
  #hostsFor({ host, serverName }: Profile): readonly string[] {
    const named = serverName === null ? [host] : [serverName, host]
    return LOOPBACK.test(host) ? [...this.#deps.localHosts(), ...named] : named
  }
}

/** True where the broker takes this console without a login, so that it likely takes the devices as well. */
function isWithoutLogin({ security, username }: Profile): boolean {
  return security === 'anonymous' || (security === 'tls' && username === null)
}
