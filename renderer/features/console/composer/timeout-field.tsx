import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../proposal/card.module.css'
import { TIMEOUT_MAX_S, TIMEOUT_MIN_S } from '../proposal/proposal-draft.ts'

interface TimeoutFieldProps {
  readonly value: number
  readonly onChange: (timeoutS: number) => void
}

/** Seconds that the device gives the command. An empty field counts as 0, which cannot be reviewed. */
export function TimeoutField({ value, onChange }: TimeoutFieldProps) {
  const { t } = useTranslation('console')
  const id = useId()
  return (
    <div className={classes.fact}>
      <label className={classes.factName} htmlFor={id}>
        {t('proposal.timeout')}
      </label>
      <NumberInput
        id={id}
        size="xs"
        w={112}
        min={TIMEOUT_MIN_S}
        max={TIMEOUT_MAX_S}
        step={5}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        suffix={t('proposal.secondsSuffix')}
        value={value === 0 ? '' : value}
        onChange={(next) => onChange(typeof next === 'number' ? next : Number.parseInt(next, 10) || 0)}
      />
    </div>
  )
}
