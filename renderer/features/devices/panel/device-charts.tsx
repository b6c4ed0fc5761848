import { SegmentedControl, Skeleton } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartSpan, DeviceRef, DeviceSeries } from '../../../../preload/contract/models/devices/device.ts'
import { useRequest } from '../../../lib/use-request.ts'
import { readingName, readingUnit } from '../table/reading-words.ts'
import classes from './device-charts.module.css'

const SeriesPlot = lazy(async () => ({ default: (await import('./series-plot.tsx')).SeriesPlot }))
const SPANS: readonly ChartSpan[] = ['hour', 'day', 'week']
const REFRESH_MS: Readonly<Record<ChartSpan, number>> = { hour: 5_000, day: 60_000, week: 300_000 }
const UNITS: Readonly<Record<string, string>> = {
  cpuPercent: '%',
  memoryPercent: '%',
  cpuTemperatureC: '°C',
  diskPercent: '%',
}

/** Readings over the last hour, day or week. The chart library is loaded when the first one is shown. */
export function DeviceCharts({ connectionId, deviceId }: DeviceRef) {
  const { t, i18n } = useTranslation('devices')
  const [span, setSpan] = useState<ChartSpan>('hour')
  const series = useSeries(connectionId, deviceId, span)
  return (
    <section className={classes.charts} aria-label={t('panel.tab.charts')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('chart.span')}
        value={span}
        onChange={(value) => setSpan(value as ChartSpan)}
        data={SPANS.map((value) => ({ value, label: t(`chart.${value}`) }))}
      />
      {series === null && <Skeleton height={110} mt="md" />}
      {series?.fields.length === 0 && <p className={classes.empty}>{t('chart.empty')}</p>}
      <Suspense fallback={<Skeleton height={110} mt="md" />}>
        {series?.fields.map(({ name, values }) => (
          <SeriesPlot
            key={`${name}-${span}`}
            title={name.startsWith('data.') ? readingName(name.slice(5), i18n.language) : t(`chart.field.${name}`)}
            unit={UNITS[name] ?? readingUnit(name.slice(5))}
            times={series.times}
            values={values}
            stepS={series.stepS}
          />
        ))}
      </Suspense>
    </section>
  )
}

function useSeries(connectionId: string, deviceId: string, span: ChartSpan): DeviceSeries | null {
  const { value, reload } = useRequest('devices.series', { connectionId, deviceId, span })
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS[span])
    return () => clearInterval(timer)
  }, [reload, span])
  return value
}
