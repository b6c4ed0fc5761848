import {
  IconBan,
  IconClockOff,
  IconHelpCircle,
  IconHourglassEmpty,
  IconMessageCircle,
  IconMessageCircleQuestion,
  IconMessageCircleX,
  IconThumbDown,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry, TurnOutcome } from '../../../preload/contract/models/commands/history.ts'
import { StateBadge } from '../../components/badges/state-badge.tsx'
import { type Tone, ToneBadge } from '../../components/badges/tone-badge.tsx'
import { plainNumber } from '../../components/words/formatters.ts'
import classes from './history-table.module.css'

/** States named in a row; the rest is counted. */
const NAMED_STATES = 2

interface Look {
  readonly tone: Tone
  readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
}

const LOOKS: Readonly<Record<Exclude<TurnOutcome, 'ran'>, Look>> = {
  open: { tone: 'info', Icon: IconHourglassEmpty },
  answered: { tone: 'ok', Icon: IconMessageCircle },
  'asked-back': { tone: 'info', Icon: IconMessageCircleQuestion },
  'not-understood': { tone: 'muted', Icon: IconMessageCircleX },
  declined: { tone: 'muted', Icon: IconMessageCircleX },
  unanswered: { tone: 'warn', Icon: IconHelpCircle },
  barred: { tone: 'danger', Icon: IconBan },
  rejected: { tone: 'danger', Icon: IconThumbDown },
  expired: { tone: 'muted', Icon: IconClockOff },
}

/** Outcomes that the console shows too, as what the assistant answered: under the same word. */
const SAME_AS_ANSWER = { 'asked-back': 'question', 'not-understood': 'decline', declined: 'refuse' } as const

function isAnswer(outcome: TurnOutcome): outcome is keyof typeof SAME_AS_ANSWER {
  return Object.hasOwn(SAME_AS_ANSWER, outcome)
}

/** What became of an exchange: the states of its commands, or why none was sent. */
export function EntryOutcome({ entry }: { readonly entry: HistoryEntry }) {
  const { t, i18n } = useTranslation('history')
  const { outcome, run } = entry
  if (run === null) {
    if (outcome === 'ran') return null
    const { tone, Icon } = LOOKS[outcome]
    return (
      <ToneBadge tone={tone} icon={<Icon size={14} aria-hidden />} isFilled>
        {isAnswer(outcome) ? t(`console:answer.${SAME_AS_ANSWER[outcome]}`) : t(`outcome.${outcome}`)}
      </ToneBadge>
    )
  }
  const isSeveral = run.counts.length > 1 || entry.deviceCount > 1
  const more = run.counts.length - NAMED_STATES
  return (
    <span className={classes.states}>
      {run.counts.slice(0, NAMED_STATES).map(({ state, count }) => (
        <span key={state} className={classes.state}>
          {isSeveral && <span className={classes.figure}>{plainNumber(count, i18n.language)}</span>}
          <StateBadge kind="command" state={state} />
        </span>
      ))}
      {more > 0 && <span className={classes.quiet}>{t('moreStates', { count: more, number: String(more) })}</span>}
    </span>
  )
}
