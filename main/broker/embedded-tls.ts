import { X509Certificate } from 'node:crypto'
import { AppError } from '../../preload/contract/errors.ts'
import type { LocalAddress } from '../../preload/contract/models/broker.ts'
import type { Clock } from '../ports.ts'
import type { CertificateWithKey } from './embedded-certificates.ts'
import { certificateNames, type GivenCertificate, isTlsMode, type StoredBuiltIn } from './embedded-config.ts'
import type { ServerCredentials } from './embedded-listener.ts'
import { isCertifiedFor, isValidLongEnough } from './embedded-profile.ts'
import type { SecretVault } from './profiles.ts'

export interface EmbeddedTlsDeps {
  readonly vault: SecretVault
  readonly localAddresses: () => readonly LocalAddress[]
  readonly computerName: string
  readonly now: Clock
}

const TLS_KEY = 'built-in-broker/tls-key'
const CA_KEY = 'built-in-broker/ca-key'
const OPERATOR_KEY = 'built-in-broker/operator-key'

/** Certificates of the built-in broker: an own authority, or what the operator gave. All keys live in the secret store. */
export class EmbeddedTls {
  readonly #deps: EmbeddedTlsDeps

  constructor(deps: EmbeddedTlsDeps) {
    this.#deps = deps
  }

  /** The set-up with the certificates that it needs: the given ones, those that are there, or new ones. */
  async certify(stored: StoredBuiltIn, given: GivenCertificate | 'keep' | null): Promise<StoredBuiltIn> {
    const { vault } = this.#deps
    if (!isTlsMode(stored.choice.mode)) return stored
    if (given !== null && given !== 'keep') {
      const { certificate, key, ca, operator } = given
      await vault.set(TLS_KEY, key)
      await vault.delete(CA_KEY)
      if (operator !== undefined) await vault.set(OPERATOR_KEY, operator.key)
      return { ...stored, ca, certificate, isGiven: true, operatorCertificate: operator?.certificate ?? null }
    }
    if (given === 'keep' && stored.isGiven && vault.has(TLS_KEY)) {
      if (stored.choice.mode === 'tls' || stored.operatorCertificate !== null) return stored
      throw new AppError('CREDENTIAL_FILE_INVALID', { field: 'operator', reason: 'no-certificate' })
    }
    const isRight = !stored.isGiven && this.#covers(stored) && vault.has(TLS_KEY)
    return isRight ? this.#withOperator(stored) : this.issue(stored)
  }

  /** A laptop changes its address, and a certificate ends: an own one is made anew where the authority can still sign. */
  async refresh(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const isOurs = isTlsMode(stored.choice.mode) && !stored.isGiven && this.#deps.vault.has(CA_KEY)
    return !isOurs || this.#covers(stored) ? stored : this.issue(stored)
  }

  /** A new server certificate, of the same authority where its key is still there. */
  async issue(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const { vault, now } = this.#deps
    const { createEmbeddedAuthority, issueEmbeddedServer } = await import('./embedded-certificates.ts')
    const authority = (await this.#authority(stored)) ?? (await createEmbeddedAuthority(now()))
    const server = await issueEmbeddedServer(authority, this.#names(stored), now())
    await vault.set(CA_KEY, authority.key)
    await vault.set(TLS_KEY, server.key)
    const issued = { ...stored, ca: authority.certificate, certificate: server.certificate, isGiven: false }
    return this.#withOperator(issued)
  }

  /** Key and client certificate of an account, PEM. Throws `BUILT_IN_KEY_MISSING` where the authority cannot sign here. */
  async issueClient(stored: StoredBuiltIn, account: string): Promise<CertificateWithKey> {
    const authority = await this.#authority(stored)
    if (authority === null) throw new AppError('BUILT_IN_KEY_MISSING')
    const { issueEmbeddedClient } = await import('./embedded-certificates.ts')
    return issueEmbeddedClient(authority, account, this.#deps.now())
  }

  /** Throws `BUILT_IN_KEY_MISSING`, or what the secret store throws. */
  async credentials({ choice, ca, certificate }: StoredBuiltIn): Promise<ServerCredentials> {
    const key = await this.#deps.vault.get(TLS_KEY)
    if (key === null || certificate === null) throw new AppError('BUILT_IN_KEY_MISSING')
    if (choice.mode !== 'mtls') return { key, certificate }
    if (ca === null) throw new AppError('BUILT_IN_KEY_MISSING')
    return { key, certificate, clientCa: ca }
  }

  /** Key of the certificate that the console shows; null when it shows none. */
  async operatorKey({ choice }: StoredBuiltIn): Promise<string | null> {
    return choice.mode === 'mtls' ? this.#deps.vault.get(OPERATOR_KEY) : null
  }

  async forget(): Promise<void> {
    for (const name of [TLS_KEY, CA_KEY, OPERATOR_KEY]) await this.#deps.vault.delete(name)
  }

  async #withOperator(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const name = stored.accounts.find(({ role }) => role === 'operator')?.name
    if (stored.choice.mode !== 'mtls' || name === undefined || this.#hasOperator(stored, name)) return stored
    const { certificate, key } = await this.issueClient(stored, name)
    await this.#deps.vault.set(OPERATOR_KEY, key)
    return { ...stored, operatorCertificate: certificate }
  }

  #hasOperator({ ca, operatorCertificate }: StoredBuiltIn, name: string): boolean {
    if (ca === null || operatorCertificate === null || !this.#deps.vault.has(OPERATOR_KEY)) return false
    const certificate = new X509Certificate(operatorCertificate)
    const isOfAuthority = certificate.verify(new X509Certificate(ca).publicKey)
    return isOfAuthority && certificate.subject === `CN=${name}` && isValidLongEnough(certificate, this.#deps.now())
  }

  async #authority({ isGiven, ca }: StoredBuiltIn): Promise<CertificateWithKey | null> {
    const key = isGiven ? null : await this.#deps.vault.get(CA_KEY)
    return key === null || ca === null ? null : { certificate: ca, key }
  }

  #covers(stored: StoredBuiltIn): boolean {
    return stored.certificate !== null && isCertifiedFor(stored.certificate, this.#names(stored), this.#deps.now())
  }

  #names({ choice }: StoredBuiltIn): readonly string[] {
    return certificateNames(choice, this.#deps.localAddresses(), this.#deps.computerName)
  }
}
