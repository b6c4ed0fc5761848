import type {
  AddressHealth,
  ConnectionFailure,
  ConnectionStatus,
  MissingSubscription,
} from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { addressOf, type ConnectionTarget, isTlsTarget } from '../session/target.ts'
import { newClientId } from './client-id.ts'

/** Status without an active profile. */
export const NO_CONNECTION: ConnectionStatus = {
  state: 'disconnected',
  profileId: null,
  profileName: null,
  address: null,
  isTls: false,
  protocol: null,
  clientId: null,
  since: 0,
  openedAt: null,
  attempt: 0,
  retryAt: null,
  roundTripMs: null,
  failure: null,
  keepsCommands: false,
  missingSubscriptions: [],
  addresses: [],
  character: null,
  announcements: null,
  readingConnections: 0,
}

const OFFLINE = {
  retryAt: null,
  protocol: null,
  roundTripMs: null,
  openedAt: null,
  announcements: null,
  readingConnections: 0,
} as const

/** What is known once the broker has answered the subscriptions. */
interface Up {
  readonly protocolVersion: 4 | 5
  readonly isOwnBroker: boolean
  readonly missingSubscriptions: readonly MissingSubscription[]
  readonly addresses: readonly AddressHealth[]
}

/** The status of the connection as everybody sees it, with its listeners. */
export class LiveStatus {
  readonly #now: Clock
  readonly #log: Log
  readonly #listeners: Listeners<ConnectionStatus>
  #status: ConnectionStatus

  constructor(now: Clock, log: Log) {
    this.#now = now
    this.#log = log
    this.#listeners = new Listeners('connection status', log)
    this.#status = { ...NO_CONNECTION, since: now() }
  }

  get current(): ConnectionStatus {
    return this.#status
  }

  /** Returns the function that ends the subscription. */
  onChanged(listener: (status: ConnectionStatus) => void): () => void {
    return this.#listeners.add(listener)
  }

  /** A target was chosen. */
  begin(target: ConnectionTarget, addresses: readonly AddressHealth[]): void {
    const { id, name, clientId } = target.profile
    this.update({
      ...NO_CONNECTION,
      state: 'connecting',
      profileId: id,
      profileName: name,
      address: addressOf(target),
      isTls: isTlsTarget(target),
      addresses,
      clientId: clientId ?? newClientId(target),
    })
  }

  /** An address is tried. */
  trying(target: ConnectionTarget, addresses: readonly AddressHealth[]): void {
    this.update({ ...OFFLINE, state: 'connecting', address: addressOf(target), addresses })
  }

  connected({ protocolVersion, isOwnBroker, missingSubscriptions, addresses }: Up): void {
    this.update({
      state: 'connected',
      protocol: protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1',
      failure: null,
      // Message expiry is a property of MQTT 5 (3.3.2.3.3).
      keepsCommands: protocolVersion === 4 && !isOwnBroker,
      missingSubscriptions,
      addresses,
    })
  }

  roundTrip(ms: number): void {
    if (this.#status.state === 'connected') this.update({ roundTripMs: Math.round(ms * 10) / 10 })
  }

  /** Nothing is tried before `retryAt` (epoch ms); null for until something else changes. */
  waiting(failure: ConnectionFailure, change: Partial<ConnectionStatus> & { readonly retryAt?: number } = {}): void {
    this.update({ ...OFFLINE, state: 'waiting', failure, ...change })
  }

  /** Nothing is tried by itself any more. */
  stopped(failure: ConnectionFailure, attempt: number, addresses: readonly AddressHealth[]): void {
    this.update({ ...OFFLINE, state: 'stopped', failure, attempt, addresses })
  }

  /** The operator left the connection; its profile stays named unless it is gone. */
  left(isGone: boolean): void {
    const { state, profileId, profileName, address, isTls } = this.#status
    if (isGone) this.update(NO_CONNECTION)
    else if (state !== 'disconnected') this.update({ ...NO_CONNECTION, profileId, profileName, address, isTls })
  }

  update(change: Partial<ConnectionStatus>): void {
    const isNewState = change.state !== undefined && change.state !== this.#status.state
    this.#status = { ...this.#status, ...change, since: isNewState ? this.#now() : this.#status.since }
    const { state, address } = this.#status
    if (isNewState) this.#log.info('broker connection', { state, address })
    this.#listeners.emit(this.#status)
  }
}

interface Listener<T> {
  readonly call: (value: T) => void
  isGone: boolean
}

/** A set of listeners in which one that throws is logged and does not stop the others, nor the sender. */
export class Listeners<T> {
  /** Another array after each change, because messages go through it by the hundred thousand. */
  #listeners: readonly Listener<T>[] = []
  readonly #log: Log
  readonly #name: string

  constructor(name: string, log: Log) {
    this.#name = name
    this.#log = log
  }

  /** Returns the function that ends the subscription, at once also where a value is being told. */
  add(call: (value: T) => void): () => void {
    const listener = { call, isGone: false }
    this.#listeners = [...this.#listeners, listener]
    return () => {
      listener.isGone = true
      this.#listeners = this.#listeners.filter((other) => other !== listener)
    }
  }

  emit(value: T): void {
    for (const listener of this.#listeners) {
      if (listener.isGone) continue
      try {
        listener.call(value)
      } catch (error) {
        this.#log.error(`a listener of ${this.#name} failed`, error)
      }
    }
  }
}
