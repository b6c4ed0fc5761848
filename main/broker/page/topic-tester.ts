import { randomBytes } from 'node:crypto'
import { AppError } from '../../../preload/contract/errors.ts'
import type {
  TesterState,
  TestFilter,
  TestPublishOutcome,
  TopicCheck,
} from '../../../preload/contract/models/broker/broker.ts'
import type { ConnectionFailure, ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import { Throttle } from '../../shared/throttle.ts'
import type { Timers } from '../../shared/timers.ts'
import type { BrokerSession, SessionMessage } from '../session/broker-session.ts'
import { SecondSessionFailed, type SecondSessionHandlers } from './second-session.ts'
import { type KeptMessage, keepMessage, showMessage } from './tester-message.ts'
import { checkFilter, checkPublishTopic, payloadBytes } from './tester-topics.ts'

export interface TopicTesterDeps {
  readonly status: () => ConnectionStatus
  readonly open: (handlers: SecondSessionHandlers) => Promise<BrokerSession>
  readonly sanitise: (text: string) => { readonly text: string; readonly marks: readonly string[] }
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly now: Clock
  readonly timers: Timers
  /** At most four times a second, with the messages since the call before, at most 50. */
  readonly onChanged: (state: TesterState) => void
}

export interface TestPublish {
  readonly topic: string
  readonly payload: string
  readonly encoding: 'text' | 'hex'
  readonly qos: 0 | 1 | 2
  readonly isRetained: boolean
}

const KEPT = 200
const NEW_AT_ONCE = 50
const MAX_FILTERS = 32
const PERIOD_MS = 250
const CHECK_TOPIC = 'test/topic'
const CHECK_TIMEOUT_MS = 5_000

/** Subscribes and publishes for a person who tests the broker, on a connection of its own. It cannot send commands. */
export class TopicTester {
  readonly #deps: TopicTesterDeps
  readonly #filters = new Map<string, TestFilter>()
  #kept: KeptMessage[] = []
  #received = 0
  #nextId = 1
  #sentId = 0
  #state: TesterState['state'] = 'idle'
  #failure: ConnectionFailure | null = null
  #connectionId: string | null = null
  #opening: Promise<BrokerSession> | null = null
  readonly #change: Throttle
  #checks = new Set<(message: SessionMessage) => void>()

  constructor(deps: TopicTesterDeps) {
    this.#deps = deps
    this.#change = new Throttle(deps.timers, PERIOD_MS, () => this.#announce())
  }

  /** With all messages that are kept. */
  state(): TesterState {
    return this.#stateWith(this.#kept)
  }

  /** Throws `TOPIC_INVALID`, `NOT_CONNECTED`, or `TEST_UNAVAILABLE` when the broker grants no second connection or filter. */
  async subscribe(filter: string, qos: 0 | 1 | 2): Promise<TesterState> {
    checkFilter(filter)
    if (!this.#filters.has(filter) && this.#filters.size >= MAX_FILTERS)
      throw new AppError('INVALID_INPUT', { field: 'filter' })
    const session = await this.#open()
    if ((await session.subscribe([filter], qos)).length > 0)
      throw new AppError('TEST_UNAVAILABLE', { reason: 'subscribe-refused' })
    this.#filters.set(filter, { filter, qos })
    return this.state()
  }

  async unsubscribe(filter: string): Promise<TesterState> {
    this.#filters.delete(filter)
    const session = await this.#opening?.catch(() => null)
    await session?.unsubscribe(filter)
    if (this.#filters.size === 0) await this.close()
    return this.state()
  }

  clear(): TesterState {
    this.#kept = []
    this.#received = 0
    this.#sentId = this.#nextId - 1
    return this.state()
  }

  /** Throws `TOPIC_RESERVED` for a topic that carries commands: those are approved, never typed here. */
  async publish({ topic, payload, encoding, qos, isRetained }: TestPublish): Promise<TestPublishOutcome> {
    checkPublishTopic(topic)
    const bytes = payloadBytes(payload, encoding)
    const session = await this.#open()
    const outcome = await publishOn(session, topic, bytes, { qos, isRetained })
    if (this.#filters.size === 0) await this.close()
    return outcome
  }

  /** The deployment guide's check: what is published to `test/topic` has to come back. */
  async check(): Promise<TopicCheck> {
    const session = await this.#open()
    try {
      if ((await session.subscribe([CHECK_TOPIC])).length > 0) return { kind: 'subscribe-refused' }
      const text = `waypost check ${randomBytes(6).toString('hex')}`
      const startedAt = performance.now()
      const arrived = this.#arrival((message) => message.topic === CHECK_TOPIC && message.payload.toString() === text)
      const outcome = await session.publish(CHECK_TOPIC, text)
      if (outcome.kind === 'refused') return { kind: 'publish-refused' }
      if (!(await arrived)) return { kind: 'silent' }
      return { kind: 'received', roundTripMs: Math.round((performance.now() - startedAt) * 10) / 10 }
    } finally {
      if (!this.#filters.has(CHECK_TOPIC)) await session.unsubscribe(CHECK_TOPIC)
      if (this.#filters.size === 0) await this.close()
    }
  }

  /** To be called when the state of the active connection changed: its filters live as long as that connection. */
  follow(): void {
    const { state, profileId } = this.#deps.status()
    const isOther = profileId !== this.#connectionId
    this.#connectionId = profileId
    if (isOther) this.clear()
    if (isOther || state === 'disconnected') {
      if (this.#filters.size === 0 && this.#opening === null && this.#state === 'idle') return
      this.#filters.clear()
      void this.close()
    } else if (state === 'connected' && this.#state === 'failed' && this.#filters.size > 0) {
      this.#open().catch(() => undefined)
    }
  }

  /** Ends the second connection; the filters stay. */
  async close(): Promise<void> {
    const opening = this.#opening
    this.#opening = null
    this.#set('idle', null)
    const session = await opening?.catch(() => null)
    await session?.close()
  }

  #open(): Promise<BrokerSession> {
    if (this.#deps.status().state !== 'connected') return Promise.reject(new AppError('NOT_CONNECTED'))
    if (this.#opening !== null) return this.#opening
    const opening: Promise<BrokerSession> = this.#connect(() => this.#opening === opening)
    this.#opening = opening
    this.#set('connecting', null)
    return opening
  }

  async #connect(isCurrent: () => boolean): Promise<BrokerSession> {
    try {
      const session = await this.#deps.open({
        onMessage: (message) => {
          if (isCurrent()) this.#take(message)
        },
        onEnd: (failure) => {
          if (isCurrent()) this.#fail(failure)
        },
      })
      for (const { filter, qos } of this.#filters.values()) await session.subscribe([filter], qos)
      if (isCurrent()) this.#set('open', null)
      return session
    } catch (error) {
      if (!(error instanceof SecondSessionFailed)) throw error
      if (isCurrent()) this.#fail(error.failure)
      throw new AppError('TEST_UNAVAILABLE', { reason: 'no-second-connection' }, { cause: error })
    }
  }

  #take(message: SessionMessage): void {
    for (const check of this.#checks) check(message)
    this.#received += 1
    this.#kept.push(keepMessage(message, this.#nextId++, this.#deps.now()))
    // In chunks, as shifting at each message would move the whole list.
    if (this.#kept.length > KEPT * 2) this.#kept = this.#kept.slice(-KEPT)
    this.#change.mark()
  }

  #arrival(isWanted: (message: SessionMessage) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isHere: boolean) => {
        cancel()
        this.#checks.delete(check)
        resolve(isHere)
      }
      const check = (message: SessionMessage) => {
        if (isWanted(message)) settle(true)
      }
      const cancel = this.#deps.timers.after(CHECK_TIMEOUT_MS, () => settle(false))
      this.#checks.add(check)
    })
  }

  #fail(failure: ConnectionFailure): void {
    this.#opening = null
    this.#set('failed', failure)
  }

  #set(state: TesterState['state'], failure: ConnectionFailure | null): void {
    this.#state = state
    this.#failure = failure
    this.#change.mark()
  }

  #announce(): void {
    const fresh = this.#kept.filter(({ id }) => id > this.#sentId).slice(-NEW_AT_ONCE)
    this.#sentId = this.#nextId - 1
    this.#deps.onChanged(this.#stateWith(fresh))
  }

  #stateWith(messages: readonly KeptMessage[]): TesterState {
    return {
      state: this.#state,
      filters: [...this.#filters.values()],
      received: this.#received,
      messages: messages.slice(-KEPT).map((kept) => showMessage(kept, this.#deps.sanitise, this.#deps.sanitiseLine)),
      failure: this.#failure,
    }
  }
}

async function publishOn(
  session: BrokerSession,
  topic: string,
  payload: Buffer,
  { qos, isRetained }: Pick<TestPublish, 'qos' | 'isRetained'>,
): Promise<TestPublishOutcome> {
  if (qos === 0) return { kind: (await session.send(topic, payload, isRetained)) ? 'sent' : 'unknown' }
  const outcome = await session.publish(topic, payload, { qos, isRetained })
  return outcome.kind === 'unsent' ? { kind: 'unknown' } : outcome
}
