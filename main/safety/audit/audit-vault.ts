import type { SecretsStatus } from '../../../preload/contract/models/app/settings.ts'
import type { Log } from '../../shared/log.ts'
import { type AuditKey, decodeAuditKey, encodeAuditKey } from './audit-key.ts'

const NAME = 'audit-key'

/** A store of secrets. `get` rejects if a secret is set but cannot be read now. */
interface Secrets {
  has(name: string): boolean
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  status(): SecretsStatus
}

/** The secret store's answer about the key. `isWeak`: whoever can read the user's files can read it too. */
export type KeyFinding =
  | { readonly kind: 'key'; readonly key: AuditKey; readonly isWeak: boolean }
  | { readonly kind: 'none' | 'unreadable'; readonly canKeep: boolean }

/** The audit's key in the secret store, which must outlive this run: a key only in memory would prove nothing later. */
export class AuditVault {
  readonly #secrets: Secrets
  readonly #log: Log

  constructor(secrets: Secrets, log: Log) {
    this.#secrets = secrets
    this.#log = log
  }

  /** `soon` is null where it takes longer than `patienceMs`, as while the system asks to unlock its keyring. Neither rejects. */
  find(patienceMs: number): { readonly soon: Promise<KeyFinding | null>; readonly late: Promise<KeyFinding> } {
    const late = this.#find()
    const soon = new Promise<KeyFinding | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), patienceMs)
      void late.then((finding) => {
        clearTimeout(timer)
        resolve(finding)
      })
    })
    return { soon, late }
  }

  async #find(): Promise<KeyFinding> {
    try {
      const text = this.#secrets.has(NAME) ? await this.#secrets.get(NAME) : null
      if (text === null) return { kind: 'none', canKeep: this.canKeep }
      const key = decodeAuditKey(text)
      if (key !== null) return { kind: 'key', key, isWeak: this.isWeak }
    } catch (error) {
      this.#log.warn('the key of the audit cannot be read', { error: String(error) })
    }
    return { kind: 'unreadable', canKeep: this.canKeep }
  }

  get canKeep(): boolean {
    const { mode, problem } = this.#secrets.status()
    return mode !== 'memory' && problem !== 'changed'
  }

  get isWeak(): boolean {
    return this.#secrets.status().mode === 'weak'
  }

  /** Replaces what is there. Rejects when it cannot. */
  keep(key: AuditKey): Promise<void> {
    return this.#secrets.set(NAME, encodeAuditKey(key))
  }
}
