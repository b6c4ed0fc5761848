import type { Proposal } from '../../preload/contract/models/command.ts'
import type { ApprovalSubject } from '../safety/approval.ts'
import type { StoredTurn } from './history.ts'
import type { ProposalDraft } from './proposals.ts'

/** Where a turn's proposals belong. */
export function placeOf({ turn }: StoredTurn): Pick<ProposalDraft, 'turnId' | 'connectionId' | 'deviceIds'> {
  return { turnId: turn.id, connectionId: turn.connectionId, deviceIds: turn.deviceIds }
}

/** All that an approval of a proposal is bound to. */
export function subjectOf(proposal: Proposal, operator: string): ApprovalSubject {
  const { id: proposalId, command, timeoutS, deviceIds, connectionId, classification } = proposal
  const { class: judged, tableVersion } = classification
  return { proposalId, command, timeoutS, deviceIds, connectionId, operator, class: judged, tableVersion }
}
