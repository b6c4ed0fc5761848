import type { AnnouncementCount } from '../../../preload/contract/models/broker-character.ts'
import type { ConnectionStatus, MissingSubscription } from '../../../preload/contract/models/connection.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import { systemTimers } from '../../shared/timers.ts'
import { CharacterInUse } from '../character/character-in-use.ts'
import { type Diagnosis, describe } from '../diagnosis/diagnose.ts'
import type { PublishOptions, SessionEnd } from '../session/broker-session.ts'
import { faultOf, isSilence, isVersionRefused } from '../session/session-fault.ts'
import { addressOf, type ConnectionTarget, isTlsTarget } from '../session/target.ts'
import { Addresses } from './addresses.ts'
import { Asking } from './asking.ts'
import type { BrokerMessage } from './broker-message.ts'
import { builtInStopped } from './built-in-stopped.ts'
import { newClientId } from './client-id.ts'
import { type BrokerConnectionDeps, withDefaults } from './connection-deps.ts'
import { DropPattern } from './drop-pattern.ts'
import { FilterRefusals } from './filter-refusals.ts'
import { checkAddresses } from './input-check.ts'
import { Link } from './link.ts'
import { LoginHangUps } from './login-hang-ups.ts'
import { retryDelayMs, STABLE_AFTER_MS } from './retry-policy.ts'
import { Listeners, LiveStatus, NO_CONNECTION } from './status.ts'

/** Where another address can be tried instead. */
const ADDRESS_TIMEOUT_MS = 5_000
/** MQTT 5, section 2.4. */
const TOPIC_NAME_INVALID = 0x90
const OFFLINE = { retryAt: null, protocol: null, roundTripMs: null, openedAt: null, announcements: null } as const

/** The one connection to a broker: which state it is in, and when it is tried again. */
export class BrokerConnection {
  readonly #deps: Required<BrokerConnectionDeps>
  readonly #status: LiveStatus
  /** How this broker is, and what follows from it. */
  readonly character: CharacterInUse
  readonly #messageListeners: Listeners<BrokerMessage>
  /** By profile the address at which its broker is known not to run: an edited profile may lead elsewhere. */
  readonly #absent = new Map<string, string>()
  #target: ConnectionTarget | null = null
  #link: Link | null = null
  #addresses: Addresses | null = null
  #refusals = new FilterRefusals()
  #hangUps = new LoginHangUps()
  #attemptedAt = 0
  #takesOneOnly = false
  #drops = new DropPattern()
  #asking = new Asking(() => this.character.view.traits)
  #retryTimer: NodeJS.Timeout | undefined
  #stableTimer: NodeJS.Timeout | undefined

