import { AppError } from '../../../preload/contract/errors.ts'
import type { Proposal, Run } from '../../../preload/contract/models/commands/command.ts'
import type { RunChoice } from '../../../preload/contract/models/commands/rollout.ts'
import type { HeadlessClass } from '../../../preload/contract/models/safety/safety.ts'
import type { Approval, ApprovalService, ApprovalSubject, RunGrant } from '../../safety/approval/approval.ts'
import type { ApprovedEntry } from '../../safety/audit/audit-record.ts'
import type { Log } from '../../shared/log.ts'
import { nextTurn } from '../../shared/work/slices.ts'
import type { LiveCommand, StoredCommand, StoredRun } from '../models.ts'
import type { CommandLink } from '../ports.ts'
import type { OpenProposal, ProposalService } from '../proposals/proposal-service.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { UnaskedReads } from '../proposals/unasked-reads.ts'
import type { Rollouts } from '../rollout/rollouts.ts'
import type { Waits } from '../rollout/waits.ts'
import { COMMANDS_AT_ONCE } from '../runs/begun-run.ts'
import { DISPATCH_BATCH, type Dispatcher, isOpen } from '../runs/dispatcher.ts'
import type { LiveCommands } from '../runs/live-commands.ts'
import type { RunService } from '../runs/run-service.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { AT_ONCE, newRun, subjectOf } from './new-run.ts'

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
  readonly dispatcher: Dispatcher
  readonly rollouts: Rollouts
  readonly waits: Waits
  readonly link: CommandLink
  readonly settings: () => { readonly operatorName: string }
  readonly log: Log
}

interface PersistedRun {
  readonly commands: readonly LiveCommand[]
  /** Commands for the devices that are neither left out nor waited for. */
  readonly present: readonly LiveCommand[]
  /** Commands of the first batch that may be sent; none of a rollout, which sends its own. */
  readonly first: readonly LiveCommand[]
}

