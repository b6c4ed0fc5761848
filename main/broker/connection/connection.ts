import type { AnnouncementCount, CharacterView } from '../../../preload/contract/models/broker/broker-character.ts'
import type { ConnectionStatus, MissingSubscription } from '../../../preload/contract/models/broker/connection.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import { systemTimers } from '../../shared/timers.ts'
import { CharacterInUse } from '../character/character-in-use.ts'
import type { Diagnosis } from '../diagnosis/diagnose.ts'
import type { PublishOptions, SessionEnd, SessionMessage } from '../session/broker-session.ts'
import type { ConnectionTarget } from '../session/target.ts'
import { AbsentBrokers, builtInStopped } from './absent-brokers.ts'
import { AnnouncedSleep } from './announced-sleep.ts'
import { newClientId } from './client-id.ts'
import { type BrokerConnectionDeps, withDefaults } from './connection-deps.ts'
import { checkAddresses } from './input-check.ts'
import type { Link } from './link.ts'
import { retryDelayMs } from './retry-policy.ts'
import { Listeners, LiveStatus } from './status.ts'
import { TargetInUse } from './target-in-use.ts'

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

/** The one connection to a broker: which state it is in, and when it is tried again. */
export class BrokerConnection {
  readonly #deps: Required<BrokerConnectionDeps>
  readonly #status: LiveStatus
  /** How this broker is, and what follows from it. */
  readonly character: CharacterInUse
  /** To be told when the computer is about to sleep: until `wake` nothing counts as certain. */
  readonly sleep = new AnnouncedSleep(() => this.wake())
  readonly #messageListeners: Listeners<BrokerMessage>
  readonly #absent = new AbsentBrokers()
  #inUse: TargetInUse | null = null
  #link: Link | null = null
  #retryTimer: NodeJS.Timeout | undefined

