import { randomUUID } from 'node:crypto'
import { AppError } from '../../../preload/contract/errors.ts'
import type { CommandRecord, Proposal, Run } from '../../../preload/contract/models/command.ts'
import type { HeadlessClass } from '../../../preload/contract/models/safety.ts'
import type { Approval, ApprovalService, ApprovalSubject, RunGrant } from '../../safety/approval/approval.ts'
import { type ApprovedEntry, sha256 } from '../../safety/audit/audit-record.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { LiveCommand, StoredCommand, StoredRun } from '../models.ts'
import type { CommandLink, SentSignature } from '../ports.ts'
import type { OpenProposal, ProposalService } from '../proposals/proposal-service.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { UnaskedReads } from '../proposals/unasked-reads.ts'
import type { LiveCommands } from '../runs/live-commands.ts'
import type { CommandPublisher } from '../runs/publisher.ts'
import type { RunService } from '../runs/run-service.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { TurnStore } from '../turns/turn-store.ts'

/** Commands handed over before other work of the process gets its turn. */
const DISPATCH_BATCH = 250

interface ApproveAndRunDeps {
  readonly approvals: ApprovalService
  readonly audit: { appendApproved(entry: ApprovedEntry, meanwhile: () => void): Promise<void> }
  readonly proposals: ProposalService
  readonly unasked: UnaskedReads
  readonly rejections: Rejections
  readonly turns: TurnStore
  readonly store: RunStore
  readonly live: LiveCommands
  readonly runs: RunService
  readonly publisher: CommandPublisher
  readonly link: CommandLink
  readonly settings: () => { readonly operatorName: string }
  readonly now: Clock
  readonly log: Log
}

interface PersistedRun {
  readonly commands: readonly LiveCommand[]
  /** Commands of the first batch that may be sent. */
  readonly first: readonly LiveCommand[]
}

/** Lets other work of the process have its turn. */
const yieldOnce = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Takes an open proposal to its published commands. Each line is a gate: where one throws, nothing was sent.
 *
 *     proposals.confirm      judges again, on the targets as they now are
 *     approvals.issue        records the decision, bound to a hash of everything that was shown
 *     approvals.redeem       uses it up; the grant may address each device once
 *     audit.appendApproved   writes the record and waits for the disk (fsync) ...
 *       withinTransaction      ... while grant, run, first batch (approvals.reserve) and decision are committed
 *     (audit and database are on disk)
 *     publisher.publish      per device: encode, readBack, approvals.claim, MQTT publish
 */
export class ApproveAndRun {
  readonly #deps: ApproveAndRunDeps
  readonly #working = new Set<Promise<void>>()

  constructor(deps: ApproveAndRunDeps) {
    this.#deps = deps
  }

  /**
   * Approves exactly the proposal that was sent for display, and starts its run. Where this rejects nothing was sent,
   * and the proposal stays open unless it was already decided.
   */
  approve(proposalId: string, confirmation: string | null): Promise<Run> {
    return this.#start(proposalId, (subject) => this.#deps.approvals.issue(subject, confirmation))
  }

  /** Starts the run of a proposal for a call without a window. Rejects with `APPROVAL_INVALID` above `highest`. */
  approveHeadless(proposalId: string, highest: HeadlessClass): Promise<Run> {
    return this.#start(proposalId, (subject) => this.#deps.approvals.issueHeadless(subject, highest))
  }

  /** Runs a new proposal that the switch for reads covers; where that fails, it stays open for review. */
  runUnasked(proposal: Proposal): void {
    if (!this.#deps.unasked.covers(proposal)) return
    const { approvals, log } = this.#deps
    const started = this.#start(proposal.id, (subject) =>
      approvals.issueUnasked(subject, proposal.isFromDeviceOutput),
    ).then(
      () => undefined,
      (error) => log.error('a read could not run unasked', error),
    )
    this.#track(started)
  }

