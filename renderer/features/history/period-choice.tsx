import { useTranslation } from 'react-i18next'
import { ChoiceChip } from '../../components/badges/choice-chip.tsx'
import { PERIOD_IDS, type PeriodId } from './history-period.ts'
import classes from './period-choice.module.css'

interface PeriodChoiceProps {
  /** The period that is chosen; null for none. */
  readonly value: PeriodId | null
  /** Null takes the chosen one back. */
  readonly onChange: (period: PeriodId | null) => void
}

/** Periods of the history, each one press away; pressing the chosen one takes it back. */
export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('history')
  return (
    <fieldset className={classes.periods} aria-label={t('period.label')}>
      {PERIOD_IDS.map((id) => (
        <ChoiceChip key={id} isPressed={id === value} onPress={() => onChange(id === value ? null : id)}>
          {t(`period.${id}`)}
        </ChoiceChip>
      ))}
    </fieldset>
  )
}
