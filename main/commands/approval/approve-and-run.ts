import { AppError } from '../../../preload/contract/errors.ts'
import type { Proposal, Run, Turn } from '../../../preload/contract/models/command.ts'
import type { Approval, ApprovalService, ApprovalSubject } from '../../safety/approval/approval.ts'
import type { Log } from '../../shared/log.ts'
import type { CommandLink } from '../ports.ts'
import type { ProposalFactory } from '../proposals/command-judge.ts'
import type { ProposalDesk } from '../proposals/proposal-service.ts'
import { subjectOf } from '../proposals/proposal-subject.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { UnaskedReads } from '../proposals/unasked-reads.ts'
import type { CommandService } from '../runs/run-service.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import type { TurnBook } from '../turns/turn-store.ts'

interface ApproveDeskDeps {
  readonly approvals: ApprovalService
  readonly commands: CommandService
  readonly proposals: ProposalFactory
  readonly desk: ProposalDesk
  readonly turns: TurnBook
  readonly unasked: UnaskedReads
  readonly rejections: Rejections
  readonly link: CommandLink
  readonly settings: () => { readonly operatorName: string }
  readonly log: Log
}

/** From an open proposal to its run: by the operator's approval, or unasked where the switch for reads covers it. */
export class ApproveDesk {
  readonly #deps: ApproveDeskDeps
  readonly #starting = new Set<Promise<void>>()

  constructor(deps: ApproveDeskDeps) {
    this.#deps = deps
  }

  /**
   * Approves exactly the proposal that was sent for display, and starts its run. Where this rejects nothing was sent;
   * the proposal stays open unless it was already decided.
   */
  approve(proposalId: string, confirmation: string | null): Promise<Run> {
    return this.#start(proposalId, (subject) => this.#deps.approvals.issue(subject, confirmation))
  }

  /** Runs a new proposal that needs no question; where that fails, it stays open for review. */
  runUnasked(turn: Turn): Turn {
    const { proposal } = turn
    if (proposal === null || !this.#deps.unasked.covers(proposal)) return turn
    const started = this.#start(proposal.id, (subject) =>
      this.#deps.approvals.issueUnasked(subject, turn.isFromDeviceOutput),
    ).then(
      () => undefined,
      (error) => this.#deps.log.error('a read could not run unasked', error),
    )
    const tracked = started.finally(() => this.#starting.delete(tracked))
    this.#starting.add(tracked)
    const stored = this.#deps.turns.find(turn.id)
    return stored === null ? turn : this.#deps.turns.view(stored)
  }

  /** Resolves when nothing is being started any more. */
  async dispose(): Promise<void> {
    await Promise.all(this.#starting)
  }

  async #start(proposalId: string, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const { stored, proposal } = this.#deps.desk.find(proposalId)
    try {
      return await this.#run(stored, proposal, issue)
    } catch (error) {
      this.#deps.rejections.failed(proposal, error)
      throw error
    }
  }

  async #run(stored: StoredTurn, proposal: Proposal, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const active = this.#deps.link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (active.connectionId !== proposal.connectionId) throw new AppError('CONNECTION_SWITCHED')
    if (!active.isConnected) throw new AppError('NOT_CONNECTED')
    this.#deps.proposals.confirm(proposal)
    const subject = subjectOf(proposal, this.#deps.settings().operatorName)
    const approval = issue(subject)
    const writeDecision = this.#deps.desk.approve(stored)
    const proposedCommand = stored.proposedCommand ?? proposal.command
    const context = { proposal, requestText: stored.turn.text, proposedCommand }
    try {
      return await this.#deps.commands.run(approval, subject, context, writeDecision)
    } catch (error) {
      this.#deps.desk.reopen(stored, this.#deps.link.active()?.connectionId ?? null)
      throw error
    }
  }
}
