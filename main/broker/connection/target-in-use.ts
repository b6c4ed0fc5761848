import type { CharacterInUse } from '../character/character-in-use.ts'
import { type Diagnosis, describe } from '../diagnosis/diagnose.ts'
import type { SessionEnd } from '../session/broker-session.ts'
import { faultOf, isSilence, isVersionRefused } from '../session/session-fault.ts'
import type { ConnectionTarget } from '../session/target.ts'
import { Addresses } from './addresses.ts'
import { Asking } from './asking.ts'
import type { BrokerConnectionDeps } from './connection-deps.ts'
import { DropPattern } from './drop-pattern.ts'
import { FilterRefusals } from './filter-refusals.ts'
import { Link, type LinkOptions } from './link.ts'
import { LoginHangUps } from './login-hang-ups.ts'
import { STABLE_AFTER_MS } from './retry-policy.ts'

/** Where another address can be tried instead. */
const ADDRESS_TIMEOUT_MS = 5_000

type TargetInUseDeps = Pick<Required<BrokerConnectionDeps>, 'now' | 'random' | 'openSession' | 'connectTimeoutMs'>

type Character = Pick<CharacterInUse, 'view' | 'allowsMoreConnections' | 'sharedLimitPerS'>

type OpenOptions = Pick<LinkOptions, 'clientId' | 'protocolVersion'> & {
  readonly events: Omit<LinkOptions['events'], 'onMoreRefused'>
}

/** How a session was when it ended; `connectedSince` is epoch ms. */
interface Ended {
  readonly target: ConnectionTarget
  readonly protocolVersion: 4 | 5
  readonly clientId: string | null
  /** Null where it was not connected. */
  readonly connectedSince: number | null
  /** Its broker is known not to run. */
  readonly isAbsent: boolean
}

/** What follows from an end: another try at once with a version, or a failure, before which another client id may be taken. */
type Consequence =
  | { readonly kind: 'at-once'; readonly protocolVersion: 4 | 5; readonly isVersionRefused: boolean }
  | { readonly kind: 'failed'; readonly diagnosis: Diagnosis; readonly takesOtherId: boolean }

/** The target that is connected to, with its addresses and with what the ends of its sessions have taught. */
export class TargetInUse {
  readonly target: ConnectionTarget
  readonly addresses: Addresses
  readonly refusals = new FilterRefusals()
  readonly asking: Asking
  readonly #deps: TargetInUseDeps
  readonly #character: Character
  readonly #hangUps = new LoginHangUps()
  readonly #drops = new DropPattern()
  #attemptedAt = 0
  #takesOneOnly = false
  #stableTimer: NodeJS.Timeout | undefined

  constructor(target: ConnectionTarget, deps: TargetInUseDeps, character: Character) {
    this.target = target
    this.#deps = deps
    this.#character = character
    this.asking = new Asking(() => character.view.traits)
    this.addresses = new Addresses(target)
  }

  /** Notes an attempt at the address in turn. */
  trying(): void {
    this.addresses.trying()
    this.#attemptedAt = this.#deps.now()
  }

  /** Makes the link of an attempt. */
  link(options: OpenOptions): Link {
    const { events } = options
    const character = this.#character
    const { connectTimeoutMs: longestMs, openSession, random, now } = this.#deps
    const isOneOfMany = this.addresses.health.length > 0
    return new Link({
      ...options,
      openSession,
      random,
      now,
      target: this.addresses.target,
      refusals: this.refusals,
      limits: character.view.traits,
      connectTimeoutMs: isOneOfMany ? Math.min(longestMs, ADDRESS_TIMEOUT_MS) : longestMs,
      allowsMore: () => !this.#takesOneOnly && character.allowsMoreConnections,
      sharedLimitPerS: () => character.sharedLimitPerS,
      events: {
        ...events,
        onMoreRefused: () => {
          this.#takesOneOnly = true
        },
      },
    })
  }

  /**
   * The broker has let the console in at the address in turn; calls back once that has held. Returns true if the version is
   * to be remembered, as `Addresses.up` does.
   */
  up(protocolVersion: 4 | 5, onStable: () => void): boolean {
    this.#hangUps.letIn()
    this.#stableTimer = setTimeout(() => {
      this.addresses.stable()
      onStable()
    }, STABLE_AFTER_MS)
    return this.addresses.up(protocolVersion)
  }

  /** The link is gone or dropped. */
  down(): void {
    clearTimeout(this.#stableTimer)
  }

  /** Takes in how a session ended, and says what follows from that. */
  ended(end: SessionEnd, { target, protocolVersion, clientId, connectedSince, isAbsent }: Ended): Consequence {
    const now = this.#deps.now()
    const wasConnected = connectedSince !== null
    this.#drops.note(end, wasConnected ? now - connectedSince : null)
    const fault = faultOf(end, target, { protocolVersion, clientId })
    this.#hangUps.note(fault, now - this.#attemptedAt)
    if (isSilence(end)) this.addresses.silent(protocolVersion)
    const isOld = protocolVersion === 5 && end.stage === 'connack' && isVersionRefused(end)
    if (isOld || isAbsent || this.refusals.ended(end, wasConnected))
      return { kind: 'at-once', protocolVersion: isOld ? 4 : protocolVersion, isVersionRefused: isOld }
    const { isTied, isContested } = this.#otherId(target)
    const idleS = this.#drops.idleS(target.profile.keepaliveS)
    const topic = wasConnected ? null : this.refusals.needed
    const diagnosis =
      topic !== null
        ? describe('closed-filter', { ...fault, topic })
        : idleS !== null
          ? describe('idle-closed', { ...fault, idleS })
          : isContested
            ? describe('id-changed', fault)
            : this.#hangUps.diagnose(fault)
    return { kind: 'failed', diagnosis, takesOtherId: isTied || isContested }
  }

  /**
   * Tells if another client id is taken: once where the one in use may be another client's too, always where it may be tied
   * to a dead node; never instead of one that the operator chose.
   */
  #otherId({ profile }: ConnectionTarget) {
    const { tiesIdToNode } = this.#character.view.traits
    const isContested = !tiesIdToNode && this.#drops.takeContested()
    const isFree = (profile.clientId ?? null) === null
    return { isTied: isFree && tiesIdToNode, isContested: isFree && isContested }
  }
}
