import { type DeviceReading, VITAL_NAMES } from '../../../preload/contract/models/devices/vitals.ts'
import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import { namedReadings } from './bare-readings.ts'
import { isObject, type JsonObject } from './json.ts'
import type { MetricsUpdate } from './messages.ts'
import { numberIn, numberText } from './number-text.ts'

const MIB = 1024 * 1024
/** No device has more; where the total is above, the figures are in bytes or KiB. */
const MEBIBYTES_MAX = 2 ** 20
/** Limit of a legacy `uptime`; above it is the boot time as an epoch (README.md, 2.2). */
const EPOCH_FROM_S = 1e8
const SENSORS_MAX = 32
const SENSOR_NAME_MAX = 64
/** Longer lists are samples, of which none is the reading. */
const NUMBERED_MAX = 8
const SENSOR_TEXT_MAX = 120
const NO_READINGS: readonly DeviceReading[] = []
const IS_VITAL: ReadonlySet<string> = new Set(VITAL_NAMES)
/** Fields of `data` that are metrics or no readings. */
const NOT_SENSORS: ReadonlySet<string> = new Set([
  'device_id',
  'timestamp',
  'cpu_usage',
  'cpu_temperature',
  'memory_total',
  'memory_used',
  'memory_percent',
  'memory_usage',
  'disk_percent',
  'uptime',
  'uptime_seconds',
])

/** Reads the metrics of `heartbeat` and `data`, in the units of DeviceMetrics; both spellings on either topic. */
export function readMetrics(payload: JsonObject, receivedAt: number): MetricsUpdate {
  const usage = isObject(payload.memory_usage) ? payload.memory_usage : null
  const share = isShare(payload.memory_usage) ? payload.memory_usage : undefined
  return {
    cpuTemperatureC: cpuTemperature(payload.cpu_temperature),
    cpuPercent: percent(payload.cpu_usage),
    memoryPercent: percent(usage === null ? (share ?? payload.memory_percent) : (usage.percentage ?? usage.percent)),
    memoryUsedB:
      usage === null
        ? within(payload.memory_used, 0, 2 ** 53)
        : mebibytes(isOtherUnit(usage.total) ? null : usage.used),
    memoryTotalB: usage === null ? within(payload.memory_total, 0, 2 ** 53) : mebibytes(usage.total),
    diskPercent: percent(payload.disk_percent),
    uptimeS: readUptime(payload.uptime_seconds === undefined ? payload.uptime : payload.uptime_seconds, receivedAt),
  }
}

/** Levels of objects that are looked into; a reading deeper than this is none. */
const SENSOR_DEPTH = 4

/**
 * Reads every other number, short text and truth value of a `data` message, in its order; those of nested objects by
 * their path.
 */
export function readSensors(payload: JsonObject): readonly DeviceReading[] {
  const sensors: DeviceReading[] = []
  collect(payload, '', 1, sensors, new Set())
  return sensors.length === 0 ? NO_READINGS : sensors
}

/** Reads what the agent says of its device in a heartbeat beyond the metrics (vitals.ts). */
export function readVitals(payload: JsonObject): readonly DeviceReading[] {
  if (!hasVitals(payload)) return NO_READINGS
  let vitals: DeviceReading[] | null = null
  for (const name of VITAL_NAMES) {
    const value = payload[name]
    const reading = value === undefined ? null : sensorOf(name, value)
    if (reading === null || typeof reading.value !== 'number') continue
    vitals ??= []
    vitals.push(reading)
  }
  return vitals ?? NO_READINGS
}

/** Few heartbeats have any, and looking for each of them in every heartbeat takes three times as long. */
function hasVitals(payload: JsonObject): boolean {
  for (const key in payload) if (IS_VITAL.has(key)) return true
  return false
}

function collect(
  object: JsonObject,
  prefix: string,
  depth: number,
  sensors: DeviceReading[],
  names: Set<string>,
): void {
  for (const key of Object.keys(object)) {
    if (sensors.length === SENSORS_MAX) return
    const path = prefix === '' ? key : `${prefix}.${key}`
    const given = object[key]
    // As a number, it may be a share or an amount.
    const isMetric =
      depth === 1 && NOT_SENSORS.has(key) && (key !== 'memory_usage' || isObject(given) || isShare(given))
    if (path.length > SENSOR_NAME_MAX || isMetric) continue
    const value = Array.isArray(given) ? (namedReadings(given) ?? numberedReadings(given)) : given
    if (isObject(value)) {
      if (depth < SENSOR_DEPTH) collect(value, path, depth + 1, sensors, names)
      continue
    }
    const name = sanitiseLine(path, SENSOR_NAME_MAX)
    const sensor = names.has(name) ? null : sensorOf(name, value)
    if (sensor === null) continue
    names.add(name)
    sensors.push(sensor)
  }
}

