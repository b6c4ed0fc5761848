import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail, DeviceMetrics } from '../../../../preload/contract/models/device.ts'
import { byteWords } from '../../../components/words/byte-words.ts'
import { numberFormat, plainNumber } from '../../../components/words/formatters.ts'
import { durationWords } from '../../../components/words/time-words.ts'
import { MetricText } from '../table/metric-text.tsx'
import classes from './device-panel.module.css'

interface DeviceMetricsListProps {
  readonly metrics: DeviceMetrics
  readonly sensors: DeviceDetail['sensors']
}

/** The latest figures of a device; what it does not report is a dash. */
export const DeviceMetricsList = memo(function DeviceMetricsList({ metrics, sensors }: DeviceMetricsListProps) {
  const { t, i18n } = useTranslation('devices')
  const language = i18n.language
  const figure = (value: number | null, unit: string, digits: number) =>
    value === null
      ? null
      : `${numberFormat(language, `at most ${digits}`, { maximumFractionDigits: digits }).format(value)} ${unit}`
  const readingOf = ({ value, sentAs }: DeviceDetail['sensors'][number]) => {
    if (typeof value !== 'number') return value
    return sentAs === 'boolean' ? t(value === 1 ? 'odd.true' : 'odd.false') : plainNumber(value, language)
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
        {sensors.map((sensor) => (
          <Metric
            key={sensor.name}
            name={sensor.name}
            value={readingOf(sensor)}
            sub={sensor.sentAs === 'text' ? t('odd.sentAsText') : null}
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
