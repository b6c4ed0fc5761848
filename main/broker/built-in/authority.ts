import { AppError } from '../../../preload/contract/errors.ts'
import type { CaKeyPlace } from '../../../preload/contract/models/broker/ca-key.ts'
import { decryptCaKey, encryptKey } from '../../shared/certificates/ca-key-file.ts'
import type { CertificateWithKey } from '../../shared/certificates/issuer.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Secrets } from '../../shared/secrets.ts'
import type { StoredBuiltIn } from './config.ts'

export interface BuiltInAuthorityDeps {
  readonly secrets: Secrets
  /** False where secrets live for one run only. */
  readonly keepsSecrets: () => boolean
  readonly now: Clock
}

/** An authority that may sign for this set-up, and whether its key is in a file of the operator too. */
export interface Signer extends CertificateWithKey {
  readonly isSaved: boolean
}

const CA_KEY = 'built-in-broker/ca-key'

/**
 * The built-in broker's own certificate authority. Where the secret store forgets, it signs nothing before its key is in a
 * file: after a restart every device would need another CA certificate.
 */
export class BuiltInAuthority {
  readonly #deps: BuiltInAuthorityDeps
  /** Made, and in use by no set-up yet. */
  #fresh: Signer | null = null

  constructor(deps: BuiltInAuthorityDeps) {
    this.#deps = deps
  }

  place(stored: StoredBuiltIn | null): CaKeyPlace {
    const here = (isSaved: boolean) => (isSaved ? 'exported' : this.#deps.keepsSecrets() ? 'stored' : 'memory')
    if (hasAuthority(stored)) {
      if (this.#deps.secrets.has(CA_KEY)) return here(stored.isCaKeySaved)
      if (stored.isCaKeySaved) return 'missing'
    }
    return this.#fresh === null ? 'none' : here(this.#fresh.isSaved)
  }

  /** Throws `CA_KEY_UNSAVED` while the key of the authority in use would be gone with this run. */
  requireSaved(stored: StoredBuiltIn): void {
    if (this.place(stored) === 'memory') throw new AppError('CA_KEY_UNSAVED')
  }

  /** Returns the authority in use, or a new one. Throws `CA_KEY_MISSING` when its key must be loaded, `CA_KEY_UNSAVED` as above. */
  async signer(stored: StoredBuiltIn): Promise<Signer> {
    const signer = await this.#currentOrFresh(stored)
    if (!signer.isSaved && !this.#deps.keepsSecrets()) throw new AppError('CA_KEY_UNSAVED')
    return signer
  }

  /** True if a certificate can be signed without giving devices another authority than they trust. */
  canSign(stored: StoredBuiltIn): boolean {
    if (hasAuthority(stored) && this.#deps.secrets.has(CA_KEY)) return true
    return stored.ca === null || this.#fresh?.isSaved === true
  }

  /** Returns the authority in use with its key; null where the key is not here. */
  async current(stored: StoredBuiltIn | null): Promise<Signer | null> {
    if (!hasAuthority(stored)) return null
    const key = await this.#deps.secrets.get(CA_KEY)
    return key === null ? null : { certificate: stored.ca, key, isSaved: stored.isCaKeySaved }
  }

  /** Stores the key of an authority that now is in use. */
  async store({ key }: Signer): Promise<void> {
    await this.#deps.secrets.set(CA_KEY, key)
    this.#fresh = null
  }

  /** Encrypts the key with a passphrase, PEM, and returns its certificate too; of a new authority where none is in use. */
  async encrypted(stored: StoredBuiltIn | null, passphrase: string): Promise<{ pem: string; certificate: string }> {
    const { certificate, key } = await this.#currentOrFresh(stored)
    return { certificate, pem: encryptKey(key, passphrase) }
  }

  /** Notes that this authority's key is on disk; answers the set-up as it is then. */
  noteSaved(stored: StoredBuiltIn | null, certificate: string): StoredBuiltIn | null {
    if (this.#fresh?.certificate === certificate) this.#fresh = { ...this.#fresh, isSaved: true }
    return hasAuthority(stored) && stored.ca === certificate ? { ...stored, isCaKeySaved: true } : stored
  }

  /** Takes the key back from such a file. Throws `CA_KEY_UNUSABLE`, `NOT_FOUND` without an authority. */
  async take(stored: StoredBuiltIn | null, pem: string, passphrase: string): Promise<void> {
    if (!hasAuthority(stored)) throw new AppError('NOT_FOUND', { what: 'ca' })
    await this.#deps.secrets.set(CA_KEY, decryptCaKey(pem, passphrase, stored.ca))
  }

  async forget(): Promise<void> {
    this.#fresh = null
    await this.#deps.secrets.delete(CA_KEY)
  }

  async #currentOrFresh(stored: StoredBuiltIn | null): Promise<Signer> {
    const current = await this.current(stored)
    if (current !== null) return current
    if (hasAuthority(stored) && stored.isCaKeySaved) throw new AppError('CA_KEY_MISSING')
    if (this.#fresh === null) {
      const { createAuthority } = await import('../../shared/certificates/issuer.ts')
      const made = await createAuthority('Waypost built-in', 'ecdsa', this.#deps.now())
      this.#fresh ??= { ...made, isSaved: false }
    }
    return this.#fresh
  }
}

function hasAuthority(stored: StoredBuiltIn | null): stored is StoredBuiltIn & { readonly ca: string } {
  return stored !== null && !stored.isGiven && stored.ca !== null
}
