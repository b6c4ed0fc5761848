import { randomBytes } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import type { BrokerSession, SessionMessage } from '../session/broker-session.ts'

/**
 * What devices tell again and again, and what any connection may bring. Status is not among it, because a shared subscription
 * brings no retained messages (MQTT 5, 4.8.2), and answers are not, because they belong on the console's own connection.
 */
const READINGS = ['heartbeat', 'data'] as const
const ENDINGS = READINGS.map((leaf) => `/${leaf}`)
/** Connections that are opened first; one alone would be as full as the console's own was. */
const FIRST = 2
const MOST = 8
/** Share of the limit that readings may take on one connection before another is opened. */
const BUSY_SHARE = 0.5
const WINDOW_MS = 3_000
/** Messages from one look at the clock to the next; where fewer come in a window, it is longer. */
const COUNTED_TOGETHER = 16
/** After so many connections that could not be had or did not hold, no more are tried. */
const FAILURES_MAX = 4

/** What becomes of a connection that readings are shared on. */
export interface ReadingEvents {
  onMessage(message: SessionMessage): void
  onEnd(): void
}

interface SharedReadingsDeps {
  readonly main: Pick<BrokerSession, 'request' | 'unsubscribe'>
  /** Opens one more, or resolves with null; `onEnd` is called when it ends by itself. */
  readonly open: (index: number, events: ReadingEvents) => Promise<BrokerSession | null>
  /** Messages a second of one connection; null where readings are not shared. */
  readonly limitPerS: () => number | null
  /** Filters that the broker refused on the console's own connection. */
  readonly refused: () => readonly string[]
  readonly now: Clock
  readonly onMessage: (message: SessionMessage) => void
  /** Of how many connections bring the readings; 0: the console's own. */
  readonly onChanged: (connections: number) => void
}

/**
 * Brings the readings of a fleet over several connections where the broker limits the messages of one, because what is over the
 * limit is discarded, answers to commands too. They are members of one shared subscription (MQTT 5, 4.8.2) of a group with a
 * random name, so that no other console takes a part of them. The console's own connection takes them back when the last one ends.
 */
export class SharedReadings {
  readonly #deps: SharedReadingsDeps
  readonly #group = `waypost-${randomBytes(4).toString('hex')}`
  readonly #sessions = new Set<BrokerSession>()
  /** Filters that are shared at present; empty while the console's own connection brings the readings. */
  #shared: readonly string[] = []
  #count = 0
  #since: number
  #opened = 0
  #failures = 0
  #isOpening = false
  #isEnded = false

  constructor(deps: SharedReadingsDeps) {
    this.#deps = deps
    this.#since = deps.now()
  }

  /** Takes note of a message on the console's own connection. */
  received(topic: string): void {
    if (this.#shared.length === 0 && ENDINGS.some((ending) => topic.endsWith(ending))) this.#counted()
  }

  /** The console's own connection is over. */
  end(): void {
    this.#isEnded = true
    for (const session of this.#sessions) void session.close()
    this.#sessions.clear()
  }

  #counted(): void {
    this.#count += 1
    if (this.#count % COUNTED_TOGETHER !== 0) return
    const elapsedMs = this.#deps.now() - this.#since
    if (elapsedMs >= 0 && elapsedMs < WINDOW_MS) return
    const perS = elapsedMs > 0 ? (this.#count * 1_000) / elapsedMs : 0
    this.#count = 0
    this.#since += elapsedMs
    const limit = this.#deps.limitPerS()
    const isBusy = limit !== null && perS / Math.max(1, this.#sessions.size) >= limit * BUSY_SHARE
    if (isBusy && this.#mayOpen) void this.#open()
  }

  get #mayOpen(): boolean {
    return !this.#isEnded && !this.#isOpening && this.#failures < FAILURES_MAX && this.#sessions.size < MOST
  }

  async #open(): Promise<void> {
    this.#isOpening = true
    const isFirst = this.#shared.length === 0
    const refused = this.#deps.refused()
    const filters = READINGS.map((leaf) => `device/+/${leaf}`).filter((filter) => !refused.includes(filter))
    await Promise.all(Array.from({ length: isFirst ? FIRST : 1 }, () => this.#openOne(filters)))
    this.#isOpening = false
    if (this.#isEnded || this.#sessions.size === 0) return
    this.#shared = filters
    // Only now, because what comes twice for a moment does no harm, and what does not come is lost.
    if (isFirst) await this.#deps.main.unsubscribe(filters)
    this.#deps.onChanged(this.#sessions.size)
  }

  async #openOne(filters: readonly string[]): Promise<void> {
    let isOver = false
    let session: BrokerSession | null = null
    this.#opened += 1
    session = await this.#deps.open(this.#opened, {
      onMessage: (message) => {
        this.#counted()
        this.#deps.onMessage(message)
      },
      onEnd: () => {
        isOver = true
        if (session !== null) this.#gone(session)
      },
    })
    const shared = filters.map((filter) => `$share/${this.#group}/${filter}`)
    const isTaken = session !== null && !isOver && (await session.subscribe(shared, 0)).length === 0
    if (session !== null && isTaken && !isOver && !this.#isEnded) {
      this.#sessions.add(session)
      return
    }
    this.#failures += 1
    await session?.close()
  }

  #gone(session: BrokerSession): void {
    if (this.#isEnded || !this.#sessions.delete(session)) return
    this.#failures += 1
    if (this.#sessions.size === 0) {
      const filters = this.#shared
      this.#shared = []
      void this.#deps.main.request(filters.map((filter) => ({ filter, qos: 0 })))
    }
    this.#deps.onChanged(this.#sessions.size)
  }
}
