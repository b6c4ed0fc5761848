import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../../shared/clock.ts'
import { Allowance } from './allowance.ts'

/** A laptop's two networks, each with IPv4 and IPv6. */
const ADDRESSES_OF_ACCOUNT = 4
/** Wrong ones from an address and for an account that were right before: far more than slips, far fewer than a dictionary. */
const WRONG_ONES = { most: 500, oneBackMs: 20_000 }

interface Remembered {
  readonly mac: Buffer
  readonly wrongOnes: Allowance
}

/**
 * Logins that were right, by account and address, for as long as the broker runs. They come back at once: neither guessing
 * from their address nor a full line of other logins locks them out, and a fleet that returns after a power cut costs no
 * hashes. Kept is a keyed digest; its key lives no longer than this object.
 */
export class RememberedLogins {
  readonly #now: Clock
  readonly #key = randomBytes(32)
  readonly #logins = new Map<string, Map<string, Remembered>>()

  constructor(now: Clock) {
    this.#now = now
  }

  add(name: string, password: Buffer, address: string): void {
    const ofAccount = this.#logins.get(name) ?? new Map<string, Remembered>()
    this.#logins.set(name, ofAccount)
    const wrongOnes = ofAccount.get(address)?.wrongOnes ?? new Allowance(WRONG_ONES, this.#now)
    ofAccount.delete(address)
    ofAccount.set(address, { mac: this.#digest(password), wrongOnes })
    const [oldest] = ofAccount.keys()
    if (ofAccount.size > ADDRESSES_OF_ACCOUNT && oldest !== undefined) ofAccount.delete(oldest)
  }

  /** True when this very login was right before. False says nothing about the password. */
  isRight(name: string, password: Buffer, address: string): boolean {
    const remembered = this.#logins.get(name)?.get(address)
    if (remembered === undefined || !remembered.wrongOnes.take()) return false
    if (!timingSafeEqual(this.#digest(password), remembered.mac)) return false
    remembered.wrongOnes.giveBack()
    return true
  }

  #digest(password: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(password).digest()
  }
}
