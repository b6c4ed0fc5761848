import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TurnNote } from '../../../../preload/contract/models/assistant/assist.ts'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { TargetTags } from '../composer/target-tags.tsx'
import { DecidedProposal } from '../proposal/decided-proposal.tsx'
import { ProposalCard } from '../proposal/proposal-card.tsx'
import { isExplanationOf } from '../proposal/proposal-draft.ts'
import { RunAssist } from '../run/run-assist.tsx'
import { RunCard } from '../run/run-card.tsx'
import { hasActive } from '../run/run-state.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import { AnswerBlock } from './answer-block.tsx'
import assistClasses from './assist/assist.module.css'
import { NoteBlock } from './assist/note-block.tsx'
import { StepLine } from './assist/step-line.tsx'
import { ThinkingBlock } from './assist/thinking-block.tsx'
import { UsageLine } from './assist/usage-line.tsx'
import classes from './turn-card.module.css'
import { TurnFailure } from './turn-failure.tsx'
import { TurnRequest } from './turn-request.tsx'
import type { StreamedAnswer } from './turns-state.ts'

/** Place of a turn below its question, which gives text and time: it shows its answers, or the question does for all. */
export type TurnPart = 'alone' | 'answered-below'

interface TurnCardProps {
  readonly turn: Turn
  /** Part of the answer that has arrived so far. */
  readonly streamed: StreamedAnswer | undefined
  readonly actions: ConsoleActions
  readonly takesFocus: boolean
  readonly onDecided: (turn: Turn) => void
  readonly part?: TurnPart
}

/** One exchange: what was asked for, what was proposed, what came of it. */
export const TurnCard = memo(function TurnCard(props: TurnCardProps) {
  const { turn, streamed, actions, takesFocus, onDecided, part } = props
  const { t } = useTranslation('console')
  const { assist } = turn
  const { proposal, decision } = turn
  const notes = assist?.notes ?? []
  const noteOf = (note: TurnNote) => <NoteBlock key={note.id} turn={turn} note={note} actions={actions} />
  const explanationsOf = (command: string) => notes.filter((note) => isExplanationOf(note, command)).map(noteOf)
  const isPart = part !== undefined
  const Frame = isPart ? 'section' : 'article'
  return (
    <Frame className={isPart ? classes.part : classes.turn} {...(isPart ? { 'aria-label': t('question.part') } : {})}>
      {isPart ? (
        <TargetTags connectionId={turn.connectionId} deviceIds={turn.deviceIds} />
      ) : (
        <TurnRequest turn={turn} deviceIds={turn.deviceIds} />
      )}
      <div className={classes.body}>
        {assist?.step && <StepLine turnId={turn.id} step={assist.step} isCurrent={isWaiting(turn)} actions={actions} />}
        {assist?.fixOf !== undefined && <div className={assistClasses.step}>{t('assist:fix.tag')}</div>}
        {turn.isThinking && <ThinkingBlock turnId={turn.id} streamed={streamed} actions={actions} />}
        {turn.answer && (turn.answer.kind !== 'choose' || decision === 'open') && (
          <AnswerBlock turn={turn} answer={turn.answer} actions={actions} />
        )}
        {proposal && decision === 'open' && (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            actions={actions}
            takesFocus={takesFocus}
            onDecided={() => onDecided(turn)}
            notesOf={explanationsOf}
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
        {assist?.usage && !turn.failure && <UsageLine turnId={turn.id} usage={assist.usage} />}
        {proposal && decision !== 'open' && explanationsOf(turn.run?.command ?? proposal.command)}
        {turn.run && <RunCard run={turn.run} isAnsweredBelow={part === 'answered-below'} actions={actions} />}
        {turn.run && <RunAssist turn={turn} actions={actions} />}
        {notes.map((note) => note.kind !== 'explanation' && note.kind !== 'question' && noteOf(note))}
        {turn.failure && <TurnFailure turn={turn} failure={turn.failure} actions={actions} />}
        {assist?.usage && turn.failure && <UsageLine turnId={turn.id} usage={assist.usage} />}
      </div>
    </Frame>
  )
})

/** Something of the turn is still to come: an answer, a decision, or results. */
function isWaiting({ isThinking, proposal, decision, run }: Turn): boolean {
  if (isThinking || (proposal !== null && decision === 'open')) return true
  return run !== null && hasActive(run)
}
