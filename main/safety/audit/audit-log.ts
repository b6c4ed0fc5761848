import { basename } from 'node:path'
import { AppError } from '../../../preload/contract/errors.ts'
import type { AuditCheck, AuditStatus } from '../../../preload/contract/models/settings.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { AuditChain } from './audit-chain.ts'
import { type AuditFormat, exportAudit } from './audit-export.ts'
import { type AuditFile, listAuditFiles, openAuditFile } from './audit-file.ts'
import type { AuditHeadStore } from './audit-head.ts'
import { type AuditKey, encodeAuditKey } from './audit-key.ts'
import type { ApprovedEntry, AuditEntry, EventEntry } from './audit-record.ts'
import { redactEntry } from './audit-redaction.ts'
import { AuditSealing } from './audit-sealing.ts'
import type { AuditVault, KeyFinding } from './audit-vault.ts'
import { verifyChain } from './audit-verify.ts'

interface AuditLogDeps {
  readonly directory: string
  readonly headStore: AuditHeadStore
  /** The store of the audit's key. */
  readonly vault: AuditVault
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
/** Ms that records wait for a keyring that asks its owner; after that they are written without a key. */
const KEY_PATIENCE_MS = 3_000

/**
 * The append-only chain of what was approved, sent and answered (`../README.md` says in which order). Writes are queued; one that
 * failed is taken back, and the next one starts afresh.
 */
export class AuditLog {
  readonly #deps: AuditLogDeps
  readonly #chain: AuditChain
  readonly #sealing: AuditSealing
  #approvals: PendingApproval[] = []
  /** Records of what already happened: kept until they are written. */
  #unwritten: AuditEntry[] = []
  #hasFailed = false
  #isDisposed = false
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
    this.#sealing = new AuditSealing({ ...deps, chain: this.#chain })
  }

