import type { Clock } from '../../../shared/clock.ts'
import { Allowance } from './allowance.ts'
import { loginNetwork } from './login-network.ts'

const FREE_FAILURES = 5
const FIRST_BLOCK_MS = 1_000
const LAST_BLOCK_MS = 60_000
/** Longer than the block, so that waiting for it gives no more guesses than guessing on. */
const FORGET_MS = 15 * 60_000
/** Each record costs one of the failures of all, so that these come back sooner than the table fills. */
const MAX_TRACKED = 1_024
const FAILURES_OF_ALL = { most: 100, oneBackMs: 2_000 }

interface Tally {
  failures: number
  failedAt: number
  /** Logins whose password is being checked. */
  pending: number
}

/** One login that may be checked; it counts as failed from now on, until it is told to be right. */
export interface Attempt {
  settle(isRight: boolean): void
}

/** Slows guessing down: one budget for each network that logins come from, and one for all of them. */
export class LoginThrottle {
  readonly #now: Clock
  readonly #all: Allowance
  /** The one that failed longest ago comes first. */
  readonly #records = new Map<string, Tally>()

  constructor(now: Clock) {
    this.#now = now
    this.#all = new Allowance(FAILURES_OF_ALL, now)
  }

  /** True when a login from this address would be refused now, whatever its password. */
  isBlocked(address: string): boolean {
    const record = this.#recordOf(loginNetwork(address))
    return this.#all.isSpent() || (record !== null && this.#isFull(record))
  }

  /** Counts a login before its password is looked at; null when it may not be. */
  begin(address: string): Attempt | null {
    if (this.isBlocked(address)) return null
    const network = loginNetwork(address)
    const record = this.#recordOf(network) ?? { failures: 0, failedAt: this.#now(), pending: 0 }
    this.#all.take()
    record.pending += 1
    this.#put(network, record)
    return {
      settle: (isRight) => {
        record.pending -= 1
        if (isRight) {
          this.#all.giveBack()
          if (record.pending === 0 && record.failures === 0) this.#records.delete(network)
          return
        }
        record.failures += 1
        record.failedAt = this.#now()
        this.#put(network, record)
      },
    }
  }

  /** Beyond the free failures one login at a time is checked, each after a longer pause. */
  #isFull({ failures, failedAt, pending }: Tally): boolean {
    if (failures + pending < FREE_FAILURES) return false
    if (pending > 0) return true
    const blockMs = FIRST_BLOCK_MS * 2 ** Math.min(failures - FREE_FAILURES, 16)
    return this.#now() < failedAt + Math.min(LAST_BLOCK_MS, blockMs)
  }

  #recordOf(network: string): Tally | null {
    const record = this.#records.get(network)
    if (record === undefined) return null
    const isForgotten = record.pending === 0 && this.#now() - record.failedAt > FORGET_MS
    return isForgotten ? null : record
  }

  #put(network: string, record: Tally): void {
    this.#records.delete(network)
    this.#records.set(network, record)
    const [oldest] = this.#records.keys()
    if (this.#records.size > MAX_TRACKED && oldest !== undefined) this.#records.delete(oldest)
  }
}
