import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditFile } from '../../../../../main/safety/audit/audit-file.ts'
import { listAuditFiles } from '../../../../../main/safety/audit/audit-file.ts'
import type { AuditHead, AuditHeadStore, SealedEnd } from '../../../../../main/safety/audit/audit-head.ts'
import { type AuditKey, decodeAuditKey } from '../../../../../main/safety/audit/audit-key.ts'
import { AuditLog } from '../../../../../main/safety/audit/audit-log.ts'
import type {
  ApprovedEntry,
  OutcomeEntry,
  RejectedEntry,
  SentEntry,
} from '../../../../../main/safety/audit/audit-record.ts'
import { AuditVault } from '../../../../../main/safety/audit/audit-vault.ts'
import { PlayedSecrets } from '../../../../support/played-secrets.ts'

/** A head kept in memory; `isBroken` makes it refuse to be written. */
class MemoryHead implements AuditHeadStore {
  head: AuditHead | null = null
  sealed: SealedEnd | null = null
  isBroken = false

  load(): AuditHead | null {
    return this.head
  }

  loadSealed(): SealedEnd | null {
    return this.sealed
  }

  save(head: AuditHead, sealed: SealedEnd | null): void {
    if (this.isBroken) throw new Error('database is locked')
    this.head = head
    this.sealed = sealed ?? this.sealed
  }
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A folder of its own, an audit log in it, and what a test does to both. */
export class AuditScene {
  readonly directory: string
  readonly headStore = new MemoryHead()
  readonly secrets = new PlayedSecrets()
  log: AuditLog

  private constructor(directory: string) {
    this.directory = directory
    this.log = this.create()
  }

  static async create(): Promise<AuditScene> {
    return new AuditScene(await mkdtemp(join(tmpdir(), 'waypost-audit-')))
  }

  /** Another log on the same folder, as after a restart. */
  create(options: { maxFileBytes?: number; openFile?: (path: string) => Promise<AuditFile> } = {}): AuditLog {
    const { directory, headStore, secrets } = this
    const redact = (text: string) => text.replaceAll('hunter2', '[redacted]')
    this.log = new AuditLog({
      directory,
      headStore,
      vault: new AuditVault(secrets, SILENT),
      redact,
      now: () => 1,
      log: SILENT,
      onChanged: () => {},
      ...options,
    })
    return this.log
  }

  /** Ends the log and opens it again. */
  async restart(): Promise<AuditLog> {
    await this.log.dispose()
    this.create()
    await this.log.start()
    return this.log
  }

  async write(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await this.log.appendApproved(approved(`c${index}`))
  }

  /** Resolves when the key was looked for, and what had to be said of it is written. */
  async settle(): Promise<void> {
    await this.log.exportText('json')
  }

  /** As an operator would save it for a verifier. */
  key(): AuditKey {
    const key = decodeAuditKey(this.log.keyFile().text)
    if (key === null) throw new Error('no key')
    return key
  }

  files(): Promise<string[]> {
    return listAuditFiles(this.directory)
  }

  async file(): Promise<string> {
    const newest = (await this.files()).at(-1)
    if (newest === undefined) throw new Error('no audit file')
    return newest
  }

  async lines(): Promise<string[]> {
    return (await readFile(await this.file(), 'utf8')).split('\n').slice(0, -1)
  }

  async remove(): Promise<void> {
    await this.log.dispose()
    await rm(this.directory, { recursive: true, force: true })
  }
}

export function approved(commandId: string, change: Partial<ApprovedEntry> = {}): ApprovedEntry {
  return {
    kind: 'approved',
    at: 1,
    operator: '李工',
    connectionId: 'site-a',
    runId: 'r1',
    approvalId: 'a1',
    basis: { kind: 'operator' },
    devices: [{ deviceId: 'rpi_001', commandId }],
    requestSha256: 'x',
    proposed: 'df',
    sent: 'df -h',
    sha256: 'y',
    timeoutS: 30,
    source: { kind: 'typed', name: '' },
    class: 'read',
    rules: ['read.df'],
    tableVersion: 't1',
    ...change,
  }
}

export function sent(commandId: string): SentEntry {
  return {
    kind: 'sent',
    at: 1,
    connectionId: 'site-a',
    runId: 'r1',
    deviceId: 'rpi_001',
    commandId,
    puback: 'acknowledged',
    reasonCode: null,
  }
}

export function outcome(commandId: string, reason: string | null = null): OutcomeEntry {
  return {
    kind: 'outcome',
    at: 1,
    connectionId: 'site-a',
    runId: 'r1',
    deviceId: 'rpi_001',
    commandId,
    outcome: 'succeeded',
    isLate: false,
    reason,
    outputBytes: 3,
    outputSha256: 'z',
  }
}

export function rejected(proposed: string): RejectedEntry {
  return {
    kind: 'rejected',
    at: 1,
    operator: '李工',
    connectionId: 'site-a',
    turnId: 't1',
    runId: null,
    deviceIds: ['rpi_001'],
    proposed,
    sha256: 'y',
    source: { kind: 'typed', name: '' },
    class: 'change',
    rules: [],
    reason: 'by-operator',
  }
}
