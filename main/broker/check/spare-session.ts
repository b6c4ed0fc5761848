import { characterOf } from '../character/traits.ts'
import type { BrokerSession } from '../session/broker-session.ts'
import type { ProbeSession } from '../session/probe-session.ts'
import type { ConnectionTarget } from '../session/target.ts'
import { logIn, whileOpen } from './check-session.ts'
import { type StageContext, StageFault } from './stage.ts'
import { isTimeout } from './time-limit.ts'

/** How a question to a broker ended that may answer by hanging up; `absent` without a session to ask in. */
export type Asked<T> = { readonly kind: 'answered'; readonly value: T } | { readonly kind: 'hung-up' | 'absent' }

/**
 * A second session for what is not needed, opened at the first use and again after it ended, because some brokers close
 * the connection on whatever they forbid.
 */
export class SpareSession {
  readonly #context: StageContext
  readonly #clientId: string
  readonly #protocolVersion: 4 | 5
  #session: ProbeSession | null = null
  /** Where a second session is not let in, it is not asked for again. */
  #isRefused: boolean
  #count = 0

  constructor(
    context: StageContext,
    { clientId, protocolVersion }: Pick<ProbeSession, 'clientId' | 'protocolVersion'>,
  ) {
    this.#context = context
    this.#clientId = clientId
    this.#protocolVersion = protocolVersion
    this.#isRefused = hasOneSession(context.target)
  }

  /** The open session; null where the broker lets no second one in. Rejects when aborted. */
  async open(): Promise<ProbeSession | null> {
    if (this.#session !== null && !this.#session.isEnded) return this.#session
    if (this.#isRefused) return null
    try {
      this.#count += 1
      this.#session = await logIn(this.#context, `${this.#clientId}-${this.#count}`, this.#protocolVersion)
      return this.#session
    } catch (error) {
      this.#context.signal.throwIfAborted()
      if (!(error instanceof StageFault)) throw error
      this.#isRefused = true
      return null
    }
  }

  /** Does one thing in the session. Rejects when aborted. */
  async ask<T>(work: (open: BrokerSession, session: ProbeSession) => Promise<T>): Promise<Asked<T>> {
    const session = await this.open()
    if (session === null) return { kind: 'absent' }
    try {
      const value = await whileOpen(this.#context, session, (open) => work(open, session))
      // A publish without an answer is over, as unknown, before the session is.
      return session.isEnded ? { kind: 'hung-up' } : { kind: 'answered', value }
    } catch (error) {
      this.#context.signal.throwIfAborted()
      if (error instanceof StageFault) return { kind: 'hung-up' }
      if (isTimeout(error)) return { kind: 'absent' }
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#session?.close()
  }
}

/** True if a second session would be refused, or push the first one off. */
function hasOneSession({ profile }: ConnectionTarget): boolean {
  return (profile.clientId ?? null) !== null || characterOf(profile.character).traits.hasOneSession
}
