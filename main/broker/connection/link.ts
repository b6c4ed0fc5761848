import type { BrokerTraits } from '../../../preload/contract/models/broker/broker-character.ts'
import type { MissingSubscription } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { ConnackFacts } from '../character/recognise.ts'
import type {
  BrokerSession,
  PublishOptions,
  SessionEnd,
  SessionMessage,
  SessionOptions,
} from '../session/broker-session.ts'
import { endBeforeTls } from '../session/connect-session.ts'
import type { openMqttSession } from '../session/mqtt-session.ts'
import type { FilterRefusals } from './filter-refusals.ts'
import { missingOf, requestsFor } from './filter-requests.ts'
import { openLane, PublishLanes } from './publish-lanes.ts'
import { retryDelayMs } from './retry-policy.ts'
import { SharedReadings } from './shared-readings.ts'

const PING_INTERVAL_MS = 30_000
const WAKE_PING_TIMEOUT_MS = 3_000

interface LinkEvents {
  onConnack(facts: ConnackFacts | null): void
  /** The broker let the console in; messages can come from now on, also before SUBACK (MQTT 5, 3.8.4). */
  onOpen(): void
  /** The broker has answered the subscriptions: the first time, and whenever it was asked again for what is missing. */
  onUp(missing: readonly MissingSubscription[]): void
  onMessage(message: SessionMessage): void
  /** A reading that came over another connection than the console's own. */
  onReading(message: SessionMessage): void
  /** Of how many connections bring the readings; 0: the console's own. */
  onShared(connections: number): void
  onRoundTrip(roundTripMs: number): void
  /** It ended just after more connections were opened: the broker may take only one. */
  onMoreRefused(): void
  /** Once, and never after close(). */
  onEnd(end: SessionEnd): void
}

export interface LinkOptions extends Omit<SessionOptions, 'events' | 'limits'> {
  readonly limits: Pick<BrokerTraits, 'inFlight' | 'packetBytes' | 'isSlowAtQos1'>
  readonly openSession: typeof openMqttSession
  readonly random: () => number
  readonly refusals: FilterRefusals
  /** True if more connections may be opened to publish on. */
  readonly allowsMore: () => boolean
  /** Messages a second of one connection, where readings may come over several; else null. */
  readonly sharedLimitPerS: () => number | null
  readonly now: Clock
  readonly events: LinkEvents
}

/** One attempt to connect and what comes of it: opens a session, subscribes to the devices, and watches that it lives. */
export class Link {
  readonly protocolVersion: 4 | 5
  readonly #options: LinkOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  #wakeTimer: NodeJS.Timeout | undefined
  /** From `verify` until the broker has answered, or the session has ended. */
  #verifying: { readonly ended: Promise<void>; readonly end: () => void } | null = null
  /** Reading of `performance.now()` at the last `verify`. */
  #verifiedFromMs = 0
  #session: BrokerSession | null = null
  #lanes: PublishLanes | null = null
  #readings: SharedReadings | null = null
  #roundTripMs: number | null = null
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

  /** Resolves when it is known whether the session lives; null while nobody doubts it. */
  get verified(): Promise<void> | null {
    return this.#verifying?.ended ?? null
  }

  /** Publishes with QoS 1; `unsent` while it is not open. */
  publish(topic: string, payload: Buffer | string, options: PublishOptions): Promise<PublishOutcome> {
    return this.#lanes?.publish(topic, payload, options) ?? Promise.resolve({ kind: 'unsent' })
  }

