import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeviceReading, powerState, vitalNumber } from '../../../../preload/contract/models/devices/vitals.ts'
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

interface VitalTextProps {
  readonly vitals: readonly DeviceReading[]
}

/** What the board says of its power supply. */
export const PowerText = memo(function PowerText({ vitals }: VitalTextProps) {
  const { t } = useTranslation('devices')
  const state = powerState(vitals)
  if (state === null) return <MetricText value={null} />
  return <MetricText value={t(`power.${state}`)} isHigh={state === 'under-voltage' || state === 'throttled'} />
})

/** Whether the clock of the device is set by a time server. */
export const ClockText = memo(function ClockText({ vitals }: VitalTextProps) {
  const { t } = useTranslation('devices')
  const isRight = vitalNumber(vitals, 'clock_synchronised')
  if (isRight === null) return <MetricText value={null} />
  return <MetricText value={t(isRight > 0 ? 'clock.synchronised' : 'clock.notSynchronised')} isHigh={isRight === 0} />
})
