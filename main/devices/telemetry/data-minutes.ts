import type { DeviceReading } from '../../../preload/contract/models/devices/vitals.ts'
import type { DeviceRecord } from '../registry/device-record.ts'

/** Averages of the numeric readings that a device names itself over one minute. */
export interface DataPoint {
  readonly record: DeviceRecord
  readonly minute: number
  readonly values: Readonly<Record<string, number>>
}

interface Running {
  minute: number
  /** Shared by devices that send the same fields. */
  names: readonly string[]
  sums: Float64Array
  counts: Uint16Array
}

/** Limit of fields of one device in one minute, because a hostile one could send new names for ever. */
const NAMES_MAX = 64
const SHAPES_MAX = 1_000

/** Sums of the running minute of devices that send numeric fields of their own. */
export class DataMinutes {
  readonly #onPoint: (point: DataPoint) => void
  readonly #running = new Map<DeviceRecord, Running>()
  readonly #shapes = new Map<string, readonly string[]>()

  constructor(onPoint: (point: DataPoint) => void) {
    this.#onPoint = onPoint
  }

  add(record: DeviceRecord, minute: number, sensors: readonly DeviceReading[]): void {
    if (sensors.length === 0) return
    let running = this.#running.get(record)
    if (running !== undefined && running.minute !== minute) {
      this.#finish(record, running)
      reset(running, minute)
    }
    if (running === undefined) {
      const names = this.#shape(sensors)
      if (names.length === 0) return
      running = { minute, names, sums: new Float64Array(names.length), counts: new Uint16Array(names.length) }
      this.#running.set(record, running)
    }
    let expected = 0
    for (const { name, value } of sensors) {
      if (typeof value !== 'number') continue
      const place = running.names[expected] === name ? expected : placeOf(running, name)
      expected = place + 1
      if (place < 0 || running.counts[place] === 0xffff) continue
      running.sums[place] = (running.sums[place] ?? 0) + value
      running.counts[place] = (running.counts[place] ?? 0) + 1
    }
  }

  /** Emits the minutes before `minute`, of `devices` devices at most. */
  sweep(minute: number, devices: number): void {
    let emitted = 0
    for (const [record, running] of this.#running) {
      if (running.minute >= minute) continue
      this.#running.delete(record)
      this.#finish(record, running)
      emitted += 1
      if (emitted === devices) return
    }
  }

  pending(record: DeviceRecord): DataPoint | null {
    const running = this.#running.get(record)
    return running === undefined ? null : pointOf(record, running)
  }

  remove(record: DeviceRecord): void {
    this.#running.delete(record)
  }

  #finish(record: DeviceRecord, running: Running): void {
    const point = pointOf(record, running)
    if (point !== null) this.#onPoint(point)
  }

  #shape(sensors: readonly DeviceReading[]): readonly string[] {
    const names = sensors.filter(({ value }) => typeof value === 'number').map(({ name }) => name)
    const key = names.join('\n')
    const known = this.#shapes.get(key)
    if (known !== undefined) return known
    if (this.#shapes.size > SHAPES_MAX) this.#shapes.clear()
    this.#shapes.set(key, names)
    return names
  }
}

/** Returns the index of a field, a new one if it has none; -1 if there are too many. */
function placeOf(running: Running, name: string): number {
  const known = running.names.indexOf(name)
  if (known >= 0) return known
  const count = running.names.length
  if (count >= NAMES_MAX) return -1
  const sums = new Float64Array(count + 1)
  const counts = new Uint16Array(count + 1)
  sums.set(running.sums)
  counts.set(running.counts)
  Object.assign(running, { names: [...running.names, name], sums, counts })
  return count
}

function reset(running: Running, minute: number): void {
  running.minute = minute
  running.sums.fill(0)
  running.counts.fill(0)
}

function pointOf(record: DeviceRecord, { minute, names, sums, counts }: Running): DataPoint | null {
  const entries = names.flatMap((name, place) => {
    const count = counts[place] ?? 0
    return count === 0 ? [] : [[name, Math.round(((sums[place] ?? 0) / count) * 1000) / 1000] as const]
  })
  return entries.length === 0 ? null : { record, minute, values: Object.fromEntries(entries) }
}
