import { Button, Skeleton, Stack } from '@mantine/core'
import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../../../preload/contract/models/commands/command.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { QuestionCard } from '../assist/question-card.tsx'
import { TurnCard, type TurnPart } from '../turn-card.tsx'
import { questionsOf, runsOf, type TurnsState } from '../turns-state.ts'
import { dayOf, dayWords } from './day-words.ts'
import classes from './timeline.module.css'
import { useTimelineScroll } from './use-timeline-scroll.ts'

interface TimelineProps {
  readonly state: TurnsState
  readonly actions: ConsoleActions
  /** The turn that the operator sent last from this window. */
  readonly sentTurnId: string | null
  /** The turn whose next proposal takes the keyboard. */
  readonly focusTurnId: string | null
  readonly onDecided: (turn: Turn) => void
  readonly onOlder: () => void
  readonly isLoadingOlder: boolean
}

/** The conversation, oldest first; it follows its end while the operator is there. Drawn again only when it changes. */
export const Timeline = memo(function Timeline({
  state,
  actions,
  sentTurnId,
  focusTurnId,
  onDecided,
  onOlder,
  isLoadingOlder,
}: TimelineProps) {
  const { t, i18n } = useTranslation('console')
  const questions = useMemo(() => questionsOf(state.turns), [state.turns])
  const cardOf = (turn: Turn, part?: TurnPart) => (
    <TurnCard
      key={turn.id}
      turn={turn}
      streamed={state.streamed.get(turn.id)}
      actions={actions}
      takesFocus={turn.id === focusTurnId}
      onDecided={onDecided}
      {...(part === undefined ? {} : { part })}
    />
  )
  const { scroller, content, onScroll } = useTimelineScroll(state.turns[0]?.id ?? null, sentTurnId)
  return (
    <div ref={scroller} className={classes.scroller} onScroll={onScroll}>
      <div ref={content} className={classes.content} {...{ role: 'log', 'aria-label': t('timeline') }}>
        {state.hasOlder && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className={classes.older ?? ''}
            loading={isLoadingOlder}
            onClick={onOlder}
          >
            {t('older')}
          </Button>
        )}
        {!state.isLoaded && <TimelineSkeleton />}
        {questions.map((parts, index) => (
          <DayGroup key={parts[0].id} turn={parts[0]} before={questions[index - 1]?.[0]} language={i18n.language}>
            {parts.length === 1 ? (
              cardOf(parts[0])
            ) : (
              <QuestionCard parts={parts} actions={actions}>
                {parts.map((turn) => cardOf(turn, runsOf(parts).length > 1 ? 'answered-below' : 'alone'))}
              </QuestionCard>
            )}
          </DayGroup>
        ))}
      </div>
    </div>
  )
})

interface DayGroupProps {
  readonly turn: Turn
  readonly before: Turn | undefined
  readonly language: string
  readonly children: ReactNode
}

function DayGroup({ turn, before, language, children }: DayGroupProps) {
  const isNewDay = !before || dayOf(before.createdAt) !== dayOf(turn.createdAt)
  return (
    <>
      {isNewDay && <h2 className={classes.day}>{dayWords(turn.createdAt, Date.now(), language)}</h2>}
      {children}
    </>
  )
}

function TimelineSkeleton() {
  return (
    <Stack gap="sm" py="md">
      <Skeleton height={14} width="40%" />
      <Skeleton height={72} />
      <Skeleton height={14} width="30%" />
      <Skeleton height={110} />
    </Stack>
  )
}
