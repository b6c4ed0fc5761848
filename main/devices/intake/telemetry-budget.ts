/** One message as the broker's client hands it over. */
export interface IncomingMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Uint8Array
  readonly isRetained: boolean
  /** Epoch ms. */
  readonly receivedAt: number
}

export interface TelemetryLimits {
  /** Messages of one topic in a second. */
  readonly perTopicPerS: number
  /** Messages of all devices in a tenth of a second. */
  readonly perTenth: number
  /** Messages that may wait. */
  readonly waiting: number
  /** Bytes that may wait. */
  readonly waitingBytes: number
}

export const TELEMETRY_LIMITS: TelemetryLimits = {
  perTopicPerS: 50,
  perTenth: 20_000,
  waiting: 20_000,
  waitingBytes: 16 * 1024 * 1024,
}

const PLACES = 1 << 16

/** FNV-1a over the end of a topic, where the ids differ. */
function placeOf(topic: string): number {
  let hash = 0x811c9dc5
  for (let index = Math.max(0, topic.length - 24); index < topic.length; index += 1)
    hash = Math.imul(hash ^ topic.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 16)) & (PLACES - 1)
}

/**
 * Budgets for telemetry, per topic and for all. Beyond them the newest message of each topic waits and the older ones
 * are dropped: in a flood the latest readings are what matters.
 */
export class TelemetryBudget {
  readonly #limits: TelemetryLimits
  readonly #onDropped: () => void
  /** Messages in this second by a small hash of the topic: two topics may share a place, which costs them a tenth of a second. */
  readonly #perTopic = new Uint16Array(PLACES)
  #waiting = new Map<string, IncomingMessage>()
  #waitingBytes = 0
  #taken = 0
  #tenth = 0

  constructor(limits: TelemetryLimits, onDropped: () => void) {
    this.#limits = limits
    this.#onDropped = onDropped
  }

  get hasWaiting(): boolean {
    return this.#waiting.size > 0
  }

  /** True when the message may be handled now; else it waits, perhaps in place of an older one. */
  admit(message: IncomingMessage): boolean {
    this.#taken += 1
    const place = placeOf(message.topic)
    const count = Math.min((this.#perTopic[place] ?? 0) + 1, 0xffff)
    this.#perTopic[place] = count
    if (this.#taken <= this.#limits.perTenth && count <= this.#limits.perTopicPerS) {
      // What is older than this message must not be handled after it.
      if (this.#waiting.size > 0) this.#drop(message.topic)
      return true
    }
    this.#drop(message.topic)
    this.#waiting.set(message.topic, message)
    this.#waitingBytes += message.payload.byteLength
    while (this.#waiting.size > this.#limits.waiting || this.#waitingBytes > this.#limits.waitingBytes) {
      const oldest = this.#waiting.keys().next().value
      if (oldest === undefined) break
      this.#drop(oldest)
    }
    return false
  }

  /** Call every tenth of a second: the messages that waited, oldest first, to be handled now. */
  next(): readonly IncomingMessage[] {
    this.#taken = 0
    this.#tenth = (this.#tenth + 1) % 10
    if (this.#tenth === 0) this.#perTopic.fill(0)
    const waited = [...this.#waiting.values()]
    this.#waiting = new Map()
    this.#waitingBytes = 0
    return waited
  }

  #drop(topic: string): void {
    const dropped = this.#waiting.get(topic)
    if (dropped === undefined) return
    this.#waiting.delete(topic)
    this.#waitingBytes -= dropped.payload.byteLength
    this.#onDropped()
  }
}
