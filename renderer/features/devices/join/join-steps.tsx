import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JoinStep, JoinView } from '../../../../preload/contract/models/devices/joining.ts'
import { CheckSteps } from '../../../components/check-steps/check-steps.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './join.module.css'

interface JoinStepsProps {
  readonly device: JoinView
  /** The only device, whose commands stand open until they run; of several they would fill pages. */
  readonly isAlone: boolean
}

/** What will be done on a device, with its exact commands and files, and how far it is. */
export function JoinSteps({ device: { steps, undo, state }, isAlone }: JoinStepsProps) {
  const { t } = useTranslation('joining')
  if (steps.length === 0) return null
  return (
    <>
      {state !== 'ready' && state !== 'undone' && (
        <CheckSteps
          label={t('steps.title')}
          isBusy={state === 'installing'}
          steps={steps.map(({ name, state: stepState, ms }) => ({
            id: name,
            name: t(`stepName.${name}`),
            state: stepState,
            stateWord: t(`stepState.${stepState}`),
            ms,
          }))}
        />
      )}
      <details className={classes.details} open={isAlone && state === 'ready'}>
        <summary>{t('steps.show', { count: steps.length })}</summary>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <Step key={step.name} step={step} />
          ))}
        </ol>
        <details className={classes.details}>
          <summary>{t('steps.undo')}</summary>
          <pre className={classes.code}>{undo}</pre>
        </details>
      </details>
    </>
  )
}

function Step({ step: { name, why, isRoot, commands, files } }: { readonly step: JoinStep }) {
  const { t, i18n } = useTranslation('joining')
  return (
    <li>
      <Text size="sm" fw={600}>
        {t(`stepName.${name}`)} {isRoot && <span className={classes.root}>{t('steps.root')}</span>}
      </Text>
      <Text size="sm">{localized(why, i18n.language)}</Text>
      {files.map(({ path, mode, text }) => (
        <details key={path} className={classes.details}>
          <summary>
            <code>{`${path} (${mode})`}</code>
          </summary>
          <pre className={classes.code}>{text}</pre>
        </details>
      ))}
      <pre className={classes.code}>{commands.join('\n')}</pre>
    </li>
  )
}
