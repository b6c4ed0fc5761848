import { AppError } from '../../../preload/contract/errors.ts'
import type { KnownCharacter } from '../../../preload/contract/models/broker/broker-character.ts'
import {
  PROFILE_SECRETS,
  type Profile,
  type ProfileSecret,
  type ProfileSecretChanges,
  type ProfileView,
} from '../../../preload/contract/models/broker/connection.ts'
import { type PasswordMove, passwordMove } from '../../../preload/contract/models/safety/secret-place.ts'
import type { Secrets } from '../../shared/secrets.ts'
import { SerialQueue } from '../../shared/serial-queue.ts'
import type { ConnectionTarget } from '../session/target.ts'

/** Keeps the profiles. */
export interface ProfileRepository {
  profiles(): readonly Profile[]
  saveProfile(profile: Profile): void
  removeProfile(profileId: string): void
}

/** A profile for this run only, with its secrets: the demo's. */
export type TemporaryTarget = ConnectionTarget | null

const secretName = (profileId: string, secret: ProfileSecret) => `profile/${profileId}/${secret}`

/** Another place may have another broker; what the operator set stays. */
function withoutRecognised(profile: Profile): Profile {
  return profile.character?.by === 'operator' ? profile : { ...profile, character: null }
}

/** Connection profiles and their secrets; views for the window carry no secret. */
export class Profiles {
  readonly #repository: ProfileRepository
  readonly #secrets: Secrets
  #temporary: TemporaryTarget = null
  #onChanged: () => void = () => {}
  /** While secrets are read or written, profile and password could be of two different places. */
  readonly #queue = new SerialQueue()

  constructor(deps: { repository: ProfileRepository; secrets: Secrets }) {
    this.#repository = deps.repository
    this.#secrets = deps.secrets
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

  /**
   * A password that is not given stays, unless the profile now leads elsewhere: it is never sent where it was not stored for
   * (see `passwordMove`). Key and passphrase stay either way: TLS proves that the key is here and sends neither.
   */
  save(profile: Profile, changes: ProfileSecretChanges): Promise<ProfileView> {
    return this.#queue.add(() => this.#save(profile, changes, this.#move(profile)))
  }

  /** As `save`, for a place that the console made itself: there the stored password goes along to its new address. */
  saveOwn(profile: Profile, changes: ProfileSecretChanges): Promise<ProfileView> {
    return this.#queue.add(() => this.#save(profile, changes, null))
  }

  /** Stores the password of a profile as it is. Throws `NOT_FOUND`. */
  enterPassword(profileId: string, password: string): Promise<void> {
    return this.#queue.add(async () => {
      if (this.#saved(profileId) === null) throw new AppError('NOT_FOUND', { what: 'profile' })
      await this.#change(profileId, { password })
      this.#onChanged()
    })
  }

  /** Keeps what was recognised of a broker; a profile that is gone, or of this run only, keeps nothing. */
  keepCharacter(profileId: string, character: KnownCharacter): Promise<void> {
    return this.#keep(profileId, { character })
  }

  /** The same for a broker that is silent on MQTT 5. */
  keepVersion(profileId: string, mqttVersion: 4): Promise<void> {
    return this.#keep(profileId, { mqttVersion })
  }

  remove(profileId: string): Promise<void> {
    return this.#queue.add(async () => {
      this.#repository.removeProfile(profileId)
      for (const secret of PROFILE_SECRETS) await this.#secrets.delete(secretName(profileId, secret))
      this.#onChanged()
    })
  }

  /** Profile and secrets for a connection. Throws `NOT_FOUND`, or what the secret store throws. */
  target(profileId: string): Promise<ConnectionTarget> {
    return this.#queue.add(async () => {
      if (this.#temporary?.profile.id === profileId) return this.#temporary
      const profile = this.#saved(profileId)
      if (profile === null) throw new AppError('NOT_FOUND', { what: 'profile' })
      return this.#target(profile, {})
    })
  }

  /** A profile as typed into the form: secrets not given there are the stored ones, with the exception that `save` makes. */
  draft(profile: Profile, changes: ProfileSecretChanges): Promise<ConnectionTarget> {
    return this.#queue.add(() => this.#target(profile, changes))
  }

  #keep(profileId: string, known: Partial<Pick<Profile, 'character' | 'mqttVersion'>>): Promise<void> {
    return this.#queue.add(async () => {
      const saved = this.#saved(profileId)
      if (saved === null) return
      this.#repository.saveProfile({ ...saved, ...known })
      this.#onChanged()
    })
  }

  async #save(profile: Profile, changes: ProfileSecretChanges, move: PasswordMove | null): Promise<ProfileView> {
    if (this.#temporary?.profile.id === profile.id) throw new AppError('INVALID_INPUT', { field: 'profile.id' })
    const { password, ...others } = changes
    // Secrets first, so that a profile is never there without what it needs; but no password beside another one's address.
    await this.#change(profile.id, { ...others, password: move === null ? password : null })
    this.#repository.saveProfile(move === null ? profile : withoutRecognised(profile))
    if (move !== null) await this.#change(profile.id, { password })
    this.#onChanged()
    return this.#view(profile)
  }

  async #change(profileId: string, changes: ProfileSecretChanges): Promise<void> {
    for (const secret of PROFILE_SECRETS) {
      const value = changes[secret]
      if (value === null) await this.#secrets.delete(secretName(profileId, secret))
      else if (value !== undefined) await this.#secrets.set(secretName(profileId, secret), value)
    }
  }

  async #target(profile: Profile, changes: ProfileSecretChanges): Promise<ConnectionTarget> {
    const secrets: Record<ProfileSecret, string | null> = { password: null, clientKey: null, passphrase: null }
    const isElsewhere = this.#move(profile) !== null
    for (const secret of PROFILE_SECRETS) {
      const given = changes[secret]
      if (given !== undefined) secrets[secret] = given
      else if (secret !== 'password' || !isElsewhere) {
        secrets[secret] = await this.#secrets.get(secretName(profile.id, secret))
      }
    }
    const lostSecrets = PROFILE_SECRETS.filter((secret) => secrets[secret] === null && this.#isLost(profile, secret))
    return { profile, secrets, lostSecrets }
  }

  /** A secret that its mode does not use is not asked for. */
  #isLost({ id, security }: Profile, secret: ProfileSecret): boolean {
    const isUsed = secret === 'password' ? security !== 'anonymous' : security === 'mtls'
    return isUsed && this.#secrets.isLost(secretName(id, secret))
  }

  #saved(profileId: string): Profile | null {
    return this.#repository.profiles().find(({ id }) => id === profileId) ?? null
  }

  #move(profile: Profile): PasswordMove | null {
    const saved = this.#saved(profile.id)
    return saved === null ? null : passwordMove(saved, profile)
  }

  #view(profile: Profile): ProfileView {
    const has = (secret: ProfileSecret) => this.#secrets.has(secretName(profile.id, secret))
    const secrets = { password: has('password'), clientKey: has('clientKey'), passphrase: has('passphrase') }
    return { ...profile, secrets, isDemo: false }
  }

  #temporaryView({ profile }: ConnectionTarget): ProfileView {
    return { ...profile, secrets: { password: true, clientKey: false, passphrase: false }, isDemo: true }
  }
}
