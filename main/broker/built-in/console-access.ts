import type { LocalAddress } from '../../../preload/contract/models/broker/broker.ts'
import type { Profile, ProfileSecretChanges } from '../../../preload/contract/models/broker/connection.ts'
import { newPassword } from '../../shared/passwords.ts'
import type { Profiles } from '../profiles/profiles.ts'
import { type AccountInput, isLoopback, type StoredAccount, type StoredBuiltIn } from './config.ts'
import { BUILT_IN_PROFILE_ID, builtInProfile } from './profile.ts'

export interface ConsoleAccessDeps {
  readonly profiles: Pick<Profiles, 'list' | 'save' | 'saveOwn' | 'remove'>
  /** False where secrets live for one run only. */
  readonly keepsSecrets: () => boolean
  readonly localAddresses: () => readonly LocalAddress[]
  /** Name of a new connection profile, in the operator's language. */
  readonly profileName: () => string
}

/** Gives the console its access to the built-in broker: the connection profile, and its secrets. */
export class ConsoleAccess {
  readonly #deps: ConsoleAccessDeps
  #runPassword: string | null = null

  constructor(deps: ConsoleAccessDeps) {
    this.#deps = deps
  }

  hasProfile(): boolean {
    return this.#profile() !== undefined
  }

  /** Makes or changes the profile; a password that was not typed stays. */
  async save(stored: StoredBuiltIn, accounts: readonly AccountInput[], clientKey: string | null): Promise<void> {
    const password = accounts.find(({ role }) => role === 'operator')?.password
    await this.#saveProfile(stored, { ...(password === undefined ? {} : { password }), clientKey })
  }

  /**
   * A second password of the operator for this run, where the console has forgotten the first: without a keyring it would
   * stand before its own broker after every start.
   */
  async runLogin(stored: StoredBuiltIn): Promise<readonly (StoredAccount & { readonly password: string })[]> {
    const operator = stored.accounts.find(({ role }) => role === 'operator')
    const profile = this.#profile()
    const hasLogin = stored.choice.mode === 'password' || stored.choice.mode === 'tls'
    if (this.#deps.keepsSecrets() || !hasLogin || operator === undefined) return []
    if (profile?.secrets.password === false) {
      this.#runPassword = newPassword()
      await this.#saveProfile(stored, { password: this.#runPassword })
    }
    // Started again in the same run, the console still has it.
    return this.#runPassword === null ? [] : [{ ...operator, password: this.#runPassword }]
  }

  /** Its password goes along to a new port or mode of this computer, and nowhere else: any address can be typed as its own. */
  async #saveProfile(stored: StoredBuiltIn, changes: ProfileSecretChanges): Promise<void> {
    const { profiles, profileName, localAddresses } = this.#deps
    const profile: Profile = builtInProfile(stored, profileName(), this.#profile())
    const isHere = isLoopback(profile.host) || localAddresses().some(({ address }) => address === profile.host)
    await (isHere ? profiles.saveOwn(profile, changes) : profiles.save(profile, changes))
  }

  #profile() {
    return this.#deps.profiles.list().find(({ id }) => id === BUILT_IN_PROFILE_ID)
  }
}
