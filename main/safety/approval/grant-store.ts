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

interface GrantDatabase {
  exec(sql: string): void
  prepare(sql: string): {
    get(...values: readonly (string | number)[]): unknown
    all(...values: readonly (string | number)[]): unknown[]
    run(...values: readonly (string | number)[]): unknown
  }
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
  readonly #database: GrantDatabase
  readonly #statements = new Map<string, ReturnType<GrantDatabase['prepare']>>()

  constructor(database: GrantDatabase) {
    this.#database = database
  }

  add(grant: StoredRunGrant): void {
    this.#database.exec('SAVEPOINT new_grant')
    try {
      this.#prepared(
        'INSERT INTO grants (run_id, approval_id, connection_id, sha256, timeout_s, not_after) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(grant.runId, grant.approvalId, grant.connectionId, grant.sha256, grant.timeoutS, grant.notAfter)
      const device = this.#prepared('INSERT INTO grant_devices (run_id, device_id, position) VALUES (?, ?, ?)')
      grant.deviceIds.forEach((deviceId, position) => void device.run(grant.runId, deviceId, position))
      this.#database.exec('RELEASE new_grant')
    } catch (error) {
      this.#database.exec('ROLLBACK TO new_grant; RELEASE new_grant')
      throw error
    }
  }

  claim(runId: string, deviceIds: readonly string[], at: number): readonly string[] {
    const claim = this.#prepared(
      `UPDATE grant_devices SET claimed_at = ? WHERE run_id = ? AND device_id = ? AND claimed_at IS NULL
       RETURNING device_id`,
    )
    return deviceIds.filter((deviceId) => claim.all(at, runId, deviceId).length === 1)
  }

  load(runId: string): { readonly grant: StoredRunGrant; readonly open: readonly string[] } | null {
    const row = this.#database.prepare('SELECT * FROM grants WHERE run_id = ? AND is_void = 0').get(runId) as
      | GrantRow
      | undefined
    if (row === undefined) return null
    const devices = this.#database
      .prepare('SELECT device_id, claimed_at FROM grant_devices WHERE run_id = ? ORDER BY position')
      .all(runId) as { readonly device_id: string; readonly claimed_at: number | null }[]
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
    this.#database.prepare('UPDATE grants SET is_void = 1 WHERE connection_id = ?').run(connectionId)
  }

  #prepared(sql: string): ReturnType<GrantDatabase['prepare']> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
