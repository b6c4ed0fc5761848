import { Button } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { useAction } from '../../../lib/use-action.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './card.module.css'
import { ExplainButton } from './explain-button.tsx'
import type { RunBlock } from './proposal-draft.ts'

type Act = ReturnType<typeof useAction<[]>>

interface ProposalButtonsProps {
  readonly turnId: string
  /** Why it cannot run now; null when it can. */
  readonly block: RunBlock | null
  readonly needsTyping: boolean
  readonly isEditing: boolean
  /** Text or timeout are not the proposal's. */
  readonly isDirty: boolean
  readonly isTextChanged: boolean
  readonly run: Act
  readonly reject: Act
  readonly rejectRef: RefObject<HTMLButtonElement | null>
  readonly onEdit: () => void
  readonly onDiscard: () => void
  readonly actions: ConsoleActions
}

/** Offers what the operator can do with a proposal, and says what keeps it from running. */
export function ProposalButtons(props: ProposalButtonsProps) {
  const { block, needsTyping, run, reject } = props
  const { t } = useTranslation('console')
  const blockId = useId()
  return (
    <footer className={classes.foot}>
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
      {!props.isEditing && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          disabled={run.isRunning}
          onClick={props.onEdit}
        >
          {t('proposal.edit')}
        </Button>
      )}
      {(props.isEditing || props.isDirty) && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          disabled={run.isRunning}
          onClick={props.onDiscard}
        >
          {t('proposal.discard')}
        </Button>
      )}
      {!props.isTextChanged && <ExplainButton turnId={props.turnId} size="xs" actions={props.actions} />}
      <Button
        ref={props.rejectRef}
        size="xs"
        variant="default"
        leftSection={<IconX size={14} aria-hidden />}
        disabled={run.isRunning}
        loading={reject.isRunning}
        onClick={() => reject.run()}
      >
        {t('proposal.reject')}
      </Button>
      <span id={blockId} className={classes.hint}>
        {block === null && !needsTyping && !props.isEditing && t('proposal.runKey', { key: modifierKey() })}
        {block !== null && t(`block.${block}`)}
      </span>
    </footer>
  )
}

function modifierKey(): string {
  return navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl+'
}
