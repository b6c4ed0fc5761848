import { hash } from 'node:crypto'
import type { CommandState, ProposalSource } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutPlan } from '../../../preload/contract/models/commands/rollout.ts'
import type { ApprovalBasis, Classification, CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { ResultProof } from '../../shared/exchange.ts'
import { type AuditKey, recordMac } from './audit-key.ts'

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
  /** How the run is spread over its devices; absent where all are addressed at once. */
  readonly plan?: RolloutPlan
  /** Devices among them that were away and may be addressed when they come. */
  readonly wait?: { readonly deviceIds: readonly string[]; readonly waitS: number }
}

/** The broker's answer to one publish. */
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
  /** The device's own signature under its result; absent where nothing is proven. */
  readonly proof?: ResultProof
}

/** Why a command was not sent, or not followed any longer. */
export type RejectionReason =
  | 'by-operator'
  | 'forbidden'
  | 'refused'
  | 'endless'
  | 'not-read'
  | 'judged-anew'
  | 'expired'
  | 'approval-expired'
  | 'called-off'
  | 'withheld'

/** A command that somebody wrote and that was not sent; `called-off` is of one that was, `withheld` of devices of a run. */
export interface RejectedEntry {
  readonly kind: 'rejected'
  readonly at: number
  /** Who was at the console. */
  readonly operator: string
  readonly connectionId: string
  readonly turnId: string
  /** Of a run called off, or of which devices were withheld. */
  readonly runId: string | null
  readonly deviceIds: readonly string[]
  /** Redacted, and cut where it is long; `sha256` is of the exact bytes. */
  readonly proposed: string
  readonly sha256: string
  readonly source: ProposalSource | null
  readonly class: Classification['class'] | null
  readonly rules: readonly string[]
  readonly reason: RejectionReason
}

/** A switch that changes what may run without a question. */
export interface SwitchEntry {
  readonly kind: 'switch'
  readonly at: number
  readonly operator: string
  readonly connectionId: string
  readonly name: 'unasked-reads'
  readonly isOn: boolean
  readonly cause: 'operator' | 'connection-left'
}

/** A change to the accounts of a broker: before it is sent, and how it ended. */
export interface AccountsEntry {
  readonly kind: 'accounts'
  readonly at: number
  readonly operator: string
  readonly connectionId: string
  readonly changeId: string
  readonly change: string
  readonly state: 'approved' | 'applied' | 'refused' | 'unknown'
  readonly class: 'change'
  /** The commands, one a line, with dots for a password. */
  readonly sent: string
  readonly sha256: string
  readonly reason: string | null
}

/** From the record before it on, records carry the MAC of this key again or for the first time. */
export interface KeyEntry {
  readonly kind: 'key'
  readonly at: number
  readonly cause: 'first' | 'found-again' | 'replaced'
  /** Who had a key replaced, and the one before it. */
  readonly operator: string | null
  readonly replaces: string | null
}

/** Written by the log itself when it goes on after a torn line, after records that are no longer there, or not knowing. */
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
  | {
      /** The database holds no end that the key made: records before this one may have been cut off. */
      readonly kind: 'recovery'
      readonly at: number
      readonly cause: 'unknown-end'
    }
  | {
      /** So many records of what had happened, from `from` to `at`, were given up, because the disk took none for too long. */
      readonly kind: 'recovery'
      readonly at: number
      readonly cause: 'given-up'
      readonly from: number
      readonly records: number
    }

/** An event reported to the log by others. */
export type EventEntry = SentEntry | OutcomeEntry | RejectedEntry | SwitchEntry | AccountsEntry
export type AuditEntry = ApprovedEntry | EventEntry | KeyEntry | RecoveryEntry

/** `prev` of the first record. */
export const GENESIS = '0'.repeat(64)

/** The head of a chain: `count` records, the last of which has the hash `head`. */
export interface ChainState {
  readonly count: number
  readonly head: string
}

/** JSON with sorted keys and no white space: the one spelling of a record. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return joined(fieldsOf(value))
  return JSON.stringify(value)
}

/** Pairs of a name and the text of its field. */
type Field = readonly [name: string, text: string]

function fieldsOf(value: object): readonly Field[] {
  return Object.entries(value).map(([name, field]): Field => [name, `${JSON.stringify(name)}:${canonicalJson(field)}`])
}

function joined(fields: readonly Field[]): string {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([, text]) => text).join(',')}}`
}

export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes)
}

/**
 * The next line of a chain, without its newline, and the state after it. `seq` counts from 1 over all files; with a key
 * the line names it and carries its MAC over the hash.
 */
export function chainLine(
  entry: AuditEntry,
  after: ChainState,
  key: AuditKey | null = null,
): { readonly line: string; readonly state: ChainState } {
  const body = { ...entry, prev: after.head, seq: after.count + 1, ...(key !== null && { keyId: key.id }) }
  // Each field is written once, because that of an approval lists up to ten thousand devices.
  const fields = fieldsOf(body)
  const hash = sha256(joined(fields))
  const line = joined([...fields, ...fieldsOf({ hash, ...(key !== null && { mac: recordMac(key, hash) }) })])
  return { line, state: { count: after.count + 1, head: hash } }
}

/** A record as read back: only what the chain needs. */
export interface ChainRecord {
  readonly seq: number
  readonly prev: string
  readonly hash: string
  /** Epoch ms; 0 where the record says none. */
  readonly at: number
  /** The key that it names, and its MAC; null on a record without a key. */
  readonly seal: { readonly keyId: string; readonly mac: string } | null
  /** A key begins here, or was found again. */
  readonly isKey: boolean
  /** SHA-256 of the unfinished line before it, on a recovery from one. */
  readonly tornSha256: string | null
  /** The log itself found here that earlier records were gone. */
  readonly isAfterMissingTail: boolean
  readonly isAfterUnknownEnd: boolean
}

/** Reads one line (no newline) and checks its own hash and spelling; null where it is not exactly as written. */
export function parseRecord(line: Uint8Array): ChainRecord | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line)
    const { hash, mac, ...body } = JSON.parse(text) as Record<string, unknown>
    if (typeof hash !== 'string' || hash !== sha256(canonicalJson(body))) return null
    if (canonicalJson({ ...body, hash, ...(mac !== undefined && { mac }) }) !== text) return null
    const { seq, prev, at, kind, cause, tornSha256, keyId } = body
    if (typeof seq !== 'number' || typeof prev !== 'string') return null
    const isRecovery = kind === 'recovery'
    const isSealed = typeof keyId === 'string' && typeof mac === 'string'
    if (!isSealed && (keyId !== undefined || mac !== undefined)) return null
    return {
      seq,
      prev,
      hash,
      at: typeof at === 'number' ? at : 0,
      seal: isSealed ? { keyId, mac } : null,
      isKey: kind === 'key',
      tornSha256: isRecovery && cause === 'torn-line' && typeof tornSha256 === 'string' ? tornSha256 : null,
      isAfterMissingTail: isRecovery && cause === 'missing-tail',
      isAfterUnknownEnd: isRecovery && cause === 'unknown-end',
    }
  } catch {
    // Not UTF-8, not JSON, or nested beyond the stack: in no case a record of ours.
    return null
  }
}
