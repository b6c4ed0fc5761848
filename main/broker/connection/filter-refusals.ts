import type { MissingSubscription } from '../../../preload/contract/models/broker/connection.ts'
import type { SessionEnd } from '../session/broker-session.ts'
import { DEVICE_FILTERS, isOptionalFilter } from '../session/device-filters.ts'

const NOT_AUTHORIZED = 0x87

/**
 * Finds the filters on which a broker hangs up. After a session that ended between SUBSCRIBE and SUBACK, those that the
 * console can work without are asked for one at a time, and each one on which it ends again is left out.
 */
export class FilterRefusals {
  readonly #leftOut = new Set<string>()
  #isCareful = false
  #asked: string | null = null
  /** It once took all that it was asked for, so that it hangs up for another reason: a dead node of its cluster, say. */
  #wasTaken = false
  /** On which the broker hung up, and how often in a row: once may be a restart of it. */
  #fatal: { readonly filter: string; readonly times: number } | null = null

  /** What the console does without: filters on which the broker hangs up, and those that it refused. */
  missing(refused: readonly MissingSubscription[]): readonly MissingSubscription[] {
    return [...Array.from(this.#leftOut, (filter) => ({ filter, isForNow: false })), ...refused]
  }

  /** The filter that the console cannot do without and that the broker hangs up on; null if there is none. */
  get needed(): string | null {
    return !this.#wasTaken && this.#fatal !== null && this.#fatal.times > 1 ? this.#fatal.filter : null
  }

  /** What to subscribe to, in as many SUBSCRIBE packets, one after the other. */
  requests(): readonly (readonly string[])[] {
    const filters = DEVICE_FILTERS.filter((filter) => !this.#leftOut.has(filter))
    return this.#isCareful ? filters.map((filter) => [filter]) : [filters]
  }

  /** To be called before each of them; null when the broker has answered the last. */
  asking(filters: readonly string[] | null): void {
    this.#asked = filters?.length === 1 ? (filters[0] ?? null) : null
    if (filters === null) this.#wasTaken = true
  }

  /** Returns true if the session ended on a filter that is left out from now on, or may have: it is worth to try at once. */
  ended({ error, reasonCode, stage }: SessionEnd, isUp: boolean): boolean {
    const code = error !== null && 'code' in error ? error.code : null
    const isClosed =
      stage === 'open' && (error === null || code === 'ECONNRESET') && [null, NOT_AUTHORIZED].includes(reasonCode)
    if (isUp || !isClosed) return false
    const asked = this.#asked
    this.#asked = null
    if (!this.#isCareful) {
      this.#isCareful = true
      return true
    }
    if (asked !== null && !isOptionalFilter(asked)) {
      this.#fatal = { filter: asked, times: this.#fatal?.filter === asked ? this.#fatal.times + 1 : 1 }
    }
    if (asked === null || !isOptionalFilter(asked) || this.#leftOut.has(asked)) return false
    this.#leftOut.add(asked)
    return true
  }
}
