import { basename } from 'node:path'
import { AppError } from '../../preload/contract/errors.ts'
import type { AuditStatus } from '../../preload/contract/models/settings.ts'
import type { Clock, Log } from '../ports.ts'
import { AuditChain } from './audit-chain.ts'
import { type AuditFormat, exportAudit } from './audit-export.ts'
import { type AuditFile, listAuditFiles, openAuditFile } from './audit-file.ts'
import type { AuditHeadStore } from './audit-head.ts'
import type { ApprovedEntry, AuditEntry, OutcomeEntry, SentEntry } from './audit-record.ts'
import { verifyChain } from './audit-verify.ts'

interface AuditLogDeps {
  readonly directory: string
  readonly headStore: AuditHeadStore
  readonly redact: (text: string) => string
  readonly now: Clock
  readonly log: Log
  readonly onChanged: (status: AuditStatus) => void
  /** A file that has reached this size is followed by the next number; 8 MB where left out. */
  readonly maxFileBytes?: number
  readonly openFile?: (path: string) => Promise<AuditFile>
}

interface PendingApproval {
  readonly entry: ApprovedEntry
  readonly meanwhile: () => void
  readonly resolve: () => void
  readonly reject: (error: AppError) => void
}

const MAX_FILE_BYTES = 8 * 1024 * 1024
const MAX_UNWRITTEN = 10_000
/** Ms that records of what already happened may wait for others to be written with. */
const GATHER_MS = 20

/**
 * The append-only chain of what was approved, sent and answered (safety.md, section 3). Writes are queued; one that
 * failed is taken back, and the next one starts afresh.
 */
export class AuditLog {
  readonly #deps: AuditLogDeps
  readonly #chain: AuditChain
  #approvals: PendingApproval[] = []
  /** Records of what already happened: kept until they are written. */
  #unwritten: AuditEntry[] = []
  #hasFailed = false
  #verifiedBrokenLine: number | null = null
  #isDrainQueued = false
  #gathering: NodeJS.Timeout | null = null
  #tasks: Promise<void> = Promise.resolve()

