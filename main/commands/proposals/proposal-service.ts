import { AppError } from '../../../preload/contract/errors.ts'
import type { Proposal, Turn, TurnDecision } from '../../../preload/contract/models/command.ts'
import type { Log } from '../../shared/log.ts'
import { failureOf } from '../assistance/answer-stream.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import type { ProposalFactory, WrittenCommand } from './command-judge.ts'
import { draftIn } from './proposal-subject.ts'
import type { Rejections } from './rejections.ts'

interface ProposalDeskDeps {
  readonly proposals: ProposalFactory
  readonly turns: TurnBook
  readonly rejections: Rejections
  readonly log: Log
}

/** Which proposals may still be approved: at most one a turn, none from an earlier session. */
export class ProposalDesk {
  readonly #deps: ProposalDeskDeps
  /** Turn of each open proposal. */
  readonly #open = new Map<string, string>()

  constructor(deps: ProposalDeskDeps) {
    this.#deps = deps
  }

  /** Puts a proposal on the turn; the one before it is closed only when this one is made and kept. */
  propose(stored: StoredTurn, written: WrittenCommand): Turn {
    const proposal = this.#deps.proposals.make(draftIn(stored, written))
    const before = stored.turn.proposal
    const turn = this.#deps.turns.save({
      ...stored,
      turn: { ...stored.turn, isThinking: false, proposal },
      proposedCommand: stored.proposedCommand ?? proposal.command,
    })
    if (before !== null) this.#open.delete(before.id)
    this.#open.set(proposal.id, turn.id)
    this.#deps.rejections.barred(proposal)
    return turn
  }

  /** Throws `PROPOSAL_CLOSED` for one that was decided, replaced, or never made. */
  find(proposalId: string): { readonly stored: StoredTurn; readonly proposal: Proposal } {
    const turnId = this.#open.get(proposalId)
    const stored = turnId === undefined ? null : this.#deps.turns.find(turnId)
    const proposal = stored?.turn.proposal ?? null
    if (stored === null || proposal?.id !== proposalId) throw new AppError('PROPOSAL_CLOSED')
    return { stored, proposal }
  }

  /**
   * Takes a proposal for approved: from now on no second click finds it open. What it returns writes that down, as part
   * of a transaction of the caller's.
   */
  approve(stored: StoredTurn): () => void {
    if (stored.turn.proposal !== null) this.#open.delete(stored.turn.proposal.id)
    return this.#deps.turns.saveLater({ ...stored, turn: { ...stored.turn, isThinking: false, decision: 'approved' } })
  }

  decide(stored: StoredTurn, decision: Exclude<TurnDecision, 'approved'>): void {
    this.#deps.turns.save({ ...stored, turn: { ...stored.turn, isThinking: false, decision } })
    const { proposal } = stored.turn
    if (proposal === null) return
    this.#open.delete(proposal.id)
    if (decision === 'rejected') this.#deps.rejections.add(proposal, 'by-operator')
    else if (proposal.isSendable) this.#deps.rejections.add(proposal, 'expired')
  }

  /** Nothing was sent, so the operator may try again; not on a connection that was left meanwhile. */
  reopen(stored: StoredTurn, activeConnectionId: string | null): void {
    const { proposal, connectionId } = stored.turn
    const isActive = activeConnectionId === connectionId
    if (isActive && proposal !== null) this.#open.set(proposal.id, stored.turn.id)
    this.#deps.turns.takeBack(stored.turn.id)
    try {
      this.#deps.turns.save({ ...stored, turn: { ...stored.turn, decision: isActive ? 'open' : 'expired' } })
    } catch (error) {
      this.#deps.log.error('an opened proposal cannot be kept', error)
    }
  }

  expire(stored: StoredTurn): void {
    const failure = stored.turn.isThinking ? failureOf(new AppError('ASSISTANT_CANCELLED')) : stored.turn.failure
    this.decide({ ...stored, turn: { ...stored.turn, failure } }, 'expired')
  }
}
