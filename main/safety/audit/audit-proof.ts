import { type AuditKey, isSameMac, recordMac } from './audit-key.ts'
import type { ChainRecord, ChainState } from './audit-record.ts'

/** Records by `seq`, first and last; `keyId` is null where they name no key. */
export interface RecordRange {
  readonly from: number
  readonly to: number
  readonly keyId: string | null
}

/** The proof that the available keys give for a chain. */
export interface ProofReport {
  /** Every record since the first of these keys was made is proven, or lies before one of their own key records. */
  readonly ok: boolean
  /** The keys that were at hand. */
  readonly keyIds: readonly string[]
  /** `seq` of the first record that must be proven: the one after the key was made. */
  readonly from: number
  /** Records with a right MAC. */
  readonly proven: number
  /** Since then, without a proof: the key was not at hand when they were written, or is not now. */
  readonly missing: readonly RecordRange[]
  /** `seq` of the first record whose MAC is wrong, or before which another chain lies than the key was made on. */
  readonly firstWrong: number | null
  /** Records at which the console found no end that the key had made: what was before them may have been cut off. */
  readonly unknownEnds: readonly number[]
}

/** Follows a chain record by record, and compares it with what the keys say. */
export class ProofReader {
  readonly #keys: ReadonlyMap<string, AuditKey>
  readonly #from: number
  readonly #missing: RecordRange[] = []
  readonly #unknownEnds: number[] = []
  /** Without a proof, and no record of a key after them yet. */
  #open: RecordRange[] = []
  #proven = 0
  #firstWrong: number | null = null
  readonly #provenKeys = new Set<string>()

  constructor(keys: readonly AuditKey[], start: ChainState) {
    this.#keys = new Map(keys.map((key) => [key.id, key]))
    this.#from = Math.min(...keys.map(({ after }) => after.count)) + 1
    this.#compare(start)
  }

  read(record: ChainRecord): void {
    this.#compare({ count: record.seq, head: record.hash })
    if (record.isAfterUnknownEnd) this.#unknownEnds.push(record.seq)
    const { seal, seq } = record
    const key = seal === null ? undefined : this.#keys.get(seal.keyId)
    if (seal === null || key === undefined) {
      if (seq >= this.#from) this.#open = withRecord(this.#open, seq, seal?.keyId ?? null)
      return
    }
    if (!isSameMac(recordMac(key, record.hash), seal.mac)) {
      this.#firstWrong ??= seq
      return
    }
    this.#proven += 1
    this.#provenKeys.add(key.id)
    if (!record.isKey) return
    this.#missing.push(...this.#open)
    this.#open = []
  }

  report(end: ChainState): ProofReport {
    const isEachUsed = [...this.#keys.keys()].every((id) => this.#provenKeys.has(id))
    const isOnItsChain = [...this.#keys.values()].every(({ after }) => after.count <= end.count)
    return {
      ok: this.#firstWrong === null && this.#open.length === 0 && isEachUsed && isOnItsChain,
      keyIds: [...this.#keys.keys()],
      from: this.#from,
      proven: this.#proven,
      missing: [...this.#missing, ...this.#open],
      firstWrong: this.#firstWrong,
      unknownEnds: this.#unknownEnds,
    }
  }

  /** Checks that the chain is the one on which the key was made. */
  #compare({ count, head }: ChainState): void {
    for (const { after } of this.#keys.values()) {
      if (after.count === count && after.head !== head) this.#firstWrong ??= Math.max(count, 1)
    }
  }
}

function withRecord(ranges: readonly RecordRange[], seq: number, keyId: string | null): RecordRange[] {
  const last = ranges.at(-1)
  const goesOn = last !== undefined && last.keyId === keyId && last.to === seq - 1
  return goesOn ? [...ranges.slice(0, -1), { ...last, to: seq }] : [...ranges, { from: seq, to: seq, keyId }]
}
