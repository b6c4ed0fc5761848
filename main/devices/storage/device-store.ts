import type { DeviceRef, OrphanResult } from '../../../preload/contract/models/devices/device.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import type { Timers } from '../../shared/timers.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import { ORPHANS_A_DEVICE } from '../registry/orphan-results.ts'
import type { DevicePersistence } from '../registry/registry.ts'
import { type DeviceTableRow, fromRow, orphanFromBody, toBody } from './stored-device.ts'

export interface DeviceStoreDeps {
  readonly db: Database
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** Called with the first failure of a series, and with null when writing works again. */
  readonly onFailed?: (error: unknown) => void
}

interface OrphanWrite extends DeviceRef {
  readonly orphan: OrphanResult
}

const WRITE_EVERY_MS = 1_000
/** Interval for saving readings alone; a crash loses no more than this of "last seen". */
const READINGS_EVERY_MS = 30_000
/** Interval for each device of a large fleet, so that 500 rows a second are saved at most. */
const READINGS_MS_A_DEVICE = 2
/** Rows in one transaction, a few ms of work, and the pause before the next when more have to be written. */
const ROWS_A_BATCH = 400
const NEXT_BATCH_MS = 50
/** Batch size when no request waits, on closing. */
const ROWS_AT_END = 20_000
const ORPHANS_PENDING = 2_000
const ORPHANS_STORED = 5_000

/** Devices and orphan results in SQLite, written once a second in one transaction. */
export class DeviceStore implements DevicePersistence {
  readonly #deps: DeviceStoreDeps
  #unsaved = new Set<DeviceRecord>()
  #later = new Set<DeviceRecord>()
  #orphans: OrphanWrite[] = []
  #forgotten: DeviceRef[] = []
  #isFailing = false
  #known = 0
  #stopWriting: (() => void) | null = null
  #cancelNext: (() => void) | null = null

  constructor(deps: DeviceStoreDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#stopWriting = this.#deps.timers.every(WRITE_EVERY_MS, () => this.#writeInTurns())
  }

