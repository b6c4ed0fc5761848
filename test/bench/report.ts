/** One figure of a benchmark. `target` in words, `isMet` null without a target. */
export interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly target: string
  readonly isMet: boolean | null
  /** The two sides compared, and the plain numbers. */
  readonly detail: string
}

/** A benchmark by name; it prints nothing itself. */
export interface Benchmark {
  readonly name: string
  /** True if it measures the built app. */
  readonly needsApp?: boolean
  run(options: BenchOptions): Promise<readonly Row[]>
}

interface BenchOptions {
  readonly isLong: boolean
  /** Time from the console to the broker and back, in ms; 0 without a distance between them. */
  readonly rttMs: number
}

/** Makes a row whose figure has to stay at or below `limit`. */
export function atMost(name: string, figure: number, limit: number, unit: string, detail: string): Row {
  return { name, figure: round(figure), unit, target: `≤ ${limit}`, isMet: figure <= limit, detail }
}

/** Makes a row whose figure has to reach `limit`. */
export function atLeast(name: string, figure: number, limit: number, unit: string, detail: string): Row {
  return { name, figure: round(figure), unit, target: `≥ ${limit}`, isMet: figure >= limit, detail }
}

/** Makes a row whose figure has to be `value`. */
export function exactly(name: string, figure: number, value: number, unit: string, detail: string): Row {
  return { name, figure: round(figure), unit, target: `= ${value}`, isMet: figure === value, detail }
}

/** Makes a row for comparison only. */
export function shown(name: string, figure: number, unit: string, detail: string): Row {
  return { name, figure: round(figure), unit, target: '-', isMet: null, detail }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Returns the percentile: the value that `percent` of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Formats one line for each figure. */
export function lineOf(row: Row): string {
  const verdict = row.isMet === null ? '' : row.isMet ? '  met' : '  NOT MET'
  return `${row.name}: ${row.figure} ${row.unit} (target ${row.target})${verdict}\n    ${row.detail}`
}
