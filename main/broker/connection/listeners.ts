import type { Log } from '../../shared/log.ts'

/** A set of listeners in which one that throws is logged and does not stop the others, nor the sender. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>()
  readonly #log: Log
  readonly #name: string

  constructor(name: string, log: Log) {
    this.#name = name
    this.#log = log
  }

  /** Returns the function that ends the subscription. */
  add(listener: (value: T) => void): () => void {
    // A wrapper of its own, so that one function added twice is two subscriptions.
    const entry = (value: T) => listener(value)
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }

  emit(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value)
      } catch (error) {
        this.#log.error(`a listener of ${this.#name} failed`, error)
      }
    }
  }
}
