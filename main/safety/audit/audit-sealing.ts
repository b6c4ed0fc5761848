import { AppError } from '../../../preload/contract/errors.ts'
import type { AuditSeal } from '../../../preload/contract/models/app/settings.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { AuditChain } from './audit-chain.ts'
import { listAuditFiles } from './audit-file.ts'
import { type AuditHeadStore, isSealedBy, type SealedEnd, sealEnd } from './audit-head.ts'
import { type AuditKey, newAuditKey } from './audit-key.ts'
import type { ProofReport } from './audit-proof.ts'
import type { AuditVault, KeyFinding } from './audit-vault.ts'
import { type ChainReport, verifyChain } from './audit-verify.ts'

interface AuditSealingDeps {
  readonly directory: string
  readonly chain: AuditChain
  readonly headStore: AuditHeadStore
  readonly vault: AuditVault
  readonly now: Clock
  readonly log: Log
}

type Standing = Pick<AuditSeal, 'state' | 'keyId' | 'record' | 'at'>

/** Chooses the key that seals the chain, and tells the window about it. Not safe for concurrent calls. */
export class AuditSealing {
  readonly #deps: AuditSealingDeps
  #standing: Standing = { state: 'opening', keyId: null, record: null, at: null }
  #doubt: AuditSeal['doubt'] = null
  #unproven = 0

  constructor(deps: AuditSealingDeps) {
    this.#deps = deps
  }

  status(): AuditSeal {
    return {
      ...this.#standing,
      canStart: this.#standing.state === 'missing' && this.#deps.vault.canKeep,
      doubt: this.#doubt,
      unproven: this.#unproven,
    }
  }

  /** The stored end of the chain; null if no key vouches for it. */
  sealedEnd(): SealedEnd | null {
    const { key, lastKeyId, state, at } = this.#deps.chain
    return key !== null && lastKeyId === key.id ? sealEnd(key, state, at ?? 0) : null
  }

  /**
   * Takes up what the secret store says; records that have to say so are noted. A first key is made by itself, another one
   * only when the operator asks. Rejects when files cannot be read or a key cannot be kept.
   */
  async adopt(finding: KeyFinding): Promise<void> {
    if (this.#deps.chain.key !== null) return
    if (finding.kind === 'key') {
      await this.#take(finding.key)
      return
    }
    const last = await this.#lastKnown(finding)
    if (finding.kind === 'unreadable' || last !== null) {
      this.#standing = { state: 'missing', keyId: null, record: null, at: null, ...last }
    } else if (finding.canKeep) await this.#begin(null)
    else this.#standing = { state: 'none', keyId: null, record: null, at: null }
  }

  /** A new key in the place of one that is missing. Throws `SECRET_STORE_CHANGED` where it could not be kept. */
  async replace(operator: string): Promise<void> {
    if (!this.status().canStart) throw new AppError('SECRET_STORE_CHANGED')
    await this.#begin(operator)
    this.#doubt = null
    this.#unproven = 0
  }

  /** To be called when the first record of the key is on disk. */
  async settle(): Promise<void> {
    const { chain, vault, log } = this.#deps
    if (chain.key === null || chain.key.hasBegun || chain.lastKeyId !== chain.key.id) return
    const key = { ...chain.key, hasBegun: true }
    // Where it fails, the next start compares the ends, as it does for every key that has begun.
    await vault.keep(key).then(
      () => {
        chain.key = key
      },
      (error) => log.warn('the key of the audit cannot be kept again', { error: String(error) }),
    )
  }

  /** The result of a check of the whole chain. */
  judge(proof: ProofReport): void {
    this.#unproven = countOf(proof)
    if (!proof.ok) this.#doubt = 'changed'
    else this.#doubt = proof.unknownEnds.length > 0 ? 'unknown-end' : null
  }

  async #begin(operator: string | null): Promise<void> {
    const { chain, vault, now } = this.#deps
    const key = newAuditKey(chain.state, now())
    await vault.keep(key)
    await this.#take(key, operator)
  }

  async #take(key: AuditKey, operator: string | null = null): Promise<void> {
    const { chain, headStore, vault, now } = this.#deps
    const { count, head } = chain.state
    const hasRoom = !key.hasBegun && count === key.after.count && head === key.after.head
    if (!hasRoom) await this.#compare(key)
    if (chain.lastKeyId !== key.id) {
      const replaces = hasRoom ? (this.#standing.keyId ?? headStore.loadSealed()?.keyId ?? null) : null
      const cause = !hasRoom ? 'found-again' : replaces === null ? 'first' : 'replaced'
      chain.note({ kind: 'key', at: now(), cause, operator, replaces })
    }
    chain.key = key
    const state = vault.isWeak ? 'weak' : 'kept'
    this.#standing = { state, keyId: key.id, record: key.after.count + 1, at: key.madeAt }
  }

  /** The end that the key made last must be in the chain: nobody else can make another. */
  async #compare(key: AuditKey): Promise<void> {
    const { chain, headStore, now } = this.#deps
    const end = headStore.loadSealed()
    const expected = end !== null && isSealedBy(key, end) ? end : null
    if (expected?.head === chain.state.head) return
    const { proof, ...report } = await this.#read([key], expected?.head)
    if (proof !== null && (proof.firstWrong !== null || proof.proven === 0)) this.#doubt = 'changed'
    if (proof !== null) this.#unproven = countOf(proof)
    if (expected === null) {
      chain.note({ kind: 'recovery', at: now(), cause: 'unknown-end' })
      this.#doubt ??= 'unknown-end'
    } else if (!report.hasExpectedHead) chain.missTail(expected, report.firstBrokenLine)
  }

  /** The last record known to name a key, where the key is not at hand. */
  async #lastKnown(finding: KeyFinding): Promise<Omit<Standing, 'state'> | null> {
    const { chain, headStore } = this.#deps
    if (chain.lastKeyId !== null) return { keyId: chain.lastKeyId, record: chain.state.count, at: chain.at }
    const end = headStore.loadSealed()
    if (end !== null) return { keyId: end.keyId, record: end.count, at: end.at }
    // Nowhere to keep one, and none was ever kept: not worth reading every file at each start.
    if (finding.kind === 'none' && !finding.canKeep) return null
    const { lastSealed } = await this.#read([])
    return lastSealed === null ? null : { keyId: lastSealed.keyId, record: lastSealed.seq, at: lastSealed.at }
  }

  async #read(keys: readonly AuditKey[], expectedHead?: string): Promise<ChainReport> {
    const files = await listAuditFiles(this.#deps.directory)
    return verifyChain(files, { keys, ...(expectedHead !== undefined && { expectedHead }) })
  }
}

function countOf({ missing }: ProofReport): number {
  return missing.reduce((count, { from, to }) => count + to - from + 1, 0)
}
