import type { BrokerSession, SessionEnd } from './broker-session.ts'
import { type ConnectOptions, connectSession, SessionFailed } from './connect-session.ts'

/** A session for checks and proofs: messages, round trips and its end can be awaited. */
export class ProbeSession {
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly #arrived = new Map<string, Buffer>()
  readonly #counts = new Map<string, number>()
  readonly #messages = new Waiters<Buffer>()
  readonly #roundTrips = new Waiters<number>()
  readonly #ends = new Waiters<SessionEnd>()
  #end: SessionEnd | null = null
  #session: BrokerSession | null = null

  private constructor({ clientId, protocolVersion }: Pick<ConnectOptions, 'clientId' | 'protocolVersion'>) {
    this.clientId = clientId
    this.protocolVersion = protocolVersion
  }

  /** Resolves once the broker has let it in. Rejects with `SessionFailed`, or the reason of the signal. */
  static async open(options: Omit<ConnectOptions, 'events'>): Promise<ProbeSession> {
    const probe = new ProbeSession(options)
    probe.#session = await connectSession({
      ...options,
      events: {
        onMessage: ({ topic, payload }) => {
          probe.#arrived.set(topic, payload)
          probe.#counts.set(topic, probe.count(topic) + 1)
          probe.#messages.settle(topic, payload)
        },
        onRoundTrip: (roundTripMs) => probe.#roundTrips.settle('', roundTripMs),
        onEnd: (end) => {
          probe.#end = end
          probe.#ends.settle('', end)
        },
      },
    })
    return probe
  }

  get isEnded(): boolean {
    return this.#end !== null
  }

  /** Does the work; rejects with `SessionFailed` when the session ends first. */
  async whileOpen<T>(work: (session: BrokerSession) => Promise<T>): Promise<T> {
    if (this.#session === null) throw new Error('the session is not open')
    if (this.#end !== null) throw new SessionFailed(this.#end)
    let forget = () => {}
    const ended = new Promise<never>((_resolve, reject) => {
      forget = this.#ends.add('', (end) => reject(new SessionFailed(end)))
    })
    try {
      return await Promise.race([work(this.#session), ended])
    } finally {
      forget()
    }
  }

  /** The last payload on a topic, or the next one; null when none comes in time. */
  async message(topic: string, waitMs: number): Promise<Buffer | null> {
    return this.#arrived.get(topic) ?? this.#messages.next(topic, waitMs)
  }

  /** Returns how many messages came on a topic. */
  count(topic: string): number {
    return this.#counts.get(topic) ?? 0
  }

  /** Resolves to true once so many came on a topic, or to false when none comes for that time. */
  async counted(topic: string, count: number, waitMs: number): Promise<boolean> {
    while (this.count(topic) < count) {
      if ((await this.#messages.next(topic, waitMs)) === null) return this.count(topic) >= count
    }
    return true
  }

  /** Pings once: milliseconds until the answer, or null when none comes in time. */
  roundTrip(waitMs: number): Promise<number | null> {
    const answered = this.#roundTrips.next('', waitMs)
    this.#session?.ping()
    return answered
  }

  /** Resolves to the end of the session, or to null when it still stands after that time. */
  async endWithin(waitMs: number): Promise<SessionEnd | null> {
    return this.#end ?? this.#ends.next('', waitMs)
  }

  async close(): Promise<void> {
    await this.#session?.close()
  }
}

/** Callers that wait for a value under a key. */
class Waiters<T> {
  readonly #waiting = new Map<string, Set<(value: T) => void>>()

  /** Returns the function that ends the wait. */
  add(key: string, done: (value: T) => void): () => void {
    const waiting = this.#waiting.get(key) ?? new Set()
    this.#waiting.set(key, waiting.add(done))
    return () => {
      waiting.delete(done)
    }
  }

  settle(key: string, value: T): void {
    const waiting = this.#waiting.get(key)
    this.#waiting.delete(key)
    for (const done of waiting ?? []) done(value)
  }

  /** Resolves with the next value, or with null when none comes in time. */
  next(key: string, waitMs: number): Promise<T | null> {
    return new Promise((resolve) => {
      const settle = (value: T | null) => {
        clearTimeout(timer)
        forget()
        resolve(value)
      }
      const forget = this.add(key, settle)
      const timer = setTimeout(() => settle(null), waitMs)
    })
  }
}
