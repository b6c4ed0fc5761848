import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAction } from '../../lib/use-action.ts'
import classes from './turn-card.module.css'
import type { ConsoleActions } from './use-console-actions.ts'

interface ThinkingBlockProps {
  readonly turnId: string
  readonly text: string
  readonly actions: ConsoleActions
}

/** The assistant at work: what it has written so far, as plain text, and the way to stop it. */
export function ThinkingBlock({ turnId, text, actions }: ThinkingBlockProps) {
  const { t } = useTranslation('console')
  const cancel = useAction(() => actions.cancelAsk(turnId))
  return (
    <div className={classes.thinking}>
      <div className={classes.thinkingHead} role="status">
        <span className={classes.pulse} aria-hidden />
        {t('thinking')}
        <Button size="compact-xs" variant="default" loading={cancel.isRunning} onClick={() => cancel.run()}>
          {t('stopThinking')}
        </Button>
      </div>
      {text !== '' && <pre className={classes.streamed}>{text}</pre>}
    </div>
  )
}
