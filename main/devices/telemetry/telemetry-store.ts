import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { DeviceRef } from '../../../preload/contract/models/device.ts'
import { TELEMETRY_MIB } from '../../../preload/contract/models/settings.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { DataPoint } from './data-minutes.ts'
import type { MinutePoint } from './minute-columns.ts'

/** What the history may take on disk. */
export interface TelemetryBudgetLimits {
  readonly rows: number
  readonly bytes: number
  readonly days: number
}

const MIB = 1024 * 1024
/** A row and its share of the tree and the log stay below this. */
const BYTES_A_ROW = 64
/** A week's chart and a day in reserve. */
const DAYS = 8

/** The limits of a budget in MiB; a settings file that says less than may be chosen costs no history. */
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

type Statement = ReturnType<DatabaseSyncInstance['prepare']>

/** About what a row takes with its share of the tree. */
const MINUTE_BYTES = 32
const DATA_BYTES = 24
/** Rows pruned in one go: more than are written meanwhile, few enough not to be felt. */
const PRUNE_ROWS = 2_000
const MINUTES_A_DAY = 1_440

/**
 * Minutes of telemetry in SQLite, ordered by time, so that new rows go to the end and the oldest leave from the front.
 * One device's hours are looked up minute by minute.
 */
export class TelemetryStore {
  readonly #db: DatabaseSyncInstance
  readonly #limits: () => TelemetryBudgetLimits
  readonly #statements = new Map<string, Statement>()
  /** Records whose key was made in the transaction under way. */
  #newKeys: DeviceRecord[] = []

  /** `limits` is asked at every write: the operator may change it. */
  constructor(db: DatabaseSyncInstance, limits: () => TelemetryBudgetLimits) {
    this.#db = db
    this.#limits = limits
  }

  /** One transaction; throws with nothing written. `now`: epoch minutes. */
  write(minutes: readonly MinutePoint[], data: readonly DataPoint[], now: number): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      for (const point of minutes) this.#writeMinute(point)
      let bytes = minutes.length * MINUTE_BYTES
      for (const point of data) bytes += this.#writeData(point)
      this.#resize(minutes.length + data.length, bytes)
      this.#prune(now)
      this.#db.exec('COMMIT')
      this.#newKeys = []
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      for (const record of this.#newKeys) record.telemetryKey = 0
      this.#newKeys = []
      throw error
    }
  }

  /** Rows and bytes (estimated) in use. */
  size(): { readonly rows: number; readonly bytes: number } {
    const found: { rows: number; bytes: number } | undefined = this.#prepared(
      'SELECT rows, bytes FROM telemetry_size WHERE id = 1',
    ).get()
    return { rows: found?.rows ?? 0, bytes: found?.bytes ?? 0 }
  }

  /** Stored minutes of a device, both ends included, oldest first. */
  minutes(ref: DeviceRef, from: number, to: number): StoredMinute[] {
    const key = this.#stored(ref)
    if (key === null) return []
    const rows: {
      minute: number
      cpu: number | null
      memory: number | null
      temperature: number | null
      disk: number | null
    }[] = this.#prepared(`${SPAN} SELECT t.minute, cpu, memory, temperature, disk FROM span
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
    const rows: { minute: number; body: string }[] = this.#prepared(`${SPAN} SELECT t.minute, body FROM span
      CROSS JOIN telemetry_data t ON t.minute = span.at AND t.device = ?`).all(from, to, key)
    return rows.map(({ minute, body }) => ({ minute, values: valuesFrom(body) }))
  }

  /** The device's history can no longer be reached; its rows leave with their time. */
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
      const oldest: { minute: number | null } | undefined = this.#prepared(
        `SELECT min(minute) AS minute FROM ${table}`,
      ).get()
      if (oldest?.minute === null || oldest === undefined || oldest.minute >= limit) continue
      const gone: { rows: number; bytes: number } | undefined = this.#prepared(
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

  /** The number that stands for a device on disk, made where it has none. */
  #key(record: DeviceRecord): number {
    if (record.telemetryKey === 0) {
      const { connectionId, deviceId } = record
      this.#prepared('INSERT OR IGNORE INTO telemetry_devices (connection_id, device_id) VALUES (?, ?)').run(
        connectionId,
        deviceId,
      )
      record.telemetryKey = this.#stored(record) ?? 0
      this.#newKeys.push(record)
    }
    return record.telemetryKey
  }

  #stored({ connectionId, deviceId }: DeviceRef): number | null {
    const found: { id: number } | undefined = this.#prepared(
      'SELECT id FROM telemetry_devices WHERE connection_id = ? AND device_id = ?',
    ).get(connectionId, deviceId)
    return found?.id ?? null
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
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
