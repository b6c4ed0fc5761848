import { useId, useMemo, useState } from 'react'
import type uPlot from 'uplot'
import classes from './line-chart.module.css'
import { type ChartLook, type ChartOptions, useChart } from './use-chart.ts'

interface ChartLine {
  readonly name: string
  /** One value for each time; null leaves a gap. */
  readonly values: readonly (number | null)[]
}

interface LineChartProps {
  readonly title: string
  /** Epoch ms, ascending. */
  readonly times: readonly number[]
  /** At most two: the first drawn through, the second dashed. */
  readonly lines: readonly ChartLine[]
  readonly format: (value: number) => string
  /** The axis reaches at least this far. */
  readonly minTop: number
  /** Stands for a value that is not known. */
  readonly unknown: string
  readonly language: string
}

const HEIGHT_PX = 130
const MIN_SPAN_S = 300
/** Width of the labels of the value axis: at least, for each character, and to the plot. */
const LABEL_PX = { least: 44, character: 7, gap: 14 } as const
const COLOURS = ['--wp-info', '--wp-ok'] as const

/** A small chart over time with its newest values, or those under the pointer, in words. */
export function LineChart(props: LineChartProps) {
  const { title, times, lines, format, unknown, language } = props
  const id = useId()
  const [pointed, setPointed] = useState<number | null>(null)
  const data = useMemo<uPlot.AlignedData>(
    () => [times.map((at) => at / 1000), ...lines.map(({ values }) => [...values])],
    [times, lines],
  )
  const plot = useChart({
    data,
    heightPx: HEIGHT_PX,
    identity: `${language} ${lines.length}`,
    options: (look) => optionsOf(look, props, setPointed),
  })
  const index = pointed ?? times.length - 1
  return (
    <figure className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <div id={id} className={classes.title}>
          {title}
        </div>
        <ul className={classes.legend}>
          {lines.map(({ name, values }, line) => {
            const value = values[index] ?? null
            return (
              <li key={name}>
                <span className={classes.swatch} data-line={line} />
                {name} <span className={classes.value}>{value === null ? unknown : format(value)}</span>
              </li>
            )
          })}
        </ul>
      </div>
      <div ref={plot} className={classes.plot} aria-hidden />
    </figure>
  )
}

function optionsOf(
  { colour, axis }: ChartLook,
  { language, lines, format, minTop }: LineChartProps,
  onPoint: (index: number | null) => void,
): ChartOptions {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return {
    padding: [6, 10, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: {
        time: true,
        range: (_plot, min, max) => (max - min < MIN_SPAN_S ? [max - MIN_SPAN_S, max] : [min, max]),
      },
      y: { range: (_plot, _min, max) => [0, Math.max(minTop, (max ?? 0) * 1.15)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 90,
        values: ({ data }, splits) => splits.map((at) => (data[0].length === 0 ? '' : clock.format(at * 1000))),
      },
      { ...axis, size: labelWidth, space: 34, values: (_plot, splits) => splits.map((value) => format(value)) },
    ],
    series: [
      {},
      ...COLOURS.slice(0, lines.length).map((name, line) => ({
        stroke: colour(name),
        width: 1.5,
        ...(line > 0 ? { dash: [5, 3] } : {}),
        points: { show: false },
      })),
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
  }
}

/** As wide as the longest label, because a fixed width cuts large values. */
function labelWidth(_plot: uPlot, labels: readonly string[] | null): number {
  const longest = Math.max(0, ...(labels ?? []).map((label) => label.length))
  return Math.max(LABEL_PX.least, longest * LABEL_PX.character + LABEL_PX.gap)
}
