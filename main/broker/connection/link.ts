import type { ConnackFacts } from '../character/recognise.ts'
import type { BrokerSession, SessionEnd, SessionMessage, SessionOptions } from '../session/broker-session.ts'
import { endBeforeTls } from '../session/connect-session.ts'
import type { openMqttSession } from '../session/mqtt-session.ts'
import type { FilterRefusals } from './filter-refusals.ts'

const PING_INTERVAL_MS = 30_000
const WAKE_PING_TIMEOUT_MS = 3_000

interface LinkEvents {
  onConnack(facts: ConnackFacts | null): void
  /** The broker has answered the subscriptions. */
  onUp(refusedFilters: readonly string[]): void
  onMessage(message: SessionMessage): void
  onRoundTrip(roundTripMs: number): void
  /** Once, and never after close(). */
  onEnd(end: SessionEnd): void
}

export interface LinkOptions extends Omit<SessionOptions, 'events'> {
  readonly openSession: typeof openMqttSession
  readonly droppedFilters: ReadonlySet<string>
  readonly refusals: FilterRefusals
  readonly events: LinkEvents
}

/** One attempt to connect and what comes of it: opens a session, subscribes to the devices, and watches that it lives. */
export class Link {
  readonly protocolVersion: 4 | 5
  readonly #options: LinkOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  #wakeTimer: NodeJS.Timeout | undefined
  #session: BrokerSession | null = null
  /** Ended or closed: what the session still says is dropped. */
  #isOver = false

  constructor(options: LinkOptions) {
    this.protocolVersion = options.protocolVersion
    this.#options = options
  }

  get session(): BrokerSession | null {
    return this.#session
  }

  open(): void {
    const { openSession, events, droppedFilters: _dropped, refusals: _refusals, ...options } = this.#options
    const unlessOver =
      <A extends unknown[]>(handle: (...values: A) => void) =>
      (...values: A) => {
        if (!this.#isOver) handle(...values)
      }
    const onEnd = unlessOver((end: SessionEnd) => {
      this.#finish()
      events.onEnd(end)
    })
    openSession({
      ...options,
      events: {
        onConnack: unlessOver((facts: ConnackFacts | null) => events.onConnack(facts)),
        onOpen: unlessOver(() => void this.#subscribe()),
        onMessage: unlessOver((message: SessionMessage) => events.onMessage(message)),
        onRoundTrip: unlessOver((roundTripMs: number) => {
          clearTimeout(this.#wakeTimer)
          events.onRoundTrip(roundTripMs)
        }),
        onEnd,
      },
    }).then(
      (session) => {
        if (this.#isOver) void session.close()
        else this.#session = session
      },
      (error: unknown) => onEnd(endBeforeTls(error)),
    )
  }

  /** Finds out within a few seconds if the session is still alive; ends it when it is not. */
  verify(): void {
    clearTimeout(this.#wakeTimer)
    this.#wakeTimer = setTimeout(() => this.#session?.abort(new Error('Keepalive timeout')), WAKE_PING_TIMEOUT_MS)
    this.#session?.ping()
  }

  /** Adds filters with QoS 0 for a while: resolves with what ends that, or with null when any of them is refused or the link ends. */
  async ask(filters: readonly string[]): Promise<(() => void) | null> {
    const session = this.#session
    if (session === null || this.#isOver) return null
    const refused = await session.subscribe(filters, 0)
    if (refused.length > 0 || this.#isOver) return null
    return () => {
      if (!this.#isOver) void session.unsubscribe(filters)
    }
  }

  /** Says nothing more and closes the session. Never rejects. */
  async close(): Promise<void> {
    this.#finish()
    await this.#session?.close()
  }

  async #subscribe(): Promise<void> {
    const session = this.#session
    if (session === null) return
    const { connectTimeoutMs, droppedFilters, refusals, events } = this.#options
    const limit = this.#later(connectTimeoutMs, () => session.abort(new Error('suback timeout')))
    const refused: string[] = []
    for (const filters of refusals.requests()) {
      const asked = filters.filter((filter) => !droppedFilters.has(filter))
      if (asked.length === 0) continue
      refusals.asking(asked)
      refused.push(...(await session.subscribe(asked)))
      if (this.#isOver) return
    }
    refusals.asking(null)
    clearTimeout(limit)
    events.onUp(refused)
    this.#measure(session)
  }

  #measure(session: BrokerSession): void {
    session.ping()
    this.#later(PING_INTERVAL_MS, () => this.#measure(session))
  }

  #later(delayMs: number, run: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, delayMs)
    this.#timers.add(timer)
    return timer
  }

  #finish(): void {
    this.#isOver = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    clearTimeout(this.#wakeTimer)
  }
}
