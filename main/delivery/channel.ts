import { AppError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { ChannelStatus, MessageView } from '../../preload/contract/models/app/delivery.ts'
import type { AlertNotice } from '../shared/alert-notice.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Timers } from '../shared/timers.ts'
import { KEPT_MAX, type KeptMessages, type WaitingMessage } from './kept-messages.ts'

/** Delays after the first, second, … failure in a row; the last one is kept. */
const RETRY_MS = [15_000, 60_000, 300_000, 900_000, 3_600_000] as const
/** A message about alerts of this age helps nobody. */
const OLDEST_MS = 6 * 3_600_000
/** What was not sent is told so long. */
const UNSENT_MS = 7 * 86_400_000
/** Longest wait for an attempt when the app ends. */
const LAST_ATTEMPT_MS = 3_000

/** Failures that the same attempt meets again; a wrong password tried over and over locks the account. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'DELIVERY_CERTIFICATE',
  'DELIVERY_NO_TLS',
  'DELIVERY_LOGIN_REFUSED',
  'DELIVERY_REFUSED',
  'DELIVERY_SECRET_MISSING',
])
/** Those after which messages wait, because they can go out once the operator entered what is missing. */
const WAITED_FOR: ReadonlySet<ErrorCode> = new Set(['DELIVERY_SECRET_MISSING'])

export interface ChannelDeps {
  readonly name: string
  readonly send: (message: WaitingMessage) => Promise<void>
  readonly newId: () => string
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly onChanged: () => void
  /** What an earlier run left. */
  readonly kept: KeptMessages
  /** Keeps what is not out for the next run. */
  readonly keep: (kept: KeptMessages) => void
}

/**
 * One way out: sends messages one after the other, tries again with growing pauses, and stops where that cannot help.
 *
 * Each message goes out at least once: it is on disk from the moment its alerts are gathered, and taken off once the receiver
 * took it. Where the app dies between the two it is sent again with the same id, because a message that comes twice costs a
 * glance, and an alarm that never comes a night.
 */
export class Channel {
  readonly #deps: ChannelDeps
  #queue: WaitingMessage[]
  /** Of alerts that are still gathered: kept, and not sent. */
  #gathering: WaitingMessage | null = null
  #unsent: readonly MessageView[]
  #lastSentAt: number | null = null
  #failure: ChannelStatus['failure'] = null
  #isStopped = false
  #failures = 0
  #retryAt: number | null = null
  #cancelRetry: (() => void) | null = null
  #sending: Promise<void> | null = null
  #isDisposed = false

  constructor(deps: ChannelDeps) {
    this.#deps = deps
    this.#queue = [...deps.kept.waiting]
    this.#unsent = deps.kept.unsent
  }

  status(): ChannelStatus {
    return {
      lastSentAt: this.#lastSentAt,
      waiting: this.#queue.map(viewOf),
      retryAt: this.#retryAt,
      unsent: this.#unsent,
      failure: this.#failure,
      isStopped: this.#isStopped,
    }
  }

  /** Keeps what `push` will be given if nothing else comes, in place of what was kept so before. Never throws. */
  gather(notice: AlertNotice): void {
    this.#gathering = this.#messageOf(notice)
    this.#keep()
  }

  /** Sends as soon as what was given before is out. Never throws. */
  push(notice: AlertNotice): void {
    this.#queue.push(this.#messageOf(notice))
    this.#gathering = null
    if (this.#isStopped && !this.#isWaitedFor()) this.#drop(this.#queue.length)
    if (this.#queue.length > KEPT_MAX.waiting) this.#drop(1)
    this.#keep()
    this.#work()
    this.#deps.onChanged()
  }

  /** Goes on with what an earlier run left; `isOff` drops it. */
  start(isOff: boolean): void {
    if (isOff) this.#queue = []
    this.#drop(Math.max(0, this.#queue.length - KEPT_MAX.waiting))
    this.#work()
    this.#deps.onChanged()
  }

  /** Tries at once what waits, e.g. after the computer woke. */
  retryNow(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#retryAt = null
    this.#work()
  }

  /** Starts over with other settings; `isOff` drops what waits. */
  changed(isOff: boolean): void {
    if (isOff) {
      this.#queue = []
      this.#gathering = null
    }
    this.#forgetFailure()
    this.#keep()
    this.retryNow()
    this.#deps.onChanged()
  }

  /** Call after a test went out: what stopped the channel is mended. */
  tested(): void {
    this.#lastSentAt = this.#deps.clock()
    this.changed(false)
  }

  /** Keeps what waits for the next run. Waits a moment for an attempt under way, because its message would go out twice. */
  async dispose(): Promise<void> {
    this.#isDisposed = true
    this.#cancelRetry?.()
    this.#cancelRetry = null
    if (this.#sending === null) return
    let stopWaiting = () => {}
    const late = new Promise<void>((resolve) => {
      stopWaiting = this.#deps.timers.after(LAST_ATTEMPT_MS, resolve)
    })
    await Promise.race([this.#sending, late])
    stopWaiting()
  }

  #work(): void {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null
      // What came in this very moment found an attempt that was over.
      if (this.#isReady() && this.#queue.length > 0) this.#work()
    })
  }

  async #sendAll(): Promise<void> {
    while (this.#isReady() && this.#dropOld() > 0) {
      const [next] = this.#queue
      if (next === undefined) break
      const error = await this.#deps.send(next).then(
        () => null,
        (cause: unknown) => cause ?? new Error('unknown'),
      )
      if (error === null) this.#sent(next)
      else if (!this.#isDisposed) this.#failed(error)
      if (!this.#isDisposed) this.#deps.onChanged()
    }
  }

  #sent(sent: WaitingMessage): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== sent)
    this.#keep()
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
      if (!this.#isWaitedFor()) this.#drop(this.#queue.length)
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

  #isReady(): boolean {
    return !this.#isDisposed && !this.#isStopped && this.#retryAt === null
  }

  #isWaitedFor(): boolean {
    return this.#failure !== null && WAITED_FOR.has(this.#failure.code)
  }

  /** Gives up the oldest. */
  #drop(count: number): void {
    const now = this.#deps.clock()
    const given = this.#queue.slice(0, count).map(viewOf)
    this.#queue = this.#queue.slice(count)
    this.#unsent = [...this.#unsent, ...given].filter(({ at }) => now - at < UNSENT_MS).slice(-KEPT_MAX.unsent)
    this.#keep()
  }

  #keep(): void {
    const gathering = this.#gathering === null ? [] : [this.#gathering]
    this.#deps.keep({ waiting: [...this.#queue, ...gathering], unsent: this.#unsent })
  }

  #messageOf(notice: AlertNotice): WaitingMessage {
    return { id: this.#gathering?.id ?? this.#deps.newId(), notice, at: this.#deps.clock() }
  }

  #dropOld(): number {
    const now = this.#deps.clock()
    const old = this.#queue.filter(({ at }) => now - at > OLDEST_MS).length
    if (old > 0) this.#drop(old)
    return this.#queue.length
  }
}

function viewOf({ notice: { title }, at }: WaitingMessage): MessageView {
  return { title, at }
}
