import type { Bridge } from '../../preload/contract/bridge.ts'
import { AppError } from '../../preload/contract/errors.ts'
import type { Bootstrap } from '../../preload/contract/models/app/settings.ts'
import { reuse } from './reuse.ts'

/** The window's copy of main's state. Values are replaced, never changed in place, and only where they differ: identity means equality. */
export class AppStore {
  readonly #bridge: Bridge
  readonly #listeners = new Set<() => void>()
  readonly #unsubscribe: (() => void)[] = []
  #state: Bootstrap | null = null
  /** State that arrived before the answer to the bootstrap request; newer than that answer, or equal. */
  #early: Partial<Bootstrap> = {}

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  /** Follows main's events, then loads the first state: in this order no change falls between the two. */
  async start(): Promise<Bootstrap> {
    const on: Bridge['subscribe'] = (name, listener) => this.#bridge.subscribe(name, listener)
    this.#unsubscribe.push(
      on('connection.changed', (connection) => this.#merge({ connection })),
      on('profiles.changed', (profiles) => this.#merge({ profiles })),
      on('devices.changed', ({ counts }) => this.#merge({ counts })),
      on('alerts.changed', (alerts) => this.#merge({ alerts })),
      on('storage.changed', (storage) => this.#merge({ storage })),
      on('settings.changed', (settings) => this.#merge({ settings })),
      on('assistant.changed', (assistant) => this.#merge({ assistant })),
      on('secrets.changed', (secrets) => this.#merge({ secrets })),
      on('safety.changed', (safety) => this.#merge({ safety })),
      on('audit.changed', (audit) => this.#merge({ audit })),
      on('traffic.changed', (traffic) => this.#merge({ traffic })),
    )
    const answer = await this.#bridge.request('app.bootstrap', {})
    if (!answer.ok) throw new AppError(answer.error.code, answer.error.data)
    this.#state = { ...answer.value, ...this.#early }
    return this.#state
  }

  /** The newest state. Call after `start`. */
  readonly get = (): Bootstrap => {
    if (!this.#state) throw new Error('The state is read before it is loaded')
    return this.#state
  }

  /** Returns the function that ends the subscription. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dispose(): void {
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe()
    this.#listeners.clear()
  }

  #merge(change: Partial<Bootstrap>): void {
    if (!this.#state) {
      this.#early = { ...this.#early, ...change }
      return
    }
    const state = reuse(this.#state, { ...this.#state, ...change })
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
