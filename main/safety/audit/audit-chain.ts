import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import { inSteps, nextTurn } from '../../shared/work/slices.ts'
import { type AuditFile, auditFileName, auditFileNumber, listAuditFiles } from './audit-file.ts'
import type { AuditHead } from './audit-head.ts'
import type { AuditKey } from './audit-key.ts'
import { readTail } from './audit-lines.ts'
import {
  type AuditEntry,
  type ChainState,
  chainLine,
  GENESIS,
  type KeyEntry,
  parseRecord,
  type RecoveryEntry,
  sha256,
} from './audit-record.ts'
import { verifyChain } from './audit-verify.ts'

interface AuditChainDeps {
  readonly directory: string
  readonly maxFileBytes: number
  readonly now: Clock
  readonly openFile: (path: string) => Promise<AuditFile>
  /** The head of the chain according to the database. */
  readonly expectedHead: () => AuditHead | null
}

/** The end of the files, before anything is added. */
interface Ending {
  readonly state: ChainState
  /** Epoch ms of the last record. */
  readonly at: number | null
  /** Key that the last record names. */
  readonly keyId: string | null
  readonly newestPath: string | null
  /** Bytes without a newline at the very end. */
  readonly rest: Buffer
}

/** The files of the audit as one chain. Not safe for concurrent calls: `AuditWriter` queues them. */
export class AuditChain {
  readonly #deps: AuditChainDeps
  #file: AuditFile | null = null
  #path: string | null = null
  #state: ChainState = { count: 0, head: GENESIS }
  #at: number | null = null
  #lastKeyId: string | null = null
  #key: AuditKey | null = null
  #isInspected = false
  #hasUnfinishedLine = false
  #recovery: readonly RecoveryEntry[] = []
  /** To be written before the next record, however often that takes. */
  #notes: readonly (RecoveryEntry | KeyEntry)[] = []
  #firstBrokenLine: number | null = null

  constructor(deps: AuditChainDeps) {
    this.#deps = deps
  }

  get state(): ChainState {
    return this.#state
  }

  /** Epoch ms of the last record; null before the first. */
  get at(): number | null {
    return this.#at
  }

  /** Key that the last record names; null where it carries no MAC. */
  get lastKeyId(): string | null {
    return this.#lastKeyId
  }

  /** The seal of every record from now on. */
  get key(): AuditKey | null {
    return this.#key
  }

  set key(key: AuditKey | null) {
    this.#key = key
  }

  /** Path of the newest file; the first one's where there is none yet. */
  get path(): string {
    return this.#path ?? join(this.#deps.directory, auditFileName(1))
  }

  /** The place where `inspect` found earlier records missing or changed; null if all is as expected. */
  get firstBrokenLine(): number | null {
    return this.#firstBrokenLine
  }

