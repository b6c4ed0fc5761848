import { type Database, prepared, transaction } from '../../shared/sqlite.ts'

/** A run that an approval started, as kept: what it may still do survives a restart of the console. */
export interface StoredRunGrant {
  readonly runId: string
  readonly approvalId: string
  readonly connectionId: string
  readonly sha256: string
  readonly timeoutS: number
  /** Snapshot of the devices, in the order of the approval. */
  readonly deviceIds: readonly string[]
  /** Epoch ms. */
  readonly notAfter: number
}

const ADD_DEVICES = `INSERT INTO grant_devices (run_id, device_id, position)
  SELECT ?, CAST(value AS TEXT), key FROM json_each(?)`
const CLAIM = `UPDATE grant_devices SET claimed_at = ?
  WHERE run_id = ? AND device_id IN (SELECT CAST(value AS TEXT) FROM json_each(?)) AND claimed_at IS NULL
  RETURNING device_id`

/** Keeps grants and which of their devices were addressed. Every method throws when the disk fails. */
export interface GrantStore {
  add(grant: StoredRunGrant): void
  /** Uses up the one address of each of these devices; answers those that were neither used before nor unknown. */
  claim(runId: string, deviceIds: readonly string[], at: number): readonly string[]
  /** The grant with the devices that were not addressed yet; null where there is none, or it was called off. */
  load(runId: string): { readonly grant: StoredRunGrant; readonly open: readonly string[] } | null
  /** Calls off all grants of a connection. */
  cancel(connectionId: string): void
}

interface GrantRow {
  readonly run_id: string
  readonly approval_id: string
  readonly connection_id: string
  readonly sha256: string
  readonly timeout_s: number
  readonly not_after: number
}

/** Grants in the tables `grants` and `grant_devices`. */
export class SqliteGrants implements GrantStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(grant: StoredRunGrant): void {
    transaction(this.#database, () => {
      prepared(
        this.#database,
        'INSERT INTO grants (run_id, approval_id, connection_id, sha256, timeout_s, not_after) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(grant.runId, grant.approvalId, grant.connectionId, grant.sha256, grant.timeoutS, grant.notAfter)
      // One statement, because to bind each of ten thousand devices takes three times as long.
      prepared(this.#database, ADD_DEVICES).run(grant.runId, JSON.stringify(grant.deviceIds))
    })
  }

  claim(runId: string, deviceIds: readonly string[], at: number): readonly string[] {
    if (deviceIds.length === 0) return []
    const rows = prepared<{ readonly device_id: string }>(this.#database, CLAIM)
    return rows.all(at, runId, JSON.stringify(deviceIds)).map((row) => row.device_id)
  }

  load(runId: string): { readonly grant: StoredRunGrant; readonly open: readonly string[] } | null {
    const row = prepared<GrantRow>(this.#database, 'SELECT * FROM grants WHERE run_id = ? AND is_void = 0').get(runId)
    if (row === undefined) return null
    const devices = prepared<{ readonly device_id: string; readonly claimed_at: number | null }>(
      this.#database,
      'SELECT device_id, claimed_at FROM grant_devices WHERE run_id = ? ORDER BY position',
    ).all(runId)
    const grant = {
      runId: row.run_id,
      approvalId: row.approval_id,
      connectionId: row.connection_id,
      sha256: row.sha256,
      timeoutS: row.timeout_s,
      notAfter: row.not_after,
      deviceIds: devices.map((device) => device.device_id),
    }
    return { grant, open: devices.filter((device) => device.claimed_at === null).map((device) => device.device_id) }
  }

  cancel(connectionId: string): void {
    prepared(this.#database, 'UPDATE grants SET is_void = 1 WHERE connection_id = ?').run(connectionId)
  }
}
