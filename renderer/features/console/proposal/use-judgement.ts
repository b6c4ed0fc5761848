import { useEffect, useState } from 'react'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/show-error.tsx'
import { type DraftJudgement, type JudgedText, judgementOf } from './proposal-draft.ts'

/** Pause in typing after which main is asked. */
const JUDGE_AFTER_MS = 150

/** What main says of the text in the editor: judged while it is typed, never shown for another text. */
export function useJudgement(proposal: Proposal, command: string): DraftJudgement {
  const [latest, setLatest] = useState<JudgedText | null>(null)
  const judgement = judgementOf(proposal, command, latest)
  const isWanted = judgement === 'judging'
  const proposalId = proposal.id
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const timer = setTimeout(() => {
      request('console.judge', { proposalId, command }).then(
        (judged) => isCurrent && setLatest({ command, judgement: judged }),
        (error: unknown) => {
          if (!isCurrent) return
          setLatest({ command, judgement: null })
          showError(error)
        },
      )
    }, JUDGE_AFTER_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [isWanted, proposalId, command])
  return judgement
}
