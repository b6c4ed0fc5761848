import type { Proposal } from '../../../preload/contract/models/command.ts'

export const TIMEOUT_MIN_S = 1
export const TIMEOUT_MAX_S = 3600
/** Legacy executors lose the result of what runs longer (protocol.md 2.7). */
export const TIMEOUT_SAFE_S = 80

/** What the operator is changing about a proposal. */
export interface ProposalDraft {
  readonly command: string
  readonly timeoutS: number
}

export function draftOf(proposal: Proposal): ProposalDraft {
  return { command: proposal.command, timeoutS: proposal.timeoutS }
}

export function isChanged(draft: ProposalDraft, proposal: Proposal): boolean {
  return draft.command !== proposal.command || draft.timeoutS !== proposal.timeoutS
}

/** A draft that main can judge. */
export function isReviewable(draft: ProposalDraft): boolean {
  return (
    draft.command !== '' &&
    Number.isInteger(draft.timeoutS) &&
    draft.timeoutS >= TIMEOUT_MIN_S &&
    draft.timeoutS <= TIMEOUT_MAX_S
  )
}

/** The operator typed exactly what was asked for; white space around it is forgiven, nothing else. */
export function isConfirmed(proposal: Proposal, typed: string): boolean {
  return proposal.confirmation === null || typed.trim() === proposal.confirmation
}

export type RunBlock = 'not-sendable' | 'changed' | 'disconnected' | 'unconfirmed'

/** Why the proposal cannot run now; null when it can. Main checks all of it again. */
export function runBlock(
  proposal: Proposal,
  draft: ProposalDraft,
  typed: string,
  isConnected: boolean,
): RunBlock | null {
  if (!proposal.isSendable) return 'not-sendable'
  if (isChanged(draft, proposal)) return 'changed'
  if (!isConnected) return 'disconnected'
  return isConfirmed(proposal, typed) ? null : 'unconfirmed'
}
