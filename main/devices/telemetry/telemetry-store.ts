import { TELEMETRY_MIB } from '../../../preload/contract/models/app/settings.ts'
import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { DataPoint } from './data-minutes.ts'
import type { MinutePoint } from './minute-columns.ts'

/** Limits of the history on disk. */
export interface TelemetryBudgetLimits {
  readonly rows: number
  readonly bytes: number
  readonly days: number
}

const MIB = 1024 * 1024
/** Upper bound of a row with its share of the tree and the log. */
const BYTES_A_ROW = 64
/** Days kept: a week's chart and a day in reserve. */
const DAYS = 8

/** Converts a budget in MiB, raised to the least choice, so that a settings file drops no history. */
export function telemetryLimits(wantedMiB: number): TelemetryBudgetLimits {
  const mebibytes = Math.max(wantedMiB, TELEMETRY_MIB.min)
  return { rows: Math.floor((mebibytes * MIB) / BYTES_A_ROW), bytes: mebibytes * MIB, days: DAYS }
}

/** One stored minute. Metrics in the order of HISTORY_METRICS. */
export interface StoredMinute {
  readonly minute: number
  readonly values: readonly (number | null)[]
}
export interface StoredData {
  readonly minute: number
  readonly values: Readonly<Record<string, number>>
}

interface Size {
  readonly rows: number
  readonly bytes: number
}
interface MinuteRow {
  readonly minute: number
  readonly cpu: number | null
  readonly memory: number | null
  readonly temperature: number | null
  readonly disk: number | null
}

/** Estimated bytes of a row with its share of the tree. */
const MINUTE_BYTES = 32
const DATA_BYTES = 24
/** Rows pruned at once: more than are written meanwhile, few enough to stay fast. */
const PRUNE_ROWS = 2_000
const MINUTES_A_DAY = 1_440

/**
 * Minutes of telemetry in SQLite, ordered by time, so that rows are added at the end and pruned at the front. The hours
 * of one device are looked up minute by minute.
 */
export class TelemetryStore {
  readonly #db: Database
  readonly #limits: () => TelemetryBudgetLimits
  /** Records whose key was made in the transaction under way. */
  #newKeys: DeviceRecord[] = []

  /** `limits` is asked at every write: the operator may change it. */
  constructor(db: Database, limits: () => TelemetryBudgetLimits) {
    this.#db = db
    this.#limits = limits
  }

  /** Writes in one transaction; throws with nothing written. `now`: epoch minutes. */
  write(minutes: readonly MinutePoint[], data: readonly DataPoint[], now: number): void {
    try {
      transaction(this.#db, () => {
        for (const point of minutes) this.#writeMinute(point)
        let bytes = minutes.length * MINUTE_BYTES
        for (const point of data) bytes += this.#writeData(point)
        this.#resize(minutes.length + data.length, bytes)
        this.#prune(now)
      })
    } catch (error) {
      for (const record of this.#newKeys) record.telemetryKey = 0
      throw error
    } finally {
      this.#newKeys = []
    }
  }

  /** Returns the rows and (estimated) bytes in use. */
  size(): { readonly rows: number; readonly bytes: number } {
    const found = this.#prepared<Size>('SELECT rows, bytes FROM telemetry_size WHERE id = 1').get()
    return { rows: found?.rows ?? 0, bytes: found?.bytes ?? 0 }
  }

