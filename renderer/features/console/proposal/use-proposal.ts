import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Proposal } from '../../../../preload/contract/models/commands/command.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { confirmationOf } from '../rollout/plan-draft.ts'
import { useRunChoice } from '../rollout/use-run-choice.ts'
import { useCommandTogether } from '../turn/commands-together.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { type DraftJudgement, draftOf, isChanged, isSameVerdict, judgementOf, runBlock } from './proposal-draft.ts'

/** Pause in typing after which main is asked. */
const JUDGE_AFTER_MS = 150

export interface ProposalInput {
  readonly proposal: Proposal
  readonly actions: ConsoleActions
  /** The operator just asked for it and does nothing else: the keyboard goes to the card. */
  readonly takesFocus: boolean
  /** Called when the operator has decided. */
  readonly onDecided: () => void
}

/** Edits, confirms, runs or rejects one proposal. */
export function useProposal({ proposal, actions, takesFocus, onDecided }: ProposalInput) {
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const [draft, setDraft] = useState(() => draftOf(proposal))
  const [isEditing, setIsEditing] = useState(false)
  const [typed, setTyped] = useState('')
  const { card, rejectButton } = useFocusOfCard(takesFocus, proposal.confirmation !== null)
  const judgement = useJudgement(proposal, draft.command)
  const judged = typeof judgement === 'string' ? null : judgement
  const choice = useRunChoice(proposal, (judged ?? proposal).classification.class, draft.timeoutS)
  const expected = confirmationOf(judged?.confirmation ?? null, choice.addressed)
  const confirmed = typeof judgement === 'string' ? judgement : { ...judgement, confirmation: expected }
  const block = runBlock(confirmed, draft, typed, isConnected) ?? (choice.problem && 'plan')
  const confirmation = judged?.isSendable ? expected : null

  const run = useAction(async () => {
    const exact = isChanged(draft, proposal) ? await actions.revise(proposal, draft) : proposal
    // Judged otherwise than what stood here: its own card says so, and asks.
    if (judged === null || !isSameVerdict(exact, judged)) return
    await actions.approve(exact, typed, choice.choice)
    onDecided()
    await choice.remember()
  })
  const reject = useAction(async () => {
    await actions.reject(proposal)
    onDecided()
  })

  useCommandTogether(proposal.id, { isReady: block === null, needsTyping: confirmation !== null, run: run.run })

  const write = (command: string): void => {
    setDraft((now) => ({ ...now, command }))
    setTyped('')
  }
  const discard = (): void => {
    setDraft(draftOf(proposal))
    setTyped('')
    setIsEditing(false)
  }
  /** The chord that runs a card only ends its editing: it runs nothing whose class may not have been read. */
  const endEditing = (): void => {
    setIsEditing(false)
    card.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isChord || event.repeat || event.defaultPrevented || confirmation !== null || block !== null) return
    event.preventDefault()
    run.run()
  }
  return {
    card,
    rejectButton,
    draft,
    isTextChanged: draft.command !== proposal.command,
    isEditing,
    typed,
    setTyped,
    judgement,
    judged,
    block,
    confirmation,
    choice,
    run,
    reject,
    review: async (): Promise<void> => void (await actions.revise(proposal, draft)),
    write,
    setTimeoutS: (timeoutS: number) => setDraft((now) => ({ ...now, timeoutS })),
    edit: () => setIsEditing(true),
    discard,
    endEditing,
    onKeyDown,
  }
}

/** Takes the keyboard to the card, or to Reject where the card asks for a confirmation. */
function useFocusOfCard(takesFocus: boolean, startsAtReject: boolean) {
  const card = useRef<HTMLElement>(null)
  const rejectButton = useRef<HTMLButtonElement>(null)

  // With the card, not after it, so that the shortcut which it names works from the moment it is seen.
  useLayoutEffect(() => {
    if (!takesFocus || isTypingElsewhere()) return
    const element = startsAtReject ? rejectButton.current : card.current
    element?.focus({ preventScroll: true })
  }, [takesFocus, startsAtReject])
  return { card, rejectButton }
}

/** Somebody who already writes the next request keeps the keyboard. */
function isTypingElsewhere(): boolean {
  const active = document.activeElement
  return active instanceof HTMLTextAreaElement && active.value !== ''
}

/** Has main judge the text in the editor while it is typed; a verdict is never shown for another text. */
function useJudgement(proposal: Proposal, command: string): DraftJudgement {
  const isWanted = judgementOf(proposal, command, null) === 'judging'
  const question = isWanted ? { proposalId: proposal.id, command } : null
  const { value, isFailed } = useRequest('console.judge', question, { delayMs: JUDGE_AFTER_MS })
  return judgementOf(proposal, command, value !== null || isFailed ? { command, judgement: value } : null)
}
