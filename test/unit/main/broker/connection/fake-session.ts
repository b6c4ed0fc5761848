import type {
  BrokerSession,
  FilterRequest,
  SessionEnd,
  SessionOptions,
} from '../../../../../main/broker/session/broker-session.ts'
import type { PublishOutcome } from '../../../../../main/shared/exchange.ts'

/** A session driven by the test. */
export class FakeSession implements BrokerSession {
  readonly options: SessionOptions
  readonly published: string[] = []
  readonly unsubscribed: string[] = []
  /** Reason codes of refused filters. */
  refusals: Record<string, number> = {}
  pings = 0
  isClosed = false

  constructor(options: SessionOptions) {
    this.options = options
  }

  publish(topic: string): Promise<PublishOutcome> {
    this.published.push(topic)
    return Promise.resolve({ kind: 'acknowledged' })
  }

  freePlaces(): number {
    return 1_000
  }

  /** Ends without an answer on a SUBSCRIBE of one of these, as some brokers do. */
  closesOn: readonly string[] = []
  readonly subscribed: (readonly string[])[] = []

  async subscribe(filters: readonly string[]): Promise<string[]> {
    const codes = await this.request(filters.map((filter) => ({ filter, qos: 1 })))
    return filters.filter((_filter, index) => (codes[index] ?? 0x80) >= 0x80)
  }

  async request(requests: readonly FilterRequest[]): Promise<readonly number[]> {
    const filters = requests.map(({ filter }) => filter)
    this.subscribed.push(filters)
    if (!filters.some((filter) => this.closesOn.includes(filter))) {
      return requests.map(({ filter, qos }) => this.refusals[filter] ?? qos)
    }
    await Promise.resolve()
    this.end({ stage: 'open' })
    return filters.map(() => 0x80)
  }

  unsubscribe(filter: string | readonly string[]): Promise<void> {
    this.unsubscribed.push(...[filter].flat())
    return Promise.resolve()
  }

  send(topic: string): Promise<boolean> {
    this.published.push(topic)
    return Promise.resolve(true)
  }

  peerCertificate(): Buffer | null {
    return null
  }

  ping(): void {
    this.pings += 1
  }

  close(): Promise<void> {
    this.isClosed = true
    return Promise.resolve()
  }

  abort(error: Error): void {
    this.end({ stage: 'open', error })
  }

  receive(topic: string, payload: string): void {
    this.options.events.onMessage({ topic, payload: Buffer.from(payload), qos: 1, isRetained: false })
  }

  end(end: Partial<SessionEnd>): void {
    this.options.events.onEnd({ stage: 'connack', error: null, reasonCode: null, firstBytes: null, ...end })
  }
}

/** An error as Node's sockets give it. */
export function socketError(code: string, message = code): Error {
  return Object.assign(new Error(message), { code })
}
