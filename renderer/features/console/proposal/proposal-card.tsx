import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OptionNote } from '../../../../preload/contract/models/safety/safety.ts'
import { LateCommandEditor } from '../../../components/editor/late-command-editor.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { TimeoutField } from '../composer/timeout-field.tsx'
import { AbsentFields } from '../rollout/absent-fields.tsx'
import { PlanFields } from '../rollout/plan-fields.tsx'
import classes from './card.module.css'
import { ConfirmField } from './confirm-field.tsx'
import { ProposalButtons } from './proposal-buttons.tsx'
import places from './proposal-card.module.css'
import { isChanged, warningsOf } from './proposal-draft.ts'
import { ProposalHead } from './proposal-head.tsx'
import { ProposalWarnings } from './proposal-notes.tsx'
import { ProposalTargets } from './proposal-targets.tsx'
import { regionName } from './region-name.ts'
import { type ProposalInput, useProposal } from './use-proposal.ts'

interface ProposalCardProps extends ProposalInput {
  /** The assistant's notes on exactly this text. */
  readonly notesOf: (command: string) => ReactNode
}

/** One exact command for review. Made anew for each proposal (by key), so that nothing typed outlives what it was for. */
export function ProposalCard(props: ProposalCardProps) {
  const { proposal, actions, notesOf } = props
  const { t, i18n } = useTranslation('console')
  const state = useProposal(props)
  const { draft, judgement, judged, confirmation, isTextChanged } = state
  return (
    <>
      <section
        ref={state.card}
        className={classes.card}
        data-class={judged?.classification.class}
        aria-label={regionName(t('proposal.label'), proposal.command)}
        {...{ tabIndex: -1, onKeyDown: state.onKeyDown }}
      >
        <ProposalHead proposal={proposal} judgement={judgement} isTextChanged={isTextChanged} />
        <div className={places.command}>
          <LateCommandEditor
            value={draft.command}
            label={t('proposal.command')}
            system={proposal.system}
            isReadOnly={!state.isEditing}
            onChange={state.write}
            onWish={state.edit}
            onSubmit={state.endEditing}
            onCancel={state.discard}
          />
        </div>
        {judged !== null && <OptionNotes options={judged.classification.options} />}
        {proposal.explanation && !isTextChanged && (
          <p className={classes.explanation}>{localized(proposal.explanation, i18n.language)}</p>
        )}
        <div className={classes.facts}>
          <ProposalTargets proposal={proposal} absent={state.choice.absent} />
          <TimeoutField value={draft.timeoutS} onChange={state.setTimeoutS} />
        </div>
        <PlanFields state={state.choice} timeoutS={draft.timeoutS} />
        <AbsentFields connectionId={proposal.connectionId} state={state.choice} />
        <ProposalWarnings
          proposal={proposal}
          warnings={warningsOf(proposal, judgement).filter(({ kind }) => kind !== 'device-away')}
          timeoutS={draft.timeoutS}
          onReview={state.review}
        />
        {confirmation !== null && (
          <ConfirmField
            expected={confirmation}
            isNumber={state.choice.addressed.length > 1}
            value={state.typed}
            onChange={state.setTyped}
          />
        )}
        <ProposalButtons
          turnId={proposal.turnId}
          block={state.block}
          needsTyping={confirmation !== null}
          isEditing={state.isEditing}
          isDirty={isChanged(draft, proposal)}
          isTextChanged={isTextChanged}
          run={state.run}
          reject={state.reject}
          rejectRef={state.rejectButton}
          onEdit={state.edit}
          onDiscard={state.discard}
          actions={actions}
        />
      </section>
      {notesOf(draft.command)}
    </>
  )
}

/** Says what each option of the command does, as far as the list of its program says. */
export function OptionNotes({ options }: { readonly options: readonly OptionNote[] }) {
  const { t, i18n } = useTranslation('console')
  if (options.length === 0) return null
  return (
    <ul className={classes.options} aria-label={t('proposal.options')}>
      {options.map(({ word, does }) => (
        <li key={word}>
          <code>{word}</code> {localized(does, i18n.language)}
        </li>
      ))}
    </ul>
  )
}
