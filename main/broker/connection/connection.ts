import { randomBytes } from 'node:crypto'
import type {
  ConnectionFailure,
  ConnectionStatus,
  MissingSubscription,
} from '../../../preload/contract/models/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { Log } from '../../shared/log.ts'
import { type Diagnosis, describe, diagnose } from '../diagnosis/diagnose.ts'
import type { PublishOptions, SessionEnd } from '../session/broker-session.ts'
import { openMqttSession } from '../session/mqtt-session.ts'
import { faultAt, faultOf, isVersionRefused } from '../session/session-fault.ts'
import { addressOf, type ConnectionTarget, isTlsTarget } from '../session/target.ts'
import { DropPattern } from './drop-pattern.ts'
import { checkInput } from './input-check.ts'
import { Link } from './link.ts'
import { retryDelayMs, STABLE_AFTER_MS } from './retry-policy.ts'
import { Listeners, LiveStatus, NO_CONNECTION } from './status.ts'

/** A message as it came in; `connectionId` is the profile's id, `receivedAt` epoch ms. */
export interface BrokerMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Buffer
  /** Size of the whole payload where it was too large to take in: `payload` is then its first and last kB. */
  readonly wholeBytes?: number
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
  /** True for the profile of a broker of ours, which keeps no command whatever it speaks; no profile is unless given. */
  readonly isOwnBroker?: (profileId: string) => boolean
}

const CONNECT_TIMEOUT_MS = 10_000
const OFFLINE = { retryAt: null, protocol: null, roundTripMs: null, openedAt: null } as const

/** The one connection to a broker: which state it is in, and when it is tried again. */
export class BrokerConnection {
  readonly #deps: Required<BrokerConnectionDeps>
  readonly #status: LiveStatus
  readonly #messageListeners: Listeners<BrokerMessage>
  /** By profile the address at which its broker is known not to run: an edited profile may lead elsewhere. */
  readonly #absent = new Map<string, string>()
  #target: ConnectionTarget | null = null
  #link: Link | null = null
  #workingVersion: 4 | 5 = 5
  #drops = new DropPattern()
  #hasOtherId = false
  #retryTimer: NodeJS.Timeout | undefined
  #stableTimer: NodeJS.Timeout | undefined

