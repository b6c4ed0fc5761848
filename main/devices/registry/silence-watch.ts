import type { Clock } from '../../shared/clock.ts'
import { SLEPT_AFTER_MS, type Timers } from '../../shared/timers.ts'
import type { ConnectionSet } from './connection-set.ts'

const SWEEP_EVERY_MS = 1_000

interface SilenceWatchDeps {
  readonly clock: Clock
  readonly timers: Timers
  readonly connections: ConnectionSet
  readonly onChanged: () => void
}

/** Judges silent devices once a second. Counts no silence of the computer's own sleep as that of a device. */
export class SilenceWatch {
  readonly #deps: SilenceWatchDeps
  #sweptAt = 0
  #stop: (() => void) | null = null

  constructor(deps: SilenceWatchDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#sweptAt = this.#deps.clock()
    this.#stop = this.#deps.timers.every(SWEEP_EVERY_MS, () => this.#sweep())
  }

  /** Starts every count of silence anew, because the silence was ours. */
  resumed(): void {
    const now = this.#deps.clock()
    this.#sweptAt = now
    this.#deps.connections.listenAgain(now)
    this.#deps.onChanged()
  }

  dispose(): void {
    this.#stop?.()
    this.#stop = null
  }

  #sweep(): void {
    const now = this.#deps.clock()
    if (now - this.#sweptAt > SWEEP_EVERY_MS + SLEPT_AFTER_MS || now < this.#sweptAt) this.resumed()
    this.#sweptAt = now
    if (this.#deps.connections.sweep(now) > 0) this.#deps.onChanged()
  }
}
