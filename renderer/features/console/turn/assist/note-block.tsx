import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TurnNote } from '../../../../../preload/contract/models/assistant/assist.ts'
import type { Run, Turn } from '../../../../../preload/contract/models/commands/command.ts'
import { ToldError } from '../../../../components/told-error.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import { SourceText } from '../../proposal/proposal-source.tsx'
import { isOutdated } from '../../run/run-state.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import { runsOf } from '../turns-state.ts'
import classes from './assist.module.css'
import { UsageLine } from './usage-line.tsx'

interface NoteBlockProps {
  readonly turn: Turn
  readonly note: TurnNote
  /** Runs that the note is about; that of the turn unless given. */
  readonly runs?: readonly Run[]
  readonly actions: ConsoleActions
}

const KEYS = { explanation: 'explain', summary: 'summary', difference: 'difference', question: 'question' } as const

/** Shows what the assistant says about a command or its results: text to read, nothing to run. */
export function NoteBlock({ turn, note, runs = runsOf([turn]), actions }: NoteBlockProps) {
  const { t } = useTranslation('assist')
  const stop = useAction(() => actions.cancelNotes(turn.id))
  const key = KEYS[note.kind]
  const isOfRun = note.kind !== 'explanation'
  return (
    <section className={classes.note} aria-label={t(`${key}.label`)}>
      <div className={classes.noteHead}>
        {t(`${key}.title`)}
        {note.state === 'done' && <SourceText source={note.source} />}
      </div>
      {note.counts && note.counts.devices > 1 && <Counts counts={note.counts} />}
      {isOfRun && isOutdated(note, runs) && (
        <p className={classes.quiet} role="status">
          {t(note.kind === 'summary' ? 'outdated.note' : 'difference.outdated')}
        </p>
      )}
      {note.state === 'working' && (
        <div className={classes.usage} role="status">
          {t('notes.working')}
          <Button size="compact-xs" variant="default" loading={stop.isRunning} onClick={() => stop.run()}>
            {t('notes.stop')}
          </Button>
        </div>
      )}
      {note.state === 'failed' && note.failure && <Failed failure={note.failure} />}
      {note.text !== '' && <p className={classes.noteText}>{note.text}</p>}
      {note.parts.length > 0 && (
        <dl className={classes.parts}>
          {note.parts.map(({ part, meaning }, index) => (
            // The same part can stand twice in a command.
            <Pair key={`${index}:${part}`} term={part} text={meaning} />
          ))}
        </dl>
      )}
      {isOfRun && note.state === 'done' && <Outliers turn={turn} note={note} actions={actions} />}
      {note.usage && <UsageLine turnId={turn.id} usage={note.usage} />}
    </section>
  )
}

function Counts({ counts }: { readonly counts: NonNullable<TurnNote['counts']> }) {
  const { t } = useTranslation('assist')
  const { devices, succeeded, failed, unanswered, variants, doubtful = 0 } = counts
  return (
    <p className={classes.noteText}>
      {t('summary.counts', { devices, succeeded, failed, unanswered })} ·{' '}
      {variants === 1 ? t('summary.same') : t('summary.variants', { count: variants })}
      {doubtful > 0 && ` · ${t('doubtful.count', { count: doubtful })}`}
    </p>
  )
}

function Failed({ failure }: { readonly failure: NonNullable<TurnNote['failure']> }) {
  return (
    <p className={classes.noteText} role="alert">
      <ToldError failure={failure} />
    </p>
  )
}

function Pair({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Outliers({ turn, note, actions }: NoteBlockProps) {
  const { t } = useTranslation('assist')
  const ask = useAction((text: string) => actions.ask(turn.deviceIds, text, { kind: 'note', turnId: turn.id }))
  const { outliers, nextStep } = note
  return (
    <>
      {outliers.length > 0 && (
        <>
          <h4 className={classes.noteTitle}>{t('summary.outliers')}</h4>
          <dl className={classes.parts}>
            {outliers.map(({ deviceId, why }) => (
              <Pair key={deviceId} term={deviceId} text={why} />
            ))}
          </dl>
        </>
      )}
      {outliers.length === 0 && turn.deviceIds.length > 1 && <p className={classes.quiet}>{t('summary.noOutliers')}</p>}
      {nextStep !== null && (
        <div className={classes.next}>
          <span className={classes.noteTitle}>{t('summary.next')}</span>
          <span className={classes.noteText}>{nextStep}</span>
          <Button size="compact-xs" variant="default" loading={ask.isRunning} onClick={() => ask.run(nextStep)}>
            {t('summary.ask')}
          </Button>
        </div>
      )}
    </>
  )
}
