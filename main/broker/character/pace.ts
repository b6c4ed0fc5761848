import { commandsPerS } from '../../../preload/contract/models/broker/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { After } from '../../shared/timers.ts'
import { LastSecond } from './last-second.ts'

/** Share of a second's limit that may be used in one moment; the rest comes evenly. */
const BURST_S = 0.1
const MESSAGES_PER_COMMAND = 2
/** Share of the limit that is left free in each second for messages on their way here, what is made up for included. */
const FREE_SHARE = 0.05
/** Places that a busy moment of this machine held up are made up for, so many ms of them at most. */
const MADE_UP_MS = 1_000
/** Until a second that is full is looked at again. */
const FULL_AGAIN_MS = 25

interface Waiting {
  /** Messages of a turn. */
  readonly places: number
  readonly isCommand: boolean
  readonly go: () => void
}

interface PaceDeps {
  readonly now: Clock
  readonly after: After
}

/**
 * Keeps the messages of one connection under the broker's limit a second, in both directions: a command takes the place of
 * its answer along, and what else comes in takes places of commands. What is over the limit would be discarded unsaid.
 *
 * Messages go evenly. Where this machine stood still for a moment they go closer together afterwards, so that a wave takes the
 * time that was said; never closer than what really passed in the last second allows.
 */
export class Pace {
  readonly #deps: PaceDeps
  readonly #perMs: number
  readonly #most: number
  readonly #mostInSecond: number
  /** Commands by the time of their acknowledgement: the broker counted them by then, and perhaps not before. */
  readonly #sent = new LastSecond()
  readonly #answered = new LastSecond()
  readonly #others = new LastSecond()
  readonly #waiting: Waiting[] = []
  #places: number
  #unacknowledged = 0
  /** Messages that were asked for and have their places already. */
  #expected = 0
  #at: number
  #callOff: (() => void) | null = null

  constructor(messagesPerS: number, deps: PaceDeps) {
    this.#deps = deps
    this.#perMs = ((commandsPerS({ messagesPerS }) ?? 0) * MESSAGES_PER_COMMAND) / 1000
    this.#most = Math.max(MESSAGES_PER_COMMAND, messagesPerS * BURST_S)
    this.#mostInSecond = messagesPerS - Math.floor(messagesPerS * FREE_SHARE)
    this.#places = this.#most
    this.#at = deps.now()
  }

  /** Resolves when a command may be sent, in the order of the calls; null if it may at once. */
  turn(): Promise<void> | null {
    return this.#wait(MESSAGES_PER_COMMAND, true)
  }

  /** Resolves when so many messages may be asked for; null if they may at once. */
  room(messages: number): Promise<void> | null {
    return this.#wait(messages, false)
  }

  /** So many of those that were asked for did not come. */
  missed(messages: number): void {
    this.#expected = Math.max(0, this.#expected - messages)
  }

  /** The broker took a command, or will not any more: while it is slow, what waits would reach it all at once. */
  acknowledged(): void {
    this.#unacknowledged = Math.max(0, this.#unacknowledged - 1)
    this.#sent.add(this.#deps.now())
    this.#arm()
  }

  /** Counts an answer to a command, whose place was taken with it. */
  answered(): void {
    this.#answered.add(this.#deps.now())
  }

  /** Counts a message that came in and is no answer to a command. */
  received(): void {
    this.#others.add(this.#deps.now())
    if (this.#expected > 0) {
      this.#expected -= 1
      return
    }
    this.#refill()
    // Never more than a second behind, because nobody can slow down what others send.
    this.#places = Math.max(this.#places - 1, -this.#perMs * 1000)
  }

  /** Lets everybody go who waits: the connection is over, so that nothing is sent any more. */
  end(): void {
    this.#callOff?.()
    this.#callOff = null
    for (const { go } of this.#waiting.splice(0)) go()
  }

  #wait(places: number, isCommand: boolean): Promise<void> | null {
    this.#refill()
    if (this.#waiting.length === 0 && this.#take({ places, isCommand })) return null
    return new Promise((go) => {
      this.#waiting.push({ places, isCommand, go })
      this.#arm()
    })
  }

  #arm(): void {
    const next = this.#waiting[0]
    if (this.#callOff !== null || next === undefined || this.#isHeld(next)) return
    const missing = this.#needed(next) - this.#places
    const waitMs = missing > 0 ? Math.ceil(missing / this.#perMs) : FULL_AGAIN_MS
    this.#callOff = this.#deps.after(Math.max(1, waitMs), () => {
      this.#callOff = null
      this.#refill()
      for (let first = this.#waiting[0]; first !== undefined && this.#take(first); first = this.#waiting[0]) {
        this.#waiting.shift()
        first.go()
      }
      this.#arm()
    })
  }

  #take(next: Omit<Waiting, 'go'>): boolean {
    if (this.#places < this.#needed(next) || this.#isHeld(next) || this.#isFull(next)) return false
    this.#places -= next.places
    if (next.isCommand) this.#unacknowledged += 1
    else this.#expected += next.places
    return true
  }

  #needed({ places }: Omit<Waiting, 'go'>): number {
    return Math.min(places, this.#most)
  }

  #isHeld({ isCommand }: Omit<Waiting, 'go'>): boolean {
    return isCommand && this.#unacknowledged >= this.#most
  }

  /** True if the last second would have too many. An answer that is still to come counts with its command. */
  #isFull({ places }: Omit<Waiting, 'go'>): boolean {
    const now = this.#deps.now()
    const [sent, answered] = [this.#sent.count(now) + this.#unacknowledged, this.#answered.count(now)]
    const passed = sent + Math.max(sent, answered) + this.#others.count(now) + this.#expected
    return passed > 0 && passed + places > this.#mostInSecond
  }

  #refill(): void {
    const now = this.#deps.now()
    // Nobody waited in an idle time, so that there is nothing to make up for.
    const most = this.#waiting.length === 0 ? this.#most : this.#perMs * MADE_UP_MS
    this.#places = Math.min(Math.max(most, this.#most), this.#places + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = now
  }
}
