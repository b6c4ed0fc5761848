import { AppError } from '../../../preload/contract/errors.ts'
import type { AuditCheck, AuditStatus } from '../../../preload/contract/models/app/settings.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { AuditChain } from './audit-chain.ts'
import { type AuditFormat, exportAudit } from './audit-export.ts'
import { type AuditFile, listAuditFiles, openAuditFile } from './audit-file.ts'
import type { AuditHeadStore } from './audit-head.ts'
import { type AuditKey, encodeAuditKey } from './audit-key.ts'
import type { AccountsEntry, ApprovedEntry, EventEntry } from './audit-record.ts'
import type { ReportContext } from './audit-report.ts'
import { AuditSealing } from './audit-sealing.ts'
import type { AuditVault, KeyFinding } from './audit-vault.ts'
import { verifyChain } from './audit-verify.ts'
import { AuditWriter } from './audit-writer.ts'

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

const MAX_FILE_BYTES = 8 * 1024 * 1024
/** Ms that records wait for a keyring that asks its owner; after that they are written without a key. */
const KEY_PATIENCE_MS = 3_000

/**
 * The append-only chain of what was approved, sent and answered (`../README.md` says in which order): takes records, and
 * answers for the key and the check of the chain.
 */
export class AuditLog {
  readonly #deps: AuditLogDeps
  readonly #chain: AuditChain
  readonly #sealing: AuditSealing
  readonly #writer: AuditWriter
  #isDisposed = false
  #verifiedBrokenLine: number | null = null

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
    this.#writer = new AuditWriter({
      chain: this.#chain,
      sealing: this.#sealing,
      headStore: deps.headStore,
      redact: deps.redact,
      log: deps.log,
      onDrained: () => deps.onChanged(this.status()),
    })
  }

  /**
   * Finds the end of the chain, so that `status` is right before the first record. Its key is taken up as soon as the
   * keyring hands it out. Never rejects.
   */
  start(): Promise<void> {
    const inspected = this.#writer.enqueue(async () => {
      try {
        await this.#chain.inspect()
      } catch (error) {
        this.#writer.fail('audit cannot be read', error)
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
    void this.#writer.enqueue(async () => {
      const found = await soon
      if (found !== null) await this.#adopt(found)
      else void late.then((finding) => this.#writer.enqueue(() => this.#adopt(finding)))
    })
  }

  /** A new key in the place of one that is missing, by the operator's act. Throws `SECRET_STORE_CHANGED`, `AUDIT_FAILED`. */
  async startKey(operator: string): Promise<AuditStatus> {
    await this.#writer.enqueue(async () => {
      await this.#sealing.replace(operator)
      if (!(await this.#writer.writeNotes())) throw new AppError('AUDIT_FAILED')
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
  appendApproved(entry: ApprovedEntry | AccountsEntry, meanwhile: () => void = () => {}): Promise<void> {
    return this.#writer.appendApproved(entry, meanwhile)
  }

  /**
   * Records what already happened, a moment later and with all else of that moment: a thousand answers are a few writes,
   * and none of them is in the way of an answer. What cannot be written then is written before the next record.
   */
  append(entry: EventEntry): void {
    this.#writer.append(entry)
  }

  /** True while records of what already happened could not be written, so that nothing more may be sent. */
  isBehind(): boolean {
    return this.#writer.isBehind
  }

  /** Tries again to write what could not be written. Rejects with `AUDIT_FAILED`. */
  async catchUp(): Promise<void> {
    if (!this.#writer.isBehind) return
    await this.#writer.drainThen(async () => undefined)
    if (this.#writer.isBehind) throw new AppError('AUDIT_FAILED')
  }

  status(): AuditStatus {
    const firstBrokenLine = this.#verifiedBrokenLine ?? this.#chain.firstBrokenLine
    const seal = this.#sealing.status()
    return {
      ok: firstBrokenLine === null && !this.#writer.hasFailed && seal.doubt !== 'changed',
      ...this.#chain.state,
      at: this.#chain.at,
      firstBrokenLine,
      file: this.#chain.path,
      seal,
    }
  }

  /** The whole chain as text, redacted once more. Rejects `DISK_FAILED`. */
  async exportText(format: AuditFormat, context?: ReportContext): Promise<string> {
    let text = ''
    await this.#writer.drainThen(async () => {
      try {
        const files = await listAuditFiles(this.#deps.directory)
        text = await exportAudit(files, format, {
          redact: this.#deps.redact,
          ...this.#expected(),
          ...(context && { context }),
        })
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
    await this.#writer.drainThen(async () => {
      await this.#writer.writeNotes()
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
    await this.#writer.drainThen(() => this.#chain.close())
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
      if (ok && seal.doubt === null) await this.#writer.writeNotes()
    } catch (error) {
      this.#deps.log.error('the key of the audit cannot be taken up', error)
    }
    this.#deps.onChanged(this.status())
  }
}
