import { AppError } from '../../../preload/contract/errors.ts'
import type { Judgement, Proposal, TurnDecision } from '../../../preload/contract/models/commands/command.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { Log } from '../../shared/log.ts'
import { failureOf, type StoredTurn, type WrittenCommand } from '../models.ts'
import type { CommandLink, DeviceDirectory, TargetDevice } from '../ports.ts'
import { targetsBySystem } from '../turns/targets.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { type CommandJudge, isAway } from './command-judge.ts'
import type { Rejections } from './rejections.ts'

interface ProposalServiceDeps {
  readonly judge: CommandJudge
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly turns: TurnStore
  readonly rejections: Rejections
  readonly link: CommandLink
  readonly settings: () => { readonly defaultTimeoutS: number }
  readonly newId: () => string
  readonly log: Log
}

export interface OpenProposal {
  readonly stored: StoredTurn
  readonly proposal: Proposal
}

/** Makes reviewable proposals and holds those that may still be approved: one a turn at most, none of an earlier session. */
export class ProposalService {
  readonly #deps: ProposalServiceDeps
  /** Turn of each open proposal. */
  readonly #open = new Map<string, string>()

  constructor(deps: ProposalServiceDeps) {
    this.#deps = deps
  }

  /**
   * Judges a command for the devices of a turn, which `propose` then puts there. Pass `resolved` if the targets were
   * resolved just now. Throws `NOT_FOUND` and whatever the classifier throws.
   */
  draft({ turn }: StoredTurn, written: WrittenCommand, resolved?: readonly TargetDevice[]): Proposal {
    const { id: turnId, connectionId, isFromDeviceOutput } = turn
    const targets = resolved ?? this.#targetsOf(connectionId, turn.deviceIds)
    const [first] = targets
    if (first === undefined) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const deviceIds = targets.map(({ deviceId }) => deviceId)
    const [system = first.system, ...otherSystems] = new Set(targets.map((target) => target.system))
    const of = {
      ...written,
      turnId,
      connectionId,
      deviceIds,
      isFromDeviceOutput,
      system,
      ...(otherSystems.length > 0 ? { otherSystems, devicesBySystem: countSystems(targets) } : {}),
    }
    const judgement = this.#deps.judge.judge(of, targets)
    return { ...of, id: this.#deps.newId(), ...judgement }
  }

  /** Puts a proposal on its turn; the one before it is closed only when this one is saved. Throws `DISK_FAILED`. */
  propose(stored: StoredTurn, proposal: Proposal): void {
    const before = stored.turn.proposal
    this.#deps.turns.save({
      ...stored,
      turn: { ...stored.turn, isThinking: false, proposal },
      proposedCommand: stored.proposedCommand ?? proposal.command,
    })
    if (before !== null) this.#open.delete(before.id)
    this.#open.set(proposal.id, proposal.turnId)
    this.#deps.rejections.barred(proposal)
  }

  /** Proposes one of the offered commands; another one may be chosen until one was approved. */
  choose(turnId: string, index: number): void {
    const stored = this.#deps.turns.get(turnId)
    const { answer, decision, connectionId } = stored.turn
    if (answer?.kind !== 'choose') throw new AppError('NOT_FOUND', { turnId })
    if (decision !== 'open') throw new AppError('PROPOSAL_CLOSED')
    const active = this.#deps.link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (active.connectionId !== connectionId) throw new AppError('CONNECTION_SWITCHED')
    const option = answer.options[index]
    if (option === undefined) throw new AppError('NOT_FOUND', { index })
    const explanation = stored.optionExplanations[index] ?? null
    const timeoutS = this.#deps.settings().defaultTimeoutS
    const { source } = answer
    this.propose(
      stored,
      this.draft(stored, { command: option.command, explanation, timeoutS, source, isEdited: false }),
    )
  }

  /** Lists the devices of an open proposal that are away now. Throws `PROPOSAL_CLOSED`. */
  absent(proposalId: string): readonly string[] {
    const { connectionId, deviceIds } = this.find(proposalId).proposal
    return deviceIds.filter((deviceId) => isAway(this.#deps.devices.target(connectionId, deviceId)))
  }

  /** Judges an edit that is still being typed; the proposal stays as it is. Throws `PROPOSAL_CLOSED`. */
  judge(proposalId: string, command: string): Judgement {
    const { proposal } = this.find(proposalId)
    const targets = this.#targetsOf(proposal.connectionId, proposal.deviceIds)
    return this.#deps.judge.judge({ ...proposal, command }, targets)
  }

  /** Replaces a proposal by an edited one; the one before can no longer be approved. Throws `PROPOSAL_CLOSED`. */
  revise(proposalId: string, command: string, timeoutS: number): Proposal {
    const { stored, proposal } = this.find(proposalId)
    const { source } = proposal
    const isSameCommand = command === proposal.command
    // The explanation is of the text before.
    const explanation = isSameCommand ? proposal.explanation : null
    const isEdited = proposal.isEdited || !isSameCommand
    const revised = this.draft(stored, { command, explanation, timeoutS, source, isEdited })
    this.propose(stored, revised)
    return revised
  }

  /** Rejects an open proposal and returns its turn's id. Throws `PROPOSAL_CLOSED`. */
  reject(proposalId: string): string {
    const { stored } = this.find(proposalId)
    this.#decide(stored, 'rejected')
    return stored.turn.id
  }

  /** Finds an open proposal. Throws `PROPOSAL_CLOSED` for one that was decided, replaced, or never made. */
  find(proposalId: string): OpenProposal {
    const turnId = this.#open.get(proposalId)
    const stored = turnId === undefined ? null : this.#deps.turns.find(turnId)
    const proposal = stored?.turn.proposal ?? null
    if (stored === null || proposal?.id !== proposalId) throw new AppError('PROPOSAL_CLOSED')
    return { stored, proposal }
  }

  /**
   * Judges an open proposal again on its targets as they now are, right before its approval. Throws `COMMAND_…` if it
   * may not be sent, `APPROVAL_INVALID` if anything is no longer what was shown.
   */
  confirm(proposal: Proposal): void {
    const targets = this.#targetsOf(proposal.connectionId, proposal.deviceIds)
    this.#deps.judge.confirm(proposal, targets)
  }

  /** Judges the approved proposal of a turn again for some of its devices. Throws `NOT_FOUND` or `APPROVAL_INVALID`. */
  confirmPart(turnId: string, deviceIds: readonly string[]): void {
    const { proposal, decision } = this.#deps.turns.get(turnId).turn
    if (proposal === null || decision !== 'approved') throw new AppError('APPROVAL_INVALID')
    this.#deps.judge.confirmPart(proposal, this.#targetsOf(proposal.connectionId, deviceIds))
  }

  /** Marks a proposal approved in memory: from now on no second click finds it open. */
  holdApproved({ stored, proposal }: OpenProposal): void {
    this.#open.delete(proposal.id)
    this.#deps.turns.holdApproved({ ...stored, turn: { ...stored.turn, isThinking: false, decision: 'approved' } })
  }

  /** Opens a proposal again of which nothing was sent; on a connection that was left meanwhile it expires. */
  reopen({ stored, proposal }: OpenProposal): void {
    const { id: turnId, connectionId } = stored.turn
    const isActive = this.#deps.link.active()?.connectionId === connectionId
    if (isActive) this.#open.set(proposal.id, turnId)
    this.#deps.turns.discardApproved(turnId)
    try {
      this.#deps.turns.save({ ...stored, turn: { ...stored.turn, decision: isActive ? 'open' : 'expired' } })
    } catch (error) {
      this.#deps.log.error('a reopened proposal cannot be saved', error)
    }
  }

  /** Ends a turn that waits for a decision or, in an earlier session, for the assistant. */
  expire(stored: StoredTurn): void {
    const failure = stored.turn.isThinking ? failureOf(new AppError('ASSISTANT_CANCELLED')) : stored.turn.failure
    this.#decide({ ...stored, turn: { ...stored.turn, failure } }, 'expired')
  }

  #targetsOf(connectionId: string, deviceIds: readonly string[]): readonly TargetDevice[] {
    return targetsBySystem(this.#deps.devices, connectionId, deviceIds).flat()
  }

  #decide(stored: StoredTurn, decision: Exclude<TurnDecision, 'approved'>): void {
    this.#deps.turns.save({ ...stored, turn: { ...stored.turn, isThinking: false, decision } })
    const { proposal } = stored.turn
    if (proposal === null) return
    this.#open.delete(proposal.id)
    if (decision === 'rejected') this.#deps.rejections.add(proposal, 'by-operator')
    else if (proposal.isSendable) this.#deps.rejections.add(proposal, 'expired')
  }
}

function countSystems(targets: readonly TargetDevice[]): Partial<Record<DeviceSystem, number>> {
  const counts: Partial<Record<DeviceSystem, number>> = {}
  for (const { system } of targets) counts[system] = (counts[system] ?? 0) + 1
  return counts
}
