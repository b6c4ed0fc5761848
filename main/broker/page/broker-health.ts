import type { BrokerHealth, BrokerReading, BrokerSample } from '../../../preload/contract/models/broker/broker.ts'
import { SYS_DIALECTS, type SysDialect } from '../../../preload/contract/models/broker/broker-character.ts'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Timers } from '../../shared/timers.ts'
import { retryDelayMs } from '../connection/retry-policy.ts'
import type { BrokerSession } from '../session/broker-session.ts'
import { HealthSeries } from './health-series.ts'
import { SecondSessionFailed, type SecondSessionHandlers } from './second-session.ts'
import { NO_READING, SysReading, sysFilters } from './sys-topics.ts'

export interface BrokerHealthDeps {
  readonly status: () => ConnectionStatus
  readonly open: (handlers: SecondSessionHandlers) => Promise<BrokerSession>
  /** Figures of the built-in broker when the active connection leads to it; else null. */
  readonly builtInReading: () => BrokerReading | null
  readonly sanitiseLine: (text: string, maxChars: number) => string
  /** One of the broker's own topics came, which may tell which broker it is. */
  readonly onSys: (topic: string, text: string) => void
  readonly now: Clock
  readonly random: () => number
  readonly timers: Timers
  readonly log: Log
  readonly onChanged: (health: BrokerHealth, sample: BrokerSample | null) => void
}

const FLUSH_MS = 1_000
const BUILT_IN_PERIOD_MS = 5_000
const SILENT_AFTER_MS = 15_000
/** Never at once after a failure: the second connection must not disturb the broker that refuses it. */
const MIN_RETRY_MS = 5_000

/** Health of the broker behind the active connection, from soon after it is up until it changes. */
export class BrokerHealthWatch {
  readonly #deps: BrokerHealthDeps
  readonly #series = new HealthSeries()
  #isWanted = false
  #token: object | null = null
  #sys: SysReading
  #session: BrokerSession | null = null
  #timers = new Set<() => void>()
  #isFlushDue = false
  #failures = 0
  #health: BrokerHealth = emptyHealth(null)

  constructor(deps: BrokerHealthDeps) {
    this.#deps = deps
    this.#sys = new SysReading(deps.sanitiseLine)
  }

  health(): BrokerHealth {
    return this.#health
  }

  series(): readonly BrokerSample[] {
    return this.#series.samples()
  }

  /** DER of the server's certificate, seen on the second connection. */
  peerCertificate(): Buffer | null {
    return this.#session?.peerCertificate() ?? null
  }

  /** From now on figures are gathered. */
  want(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    this.follow()
  }

  /** To be called when the state of the active connection changed. */
  follow(): void {
    const { state, profileId } = this.#deps.status()
    const isUp = this.#isWanted && state === 'connected' && profileId !== null
    if (isUp && this.#token !== null && this.#health.connectionId === profileId) return
    if (!isUp && this.#token === null) return
    this.#end()
    if (this.#health.connectionId !== profileId) {
      this.#series.clear()
      this.#failures = 0
    }
    if (isUp) this.#begin(profileId)
    else this.#show(emptyHealth(profileId))
  }

  async dispose(): Promise<void> {
    this.#isWanted = false
    const session = this.#session
    this.#end()
    await session?.close()
  }

  #begin(profileId: string): void {
    const token = {}
    this.#token = token
    this.#sys = new SysReading(this.#deps.sanitiseLine)
    const reading = this.#deps.builtInReading()
    if (reading !== null) {
      this.#show({ ...emptyHealth(profileId), source: 'built-in' })
      this.#poll()
      return
    }
    this.#show({ ...emptyHealth(profileId), state: 'waiting' })
    void this.#open(token, profileId)
  }

  #poll(): void {
    const reading = this.#deps.builtInReading()
    if (reading === null) return
    const at = this.#deps.now()
    this.#show({ ...this.#health, state: 'live', reading, updatedAt: at }, this.#series.add(at, reading))
    this.#later(BUILT_IN_PERIOD_MS, () => this.#poll())
  }

  async #open(token: object, profileId: string): Promise<void> {
    try {
      const session = await this.#deps.open({
        onMessage: ({ topic, payload }) => {
          if (this.#token === token) this.#take(topic, payload)
        },
        onEnd: (failure) => {
          if (this.#token === token) this.#fail(token, profileId, failure)
        },
      })
      if (this.#token !== token) return void session.close()
      this.#session = session
      this.#later(SILENT_AFTER_MS, () => {
        if (this.#health.state === 'waiting') this.#show({ ...this.#health, state: 'silent' })
      })
      for (const filter of this.#dialects().flatMap(sysFilters)) await session.subscribe([filter], 0)
    } catch (error) {
      if (this.#token !== token) return
      if (!(error instanceof SecondSessionFailed)) this.#deps.log.error('no second connection for $SYS', error)
      this.#fail(token, profileId, error instanceof SecondSessionFailed ? error.failure : null)
    }
  }

  /** Every one while nobody knows which broker it is. */
  #dialects(): readonly SysDialect[] {
    const { character } = this.#deps.status()
    if (character == null || character.kind === 'unknown') return SYS_DIALECTS
    return SYS_DIALECTS.filter((dialect) => dialect === character.traits.sys)
  }

  #take(topic: string, payload: Buffer): void {
    if (!this.#sys.take(topic, payload)) return
    if (topic.endsWith('/version')) this.#deps.onSys(topic, payload.toString('utf8'))
    const { reading } = this.#sys
    this.#failures = 0
    const { messagesDropped } = reading
    const droppedSince = messagesDropped === null ? {} : { droppedSince: this.#series.droppedSince(messagesDropped) }
    const updatedAt = this.#deps.now()
    this.#health = { ...this.#health, state: 'live', reading, ...droppedSince, updatedAt, failure: null }
    if (this.#isFlushDue) return
    // After the whole burst: half of one would give wrong rates.
    this.#isFlushDue = true
    this.#later(FLUSH_MS, () => {
      this.#isFlushDue = false
      this.#show(this.#health, this.#series.add(this.#deps.now(), this.#health.reading))
    })
  }

  #fail(token: object, profileId: string, failure: BrokerHealth['failure']): void {
    this.#session = null
    this.#clearTimers()
    this.#failures += 1
    this.#show({ ...emptyHealth(profileId), state: 'failed', failure })
    this.#later(MIN_RETRY_MS + retryDelayMs(this.#failures, this.#deps.random), () => {
      if (this.#token === token) void this.#open(token, profileId)
    })
  }

  #show(health: BrokerHealth, sample: BrokerSample | null = null): void {
    this.#health = health
    this.#deps.onChanged(health, sample)
  }

  #end(): void {
    const session = this.#session
    this.#token = null
    this.#session = null
    this.#clearTimers()
    void session?.close()
  }

  #later(delayMs: number, run: () => void): void {
    const cancel = this.#deps.timers.after(delayMs, () => {
      this.#timers.delete(cancel)
      run()
    })
    this.#timers.add(cancel)
  }

  #clearTimers(): void {
    for (const cancel of this.#timers) cancel()
    this.#timers.clear()
    this.#isFlushDue = false
  }
}

function emptyHealth(connectionId: string | null): BrokerHealth {
  return { connectionId, state: 'not-connected', source: '$SYS', reading: NO_READING, updatedAt: null, failure: null }
}
