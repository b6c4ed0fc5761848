import type { DeviceQuery, DeviceWindow } from '../../../../preload/contract/models/devices/device.ts'
import { isSameList } from './device-window.ts'

interface LoaderDeps {
  readonly query: (query: DeviceQuery) => Promise<DeviceWindow>
  readonly onWindow: (window: DeviceWindow, query: DeviceQuery) => void
  readonly onError: (error: unknown) => void
  /** Shortest time between two refreshes that main's events cause. */
  readonly minGapMs: number
  readonly clock: () => number
  /** Calls back after so many ms; returns the function that calls it off. */
  readonly later: (act: () => void, ms: number) => () => void
}

/** Asks for the rows in view: one request at a time, the newest wish next, refreshes at a calm pace. */
export class DeviceWindowLoader {
  readonly #deps: LoaderDeps
  #wanted: DeviceQuery | null = null
  #isUrgent = false
  #isStale = false
  #isInFlight = false
  #startedAt = Number.NEGATIVE_INFINITY
  #cancelTimer: (() => void) | null = null
  #isDisposed = false

  constructor(deps: LoaderDeps) {
    this.#deps = deps
  }

  /** The operator scrolled, searched or sorted: asked at once, or as soon as the request under way is answered. */
  want(query: DeviceQuery): void {
    this.#wanted = query
    this.#isUrgent = true
    this.#pump()
  }

  /** Main said that devices changed. */
  invalidate(): void {
    this.#isStale = true
    this.#pump()
  }

  dispose(): void {
    this.#isDisposed = true
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  #pump(): void {
    if (this.#isDisposed || this.#isInFlight || !this.#wanted) return
    if (this.#isUrgent) {
      this.#start(this.#wanted)
      return
    }
    if (!this.#isStale || this.#cancelTimer) return
    const waitMs = this.#startedAt + this.#deps.minGapMs - this.#deps.clock()
    if (waitMs <= 0) {
      this.#start(this.#wanted)
      return
    }
    this.#cancelTimer = this.#deps.later(() => {
      this.#cancelTimer = null
      this.#pump()
    }, waitMs)
  }

  #start(query: DeviceQuery): void {
    this.#isInFlight = true
    this.#isUrgent = false
    this.#isStale = false
    this.#startedAt = this.#deps.clock()
    this.#deps
      .query(query)
      .then(
        (window) => {
          if (!this.#isDisposed && this.#wanted && isSameList(query, this.#wanted)) this.#deps.onWindow(window, query)
        },
        (error: unknown) => {
          if (!this.#isDisposed) this.#deps.onError(error)
        },
      )
      .finally(() => {
        this.#isInFlight = false
        this.#pump()
      })
  }
}