  /**
   * Finds the end of the chain, so that `status` is right before the first record. Its key is taken up as soon as the
   * keyring hands it out. Never rejects.
   */
  start(): Promise<void> {
    const inspected = this.#enqueue(async () => {
      try {
        await this.#chain.inspect()
      } catch (error) {
        this.#fail('audit cannot be read', error)
      }
      this.#deps.onChanged(this.status())
    })
    this.findKey()
    return inspected
  }

  /** Looks for the key again, e.g. after the keyring was unlocked. */
  findKey(): void {
    if (this.#chain.key !== null) return
    const { soon, late } = this.#deps.vault.find(KEY_PATIENCE_MS)
    void this.#enqueue(async () => {
      const found = await soon
      if (found !== null) await this.#adopt(found)
      else void late.then((finding) => this.#enqueue(() => this.#adopt(finding)))
    })
  }

  /** A new key in the place of one that is missing, by the operator's act. Throws `SECRET_STORE_CHANGED`, `AUDIT_FAILED`. */
  async startKey(operator: string): Promise<AuditStatus> {
    await this.#enqueue(async () => {
      await this.#sealing.replace(operator)
      if (!(await this.#writeNotes())) throw new AppError('AUDIT_FAILED')
    })
    const status = this.status()
    this.#deps.onChanged(status)
    return status
  }

  /** The key as a file for somebody who verifies elsewhere, and could then forge too. Throws `NOT_FOUND` without a key. */
  keyFile(): { readonly id: string; readonly text: string } {
    const { key } = this.#chain
    if (key === null) throw new AppError('NOT_FOUND')
    return { id: key.id, text: `${encodeAuditKey(key)}\n` }
  }

  /**
   * Resolves when the record is on disk; rejects with `AUDIT_FAILED`, and then nothing may be sent. `meanwhile` is called
   * once while the disk is busy (fsync), unless the record could not even be written; it must not throw.
   */
  appendApproved(entry: ApprovedEntry, meanwhile: () => void = () => {}): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.#approvals.push({ entry: redactEntry(entry, this.#deps.redact), meanwhile, resolve, reject })
    })
    this.#queueDrain()
    return written
  }

  /**
   * Records what already happened, a moment later and with all else of that moment: a thousand answers are a few writes,
   * and none of them is in the way of an answer. What cannot be written then is written before the next record.
   */
  append(entry: EventEntry): void {
    this.#unwritten.push(redactEntry(entry, this.#deps.redact))
    this.#gathering ??= setTimeout(() => this.#queueDrain(), GATHER_MS)
  }

  status(): AuditStatus {
    const firstBrokenLine = this.#verifiedBrokenLine ?? this.#chain.firstBrokenLine
    const seal = this.#sealing.status()
    return {
      ok: firstBrokenLine === null && !this.#hasFailed && seal.doubt !== 'changed',
      ...this.#chain.state,
      at: this.#chain.at,
      firstBrokenLine,
      file: this.#chain.path,
      seal,
    }
  }

  /** The whole chain as text, redacted once more. Rejects `DISK_FAILED`. */
  async exportText(format: AuditFormat): Promise<string> {
    let text = ''
    this.#queueDrain()
    await this.#enqueue(async () => {
      try {
        const files = await listAuditFiles(this.#deps.directory)
        text = await exportAudit(files, format, { redact: this.#deps.redact, ...this.#expected() })
      } catch (error) {
        throw new AppError('DISK_FAILED', { path: this.#deps.directory }, { cause: error })
      }
    })
    return text
  }

  /**
   * Reads every file from the first record, compares the end with what was written, and looks for `noted`, a hash that the
   * operator kept. Rejects `DISK_FAILED`.
   */
  async verify(noted: string | null = null): Promise<AuditCheck> {
    let status = this.status()
    let hasNoted: boolean | null = null
    this.#queueDrain()
    await this.#enqueue(async () => {
      await this.#writeNotes()
      try {
        const files = await listAuditFiles(this.#deps.directory)
        const report = await verifyChain(files, this.#expected())
        if (noted !== null) hasNoted = (await verifyChain(files, { expectedHead: noted.toLowerCase() })).hasExpectedHead
        if (report.proof !== null) this.#sealing.judge(report.proof)
        this.#verifiedBrokenLine = report.firstBrokenLine
        status = { ...this.status(), ...(report.brokenFile === null ? {} : { file: report.brokenFile }) }
        if (!report.ok) status = { ...status, count: report.count, head: report.head }
      } catch (error) {
        throw new AppError('DISK_FAILED', { path: this.#deps.directory }, { cause: error })
      }
    })
    this.#deps.onChanged(status)
    return { ...status, hasNoted }
  }

  /** Writes what waits, and closes the file. */
  async dispose(): Promise<void> {
    this.#isDisposed = true
    this.#queueDrain()
    await this.#enqueue(() => this.#chain.close())
  }

  /** The expected head that a full verification is compared with. */
  #expected(): { readonly keys: readonly AuditKey[]; readonly expectedHead?: string } {
    const { key, state } = this.#chain
    return { keys: key === null ? [] : [key], ...(state.count > 0 && { expectedHead: state.head }) }
  }

  async #adopt(finding: KeyFinding): Promise<void> {
    if (this.#isDisposed) return
    try {
      await this.#sealing.adopt(finding)
      // What is wrong is shown at each start until the operator goes on; then it is written down.
      const { ok, seal } = this.status()
      if (ok && seal.doubt === null) await this.#writeNotes()
    } catch (error) {
      this.#deps.log.error('the key of the audit cannot be taken up', error)
    }
    this.#deps.onChanged(this.status())
  }

  /** Has on disk what is to be said of the key; false where that has to wait for the next record. */
  async #writeNotes(): Promise<boolean> {
    if (this.#chain.key === null) return true
    try {
      await this.#chain.append([], true)
      this.#keepHead()
      await this.#sealing.settle()
      this.#hasFailed = false
      return true
    } catch (error) {
      this.#fail('audit cannot be written', error)
      return false
    }
  }

  #keepHead(): void {
    this.#deps.headStore.save({ file: basename(this.#chain.path), ...this.#chain.state }, this.#sealing.sealedEnd())
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
      this.#keepHead()
      this.#hasFailed = false
      for (const { resolve } of approvals) resolve()
    } catch (error) {
      this.#fail('audit head cannot be kept', error)
      for (const { reject } of approvals) reject(new AppError('AUDIT_FAILED', {}, { cause: error }))
    }
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
