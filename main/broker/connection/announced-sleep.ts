/**
 * Ms after which a sleep that was announced has begun or was called off: longer than any system lets its programs hold it up
 * (macOS: 30 s, systemd: 5 s, Windows: 2 s).
 */
const ANNOUNCED_MS = 35_000

/**
 * From the announcement that the computer goes to sleep until its waking was handled. Timers that fell due in between come
 * before the signal of the waking, so only the announcement tells them that the connection may be dead.
 */
export class AnnouncedSleep {
  readonly #onOver: () => void
  #timer: NodeJS.Timeout | undefined
  #awake: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null

  /** @param onOver called where no signal of a waking came: the sleep was called off, or has just ended. */
  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  /** Returns what is awaited now; while a sleep is announced, that after the waking. */
  whenAwake(awaited: () => Promise<void> | null): Promise<void> | null {
    return this.#awake === null ? awaited() : this.#awake.promise.then(() => this.whenAwake(awaited) ?? undefined)
  }

  begin(): void {
    if (this.#awake === null) {
      let resolve = (): void => {}
      const promise = new Promise<void>((done) => {
        resolve = done
      })
      this.#awake = { promise, resolve }
    }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#onOver, ANNOUNCED_MS)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#awake?.resolve()
    this.#awake = null
  }
}