  /** Reads the stored minutes of a device, both ends included, oldest first. */
  minutes(ref: DeviceRef, from: number, to: number): StoredMinute[] {
    const key = this.#stored(ref)
    if (key === null) return []
    const rows = this.#prepared<MinuteRow>(`${SPAN} SELECT t.minute, cpu, memory, temperature, disk FROM span
        CROSS JOIN telemetry_minutes t ON t.minute = span.at AND t.device = ?`).all(from, to, key)
    const tenth = (value: number | null): number | null => (value === null ? null : value / 10)
    return rows.map((row) => ({
      minute: row.minute,
      values: [tenth(row.cpu), tenth(row.memory), tenth(row.temperature), tenth(row.disk)],
    }))
  }

  data(ref: DeviceRef, from: number, to: number): StoredData[] {
    const key = this.#stored(ref)
    if (key === null) return []
    const rows = this.#prepared<{ minute: number; body: string }>(`${SPAN} SELECT t.minute, body FROM span
      CROSS JOIN telemetry_data t ON t.minute = span.at AND t.device = ?`).all(from, to, key)
    return rows.map(({ minute, body }) => ({ minute, values: valuesFrom(body) }))
  }

  /** Detaches the history of a device; its rows are pruned by age. */
  forget(ref: DeviceRef): void {
    this.#prepared('DELETE FROM telemetry_devices WHERE connection_id = ? AND device_id = ?').run(
      ref.connectionId,
      ref.deviceId,
    )
  }

  #writeMinute({ record, minute, values }: MinutePoint): void {
    const [cpu, memory, temperature, disk] = values.map((value) => (value === null ? null : Math.round(value * 10)))
    this.#prepared(`INSERT INTO telemetry_minutes (minute, device, cpu, memory, temperature, disk) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (minute, device) DO UPDATE SET cpu = coalesce(excluded.cpu, cpu), memory = coalesce(excluded.memory, memory),
        temperature = coalesce(excluded.temperature, temperature), disk = coalesce(excluded.disk, disk)`).run(
      minute,
      this.#key(record),
      cpu ?? null,
      memory ?? null,
      temperature ?? null,
      disk ?? null,
    )
  }

  #writeData({ record, minute, values }: DataPoint): number {
    const body = JSON.stringify(values)
    this.#prepared(`INSERT INTO telemetry_data (minute, device, body) VALUES (?, ?, ?)
      ON CONFLICT (minute, device) DO UPDATE SET body = excluded.body`).run(minute, this.#key(record), body)
    return DATA_BYTES + body.length
  }

  #prune(now: number): void {
    const { rows, bytes } = this.size()
    const limits = this.#limits()
    const oldestAllowed = now - limits.days * MINUTES_A_DAY
    const isOver = rows > limits.rows || bytes > limits.bytes
    for (const [table, bytesOf] of PRUNED) {
      const limit = isOver ? Number.MAX_SAFE_INTEGER : oldestAllowed
      const oldest = this.#prepared<{ minute: number | null }>(`SELECT min(minute) AS minute FROM ${table}`).get()
      if (oldest?.minute === null || oldest === undefined || oldest.minute >= limit) continue
      const gone = this.#prepared<Size>(
        `SELECT count(*) AS rows, coalesce(sum(${bytesOf}), 0) AS bytes
           FROM (SELECT * FROM ${table} WHERE minute < ? ORDER BY minute, device LIMIT ${PRUNE_ROWS})`,
      ).get(limit)
      this.#prepared(
        `DELETE FROM ${table} WHERE (minute, device) IN
           (SELECT minute, device FROM ${table} WHERE minute < ? ORDER BY minute, device LIMIT ${PRUNE_ROWS})`,
      ).run(limit)
      this.#resize(-(gone?.rows ?? 0), -(gone?.bytes ?? 0))
    }
  }

  #resize(rows: number, bytes: number): void {
    this.#prepared('UPDATE telemetry_size SET rows = max(0, rows + ?), bytes = max(0, bytes + ?) WHERE id = 1').run(
      rows,
      bytes,
    )
  }

  /** Returns the key of a device on disk, a new one if it has none. */
  #key(record: DeviceRecord): number {
    if (record.telemetryKey === 0) {
      // What changes nothing makes the row that is there count as one to return.
      const row = this.#prepared<{ id: number }>(
        `INSERT INTO telemetry_devices (connection_id, device_id) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET device_id = device_id RETURNING id`,
      ).get(record.connectionId, record.deviceId)
      record.telemetryKey = row?.id ?? 0
      this.#newKeys.push(record)
    }
    return record.telemetryKey
  }

  #stored({ connectionId, deviceId }: DeviceRef): number | null {
    const found = this.#prepared<{ id: number }>(
      'SELECT id FROM telemetry_devices WHERE connection_id = ? AND device_id = ?',
    ).get(connectionId, deviceId)
    return found?.id ?? null
  }

  #prepared<Row = never>(sql: string) {
    return prepared<Row>(this.#db, sql)
  }
}

const SPAN = 'WITH RECURSIVE span(at) AS (SELECT ? UNION ALL SELECT at + 1 FROM span WHERE at < ?)'
const PRUNED = [
  ['telemetry_minutes', String(MINUTE_BYTES)],
  ['telemetry_data', `${DATA_BYTES} + length(body)`],
] as const

/** The numbers of a stored body; a damaged one holds none. */
function valuesFrom(body: string): Readonly<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(body)
    const values = Object.entries(stored ?? {}).filter((entry): entry is [string, number] => Number.isFinite(entry[1]))
    return Object.fromEntries(values)
  } catch {
    return {}
  }
}
