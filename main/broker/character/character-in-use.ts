import { X509Certificate } from 'node:crypto'
import type { CharacterView, KnownCharacter } from '../../../preload/contract/models/broker/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'
import type { After } from '../../shared/timers.ts'
import type { SessionEnd } from '../session/broker-session.ts'
import { type ConnectionTarget, hostOf } from '../session/target.ts'
import { Pace } from './pace.ts'
import { type BrokerFacts, type ConnackFacts, recognise } from './recognise.ts'
import { characterOf } from './traits.ts'

export interface CharacterDeps {
  readonly now: Clock
  readonly after: After
  /** Asks on a connection of its own; see `lookAtGrantedQos`. */
  readonly look: (target: ConnectionTarget, signal: AbortSignal) => Promise<number | null>
  readonly onChanged: (view: CharacterView) => void
  /** To be kept in the profile. */
  readonly onRecognised: (profileId: string, known: KnownCharacter) => void
}

/** MQTT 5, section 2.4. */
const TOPIC_NAME_INVALID = 0x90
/** Where several kinds of evidence tell, a later one does not replace a better one. */
const STRENGTH: Readonly<Record<KnownCharacter['by'], number>> = {
  operator: 5,
  sys: 4,
  host: 3,
  certificate: 2,
  connack: 1,
  behaviour: 0,
}

/** The character of the broker that the console is connected to, or connects to: what is known, seen and held to. */
export class CharacterInUse {
  readonly #deps: CharacterDeps
  #target: ConnectionTarget | null = null
  #known: KnownCharacter | null = null
  #view: CharacterView = characterOf(null)
  #facts: BrokerFacts | null = null
  #pace: Pace | null = null
  #isIn = false
  #looking: AbortController | null = null

  constructor(deps: CharacterDeps) {
    this.#deps = deps
  }

  get view(): CharacterView {
    return this.#view
  }

  /** True if the console may open more connections to publish on; false for a broker that nobody knows. */
  get allowsMoreConnections(): boolean {
    const { kind, traits } = this.#view
    const isFixed = (this.#target?.profile.clientId ?? null) !== null
    return kind !== 'unknown' && !traits.hasOneSession && traits.messagesPerS === null && !isFixed
  }

  /** Messages a second of one connection, where readings may come over several; else null. */
  get sharedLimitPerS(): number | null {
    const { kind, traits } = this.#view
    const isFixed = (this.#target?.profile.clientId ?? null) !== null
    const isShared = traits.sharesReadings && kind !== 'unknown' && !traits.hasOneSession && !isFixed
    return isShared ? traits.messagesPerS : null
  }

  /** Takes over what the profile keeps, and what the address tells. */
  begin(target: ConnectionTarget): CharacterView {
    this.ended()
    this.#target = target
    this.#known = target.profile.character ?? null
    this.#view = characterOf(this.#known)
    // The name that its certificate is held to is as good as a host, also where a tunnel leads there.
    const host = target.profile.serverName ?? hostOf(target)
    this.#facts = { host, connack: null, mqtt5: null, grantedQos: null, sys: null, certificate: null }
    this.#consider({})
    return this.#view
  }

  /** The broker let the console in. */
  connack(facts: ConnackFacts | null): void {
    this.#isIn = true
    this.#consider(facts === null ? { connack: null } : { connack: facts, mqtt5: 'taken' })
    this.#setPace()
  }

  /** The subscriptions are answered: what nothing told so far may be looked at. `peerCertificate` is DER. */
  up(protocolVersion: 4 | 5, peerCertificate: Buffer | null): void {
    if (peerCertificate !== null) this.#consider({ certificate: namesOf(peerCertificate) })
    const target = this.#target
    if (target === null || protocolVersion === 5 || this.#known !== null || this.#looking !== null) return
    const looking = new AbortController()
    this.#looking = looking
    void this.#deps.look(target, looking.signal).then((grantedQos) => {
      if (!looking.signal.aborted && grantedQos !== null) this.#consider({ grantedQos })
    })
  }

  /** A CONNECT of MQTT 5 was turned down. */
  turnedDown({ reasonCode, firstBytes }: SessionEnd): void {
    this.#consider({ mqtt5: reasonCode === null && firstBytes === null ? 'closed' : 'refused' })
  }

  /** One of the broker's own topics came in. */
  sysSeen(topic: string, text: string): void {
    this.#consider({ sys: { topic, text } })
  }

  /** The session is over: nobody waits for a turn any more. */
  ended(): void {
    this.#looking?.abort()
    this.#looking = null
    this.#isIn = false
    this.#pace?.end()
    this.#pace = null
  }

  /** Resolves when a command may be sent; null if it may at once. */
  turn(): Promise<void> | null {
    return this.#pace?.turn() ?? null
  }

  /** Resolves when so many messages may be asked for; null if they may at once. */
  room(messages: number): Promise<void> | null {
    return this.#pace?.room(messages) ?? null
  }

  /** So many of the messages that were asked for did not come. */
  missed(messages: number): void {
    this.#pace?.missed(messages)
  }

  /** Publishes, unless that would end the connection or nobody would hear the answer; a command frees its place when it is answered. */
  async publish(topic: string, send: () => Promise<PublishOutcome>): Promise<PublishOutcome> {
    if (this.#isForbidden(topic)) return { kind: 'refused', reasonCode: TOPIC_NAME_INVALID }
    const pace = this.#pace
    const settled = await send()
    if (topic.endsWith('/command')) pace?.acknowledged()
    return settled
  }

  /** Counts a message that came in. */
  received(topic: string): void {
    if (topic.endsWith('/result')) this.#pace?.answered()
    else this.#pace?.received()
  }

  #isForbidden(topic: string): boolean {
    return this.#view.traits.dots !== 'plain' && topic.includes('.')
  }

  #consider(seen: Partial<BrokerFacts>): void {
    if (this.#facts === null || this.#target === null) return
    this.#facts = { ...this.#facts, ...seen }
    const found = recognise(this.#facts)
    const known = this.#known
    if (found === null || (known !== null && STRENGTH[found.by] < STRENGTH[known.by])) return
    if (known?.kind === found.kind || known?.by === 'operator') return
    this.#known = { ...found, since: this.#deps.now(), changes: known?.changes ?? {} }
    this.#view = characterOf(this.#known)
    // A certificate and `$SYS` tell it after the CONNACK.
    if (this.#isIn) this.#setPace()
    this.#deps.onRecognised(this.#target.profile.id, this.#known)
    this.#deps.onChanged(this.#view)
  }

  #setPace(): void {
    const { messagesPerS } = this.#view.traits
    this.#pace?.end()
    this.#pace = messagesPerS === null ? null : new Pace(messagesPerS, this.#deps)
  }
}

/** Subject and further names of a certificate, one a line. */
function namesOf(der: Buffer): string | null {
  try {
    const { subject, subjectAltName } = new X509Certificate(der)
    return `${subject}\n${(subjectAltName ?? '').replaceAll('DNS:', '').split(', ').join('\n')}`
  } catch {
    return null
  }
}
