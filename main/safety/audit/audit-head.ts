import { type AuditKey, endMac, isSameMac } from './audit-key.ts'
import type { ChainState } from './audit-record.ts'

/** The last head of the chain, kept apart from the files so that a cut-off tail is noticed. */
export interface AuditHead extends ChainState {
  /** Name of the newest file, without its folder. */
  readonly file: string
}

/** The last end of the chain that a key vouches for: no earlier end can be put in its place without the key. */
export interface SealedEnd extends ChainState {
  readonly keyId: string
  readonly mac: string
  /** Epoch ms of the record. */
  readonly at: number
}

/** Keeps one head, and one sealed end. `save` throws when it cannot; null leaves the sealed end as it is. */
export interface AuditHeadStore {
  load(): AuditHead | null
  loadSealed(): SealedEnd | null
  save(head: AuditHead, sealed: SealedEnd | null): void
}

interface HeadDatabase {
  prepare(sql: string): {
    get(): unknown
    run(...values: readonly (string | number | null)[]): unknown
  }
}

export function sealEnd(key: AuditKey, end: ChainState, at: number): SealedEnd {
  return { count: end.count, head: end.head, keyId: key.id, mac: endMac(key, end), at }
}

export function isSealedBy(key: AuditKey, end: SealedEnd): boolean {
  return end.keyId === key.id && isSameMac(endMac(key, end), end.mac)
}

/** The head in the table `audit_head`. */
export class SqliteAuditHead implements AuditHeadStore {
  readonly #database: HeadDatabase
  #save: ReturnType<HeadDatabase['prepare']> | null = null

  constructor(database: HeadDatabase) {
    this.#database = database
  }

  load(): AuditHead | null {
    const row = this.#database.prepare('SELECT file, count, head FROM audit_head WHERE id = 1').get()
    return row === undefined ? null : (row as AuditHead)
  }

  loadSealed(): SealedEnd | null {
    const row = this.#database
      .prepare(
        `SELECT sealed_count AS count, sealed_head AS head, sealed_key AS keyId, sealed_mac AS mac, sealed_at AS at
         FROM audit_head WHERE id = 1 AND sealed_mac IS NOT NULL`,
      )
      .get()
    return row === undefined ? null : (row as SealedEnd)
  }

  save(head: AuditHead, sealed: SealedEnd | null): void {
    this.#save ??= this.#database.prepare(
      `INSERT INTO audit_head (id, file, count, head, sealed_count, sealed_head, sealed_key, sealed_mac, sealed_at)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET file = excluded.file, count = excluded.count, head = excluded.head,
         sealed_count = coalesce(excluded.sealed_count, sealed_count),
         sealed_head = coalesce(excluded.sealed_head, sealed_head),
         sealed_key = coalesce(excluded.sealed_key, sealed_key),
         sealed_mac = coalesce(excluded.sealed_mac, sealed_mac),
         sealed_at = coalesce(excluded.sealed_at, sealed_at)`,
    )
    const { file, count, head: hash } = head
    const { count: sealedCount = null, head: sealedHead = null, keyId = null, mac = null, at = null } = sealed ?? {}
    this.#save.run(file, count, hash, sealedCount, sealedHead, keyId, mac, at)
  }
}
