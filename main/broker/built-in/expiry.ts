import type { Clock } from '../../shared/clock.ts'

/** As the console asks of brokers with MQTT 5 (message expiry interval), and states in each command (`expires_at`). */
const EXPIRY_MS = 30_000
const TO_DEVICE = /^device\/[^/]+\/(?:command|cancel)$/

interface Message {
  readonly topic: string
  readonly payload: Buffer | string
}

/**
 * Lets what was sent to a device expire, because MQTT 3.1.1 does not: a device that was away must not run a command of
 * yesterday. By the time of receipt, so that no other computer's clock counts.
 */
export class CommandExpiry {
  readonly #now: Clock
  readonly #receivedAt = new WeakMap<Buffer, number>()

  constructor(now: Clock) {
    this.#now = now
  }

  received({ topic, payload }: Message): void {
    if (Buffer.isBuffer(payload) && TO_DEVICE.test(topic)) this.#receivedAt.set(payload, this.#now())
  }

  /** True for what is too old to be handed to the device that it is for. */
  isOver({ topic, payload }: Message): boolean {
    if (!Buffer.isBuffer(payload) || !TO_DEVICE.test(topic)) return false
    const receivedAt = this.#receivedAt.get(payload)
    return receivedAt !== undefined && this.#now() - receivedAt > EXPIRY_MS
  }
}
