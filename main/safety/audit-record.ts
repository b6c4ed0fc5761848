import { hash } from 'node:crypto'
import type { CommandState, ProposalSource } from '../../preload/contract/models/command.ts'
import type { ApprovalBasis, CommandClass } from '../../preload/contract/models/safety.ts'

/** Written and on disk before the first publish of a wave. `at` is epoch ms everywhere. */
export interface ApprovedEntry {
  readonly kind: 'approved'
  readonly at: number
  readonly operator: string
  readonly connectionId: string
  readonly runId: string
  readonly approvalId: string
  readonly basis: ApprovalBasis
  readonly devices: readonly { readonly deviceId: string; readonly commandId: string }[]
  readonly requestSha256: string
  /** As first proposed, and as approved: redacted text. `sha256` is of the exact bytes. */
  readonly proposed: string
  readonly sent: string
  readonly sha256: string
  readonly timeoutS: number
  readonly source: ProposalSource
  readonly class: CommandClass
  readonly rules: readonly string[]
  readonly tableVersion: string
}

/** What the broker said of one publish. */
export interface SentEntry {
  readonly kind: 'sent'
  readonly at: number
  readonly connectionId: string
  readonly runId: string
  readonly deviceId: string
  readonly commandId: string
  readonly puback: 'acknowledged' | 'no-subscriber' | 'refused' | 'unsent' | 'unknown'
  readonly reasonCode: number | null
}

/** How one command ended on one device, as far as known then; a late answer adds another. */
export interface OutcomeEntry {
  readonly kind: 'outcome'
  readonly at: number
  readonly connectionId: string
  readonly runId: string
  readonly deviceId: string
  readonly commandId: string
  readonly outcome: CommandState
  readonly isLate: boolean
  readonly reason: string | null
  readonly outputBytes: number
  readonly outputSha256: string | null
}

/** Written by the log itself when it goes on after a torn line or after records that are no longer there. */
export type RecoveryEntry =
  | {
      readonly kind: 'recovery'
      readonly at: number
      readonly cause: 'torn-line'
      readonly tornBytes: number
      readonly tornSha256: string
    }
  | {
      readonly kind: 'recovery'
      readonly at: number
      readonly cause: 'missing-tail'
      readonly expectedCount: number
      readonly expectedHead: string
    }

export type AuditEntry = ApprovedEntry | SentEntry | OutcomeEntry | RecoveryEntry

/** `prev` of the first record. */
export const GENESIS = '0'.repeat(64)

/** Where a chain stands: `count` records, the last of which has the hash `head`. */
export interface ChainState {
  readonly count: number
  readonly head: string
}

/** JSON with sorted keys and no white space: the one spelling of a record. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value)
}

export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes)
}

/** The next line of a chain, without its newline, and the state after it. `seq` counts from 1 over all files. */
export function chainLine(entry: AuditEntry, after: ChainState): { readonly line: string; readonly state: ChainState } {
  const body = { ...entry, prev: after.head, seq: after.count + 1 }
  const hash = sha256(canonicalJson(body))
  return { line: canonicalJson({ ...body, hash }), state: { count: after.count + 1, head: hash } }
}

/** A record as read back: only what the chain needs. */
export interface ChainRecord {
  readonly seq: number
  readonly prev: string
  readonly hash: string
  /** SHA-256 of the unfinished line before it, on a recovery from one. */
  readonly tornSha256: string | null
  /** The log itself found here that earlier records were gone. */
  readonly isAfterMissingTail: boolean
}

/** Reads one line (no newline) and checks its own hash and spelling; null where it is not exactly as written. */
export function parseRecord(line: Uint8Array): ChainRecord | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    const { hash, ...body } = JSON.parse(text) as Record<string, unknown>
    if (typeof hash !== 'string' || hash !== sha256(canonicalJson(body))) return null
    if (canonicalJson({ ...body, hash }) !== text) return null
    const { seq, prev, kind, cause, tornSha256 } = body
    if (typeof seq !== 'number' || typeof prev !== 'string') return null
    const isRecovery = kind === 'recovery'
    return {
      seq,
      prev,
      hash,
      tornSha256: isRecovery && cause === 'torn-line' && typeof tornSha256 === 'string' ? tornSha256 : null,
      isAfterMissingTail: isRecovery && cause === 'missing-tail',
    }
  } catch {
    // Not UTF-8, not JSON, or nested beyond the stack: in no case a record of ours.
    return null
  }
}
