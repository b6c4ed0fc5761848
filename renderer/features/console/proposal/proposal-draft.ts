import type { TurnNote } from '../../../../preload/contract/models/assistant/assist.ts'
import type { Judgement, Proposal, ProposalWarning } from '../../../../preload/contract/models/commands/command.ts'
import { COMMAND_TIMEOUT_S } from '../../../../preload/contract/models/limits.ts'

export const { min: TIMEOUT_MIN_S, max: TIMEOUT_MAX_S, safe: TIMEOUT_SAFE_S } = COMMAND_TIMEOUT_S

/** Changes that the operator is making to a proposal. */
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

/** Main's answer about one text; null where it could not judge it. */
export interface JudgedText {
  readonly command: string
  readonly judgement: Judgement | null
}

/** Main's judgement of exactly the text shown, or that there is none yet, or none at all. */
export type DraftJudgement = Judgement | 'judging' | 'unjudged'

/** Finds the judgement of the text shown, never that of another text. */
export function judgementOf(proposal: Proposal, command: string, latest: JudgedText | null): DraftJudgement {
  if (command === proposal.command) return proposal
  if (command === '') return 'unjudged'
  if (latest?.command !== command) return 'judging'
  return latest.judgement ?? 'unjudged'
}

/** Tells whether what was shown of a text still holds for the proposal that main made of it. */
export function isSameVerdict(proposal: Judgement, shown: Judgement): boolean {
  return (
    proposal.classification.class === shown.classification.class &&
    proposal.classification.tableVersion === shown.classification.tableVersion &&
    proposal.confirmation === shown.confirmation &&
    proposal.isSendable === shown.isSendable
  )
}

/** Warnings that may stand beside the text shown: while it is not judged, only those about the devices. */
export function warningsOf(proposal: Proposal, judgement: DraftJudgement): readonly ProposalWarning[] {
  if (typeof judgement !== 'string') return judgement.warnings
  return proposal.warnings.filter((warning) => 'deviceId' in warning || 'deviceIds' in warning)
}

/** An explanation stands beside no other text than its own; of an earlier version it is not known. */
export function isExplanationOf({ kind, command }: Pick<TurnNote, 'kind' | 'command'>, shown: string): boolean {
  return kind === 'explanation' && (command === undefined || command === shown)
}

/** The operator typed exactly what is asked for; white space around it is forgiven, nothing else. */
export function isConfirmed({ confirmation }: Judgement, typed: string): boolean {
  return confirmation === null || typed.trim() === confirmation
}

export type RunBlock = 'invalid' | 'judging' | 'unjudged' | 'not-sendable' | 'disconnected' | 'unconfirmed' | 'plan'

/** Why the text shown cannot run now; null when it can. Main checks all of it again. */
export function runBlock(
  judgement: DraftJudgement,
  draft: ProposalDraft,
  typed: string,
  isConnected: boolean,
): RunBlock | null {
  if (!isReviewable(draft)) return 'invalid'
  if (typeof judgement === 'string') return judgement
  if (!judgement.isSendable) return 'not-sendable'
  if (!isConnected) return 'disconnected'
  return isConfirmed(judgement, typed) ? null : 'unconfirmed'
}
