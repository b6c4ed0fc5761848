import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './device-table.module.css'

/** Apart, so that a figure needs no translation and a dash is never rendered twice. */
const Unknown = memo(function Unknown() {
  const { t } = useTranslation('devices')
  return (
    <span className={classes.unknown}>
      <span aria-hidden>—</span>
      <span className="wp-hidden">{t('unknown')}</span>
    </span>
  )
})

interface MetricTextProps {
  readonly value: string | null
  readonly isHigh?: boolean
}

/** A figure, or a dash that is read out as "unknown". */
export const MetricText = memo(function MetricText({ value, isHigh = false }: MetricTextProps) {
  if (value === null) return <Unknown />
  return (
    <span className={classes.figure} data-high={isHigh || undefined}>
      {value}
    </span>
  )
})
