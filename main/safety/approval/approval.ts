import { AppError } from '../../../preload/contract/errors.ts'
import type { RolloutPlan } from '../../../preload/contract/models/commands/rollout.ts'
import {
  type ApprovalBasis,
  type Classification,
  type CommandClass,
  HEADLESS_CLASSES,
  type HeadlessClass,
} from '../../../preload/contract/models/safety/safety.ts'
import type { Clock } from '../../shared/clock.ts'
import { sha256 } from '../audit/audit-record.ts'
import type { GrantStore } from './grant-store.ts'

/** Ms from the approval until its run must have started, because what a person saw may not hold much longer. */
export const APPROVAL_LIFETIME_MS = 120_000
/** Ms from the start of a run until its last device must have been addressed. */
export const GRANT_LIFETIME_MS = 120_000
/** Longest time that a run in waves, or one that waits for devices, may take. */
export const MAX_GRANT_LIFETIME_MS = 7 * 24 * 3_600_000

/** Everything that is approved: a change of any part needs another approval. */
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
  /** Ms in which the run may address its devices, when not `GRANT_LIFETIME_MS`: shown and approved like the rest. */
  readonly runForMs?: number
  /** How the run is spread over its devices. */
  readonly plan?: RolloutPlan
  /** Those of `deviceIds` that were away and may be addressed when they come. */
  readonly wait?: ApprovedWait
}

/** Devices that a run may wait for, and how long. */
export interface ApprovedWait {
  readonly deviceIds: readonly string[]
  readonly waitS: number
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
  /** Their one address is used up on disk, and they have not been sent anything yet. */
  readonly reserved: Set<string>
}

/** Devices that one `change` may reach before their number has to be typed. */
const CHANGE_UNTYPED_MAX = 10

/** Returns what the operator has to type before this may run: a device id, the number of devices, or null. */
export function confirmationFor(judged: Classification['class'], deviceIds: readonly string[]): string | null {
  const isWideChange = judged === 'change' && deviceIds.length > CHANGE_UNTYPED_MAX
  if (judged !== 'unknown' && judged !== 'destructive' && !isWideChange) return null
  const [only] = deviceIds
  return deviceIds.length === 1 && only !== undefined ? only : String(deviceIds.length)
}

/** Throws `CONFIRMATION_MISMATCH` unless exactly what `confirmationFor` asks for was typed. */
export function requireConfirmation(
  subject: { readonly class: Classification['class']; readonly deviceIds: readonly string[] },
  typed: string | null,
): void {
  const expected = confirmationFor(subject.class, subject.deviceIds)
  if (expected !== null && typed !== expected) throw new AppError('CONFIRMATION_MISMATCH', { expected })
}

/** True if a call that may send up to `highest` may send this; never for what is forbidden or refused. */
export function isWithin(judged: Classification['class'], highest: HeadlessClass): boolean {
  if (judged === 'forbidden' || judged === 'refused') return false
  const counted = judged === 'unknown' ? 'destructive' : judged
  return HEADLESS_CLASSES.indexOf(counted) <= HEADLESS_CLASSES.indexOf(highest)
}

/** Makes approvals and the grants that they turn into; both are known by identity, so a look-alike is worth nothing. */
export class ApprovalService {
  readonly #now: Clock
  readonly #newId: () => string
  readonly #approvals = new WeakMap<Approval, IssuedApproval>()
  readonly #grants = new WeakMap<RunGrant, GrantState>()
  /** Raised per connection by `cancelAll`; what was made under a lower number is void. */
  readonly #epochs = new Map<string, number>()
  readonly #grantStore: GrantStore
  /** Connection on which reads may run unasked, by a switch of the operator; never outlives the session. */
  #unaskedOn: string | null = null

  constructor(deps: { readonly now: Clock; readonly newId: () => string; readonly grants: GrantStore }) {
    this.#now = deps.now
    this.#newId = deps.newId
    this.#grantStore = deps.grants
  }

  /** Lets `read` run unasked on this connection until it is left or the console ends; null asks for everything again. */
  setUnaskedReads(connectionId: string | null): void {
    this.#unaskedOn = connectionId
  }

  /** True if `read` may run unasked on the connection. */
  hasUnaskedReads(connectionId: string): boolean {
    return this.#unaskedOn === connectionId
  }

  /** An approval without a question. Throws `APPROVAL_INVALID` unless it is a `read`, switched on, and not from device output. */
  issueUnasked(subject: ApprovalSubject, isFromDeviceOutput: boolean): Approval {
    if (!this.hasUnaskedReads(subject.connectionId) || isFromDeviceOutput || subject.class !== 'read') {
      throw new AppError('APPROVAL_INVALID')
    }
    return this.#issue(subject, { kind: 'session-read' })
  }

  /** For one run of a standing approval; only `StandingApprovals` may ask. Throws `APPROVAL_INVALID` above `change`. */
  issueStanding(subject: ApprovalSubject, standingId: string): Approval {
    if (subject.class !== 'read' && subject.class !== 'change') throw new AppError('APPROVAL_INVALID')
    return this.#issue(subject, { kind: 'standing', standingId })
  }

  /** For a call of `run-command`, whose caller named the highest class. Throws `APPROVAL_INVALID` above it. */
  issueHeadless(subject: ApprovalSubject, highest: HeadlessClass): Approval {
    if (!isWithin(subject.class, highest)) throw new AppError('APPROVAL_INVALID')
    return this.#issue(subject, { kind: 'headless' })
  }

