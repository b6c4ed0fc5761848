/** Runs tasks one after another. A task that rejects rejects its own caller and never blocks the next one. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** Resolves or rejects with the result of `task`, which starts when all earlier tasks have ended. */
  add<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task)
    this.#last = done.catch(() => undefined)
    return done
  }
}
