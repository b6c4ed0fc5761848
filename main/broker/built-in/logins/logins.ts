import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../../../shared/clock.ts'
import { LoginThrottle } from './login-throttle.ts'
import { RememberedLogins } from './remembered-logins.ts'
import { WorkLine } from './work-queue.ts'

const deriveKey = promisify<string | Buffer, Buffer, number, Buffer>(scrypt)

const KEY_BYTES = 32
const SALT_BYTES = 16
/** No account has a longer one. */
const MAX_NAME_CHARS = 64
/** 256 characters of four bytes each. */
const MAX_PASSWORD_BYTES = 1_024
/**
 * A hash takes some 50 ms of one of the four threads that files are written by too: with two at once, an `fsync` never waits
 * for a login. A line of 256 is some 7 s.
 */
const HASHING = { atOnce: 2, mostWaiting: 256 }

/** Salted scrypt hash of a password. */
interface PasswordHash {
  readonly salt: Buffer
  readonly key: Buffer
}

/** `slowed`: too many wrong ones before it, so that it was not looked at; `busy`: too many are waiting to be looked at. */
export type LoginVerdict = 'right' | 'wrong' | 'slowed' | 'busy'

/** Checks logins against salted hashes and slows down whoever guesses. Passwords are not kept. */
export class BuiltInLogins {
  /** An account may have more than one password. */
  readonly #hashes = new Map<string, readonly PasswordHash[]>()
  readonly #throttle: LoginThrottle
  readonly #remembered: RememberedLogins
  readonly #line = new WorkLine(HASHING)
  #decoy: Promise<PasswordHash> | null = null

  constructor(now: Clock) {
    this.#throttle = new LoginThrottle(now)
    this.#remembered = new RememberedLogins(now)
  }

  async add(name: string, password: string): Promise<void> {
    this.#push(name, await hash(password))
  }

  /** Takes what `hashPassword` made. Throws when it is no such text. */
  addStored(name: string, stored: string): void {
    this.#push(name, parseHash(stored))
  }

  /** `origin` is the address of the client: one guesser does not lock out the others. */
  async check(name: string, password: Buffer, origin: string): Promise<LoginVerdict> {
    const isTooLong = name.length > MAX_NAME_CHARS || password.length > MAX_PASSWORD_BYTES
    if (!isTooLong && this.#remembered.isRight(name, password, origin)) return 'right'
    if (this.#throttle.isBlocked(origin)) return 'slowed'
    if (isTooLong) {
      this.#throttle.begin(origin)?.settle(false)
      return 'wrong'
    }
    return (await this.#line.run(() => this.#checkHashes(name, password, origin))) ?? 'busy'
  }

  /** The login counts as failed before the first hash, so that many at once are no more guesses than one after the other. */
  async #checkHashes(name: string, password: Buffer, origin: string): Promise<LoginVerdict> {
    const attempt = this.#throttle.begin(origin)
    if (attempt === null) return 'slowed'
    let isRight = false
    try {
      isRight = await this.#isRight(name, password)
    } finally {
      attempt.settle(isRight)
    }
    if (isRight) this.#remembered.add(name, password, origin)
    return isRight ? 'right' : 'wrong'
  }

  /** An unknown name takes as long as a known one, and one with a single password as long as one with two. */
  async #isRight(name: string, password: Buffer): Promise<boolean> {
    const known = this.#hashes.get(name) ?? []
    const rounds = Math.max(0, ...[...this.#hashes.values()].map((hashes) => hashes.length))
    for (let round = 0; round < rounds; round += 1) {
      const stored = known[round] ?? (await this.#someHash())
      const isSame = timingSafeEqual(await deriveKey(password, stored.salt, KEY_BYTES), stored.key)
      if (isSame && known[round] !== undefined) return true
    }
    return false
  }

  #someHash(): Promise<PasswordHash> {
    this.#decoy ??= hash(randomBytes(16).toString('hex'))
    return this.#decoy
  }

  #push(name: string, added: PasswordHash): void {
    void this.#someHash()
    this.#hashes.set(name, [...(this.#hashes.get(name) ?? []), added])
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
