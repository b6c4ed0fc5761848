import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './device-table.module.css'

interface MetricTextProps {
  readonly value: string | null
  readonly isHigh?: boolean
}

/** A figure, or a dash that is read out as "unknown". */
export const MetricText = memo(function MetricText({ value, isHigh = false }: MetricTextProps) {
  const { t } = useTranslation('devices')
  if (value === null) {
    return (
      <span className={classes.unknown}>
        <span aria-hidden>—</span>
        <VisuallyHidden>{t('unknown')}</VisuallyHidden>
      </span>
    )
  }
  return (
    <span className={classes.figure} data-high={isHigh || undefined}>
      {value}
    </span>
  )
})
