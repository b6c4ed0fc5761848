import { basename } from 'node:path'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { AuditChain } from './audit-chain.ts'
import type { AuditHeadStore } from './audit-head.ts'
import type { AccountsEntry, ApprovedEntry, AuditEntry, EventEntry, RecoveryEntry } from './audit-record.ts'
import type { AuditSealing } from './audit-sealing.ts'

interface AuditWriterDeps {
  readonly chain: AuditChain
  readonly sealing: AuditSealing
  readonly headStore: AuditHeadStore
  readonly redact: (text: string) => string
  readonly log: Log
  /** Called after each write of records, also one that failed. */
  readonly onDrained: () => void
}

interface PendingApproval {
  readonly entry: ApprovedEntry | AccountsEntry
  readonly meanwhile: () => void
  readonly resolve: () => void
  readonly reject: (error: AppError) => void
}

const MAX_UNWRITTEN = 10_000
/** Ms that records of what already happened may wait for others to be written with. */
const GATHER_MS = 20

/**
 * Queues all that touches the chain, and writes its records together. A write that failed is taken back, and the next one
 * starts afresh.
 */
export class AuditWriter {
  readonly #deps: AuditWriterDeps
  #approvals: PendingApproval[] = []
  /** Records of what already happened: kept until they are written. */
  #unwritten: AuditEntry[] = []
  /** Says how many of them were given up; written before all others once the disk takes records again. */
  #givenUp: Extract<RecoveryEntry, { cause: 'given-up' }> | null = null
  #hasFailed = false
  #isDrainQueued = false
  #gathering: NodeJS.Timeout | null = null
  #tasks: Promise<void> = Promise.resolve()

  constructor(deps: AuditWriterDeps) {
    this.#deps = deps
  }

  /** True if the last write or look at the files failed. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** True while records of what already happened could not be written. */
  get isBehind(): boolean {
    return this.#hasFailed && this.#unwritten.length > 0
  }

  /** Writes at once; the contract is that of `AuditLog.appendApproved`. */
  appendApproved(entry: ApprovedEntry | AccountsEntry, meanwhile: () => void): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      this.#approvals.push({ entry: redactEntry(entry, this.#deps.redact), meanwhile, resolve, reject })
    })
    this.#queueDrain()
    return written
  }

  /** Writes with all else of the same moment. */
  append(entry: EventEntry): void {
    this.#unwritten.push(redactEntry(entry, this.#deps.redact))
    this.#gathering ??= setTimeout(() => this.#queueDrain(), GATHER_MS)
  }

  /** Runs one task after the other; a task that failed does not stop the next. */
  enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#tasks.then(task)
    this.#tasks = done.catch(() => undefined)
    return done
  }

  /** Runs the task after every record that waits now. */
  drainThen(task: () => Promise<void>): Promise<void> {
    this.#queueDrain()
    return this.enqueue(task)
  }

  /** Writes the chain's notes about its key to the disk; false where they have to wait for the next record. */
  async writeNotes(): Promise<boolean> {
    if (this.#deps.chain.key === null) return true
    try {
      await this.#deps.chain.append([], true)
      this.#keepHead()
      await this.#deps.sealing.settle()
      this.#hasFailed = false
      return true
    } catch (error) {
      this.fail('audit cannot be written', error)
      return false
    }
  }

  /** Marks the audit as failed until the next write succeeds. */
  fail(message: string, error: unknown): void {
    this.#hasFailed = true
    this.#deps.log.error(message, error)
  }

  #keepHead(): void {
    const { chain, headStore, sealing } = this.#deps
    headStore.save({ file: basename(chain.path), ...chain.state }, sealing.sealedEnd())
  }

  #queueDrain(): void {
    clearTimeout(this.#gathering ?? undefined)
    this.#gathering = null
    if (this.#isDrainQueued) return
    this.#isDrainQueued = true
    void this.enqueue(() => this.#drain())
  }

  async #drain(): Promise<void> {
    this.#isDrainQueued = false
    const approvals = this.#approvals.splice(0)
    const unwritten = this.#unwritten.splice(0)
    const waiting = [...unwritten, ...approvals.map((pending) => pending.entry)]
    if (waiting.length === 0) return
    const entries = this.#givenUp === null ? waiting : [this.#givenUp, ...waiting]
    try {
      await this.#deps.chain.append(entries, approvals.length > 0, () => {
        for (const { meanwhile } of approvals) meanwhile()
      })
    } catch (error) {
      this.#keep([...unwritten, ...this.#unwritten])
      this.fail('audit cannot be written', error)
      for (const { reject } of approvals) reject(new AppError('AUDIT_FAILED', {}, { cause: error }))
      this.#deps.onDrained()
      return
    }
    this.#givenUp = null
    this.#settle(approvals)
    this.#deps.onDrained()
  }

  /** Keeps the latest records for the next write, and counts those that it gives up. */
  #keep(entries: readonly AuditEntry[]): void {
    const over = entries.slice(0, Math.max(0, entries.length - MAX_UNWRITTEN))
    this.#unwritten = entries.slice(over.length)
    const [first, last] = [over[0], over.at(-1)]
    if (first === undefined || last === undefined) return
    const { from = first.at, records = 0 } = this.#givenUp ?? {}
    this.#givenUp = { kind: 'recovery', at: last.at, cause: 'given-up', from, records: records + over.length }
  }

  #settle(approvals: readonly PendingApproval[]): void {
    try {
      this.#keepHead()
      this.#hasFailed = false
      for (const { resolve } of approvals) resolve()
    } catch (error) {
      this.fail('audit head cannot be kept', error)
      for (const { reject } of approvals) reject(new AppError('AUDIT_FAILED', {}, { cause: error }))
    }
  }
}

/** Characters kept of a refused command, which may be very long. */
const MAX_REJECTED_LENGTH = 4_096

/** Redacts the texts of an entry; its hashes stay those of the exact bytes. */
function redactEntry<E extends ApprovedEntry | EventEntry>(entry: E, redact: (text: string) => string): E {
  switch (entry.kind) {
    case 'approved':
      return { ...entry, proposed: redact(entry.proposed), sent: redact(entry.sent) }
    case 'rejected':
      return { ...entry, proposed: redact(entry.proposed).slice(0, MAX_REJECTED_LENGTH) }
    case 'accounts':
      return { ...entry, sent: redact(entry.sent), reason: entry.reason === null ? null : redact(entry.reason) }
    case 'outcome':
      return entry.reason === null ? entry : { ...entry, reason: redact(entry.reason) }
    default:
      return entry
  }
}
