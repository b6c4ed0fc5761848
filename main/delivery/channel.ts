import { AppError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { ChannelStatus } from '../../preload/contract/models/app/delivery.ts'
import type { AlertNotice } from '../shared/alert-notice.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Timers } from '../shared/timers.ts'

/** Delays after the first, second, … failure in a row; the last one is kept. */
const RETRY_MS = [15_000, 60_000, 300_000, 900_000, 3_600_000] as const
const WAITING_MAX = 20
/** A message about alerts of this age helps nobody. */
const OLDEST_MS = 6 * 3_600_000

/** Failures that the same attempt meets again; a wrong password tried over and over locks the account. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'DELIVERY_CERTIFICATE',
  'DELIVERY_NO_TLS',
  'DELIVERY_LOGIN_REFUSED',
  'DELIVERY_REFUSED',
  'DELIVERY_SECRET_MISSING',
])

export interface ChannelDeps {
  readonly name: string
  readonly send: (notice: AlertNotice) => Promise<void>
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly onChanged: () => void
}

interface Waiting {
  readonly notice: AlertNotice
  readonly at: number
}

/** One way out: sends messages one after the other, tries again with growing pauses, and stops where that cannot help. */
export class Channel {
  readonly #deps: ChannelDeps
  #queue: Waiting[] = []
  #lastSentAt: number | null = null
  #failure: ChannelStatus['failure'] = null
  #isStopped = false
  #failures = 0
  #lost = 0
  #retryAt: number | null = null
  #cancelRetry: (() => void) | null = null
  #isSending = false
  #isDisposed = false

  constructor(deps: ChannelDeps) {
    this.#deps = deps
  }

  status(): ChannelStatus {
    return {
      lastSentAt: this.#lastSentAt,
      waiting: this.#queue.length,
      retryAt: this.#retryAt,
      lost: this.#lost,
      failure: this.#failure,
      isStopped: this.#isStopped,
    }
  }

  /** Sends as soon as what was given before is out. Never throws. */
  push(notice: AlertNotice): void {
    if (this.#isStopped) this.#lost += 1
    else {
      this.#queue.push({ notice, at: this.#deps.clock() })
      if (this.#queue.length > WAITING_MAX) this.#drop(1)
      if (this.#retryAt === null) void this.#work()
    }
    this.#deps.onChanged()
  }

  /** Tries at once what waits, e.g. after the computer woke. */
  retryNow(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#retryAt = null
    void this.#work()
  }

  /** Starts over with other settings; `isOff` drops what waits. */
  changed(isOff: boolean): void {
    if (isOff) this.#queue = []
    this.#forgetFailure()
    this.retryNow()
    this.#deps.onChanged()
  }

  /** Call after a test went out: what stopped the channel is mended. */
  tested(): void {
    this.#lastSentAt = this.#deps.clock()
    this.changed(false)
  }

  dispose(): void {
    this.#isDisposed = true
    this.#cancelRetry?.()
    this.#cancelRetry = null
  }

  async #work(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    while (!this.#isDisposed && this.#retryAt === null && this.#dropOld() > 0) {
      const [next] = this.#queue
      if (next === undefined) break
      const error = await this.#deps.send(next.notice).then(
        () => null,
        (cause: unknown) => cause ?? new Error('unknown'),
      )
      if (this.#isDisposed) break
      if (error === null) this.#sent(next)
      else this.#failed(error)
      this.#deps.onChanged()
    }
    this.#isSending = false
  }

  #sent(sent: Waiting): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== sent)
    this.#lastSentAt = this.#deps.clock()
    this.#forgetFailure()
  }

  #failed(error: unknown): void {
    const { code, data } = error instanceof AppError ? error : new AppError('INTERNAL')
    if (!(error instanceof AppError)) this.#deps.log.error(`a message by ${this.#deps.name} failed unexpectedly`, error)
    this.#deps.log.warn(`a message by ${this.#deps.name} could not be sent`, { code, ...data })
    this.#failure = { code, data, at: this.#deps.clock() }
    if (LASTING.has(code)) {
      this.#isStopped = true
      this.#drop(this.#queue.length)
      return
    }
    const delayMs = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? RETRY_MS[0]
    this.#failures += 1
    this.#retryAt = this.#deps.clock() + delayMs
    this.#cancelRetry = this.#deps.timers.after(delayMs, () => this.retryNow())
  }

  #forgetFailure(): void {
    this.#failure = null
    this.#isStopped = false
    this.#failures = 0
  }

  /** Drops the oldest. */
  #drop(count: number): void {
    this.#queue = this.#queue.slice(count)
    this.#lost += count
  }

  #dropOld(): number {
    const now = this.#deps.clock()
    const old = this.#queue.filter(({ at }) => now - at > OLDEST_MS).length
    if (old > 0) this.#drop(old)
    return this.#queue.length
  }
}
