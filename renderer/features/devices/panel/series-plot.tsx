import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type uPlot from 'uplot'
import { type ChartLook, type ChartOptions, useChart } from '../../../components/chart/use-chart.ts'
import { numberFormat } from '../../../components/words/formatters.ts'
import classes from './device-charts.module.css'

const HEIGHT_PX = 110
const HOUR_CYCLE = 'h23'
/** Charts of one device share the line under the pointer. */
const SYNC_KEY = 'device-charts'
/** More than so many steps without a point are a gap in the line. */
const GAP_STEPS = 3
/** Part of the value that the axis covers at least. */
const LEAST_SPAN = 0.1

interface SeriesPlotProps {
  readonly title: string
  readonly unit: string
  /** Epoch seconds. */
  readonly times: readonly number[]
  readonly values: readonly (number | null)[]
  readonly stepS: number
}

/** One field of one device over time. */
export function SeriesPlot({ title, unit, times, values, stepS }: SeriesPlotProps) {
  const { i18n } = useTranslation()
  const language = i18n.language
  const captionId = useId()
  const data = useMemo<uPlot.AlignedData>(() => [[...times], [...values]], [times, values])
  const plot = useChart({
    data,
    heightPx: HEIGHT_PX,
    identity: `${language} ${stepS} ${unit}`,
    options: (look) => optionsOf(look, language, stepS, unit),
  })
  const latest = values.findLast((value) => value !== null) ?? null
  const figure =
    latest === null ? '—' : `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(latest)} ${unit}`
  return (
    <figure className={classes.plot} aria-labelledby={captionId}>
      <figcaption id={captionId} className={classes.caption}>
        {title} <span className={classes.latest}>{figure}</span>
      </figcaption>
      <div ref={plot} className={classes.canvas} />
    </figure>
  )
}

function optionsOf({ colour, axis }: ChartLook, language: string, stepS: number, unit: string): ChartOptions {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: HOUR_CYCLE })
  const day = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' })
  return {
    padding: [8, 16, 0, 0],
    cursor: { sync: { key: SYNC_KEY }, drag: { x: false, y: false }, y: false },
    scales: { x: { time: true }, y: { range: unit === '%' ? [0, 100] : calmRange } },
    axes: [
      {
        ...axis,
        size: 26,
        gap: 8,
        space: 64,
        values: (_plot, splits) => splits.map((at) => (stepS > 600 ? day : time).format(at * 1000)),
      },
      {
        ...axis,
        size: 40,
        space: 26,
        values: (_plot, splits, _axis, _space, step) => splits.map((value) => figureOf(value, step, language)),
      },
    ],
    series: [
      {},
      {
        stroke: colour('--mantine-primary-color-filled'),
        width: 1.5,
        fill: colour('--wp-info-soft'),
        points: { size: 4 },
        spanGaps: false,
        gaps: (plot, _series, from, to, nulls) => longGaps(plot, from, to, nulls, stepS),
      },
    ],
  }
}

/** Shows at least a tenth of the value, because a reading that hardly moves should not look like a cliff. */
function calmRange(_plot: uPlot, min: number | null, max: number | null): [number, number] {
  if (min === null || max === null) return [0, 1]
  const least = Math.max(Math.abs(max), 1) * LEAST_SPAN
  const room = Math.max(0, least - (max - min)) / 2 + (max - min) * 0.1
  return [min - room, max + room]
}

/** Writes a figure with the digits in which it differs from the one a step away. */
function figureOf(value: number, step: number, language: string): string {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
  return numberFormat(language, `axis ${digits}`, { maximumFractionDigits: digits }).format(value)
}

/** A missing minute between two heartbeats is no gap; an hour of silence is. */
function longGaps(plot: uPlot, from: number, to: number, nulls: uPlot.Series.Gaps, stepS: number): uPlot.Series.Gaps {
  const [times] = plot.data
  const longest =
    plot.valToPos((times[from] ?? 0) + stepS * GAP_STEPS, 'x', true) - plot.valToPos(times[from] ?? 0, 'x', true)
  return to > from ? nulls.filter(([start, end]) => end - start > longest) : nulls
}