  /** Writes pending changes. The owner of the database closes it afterwards. */
  dispose(): void {
    this.#stopWriting?.()
    this.#stopWriting = null
    this.#cancelNext?.()
    this.#cancelNext = null
    for (const record of this.#later) this.#unsaved.add(record)
    this.#later.clear()
    while (this.#hasWork() && this.flush(ROWS_AT_END));
  }

  load(): { records: DeviceRecord[]; orphans: (DeviceRef & { orphan: OrphanResult })[] } {
    const { db } = this.#deps
    const rows = prepared<DeviceTableRow>(db, 'SELECT * FROM devices').all()
    const orphanRows = prepared<{ connection_id: string; device_id: string; body: string }>(
      db,
      'SELECT connection_id, device_id, body FROM orphan_results ORDER BY received_at, id',
    ).all()
    const orphans = orphanRows.flatMap((row) => {
      const orphan = orphanFromBody(row.body)
      return orphan === null ? [] : [{ connectionId: row.connection_id, deviceId: row.device_id, orphan }]
    })
    this.#known = rows.length
    return { records: rows.map(fromRow), orphans }
  }

  changed(record: DeviceRecord, isUrgent: boolean): void {
    if (record.unsaved === 'all') return
    const readingsMs = Math.max(READINGS_EVERY_MS, this.#known * READINGS_MS_A_DEVICE)
    if (isUrgent || record.lastSeenAt === null || Math.abs(record.lastSeenAt - record.savedAt) >= readingsMs) {
      record.unsaved = 'all'
      this.#later.delete(record)
      this.#unsaved.add(record)
    } else if (record.unsaved === 'nothing') {
      record.unsaved = 'readings'
      this.#later.add(record)
    }
  }

  orphaned({ connectionId, deviceId }: DeviceRef, orphan: OrphanResult): void {
    if (this.#orphans.length >= ORPHANS_PENDING) this.#orphans.shift()
    this.#orphans.push({ connectionId, deviceId, orphan })
  }

  /** Deletes from disk at once, or with the next successful write. */
  forget(ref: DeviceRef): void {
    const isKept = (other: DeviceRef): boolean =>
      other.connectionId !== ref.connectionId || other.deviceId !== ref.deviceId
    this.#unsaved = new Set([...this.#unsaved].filter(isKept))
    this.#later = new Set([...this.#later].filter(isKept))
    this.#orphans = this.#orphans.filter(isKept)
    this.#forgotten.push({ connectionId: ref.connectionId, deviceId: ref.deviceId })
    this.flush()
  }

  /** Writes one batch; false if it failed, then everything is kept for the next attempt. */
  flush(rows = ROWS_A_BATCH): boolean {
    if (!this.#hasWork()) return true
    const records = [...firstOf(this.#unsaved, rows)]
    const now = this.#deps.clock()
    try {
      this.#write(records)
    } catch (error) {
      this.#failed(error)
      return false
    }
    for (const record of records) {
      this.#unsaved.delete(record)
      record.unsaved = 'nothing'
      if (record.savedAt === 0) this.#known += 1
      record.savedAt = now
    }
    this.#orphans = []
    this.#forgotten = []
    if (this.#isFailing) this.#deps.onFailed?.(null)
    this.#isFailing = false
    return true
  }

  #writeInTurns(): void {
    this.#cancelNext?.()
    this.#cancelNext = null
    if (this.flush() && this.#hasWork() && this.#stopWriting !== null)
      this.#cancelNext = this.#deps.timers.after(NEXT_BATCH_MS, () => this.#writeInTurns())
  }

  #hasWork(): boolean {
    return this.#unsaved.size > 0 || this.#orphans.length > 0 || this.#forgotten.length > 0
  }

  #write(records: readonly DeviceRecord[]): void {
    transaction(this.#deps.db, () => {
      this.#writeForgotten()
      this.#writeRecords(records)
      this.#writeOrphans()
    })
  }

  #writeForgotten(): void {
    if (this.#forgotten.length === 0) return
    const { db } = this.#deps
    const device = prepared(db, 'DELETE FROM devices WHERE connection_id = ? AND device_id = ?')
    const orphans = prepared(db, 'DELETE FROM orphan_results WHERE connection_id = ? AND device_id = ?')
    for (const { connectionId, deviceId } of this.#forgotten) {
      device.run(connectionId, deviceId)
      orphans.run(connectionId, deviceId)
    }
  }

  #writeRecords(records: readonly DeviceRecord[]): void {
    if (records.length === 0) return
    const upsert = prepared(
      this.#deps.db,
      `INSERT INTO devices (connection_id, device_id, first_seen_at, last_seen_at, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (connection_id, device_id) DO UPDATE SET last_seen_at = excluded.last_seen_at, body = excluded.body`,
    )
    for (const record of records)
      upsert.run(record.connectionId, record.deviceId, record.firstSeenAt, record.lastSeenAt, toBody(record))
  }

  #writeOrphans(): void {
    if (this.#orphans.length === 0) return
    const { db } = this.#deps
    const insert = prepared(
      db,
      'INSERT INTO orphan_results (connection_id, device_id, received_at, body) VALUES (?, ?, ?, ?)',
    )
    const prune = prepared(
      db,
      `DELETE FROM orphan_results WHERE connection_id = ? AND device_id = ? AND id NOT IN (
         SELECT id FROM orphan_results WHERE connection_id = ? AND device_id = ?
         ORDER BY received_at DESC, id DESC LIMIT ${ORPHANS_A_DEVICE})`,
    )
    for (const { connectionId, deviceId, orphan } of this.#orphans)
      insert.run(connectionId, deviceId, orphan.receivedAt, JSON.stringify(orphan))
    const devices = new Map(this.#orphans.map((write) => [`${write.connectionId}\n${write.deviceId}`, write]))
    for (const { connectionId, deviceId } of devices.values()) prune.run(connectionId, deviceId, connectionId, deviceId)
    prepared(db, 'DELETE FROM orphan_results WHERE id <= (SELECT max(id) FROM orphan_results) - ?').run(ORPHANS_STORED)
  }

  /** Logs once, because a full disk would otherwise fill the log as well. */
  #failed(error: unknown): void {
    if (this.#isFailing) return
    this.#isFailing = true
    this.#deps.log.error('devices could not be saved; tried again every second', error)
    this.#deps.onFailed?.(error)
  }
}

function* firstOf<T>(items: Iterable<T>, count: number): Iterable<T> {
  let yielded = 0
  for (const item of items) {
    if (yielded === count) return
    yielded += 1
    yield item
  }
}
