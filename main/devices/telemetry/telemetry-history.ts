import type { ChartSpan, DeviceRef, DeviceSeries } from '../../../preload/contract/models/devices/device.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { Timers } from '../../shared/timers.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { DeviceObserver } from '../registry/registry.ts'
import type { DeviceMessage } from '../wire/messages.ts'
import { DataMinutes, type DataPoint } from './data-minutes.ts'
import { MinuteColumns, type MinutePoint } from './minute-columns.ts'
import { RingPool } from './ring-pool.ts'
import { SeriesReader } from './series-reader.ts'
import type { TelemetryStore } from './telemetry-store.ts'

interface TelemetryHistoryDeps {
  readonly store: TelemetryStore
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** Null when writing works again. */
  readonly onWritten: (error: unknown) => void
}

const TICK_MS = 250
/** Devices above which a second of writing is split into four shorter turns. */
const LARGE_FLEET = 5_000
/** Ticks in a minute, in which every place is swept twice. */
const TICKS_A_MINUTE = 60_000 / TICK_MS
const POINTS_A_BATCH = 1_000
/** Batch size when no request waits, on closing. */
const POINTS_AT_END = 20_000
/** Limit of points that wait while the disk fails; the oldest are dropped. */
const WAITING_MAX = 50_000

/** Keeps the readings of all devices: single ones for the charts of a few, a point a minute on disk for all. */
export class TelemetryHistory implements DeviceObserver {
  readonly #deps: TelemetryHistoryDeps
  readonly #columns = new MinuteColumns((point) => this.#minutes.push(point))
  readonly #dataMinutes = new DataMinutes((point) => this.#data.push(point))
  readonly #rings = new RingPool()
  readonly #reader: SeriesReader
  #minutes: MinutePoint[] = []
  #data: DataPoint[] = []
  #lost = 0
  #isFailing = false
  #stopWriting: (() => void) | null = null

  constructor(deps: TelemetryHistoryDeps) {
    this.#deps = deps
    this.#reader = new SeriesReader(deps.store)
  }

  start(): void {
    let tick = 0
    this.#stopWriting = this.#deps.timers.every(TICK_MS, () => {
      tick = (tick + 1) % 4
      if (tick === 0 || this.#columns.size > LARGE_FLEET) this.flush()
    })
  }

  /** Writes pending points, the running minute included. */
  dispose(): void {
    this.#stopWriting?.()
    this.#stopWriting = null
    this.#columns.sweep(Number.MAX_SAFE_INTEGER, this.#columns.size)
    this.#dataMinutes.sweep(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    while ((this.#minutes.length > 0 || this.#data.length > 0) && this.#write(POINTS_AT_END));
  }

  updated(record: DeviceRecord, message: DeviceMessage): void {
    if ((message.kind !== 'heartbeat' && message.kind !== 'data') || message.isRetained) return
    const minute = Math.floor(message.receivedAt / 60_000)
    this.#columns.add(record, minute, message.metrics)
    this.#rings.add(record, message.receivedAt)
    this.#dataMinutes.add(record, minute, message.sensors)
  }

  presenceChanged(): void {}

  forgotten(record: DeviceRecord): void {
    this.#columns.remove(record)
    this.#dataMinutes.remove(record)
    this.#rings.remove(record)
    this.#minutes = this.#minutes.filter((point) => point.record !== record)
    this.#data = this.#data.filter((point) => point.record !== record)
    try {
      this.#deps.store.forget(record)
    } catch (error) {
      this.#deps.log.error('the history of a forgotten device could not be removed', error)
    }
  }

  /** Number of points dropped because they could not be written. */
  get lost(): number {
    return this.#lost
  }

  /** Reads the series of a device over a span up to now, from disk and memory. */
  series(record: DeviceRecord & DeviceRef, span: ChartSpan): Promise<DeviceSeries> {
    this.#rings.open(record)
    const data = this.#dataMinutes.pending(record)
    return this.#reader.read(record, span, this.#deps.clock(), {
      minutes: [...this.#minutes.filter((point) => point.record === record), ...this.#columns.pending(record)],
      data: [...this.#data.filter((point) => point.record === record), ...(data === null ? [] : [data])],
      single: this.#rings.points(record),
    })
  }

  flush(): void {
    const minute = Math.floor(this.#deps.clock() / 60_000)
    const ticks = this.#columns.size > LARGE_FLEET ? TICKS_A_MINUTE : TICKS_A_MINUTE / 4
    const places = Math.ceil((this.#columns.size * 2) / ticks)
    this.#columns.sweep(minute, places)
    this.#dataMinutes.sweep(minute, places)
    if (this.#minutes.length > 0 || this.#data.length > 0) this.#write()
  }

  #write(points = POINTS_A_BATCH): boolean {
    const minutes = this.#minutes.slice(0, points)
    const data = this.#data.slice(0, points)
    try {
      this.#deps.store.write(minutes, data, Math.floor(this.#deps.clock() / 60_000))
    } catch (error) {
      this.#failed(error)
      return false
    }
    this.#minutes = this.#minutes.slice(minutes.length)
    this.#data = this.#data.slice(data.length)
    if (this.#isFailing) this.#deps.onWritten(null)
    this.#isFailing = false
    return true
  }

  #failed(error: unknown): void {
    const surplus = Math.max(0, this.#minutes.length - WAITING_MAX) + Math.max(0, this.#data.length - WAITING_MAX)
    if (surplus > 0) {
      this.#minutes = this.#minutes.slice(-WAITING_MAX)
      this.#data = this.#data.slice(-WAITING_MAX)
      this.#lost += surplus
    }
    if (!this.#isFailing) this.#deps.log.error('telemetry could not be saved; tried again every second', error)
    this.#isFailing = true
    this.#deps.onWritten(error)
  }
}
