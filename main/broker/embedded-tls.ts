import { AppError } from '../../preload/contract/errors.ts'
import type { LocalAddress } from '../../preload/contract/models/broker.ts'
import type { Clock } from '../ports.ts'
import { certificateNames, type GivenCertificate, type StoredBuiltIn } from './embedded-config.ts'
import type { ServerCredentials } from './embedded-listener.ts'
import { isCertifiedFor } from './embedded-profile.ts'
import type { SecretVault } from './profiles.ts'

export interface EmbeddedTlsDeps {
  readonly vault: SecretVault
  readonly localAddresses: () => readonly LocalAddress[]
  readonly computerName: string
  readonly now: Clock
}

const TLS_KEY = 'built-in-broker/tls-key'
const CA_KEY = 'built-in-broker/ca-key'

/** Certificates of the built-in broker: an own authority, or what the operator gave. Both keys live in the secret store. */
export class EmbeddedTls {
  readonly #deps: EmbeddedTlsDeps

  constructor(deps: EmbeddedTlsDeps) {
    this.#deps = deps
  }

  /** The set-up with the certificate that it needs: the given one, the one that is there, or a new one. */
  async certify(stored: StoredBuiltIn, given: GivenCertificate | 'keep' | null): Promise<StoredBuiltIn> {
    if (stored.choice.mode !== 'tls') return stored
    if (given !== null && given !== 'keep') {
      await this.#deps.vault.set(TLS_KEY, given.key)
      await this.#deps.vault.delete(CA_KEY)
      return { ...stored, ca: given.ca, certificate: given.certificate, isGiven: true }
    }
    const isRight = given === 'keep' ? stored.isGiven : !stored.isGiven && this.#covers(stored)
    return isRight && this.#deps.vault.has(TLS_KEY) ? stored : this.issue(stored)
  }

  /** A laptop changes its address, and a certificate ends: an own one is made anew where the authority can still sign. */
  async refresh(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const isOurs = stored.choice.mode === 'tls' && !stored.isGiven && this.#deps.vault.has(CA_KEY)
    return !isOurs || this.#covers(stored) ? stored : this.issue(stored)
  }

  /** A new server certificate, of the same authority where its key is still there. */
  async issue(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const { vault, now } = this.#deps
    const { createEmbeddedAuthority, issueEmbeddedServer } = await import('./embedded-certificates.ts')
    const caKey = stored.isGiven ? null : await vault.get(CA_KEY)
    const authority =
      caKey !== null && stored.ca !== null
        ? { certificate: stored.ca, key: caKey }
        : await createEmbeddedAuthority(now())
    const server = await issueEmbeddedServer(authority, this.#names(stored), now())
    await vault.set(CA_KEY, authority.key)
    await vault.set(TLS_KEY, server.key)
    return { ...stored, ca: authority.certificate, certificate: server.certificate, isGiven: false }
  }

  /** Throws `BUILT_IN_KEY_MISSING`, or what the secret store throws. */
  async credentials({ certificate }: StoredBuiltIn): Promise<ServerCredentials> {
    const key = await this.#deps.vault.get(TLS_KEY)
    if (key === null || certificate === null) throw new AppError('BUILT_IN_KEY_MISSING')
    return { key, certificate }
  }

  async forget(): Promise<void> {
    await this.#deps.vault.delete(TLS_KEY)
    await this.#deps.vault.delete(CA_KEY)
  }

  #covers(stored: StoredBuiltIn): boolean {
    return stored.certificate !== null && isCertifiedFor(stored.certificate, this.#names(stored), this.#deps.now())
  }

  #names({ choice }: StoredBuiltIn): readonly string[] {
    return certificateNames(choice, this.#deps.localAddresses(), this.#deps.computerName)
  }
}