  open(): void {
    const { openSession, events, target, clientId, protocolVersion, connectTimeoutMs, limits } = this.#options
    const unlessOver =
      <A extends unknown[]>(handle: (...values: A) => void) =>
      (...values: A) => {
        if (!this.#isOver) handle(...values)
      }
    const onEnd = unlessOver((end: SessionEnd) => {
      if (this.#lanes?.isNew === true) events.onMoreRefused()
      this.#finish()
      events.onEnd(end)
    })
    openSession({
      ...{ target, clientId, protocolVersion, connectTimeoutMs, limits },
      events: {
        onConnack: unlessOver((facts: ConnackFacts | null) => events.onConnack(facts)),
        onOpen: unlessOver(() => {
          this.#openLanes()
          events.onOpen()
          void this.#subscribe()
        }),
        onMessage: unlessOver((message: SessionMessage) => {
          this.#readings?.received(message.topic)
          events.onMessage(message)
        }),
        onRoundTrip: unlessOver((roundTripMs: number) => {
          // The answer to what was asked before proves nothing: it may have lain in the socket while the computer slept.
          if (roundTripMs <= performance.now() - this.#verifiedFromMs) this.#endVerifying()
          this.#roundTripMs = roundTripMs
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
    if (this.#verifying === null) {
      let end = (): void => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      this.#verifying = { ended, end }
    }
    this.#verifiedFromMs = performance.now()
    clearTimeout(this.#wakeTimer)
    this.#wakeTimer = setTimeout(() => this.#session?.abort(new Error('Keepalive timeout')), WAKE_PING_TIMEOUT_MS)
    this.#session?.ping()
  }

  /** Adds filters with QoS 0: resolves with what takes them back, or with null when one is refused or the link ends. */
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

  #openLanes(): void {
    if (this.#session === null) return
    this.#lanes = new PublishLanes({
      main: this.#session,
      open: (index, onEnd) => openLane(this.#options, String(index + 1), { onEnd }),
      roundTripMs: () => this.#roundTripMs,
      isAllowed: this.#options.allowsMore,
    })
    const { events, now, sharedLimitPerS } = this.#options
    this.#readings = new SharedReadings({
      main: this.#session,
      open: (index, one) => openLane(this.#options, `r${index}`, one),
      limitPerS: sharedLimitPerS,
      refused: () => this.#missing.map(({ filter }) => filter),
      now,
      onMessage: (message) => events.onReading(message),
      onChanged: (connections) => events.onShared(connections),
    })
  }

  async #subscribe(): Promise<void> {
    const session = this.#session
    if (session === null) return
    const { connectTimeoutMs, refusals, events } = this.#options
    const limit = this.#later(connectTimeoutMs, () => session.abort(new Error('suback timeout')))
    for (const filters of refusals.requests()) {
      refusals.asking(filters)
      await this.#request(session, filters)
      if (this.#isOver) return
    }
    refusals.asking(null)
    clearTimeout(limit)
    events.onUp(this.#missing)
    this.#askAgain(session, 1)
    this.#measure(session)
  }

  async #request(session: BrokerSession, filters: readonly string[]): Promise<void> {
    const answered = missingOf(filters, await session.request(requestsFor(filters, this.#options.limits.isSlowAtQos1)))
    this.#missing = [...this.#missing.filter(({ filter }) => !filters.includes(filter)), ...answered]
  }

  /** Asks again for what was refused without a lasting reason, each time after a longer wait. */
  #askAgain(session: BrokerSession, attempt: number): void {
    const filters = this.#missing.filter(({ isForNow }) => isForNow).map(({ filter }) => filter)
    if (filters.length === 0) return
    this.#later(retryDelayMs(attempt, this.#options.random), async () => {
      await this.#request(session, filters)
      if (this.#isOver) return
      this.#options.events.onUp(this.#missing)
      this.#askAgain(session, attempt + 1)
    })
  }

  #measure(session: BrokerSession): void {
    session.ping()
    this.#later(PING_INTERVAL_MS, () => this.#measure(session))
  }

  #later(delayMs: number, run: () => void | Promise<void>): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void run()
    }, delayMs)
    this.#timers.add(timer)
    return timer
  }

  #finish(): void {
    this.#isOver = true
    this.#lanes?.end()
    this.#readings?.end()
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#endVerifying()
  }

  #endVerifying(): void {
    clearTimeout(this.#wakeTimer)
    this.#verifying?.end()
    this.#verifying = null
  }
}
