import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run, Turn } from '../../../../../preload/contract/models/commands/command.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { FoldedQuestion } from '../../run/fold/folded-run.tsx'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { type CommandOfQuestion, CommandsTogether } from '../commands-together.tsx'
import classes from '../turn-card.module.css'
import { TurnRequest } from '../turn-request.tsx'
import { isUndecided, runsOf } from '../turns-state.ts'
import { NoteBlock } from './note-block.tsx'

interface QuestionCardProps {
  /** Turns of one question, each for the devices that got the same answer. */
  readonly parts: readonly [Turn, ...Turn[]]
  readonly actions: ConsoleActions
  readonly children: ReactNode
}

/**
 * One question whose devices get different commands: each is a line with its own class, one click runs them all, and
 * their answers are one list.
 */
export function QuestionCard({ parts, actions, children }: QuestionCardProps) {
  const { t } = useTranslation('console')
  const [commands, setCommands] = useState<ReadonlyMap<string, CommandOfQuestion>>(new Map())
  const register = useCallback((proposalId: string, command: CommandOfQuestion | null) => {
    setCommands((now) => {
      const next = new Map(now)
      if (command === null) next.delete(proposalId)
      else next.set(proposalId, command)
      return next
    })
  }, [])
  const deviceIds = useMemo(() => parts.flatMap((turn) => turn.deviceIds), [parts])
  const runs = runsOf(parts)
  const isOpen = parts.filter(isUndecided).length > 1
  return (
    <article className={classes.turn}>
      <TurnRequest turn={parts[0]} deviceIds={deviceIds} />
      <div className={classes.parts}>
        <p className={classes.partsHead}>{t('question.parts', { count: parts.length })}</p>
        <CommandsTogether.Provider value={register}>{children}</CommandsTogether.Provider>
        {runs.length > 1 && <AnswersTogether parts={parts} runs={runs} actions={actions} />}
        {isOpen && <RunTogether commands={[...commands.values()]} />}
      </div>
    </article>
  )
}

interface AnswersTogetherProps extends Pick<QuestionCardProps, 'parts' | 'actions'> {
  readonly runs: readonly Run[]
}

/** Shows what all devices of a question answered, and how many were not asked. */
function AnswersTogether({ parts, runs, actions }: AnswersTogetherProps) {
  const { t, i18n } = useTranslation('console')
  const unasked = parts.reduce((sum, { run, deviceIds }) => (run === null ? sum + deviceIds.length : sum), 0)
  const deviceIds = parts.flatMap((turn) => turn.deviceIds)
  const notes = parts.flatMap((turn) =>
    (turn.assist?.notes ?? []).filter(({ kind }) => kind === 'question').map((note) => ({ turn, note })),
  )
  return (
    <section className={classes.answers} aria-label={t('question.answers')}>
      <FoldedQuestion runs={runs} actions={actions} />
      {notes.map(({ turn, note }) => (
        <NoteBlock key={note.id} turn={{ ...turn, deviceIds }} note={note} runs={runs} actions={actions} />
      ))}
      {unasked > 0 && (
        <p className={classes.togetherNote}>
          {t('question.unasked', { count: unasked, number: plainNumber(unasked, i18n.language) })}
        </p>
      )}
    </section>
  )
}

/** Runs all commands of a question, where none of them asks for a confirmation of its own. */
function RunTogether({ commands }: { readonly commands: readonly CommandOfQuestion[] }) {
  const { t } = useTranslation('console')
  const needsTyping = commands.some((command) => command.needsTyping)
  const isReady = commands.length > 1 && commands.every((command) => command.isReady)
  return (
    <footer className={classes.together}>
      <Button
        size="xs"
        color="harbor"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        disabled={needsTyping || !isReady}
        onClick={() => {
          for (const { run } of commands) run()
        }}
      >
        {t('question.runAll', { count: commands.length })}
      </Button>
      {needsTyping && <span className={classes.togetherNote}>{t('question.ownConfirmation')}</span>}
      {!needsTyping && !isReady && <span className={classes.togetherNote}>{t('question.notReady')}</span>}
    </footer>
  )
}
