import { randomBytes } from 'node:crypto'
import type { ConnectionStatus } from '../../../preload/contract/models/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type Diagnosis, describe, diagnose } from '../diagnosis/diagnose.ts'
import { type BrokerSession, openMqttSession, type PublishOptions, type SessionEnd } from '../session/mqtt-session.ts'
import type { PublishOutcome } from '../session/publish-window.ts'
import { faultOf, isVersionRefused } from '../session/session-fault.ts'
import { addressOf, type ConnectionTarget, isTlsTarget } from '../session/target.ts'
import { DEVICE_FILTERS } from './device-filters.ts'
import { checkInput } from './input-check.ts'
import { Listeners } from './listeners.ts'
import { retryDelayMs, STABLE_AFTER_MS } from './retry-policy.ts'

/** A message as it came in; `connectionId` is the profile's id, `receivedAt` epoch ms. */
export interface BrokerMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Buffer
  readonly isRetained: boolean
  readonly receivedAt: number
}

export interface BrokerConnectionDeps {
  readonly now: Clock
  readonly log: Log
  /** [0, 1); decides the jitter. */
  readonly random?: () => number
  readonly openSession?: typeof openMqttSession
  readonly connectTimeoutMs?: number
}

const CONNECT_TIMEOUT_MS = 10_000
const PING_INTERVAL_MS = 30_000
const WAKE_PING_TIMEOUT_MS = 3_000
/** So many short connections in a row that the broker closed without a reason mean two clients with one id. */
const SHORT_CONNECTIONS = 3

const NO_CONNECTION: ConnectionStatus = {
  state: 'disconnected',
  profileId: null,
  profileName: null,
  address: null,
  isTls: false,
  protocol: null,
  clientId: null,
  since: 0,
  attempt: 0,
  retryAt: null,
  roundTripMs: null,
  failure: null,
  missingSubscriptions: [],
}

/** The one connection to a broker, with our own policy of reconnecting (broker-setup.md, section 5). */
export class BrokerConnection {
  readonly #deps: Required<BrokerConnectionDeps>
  readonly #statusListeners: Listeners<ConnectionStatus>
  readonly #messageListeners: Listeners<BrokerMessage>
  #status: ConnectionStatus
  #target: ConnectionTarget | null = null
  #session: BrokerSession | null = null
  /** Identity of the current attempt; what an older one still says is dropped. */
  #attemptToken: object | null = null
  #workingVersion: 4 | 5 = 5
  #shortConnections = 0
  readonly #droppedFilters = new Set<string>()
  #timers = new Set<NodeJS.Timeout>()
  #wakeTimer: NodeJS.Timeout | undefined

  constructor(deps: BrokerConnectionDeps) {
    this.#deps = { random: Math.random, openSession: openMqttSession, connectTimeoutMs: CONNECT_TIMEOUT_MS, ...deps }
    this.#statusListeners = new Listeners('connection status', deps.log)
    this.#messageListeners = new Listeners('broker messages', deps.log)
    this.#status = { ...NO_CONNECTION, since: deps.now() }
  }

