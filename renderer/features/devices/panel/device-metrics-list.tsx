import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceMetrics } from '../../../../preload/contract/models/devices/device.ts'
import { type DeviceReading, vitalOf } from '../../../../preload/contract/models/devices/vitals.ts'
import { byteWords } from '../../../components/words/byte-words.ts'
import { numberFormat, plainNumber } from '../../../components/words/formatters.ts'
import { durationWords } from '../../../components/words/time-words.ts'
import { MetricText } from '../table/metric-text.tsx'
import { readingName } from '../table/reading-words.ts'
import classes from './device-panel.module.css'

interface DeviceMetricsListProps {
  readonly metrics: DeviceMetrics
  /** Those that the device names itself. */
  readonly readings: readonly DeviceReading[]
}

/** The latest figures of a device; what it does not report is a dash. */
export const DeviceMetricsList = memo(function DeviceMetricsList({ metrics, readings }: DeviceMetricsListProps) {
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const figure = (value: number | null, unit: string, digits: number) =>
    value === null
      ? null
      : `${numberFormat(language, `at most ${digits}`, { maximumFractionDigits: digits }).format(value)} ${unit}`
  const readingOf = ({ name, value, sentAs, unit }: DeviceReading) => {
    if (typeof value !== 'number') return value
    if (vitalOf(name)?.unit === 'flag') return t(value === 1 ? 'yes' : 'no')
    if (sentAs === 'boolean') return t(value === 1 ? 'odd.true' : 'odd.false')
    return [plainNumber(value, language), unit ?? vitalOf(name)?.unit].filter(Boolean).join(' ')
  }
  const memory =
    metrics.memoryUsedB === null || metrics.memoryTotalB === null
      ? null
      : t('memoryOf', {
          used: byteWords(metrics.memoryUsedB, language),
          total: byteWords(metrics.memoryTotalB, language),
        })
  return (
    <section className={classes.section} aria-label={t('panel.metrics')}>
      <dl className={classes.metrics}>
        <Metric name={t('metric.temperature')} value={figure(metrics.cpuTemperatureC, '°C', 1)} />
        <Metric name={t('metric.cpu')} value={figure(metrics.cpuPercent, '%', 0)} />
        <Metric name={t('metric.memory')} value={figure(metrics.memoryPercent, '%', 0)} sub={memory} />
        <Metric name={t('metric.disk')} value={figure(metrics.diskPercent, '%', 0)} />
        <Metric
          name={t('metric.uptime')}
          value={metrics.uptimeS === null ? null : durationWords(Math.floor(metrics.uptimeS) * 1000, language)}
        />
        {readings.map((reading) => (
          <Metric
            key={reading.name}
            name={readingName(reading.name, language)}
            value={readingOf(reading)}
            sub={reading.sentAs === 'text' ? t('odd.sentAsText') : null}
          />
        ))}
      </dl>
    </section>
  )
})

interface MetricProps {
  readonly name: string
  readonly value: string | null
  readonly sub?: string | null
}

function Metric({ name, value, sub = null }: MetricProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <MetricText value={value} />
        {sub !== null && <div className={classes.sub}>{sub}</div>}
      </dd>
    </div>
  )
}
