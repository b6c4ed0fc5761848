import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { type DraftJudgement, judgementOf } from './proposal-draft.ts'

/** Pause in typing after which main is asked. */
const JUDGE_AFTER_MS = 150

/** Has main judge the text in the editor while it is typed; a verdict is never shown for another text. */
export function useJudgement(proposal: Proposal, command: string): DraftJudgement {
  const isWanted = judgementOf(proposal, command, null) === 'judging'
  const question = isWanted ? { proposalId: proposal.id, command } : null
  const { value, isFailed } = useRequest('console.judge', question, { delayMs: JUDGE_AFTER_MS })
  return judgementOf(proposal, command, value !== null || isFailed ? { command, judgement: value } : null)
}
