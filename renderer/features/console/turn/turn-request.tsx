import { IconMessage, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { clockWords } from '../../../components/words/time-words.ts'
import { TargetTags } from '../composer/target-tags.tsx'
import classes from './turn-card.module.css'

interface TurnRequestProps {
  readonly turn: Turn
  /** All devices of the question. */
  readonly deviceIds: readonly string[]
}

/** What the operator asked for or typed, for which devices, and when. */
export function TurnRequest({ turn, deviceIds }: TurnRequestProps) {
  const { i18n } = useTranslation('console')
  const Icon = turn.mode === 'ask' ? IconMessage : IconTerminal2
  return (
    <header className={classes.request}>
      <Icon size={16} aria-hidden className={classes.icon ?? ''} />
      <p className={classes.text} data-mode={turn.mode}>
        {turn.text}
      </p>
      <TargetTags connectionId={turn.connectionId} deviceIds={deviceIds} />
      <time className={classes.time} dateTime={new Date(turn.createdAt).toISOString()}>
        {clockWords(turn.createdAt, turn.createdAt, i18n.language)}
      </time>
    </header>
  )
}
