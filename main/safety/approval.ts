import { AppError } from '../../preload/contract/errors.ts'
import type { Classification, CommandClass } from '../../preload/contract/models/safety.ts'
import type { Clock } from '../ports.ts'
import { type ApprovalBasis, sha256 } from './audit-record.ts'

/** Ms from the approval until its run must have started (safety.md, section 2). */
export const APPROVAL_LIFETIME_MS = 120_000
/** Ms from the start of a run until its last device must have been addressed. */
export const GRANT_LIFETIME_MS = 120_000

/** What is approved, all of it: a change of any part needs another approval. */
export interface ApprovalSubject {
  readonly proposalId: string
  /** The exact text; bound as the SHA-256 of its UTF-8 bytes. */
  readonly command: string
  readonly timeoutS: number
  readonly deviceIds: readonly string[]
  readonly connectionId: string
  readonly operator: string
  readonly class: Classification['class']
  readonly tableVersion: string
}

/** An approval not yet used. Only objects made by `ApprovalService.issue` are accepted, whatever they look like. */
export interface Approval {
  readonly id: string
  readonly basis: ApprovalBasis
  readonly approvedAt: number
  readonly class: CommandClass
}

/** The one run that an approval started; lets each of its devices be addressed once, until `notAfter` (epoch ms). */
export interface RunGrant {
  readonly runId: string
  readonly approvalId: string
  readonly connectionId: string
  readonly sha256: string
  readonly timeoutS: number
  readonly deviceIds: readonly string[]
  readonly notAfter: number
}

/** One command about to be published, as read back from its encoded bytes. */
export interface Addressing {
  readonly deviceId: string
  readonly connectionId: string | null
  readonly command: string
  readonly timeoutS: number
}

interface IssuedApproval {
  readonly subjectSha256: string
  readonly expiresAt: number
  readonly epoch: number
  isUsed: boolean
}

interface GrantState {
  readonly epoch: number
  /** Devices that may still be addressed. */
  readonly open: Set<string>
}

/** What the operator has to type before this may run: a device id, the number of devices, or null for nothing. */
export function confirmationFor(judged: Classification['class'], deviceIds: readonly string[]): string | null {
  if (judged !== 'unknown' && judged !== 'destructive') return null
  const [only] = deviceIds
  return deviceIds.length === 1 && only !== undefined ? only : String(deviceIds.length)
}

/** Makes approvals and the grants that they turn into; both are known by identity, so a look-alike is worth nothing. */
export class ApprovalService {
  readonly #now: Clock
  readonly #newId: () => string
  readonly #approvals = new WeakMap<Approval, IssuedApproval>()
  readonly #grants = new WeakMap<RunGrant, GrantState>()
  /** Raised per connection by `cancelAll`; what was made under a lower number is void. */
  readonly #epochs = new Map<string, number>()

  constructor(deps: { readonly now: Clock; readonly newId: () => string }) {
    this.#now = deps.now
    this.#newId = deps.newId
  }

  /** Records the operator's decision. Throws `COMMAND_FORBIDDEN`, `COMMAND_REFUSED` or `CONFIRMATION_MISMATCH`. */
  issue(subject: ApprovalSubject, confirmation: string | null): Approval {
    if (subject.class === 'refused') throw new AppError('COMMAND_REFUSED')
    if (subject.class === 'forbidden') throw new AppError('COMMAND_FORBIDDEN')
    if (subject.deviceIds.length === 0) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const expected = confirmationFor(subject.class, subject.deviceIds)
    if (expected !== null && confirmation !== expected) throw new AppError('CONFIRMATION_MISMATCH', { expected })
    const approvedAt = this.#now()
    const approval: Approval = Object.freeze<Approval>({
      id: this.#newId(),
      basis: { kind: 'operator' },
      approvedAt,
      class: subject.class,
    })
    this.#approvals.set(approval, {
      subjectSha256: subjectSha256(subject),
      expiresAt: approvedAt + APPROVAL_LIFETIME_MS,
      epoch: this.#epochOf(subject.connectionId),
      isUsed: false,
    })
    return approval
  }

  /**
   * Turns an approval into its one run. `subject` is what is about to run; anything but what was approved throws
   * `APPROVAL_INVALID`, a second use `APPROVAL_USED`, a late one `APPROVAL_EXPIRED`.
   */
  redeem(approval: Approval, subject: ApprovalSubject): RunGrant {
    const issued = this.#approvals.get(approval)
    if (issued === undefined) throw new AppError('APPROVAL_INVALID')
    if (issued.isUsed) throw new AppError('APPROVAL_USED')
    if (issued.subjectSha256 !== subjectSha256(subject)) throw new AppError('APPROVAL_INVALID')
    if (issued.epoch !== this.#epochOf(subject.connectionId)) throw new AppError('CONNECTION_SWITCHED')
    const now = this.#now()
    if (now > issued.expiresAt || now < approval.approvedAt) throw new AppError('APPROVAL_EXPIRED')
    issued.isUsed = true
    const grant: RunGrant = Object.freeze({
      runId: this.#newId(),
      approvalId: approval.id,
      connectionId: subject.connectionId,
      sha256: sha256(subject.command),
      timeoutS: subject.timeoutS,
      deviceIds: Object.freeze([...subject.deviceIds]),
      notAfter: now + GRANT_LIFETIME_MS,
    })
    this.#grants.set(grant, { epoch: issued.epoch, open: new Set(subject.deviceIds) })
    return grant
  }

  /** Uses up the one address of a device in a grant; to be called right before the publish. Throws `APPROVAL_…`. */
  claim(grant: RunGrant, addressing: Addressing): void {
    const state = this.#grants.get(grant)
    if (state === undefined) throw new AppError('APPROVAL_INVALID')
    if (addressing.connectionId !== grant.connectionId || state.epoch !== this.#epochOf(grant.connectionId)) {
      throw new AppError('CONNECTION_SWITCHED')
    }
    if (sha256(addressing.command) !== grant.sha256 || addressing.timeoutS !== grant.timeoutS) {
      throw new AppError('APPROVAL_INVALID')
    }
    if (this.#now() > grant.notAfter) throw new AppError('APPROVAL_EXPIRED')
    if (state.open.delete(addressing.deviceId)) return
    throw new AppError(grant.deviceIds.includes(addressing.deviceId) ? 'APPROVAL_USED' : 'APPROVAL_INVALID')
  }

  /** The connection is left: its open approvals and running grants are void from now on. */
  cancelAll(connectionId: string): void {
    this.#epochs.set(connectionId, this.#epochOf(connectionId) + 1)
  }

  #epochOf(connectionId: string): number {
    return this.#epochs.get(connectionId) ?? 0
  }
}

/** One hash over every bound part; JSON keeps the parts from running into each other. */
function subjectSha256(subject: ApprovalSubject): string {
  return sha256(
    JSON.stringify([
      subject.proposalId,
      sha256(subject.command),
      subject.timeoutS,
      subject.deviceIds,
      subject.connectionId,
      subject.operator,
      subject.class,
      subject.tableVersion,
    ]),
  )
}