  constructor(deps: BrokerConnectionDeps) {
    this.#deps = withDefaults(deps)
    this.#status = new LiveStatus(deps.now, deps.log)
    const onChanged = (character: CharacterView) => this.#status.update({ character })
    this.character = new CharacterInUse({ ...this.#deps, after: systemTimers.after, onChanged })
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
    const inUse = new TargetInUse(target, this.#deps, this.character)
    this.#inUse = inUse
    this.#status.begin(target, inUse.addresses.health)
    this.#status.update({ character: this.character.begin(target) })
    await closing
    if (this.#inUse !== inUse) return this.status()
    const problem = checkAddresses(target, this.#deps.now())
    if (problem === null) this.#attempt()
    else this.#status.update({ state: 'stopped', failure: problem.failure })
    return this.status()
  }

  /** Ends the connection with a DISCONNECT and stops every retry; `isGone` where its profile was removed. Never rejects. */
  async disconnect(isGone = false): Promise<void> {
    const closing = this.#dropLink()
    this.#inUse = null
    this.sleep.end()
    this.#status.left(isGone)
    await closing
  }

  /** Makes a profile wait instead of retrying while nobody is at that address. Null ends this; the caller connects anew. */
  setAbsent(profileId: string, address: string | null): void {
    this.#absent.set(profileId, address)
    if (isTrying(this.status()) && this.#inUse !== null && this.#absent.has(this.#inUse.target)) this.#attempt()
  }

  /** To be called when the computer wakes or the network comes back: waits for nothing, and begins the back-off anew. */
  wake(): void {
    if (this.status().state === 'connected') this.#link?.verify()
    this.sleep.end()
    if (!isTrying(this.status())) return
    this.#status.update({ attempt: 0 })
    this.#attempt()
  }

  /** Resolves when it is known whether the open connection outlived a sleep; null while nobody doubts it. */
  get certain(): Promise<void> | null {
    return this.sleep.whenAwake(() => this.#link?.verified ?? null)
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
    const link = state === 'connected' && (connectionId ?? profileId) === profileId ? this.#link : null
    return link === null
      ? { kind: 'unsent' }
      : this.character.publish(topic, () => link.publish(topic, payload, options))
  }

  /** Shows how many of the known devices announced themselves. */
  showAnnouncements(announcements: AnnouncementCount | null): void {
    if (announcements !== null || this.status().announcements) this.#status.update({ announcements })
  }

  /** Subscribes to more for a while: resolves with what ends that, or with null where it cannot be had. */
  async ask(filters: readonly string[]): Promise<(() => void) | null> {
    const asking = this.status().state === 'connected' ? this.#inUse?.asking : undefined
    return asking?.ask(filters, () => this.#link) ?? null
  }

  /** Tries the address in turn, with the version that it is known to speak if no other is given. */
  #attempt(givenVersion: 4 | 5 | null = null): void {
    const inUse = this.#inUse
    const { clientId } = this.status()
    if (inUse === null || clientId === null) return
    const { target, version } = inUse.addresses
    const protocolVersion = givenVersion ?? version
    void this.#dropLink()
    if (this.#absent.has(target)) {
      this.#status.waiting(builtInStopped(target))
      return
    }
    const { id } = target.profile
    const heard = (message: SessionMessage) => this.#messageListeners.emit(messageOf(id, message, this.#deps.now()))
    inUse.trying()
    this.#status.trying(target, inUse.addresses.health)
    this.#link = inUse.link({
      clientId,
      protocolVersion,
      events: {
        onConnack: (facts) => this.character.connack(facts),
        onOpen: () => this.#status.update({ openedAt: this.#deps.now() }),
        onUp: (missing) => this.#up(inUse, protocolVersion, missing),
        onMessage: (message) => {
          this.character.received(message.topic)
          heard(message)
        },
        onReading: heard,
        onShared: (readingConnections) => this.#status.update({ readingConnections }),
        onRoundTrip: (roundTripMs) => this.#status.roundTrip(roundTripMs),
        onEnd: (end) => this.#ended(end, inUse, target, protocolVersion),
      },
    })
    this.#link.open()
  }

  #up(inUse: TargetInUse, protocolVersion: 4 | 5, refused: readonly MissingSubscription[]): void {
    const { addresses, refusals } = inUse
    const { id } = inUse.target.profile
    const missingSubscriptions = refusals.missing(refused)
    if (this.status().state === 'connected') {
      this.#status.update({ missingSubscriptions })
      return
    }
    if (inUse.up(protocolVersion, () => this.#status.update({ attempt: 0 }))) this.#deps.onOldBroker(id)
    const isOwnBroker = this.#deps.isOwnBroker(id)
    this.#status.connected({ protocolVersion, isOwnBroker, missingSubscriptions, addresses: addresses.health })
    this.character.up(protocolVersion, this.#link?.session?.peerCertificate() ?? null)
  }

  #ended(end: SessionEnd, inUse: TargetInUse, target: ConnectionTarget, protocolVersion: 4 | 5): void {
    const { state, since, clientId } = this.status()
    void this.#dropLink()
    const connectedSince = state === 'connected' ? since : null
    const isAbsent = this.#absent.has(target)
    const next = inUse.ended(end, { target, protocolVersion, clientId, connectedSince, isAbsent })
    if (next.kind === 'at-once') {
      if (next.isVersionRefused) this.character.turnedDown(end)
      this.#attempt(next.protocolVersion)
      return
    }
    if (next.takesOtherId) this.#status.update({ clientId: newClientId(target) })
    this.#retryOrStop(inUse, next.diagnosis)
  }

  #retryOrStop({ addresses }: TargetInUse, { failure, isFatal }: Diagnosis): void {
    const next = addresses.failed(failure, isFatal)
    const { cause, detail } = failure
    if (next === 'other-address') {
      this.#deps.log.warn('broker address failed', { cause, detail })
      this.#status.update({ failure, addresses: addresses.health })
      this.#attempt()
      return
    }
    const attempt = this.status().attempt + 1
    this.#deps.log.warn('broker connection failed', { cause, detail, attempt })
    if (next === 'stop') {
      this.#status.stopped(failure, attempt, addresses.health)
      return
    }
    const delayMs = retryDelayMs(attempt, this.#deps.random)
    this.#status.waiting(failure, { attempt, addresses: addresses.health, retryAt: this.#deps.now() + delayMs })
    this.#retryTimer = setTimeout(() => this.#attempt(), delayMs)
  }

  /** Ends the current attempt with all that it would still do. */
  async #dropLink(): Promise<void> {
    clearTimeout(this.#retryTimer)
    this.#inUse?.down()
    const link = this.#link
    this.#link = null
    this.character.ended()
    await link?.close()
  }
}

/** True where nothing but the next attempt is waited for. */
function isTrying({ state }: ConnectionStatus): boolean {
  return state === 'waiting' || state === 'connecting'
}

/** Property by property, because a copy by spread takes a twentieth of what a message costs. */
function messageOf(
  connectionId: string,
  { topic, payload, isRetained, wholeBytes }: SessionMessage,
  receivedAt: number,
): BrokerMessage {
  const message = { connectionId, topic, payload, isRetained, receivedAt }
  return wholeBytes === undefined ? message : { ...message, wholeBytes }
}
