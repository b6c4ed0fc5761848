import { AppError } from '../../preload/contract/errors.ts'
import type { OperatorKeyView, SigningView } from '../../preload/contract/models/safety/signing.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Secrets } from '../shared/secrets.ts'
import { encodePrivateKey, encryptPrivateKey, newPrivateKey, type PrivateKey, readPrivateKey } from './keys.ts'
import type { KeyFile, StoredOperatorKey } from './stored-keys.ts'

interface OperatorKeysDeps {
  readonly file: KeyFile
  readonly secrets: Secrets
  /** True where the secret store forgets when the app ends. */
  readonly isMemoryOnly: () => boolean
  readonly now: Clock
  readonly log: Log
}

/**
 * The keys with which this console signs commands: made, chosen, exported, imported, revoked. A private half never leaves
 * main but encrypted with a passphrase.
 */
export class OperatorKeys {
  readonly #deps: OperatorKeysDeps
  /** The private half that signs, held ready because a publish does not wait for the secret store. */
  #current: PrivateKey | null = null
  /** Ids whose private half the secret store gave or took in this run. */
  readonly #held = new Set<string>()

  constructor(deps: OperatorKeysDeps) {
    this.#deps = deps
  }

  /** Reads the private half of the key in use; call again after the secret store was unlocked. */
  async refresh(): Promise<void> {
    const { file, log } = this.#deps
    this.#held.clear()
    const { currentId, operators } = file.read()
    for (const { id, revokedAt } of operators)
      if (revokedAt === null && this.#deps.secrets.has(nameOf(id))) this.#held.add(id)
    try {
      this.#current = currentId === null ? null : await this.#load(currentId)
    } catch (error) {
      // The store is locked at present, or another one: the key stays where it is.
      log.error('the key that signs commands cannot be read', error)
      this.#current = null
    }
  }

  /** The key that signs; null where there is none at hand. */
  current(): PrivateKey | null {
    return this.#current
  }

  view(): SigningView {
    const { currentId, operators } = this.#deps.file.read()
    const keys = operators.map(
      ({ id, name, madeAt, revokedAt }): OperatorKeyView => ({
        id,
        name,
        madeAt,
        revokedAt,
        isCurrent: id === currentId,
        isAtHand: this.#held.has(id),
      }),
    )
    return { keys, isSigning: this.#current !== null, isForgetful: this.#deps.isMemoryOnly() }
  }

  /** Makes a key and signs with it from now on; the one before stays, until devices trust the new one and it is revoked. */
  async make(name: string): Promise<SigningView> {
    return this.#add(newPrivateKey(), name)
  }

  /** Takes a key from an encrypted file. Rejects with `OPERATOR_KEY_UNUSABLE`. */
  async import(pem: string, passphrase: string, name: string): Promise<SigningView> {
    return this.#add(readPrivateKey(pem, passphrase), name)
  }

  /** Signs with this key from now on. Rejects with `NOT_FOUND` where its private half is not at hand. */
  async use(id: string): Promise<SigningView> {
    const key = await this.#load(id)
    if (key === null) throw new AppError('NOT_FOUND', { keyId: id })
    this.#deps.file.write({ ...this.#deps.file.read(), currentId: id })
    this.#current = key
    return this.view()
  }

  /** Takes the private half away for good. Devices trust the public half until it is taken out of their lists. */
  async revoke(id: string): Promise<SigningView> {
    const { file, now, secrets } = this.#deps
    const keys = file.read()
    const known = this.#require(id)
    const operators = keys.operators.map((key) =>
      key.id === known.id ? { ...key, revokedAt: key.revokedAt ?? now() } : key,
    )
    file.write({ ...keys, operators, currentId: keys.currentId === id ? null : keys.currentId })
    if (this.#current?.public.id === id) this.#current = null
    this.#held.delete(id)
    await secrets.delete(nameOf(id))
    return this.view()
  }

  /** The public half, for the devices that shall trust it. Throws `NOT_FOUND`. */
  publicPem(id: string): { readonly name: string; readonly pem: string } {
    const { name, pem } = this.#require(id)
    return { name, pem }
  }

  /** The private half, encrypted with a passphrase. Rejects with `NOT_FOUND` where it is not at hand. */
  async encrypted(id: string, passphrase: string): Promise<string> {
    const key = await this.#load(id)
    if (key === null) throw new AppError('NOT_FOUND', { keyId: id })
    return encryptPrivateKey(key, passphrase)
  }

  async #add(key: PrivateKey, name: string): Promise<SigningView> {
    const { file, now, secrets } = this.#deps
    const { id, pem } = key.public
    // The private half first: a public one without it would sign nothing and look as if it did.
    await secrets.set(nameOf(id), encodePrivateKey(key))
    const keys = file.read()
    const added: StoredOperatorKey = { id, name, pem, madeAt: now(), revokedAt: null }
    file.write({ ...keys, currentId: id, operators: [...keys.operators.filter((known) => known.id !== id), added] })
    this.#held.add(id)
    this.#current = key
    return this.view()
  }

  async #load(id: string): Promise<PrivateKey | null> {
    if (this.#require(id).revokedAt !== null) return null
    const pem = await this.#deps.secrets.get(nameOf(id))
    if (pem === null) return null
    const key = readPrivateKey(pem)
    return key.public.id === id ? key : null
  }

  #require(id: string): StoredOperatorKey {
    const known = this.#deps.file.read().operators.find((key) => key.id === id)
    if (known === undefined) throw new AppError('NOT_FOUND', { keyId: id })
    return known
  }
}

function nameOf(id: string): string {
  return `operator-key:${id}`
}
