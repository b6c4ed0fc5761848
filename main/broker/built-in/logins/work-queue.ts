/** Does a few things at once, lets a few more wait in their order, and turns the rest away. */
export class WorkLine {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor({ atOnce, mostWaiting }: { readonly atOnce: number; readonly mostWaiting: number }) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** The task's outcome, or null at once when the line is full. */
  run<T>(task: () => Promise<T>): Promise<T> | null {
    if (this.#running < this.#atOnce) return this.#start(task)
    if (this.#waiting.length >= this.#mostWaiting) return null
    return new Promise((resolve) => this.#waiting.push(() => resolve(this.#start(task))))
  }

  async #start<T>(task: () => Promise<T>): Promise<T> {
    this.#running += 1
    try {
      return await task()
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }
}
