import { AppError } from '../../../preload/contract/errors.ts'
import type { SecretsStatus } from '../../../preload/contract/models/app/settings.ts'
import type { Log } from '../../shared/log.ts'
import type { Secrets } from '../../shared/secrets.ts'
import { SerialQueue } from '../../shared/serial-queue.ts'
import type { Encryptor } from './safe-storage.ts'

/** The file on disk: ciphertexts in base64, and the backend that made them. */
export interface SecretFile {
  read(): SecretFileContent
  write(content: SecretFileContent): void
}
export interface SecretFileContent {
  readonly backend: string | null
  readonly isWeakAllowed: boolean
  readonly entries: Readonly<Record<string, string>>
  /** Names of secrets that were kept in memory alone, so that a later run can ask for them. */
  readonly memoryOnly?: readonly string[] | undefined
}

const WEAK_BACKENDS = new Set(['basic_text', 'unknown'])

/**
 * Secrets by name, for main alone. Encrypted by the system where it can; else in memory for this run, unless the operator
 * agreed to weak storage. A ciphertext that cannot be read now is kept, never dropped.
 */
export class SecretStore implements Secrets {
  readonly #encryptor: Encryptor
  readonly #file: SecretFile
  readonly #log: Log
  readonly #onChanged: (status: SecretsStatus) => void
  readonly #known = new Map<string, string>()
  /** Names deleted or replaced in memory while the file must not be touched. */
  readonly #hidden = new Set<string>()
  #mode: SecretsStatus['mode'] = 'memory'
  #backend = 'unknown'
  #problem: SecretsStatus['problem'] = null
  readonly #queue = new SerialQueue()

  constructor(deps: {
    encryptor: Encryptor
    file: SecretFile
    log: Log
    /** The keyring was unlocked, or turned out to be locked. */
    onChanged?: (status: SecretsStatus) => void
  }) {
    this.#encryptor = deps.encryptor
    this.#onChanged = deps.onChanged ?? (() => undefined)
    this.#file = deps.file
    this.#log = deps.log
  }

