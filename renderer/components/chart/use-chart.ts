import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

/** Colours of the page by the name of their variable, and the common look of axes. */
export interface ChartLook {
  readonly colour: (variable: string) => string
  readonly axis: Pick<uPlot.Axis, 'stroke' | 'font' | 'grid' | 'ticks'>
}

export type ChartOptions = Omit<uPlot.Options, 'width' | 'height' | 'legend'>

interface Chart {
  /** Times in epoch seconds, then one list for each line. A new object only when it says something else. */
  readonly data: uPlot.AlignedData
  readonly heightPx: number
  readonly options: (look: ChartLook) => ChartOptions
  /** Another value makes another chart, with options asked for anew; so does another colour scheme. */
  readonly identity: string
}

/** Draws a chart into the element that takes the returned ref, as wide as that is. */
export function useChart({ data, heightPx, options, identity }: Chart): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const scheme = useDrawnScheme()
  const latest = useRef({ data, options })
  useEffect(() => {
    latest.current = { data, options }
  })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const size = () => ({ width: Math.max(80, element.clientWidth), height: heightPx })
    const chosen = { ...latest.current.options(lookOf(element)), legend: { show: false }, ...size() }
    const made = new uPlot(chosen, latest.current.data, element)
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize(size()))
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [heightPx, identity, scheme])
  useEffect(() => {
    plot.current?.setData(data)
  }, [data])
  return host
}

function lookOf(element: HTMLElement): ChartLook {
  const style = getComputedStyle(element)
  const colour = (variable: string) => style.getPropertyValue(variable).trim()
  return {
    colour,
    axis: {
      stroke: colour('--wp-quiet'),
      font: `11px ${style.fontFamily}`,
      grid: { stroke: colour('--wp-border'), width: 1 },
      ticks: { show: false },
    },
  }
}

const SCHEME = 'data-mantine-color-scheme'

/**
 * Returns the colour scheme that the page is drawn in. Mantine's own hook is ahead of the page by an effect, so that colours
 * read on its change are those of the scheme before.
 */
export function useDrawnScheme(): string | null {
  return useSyncExternalStore(watchScheme, drawnScheme)
}

function watchScheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: [SCHEME] })
  return () => observer.disconnect()
}

function drawnScheme(): string | null {
  return document.documentElement.getAttribute(SCHEME)
}
