import type { ConnectionStatus } from '../../../preload/contract/models/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'

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

  update(change: Partial<ConnectionStatus>): void {
    const isNewState = change.state !== undefined && change.state !== this.#status.state
    this.#status = { ...this.#status, ...change, since: isNewState ? this.#now() : this.#status.since }
    const { state, address } = this.#status
    if (isNewState) this.#log.info('broker connection', { state, address })
    this.#listeners.emit(this.#status)
  }
}

/** A set of listeners in which one that throws is logged and does not stop the others, nor the sender. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>()
  readonly #log: Log
  readonly #name: string

  constructor(name: string, log: Log) {
    this.#name = name
    this.#log = log
  }

  /** Returns the function that ends the subscription. */
  add(listener: (value: T) => void): () => void {
    // A wrapper of its own, so that one function added twice is two subscriptions.
    const entry = (value: T) => listener(value)
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }

  emit(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value)
      } catch (error) {
        this.#log.error(`a listener of ${this.#name} failed`, error)
      }
    }
  }
}