  /** Resolves when nothing is being started or handed over any more. */
  async dispose(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working)
  }

  async #start(proposalId: string, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const open = this.#deps.proposals.find(proposalId)
    try {
      return await this.#run(open, issue)
    } catch (error) {
      this.#deps.rejections.failed(open.proposal, error)
      throw error
    }
  }

  async #run(open: OpenProposal, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const { approvals, link, proposals, settings, turns } = this.#deps
    const { proposal } = open
    const active = link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (active.connectionId !== proposal.connectionId) throw new AppError('CONNECTION_SWITCHED')
    if (!active.isConnected) throw new AppError('NOT_CONNECTED')
    proposals.confirm(proposal)
    const subject = subjectOf(proposal, settings().operatorName)
    const approval = issue(subject)
    proposals.holdApproved(open)
    try {
      const grant = approvals.redeem(approval, subject)
      const { run, stored, approvedEntry } = newRun({ approval, grant, subject, open })
      const { commands, first } = await this.#persist(grant, run, stored, approvedEntry)
      this.#track(this.#dispatchAll(grant, commands, first))
      turns.flush()
      return { ...run, commands: commands.map((command) => command.stored.record) }
    } catch (error) {
      proposals.reopen(open)
      throw error
    }
  }

  /**
   * Appends the approval to the audit and, while the disk is busy with that, commits all that comes of it as one
   * transaction. Throws `AUDIT_FAILED` or `DISK_FAILED`, and then the run is gone again.
   */
  async #persist(
    grant: RunGrant,
    run: StoredRun,
    stored: readonly StoredCommand[],
    approvedEntry: ApprovedEntry,
  ): Promise<PersistedRun> {
    const { approvals, audit, live, store, turns } = this.#deps
    const withinTransaction = (): PersistedRun => {
      approvals.keep(grant)
      const commands = live.add(run, grant, stored)
      const first = this.#queue(grant, commands, 0)
      turns.saveApproved(run.turnId)
      return { commands, first }
    }
    let persisted: PersistedRun | null = null
    let failure: unknown = null
    try {
      await audit.appendApproved(approvedEntry, () => {
        try {
          persisted = store.transaction(withinTransaction)
        } catch (error) {
          failure = error
        }
      })
      if (persisted === null) throw new AppError('DISK_FAILED', {}, { cause: failure })
      return persisted
    } catch (error) {
      live.withdraw(run, persisted !== null)
      throw error
    }
  }

  async #dispatchAll(grant: RunGrant, commands: readonly LiveCommand[], first: readonly LiveCommand[]): Promise<void> {
    // The operator may have cancelled what waited for the audit; no device knows of it yet.
    for (const command of first) if (command.isCancelAsked) this.#deps.runs.stopWaiting(command)
    const sending = first
      .filter(({ stored }) => stored.record.state === 'queued')
      .map((command) => this.#dispatch(grant, command))
    for (let from = DISPATCH_BATCH; from < commands.length; from += DISPATCH_BATCH) {
      await yieldOnce()
      for (const command of this.#queue(grant, commands, from)) sending.push(this.#dispatch(grant, command))
    }
    await Promise.all(sending)
  }

  /** Persists the batch from `from` before any of it is sent; where that fails returns none, and none will be sent. */
  #queue(grant: RunGrant, commands: readonly LiveCommand[], from: number): readonly LiveCommand[] {
    const { approvals, live, log, now } = this.#deps
    const batch = commands.slice(from, from + DISPATCH_BATCH).filter(({ stored }) => stored.record.state === 'approved')
    try {
      for (const command of batch) command.publishedAt = now()
      const deviceIds = batch.map(({ stored }) => stored.record.deviceId)
      live.queue(batch, () => approvals.reserve(grant, deviceIds))
      return batch
    } catch (error) {
      log.error('commands withheld', error)
      const isExpired = error instanceof AppError && error.code === 'APPROVAL_EXPIRED'
      for (const command of batch) live.apply(command, { kind: 'withheld', isExpired })
      return []
    }
  }

  async #dispatch(grant: RunGrant, command: LiveCommand): Promise<void> {
    const { live, log, publisher, runs } = this.#deps
    const { commandId, deviceId } = command.stored.record
    try {
      const { command: text, class: judged } = command.run
      const onSigned = (signed: SentSignature) => live.signed(command, signed)
      const published = publisher.publish(grant, { deviceId, commandId, command: text, class: judged, onSigned })
      runs.onPublishing(command)
      runs.onPublished(command, await published)
    } catch (error) {
      log.error('command withheld', error)
      runs.onPublishFailed(command, error)
    }
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#working.delete(tracked))
    this.#working.add(tracked)
  }
}

/** Lists everything that an approval of a proposal is bound to. */
function subjectOf(proposal: Proposal, operator: string): ApprovalSubject {
  const { id: proposalId, command, timeoutS, deviceIds, connectionId, classification } = proposal
  const { class: judged, tableVersion } = classification
  return { proposalId, command, timeoutS, deviceIds, connectionId, operator, class: judged, tableVersion }
}

interface Approved {
  readonly approval: Approval
  readonly grant: RunGrant
  readonly subject: ApprovalSubject
  readonly open: OpenProposal
}

/** Makes a run as it is before anything of it is sent, with a new command id for each device of the grant. */
function newRun({ approval, grant, subject, open: { stored, proposal } }: Approved) {
  const run: StoredRun = {
    id: grant.runId,
    turnId: proposal.turnId,
    connectionId: grant.connectionId,
    approvalId: grant.approvalId,
    command: subject.command,
    timeoutS: grant.timeoutS,
    class: approval.class,
    approvedBy: subject.operator,
    basis: approval.basis.kind,
    approvedAt: approval.approvedAt,
  }
  const commands = grant.deviceIds.map((deviceId, position) => newCommand(run, deviceId, position, grant))
  const approvedEntry: ApprovedEntry = {
    kind: 'approved',
    at: approval.approvedAt,
    operator: subject.operator,
    connectionId: run.connectionId,
    runId: run.id,
    approvalId: approval.id,
    basis: approval.basis,
    devices: commands.map(({ record: { deviceId, commandId } }) => ({ deviceId, commandId })),
    requestSha256: sha256(stored.turn.text),
    proposed: stored.proposedCommand ?? proposal.command,
    sent: subject.command,
    sha256: grant.sha256,
    timeoutS: grant.timeoutS,
    source: proposal.source,
    class: approval.class,
    rules: proposal.classification.rules,
    tableVersion: subject.tableVersion,
  }
  return { run, stored: commands, approvedEntry }
}

function newCommand(run: StoredRun, deviceId: string, position: number, grant: RunGrant): StoredCommand {
  const record: CommandRecord = {
    commandId: randomUUID(),
    runId: run.id,
    deviceId,
    state: 'approved',
    marks: [],
    sentAt: null,
    finishedAt: null,
    durationMs: null,
    stdout: '',
    stderr: '',
    exitCode: null,
    outputBytes: 0,
    shownBytes: 0,
    reason: null,
  }
  return { record, connectionId: run.connectionId, position, deviceCount: grant.deviceIds.length, resultSha256: null }
}
