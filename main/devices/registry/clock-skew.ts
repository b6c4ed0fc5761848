import type { DeviceTime } from '../wire/device-time.ts'

const BURST_MS = 1_000
const JITTER_MS = 2_000
/** Later messages that must agree before the estimate goes down, because a delayed message looks like a slow clock. */
const SAMPLES_TO_LOWER = 3
const SAMPLES_TO_WARN = 2
/** Commands expire 30 s after they were issued, by the device's clock. */
const WARN_FROM_MS = 30_000
const ZONE_STEP_MS = 15 * 60_000
const ZONE_MAX_MS = 14 * 3_600_000

/** True if a difference is more than a delay; a whole time zone in a time without a zone is no error. */
export function isOffClock(skewMs: number, isZoned: boolean): boolean {
  const isZoneLike = !isZoned && Math.abs(skewMs) <= ZONE_MAX_MS + WARN_FROM_MS
  const zoneMs = isZoneLike ? Math.round(skewMs / ZONE_STEP_MS) * ZONE_STEP_MS : 0
  return Math.abs(skewMs - zoneMs) > WARN_FROM_MS
}

/** Estimates the device's clock minus ours: the largest difference seen, because a delay only makes a message older. */
export class ClockSkew {
  #skewMs: number | null = null
  #isZoned = false
  #samples = 0
  #lowerSamples = 0
  #lowerMs = 0
  #lastAt = 0

  /** Device clock minus ours in ms; null before the first usable time. */
  get skewMs(): number | null {
    return this.#skewMs
  }

  /** Epoch ms of the last message that told the time. */
  get lastAt(): number {
    return this.#lastAt
  }

  /** True if the clock is surely wrong; a whole time zone in a time without a zone is no error. */
  get isWrong(): boolean {
    if (this.#skewMs === null || this.#samples < SAMPLES_TO_WARN) return false
    return isOffClock(this.#skewMs, this.#isZoned)
  }

  /** Adds the time of a message that was not retained. */
  observe(time: DeviceTime, receivedAt: number): void {
    const skewMs = time.at - receivedAt
    const isBurst = receivedAt - this.#lastAt < BURST_MS
    this.#lastAt = receivedAt
    this.#isZoned = time.isZoned
    if (this.#skewMs === null || skewMs > this.#skewMs + JITTER_MS) {
      this.#skewMs = skewMs
      this.#samples = 1
      this.#lowerSamples = 0
      return
    }
    if (isBurst) return
    if (skewMs >= this.#skewMs - JITTER_MS) {
      this.#samples = Math.min(this.#samples + 1, SAMPLES_TO_WARN)
      this.#lowerSamples = 0
      return
    }
    this.#lowerMs = this.#lowerSamples === 0 ? skewMs : Math.max(this.#lowerMs, skewMs)
    this.#lowerSamples += 1
    if (this.#lowerSamples < SAMPLES_TO_LOWER) return
    this.#skewMs = this.#lowerMs
    this.#samples = SAMPLES_TO_WARN
    this.#lowerSamples = 0
  }
}
