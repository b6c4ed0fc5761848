import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import classes from '../turn-card.module.css'
import type { StreamedAnswer } from '../turns-state.ts'
import draftClasses from './assist.module.css'

interface ThinkingBlockProps {
  readonly turnId: string
  readonly streamed: StreamedAnswer | undefined
  readonly actions: ConsoleActions
}

/** The assistant at work: the proposal as it is written, or the plain text until it can be told, and the way to stop it. */
export function ThinkingBlock({ turnId, streamed, actions }: ThinkingBlockProps) {
  const { t } = useTranslation('console')
  const cancel = useAction(() => actions.cancelAsk(turnId))
  const draft = streamed?.draft ?? null
  return (
    <div className={classes.thinking}>
      <div className={classes.thinkingHead} role="status">
        <span className={classes.pulse} aria-hidden />
        {t('thinking')}
        <Button size="compact-xs" variant="default" loading={cancel.isRunning} onClick={() => cancel.run()}>
          {t('stopThinking')}
        </Button>
      </div>
      {draft !== null && (
        <section className={draftClasses.draft} aria-label={t('assist:draft.label')}>
          {draft.command !== null && <pre className={draftClasses.draftCommand}>{draft.command}</pre>}
          {draft.explanation !== null && <p className={draftClasses.noteText}>{draft.explanation}</p>}
          <p className={draftClasses.quiet}>{t('assist:draft.note')}</p>
        </section>
      )}
      {draft === null && streamed && streamed.text !== '' && <pre className={classes.streamed}>{streamed.text}</pre>}
    </div>
  )
}
