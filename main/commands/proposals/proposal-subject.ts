import type { Proposal } from '../../../preload/contract/models/command.ts'
import type { ApprovalSubject } from '../../safety/approval/approval.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import type { ProposalDraft, WrittenCommand } from './command-judge.ts'

/** A command as somebody wrote it, and the turn that it belongs to: where it goes, and whose mark it has. */
export function draftIn({ turn }: StoredTurn, written: WrittenCommand): ProposalDraft {
  const { id: turnId, connectionId, deviceIds, isFromDeviceOutput } = turn
  return { ...written, turnId, connectionId, deviceIds, isFromDeviceOutput }
}

/** All that an approval of a proposal is bound to. */
export function subjectOf(proposal: Proposal, operator: string): ApprovalSubject {
  const { id: proposalId, command, timeoutS, deviceIds, connectionId, classification } = proposal
  const { class: judged, tableVersion } = classification
  return { proposalId, command, timeoutS, deviceIds, connectionId, operator, class: judged, tableVersion }
}