  /** Looks at the backend once the app is ready, and moves older ciphertexts to a stronger one. */
  async start(): Promise<void> {
    this.#backend = this.#encryptor.backend()
    const content = this.#file.read()
    const isWeak = WEAK_BACKENDS.has(this.#backend)
    if (isWeak && content.isWeakAllowed) this.#encryptor.allowPlainText()
    const isAvailable = await this.#encryptor.isAvailable().catch(() => false)
    this.#mode =
      !isWeak && isAvailable ? 'encrypted' : isWeak && content.isWeakAllowed && isAvailable ? 'weak' : 'memory'
    this.#problem = null
    if (!isWeak && !isAvailable) this.#problem = 'locked'
    else if (this.#isForeign(content)) await this.#migrate(content)
  }

  /** Reads all that is stored, so that redaction knows every value. What cannot be read stays for later. */
  async learnAll(): Promise<void> {
    for (const name of Object.keys(this.#file.read().entries)) await this.get(name).catch(() => null)
  }

  status(): SecretsStatus {
    return { mode: this.#mode, backend: this.#backend, problem: this.#problem }
  }

  has(name: string): boolean {
    return this.#known.has(name) || (!this.#hidden.has(name) && Object.hasOwn(this.#file.read().entries, name))
  }

  isLost(name: string): boolean {
    return !this.has(name) && (this.#file.read().memoryOnly ?? []).includes(name)
  }

  /** Null when never set. Throws `SECRET_STORE_LOCKED` or `SECRET_STORE_CHANGED` when it is set but cannot be read now. */
  async get(name: string): Promise<string | null> {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    if (this.#hidden.has(name)) return null
    const content = this.#file.read()
    const encrypted = Object.hasOwn(content.entries, name) ? content.entries[name] : undefined
    if (encrypted === undefined) return null
    if (this.#isForeign(content)) throw new AppError('SECRET_STORE_CHANGED', { backend: this.#backend })
    try {
      const plain = await this.#encryptor.decrypt(Buffer.from(encrypted, 'base64'))
      this.#known.set(name, plain)
      if (this.#problem === 'locked') await this.#lookAgain()
      return plain
    } catch (cause) {
      this.#setProblem('locked')
      throw new AppError('SECRET_STORE_LOCKED', { backend: this.#backend }, { cause })
    }
  }

  /** Stores or replaces. Resolves once it is on disk, or in memory where the mode is `memory`. */
  set(name: string, value: string): Promise<void> {
    return this.#queue.add(async () => {
      if (this.#problem === 'locked') await this.#lookAgain()
      await this.#store(name, value)
    })
  }

  async #store(name: string, value: string): Promise<void> {
    if (!this.#canWrite()) {
      this.#known.set(name, value)
      this.#hidden.add(name)
      this.#noteMemoryOnly(name, true)
      return
    }
    const encrypted = (await this.#encryptor.encrypt(value)).toString('base64')
    const content = this.#file.read()
    this.#file.write({ ...content, backend: this.#backend, entries: { ...content.entries, [name]: encrypted } })
    this.#noteMemoryOnly(name, false)
    this.#known.set(name, value)
    this.#hidden.delete(name)
  }

  /** A keyring that was locked may have been unlocked since: what was set meanwhile is then written. */
  async #lookAgain(): Promise<void> {
    await this.start()
    if (this.#problem === null && this.#canWrite()) {
      for (const name of [...this.#hidden]) await this.#store(name, this.#known.get(name) ?? '')
    }
    this.#onChanged(this.status())
  }

  #setProblem(problem: SecretsStatus['problem']): void {
    if (problem === this.#problem) return
    this.#problem = problem
    this.#onChanged(this.status())
  }

  delete(name: string): Promise<void> {
    return this.#queue.add(async () => {
      this.#known.delete(name)
      this.#hidden.delete(name)
      this.#noteMemoryOnly(name, false)
      const content = this.#file.read()
      if (!Object.hasOwn(content.entries, name)) return
      const { [name]: _deleted, ...entries } = content.entries
      this.#file.write({ ...content, entries })
    })
  }

  /** After the operator agreed in a dialog: writes what is in memory with the weak backend. */
  async allowWeak(): Promise<SecretsStatus> {
    this.#file.write({ ...this.#file.read(), isWeakAllowed: true })
    await this.start()
    if (this.#canWrite()) for (const [name, value] of [...this.#known]) await this.set(name, value)
    return this.status()
  }

  /** The exact values seen in this run, for redaction. */
  values(): Iterable<string> {
    return this.#known.values()
  }

  #noteMemoryOnly(name: string, isMemoryOnly: boolean): void {
    const content = this.#file.read()
    const names = content.memoryOnly ?? []
    if (names.includes(name) === isMemoryOnly) return
    const memoryOnly = isMemoryOnly ? [...names, name] : names.filter((other) => other !== name)
    this.#file.write({ ...content, memoryOnly })
  }

  #canWrite(): boolean {
    return this.#mode !== 'memory' && !this.#isForeign(this.#file.read())
  }

  #isForeign(content: SecretFileContent): boolean {
    return content.backend !== null && content.backend !== this.#backend && Object.keys(content.entries).length > 0
  }

  async #migrate(content: SecretFileContent): Promise<void> {
    if (this.#mode !== 'encrypted') {
      this.#problem = 'changed'
      return
    }
    try {
      const entries: Record<string, string> = {}
      for (const [name, encrypted] of Object.entries(content.entries)) {
        const plain = await this.#encryptor.decrypt(Buffer.from(encrypted, 'base64'))
        entries[name] = (await this.#encryptor.encrypt(plain)).toString('base64')
      }
      this.#file.write({ ...content, backend: this.#backend, entries })
      this.#log.info('secrets moved to another backend', { from: content.backend, to: this.#backend })
    } catch {
      this.#problem = 'changed'
      this.#log.warn('stored secrets cannot be read with the present backend', {
        was: content.backend,
        is: this.#backend,
      })
    }
  }
}