/** Phases, cores or loads: the numbers of a short list by their places, from 0; null for any other list. */
function numberedReadings(list: readonly unknown[]): JsonObject | null {
  const isShort = list.length > 0 && list.length <= NUMBERED_MAX
  return isShort && list.every((one) => typeof one === 'number' || one === null) ? { ...list } : null
}

function sensorOf(name: string, value: unknown): DeviceReading | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { name, value } : null
  if (typeof value === 'boolean') return { name, value: value ? 1 : 0, sentAs: 'boolean' }
  if (typeof value !== 'string') return null
  const number = numberText(value)
  if (number === null) return { name, value: sanitiseLine(value, SENSOR_TEXT_MAX) }
  return { name, value: number.value, sentAs: 'text', ...(number.unit === null ? {} : { unit: number.unit }) }
}

/** From here on a figure is in thousandths, as the kernel has it in `thermal_zone0/temp`. */
const THOUSANDTHS_FROM = 1_000
/** Thousandths that a board's whole degrees become where the executor divides them by 1000 all the same. */
const DEGREES_AS_THOUSANDTHS = { min: 0.01, max: 0.125 } as const

function cpuTemperature(value: unknown): number | null | undefined {
  const figure = within(withoutUnit(value, CELSIUS), -100_000, 300_000)
  if (typeof figure !== 'number') return figure
  const celsius = Math.abs(figure) < THOUSANDTHS_FROM ? figure : figure / 1000
  if (celsius < -100 || celsius > 300) return null
  const { min, max } = DEGREES_AS_THOUSANDTHS
  if (Math.abs(celsius) > max) return celsius
  const degrees = Math.round(celsius * 1000)
  // Between them stands what no sensor of a processor tells: a divided fraction, or less than a hundredth.
  return celsius >= min && Math.abs(celsius * 1000 - degrees) < 1e-6 ? degrees : null
}

/** Treats zero and impossible values as unknown; reads a number that was sent as a text. */
function within(value: unknown, low: number, high: number): number | null | undefined {
  if (value === undefined) return undefined
  const number = typeof value === 'string' ? numberIn(value) : value
  return typeof number === 'number' && number !== 0 && number >= low && number <= high ? number : null
}

const PERCENT = /^\+?(-?[\d.,]{1,25})\s?[%％]$/
/** As `vcgencmd measure_temp` prints it too: `temp=51.2'C`. */
const CELSIUS = /^(?:temp=)?\+?(-?[\d.,]{1,25})\s?(?:[°º]\s?C|'C|℃|C)$/

/** The number of a text with the unit in which its metric is kept; every other value as it is. */
function withoutUnit(value: unknown, unit: RegExp): unknown {
  return typeof value === 'string' ? (unit.exec(value)?.[1] ?? value) : value
}

/** True for a text that says itself that it is a percentage. */
function isShare(value: unknown): boolean {
  return typeof value === 'string' && PERCENT.test(value)
}

function percent(value: unknown): number | null | undefined {
  return within(withoutUnit(value, PERCENT), 0, 100)
}

function isOtherUnit(total: unknown): boolean {
  const number = typeof total === 'string' ? numberIn(total) : total
  return typeof number === 'number' && number > MEBIBYTES_MAX
}

function mebibytes(value: unknown): number | null | undefined {
  const size = within(value, 0, MEBIBYTES_MAX)
  return typeof size === 'number' ? Math.round(size * MIB) : size
}

function readUptime(value: unknown, receivedAt: number): number | null | undefined {
  const uptime = within(value, 0, 1e10)
  if (typeof uptime !== 'number' || uptime <= EPOCH_FROM_S) return uptime
  const sinceBoot = Math.round(receivedAt / 1000 - uptime)
  return sinceBoot > 0 ? sinceBoot : null
}
