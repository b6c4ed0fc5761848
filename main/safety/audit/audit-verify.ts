import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { auditFileName, auditFileNumber } from './audit-file.ts'
import type { AuditKey } from './audit-key.ts'
import { readLines } from './audit-lines.ts'
import { ProofReader, type ProofReport } from './audit-proof.ts'
import { type ChainState, GENESIS, parseRecord, sha256 } from './audit-record.ts'

/** The result of reading a chain from its first record. */
export interface ChainReport {
  /** The chain holds, and nothing that was expected is missing. */
  readonly ok: boolean
  /** Good records in the files read. */
  readonly count: number
  /** Hash of the last good record. */
  readonly head: string
  /** 1-based; one past the end where a tail is missing. In `brokenFile`. */
  readonly firstBrokenLine: number | null
  readonly brokenFile: string | null
  /** Lines left unfinished by a crash, each vouched for by the record after it. */
  readonly tornLines: readonly number[]
  /** The end of the chain: `seq` and hash of its last record. */
  readonly end: ChainState
  readonly hasExpectedHead: boolean
  /** Proof by the keys; null without one. Not part of `ok`. */
  readonly proof: ProofReport | null
  /** The last record that names a key, whichever it is. */
  readonly lastSealed: { readonly keyId: string; readonly seq: number; readonly at: number } | null
}

interface VerifyOptions {
  /** The head of the chain before the first of the files. */
  readonly start?: ChainState
  /** Must be the hash of one of the records. */
  readonly expectedHead?: string
  readonly keys?: readonly AuditKey[]
}

/** Reads files as one chain, in the order given. Stops at the first broken line. Rejects when a file cannot be read. */
export async function verifyChain(files: readonly string[], options: VerifyOptions = {}): Promise<ChainReport> {
  const reader = new ChainReader(options)
  for (const file of files) {
    reader.startFile(file)
    for await (const line of readLines(file)) {
      if (!reader.read(line)) return reader.report()
    }
    if (!reader.endFile()) return reader.report()
  }
  return reader.report()
}

/** One file alone; a numbered file goes on from the one before it, which must lie beside it. */
export async function verifyAuditFile(
  file: string,
  options: Pick<VerifyOptions, 'expectedHead' | 'keys'> = {},
): Promise<ChainReport> {
  const number = auditFileNumber(basename(file))
  const before: string[] = []
  for (let earlier = (number ?? 1) - 1; earlier >= 1; earlier--) {
    const path = join(dirname(file), auditFileName(earlier))
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (!isThere) break
    before.unshift(path)
  }
  const start = before.length === 0 ? undefined : (await verifyChain(before)).end
  return verifyChain([file], { ...options, ...(start && { start }) })
}

class ChainReader {
  readonly #expectedHead: string | null
  readonly #proof: ProofReader | null
  readonly #tornLines: number[] = []
  #end: ChainState
  #count = 0
  #file = ''
  #lineNumber = 0
  #hasExpectedHead: boolean
  #broken: { readonly line: number; readonly file: string } | null = null
  #unvouched: { readonly line: number; readonly bytes: Buffer } | null = null

  #lastSealed: ChainReport['lastSealed'] = null

  constructor({ start = { count: 0, head: GENESIS }, expectedHead, keys = [] }: VerifyOptions) {
    this.#end = start
    this.#expectedHead = expectedHead ?? null
    this.#hasExpectedHead = expectedHead === undefined || expectedHead === start.head
    this.#proof = keys.length === 0 ? null : new ProofReader(keys, start)
  }

  startFile(file: string): void {
    this.#file = file
    this.#lineNumber = 0
  }

  /** False when nothing after this line can be trusted. */
  read(line: Buffer | null): boolean {
    this.#lineNumber += 1
    const record = line === null ? null : parseRecord(line)
    const unvouched = this.#unvouched
    if (record === null) {
      if (line === null || unvouched !== null) return this.#stop(unvouched?.line ?? this.#lineNumber)
      // Perhaps left by a crash: only the record right after it can say so.
      this.#unvouched = { line: this.#lineNumber, bytes: line }
      return true
    }
    if (unvouched !== null) {
      if (record.tornSha256 !== sha256(unvouched.bytes)) return this.#stop(unvouched.line)
      this.#tornLines.push(unvouched.line)
      this.#unvouched = null
    }
    if (record.prev !== this.#end.head || record.seq !== this.#end.count + 1) return this.#stop(this.#lineNumber)
    if (record.isAfterMissingTail) this.#broken ??= { line: this.#lineNumber, file: this.#file }
    this.#end = { count: record.seq, head: record.hash }
    this.#count += 1
    if (record.hash === this.#expectedHead) this.#hasExpectedHead = true
    if (record.seal !== null) this.#lastSealed = { keyId: record.seal.keyId, seq: record.seq, at: record.at }
    this.#proof?.read(record)
    return true
  }

  endFile(): boolean {
    return this.#unvouched === null || this.#stop(this.#unvouched.line)
  }

  report(): ChainReport {
    const broken = this.#broken ?? (this.#hasExpectedHead ? null : { line: this.#lineNumber + 1, file: this.#file })
    return {
      ok: broken === null,
      count: this.#count,
      head: this.#end.head,
      firstBrokenLine: broken?.line ?? null,
      brokenFile: broken?.file ?? null,
      tornLines: this.#tornLines,
      end: this.#end,
      hasExpectedHead: this.#hasExpectedHead,
      proof: this.#proof?.report(this.#end) ?? null,
      lastSealed: this.#lastSealed,
    }
  }

  #stop(line: number): false {
    this.#broken ??= { line, file: this.#file }
    return false
  }
}