  /** Finds the end of the chain, compares it with the database and notes what has to be said before going on. */
  async inspect(): Promise<void> {
    const files = await listAuditFiles(this.#deps.directory)
    const ending = await readEnding(files)
    const recovery: RecoveryEntry[] = []
    let { state, at, keyId } = ending
    const finished = parseRecord(ending.rest)
    if (finished?.prev === state.head) {
      state = { count: finished.seq, head: finished.hash }
      at = finished.at
      keyId = finished.seal?.keyId ?? null
    } else if (ending.rest.length > 0) {
      const torn = { tornBytes: ending.rest.length, tornSha256: sha256(ending.rest) }
      recovery.push({ kind: 'recovery', at: this.#deps.now(), cause: 'torn-line', ...torn })
    }
    const expected = this.#deps.expectedHead()
    if (expected !== null && expected.head !== state.head) {
      const report = await verifyChain(files, { expectedHead: expected.head })
      if (!report.hasExpectedHead) {
        this.#firstBrokenLine = report.firstBrokenLine
        recovery.push(this.#missingTail(expected))
      }
    }
    this.#state = state
    this.#at = at
    this.#lastKeyId = keyId
    this.#path = ending.newestPath
    this.#hasUnfinishedLine = ending.rest.length > 0
    this.#recovery = recovery
    this.#isInspected = true
  }

  /** Has it said, before the next record, that records up to `expected` are gone; `line` is the first of them. */
  missTail(expected: ChainState, line: number | null): void {
    this.#firstBrokenLine ??= line
    if (!this.#recovery.some(({ cause }) => cause === 'missing-tail')) this.note(this.#missingTail(expected))
  }

  /** To be written before the next record. */
  note(entry: RecoveryEntry | KeyEntry): void {
    this.#notes = [...this.#notes, entry]
  }

  /**
   * Adds records in order, after what was noted. When it rejects, nothing was added. `isDurable`: on disk when it resolves,
   * and `meanwhile` is called while the disk is at it.
   */
  async append(entries: readonly AuditEntry[], isDurable: boolean, meanwhile: () => void = () => {}): Promise<void> {
    if (!this.#isInspected) await this.inspect()
    const [key, notes] = [this.#key, this.#notes]
    const all = [...this.#recovery, ...notes, ...entries]
    if (all.length === 0) return
    const file = await this.#writableFile()
    const size = await file.size()
    const { text, state } = await inSteps(linesOf(all, this.#state, key), nextTurn)
    try {
      await file.append(this.#hasUnfinishedLine ? `\n${text}` : text)
      if (isDurable) {
        const synced = file.sync()
        meanwhile()
        await synced
      }
    } catch (error) {
      await this.#takeBack(file, size)
      throw error
    }
    this.#state = state
    this.#at = all.at(-1)?.at ?? this.#at
    this.#lastKeyId = key?.id ?? null
    this.#hasUnfinishedLine = false
    this.#recovery = []
    this.#notes = this.#notes.filter((note) => !notes.includes(note))
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close()
  }

  #missingTail(expected: ChainState): RecoveryEntry {
    const missing = { expectedCount: expected.count, expectedHead: expected.head }
    return { kind: 'recovery', at: this.#deps.now(), cause: 'missing-tail', ...missing }
  }

  async #writableFile(): Promise<AuditFile> {
    if (this.#file === null) {
      await mkdir(this.#deps.directory, { recursive: true })
      this.#file = await this.#deps.openFile(this.path)
      this.#path = this.#file.path
    }
    if (this.#hasUnfinishedLine || (await this.#file.size()) < this.#deps.maxFileBytes) return this.#file
    const number = auditFileNumber(basename(this.#file.path)) ?? 0
    const next = await this.#deps.openFile(join(this.#deps.directory, auditFileName(number + 1)))
    await this.close()
    this.#file = next
    this.#path = next.path
    return next
  }

  /** The file is looked at again before the next write: what the failed one left there may still be there. */
  async #takeBack(file: AuditFile, size: number): Promise<void> {
    this.#isInspected = false
    await file.truncate(size).catch(() => undefined)
    await this.close().catch(() => undefined)
  }
}

/** Writes the next lines of a chain, one in each step. */
function* linesOf(entries: readonly AuditEntry[], after: ChainState, key: AuditKey | null) {
  let state = after
  let text = ''
  for (const entry of entries) {
    const next = chainLine(entry, state, key)
    text += `${next.line}\n`
    state = next.state
    yield
  }
  return { text, state }
}

async function readEnding(files: readonly string[]): Promise<Ending> {
  const newestPath = files.at(-1) ?? null
  const none = { state: { count: 0, head: GENESIS }, at: null, keyId: null }
  if (newestPath === null) return { ...none, newestPath, rest: Buffer.alloc(0) }
  const { rest } = await readTail(newestPath)
  for (const path of [...files].reverse()) {
    const { lastLine } = await readTail(path)
    if (lastLine === null) continue
    const record = parseRecord(lastLine)
    if (record === null) return { ...none, state: (await verifyChain(files)).end, newestPath, rest }
    const { seq: count, hash: head, at, seal } = record
    return { state: { count, head }, at, keyId: seal?.keyId ?? null, newestPath, rest }
  }
  return { ...none, newestPath, rest }
}
