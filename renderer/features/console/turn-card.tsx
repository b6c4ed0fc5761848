import { IconMessage, IconTerminal2 } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../preload/contract/models/command.ts'
import { clockWords } from '../../components/time-words.ts'
import { AnswerBlock } from './answer-block.tsx'
import { DecidedProposal } from './decided-proposal.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { RunCard } from './run-card.tsx'
import { TargetTags } from './target-tags.tsx'
import { ThinkingBlock } from './thinking-block.tsx'
import classes from './turn-card.module.css'
import { TurnFailure } from './turn-failure.tsx'
import type { ConsoleActions } from './use-console-actions.ts'

interface TurnCardProps {
  readonly turn: Turn
  /** What has arrived of the answer so far. */
  readonly streamed: string
  readonly actions: ConsoleActions
  readonly takesFocus: boolean
  readonly onDecided: () => void
}

/** One exchange: what was asked for, what was proposed, what came of it. */
export const TurnCard = memo(function TurnCard({ turn, streamed, actions, takesFocus, onDecided }: TurnCardProps) {
  const { i18n } = useTranslation('console')
  const { proposal, decision } = turn
  const Icon = turn.mode === 'ask' ? IconMessage : IconTerminal2
  return (
    <article className={classes.turn}>
      <header className={classes.request}>
        <Icon size={16} aria-hidden className={classes.icon ?? ''} />
        <p className={classes.text} data-mode={turn.mode}>
          {turn.text}
        </p>
        <TargetTags deviceIds={turn.deviceIds} />
        <time className={classes.time} dateTime={new Date(turn.createdAt).toISOString()}>
          {clockWords(turn.createdAt, turn.createdAt, i18n.language)}
        </time>
      </header>
      <div className={classes.body}>
        {turn.isThinking && <ThinkingBlock turnId={turn.id} text={streamed} actions={actions} />}
        {turn.answer && (turn.answer.kind !== 'choose' || decision === 'open') && (
          <AnswerBlock turnId={turn.id} answer={turn.answer} actions={actions} />
        )}
        {proposal && decision === 'open' && (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            actions={actions}
            takesFocus={takesFocus}
            onDecided={onDecided}
          />
        )}
        {proposal && decision !== 'open' && (
          <DecidedProposal
            proposal={proposal}
            request={turn.text}
            decision={decision}
            run={turn.run}
            actions={actions}
          />
        )}
        {turn.run && <RunCard run={turn.run} actions={actions} />}
        {turn.failure && <TurnFailure turn={turn} failure={turn.failure} actions={actions} />}
      </div>
    </article>
  )
})
