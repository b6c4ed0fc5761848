import type { MissingSubscription } from '../../../preload/contract/models/connection.ts'
import type {
  BrokerSession,
  FilterRequest,
  SessionEnd,
  SessionMessage,
  SessionOptions,
} from '../session/broker-session.ts'
import { endBeforeTls } from '../session/connect-session.ts'
import type { openMqttSession } from '../session/mqtt-session.ts'
import { DEVICE_FILTERS, missingOf } from './device-filters.ts'
import { retryDelayMs } from './retry-policy.ts'

const PING_INTERVAL_MS = 30_000
const WAKE_PING_TIMEOUT_MS = 3_000

interface LinkEvents {
  /** The broker let the console in; messages can come from now on, also before SUBACK (MQTT 5, 3.8.4). */
  onOpen(): void
  /** The broker has answered the subscriptions: the first time, and whenever it was asked again for what is missing. */
  onUp(missing: readonly MissingSubscription[]): void
  onMessage(message: SessionMessage): void
  onRoundTrip(roundTripMs: number): void
  /** Once, and never after close(). */
  onEnd(end: SessionEnd): void
}

export interface LinkOptions extends Omit<SessionOptions, 'events'> {
  readonly openSession: typeof openMqttSession
  readonly random: () => number
  readonly events: LinkEvents
}

/** One attempt to connect and what comes of it: opens a session, subscribes to the devices, and watches that it lives. */
export class Link {
  readonly protocolVersion: 4 | 5
  readonly #options: LinkOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  #wakeTimer: NodeJS.Timeout | undefined
  #session: BrokerSession | null = null
  #missing: readonly MissingSubscription[] = []
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
    const { openSession, events, random: _random, ...options } = this.#options
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
        onOpen: unlessOver(() => {
          events.onOpen()
          void this.#subscribe()
        }),
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

  /** Says nothing more and closes the session. Never rejects. */
  async close(): Promise<void> {
    this.#finish()
    await this.#session?.close()
  }

  async #subscribe(): Promise<void> {
    const session = this.#session
    if (session === null) return
    const limit = this.#later(this.#options.connectTimeoutMs, () => session.abort(new Error('suback timeout')))
    await this.#ask(session, DEVICE_FILTERS, 1)
    clearTimeout(limit)
    if (!this.#isOver) this.#measure(session)
  }

  /** Asks for filters, and again for those that were refused without a lasting reason, each time after a longer wait. */
  async #ask(session: BrokerSession, filters: readonly FilterRequest[], attempt: number): Promise<void> {
    const asked = new Set(filters.map(({ filter }) => filter))
    const answered = missingOf(filters, await session.request(filters))
    if (this.#isOver) return
    this.#missing = [...this.#missing.filter(({ filter }) => !asked.has(filter)), ...answered]
    this.#options.events.onUp(this.#missing)
    const refused = new Set(answered.filter(({ isForNow }) => isForNow).map(({ filter }) => filter))
    if (refused.size === 0) return
    const again = filters.filter(({ filter }) => refused.has(filter))
    this.#later(retryDelayMs(attempt, this.#options.random), () => void this.#ask(session, again, attempt + 1))
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