  constructor(deps: AuditLogDeps) {
    this.#deps = deps
    this.#chain = new AuditChain({
      directory: deps.directory,
      maxFileBytes: deps.maxFileBytes ?? MAX_FILE_BYTES,
      now: deps.now,
      openFile: deps.openFile ?? openAuditFile,
      expectedHead: () => deps.headStore.load(),
    })
  }

  /** Finds the end of the chain, so that `status` is right before the first record. Never rejects. */
  start(): Promise<void> {
    return this.#enqueue(async () => {
      try {
        await this.#chain.inspect()
      } catch (error) {
        this.#fail('audit cannot be read', error)
      }
      this.#deps.onChanged(this.status())
    })
  }

  /**
   * Resolves when the record is on disk; rejects with `AUDIT_FAILED`, and then nothing may be sent. `meanwhile` is called
   * once while the disk is busy (fsync), unless the record could not even be written; it must not throw.
   */
  appendApproved(entry: ApprovedEntry, meanwhile: () => void = () => {}): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.#approvals.push({ entry: this.#redactApproved(entry), meanwhile, resolve, reject })
    })
    this.#queueDrain()
    return written
  }

  /**
   * Records what already happened, a moment later and with all else of that moment: a thousand answers are a few writes,
   * and none of them is in the way of an answer. What cannot be written then is written before the next record.
   */
  append(entry: SentEntry | OutcomeEntry): void {
    this.#unwritten.push(
      entry.kind === 'outcome' && entry.reason !== null ? { ...entry, reason: this.#deps.redact(entry.reason) } : entry,
    )
    this.#gathering ??= setTimeout(() => this.#queueDrain(), GATHER_MS)
  }

  status(): AuditStatus {
    const firstBrokenLine = this.#verifiedBrokenLine ?? this.#chain.firstBrokenLine
    return {
      ok: firstBrokenLine === null && !this.#hasFailed,
      ...this.#chain.state,
      firstBrokenLine,
      file: this.#chain.path,
    }
  }

  /** The whole chain as text, redacted once more. Rejects `DISK_FAILED`. */
  async exportText(format: AuditFormat): Promise<string> {
    let text = ''
    this.#queueDrain()
    await this.#enqueue(async () => {
      try {
        const files = await listAuditFiles(this.#deps.directory)
        const { count, head } = this.#chain.state
        const expected = count > 0 ? { expectedHead: head } : {}
        text = await exportAudit(files, format, { redact: this.#deps.redact, ...expected })
      } catch (error) {
        throw new AppError('DISK_FAILED', { path: this.#deps.directory }, { cause: error })
      }
    })
    return text
  }

  /**
   * Reads every file from the first record and compares the end with what was written; `noted` is a hash that the
   * operator kept, which must be in the chain too. Rejects `DISK_FAILED`.
   */
  async verify(noted: string | null = null): Promise<AuditStatus> {
    let status = this.status()
    this.#queueDrain()
    await this.#enqueue(async () => {
      try {
        const files = await listAuditFiles(this.#deps.directory)
        const { count, head } = this.#chain.state
        const own = await verifyChain(files, count > 0 ? { expectedHead: head } : {})
        const report = noted === null || !own.ok ? own : await verifyChain(files, { expectedHead: noted.toLowerCase() })
        this.#verifiedBrokenLine = report.firstBrokenLine
        status = { ...this.status(), ...(report.brokenFile === null ? {} : { file: report.brokenFile }) }
        if (!report.ok) status = { ...status, count: report.count, head: report.head }
      } catch (error) {
        throw new AppError('DISK_FAILED', { path: this.#deps.directory }, { cause: error })
      }
    })
    this.#deps.onChanged(status)
    return status
  }

  /** Writes what waits, and closes the file. */
  async dispose(): Promise<void> {
    this.#queueDrain()
    await this.#enqueue(() => this.#chain.close())
  }

  #queueDrain(): void {
    clearTimeout(this.#gathering ?? undefined)
    this.#gathering = null
    if (this.#isDrainQueued) return
    this.#isDrainQueued = true
    void this.#enqueue(() => this.#drain())
  }

  async #drain(): Promise<void> {
    this.#isDrainQueued = false
    const approvals = this.#approvals.splice(0)
    const unwritten = this.#unwritten.splice(0)
    const entries = [...unwritten, ...approvals.map((pending) => pending.entry)]
    if (entries.length === 0) return
    try {
      await this.#chain.append(entries, approvals.length > 0, () => {
        for (const { meanwhile } of approvals) meanwhile()
      })
    } catch (error) {
      this.#unwritten = [...unwritten, ...this.#unwritten].slice(-MAX_UNWRITTEN)
      this.#fail('audit cannot be written', error)
      for (const { reject } of approvals) reject(new AppError('AUDIT_FAILED', {}, { cause: error }))
      this.#deps.onChanged(this.status())
      return
    }
    this.#settle(approvals)
    this.#deps.onChanged(this.status())
  }

  #settle(approvals: readonly PendingApproval[]): void {
    try {
      this.#deps.headStore.save({ file: basename(this.#chain.path), ...this.#chain.state })
      this.#hasFailed = false
      for (const { resolve } of approvals) resolve()
    } catch (error) {
      this.#fail('audit head cannot be kept', error)
      for (const { reject } of approvals) reject(new AppError('AUDIT_FAILED', {}, { cause: error }))
    }
  }

  #redactApproved(entry: ApprovedEntry): ApprovedEntry {
    return { ...entry, proposed: this.#deps.redact(entry.proposed), sent: this.#deps.redact(entry.sent) }
  }

  #fail(message: string, error: unknown): void {
    this.#hasFailed = true
    this.#deps.log.error(message, error)
  }

  /** One task after the other; a task that failed does not stop the next. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#tasks.then(task)
    this.#tasks = done.catch(() => undefined)
    return done
  }
}
