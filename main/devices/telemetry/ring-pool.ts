import type { DeviceRecord } from '../registry/device-record.ts'
import { METRIC_COUNT } from './minute-columns.ts'

const POINTS = 256
const RINGS = 512

interface Ring {
  readonly times: Float64Array
  readonly values: Float32Array
  next: number
  count: number
  openedAt: number
}

/** Ring of the latest single readings; NaN is unknown. */
export interface RingPoint {
  readonly at: number
  readonly values: readonly (number | null)[]
}

/**
 * Rings of single readings for charts, 4 MB at most. The first devices have one each (a small fleet all of them), and a
 * device whose chart is opened takes the least recently used one.
 */
export class RingPool {
  readonly #rings = new Map<DeviceRecord, Ring>()
  #opened = 0

  add(record: DeviceRecord, at: number): void {
    let ring = this.#rings.get(record)
    if (ring === undefined) {
      if (this.#rings.size >= RINGS) return
      ring = newRing()
      this.#rings.set(record, ring)
    }
    const { cpuPercent, memoryPercent, cpuTemperatureC, diskPercent } = record.metrics
    const first = ring.next * METRIC_COUNT
    ring.times[ring.next] = at
    ring.values[first] = cpuPercent ?? Number.NaN
    ring.values[first + 1] = memoryPercent ?? Number.NaN
    ring.values[first + 2] = cpuTemperatureC ?? Number.NaN
    ring.values[first + 3] = diskPercent ?? Number.NaN
    ring.next = (ring.next + 1) % POINTS
    ring.count = Math.min(POINTS, ring.count + 1)
  }

  /** Keeps the readings of this device from now on, because its chart is open. */
  open(record: DeviceRecord): void {
    let ring = this.#rings.get(record)
    if (ring === undefined) {
      if (this.#rings.size >= RINGS) this.#evict()
      ring = newRing()
      this.#rings.set(record, ring)
    }
    this.#opened += 1
    ring.openedAt = this.#opened
  }

  /** Returns readings, oldest first. */
  points(record: DeviceRecord): RingPoint[] {
    const ring = this.#rings.get(record)
    if (ring === undefined) return []
    return Array.from({ length: ring.count }, (_, index) => {
      const place = (ring.next - ring.count + index + POINTS) % POINTS
      const values = Array.from(ring.values.subarray(place * METRIC_COUNT, (place + 1) * METRIC_COUNT), (value) =>
        Number.isNaN(value) ? null : value,
      )
      return { at: ring.times[place] ?? 0, values }
    })
  }

  remove(record: DeviceRecord): void {
    this.#rings.delete(record)
  }

  #evict(): void {
    let oldest: DeviceRecord | null = null
    let openedAt = Number.POSITIVE_INFINITY
    for (const [record, ring] of this.#rings) {
      if (ring.openedAt >= openedAt) continue
      openedAt = ring.openedAt
      oldest = record
    }
    if (oldest !== null) this.#rings.delete(oldest)
  }
}

function newRing(): Ring {
  return {
    times: new Float64Array(POINTS),
    values: new Float32Array(POINTS * METRIC_COUNT),
    next: 0,
    count: 0,
    openedAt: 0,
  }
}
