import { AppError } from '../../../preload/contract/errors.ts'
import type { DeviceEntry } from '../../../preload/contract/models/devices/device.ts'
import { DEVICE_SYSTEMS, type DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { BYTE_ORDER_MARK, formatCsv, parseCsv, withoutGuard } from '../../shared/csv.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import { isObject, type JsonObject } from '../wire/json.ts'

/** One device of a file. `line`: of a CSV file, else its place in the list, from 1. Absent fields stay unchanged. */
export interface FiledDevice {
  readonly line: number
  readonly deviceId: string
  readonly entry: Partial<DeviceEntry>
  readonly system: DeviceSystem | undefined
}

/** A line that is no device. */
export interface BadLine {
  readonly line: number
}

const COLUMNS = [
  'device_id',
  'name',
  'description',
  'location',
  'tags',
  'notes',
  'system',
  'state',
  'state_last_known',
  'runs',
  'hostname',
  'ip_address',
  'cpu_percent',
  'cpu_temperature_c',
  'memory_percent',
  'disk_percent',
  'uptime_s',
  'first_seen',
  'last_seen',
] as const
const TEXTS = ['name', 'description', 'location', 'notes'] as const
const ID_COLUMNS: readonly string[] = ['device_id', 'deviceid', 'id', 'device']
const FORMAT = 'waypost-devices'

/** Reads CSV (with a heading line) or JSON, by its first character. @throws AppError IMPORT_INVALID */
export function readDeviceFile(text: string): (FiledDevice | BadLine)[] {
  const start = text.replace(/^\ufeff/, '').trimStart()
  return start.startsWith('{') || start.startsWith('[') ? readJson(start) : readCsv(text)
}

/**
 * Writes what the list shows of each device. The first columns are those that an import reads; a byte order mark makes
 * spreadsheets read UTF-8.
 */
export function writeCsv(records: readonly DeviceRecord[]): string {
  const figure = (value: number | null): string => (value === null ? '' : String(Math.round(value * 10) / 10))
  const time = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())
  return `${BYTE_ORDER_MARK}${formatCsv([
    COLUMNS,
    ...records.map(
      ({
        deviceId,
        entry,
        operatorSystem,
        presence,
        lastKnownAt,
        system,
        announced,
        metrics,
        firstSeenAt,
        lastSeenAt,
      }) => [
        deviceId,
        entry.name,
        entry.description,
        entry.location,
        entry.tags.join(', '),
        entry.notes,
        operatorSystem ?? '',
        presence,
        time(lastKnownAt),
        system.source === 'assumed' ? '' : system.system,
        announced.hostname ?? '',
        announced.ipAddress ?? '',
        figure(metrics.cpuPercent),
        figure(metrics.cpuTemperatureC),
        figure(metrics.memoryPercent),
        figure(metrics.diskPercent),
        figure(metrics.uptimeS),
        time(firstSeenAt),
        time(lastSeenAt),
      ],
    ),
  ])}`
}

export function writeJson(records: readonly DeviceRecord[]): string {
  const devices = records.map(({ deviceId, entry, operatorSystem, firstSeenAt, lastSeenAt }) => ({
    device_id: deviceId,
    ...entry,
    system: operatorSystem,
    first_seen: new Date(firstSeenAt).toISOString(),
    last_seen: lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
  }))
  return `${JSON.stringify({ format: FORMAT, version: 1, devices }, null, 2)}\n`
}

function readCsv(text: string): (FiledDevice | BadLine)[] {
  const [head, ...rows] = parseCsv(text)
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const idColumn = columns.findIndex((name) => ID_COLUMNS.includes(name))
  if (idColumn < 0) throw new AppError('IMPORT_INVALID', { reason: 'no-id-column' })
  return rows.map(({ line, cells }) => {
    const cell = (name: string): string | undefined => {
      const at = columns.indexOf(name)
      const text = at < 0 ? undefined : cells[at]
      return text === undefined ? undefined : withoutGuard(text)
    }
    return {
      line,
      deviceId: (cells[idColumn] ?? '').trim(),
      entry: entryOf(cell, cell('tags')?.split(/[,;]/)),
      system: systemOf(cell('system')?.trim()),
    }
  })
}

function readJson(text: string): (FiledDevice | BadLine)[] {
  const value = parsed(text)
  const list = Array.isArray(value) ? value : isObject(value) ? value.devices : undefined
  if (!Array.isArray(list)) throw new AppError('IMPORT_INVALID', { reason: 'no-devices' })
  return list.map((item: unknown, index) => (isObject(item) ? fromObject(item, index + 1) : { line: index + 1 }))
}

function fromObject(item: JsonObject, line: number): FiledDevice | BadLine {
  const id = ID_COLUMNS.map((name) => item[name]).find((value) => typeof value === 'string')
  if (typeof id !== 'string') return { line }
  const given: readonly unknown[] | undefined = Array.isArray(item.tags) ? item.tags : undefined
  const tags = given?.filter((tag) => typeof tag === 'string')
  const cell = (name: string): string | undefined => {
    const value = item[name]
    return typeof value === 'string' ? value : undefined
  }
  return { line, deviceId: id.trim(), entry: entryOf(cell, tags), system: systemOf(cell('system')) }
}

function entryOf(
  cell: (name: string) => string | undefined,
  tags: readonly string[] | undefined,
): Partial<DeviceEntry> {
  const texts = TEXTS.flatMap((name) => {
    const text = cell(name)
    return text === undefined ? [] : [[name, text] as const]
  })
  return { ...Object.fromEntries(texts), ...(tags === undefined ? {} : { tags }) }
}

function systemOf(text: string | undefined): DeviceSystem | undefined {
  return DEVICE_SYSTEMS.find((known) => known === text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('IMPORT_INVALID', { reason: 'not-json' }, { cause })
  }
}