  /** Records the operator's decision. Throws `COMMAND_FORBIDDEN`, `COMMAND_REFUSED` or `CONFIRMATION_MISMATCH`. */
  issue(subject: ApprovalSubject, confirmation: string | null): Approval {
    if (subject.class === 'refused') throw new AppError('COMMAND_REFUSED')
    if (subject.class === 'forbidden') throw new AppError('COMMAND_FORBIDDEN')
    requireConfirmation(subject, confirmation)
    return this.#issue(subject, { kind: 'operator' })
  }

  #issue(subject: ApprovalSubject, basis: ApprovalBasis): Approval {
    const { class: judged, deviceIds, runForMs = GRANT_LIFETIME_MS } = subject
    if (judged === 'refused' || judged === 'forbidden') throw new AppError('APPROVAL_INVALID')
    if (deviceIds.length === 0) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    if (!(runForMs > 0 && runForMs <= MAX_GRANT_LIFETIME_MS)) throw new AppError('INVALID_INPUT', { field: 'runForMs' })
    const approvedAt = this.#now()
    const approval: Approval = Object.freeze<Approval>({ id: this.#newId(), basis, approvedAt, class: judged })
    this.#approvals.set(approval, {
      subjectSha256: subjectSha256(subject),
      expiresAt: approvedAt + APPROVAL_LIFETIME_MS,
      epoch: this.#epochOf(subject.connectionId),
      isUsed: false,
    })
    return approval
  }

  /**
   * Turns an approval into its one run, which may address nothing before it is kept. `subject` is what is about to run;
   * anything but what was approved throws `APPROVAL_INVALID`, a second use `APPROVAL_USED`, a late one `APPROVAL_EXPIRED`.
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
      notAfter: now + (subject.runForMs ?? GRANT_LIFETIME_MS),
    })
    this.#grants.set(grant, { epoch: issued.epoch, open: new Set(subject.deviceIds), reserved: new Set() })
    return grant
  }

  /**
   * Writes a new grant down, as part of a transaction where one is open; one whose connection was left meanwhile is not
   * kept. Throws `DISK_FAILED`, and `APPROVAL_INVALID` for what is no grant.
   */
  keep(grant: RunGrant): void {
    const state = this.#grants.get(grant)
    if (state === undefined) throw new AppError('APPROVAL_INVALID')
    if (state.epoch !== this.#epochOf(grant.connectionId)) return
    try {
      this.#grantStore.add(grant)
    } catch (error) {
      throw new AppError('DISK_FAILED', {}, { cause: error })
    }
  }

  /**
   * The grant of a run that an earlier session started, with the devices it may still address. Throws `APPROVAL_INVALID`
   * where there is none or its connection was left, `APPROVAL_EXPIRED` when its time is over.
   */
  resume(runId: string): { readonly grant: RunGrant; readonly open: readonly string[] } {
    const stored = this.#grantStore.load(runId)
    if (stored === null) throw new AppError('APPROVAL_INVALID')
    if (this.#now() > stored.grant.notAfter) throw new AppError('APPROVAL_EXPIRED')
    const grant: RunGrant = Object.freeze({ ...stored.grant, deviceIds: Object.freeze([...stored.grant.deviceIds]) })
    this.#grants.set(grant, {
      epoch: this.#epochOf(grant.connectionId),
      open: new Set(stored.open),
      reserved: new Set(),
    })
    return { grant, open: stored.open }
  }

  /**
   * Uses up the one address of these devices on disk, before any of them is sent anything: a crash in between leaves them
   * unsent, never sent twice. Devices that are not open are passed over; `claim` refuses them. Throws what `claim` throws.
   */
  reserve(grant: RunGrant, deviceIds: readonly string[]): void {
    const state = this.#stateOf(grant)
    const wanted = deviceIds.filter((deviceId) => state.open.has(deviceId))
    for (const deviceId of this.#grantStore.claim(grant.runId, wanted, this.#now())) state.reserved.add(deviceId)
    for (const deviceId of wanted) state.open.delete(deviceId)
  }

  /** Uses up the one address of a device in a grant; to be called right before the publish. Throws `APPROVAL_…`. */
  claim(grant: RunGrant, addressing: Addressing): void {
    if (addressing.connectionId !== grant.connectionId) throw new AppError('CONNECTION_SWITCHED')
    const state = this.#stateOf(grant)
    if (sha256(addressing.command) !== grant.sha256 || addressing.timeoutS !== grant.timeoutS) {
      throw new AppError('APPROVAL_INVALID')
    }
    this.reserve(grant, [addressing.deviceId])
    if (state.reserved.delete(addressing.deviceId)) return
    throw new AppError(grant.deviceIds.includes(addressing.deviceId) ? 'APPROVAL_USED' : 'APPROVAL_INVALID')
  }

  /** The connection is left: its open approvals and running grants are void from now on. */
  cancelAll(connectionId: string): void {
    this.#epochs.set(connectionId, this.#epochOf(connectionId) + 1)
    if (this.#unaskedOn === connectionId) this.#unaskedOn = null
    this.#grantStore.cancel(connectionId)
  }

  #stateOf(grant: RunGrant): GrantState {
    const state = this.#grants.get(grant)
    if (state === undefined) throw new AppError('APPROVAL_INVALID')
    if (state.epoch !== this.#epochOf(grant.connectionId)) throw new AppError('CONNECTION_SWITCHED')
    if (this.#now() > grant.notAfter) throw new AppError('APPROVAL_EXPIRED')
    return state
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
      subject.runForMs ?? GRANT_LIFETIME_MS,
      subject.plan ?? null,
      subject.wait ?? null,
    ]),
  )
}
