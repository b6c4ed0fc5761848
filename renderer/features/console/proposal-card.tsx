import { Button, TextInput } from '@mantine/core'
import { IconPencil, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../preload/contract/models/command.ts'
import { ClassBadge } from '../../components/class-badge.tsx'
import { CommandEditor } from '../../components/command-editor.tsx'
import { useAppState } from '../../lib/app-state.tsx'
import { localized } from '../../lib/i18n/i18n.ts'
import { useAction } from '../../lib/use-action.ts'
import classes from './card.module.css'
import { ExplainButton } from './explain-button.tsx'
import { draftOf, isChanged, isReviewable, runBlock } from './proposal-draft.ts'
import { ProposalReasons, ProposalWarnings } from './proposal-notes.tsx'
import { ProposalSourceText } from './proposal-source.tsx'
import { ProposalTargets } from './proposal-targets.tsx'
import { TimeoutField } from './timeout-field.tsx'
import type { ConsoleActions } from './use-console-actions.ts'

interface ProposalCardProps {
  readonly proposal: Proposal
  readonly actions: ConsoleActions
  /** The operator just asked for it and does nothing else: the keyboard goes to the card. */
  readonly takesFocus: boolean
  /** Called when the operator has decided. */
  readonly onDecided: () => void
}

/** One exact command for review. Made anew for each proposal (by key), so that nothing typed outlives what it was for. */
export function ProposalCard({ proposal, actions, takesFocus, onDecided }: ProposalCardProps) {
  const { t, i18n } = useTranslation('console')
  const isConnected = useAppState((state) => state.connection.state === 'connected')
  const [draft, setDraft] = useState(() => draftOf(proposal))
  const [isEditing, setIsEditing] = useState(false)
  const [typed, setTyped] = useState('')
  const card = useRef<HTMLElement>(null)
  const rejectButton = useRef<HTMLButtonElement>(null)
  const blockId = useId()
  const whatId = useId()

  const needsTyping = proposal.confirmation !== null
  useEffect(() => {
    if (!takesFocus || isTypingElsewhere()) return
    const element = needsTyping ? rejectButton.current : card.current
    element?.focus({ preventScroll: true })
  }, [takesFocus, needsTyping])

  const run = useAction(async () => {
    await actions.approve(proposal, typed)
    onDecided()
  })
  const reject = useAction(async () => {
    await actions.reject(proposal)
    onDecided()
  })
  const revise = useAction((next: typeof draft) => actions.revise(proposal, next))

  const block = runBlock(proposal, draft, typed, isConnected)
  const isDirty = isChanged(draft, proposal)
  const review = (): void => {
    if (isDirty && isReviewable(draft)) revise.run(draft)
    else if (!isDirty) setIsEditing(false)
  }
  const discard = (): void => {
    setDraft(draftOf(proposal))
    setIsEditing(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isChord || event.repeat || event.defaultPrevented || needsTyping || block !== null) return
    event.preventDefault()
    run.run()
  }

  const confirmLabel = t(proposal.deviceIds.length > 1 ? 'proposal.confirmCount' : 'proposal.confirmId')
  return (
    <section
      ref={card}
      className={classes.card}
      data-class={proposal.classification.class}
      aria-label={t('proposal.label')}
      {...{ tabIndex: -1, onKeyDown }}
    >
      <header className={classes.head}>
        <ClassBadge value={proposal.classification.class} />
        <span className={classes.meaning}>{t(`class.${proposal.classification.class}.text`)}</span>
        <span className={classes.origin}>
          <ProposalSourceText proposal={proposal} />
        </span>
      </header>
      <ProposalReasons classification={proposal.classification} />
      <CommandEditor
        value={draft.command}
        label={t('proposal.command')}
        system={proposal.system}
        isReadOnly={!isEditing}
        onChange={(command) => setDraft((now) => ({ ...now, command }))}
        onSubmit={review}
        onCancel={discard}
      />
      {proposal.explanation && <p className={classes.explanation}>{localized(proposal.explanation, i18n.language)}</p>}
      <div className={classes.facts}>
        <ProposalTargets proposal={proposal} />
        <TimeoutField value={draft.timeoutS} onChange={(timeoutS) => setDraft((now) => ({ ...now, timeoutS }))} />
      </div>
      <ProposalWarnings
        proposal={proposal}
        timeoutS={draft.timeoutS}
        onReview={() => actions.revise(proposal, draft)}
      />
      {proposal.confirmation !== null && proposal.isSendable && (
        <TextInput
          size="xs"
          className={classes.confirm ?? ''}
          label={
            <>
              {confirmLabel} <code id={whatId}>{proposal.confirmation}</code>
            </>
          }
          aria-label={confirmLabel}
          aria-describedby={whatId}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <footer className={classes.foot}>
        {isDirty ? (
          <>
            <Button size="xs" disabled={!isReviewable(draft)} loading={revise.isRunning} onClick={review}>
              {t('proposal.review')}
            </Button>
            <Button size="xs" variant="default" onClick={discard}>
              {t('proposal.discard')}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="xs"
              color={needsTyping ? 'red' : 'harbor'}
              leftSection={<IconPlayerPlay size={14} aria-hidden />}
              disabled={block !== null}
              loading={run.isRunning}
              aria-describedby={blockId}
              onClick={() => run.run()}
            >
              {t('proposal.run')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={14} aria-hidden />}
              disabled={isEditing || run.isRunning}
              onClick={() => setIsEditing(true)}
            >
              {t('proposal.edit')}
            </Button>
            <ExplainButton turnId={proposal.turnId} size="xs" actions={actions} />
            <Button
              ref={rejectButton}
              size="xs"
              variant="default"
              leftSection={<IconX size={14} aria-hidden />}
              disabled={run.isRunning}
              loading={reject.isRunning}
              onClick={() => reject.run()}
            >
              {t('proposal.reject')}
            </Button>
          </>
        )}
        <span id={blockId} className={classes.hint}>
          {block === null && !needsTyping && t('proposal.runKey', { key: modifierKey() })}
          {block !== null && t(`block.${block}`)}
        </span>
      </footer>
    </section>
  )
}

function modifierKey(): string {
  return navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl+'
}

/** Somebody who already writes the next request keeps the keyboard. */
function isTypingElsewhere(): boolean {
  const active = document.activeElement
  return active instanceof HTMLTextAreaElement && active.value !== ''
}
