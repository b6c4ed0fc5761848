import { AppError, type ErrorCode } from '../../../preload/contract/errors.ts'
import type { Proposal } from '../../../preload/contract/models/commands/command.ts'
import { type RejectedEntry, type RejectionReason, type SwitchEntry, sha256 } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { StoredRun } from '../models.ts'
import type { Sanitise } from '../ports.ts'

interface RejectionsDeps {
  readonly audit: { append(entry: RejectedEntry | SwitchEntry): void }
  readonly settings: () => { readonly operatorName: string }
  /** Refused text may hold characters that hide or reorder text wherever it is shown. */
  readonly sanitise: Sanitise
  readonly now: Clock
}

/** Failures of an approval that end in a command not sent; the others are the connection's or the disk's. */
const REASONS: ReadonlyMap<ErrorCode, RejectionReason> = new Map([
  ['COMMAND_REFUSED', 'refused'],
  ['COMMAND_FORBIDDEN', 'forbidden'],
  ['COMMAND_ENDLESS', 'endless'],
  ['APPROVAL_INVALID', 'judged-anew'],
  ['APPROVAL_EXPIRED', 'approval-expired'],
])

/** Writes to the audit what was not sent, what was cancelled, and what may run unasked. Nothing waits for it. */
export class Rejections {
  readonly #deps: RejectionsDeps

  constructor(deps: RejectionsDeps) {
    this.#deps = deps
  }

  /** Records a new proposal that may not be sent; nothing of one that may. */
  barred(proposal: Proposal): void {
    const { class: judged, endless } = proposal.classification
    if (judged === 'forbidden' || judged === 'refused') this.add(proposal, judged)
    else if (endless) this.add(proposal, 'endless')
  }

  add(proposal: Proposal, reason: RejectionReason): void {
    const { connectionId, turnId, deviceIds, command, source, classification } = proposal
    this.#deps.audit.append({
      ...this.#entry(command, reason),
      connectionId,
      turnId,
      runId: null,
      deviceIds,
      source,
      class: classification.class,
      rules: classification.rules,
    })
  }

  /** Records an approval that failed because of its command. */
  failed(proposal: Proposal, error: unknown): void {
    const reason = error instanceof AppError ? REASONS.get(error.code) : undefined
    if (reason !== undefined) this.add(proposal, reason)
  }

  /** Records that the operator no longer waits for one device; the run itself is in the audit already. */
  calledOff(run: StoredRun, deviceId: string): void {
    this.#ofRun(run, 'called-off', [deviceId])
  }

  /** Records devices of an approved run that it did not address; the cause stands with the outcome of each. */
  withheld(run: StoredRun, deviceIds: readonly string[]): void {
    this.#ofRun(run, 'withheld', deviceIds)
  }

  /** Records a change of the switch that lets reads run unasked. */
  switched(connectionId: string, isOn: boolean, cause: SwitchEntry['cause']): void {
    const { now, settings } = this.#deps
    const operator = settings().operatorName
    this.#deps.audit.append({ kind: 'switch', at: now(), operator, connectionId, name: 'unasked-reads', isOn, cause })
  }

  #ofRun(
    { id, connectionId, turnId, command }: StoredRun,
    reason: RejectionReason,
    deviceIds: readonly string[],
  ): void {
    this.#deps.audit.append({
      ...this.#entry(command, reason),
      connectionId,
      turnId,
      runId: id,
      deviceIds,
      source: null,
      class: null,
      rules: [],
    })
  }

  #entry(command: string, reason: RejectionReason) {
    const operator = this.#deps.settings().operatorName
    const at = this.#deps.now()
    const proposed = this.#deps.sanitise(command).text
    return { kind: 'rejected', at, operator, proposed, sha256: sha256(command), reason } as const
  }
}
