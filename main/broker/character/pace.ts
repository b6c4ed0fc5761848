import { commandsPerS } from '../../../preload/contract/models/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { After } from '../../shared/timers.ts'

/** Share of a second's limit that may be used in one moment; the rest comes evenly. */
const BURST_S = 0.1
const MESSAGES_PER_COMMAND = 2

interface PaceDeps {
  readonly now: Clock
  readonly after: After
}

/**
 * Keeps the messages of one connection under the broker's limit a second, in both directions: a command takes the place of
 * its answer along, and what else comes in takes places of commands. What is over the limit would be discarded unsaid.
 */
export class Pace {
  readonly #deps: PaceDeps
  readonly #perMs: number
  readonly #most: number
  readonly #waiting: (() => void)[] = []
  #places: number
  #at: number
  #callOff: (() => void) | null = null

  constructor(messagesPerS: number, deps: PaceDeps) {
    this.#deps = deps
    this.#perMs = ((commandsPerS({ messagesPerS }) ?? 0) * MESSAGES_PER_COMMAND) / 1000
    this.#most = Math.max(MESSAGES_PER_COMMAND, messagesPerS * BURST_S)
    this.#places = this.#most
    this.#at = deps.now()
  }

  /** Resolves when a command may be sent, in the order of the calls; null if it may at once. */
  turn(): Promise<void> | null {
    this.#refill()
    if (this.#waiting.length === 0 && this.#take()) return null
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#arm()
    })
  }

  /** Counts a message that came in and is no answer to a command. */
  received(): void {
    this.#refill()
    // Never more than a second behind, because nobody can slow down what others send.
    this.#places = Math.max(this.#places - 1, -this.#perMs * 1000)
  }

  /** Lets everybody go who waits: the connection is over, so that nothing is sent any more. */
  end(): void {
    this.#callOff?.()
    this.#callOff = null
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #arm(): void {
    if (this.#callOff !== null || this.#waiting.length === 0) return
    const missing = MESSAGES_PER_COMMAND - this.#places
    this.#callOff = this.#deps.after(Math.max(1, Math.ceil(missing / this.#perMs)), () => {
      this.#callOff = null
      this.#refill()
      while (this.#waiting.length > 0 && this.#take()) this.#waiting.shift()?.()
      this.#arm()
    })
  }

  #take(): boolean {
    if (this.#places < MESSAGES_PER_COMMAND) return false
    this.#places -= MESSAGES_PER_COMMAND
    return true
  }

  #refill(): void {
    const now = this.#deps.now()
    this.#places = Math.min(this.#most, this.#places + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = now
  }
}
