import type { ChartSpan, DeviceRef, DeviceSeries } from '../../../preload/contract/models/devices/device.ts'
import { HISTORY_METRICS } from './minute-columns.ts'
import type { RingPoint } from './ring-pool.ts'
import type { StoredData, StoredMinute, TelemetryStore } from './telemetry-store.ts'

/** Points that are not on disk yet. */
export interface Unwritten {
  readonly minutes: readonly StoredMinute[]
  readonly data: readonly StoredData[]
  readonly single: readonly RingPoint[]
}

const SPANS: Readonly<Record<ChartSpan, { readonly minutes: number; readonly step: number }>> = {
  hour: { minutes: 60, step: 1 },
  day: { minutes: 1_440, step: 2 },
  week: { minutes: 10_080, step: 15 },
}
/** Minutes read before the event loop runs other work. */
const MINUTES_A_TURN = 720
const DATA_FIELDS_MAX = 12

/** Sums by step of time and field. */
class Buckets {
  readonly #values = new Map<string, Map<number, { sum: number; count: number }>>()

  add(field: string, step: number, value: number | null): void {
    if (value === null) return
    const byStep = this.#values.get(field) ?? new Map<number, { sum: number; count: number }>()
    this.#values.set(field, byStep)
    const bucket = byStep.get(step) ?? { sum: 0, count: 0 }
    bucket.sum += value
    bucket.count += 1
    byStep.set(step, bucket)
  }

  has(field: string, step: number): boolean {
    return this.#values.get(field)?.has(step) === true
  }

  fields(): string[] {
    return [...this.#values.keys()]
  }

  valueAt(field: string, step: number): number | null {
    const bucket = this.#values.get(field)?.get(step)
    return bucket === undefined ? null : bucket.sum / bucket.count
  }
}

/** Combines a device's readings from disk and memory into even steps of time. */
export class SeriesReader {
  readonly #store: TelemetryStore

  constructor(store: TelemetryStore) {
    this.#store = store
  }

  /** Reads a span up to `now` (epoch ms), in pieces, so that no other work waits. */
  async read(ref: DeviceRef, span: ChartSpan, now: number, unwritten: Unwritten): Promise<DeviceSeries> {
    const { minutes, step } = SPANS[span]
    const last = Math.floor(now / 60_000)
    const first = Math.floor((last - minutes + 1) / step) * step
    const buckets = new Buckets()
    const stepOf = (minute: number): number => Math.floor(minute / step)
    for (let from = first; from <= last; from += MINUTES_A_TURN) {
      if (from > first) await new Promise<void>((resolve) => setImmediate(resolve))
      const to = Math.min(last, from + MINUTES_A_TURN - 1)
      for (const point of this.#store.minutes(ref, from, to)) addMinute(buckets, stepOf(point.minute), point.values)
      for (const point of this.#store.data(ref, from, to)) addData(buckets, stepOf(point.minute), point.values)
    }
    for (const point of unwritten.minutes)
      if (point.minute >= first) addMinute(buckets, stepOf(point.minute), point.values)
    for (const point of unwritten.data) if (point.minute >= first) addData(buckets, stepOf(point.minute), point.values)
    return span === 'hour' && unwritten.single.length > 1
      ? withSingle(buckets, first, last, unwritten.single)
      : even(buckets, stepOf(first), stepOf(last), step)
  }
}

function addMinute(buckets: Buckets, step: number, values: readonly (number | null)[]): void {
  for (const [index, metric] of HISTORY_METRICS.entries()) buckets.add(metric, step, values[index] ?? null)
}

function addData(buckets: Buckets, step: number, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) buckets.add(`data.${name}`, step, value)
}

function fieldsOf(buckets: Buckets): string[] {
  const metrics = HISTORY_METRICS.filter((metric) => buckets.fields().includes(metric))
  const data = buckets.fields().filter((field) => field.startsWith('data.'))
  return [...metrics, ...data.slice(0, DATA_FIELDS_MAX)]
}

function even(buckets: Buckets, first: number, last: number, step: number): DeviceSeries {
  const steps = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return {
    times: steps.map((at) => at * step * 60),
    fields: fieldsOf(buckets).map((name) => ({ name, values: steps.map((at) => rounded(buckets.valueAt(name, at))) })),
    stepS: step * 60,
  }
}

/** Joins the minutes up to the first single reading with the single readings. */
function withSingle(buckets: Buckets, first: number, last: number, single: readonly RingPoint[]): DeviceSeries {
  const kept = single.filter(({ at }) => at >= first * 60_000)
  const from = kept[0] === undefined ? last + 1 : Math.floor(kept[0].at / 60_000)
  const minutes = Array.from({ length: Math.max(0, from - first) }, (_, index) => first + index)
  const fields = new Set(fieldsOf(buckets))
  for (const [index, metric] of HISTORY_METRICS.entries())
    if (kept.some(({ values }) => values[index] !== null && values[index] !== undefined)) fields.add(metric)
  const readingOf = (name: string, { at, values }: RingPoint): number | null => {
    const index = (HISTORY_METRICS as readonly string[]).indexOf(name)
    return index >= 0 ? (values[index] ?? null) : buckets.valueAt(name, Math.floor(at / 60_000))
  }
  return {
    times: [...minutes.map((minute) => minute * 60), ...kept.map(({ at }) => at / 1000)],
    fields: [...fields].map((name) => ({
      name,
      values: [
        ...minutes.map((minute) => rounded(buckets.valueAt(name, minute))),
        ...kept.map((point) => rounded(readingOf(name, point))),
      ],
    })),
    stepS: 60,
  }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100
}
