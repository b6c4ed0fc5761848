import { ALERT_METRICS } from '../../../preload/contract/models/devices/alert.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { MetricsUpdate } from '../wire/messages.ts'

/** Metrics with a history, in the order of their columns. */
export const HISTORY_METRICS = ALERT_METRICS
export const METRIC_COUNT = HISTORY_METRICS.length

/** Averages of one device over one minute (epoch minutes); null without a reading. */
export interface MinutePoint {
  readonly record: DeviceRecord
  readonly minute: number
  readonly values: readonly (number | null)[]
}

const FIRST_CAPACITY = 1_024
/** Minutes kept side by side, so that writing one to disk may take a minute. */
const BANKS = 2

/**
 * Sums of the running and the last minute of every device, in typed arrays: 100,000 devices need a few MB, and no object
 * for each message. A finished minute goes to `onPoint` when the columns are swept, or when its place is needed.
 */
export class MinuteColumns {
  readonly #onPoint: (point: MinutePoint) => void
  readonly #records: (DeviceRecord | null)[] = []
  readonly #free: number[] = []
  #minutes = new Int32Array(FIRST_CAPACITY * BANKS)
  #sums = new Float32Array(FIRST_CAPACITY * BANKS * METRIC_COUNT)
  #counts = new Uint16Array(FIRST_CAPACITY * BANKS * METRIC_COUNT)
  #cursor = 0

  constructor(onPoint: (point: MinutePoint) => void) {
    this.#onPoint = onPoint
  }

  /** Number of places ever used. */
  get size(): number {
    return this.#records.length
  }

  add(record: DeviceRecord, minute: number, metrics: MetricsUpdate): void {
    if (record.slot < 0) this.#place(record)
    const bank = record.slot * BANKS + (minute & 1)
    if (this.#minutes[bank] !== minute) {
      this.#finish(bank)
      this.#minutes[bank] = minute
    }
    const first = bank * METRIC_COUNT
    this.#count(first, metrics.cpuPercent)
    this.#count(first + 1, metrics.memoryPercent)
    this.#count(first + 2, metrics.cpuTemperatureC)
    this.#count(first + 3, metrics.diskPercent)
  }

  /** Emits the minutes before `minute` of the next `places` places. */
  sweep(minute: number, places: number): void {
    const count = Math.min(places, this.#records.length)
    for (let visited = 0; visited < count; visited += 1) {
      this.#cursor = this.#cursor + 1 < this.#records.length ? this.#cursor + 1 : 0
      for (let bank = this.#cursor * BANKS; bank < (this.#cursor + 1) * BANKS; bank += 1) {
        if ((this.#minutes[bank] ?? 0) < minute) this.#finish(bank)
      }
    }
  }

  /** Returns the minutes of one device that are not emitted yet, oldest first. */
  pending(record: DeviceRecord): MinutePoint[] {
    if (record.slot < 0) return []
    const points = [0, 1].flatMap((offset) => this.#point(record.slot * BANKS + offset) ?? [])
    return points.sort((a, b) => a.minute - b.minute)
  }

  /** Frees the place and drops its sums. */
  remove(record: DeviceRecord): void {
    if (record.slot < 0) return
    for (let offset = 0; offset < BANKS; offset += 1) this.#clear(record.slot * BANKS + offset)
    this.#records[record.slot] = null
    this.#free.push(record.slot)
    record.slot = -1
  }

  #count(column: number, value: number | null | undefined): void {
    if (value === null || value === undefined) return
    const count = this.#counts[column] ?? 0
    if (count === 0xffff) return
    this.#sums[column] = (this.#sums[column] ?? 0) + value
    this.#counts[column] = count + 1
  }

  #place(record: DeviceRecord): void {
    const slot = this.#free.pop() ?? this.#records.length
    if ((slot + 1) * BANKS > this.#minutes.length) this.#grow()
    this.#records[slot] = record
    record.slot = slot
  }

  #grow(): void {
    const minutes = new Int32Array(this.#minutes.length * 2)
    const sums = new Float32Array(this.#sums.length * 2)
    const counts = new Uint16Array(this.#counts.length * 2)
    minutes.set(this.#minutes)
    sums.set(this.#sums)
    counts.set(this.#counts)
    this.#minutes = minutes
    this.#sums = sums
    this.#counts = counts
  }

  #finish(bank: number): void {
    const point = this.#point(bank)
    this.#clear(bank)
    if (point !== null) this.#onPoint(point)
  }

  #point(bank: number): MinutePoint | null {
    const minute = this.#minutes[bank] ?? 0
    const record = this.#records[(bank / BANKS) | 0]
    if (minute === 0 || !record) return null
    const values: (number | null)[] = []
    for (let column = bank * METRIC_COUNT; column < (bank + 1) * METRIC_COUNT; column += 1) {
      const count = this.#counts[column] ?? 0
      values.push(count === 0 ? null : (this.#sums[column] ?? 0) / count)
    }
    return values.every((value) => value === null) ? null : { record, minute, values }
  }

  #clear(bank: number): void {
    this.#minutes[bank] = 0
    this.#sums.fill(0, bank * METRIC_COUNT, (bank + 1) * METRIC_COUNT)
    this.#counts.fill(0, bank * METRIC_COUNT, (bank + 1) * METRIC_COUNT)
  }
}
