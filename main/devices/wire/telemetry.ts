import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import { isObject, type JsonObject } from './json.ts'
import type { MetricsUpdate, Sensor } from './messages.ts'

const MIB = 1024 * 1024
/** Limit of a legacy `uptime`; above it is the boot time as an epoch (README.md, 2.2). */
const EPOCH_FROM_S = 1e8
const SENSORS_MAX = 32
const SENSOR_NAME_MAX = 64
const SENSOR_TEXT_MAX = 120
const NO_SENSORS: readonly Sensor[] = []
/** Fields of `data` that are metrics or no readings. */
const NOT_SENSORS: ReadonlySet<string> = new Set([
  'device_id',
  'timestamp',
  'cpu_usage',
  'cpu_temperature',
  'memory_total',
  'memory_used',
  'memory_percent',
  'disk_percent',
  'uptime',
  'uptime_seconds',
])

/** Reads the metrics of `heartbeat` and `data`, in the units of DeviceMetrics; both spellings on either topic. */
export function readMetrics(payload: JsonObject, receivedAt: number): MetricsUpdate {
  const usage = isObject(payload.memory_usage) ? payload.memory_usage : null
  return {
    cpuTemperatureC: within(payload.cpu_temperature, -100, 300),
    cpuPercent: within(payload.cpu_usage, 0, 100),
    memoryPercent: within(usage === null ? payload.memory_percent : usage.percentage, 0, 100),
    memoryUsedB: usage === null ? within(payload.memory_used, 0, 2 ** 53) : mebibytes(usage.used),
    memoryTotalB: usage === null ? within(payload.memory_total, 0, 2 ** 53) : mebibytes(usage.total),
    diskPercent: within(payload.disk_percent, 0, 100),
    uptimeS: readUptime(payload.uptime_seconds === undefined ? payload.uptime : payload.uptime_seconds, receivedAt),
  }
}

/** Reads every other number or short text of a `data` message, in its order. */
export function readSensors(payload: JsonObject): readonly Sensor[] {
  const sensors: Sensor[] = []
  for (const name of Object.keys(payload)) {
    if (NOT_SENSORS.has(name) || name.length > SENSOR_NAME_MAX) continue
    const value = payload[name]
    if (Number.isFinite(value)) sensors.push({ name: sanitiseLine(name, SENSOR_NAME_MAX), value: Number(value) })
    else if (typeof value === 'string')
      sensors.push({ name: sanitiseLine(name, SENSOR_NAME_MAX), value: sanitiseLine(value, SENSOR_TEXT_MAX) })
    if (sensors.length === SENSORS_MAX) break
  }
  return sensors.length === 0 ? NO_SENSORS : sensors
}

/** Treats zero and impossible values as unknown. */
function within(value: unknown, low: number, high: number): number | null | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' && value !== 0 && value >= low && value <= high ? value : null
}

function mebibytes(value: unknown): number | null | undefined {
  const size = within(value, 0, 2 ** 33)
  return typeof size === 'number' ? Math.round(size * MIB) : size
}

function readUptime(value: unknown, receivedAt: number): number | null | undefined {
  const uptime = within(value, 0, 1e10)
  if (typeof uptime !== 'number' || uptime <= EPOCH_FROM_S) return uptime
  const sinceBoot = Math.round(receivedAt / 1000 - uptime)
  return sinceBoot > 0 ? sinceBoot : null
}