  constructor(deps: BrokerConnectionDeps) {
    this.#deps = {
      random: Math.random,
      openSession: openMqttSession,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      isOwnBroker: () => false,
      ...deps,
    }
    this.#status = new LiveStatus(deps.now, deps.log)
    this.#messageListeners = new Listeners('broker messages', deps.log)
  }

  status(): ConnectionStatus {
    return this.#status.current
  }

  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    return this.#status.onChanged(listener)
  }

  onMessage(listener: (message: BrokerMessage) => void): () => void {
    return this.#messageListeners.add(listener)
  }

  /** Makes the target the active one and starts connecting; an open connection is closed first. Never rejects. */
  async connect(target: ConnectionTarget): Promise<ConnectionStatus> {
    const closing = this.#dropLink()
    this.#target = target
    this.#workingVersion = 5
    this.#drops = new DropPattern()
    this.#hasOtherId = false
    this.#status.update({
      ...NO_CONNECTION,
      state: 'connecting',
      profileId: target.profile.id,
      profileName: target.profile.name,
      address: addressOf(target),
      isTls: isTlsTarget(target),
      clientId: newClientId(target),
    })
    await closing
    if (this.#target !== target) return this.status()
    const problem = checkInput(target, this.#deps.now())
    if (problem === null) this.#attempt(this.#workingVersion)
    else this.#status.update({ state: 'stopped', failure: problem.failure })
    return this.status()
  }

  /** Ends the connection with a DISCONNECT and stops every retry. Never rejects. */
  async disconnect(): Promise<void> {
    const closing = this.#dropLink()
    this.#target = null
    const { state, profileId, profileName, address, isTls } = this.status()
    if (state !== 'disconnected') this.#status.update({ ...NO_CONNECTION, profileId, profileName, address, isTls })
    await closing
  }

  /** Makes a profile wait instead of retrying while nobody is at that address. Null ends this; the caller connects anew. */
  setAbsent(profileId: string, address: string | null): void {
    if (address === null) this.#absent.delete(profileId)
    else this.#absent.set(profileId, address)
    const isTrying = ['waiting', 'connecting'].includes(this.status().state)
    if (isTrying && this.#target !== null && this.#isAbsent(this.#target)) this.#attempt(this.#workingVersion)
  }

  /** To be called when the computer wakes or the network comes back: waits for nothing. */
  wake(): void {
    const { state } = this.status()
    if (state === 'waiting' || state === 'connecting') this.#attempt(this.#workingVersion)
    else if (state === 'connected') this.#link?.verify()
  }

  /**
   * Publishes with QoS 1, not retained, never queued while offline. With `connectionId` the message goes to that
   * connection or nowhere. Rejects only for a topic that MQTT does not allow.
   */
  async publish(
    topic: string,
    payload: Buffer | string,
    { connectionId, ...options }: PublishOptions & { readonly connectionId?: string } = {},
  ): Promise<PublishOutcome> {
    if (topic.length === 0 || /[+#\0]/.test(topic)) throw new TypeError('not a topic to publish to')
    const { state, profileId } = this.status()
    const session = this.#link?.session ?? null
    const isMeant = connectionId === undefined || connectionId === profileId
    if (state !== 'connected' || !isMeant || session === null) return { kind: 'unsent' }
    return session.publish(topic, payload, options)
  }

  #attempt(protocolVersion: 4 | 5): void {
    const target = this.#target
    const { clientId } = this.status()
    if (target === null || clientId === null) return
    void this.#dropLink()
    if (this.#isAbsent(target)) {
      this.#status.update({ ...OFFLINE, state: 'waiting', failure: builtInStopped(target) })
      return
    }
    this.#status.update({ ...OFFLINE, state: 'connecting' })
    const { openSession, connectTimeoutMs, now, random } = this.#deps
    this.#link = new Link({
      target,
      clientId,
      protocolVersion,
      connectTimeoutMs,
      openSession,
      random,
      events: {
        onOpen: () => this.#status.update({ openedAt: now() }),
        onUp: (missing) => this.#up(target, protocolVersion, missing),
        onMessage: ({ qos: _qos, ...message }) =>
          this.#messageListeners.emit({ connectionId: target.profile.id, ...message, receivedAt: now() }),
        onRoundTrip: (roundTripMs) => {
          if (this.status().state === 'connected')
            this.#status.update({ roundTripMs: Math.round(roundTripMs * 10) / 10 })
        },
        onEnd: (end) => this.#ended(end, target, protocolVersion),
      },
    })
    this.#link.open()
  }

  #up(
    { profile }: ConnectionTarget,
    protocolVersion: 4 | 5,
    missingSubscriptions: readonly MissingSubscription[],
  ): void {
    if (this.status().state === 'connected') {
      this.#status.update({ missingSubscriptions })
      return
    }
    this.#workingVersion = protocolVersion
    this.#stableTimer = setTimeout(() => this.#status.update({ attempt: 0 }), STABLE_AFTER_MS)
    this.#status.update({
      state: 'connected',
      protocol: protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1',
      failure: null,
      // Message expiry is a property of MQTT 5 (3.3.2.3.3).
      keepsCommands: protocolVersion === 4 && !this.#deps.isOwnBroker(profile.id),
      missingSubscriptions,
    })
  }

  #ended(end: SessionEnd, target: ConnectionTarget, protocolVersion: 4 | 5): void {
    const { state, since, clientId } = this.status()
    this.#drops.note(end, state === 'connected' ? this.#deps.now() - since : null)
    void this.#dropLink()
    const isOld = protocolVersion === 5 && end.stage === 'connack' && isVersionRefused(end)
    if (isOld || this.#isAbsent(target)) {
      this.#attempt(isOld ? 4 : protocolVersion)
      return
    }
    const fault = faultOf(end, target, { protocolVersion, clientId })
    const isOtherId = !this.#hasOtherId && this.#drops.takeContested()
    if (isOtherId) {
      this.#hasOtherId = true
      this.#status.update({ clientId: newClientId(target) })
    }
    const idleS = this.#drops.idleS(target.profile.keepaliveS)
    if (idleS !== null) this.#retryOrStop(describe('idle-closed', { ...fault, idleS }))
    else this.#retryOrStop(isOtherId ? describe('id-changed', fault) : diagnose(fault))
  }

  #isAbsent(target: ConnectionTarget): boolean {
    return this.#absent.get(target.profile.id) === addressOf(target)
  }

  #retryOrStop({ failure, isFatal }: Diagnosis): void {
    const attempt = this.status().attempt + 1
    this.#deps.log.warn('broker connection failed', { cause: failure.cause, detail: failure.detail, attempt })
    if (isFatal) {
      this.#status.update({ ...OFFLINE, state: 'stopped', attempt, failure })
      return
    }
    const delayMs = retryDelayMs(attempt, this.#deps.random)
    this.#status.update({ ...OFFLINE, state: 'waiting', attempt, failure, retryAt: this.#deps.now() + delayMs })
    this.#retryTimer = setTimeout(() => this.#attempt(this.#workingVersion), delayMs)
  }

  /** Ends the current attempt with all that it would still do. */
  async #dropLink(): Promise<void> {
    clearTimeout(this.#retryTimer)
    clearTimeout(this.#stableTimer)
    const link = this.#link
    this.#link = null
    await link?.close()
  }
}

/** Makes an id that nobody else has, unless somebody copies it. */
function newClientId({ profile }: ConnectionTarget): string {
  return `${profile.clientIdPrefix}${randomBytes(5).toString('hex')}`
}

/** The operator started or stopped it here, so that there are no words of a network to show. */
function builtInStopped(target: ConnectionTarget): ConnectionFailure {
  return { ...describe('built-in-stopped', faultAt('tcp', target)).failure, detail: '' }
}
