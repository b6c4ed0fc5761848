import type { BrokerTraits } from '../../../preload/contract/models/broker/broker-character.ts'
import type { Link } from './link.ts'

/** Subscribes to exact topics of one target for a while, as long as its broker does not hang up on that. */
export class Asking {
  readonly #traits: () => BrokerTraits
  #isRefused = false

  constructor(traits: () => BrokerTraits) {
    this.#traits = traits
  }

  /** Resolves with what ends it, or with null where it cannot be had. */
  async ask(filters: readonly string[], link: () => Link | null): Promise<(() => void) | null> {
    const before = link()
    if (before === null || this.#isRefused) return null
    const end = await before.ask(filters)
    // A broker that hung up on the question would do so after every reconnect.
    if (end === null && link() !== before) this.#isRefused = true
    // Where a message comes once for all filters these may stay, because taking them back costs as much as they did.
    return end !== null && this.#traits().deliversOnce ? () => {} : end
  }
}