  constructor(deps: BrokerConnectionDeps) {
    this.#deps = withDefaults(deps)
    this.#status = new LiveStatus(deps.now, deps.log)
    this.character = new CharacterInUse({
      now: deps.now,
      after: systemTimers.after,
      look: this.#deps.look,
      onChanged: (character) => this.#status.update({ character }),
      onRecognised: this.#deps.onRecognised,
    })
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
    const addresses = new Addresses(target)
    this.#addresses = addresses
    this.#refusals = new FilterRefusals()
    this.#hangUps = new LoginHangUps()
    this.#drops = new DropPattern()
    this.#takesOneOnly = false
    this.#asking.begin()
    this.#status.update({
      ...NO_CONNECTION,
      state: 'connecting',
      profileId: target.profile.id,
      profileName: target.profile.name,
      address: addressOf(target),
      isTls: isTlsTarget(target),
      addresses: addresses.health,
      clientId: target.profile.clientId ?? newClientId(target),
    })
    this.#status.update({ character: this.character.begin(target) })
    await closing
    if (this.#target !== target) return this.status()
    const problem = checkAddresses(target, this.#deps.now())
    if (problem === null) this.#attempt()
    else this.#status.update({ state: 'stopped', failure: problem.failure })
    return this.status()
  }

  /** Ends the connection with a DISCONNECT and stops every retry. Never rejects. */
  async disconnect(): Promise<void> {
    const closing = this.#dropLink()
    this.#target = null
    this.#addresses = null
    const { state, profileId, profileName, address, isTls } = this.status()
    if (state !== 'disconnected') this.#status.update({ ...NO_CONNECTION, profileId, profileName, address, isTls })
    await closing
  }

  /** Makes a profile wait instead of retrying while nobody is at that address. Null ends this; the caller connects anew. */
  setAbsent(profileId: string, address: string | null): void {
    if (address === null) this.#absent.delete(profileId)
    else this.#absent.set(profileId, address)
    const isTrying = ['waiting', 'connecting'].includes(this.status().state)
    if (isTrying && this.#target !== null && this.#isAbsent(this.#target)) this.#attempt()
  }

  /** To be called when the computer wakes or the network comes back: waits for nothing. */
  wake(): void {
    const { state } = this.status()
    if (state === 'waiting' || state === 'connecting') this.#attempt()
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
    const link = this.#link
    const isMeant = connectionId === undefined || connectionId === profileId
    if (state !== 'connected' || !isMeant || link === null) return { kind: 'unsent' }
    if (this.character.isForbidden(topic)) return { kind: 'refused', reasonCode: TOPIC_NAME_INVALID }
    return this.character.answered(topic, link.publish(topic, payload, options))
  }

  /** Shows how many of the known devices announced themselves. */
  showAnnouncements(announcements: AnnouncementCount | null): void {
    if (announcements !== null || this.status().announcements) this.#status.update({ announcements })
  }

  /** Subscribes to more for a while: resolves with what ends that, or with null where it cannot be had. */
  async ask(filters: readonly string[]): Promise<(() => void) | null> {
    return this.status().state === 'connected' ? this.#asking.ask(filters, () => this.#link) : null
  }

  /** Tries the address in turn, with the version that it is known to speak if no other is given. */
  #attempt(givenVersion: 4 | 5 | null = null): void {
    const addresses = this.#addresses
    const { clientId } = this.status()
    if (addresses === null || clientId === null) return
    const { target } = addresses
    const protocolVersion = givenVersion ?? addresses.version
    void this.#dropLink()
    if (this.#isAbsent(target)) {
      this.#status.update({ ...OFFLINE, state: 'waiting', failure: builtInStopped(target) })
      return
    }
    addresses.trying()
    this.#attemptedAt = this.#deps.now()
    const { health } = addresses
    this.#status.update({ ...OFFLINE, state: 'connecting', address: addressOf(target), addresses: health })
    const { openSession, now, random } = this.#deps
    const longestMs = this.#deps.connectTimeoutMs
    const connectTimeoutMs = health.length === 0 ? longestMs : Math.min(longestMs, ADDRESS_TIMEOUT_MS)
    this.#link = new Link({
      target,
      clientId,
      protocolVersion,
      connectTimeoutMs,
      openSession,
      random,
      refusals: this.#refusals,
      limits: this.character.view.traits,
      allowsMore: () => !this.#takesOneOnly && this.character.allowsMoreConnections,
      events: {
        onMoreRefused: () => {
          this.#takesOneOnly = true
        },
        onConnack: (facts) => this.character.connack(facts),
        onOpen: () => this.#status.update({ openedAt: now() }),
        onUp: (missing) => this.#up(target, protocolVersion, missing),
        onMessage: ({ qos: _qos, ...message }) => {
          this.character.received(message.topic)
          this.#messageListeners.emit({ connectionId: target.profile.id, ...message, receivedAt: now() })
        },
        onRoundTrip: (roundTripMs) => {
          if (this.status().state === 'connected')
            this.#status.update({ roundTripMs: Math.round(roundTripMs * 10) / 10 })
        },
        onEnd: (end) => this.#ended(end, target, protocolVersion),
      },
    })
    this.#link.open()
  }

  #up({ profile }: ConnectionTarget, protocolVersion: 4 | 5, refused: readonly MissingSubscription[]): void {
    const leftOut = this.#refusals.leftOut.map((filter) => ({ filter, isForNow: false }))
    const missingSubscriptions = [...leftOut, ...refused]
    if (this.status().state === 'connected') {
      this.#status.update({ missingSubscriptions })
      return
    }
    this.#hangUps.letIn()
    const profileId = this.#target?.profile.id
    if (this.#addresses?.up(protocolVersion) && profileId !== undefined) this.#deps.onOldBroker(profileId)
    this.#stableTimer = setTimeout(() => {
      this.#addresses?.stable()
      this.#status.update({ attempt: 0 })
    }, STABLE_AFTER_MS)
    this.#status.update({
      state: 'connected',
      protocol: protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1',
      failure: null,
      // Message expiry is a property of MQTT 5 (3.3.2.3.3).
      keepsCommands: protocolVersion === 4 && !this.#deps.isOwnBroker(profile.id),
      missingSubscriptions,
      addresses: this.#addresses?.health ?? [],
    })
    this.character.up(protocolVersion, this.#link?.session?.peerCertificate() ?? null)
  }

  #ended(end: SessionEnd, target: ConnectionTarget, protocolVersion: 4 | 5): void {
    const { state, since, clientId } = this.status()
    this.#drops.note(end, state === 'connected' ? this.#deps.now() - since : null)
    void this.#dropLink()
    const fault = faultOf(end, target, { protocolVersion, clientId })
    this.#hangUps.note(fault, this.#deps.now() - this.#attemptedAt)
    if (isSilence(end)) this.#addresses?.silent(protocolVersion)
    const isOld = protocolVersion === 5 && end.stage === 'connack' && isVersionRefused(end)
    if (isOld) this.character.turnedDown(end)
    if (isOld || this.#isAbsent(target) || this.#refusals.ended(end, state === 'connected')) {
      this.#attempt(isOld ? 4 : protocolVersion)
      return
    }
    const isOtherId = this.#takesOtherId(target)
    const idleS = this.#drops.idleS(target.profile.keepaliveS)
    const topic = state === 'connected' ? null : this.#refusals.needed
    if (topic !== null) this.#retryOrStop(describe('closed-filter', { ...fault, topic }))
    else if (idleS !== null) this.#retryOrStop(describe('idle-closed', { ...fault, idleS }))
    else this.#retryOrStop(isOtherId ? describe('id-changed', fault) : this.#hangUps.diagnose(fault))
  }

  /** Takes another client id: once where the one in use may be another client's too, always where it may be tied to a dead node. */
  #takesOtherId(target: ConnectionTarget): boolean {
    const isTied = this.character.view.traits.tiesIdToNode
    const isContested = !isTied && this.#drops.takeContested()
    if ((target.profile.clientId ?? null) !== null || !(isTied || isContested)) return false
    this.#status.update({ clientId: newClientId(target) })
    return isContested
  }

  #isAbsent(target: ConnectionTarget): boolean {
    return this.#absent.get(target.profile.id) === addressOf(target)
  }

  #retryOrStop({ failure, isFatal }: Diagnosis): void {
    const next = this.#addresses?.failed(failure, isFatal) ?? (isFatal ? 'stop' : 'wait')
    const addresses = this.#addresses?.health ?? []
    if (next === 'other-address') {
      this.#deps.log.warn('broker address failed', { cause: failure.cause, detail: failure.detail })
      this.#status.update({ failure, addresses })
      this.#attempt()
      return
    }
    const attempt = this.status().attempt + 1
    this.#deps.log.warn('broker connection failed', { cause: failure.cause, detail: failure.detail, attempt })
    if (next === 'stop') {
      this.#status.update({ ...OFFLINE, state: 'stopped', attempt, failure, addresses })
      return
    }
    const delayMs = retryDelayMs(attempt, this.#deps.random)
    const retryAt = this.#deps.now() + delayMs
    this.#status.update({ ...OFFLINE, state: 'waiting', attempt, failure, addresses, retryAt })
    this.#retryTimer = setTimeout(() => this.#attempt(), delayMs)
  }

  /** Ends the current attempt with all that it would still do. */
  async #dropLink(): Promise<void> {
    clearTimeout(this.#retryTimer)
    clearTimeout(this.#stableTimer)
    const link = this.#link
    this.#link = null
    this.character.ended()
    await link?.close()
  }
}
