import { DEFAULT_INTERVAL_MS } from '../presence.ts'

const GAPS_KEPT = 5
const GAPS_NEEDED = 3
/** Shorter gaps are a burst after a blocked network thread (main/devices/wire/README.md, 2.6), longer ones an absence. */
const BURST_MS = 1_000
const ABSENCE_MS = 20 * 60_000
/** Presence is not judged by less, because a busy network delays a heartbeat by seconds. */
const MIN_JUDGED_MS = 5_000
const MIN_INTERVAL_MS = 1_000

/** The heartbeat interval of one device, learnt as the median of its last gaps. */
export class LearntInterval {
  /** The next gap takes the place of the oldest; 0 is none. Of full length at once, because growing takes three times the memory. */
  readonly #gapsMs = new Array<number>(GAPS_KEPT).fill(0)
  #nextGap = 0
  #lastAt = 0
  #learntMs: number | null
  #isFromHeartbeats = false

  /** @param learntMs interval that an earlier run of the console learnt, in ms. */
  constructor(learntMs: number | null) {
    this.#learntMs = learntMs
  }

  get isLearnt(): boolean {
    return this.#learntMs !== null
  }

  get learntMs(): number | null {
    return this.#learntMs
  }

  /** Interval by which presence is judged, ms. */
  get ms(): number {
    return Math.max(MIN_JUDGED_MS, this.shownMs)
  }

  /** Interval as it is, ms. */
  get shownMs(): number {
    return this.#learntMs ?? DEFAULT_INTERVAL_MS
  }

  /**
   * Adds the arrival of a heartbeat, or of `data` from a device that sends no heartbeats. `listeningSince`: epoch ms from
   * which the console listens without a break. Returns true if the interval is now another one, by more than a fifth.
   */
  arrived(kind: 'heartbeat' | 'data', at: number, listeningSince: number): boolean {
    if (kind === 'data' && this.#isFromHeartbeats) return false
    if (kind === 'heartbeat' && !this.#isFromHeartbeats) {
      this.#isFromHeartbeats = true
      this.#gapsMs.fill(0)
      this.#lastAt = 0
    }
    const gapMs = at - this.#lastAt
    const isGap = this.#lastAt >= listeningSince && this.#lastAt > 0 && gapMs >= BURST_MS && gapMs <= ABSENCE_MS
    this.#lastAt = at
    if (!isGap) return false
    this.#gapsMs[this.#nextGap] = gapMs
    this.#nextGap = (this.#nextGap + 1) % GAPS_KEPT
    const sorted = this.#gapsMs.filter((gap) => gap > 0).sort((a, b) => a - b)
    if (sorted.length < GAPS_NEEDED) return false
    const median = sorted[sorted.length >> 1] ?? DEFAULT_INTERVAL_MS
    const before = this.#learntMs ?? 0
    this.#learntMs = Math.max(MIN_INTERVAL_MS, Math.round(median / 1000) * 1000)
    return Math.abs(this.#learntMs - before) > before / 5
  }
}
