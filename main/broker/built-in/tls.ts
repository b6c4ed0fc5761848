import { X509Certificate } from 'node:crypto'
import { AppError } from '../../../preload/contract/errors.ts'
import type { LocalAddress } from '../../../preload/contract/models/broker/broker.ts'
import type { CertificateWithKey } from '../../shared/certificates/issuer.ts'
import { isTlsMode } from '../session/target.ts'
import type { BuiltInAuthority, BuiltInAuthorityDeps } from './authority.ts'
import { certificateNames, type GivenCertificate, type StoredBuiltIn } from './config.ts'
import type { ServerCredentials } from './listener.ts'
import { isCertifiedFor, isValidLongEnough } from './profile.ts'

export interface BuiltInTlsDeps extends BuiltInAuthorityDeps {
  readonly localAddresses: () => readonly LocalAddress[]
  readonly computerName: string
}

const TLS_KEY = 'built-in-broker/tls-key'
const OPERATOR_KEY = 'built-in-broker/operator-key'

/** Certificates of the built-in broker: an own authority, or what the operator gave. All keys live in the secret store. */
export class BuiltInTls {
  readonly #deps: BuiltInTlsDeps
  readonly #authority: BuiltInAuthority

  constructor(deps: BuiltInTlsDeps, authority: BuiltInAuthority) {
    this.#deps = deps
    this.#authority = authority
  }

  /**
   * The set-up with the certificates that it needs: the given ones, those that are there, or new ones. Throws `CA_KEY_UNSAVED`
   * before anything is kept, and `CA_KEY_MISSING`.
   */
  async certify(stored: StoredBuiltIn, given: GivenCertificate | 'keep' | null): Promise<StoredBuiltIn> {
    const { secrets } = this.#deps
    if (!isTlsMode(stored.choice.mode)) return stored
    if (given !== null && given !== 'keep') {
      const { certificate, key, ca, operator } = given
      await secrets.set(TLS_KEY, key)
      await this.#authority.forget()
      if (operator !== undefined) await secrets.set(OPERATOR_KEY, operator.key)
      const operatorCertificate = operator?.certificate ?? null
      return { ...stored, ca, certificate, isGiven: true, isCaKeySaved: false, operatorCertificate }
    }
    if (given === 'keep' && stored.isGiven && secrets.has(TLS_KEY)) {
      if (stored.choice.mode === 'tls' || stored.operatorCertificate !== null) return stored
      throw new AppError('CREDENTIAL_FILE_INVALID', { field: 'operator', reason: 'no-certificate' })
    }
    this.#authority.requireSaved(stored)
    const isRight = !stored.isGiven && this.#covers(stored) && secrets.has(TLS_KEY)
    return isRight ? this.#withOperator(stored) : this.issue(stored)
  }

  /**
   * Before every start. A laptop changes its address, a certificate ends, a key was forgotten: an own certificate is made anew
   * where the authority can still sign. Throws `CA_KEY_UNSAVED`.
   */
  async refresh(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    if (!isTlsMode(stored.choice.mode) || stored.isGiven) return stored
    this.#authority.requireSaved(stored)
    const isRight = this.#covers(stored) && this.#deps.secrets.has(TLS_KEY)
    return isRight || !this.#authority.canSign(stored) ? stored : this.issue(stored)
  }

  /** A new server certificate, of the same authority where there is one. Throws as `certify` does. */
  async issue(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const { secrets, now } = this.#deps
    const signer = await this.#authority.signer(stored)
    const { issueServer } = await import('../../shared/certificates/issuer.ts')
    const { certificate, key } = await issueServer(signer, this.#names(stored), 'ecdsa', now())
    await this.#authority.store(signer)
    await secrets.set(TLS_KEY, key)
    const issued = { ...stored, ca: signer.certificate, certificate, isGiven: false, isCaKeySaved: signer.isSaved }
    return this.#withOperator(issued)
  }

  /**
   * Key and client certificate of an account, PEM. Throws `NOT_FOUND` where there is no such login, and as `credentials` does
   * where the authority cannot sign here.
   */
  async issueClient(stored: StoredBuiltIn, account: string): Promise<CertificateWithKey> {
    const isKnown = stored.choice.mode === 'mtls' && stored.accounts.some(({ name }) => name === account)
    if (!isKnown) throw new AppError('NOT_FOUND', { account })
    const authority = await this.#authority.current(stored)
    if (authority === null) throw this.#keyMissing(stored)
    const { issueClient } = await import('../../shared/certificates/issuer.ts')
    return issueClient(authority, account, 'ecdsa', this.#deps.now())
  }

  /** Throws `CA_KEY_MISSING` when a file has the authority's key, `BUILT_IN_KEY_MISSING`, or what the secret store throws. */
  async credentials(stored: StoredBuiltIn): Promise<ServerCredentials> {
    const { choice, ca, certificate } = stored
    const key = await this.#deps.secrets.get(TLS_KEY)
    if (key === null || certificate === null) throw this.#keyMissing(stored)
    if (choice.mode !== 'mtls') return { key, certificate }
    if (ca === null) throw new AppError('BUILT_IN_KEY_MISSING')
    return { key, certificate, clientCa: ca }
  }

  /** Key of the certificate that the console shows; null when it shows none. */
  async operatorKey({ choice }: StoredBuiltIn): Promise<string | null> {
    return choice.mode === 'mtls' ? this.#deps.secrets.get(OPERATOR_KEY) : null
  }

  async forget(): Promise<void> {
    for (const name of [TLS_KEY, OPERATOR_KEY]) await this.#deps.secrets.delete(name)
    await this.#authority.forget()
  }

  async #withOperator(stored: StoredBuiltIn): Promise<StoredBuiltIn> {
    const name = stored.accounts.find(({ role }) => role === 'operator')?.name
    if (stored.choice.mode !== 'mtls' || name === undefined || this.#hasOperator(stored, name)) return stored
    const { certificate, key } = await this.issueClient(stored, name)
    await this.#deps.secrets.set(OPERATOR_KEY, key)
    return { ...stored, operatorCertificate: certificate }
  }

  #hasOperator({ ca, operatorCertificate }: StoredBuiltIn, name: string): boolean {
    if (ca === null || operatorCertificate === null || !this.#deps.secrets.has(OPERATOR_KEY)) return false
    const certificate = new X509Certificate(operatorCertificate)
    const isOfAuthority = certificate.verify(new X509Certificate(ca).publicKey)
    return isOfAuthority && certificate.subject === `CN=${name}` && isValidLongEnough(certificate, this.#deps.now())
  }

  #keyMissing(stored: StoredBuiltIn): AppError {
    return new AppError(this.#authority.place(stored) === 'missing' ? 'CA_KEY_MISSING' : 'BUILT_IN_KEY_MISSING')
  }

  #covers(stored: StoredBuiltIn): boolean {
    return stored.certificate !== null && isCertifiedFor(stored.certificate, this.#names(stored), this.#deps.now())
  }

  #names({ choice }: StoredBuiltIn): readonly string[] {
    return certificateNames(choice, this.#deps.localAddresses(), this.#deps.computerName)
  }
}
