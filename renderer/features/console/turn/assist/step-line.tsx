import { Button } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvestigationStep } from '../../../../../preload/contract/models/assistant/assist.ts'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import classes from './assist.module.css'

interface StepLineProps {
  readonly turnId: string
  readonly step: InvestigationStep
  /** The investigation waits for this turn. */
  readonly isCurrent: boolean
  readonly actions: ConsoleActions
}

/** Shows the step of an investigation that an exchange belongs to. */
export function StepLine({ turnId, step, isCurrent, actions }: StepLineProps) {
  const { t } = useTranslation('assist')
  const stop = useAction(() => actions.stopInvestigation(turnId))
  const { number, of, state } = step
  const words = number > of ? t('investigate.last') : t('investigate.step', { number, of })
  return (
    <div className={classes.step}>
      <IconZoomQuestion size={15} aria-hidden />
      {words}
      {state !== 'running' && <span>· {t(`investigate.ended.${state}`)}</span>}
      {state === 'running' && isCurrent && (
        <Button size="compact-xs" variant="subtle" loading={stop.isRunning} onClick={() => stop.run()}>
          {t('investigate.stop')}
        </Button>
      )}
    </div>
  )
}
