/** One message from the broker's client. */
export interface IncomingMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Uint8Array
  /** Size of the whole payload where it was too large to take in: `payload` is then its first and last kB. */
  readonly wholeBytes?: number
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

/** Of 10,000 topics none shares its place with three others, as some do with half as many places. */
const PLACES = 1 << 17

/** FNV-1a over the end of a topic, where the ids differ. */
function placeOf(topic: string): number {
  let hash = 0x811c9dc5
  for (let index = Math.max(0, topic.length - 24); index < topic.length; index += 1)
    hash = Math.imul(hash ^ topic.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 16)) & (PLACES - 1)
}

/**
 * Limits telemetry, per topic and in all. Beyond the budget the newest message of each topic waits and older ones are
 * dropped, because only the latest readings matter in a flood.
 */
export class TelemetryBudget {
  readonly #limits: TelemetryLimits
  readonly #onDropped: () => void
  /** Messages in this second by a small hash of the topic; a collision costs a topic a tenth of a second. */
  readonly #perTopic = new Uint16Array(PLACES)
  #waiting = new Map<string, IncomingMessage>()
  #waitingBytes = 0
  #thisTenth = 0
  #tenth = 0

  constructor(limits: TelemetryLimits, onDropped: () => void) {
    this.#limits = limits
    this.#onDropped = onDropped
  }

  get hasWaiting(): boolean {
    return this.#waiting.size > 0
  }

  /** Returns true if the message may be handled now; else it waits, perhaps in place of an older one. */
  admit(message: IncomingMessage): boolean {
    this.#thisTenth += 1
    const place = placeOf(message.topic)
    const count = Math.min((this.#perTopic[place] ?? 0) + 1, 0xffff)
    this.#perTopic[place] = count
    if (this.#thisTenth <= this.#limits.perTenth && count <= this.#limits.perTopicPerS) {
      // An older message must not be handled after this one.
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

  /** Returns the messages that waited, oldest first; call every tenth of a second. */
  next(): readonly IncomingMessage[] {
    this.#thisTenth = 0
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
