import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../../preload/contract/errors.ts'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { GuideButton } from '../../../components/guide-button.tsx'
import { useAppState } from '../../../lib/app-state.tsx'
import { ERROR_GUIDE } from '../../../lib/errors/error-guide.ts'
import { errorText } from '../../../lib/errors/show-error.tsx'
import { useWays } from '../../../lib/navigation.tsx'
import { useAction } from '../../../lib/use-action.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './turn-card.module.css'

interface TurnFailureProps {
  readonly turn: Turn
  readonly failure: Failure
  readonly actions: ConsoleActions
}

/** Why nothing came of a request, what to do, and the way to try again. */
export function TurnFailure({ turn, failure, actions }: TurnFailureProps) {
  const { t } = useTranslation('console')
  const defaultTimeoutS = useAppState((state) => state.settings.defaultTimeoutS)
  const { openSettings } = useWays()
  const origin = { kind: 'turn', turnId: turn.id } as const
  const retry = useAction(() =>
    turn.mode === 'ask'
      ? actions.ask(turn.deviceIds, turn.text, origin)
      : actions.type(turn.deviceIds, turn.text, turn.proposal?.timeoutS ?? defaultTimeoutS, origin),
  )
  const phrasebook = useAction(() => actions.ask(turn.deviceIds, turn.text, origin, 'phrasebook'))
  const isOfAssistant = turn.mode === 'ask' && failure.code.startsWith('ASSISTANT_')
  const text = errorText(failure)
  return (
    <div className={classes.failure} role="alert">
      <IconAlertTriangle size={17} aria-hidden />
      <div>
        <div className={classes.failureTitle}>{text.title}</div>
        {text.why !== null && <div>{text.why}</div>}
        <div>{text.next}</div>
        <div className={classes.failureActions}>
          <Button size="compact-xs" variant="default" loading={retry.isRunning} onClick={() => retry.run()}>
            {t('retry')}
          </Button>
          {isOfAssistant && (
            <Button size="compact-xs" variant="default" loading={phrasebook.isRunning} onClick={() => phrasebook.run()}>
              {t('assist:phrasebook')}
            </Button>
          )}
          {failure.code.startsWith('ASSISTANT_') && failure.code !== 'ASSISTANT_CANCELLED' && (
            <Button size="compact-xs" variant="subtle" onClick={() => openSettings('assistant')}>
              {t('assistantSettings')}
            </Button>
          )}
          <GuideButton to={ERROR_GUIDE[failure.code]} />
        </div>
      </div>
    </div>
  )
}
