import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../ports.ts'

const deriveKey = promisify<string | Buffer, Buffer, number, Buffer>(scrypt)

const KEY_BYTES = 32
const SALT_BYTES = 16
const FREE_FAILURES = 5
const FIRST_BLOCK_MS = 1_000
const LAST_BLOCK_MS = 60_000
const MAX_TRACKED = 10_000

/** Salted scrypt hash of a password. */
interface PasswordHash {
  readonly salt: Buffer
  readonly key: Buffer
}

interface Failures {
  readonly count: number
  readonly blockedUntil: number
}

/** Checks logins against salted hashes and slows down whoever guesses. Passwords are not kept. */
export class EmbeddedLogins {
  readonly #now: Clock
  /** An account may have more than one password. */
  readonly #hashes = new Map<string, readonly PasswordHash[]>()
  readonly #failures = new Map<string, Failures>()
  #decoy: Promise<PasswordHash> | null = null

  constructor(now: Clock) {
    this.#now = now
  }

  async add(name: string, password: string): Promise<void> {
    this.#decoy ??= hash(randomBytes(16).toString('hex'))
    this.#push(name, await hash(password))
  }

  /** Takes what `hashPassword` made. Throws when it is no such text. */
  addStored(name: string, stored: string): void {
    this.#decoy ??= hash(randomBytes(16).toString('hex'))
    this.#push(name, parseHash(stored))
  }

  /** `origin` is the address of the client: one guesser does not lock out the others. */
  async isAllowed(name: string, password: Buffer, origin: string): Promise<boolean> {
    const key = `${origin} ${name}`
    const failures = this.#failures.get(key)
    if (failures !== undefined && failures.blockedUntil > this.#now()) return false
    // An unknown name takes as long as a known one.
    const known = this.#hashes.get(name)
    const decoy = await this.#decoy
    for (const stored of known ?? (decoy === null ? [] : [decoy])) {
      const isRight = timingSafeEqual(await deriveKey(password, stored.salt, KEY_BYTES), stored.key)
      if (!isRight || known === undefined) continue
      this.#failures.delete(key)
      return true
    }
    this.#countFailure(key)
    return false
  }

  #push(name: string, added: PasswordHash): void {
    this.#hashes.set(name, [...(this.#hashes.get(name) ?? []), added])
  }

  #countFailure(key: string): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    const excess = Math.min(count - FREE_FAILURES, 16)
    const blockMs = excess < 0 ? 0 : Math.min(LAST_BLOCK_MS, FIRST_BLOCK_MS * 2 ** excess)
    if (this.#failures.size >= MAX_TRACKED) this.#failures.clear()
    this.#failures.set(key, { count, blockedUntil: this.#now() + blockMs })
  }
}

/** `scrypt:SALT:KEY` in base64url, with scrypt's parameters of Node (N 16384, r 8, p 1): all that is kept of a password. */
export async function hashPassword(password: string): Promise<string> {
  const { salt, key } = await hash(password)
  return `scrypt:${salt.toString('base64url')}:${key.toString('base64url')}`
}

function parseHash(stored: string): PasswordHash {
  const [kind, saltText = '', keyText = ''] = stored.split(':')
  const [salt, key] = [Buffer.from(saltText, 'base64url'), Buffer.from(keyText, 'base64url')]
  if (kind !== 'scrypt' || salt.length !== SALT_BYTES || key.length !== KEY_BYTES) throw new Error('no password hash')
  return { salt, key }
}

async function hash(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES)
  return { salt, key: await deriveKey(password, salt, KEY_BYTES) }
}
