import { UnstyledButton } from '@mantine/core'
import { IconArrowsSplit, IconHandStop, IconHelpCircle, IconInfoCircle, IconMessageQuestion } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn, TurnAnswer } from '../../../../preload/contract/models/commands/command.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { SourceText } from '../proposal/proposal-source.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import { DeclineWays } from './assist/decline-ways.tsx'
import classes from './turn-card.module.css'

const ICONS: Readonly<Record<TurnAnswer['kind'], ComponentType<{ size?: number; 'aria-hidden'?: boolean }>>> = {
  question: IconMessageQuestion,
  answer: IconInfoCircle,
  refuse: IconHandStop,
  decline: IconHelpCircle,
  choose: IconArrowsSplit,
}

interface AnswerBlockProps {
  readonly turn: Turn
  readonly answer: TurnAnswer
  readonly actions: ConsoleActions
}

/** Shows what came of a request besides a command: a question back, an answer, a refusal, or a choice. */
export function AnswerBlock({ turn, answer, actions }: AnswerBlockProps) {
  const { t, i18n } = useTranslation('console')
  const Icon = ICONS[answer.kind]
  return (
    <section className={classes.answer} aria-label={t('answer.label')}>
      <div className={classes.answerHead}>
        <Icon size={15} aria-hidden />
        {answer.kind === 'choose' && answer.options.length === 1 ? t('ways.one') : t(`answer.${answer.kind}`)}
        <SourceText source={answer.source} />
      </div>
      {answer.kind === 'choose' ? (
        <>
          {answer.question && <p className={classes.answerText}>{localized(answer.question, i18n.language)}</p>}
          <Options turnId={turn.id} options={answer.options} actions={actions} />
        </>
      ) : (
        <p className={classes.answerText}>{localized(answer.text, i18n.language)}</p>
      )}
      {answer.kind !== 'choose' && (answer.kind === 'decline' || answer.nearest !== undefined) && (
        <DeclineWays turn={turn} answer={answer} actions={actions} />
      )}
    </section>
  )
}

interface OptionsProps {
  readonly turnId: string
  readonly options: Extract<TurnAnswer, { kind: 'choose' }>['options']
  readonly actions: ConsoleActions
}

function Options({ turnId, options, actions }: OptionsProps) {
  const { i18n } = useTranslation('console')
  const choose = useAction((index: number) => actions.choose(turnId, index))
  return (
    <div className={classes.options}>
      {options.map((option, index) => (
        <UnstyledButton
          key={option.command}
          className={classes.option}
          disabled={choose.isRunning}
          onClick={() => choose.run(index)}
        >
          <span className={classes.optionTitle}>{localized(option.title, i18n.language)}</span>
          <span className={classes.optionCommand}>{option.command}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
