import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import classes from './line-chart.module.css'

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
const COLOURS = ['--wp-info', '--wp-ok'] as const

/** A small chart over time with its newest values, or those under the pointer, in words. */
export function LineChart(props: LineChartProps) {
  const { title, times, lines, format, unknown, language } = props
  const id = useId()
  const scheme = useComputedColorScheme('light')
  const [pointed, setPointed] = useState<number | null>(null)
  const index = pointed ?? times.length - 1
  return (
    <figure className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
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
      {/* Colours are read when a plot is made: another scheme makes another. */}
      <Plot key={`${scheme} ${language} ${lines.length}`} {...props} onPoint={setPointed} />
    </figure>
  )
}

type PlotProps = LineChartProps & { readonly onPoint: (index: number | null) => void }

function Plot(props: PlotProps) {
  const { times, lines } = props
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const { language, minTop, onPoint } = latest.current
    const format = (value: number) => latest.current.format(value)
    const options = optionsFor({ element, count: latest.current.lines.length, language, format, minTop, onPoint })
    const made = new uPlot(options, dataOf(latest.current), element)
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT_PX }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [])
  useEffect(() => {
    plot.current?.setData(dataOf({ times, lines }))
  }, [times, lines])
  return <div ref={host} className={classes.plot} aria-hidden />
}

function dataOf({ times, lines }: Pick<LineChartProps, 'times' | 'lines'>): uPlot.AlignedData {
  return [times.map((at) => at / 1000), ...lines.map(({ values }) => [...values])]
}

function optionsFor(chart: {
  readonly element: HTMLElement
  readonly count: number
  readonly language: string
  readonly format: (value: number) => string
  readonly minTop: number
  readonly onPoint: (index: number | null) => void
}): uPlot.Options {
  const style = getComputedStyle(chart.element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const clock = new Intl.DateTimeFormat(chart.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const axis = {
    stroke: colour('--wp-quiet'),
    font: `11px ${style.fontFamily}`,
    grid: { stroke: colour('--wp-border'), width: 1 },
    ticks: { show: false },
  }
  return {
    width: Math.max(80, chart.element.clientWidth),
    height: HEIGHT_PX,
    legend: { show: false },
    padding: [6, 10, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: {
        time: true,
        range: (_plot, min, max) => (max - min < MIN_SPAN_S ? [max - MIN_SPAN_S, max] : [min, max]),
      },
      y: { range: (_plot, _min, max) => [0, Math.max(chart.minTop, (max ?? 0) * 1.15)] },
    },
    axes: [
      { ...axis, size: 26, space: 90, values: (_plot, splits) => splits.map((at) => clock.format(at * 1000)) },
      { ...axis, size: 58, space: 34, values: (_plot, splits) => splits.map((value) => chart.format(value)) },
    ],
    series: [
      {},
      ...COLOURS.slice(0, chart.count).map((name, line) => ({
        stroke: colour(name),
        width: 1.5,
        ...(line > 0 ? { dash: [5, 3] } : {}),
        points: { show: false },
      })),
    ],
    hooks: { setCursor: [({ cursor }) => chart.onPoint(cursor.idx ?? null)] },
  }
}
