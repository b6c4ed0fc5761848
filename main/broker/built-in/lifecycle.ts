import type {
  BrokerReading,
  BuiltInClient,
  BuiltInFailure,
  BuiltInView,
} from '../../../preload/contract/models/broker/broker.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { isTlsMode } from '../session/target.ts'
import type { StoredBuiltIn } from './config.ts'
import type { ConsoleAccess } from './console-access.ts'
import { BuiltInLog } from './event-log.ts'
import { MqttBroker } from './mqtt-broker.ts'
import { consoleAddress } from './profile.ts'
import { startFailure } from './start-failure.ts'
import type { BuiltInTls } from './tls.ts'

/** Keeps the built-in broker's set-up. */
export interface BuiltInStore {
  read(): StoredBuiltIn | null
  write(stored: StoredBuiltIn | null): void
}

export interface LifecycleDeps {
  readonly store: BuiltInStore
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly now: Clock
  readonly log: Log
  /** See `MqttBroker`. */
  readonly consoleClientId: () => string | null
  /** Called with the address at which the console would look for it in vain, or with null once it runs. */
  readonly onAbsent: (address: string | null) => void
}

/** Starts and stops the built-in broker, one call after the other, and knows how it is. */
export class BuiltInLifecycle {
  readonly log: BuiltInLog
  readonly #deps: LifecycleDeps
  readonly #tls: BuiltInTls
  readonly #access: ConsoleAccess
  readonly #broker: MqttBroker
  readonly #onChanged: () => void
  #state: BuiltInView['state'] = 'stopped'
  #failure: BuiltInFailure | null = null
  #since: number | null = null

  constructor(deps: LifecycleDeps, parts: { tls: BuiltInTls; access: ConsoleAccess; onChanged: () => void }) {
    this.#deps = deps
    this.#tls = parts.tls
    this.#access = parts.access
    this.#onChanged = parts.onChanged
    const { now, log, consoleClientId, sanitiseLine } = deps
    this.log = new BuiltInLog({ now, sanitiseLine, onChanged: parts.onChanged })
    this.#broker = new MqttBroker({ now, log, consoleClientId, onLine: (line) => this.log.add(line) })
  }

  get isRunning(): boolean {
    return this.#state === 'running'
  }

  status(): Pick<BuiltInView, 'state' | 'failure' | 'since'> {
    return { state: this.#state, failure: this.#failure, since: this.#since }
  }

  clients(): readonly BuiltInClient[] {
    return this.#broker.clients()
  }

  /** Figures while it runs. */
  reading(): BrokerReading | null {
    return this.isRunning ? this.#broker.reading() : null
  }

  /** Makes certificates anew where that is due, and starts. Never rejects: why it could not start is in the status. */
  async launch(saved: StoredBuiltIn): Promise<void> {
    const { choice, accounts } = saved
    this.#deps.onAbsent(consoleAddress(choice))
    this.#set('starting', null)
    try {
      const stored = await this.#refreshed(saved)
      const credentials = isTlsMode(choice.mode) ? await this.#tls.credentials(stored) : null
      await this.#broker.start({
        host: choice.host,
        port: choice.port,
        users: choice.mode === 'anonymous' ? null : [...accounts, ...(await this.#access.runLogin(stored))],
        revoked: stored.revoked,
        ...(credentials === null ? {} : { credentials }),
      })
      this.#since = this.#deps.now()
      this.#set('running', null)
      this.#deps.onAbsent(null)
    } catch (error) {
      const failure = await startFailure(error, choice.host, choice.port)
      if (failure === null) this.#deps.log.error('the built-in broker could not start', error)
      this.#set('failed', failure ?? { code: 'INTERNAL', data: {} })
    }
  }

  /** Says that nobody answers at the address of the set-up, if there is one. */
  announceAbsence(): void {
    const stored = this.#deps.store.read()
    if (stored !== null) this.#deps.onAbsent(consoleAddress(stored.choice))
  }

  /** Ends every client and the listener. */
  async halt(): Promise<void> {
    this.announceAbsence()
    await this.#broker.stop()
    this.#since = null
    this.#set('stopped', null)
  }

  /** Takes an account's rules away, refuses these certificates from now on, and ends the account's sessions. */
  shutOut(name: string, revoked: readonly string[]): void {
    this.#broker.shutOut(name, revoked)
  }

  async #refreshed(saved: StoredBuiltIn): Promise<StoredBuiltIn> {
    const stored = await this.#tls.refresh(saved)
    if (stored === saved) return saved
    this.#deps.store.write(stored)
    if (this.#access.hasProfile()) await this.#access.save(stored, [], await this.#tls.operatorKey(stored))
    return stored
  }

  #set(state: BuiltInView['state'], failure: BuiltInFailure | null): void {
    this.#state = state
    this.#failure = failure
    this.#onChanged()
  }
}