  status(): ConnectionStatus {
    return this.#status
  }

  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    return this.#statusListeners.add(listener)
  }

  onMessage(listener: (message: BrokerMessage) => void): () => void {
    return this.#messageListeners.add(listener)
  }

  /** Makes the target the active one and starts connecting; an open connection is closed first. Never rejects. */
  async connect(target: ConnectionTarget): Promise<ConnectionStatus> {
    const previous = this.#release()
    this.#target = target
    this.#workingVersion = 5
    this.#shortConnections = 0
    this.#droppedFilters.clear()
    this.#update({
      ...NO_CONNECTION,
      state: 'connecting',
      profileId: target.profile.id,
      profileName: target.profile.name,
      address: addressOf(target),
      isTls: isTlsTarget(target),
      clientId: `${target.profile.clientIdPrefix}${randomBytes(5).toString('hex')}`,
    })
    await previous?.close()
    if (this.#target !== target) return this.#status
    const problem = checkInput(target, this.#deps.now())
    if (problem === null) this.#attempt(this.#workingVersion)
    else this.#update({ state: 'stopped', failure: problem.failure })
    return this.#status
  }

  /** Ends the connection with a DISCONNECT and stops every retry. Never rejects. */
  async disconnect(): Promise<void> {
    const session = this.#release()
    this.#target = null
    if (this.#status.state !== 'disconnected') {
      const { profileId, profileName, address, isTls } = this.#status
      this.#update({ ...NO_CONNECTION, profileId, profileName, address, isTls })
    }
    await session?.close()
  }

  /** To be called when the computer wakes or the network comes back: waits for nothing. */
  wake(): void {
    const { state } = this.#status
    if (this.#target === null) return
    if (state === 'waiting' || state === 'connecting') {
      void this.#release()?.close()
      this.#attempt(this.#workingVersion)
    } else if (state === 'connected' && this.#session !== null) {
      const session = this.#session
      clearTimeout(this.#wakeTimer)
      this.#wakeTimer = setTimeout(() => session.abort(new Error('Keepalive timeout')), WAKE_PING_TIMEOUT_MS)
      session.ping()
    }
  }

  /**
   * Publishes with QoS 1, not retained, never queued while offline. With `connectionId` the message goes to that
   * connection or nowhere. Rejects only for a topic that MQTT does not allow.
   */
  async publish(
    topic: string,
    payload: Buffer | string,
    options: PublishOptions & { readonly connectionId?: string } = {},
  ): Promise<PublishOutcome> {
    if (topic.length === 0 || /[+#\0]/.test(topic)) throw new TypeError('not a topic to publish to')
    const { connectionId = this.#status.profileId } = options
    const isActive = this.#status.state === 'connected' && connectionId === this.#status.profileId
    if (!isActive || this.#session === null) return { kind: 'unsent' }
    return this.#session.publish(topic, payload, options)
  }

  /** Leaves a topic filter until the next connect(), because of messages too large to take in. */
  async unsubscribe(filter: string): Promise<void> {
    this.#droppedFilters.add(filter)
    const { missingSubscriptions } = this.#status
    if (!missingSubscriptions.includes(filter)) {
      this.#update({ missingSubscriptions: [...missingSubscriptions, filter] })
    }
    if (this.#status.state === 'connected') await this.#session?.unsubscribe(filter)
  }

  #attempt(protocolVersion: 4 | 5): void {
    const target = this.#target
    const clientId = this.#status.clientId
    if (target === null || clientId === null) return
    this.#clearTimers()
    const token = {}
    this.#attemptToken = token
    this.#update({ state: 'connecting', retryAt: null, protocol: null, roundTripMs: null })
    const guard =
      <A extends unknown[]>(handle: (...values: A) => void) =>
      (...values: A) => {
        if (this.#attemptToken === token) handle(...values)
      }
    const onEnd = guard((end: SessionEnd) => this.#ended(end, target, protocolVersion))
    const events = {
      onOpen: guard(() => void this.#opened(token, protocolVersion)),
      onMessage: guard((topic: string, payload: Buffer, isRetained: boolean) => {
        const receivedAt = this.#deps.now()
        this.#messageListeners.emit({ connectionId: target.profile.id, topic, payload, isRetained, receivedAt })
      }),
      onRoundTrip: guard((roundTripMs: number) => {
        clearTimeout(this.#wakeTimer)
        if (this.#status.state === 'connected') this.#update({ roundTripMs: Math.round(roundTripMs * 10) / 10 })
      }),
      onEnd,
    }
    const { connectTimeoutMs } = this.#deps
    this.#deps.openSession({ target, clientId, protocolVersion, connectTimeoutMs, events }).then(
      (session) => {
        if (this.#attemptToken === token) this.#session = session
        else void session.close()
      },
      (error: unknown) => {
        const cause = error instanceof Error ? error : new Error(String(error))
        onEnd({ stage: 'tls', error: cause, reasonCode: null, firstBytes: null })
      },
    )
  }

  async #opened(token: object, protocolVersion: 4 | 5): Promise<void> {
    const session = this.#session
    if (session === null) return
    const timer = this.#later(this.#deps.connectTimeoutMs, () => session.abort(new Error('suback timeout')))
    const refused = await session.subscribe(DEVICE_FILTERS.filter((filter) => !this.#droppedFilters.has(filter)))
    clearTimeout(timer)
    if (this.#attemptToken !== token) return
    this.#workingVersion = protocolVersion
    this.#later(STABLE_AFTER_MS, () => {
      this.#shortConnections = 0
      this.#update({ attempt: 0 })
    })
    this.#update({
      state: 'connected',
      protocol: protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1',
      failure: null,
      missingSubscriptions: [...this.#droppedFilters, ...refused],
    })
    this.#measure(session)
  }

  #measure(session: BrokerSession): void {
    session.ping()
    this.#later(PING_INTERVAL_MS, () => this.#measure(session))
  }

  #ended(end: SessionEnd, target: ConnectionTarget, protocolVersion: 4 | 5): void {
    const wasConnected = this.#status.state === 'connected'
    const heldMs = this.#deps.now() - this.#status.since
    this.#release()
    if (protocolVersion === 5 && end.stage === 'connack' && isVersionRefused(end)) {
      this.#attempt(4)
      return
    }
    const isHangUp = wasConnected && heldMs < STABLE_AFTER_MS && end.error === null && end.reasonCode === null
    this.#shortConnections = isHangUp ? this.#shortConnections + 1 : 0
    const { clientId } = this.#status
    const fault = faultOf(end, target, { protocolVersion, clientId })
    const isLoop = this.#shortConnections >= SHORT_CONNECTIONS
    this.#retryOrStop(isLoop ? describe('taken-over', fault) : diagnose(fault))
  }

  #retryOrStop({ failure, isFatal }: Diagnosis): void {
    const attempt = this.#status.attempt + 1
    this.#deps.log.warn('broker connection failed', { cause: failure.cause, detail: failure.detail, attempt })
    if (isFatal) {
      this.#update({ ...OFFLINE, state: 'stopped', attempt, failure })
      return
    }
    const delayMs = retryDelayMs(attempt, this.#deps.random)
    this.#update({ ...OFFLINE, state: 'waiting', attempt, failure, retryAt: this.#deps.now() + delayMs })
    this.#later(delayMs, () => this.#attempt(this.#workingVersion))
  }

  #update(change: Partial<ConnectionStatus>): void {
    const isNewState = change.state !== undefined && change.state !== this.#status.state
    this.#status = {
      ...this.#status,
      ...change,
      since: isNewState ? this.#deps.now() : this.#status.since,
    }
    if (isNewState)
      this.#deps.log.info('broker connection', { state: this.#status.state, address: this.#status.address })
    this.#statusListeners.emit(this.#status)
  }

  /** Forgets the current attempt; the caller closes the session it may have had. */
  #release(): BrokerSession | null {
    const session = this.#session
    this.#session = null
    this.#attemptToken = null
    this.#clearTimers()
    return session
  }

  #later(delayMs: number, run: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, delayMs)
    this.#timers.add(timer)
    return timer
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    clearTimeout(this.#wakeTimer)
  }
}

const OFFLINE = { retryAt: null, protocol: null, roundTripMs: null } as const
