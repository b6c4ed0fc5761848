import type { PublishOutcome } from '../../shared/exchange.ts'

/**
 * The outcome of one publish. `unsent`: nothing was written, safe to try again. `unknown`: written, and the
 * connection or the wait ended before the PUBACK. `refused`: PUBACK of 0x80 or more (MQTT 5), or a packet over the
 * broker's size limit (149).
 */
const NO_MATCHING_SUBSCRIBERS = 0x10

/** Writes one packet and returns its message id, or null when nothing was written. */
export type WritePublish = () => number | null

interface Waiting {
  readonly write: WritePublish
  readonly settle: (outcome: PublishOutcome) => void
}

/**
 * Keeps unacknowledged publishes within the broker's Receive Maximum (MQTT 5, section 4.9). What waits for room
 * when the connection ends is provably unsent.
 */
export class PublishWindow {
  readonly #size: number
  readonly #ackTimeoutMs: number
  readonly #waiting: Waiting[] = []
  readonly #inFlight = new Map<number, (outcome: PublishOutcome) => void>()
  #isClosed = false

  constructor(size: number, ackTimeoutMs: number) {
    this.#size = size
    this.#ackTimeoutMs = ackTimeoutMs
  }

  /** Publishes that would be written at once. */
  get free(): number {
    return this.#isClosed ? 0 : Math.max(0, this.#size - this.#inFlight.size - this.#waiting.length)
  }

  send(write: WritePublish): Promise<PublishOutcome> {
    if (this.#isClosed) return Promise.resolve({ kind: 'unsent' })
    return new Promise((settle) => {
      this.#waiting.push({ write, settle })
      this.#pump()
    })
  }

  /** To be called with every PUBACK; unknown ids are ignored. */
  acknowledge(messageId: number, reasonCode: number): void {
    const settle = this.#inFlight.get(messageId)
    if (settle === undefined) return
    this.#inFlight.delete(messageId)
    if (reasonCode >= 0x80) settle({ kind: 'refused', reasonCode })
    else if (reasonCode === NO_MATCHING_SUBSCRIBERS) settle({ kind: 'no-subscriber' })
    else settle({ kind: 'acknowledged' })
    this.#pump()
  }

  /** Gives up what was not written yet; what was written may still be acknowledged. */
  stopSending(): void {
    this.#isClosed = true
    for (const { settle } of this.#waiting.splice(0)) settle({ kind: 'unsent' })
  }

  /** The connection is gone. */
  close(): void {
    this.stopSending()
    for (const settle of this.#inFlight.values()) settle({ kind: 'unknown' })
    this.#inFlight.clear()
  }

  #pump(): void {
    while (this.#inFlight.size < this.#size) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      const messageId = next.write()
      if (messageId === null) next.settle({ kind: 'unsent' })
      else this.#track(messageId, next.settle)
    }
  }

  #track(messageId: number, settle: (outcome: PublishOutcome) => void): void {
    // The id stays taken after the wait: a late PUBACK must still free its place.
    const timer = setTimeout(() => settle({ kind: 'unknown' }), this.#ackTimeoutMs)
    this.#inFlight.set(messageId, (outcome) => {
      clearTimeout(timer)
      settle(outcome)
    })
  }
}
