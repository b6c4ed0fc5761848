import { AppError } from '../../preload/contract/errors.ts'
import {
  PROFILE_SECRETS,
  type Profile,
  type ProfileSecret,
  type ProfileSecretChanges,
  type ProfileView,
} from '../../preload/contract/models/connection.ts'
import type { ConnectionTarget } from './target.ts'

/** Where profiles are kept. */
export interface ProfileRepository {
  profiles(): readonly Profile[]
  saveProfile(profile: Profile): void
  removeProfile(profileId: string): void
}

/** Where their secrets are kept. */
export interface SecretVault {
  has(name: string): boolean
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}

/** A profile for this run only, with its secrets: the demo's. */
export type TemporaryTarget = ConnectionTarget | null

const secretName = (profileId: string, secret: ProfileSecret) => `profile/${profileId}/${secret}`

/** Connection profiles and their secrets; views for the window carry no secret. */
export class Profiles {
  readonly #repository: ProfileRepository
  readonly #vault: SecretVault
  #temporary: TemporaryTarget = null
  #onChanged: () => void = () => {}

  constructor(deps: { repository: ProfileRepository; vault: SecretVault }) {
    this.#repository = deps.repository
    this.#vault = deps.vault
  }

  onChanged(listener: () => void): void {
    this.#onChanged = listener
  }

  list(): readonly ProfileView[] {
    const saved = this.#repository.profiles().map((profile) => this.#view(profile))
    return this.#temporary ? [...saved, this.#temporaryView(this.#temporary)] : saved
  }

  /** Adds the demo's profile to the list until it is set to null. */
  setTemporary(target: TemporaryTarget): void {
    this.#temporary = target
    this.#onChanged()
  }

  /** Saves the secrets first, so that a profile is never there without what it needs. */
  async save(profile: Profile, changes: ProfileSecretChanges): Promise<ProfileView> {
    if (this.#temporary?.profile.id === profile.id) throw new AppError('INVALID_INPUT', { field: 'profile.id' })
    for (const secret of PROFILE_SECRETS) {
      const value = changes[secret]
      if (value === null) await this.#vault.delete(secretName(profile.id, secret))
      else if (value !== undefined) await this.#vault.set(secretName(profile.id, secret), value)
    }
    this.#repository.saveProfile(profile)
    this.#onChanged()
    return this.#view(profile)
  }

  async remove(profileId: string): Promise<void> {
    this.#repository.removeProfile(profileId)
    for (const secret of PROFILE_SECRETS) await this.#vault.delete(secretName(profileId, secret))
    this.#onChanged()
  }

  /** Profile and secrets for a connection. Throws `NOT_FOUND`, or what the secret store throws. */
  async target(profileId: string): Promise<ConnectionTarget> {
    if (this.#temporary?.profile.id === profileId) return this.#temporary
    const profile = this.#repository.profiles().find(({ id }) => id === profileId)
    if (!profile) throw new AppError('NOT_FOUND', { what: 'profile' })
    return this.draft(profile, {})
  }

  /** A profile as typed into the form: secrets not given there are the stored ones. */
  async draft(profile: Profile, changes: ProfileSecretChanges): Promise<ConnectionTarget> {
    const secrets: Record<ProfileSecret, string | null> = { password: null, clientKey: null, passphrase: null }
    for (const secret of PROFILE_SECRETS) {
      const given = changes[secret]
      secrets[secret] = given === undefined ? await this.#vault.get(secretName(profile.id, secret)) : given
    }
    return { profile, secrets }
  }

  #view(profile: Profile): ProfileView {
    const has = (secret: ProfileSecret) => this.#vault.has(secretName(profile.id, secret))
    const secrets = { password: has('password'), clientKey: has('clientKey'), passphrase: has('passphrase') }
    return { ...profile, secrets, isDemo: false }
  }

  #temporaryView({ profile }: ConnectionTarget): ProfileView {
    return { ...profile, secrets: { password: true, clientKey: false, passphrase: false }, isDemo: true }
  }
}
