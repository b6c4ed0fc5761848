import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PERIOD_IDS, type PeriodId } from './history-period.ts'
import classes from './period-choice.module.css'

interface PeriodChoiceProps {
  /** The period that is chosen; null for none. */
  readonly value: PeriodId | null
  readonly onChange: (period: PeriodId | null) => void
}

/** Periods of the history, each one press away; pressing the chosen one takes it back. */
export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('history')
  return (
    <fieldset className={classes.periods} aria-label={t('period.label')}>
      {PERIOD_IDS.map((id) => (
        <UnstyledButton
          key={id}
          className={classes.chip}
          aria-pressed={id === value}
          onClick={() => onChange(id === value ? null : id)}
        >
          {t(`period.${id}`)}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
