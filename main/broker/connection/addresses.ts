import type { AddressHealth, ConnectionFailure } from '../../../preload/contract/models/broker/connection.ts'
import type { CauseName } from '../diagnosis/signatures.ts'
import { addressOf, type ConnectionTarget, targetsOf } from '../session/target.ts'

/** Faults of the account or the input: another address would be asked the same, and a wrong password locks an account. */
const OF_THE_PROFILE = /^(?:input-.*|credentials|closed-login|banned|auth-method|client-id|taken-over|tls-client-.*)$/
/** Another broker answers, or somebody between: its certificate is not the one that the profile trusts. */
const OF_ANOTHER_BROKER: readonly string[] = [
  'tls-name',
  'tls-self-signed',
  'tls-ca-missing',
  'tls-unknown-ca',
  'tls-pin-mismatch',
] satisfies CauseName[]

interface Address {
  readonly target: ConnectionTarget
  readonly health: AddressHealth
  readonly isFatal: boolean
  readonly version: 4 | 5
  /** The last attempt with MQTT 5 was met with silence. */
  readonly wasSilent: boolean
}

/** True if the failure says that the address leads to another broker. */
export function isOfAnotherBroker({ cause }: ConnectionFailure): boolean {
  return OF_ANOTHER_BROKER.includes(cause)
}

/** What is to be done after an attempt that failed. */
type Next = 'other-address' | 'wait' | 'stop'

/**
 * The addresses of one profile, and which of them is in turn: in their order, each once before there is a pause. After a
 * connection was lost that had held, the next one is in turn first.
 */
export class Addresses {
  readonly #all: Address[]
  #index = 0
  /** Not yet tried in this round. */
  #left: Set<number>

  constructor(target: ConnectionTarget) {
    const version = target.profile.mqttVersion ?? 5
    this.#all = targetsOf(target).map((one) => ({
      target: one,
      health: { address: addressOf(one), state: 'untried', failure: null },
      isFatal: false,
      version,
      wasSilent: false,
    }))
    this.#left = this.#everyIndex()
  }

  /** The target at the address in turn. */
  get target(): ConnectionTarget {
    return this.#current.target
  }

  /** The version to try there. */
  get version(): 4 | 5 {
    return this.#current.version
  }

  /** How each does; empty where there is one alone. */
  get health(): readonly AddressHealth[] {
    return this.#all.length === 1 ? [] : this.#all.map(({ health }) => health)
  }

  trying(): void {
    this.#set({ health: { ...this.#current.health, state: 'trying' } })
  }

  /** Returns true if the version is to be remembered: the broker is silent on MQTT 5 and has answered 3.1.1. */
  up(version: 4 | 5): boolean {
    const { wasSilent } = this.#current
    this.#set({ health: { ...this.#current.health, state: 'in-use', failure: null }, isFatal: false, version })
    return version === 4 && wasSilent
  }

  /** The connection has held. */
  stable(): void {
    this.#left = this.#everyIndex()
  }

  /** Takes a failure of the address in turn, and moves on to the next. */
  failed(failure: ConnectionFailure, isFatal: boolean): Next {
    const state = isOfAnotherBroker(failure) ? 'other-broker' : 'failed'
    this.#set({ health: { ...this.#current.health, state, failure }, isFatal })
    if (isFatal && OF_THE_PROFILE.test(failure.cause)) return 'stop'
    this.#left.delete(this.#index)
    for (let step = 1; step < this.#all.length; step += 1) {
      const next = (this.#index + step) % this.#all.length
      if (!this.#left.has(next)) continue
      this.#index = next
      return 'other-address'
    }
    this.#left = this.#everyIndex()
    const isHopeless = this.#all.every((address) => address.isFatal)
    if (!isHopeless) this.#index = 0
    return isHopeless ? 'stop' : 'wait'
  }

  /** A broker that was silent on MQTT 5 is asked in 3.1.1 the next time, and the other way round. */
  silent(version: 4 | 5): void {
    this.#set({ version: version === 5 ? 4 : 5, wasSilent: version === 5 })
  }

  get #current(): Address {
    const current = this.#all[this.#index]
    if (current === undefined) throw new Error('no address')
    return current
  }

  #set(change: Partial<Address>): void {
    this.#all[this.#index] = { ...this.#current, ...change }
  }

  #everyIndex(): Set<number> {
    return new Set(this.#all.keys())
  }
}