/**
 * Takes an open proposal to its published commands. Each line is a gate: where one throws, nothing was sent.
 *
 *     proposals.confirm      judges again, on the targets as they now are
 *     approvals.issue        records the decision, bound to a hash of everything that was shown
 *     approvals.redeem       uses it up; the grant may address each device once
 *     audit.appendApproved   writes the record and waits for the disk (fsync) ...
 *       withinTransaction      ... while grant, run, first batch (approvals.reserve) and decision are committed
 *       (of a long run the other commands follow in slices; its body lists them until then)
 *     (audit and database are on disk)
 *     dispatcher.send        per device: encode, readBack, approvals.claim, MQTT publish
 *       rollouts.begin         ... or, with a plan, wave by wave, each reserved and queued by itself
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
  approve(proposalId: string, confirmation: string | null, choice: RunChoice = AT_ONCE): Promise<Run> {
    return this.#start(proposalId, choice, (subject) => this.#deps.approvals.issue(subject, confirmation))
  }

  /** Starts the run of a proposal for a call without a window. Rejects with `APPROVAL_INVALID` above `highest`. */
  approveHeadless(proposalId: string, highest: HeadlessClass, choice: RunChoice = AT_ONCE): Promise<Run> {
    return this.#start(proposalId, choice, (subject) => this.#deps.approvals.issueHeadless(subject, highest))
  }

  /** Runs a new proposal that the switch for reads covers; where that fails, it stays open for review. */
  runUnasked(proposal: Proposal): void {
    if (!this.#deps.unasked.covers(proposal)) return
    const { approvals, log } = this.#deps
    const started = this.#start(proposal.id, AT_ONCE, (subject) =>
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

  async #start(proposalId: string, choice: RunChoice, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const open = this.#deps.proposals.find(proposalId)
    try {
      return await this.#run(open, choice, issue)
    } catch (error) {
      this.#deps.rejections.failed(open.proposal, error)
      throw error
    }
  }

  async #run(open: OpenProposal, choice: RunChoice, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const { approvals, link, proposals, rejections, settings, turns } = this.#deps
    const { proposal } = open
    const active = link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (active.connectionId !== proposal.connectionId) throw new AppError('CONNECTION_SWITCHED')
    if (!active.isConnected) throw new AppError('NOT_CONNECTED')
    proposals.confirm(proposal)
    const subject = subjectOf(proposal, settings().operatorName, choice)
    const approval = issue(subject)
    proposals.holdApproved(open)
    try {
      const grant = approvals.redeem(approval, subject)
      const { run, stored, approvedEntry } = newRun({ approval, grant, subject, open })
      const persisted = await this.#persist(grant, run, stored, approvedEntry)
      const leftOut = stored.filter(({ record }) => record.state === 'withheld')
      if (leftOut.length > 0) {
        rejections.withheld(
          run,
          leftOut.map(({ record }) => record.deviceId),
        )
      }
      this.#handOver(grant, run, persisted)
      turns.messages.flush()
      return { ...run, commands: persisted.commands.map((command) => command.stored.record) }
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
    const { approvals, audit, dispatcher, live, store, turns } = this.#deps
    const awaited = new Set(run.wait?.deviceIds)
    const withinTransaction = (): PersistedRun => {
      approvals.keep(grant)
      const commands = live.add(run, grant, stored)
      const present = commands.filter((command) => isOpen(command) && !awaited.has(command.stored.record.deviceId))
      const isSpread = run.rollout !== undefined
      const first = isSpread ? [] : dispatcher.queueOrGiveUp(grant, present.slice(0, DISPATCH_BATCH))
      store.addFirst(commands.map((command) => command.stored))
      turns.saveApproved(run.turnId)
      return { commands, present, first }
    }
    let persisted: PersistedRun | null = null
    let failure: unknown = null
    try {
      // It is used up by now; to make the commands of thousands of devices has taken long enough.
      if (stored.length > COMMANDS_AT_ONCE) await nextTurn()
      await audit.appendApproved(approvedEntry, () => {
        try {
          persisted = store.transaction(withinTransaction)
        } catch (error) {
          failure = error
        }
      })
      if (persisted === null) throw new AppError('DISK_FAILED', {}, { cause: failure })
      await this.#saveOthers(run, stored)
      return persisted
    } catch (error) {
      live.withdraw(run, persisted !== null)
      throw error
    }
  }

  /** Saves the commands that are not in that transaction, a few in a turn, before anything is sent. Rejects with `DISK_FAILED`. */
  async #saveOthers(run: StoredRun, stored: readonly StoredCommand[]): Promise<void> {
    try {
      for (const _ of this.#deps.store.addOthers(run, stored)) await nextTurn()
    } catch (error) {
      throw new AppError('DISK_FAILED', {}, { cause: error })
    }
  }

  #handOver(grant: RunGrant, run: StoredRun, { commands, present, first }: PersistedRun): void {
    const { rollouts, waits } = this.#deps
    if (run.wait !== undefined) waits.begin(grant, run, commands)
    if (run.rollout !== undefined) rollouts.begin(grant, run, present)
    else this.#track(this.#dispatchAll(grant, present, first))
  }

  async #dispatchAll(grant: RunGrant, commands: readonly LiveCommand[], first: readonly LiveCommand[]): Promise<void> {
    const { dispatcher, runs } = this.#deps
    // The operator may have cancelled what waited for the audit; no device knows of it yet.
    for (const command of first) if (command.isCancelAsked) runs.stopWaiting(command)
    const sending = [
      dispatcher.send(
        grant,
        first.filter(({ stored }) => stored.record.state === 'queued'),
      ),
    ]
    for (let from = DISPATCH_BATCH; from < commands.length; from += DISPATCH_BATCH) {
      await nextTurn()
      const batch = dispatcher.queueOrGiveUp(grant, commands.slice(from, from + DISPATCH_BATCH))
      sending.push(dispatcher.send(grant, batch))
    }
    await Promise.all(sending)
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#working.delete(tracked))
    this.#working.add(tracked)
  }
}
