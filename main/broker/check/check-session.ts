import { type BrokerSession, openMqttSession, type SessionEnd } from '../session/mqtt-session.ts'
import { faultAt, faultOf, isVersionRefused } from '../session/session-fault.ts'
import { type StageContext, StageFault, within } from './check-stages.ts'

type Waiting = (payload: Buffer | null) => void

/** A session of the connection test: what arrives can be waited for, and its end makes every stage fail. */
export class TestSession {
  readonly protocolVersion: 4 | 5
  readonly clientId: string
  readonly #context: StageContext
  readonly #ended: Promise<SessionEnd>
  readonly #opened: Promise<void>
  readonly #arrived = new Map<string, Buffer>()
  readonly #waiting = new Map<string, Waiting>()
  readonly #roundTrips: Waiting[] = []
  #session: BrokerSession | null = null
  #roundTripMs: number | null = null
  #isEnded = false

  private constructor(context: StageContext, clientId: string, protocolVersion: 4 | 5) {
    this.#context = context
    this.clientId = clientId
    this.protocolVersion = protocolVersion
    let onOpen: () => void = () => {}
    let onEnd: (end: SessionEnd) => void = () => {}
    this.#opened = new Promise((resolve) => {
      onOpen = resolve
    })
    this.#ended = new Promise((resolve) => {
      onEnd = resolve
    })
    this.#open(onOpen, (end) => {
      this.#isEnded = true
      onEnd(end)
    })
  }

  #open(onOpen: () => void, onEnd: (end: SessionEnd) => void): void {
    const { target, timeoutMs } = this.#context
    const events = {
      onOpen,
      onEnd,
      onMessage: (topic: string, payload: Buffer) => {
        this.#arrived.set(topic, payload)
        this.#waiting.get(topic)?.(payload)
      },
      onRoundTrip: (ms: number) => {
        this.#roundTripMs = Math.round(ms * 10) / 10
        for (const done of this.#roundTrips.splice(0)) done(null)
      },
    }
    const { clientId, protocolVersion } = this
    openMqttSession({ target, clientId, protocolVersion, connectTimeoutMs: timeoutMs, events }).then(
      (session) => {
        this.#session = session
        if (this.#context.signal.aborted) void session.close()
      },
      (error: unknown) => {
        const cause = error instanceof Error ? error : new Error(String(error))
        onEnd({ stage: 'tls', error: cause, reasonCode: null, firstBytes: null })
      },
    )
  }

  /** Logs in with MQTT 5, then with 3.1.1 when the broker does not know that. Throws a StageFault. */
  static async logIn(context: StageContext, clientId: string): Promise<TestSession> {
    const first = new TestSession(context, clientId, 5)
    const firstEnd = await first.#outcome()
    if (firstEnd === null) return first
    if (!isVersionRefused(firstEnd)) throw first.faultOf(firstEnd)
    const second = new TestSession(context, clientId, 4)
    const secondEnd = await second.#outcome()
    if (secondEnd === null) return second
    throw second.faultOf(secondEnd)
  }

  get roundTripMs(): number | null {
    return this.#roundTripMs
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Does the work unless the session ends first: then throws a StageFault. Rejects when aborted or out of time. */
  async whileOpen<T>(work: (session: BrokerSession) => Promise<T>): Promise<T> {
    const session = this.#session
    if (session === null) throw new Error('the test session is not open')
    const ended = this.#ended.then((end) => {
      throw this.faultOf(end)
    })
    ended.catch(() => {})
    const { timeoutMs, signal } = this.#context
    return within(timeoutMs * 2, signal, Promise.race([work(session), ended]))
  }

  /** The payload of the first message on a topic, or null when none comes in time. */
  async message(topic: string, waitMs: number): Promise<Buffer | null> {
    const already = this.#arrived.get(topic)
    if (already !== undefined) return already
    return this.#until(waitMs, (done) => this.#waiting.set(topic, done))
  }

  /** Pings once and remembers how long the answer took. */
  async measure(waitMs: number): Promise<void> {
    this.#session?.ping()
    await this.#until(waitMs, (done) => this.#roundTrips.push(done))
  }

  /** Resolves to the end of the session, or to null when it still stands after that time. */
  async endWithin(waitMs: number): Promise<SessionEnd | null> {
    let timer: NodeJS.Timeout | undefined
    const stood = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), waitMs)
    })
    const end = await within(waitMs * 2, this.#context.signal, Promise.race([this.#ended, stood]))
    clearTimeout(timer)
    return end
  }

  async close(): Promise<void> {
    await this.#session?.close()
  }

  async #outcome(): Promise<SessionEnd | null> {
    const { target, timeoutMs, signal } = this.#context
    try {
      const opened = this.#opened.then(() => null)
      return await within(timeoutMs * 2, signal, Promise.race([this.#ended, opened]))
    } catch (error) {
      void this.close()
      signal.throwIfAborted()
      throw new StageFault(faultAt('connack', target, error))
    }
  }

  /** The end of this session as a stage throws it. */
  faultOf(end: SessionEnd): StageFault {
    const { protocolVersion, clientId } = this
    return new StageFault(faultOf(end, this.#context.target, { protocolVersion, clientId }))
  }

  async #until(waitMs: number, listen: (done: Waiting) => void): Promise<Buffer | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), waitMs)
      listen((payload) => {
        clearTimeout(timer)
        resolve(payload)
      })
    })
  }
}
