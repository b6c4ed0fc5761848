import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { CommandEditor } from '../../../components/editor/command-editor.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { TimeoutField } from '../composer/timeout-field.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './card.module.css'
import { ConfirmField } from './confirm-field.tsx'
import { OptionNotes } from './option-notes.tsx'
import { ProposalButtons } from './proposal-buttons.tsx'
import { draftOf, isChanged, isSameVerdict, runBlock, warningsOf } from './proposal-draft.ts'
import { ProposalHead } from './proposal-head.tsx'
import { ProposalWarnings } from './proposal-notes.tsx'
import { ProposalTargets } from './proposal-targets.tsx'
import { useJudgement } from './use-judgement.ts'

interface ProposalCardProps {
  readonly proposal: Proposal
  readonly actions: ConsoleActions
  /** The operator just asked for it and does nothing else: the keyboard goes to the card. */
  readonly takesFocus: boolean
  /** Called when the operator has decided. */
  readonly onDecided: () => void
  /** What the assistant said of exactly this text. */
  readonly notesOf: (command: string) => ReactNode
}

/** One exact command for review. Made anew for each proposal (by key), so that nothing typed outlives what it was for. */
export function ProposalCard({ proposal, actions, takesFocus, onDecided, notesOf }: ProposalCardProps) {
  const { t, i18n } = useTranslation('console')
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const [draft, setDraft] = useState(() => draftOf(proposal))
  const [isEditing, setIsEditing] = useState(false)
  const [typed, setTyped] = useState('')
  const card = useRef<HTMLElement>(null)
  const rejectButton = useRef<HTMLButtonElement>(null)

  const startsAtReject = proposal.confirmation !== null
  useEffect(() => {
    if (!takesFocus || isTypingElsewhere()) return
    const element = startsAtReject ? rejectButton.current : card.current
    element?.focus({ preventScroll: true })
  }, [takesFocus, startsAtReject])

  const judgement = useJudgement(proposal, draft.command)
  const judged = typeof judgement === 'string' ? null : judgement
  const isTextChanged = draft.command !== proposal.command
  const block = runBlock(judgement, draft, typed, isConnected)
  const confirmation = judged?.isSendable ? judged.confirmation : null

  const run = useAction(async () => {
    const exact = isChanged(draft, proposal) ? await actions.revise(proposal, draft) : proposal
    // Judged otherwise than what stood here: its own card says so, and asks.
    if (judged === null || !isSameVerdict(exact, judged)) return
    await actions.approve(exact, typed)
    onDecided()
  })
  const reject = useAction(async () => {
    await actions.reject(proposal)
    onDecided()
  })

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
  return (
    <>
      <section
        ref={card}
        className={classes.card}
        data-class={judged?.classification.class}
        aria-label={t('proposal.label')}
        {...{ tabIndex: -1, onKeyDown }}
      >
        <ProposalHead proposal={proposal} judgement={judgement} isTextChanged={isTextChanged} />
        <CommandEditor
          value={draft.command}
          label={t('proposal.command')}
          system={proposal.system}
          isReadOnly={!isEditing}
          onChange={write}
          onSubmit={endEditing}
          onCancel={discard}
        />
        {judged !== null && <OptionNotes options={judged.classification.options} />}
        {proposal.explanation && !isTextChanged && (
          <p className={classes.explanation}>{localized(proposal.explanation, i18n.language)}</p>
        )}
        <div className={classes.facts}>
          <ProposalTargets proposal={proposal} />
          <TimeoutField value={draft.timeoutS} onChange={(timeoutS) => setDraft((now) => ({ ...now, timeoutS }))} />
        </div>
        <ProposalWarnings
          proposal={proposal}
          warnings={warningsOf(proposal, judgement)}
          timeoutS={draft.timeoutS}
          onReview={async () => void (await actions.revise(proposal, draft))}
        />
        {confirmation !== null && (
          <ConfirmField
            expected={confirmation}
            isNumber={proposal.deviceIds.length > 1}
            value={typed}
            onChange={setTyped}
          />
        )}
        <ProposalButtons
          turnId={proposal.turnId}
          block={block}
          needsTyping={confirmation !== null}
          isEditing={isEditing}
          isDirty={isChanged(draft, proposal)}
          isTextChanged={isTextChanged}
          run={run}
          reject={reject}
          rejectRef={rejectButton}
          onEdit={() => setIsEditing(true)}
          onDiscard={discard}
          actions={actions}
        />
      </section>
      {notesOf(draft.command)}
    </>
  )
}

/** Somebody who already writes the next request keeps the keyboard. */
function isTypingElsewhere(): boolean {
  const active = document.activeElement
  return active instanceof HTMLTextAreaElement && active.value !== ''
}
