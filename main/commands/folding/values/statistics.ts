import type { ValueBin } from '../../../../preload/contract/models/commands/values.ts'

const MAX_BINS = 12
/** With fewer values nothing is usual yet. */
const MIN_FOR_OUTLIERS = 5
/** Distance from the median in standard deviations of a normal distribution, as Iglewicz and Hoaglin have it. */
const OUTLIER_SCORE = 3.5
/** Make a standard deviation of a normal distribution of its median, and of its mean, absolute deviation. */
const BY_MEDIAN = 1.4826
const BY_MEAN = 1.2533

/** Takes sorted values; NaN for none. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Returns how far a value is from the median of all, in limits: an outlier is above 1. Where more than half of the values
 * are the same, the mean absolute deviation stands for the median one, which is 0 then.
 */
export function outlierScores(sorted: readonly number[]): (value: number) => number {
  if (sorted.length < MIN_FOR_OUTLIERS) return () => 0
  const median = medianOf(sorted)
  const deviations = sorted.map((value) => Math.abs(value - median)).sort((a, b) => a - b)
  const mad = medianOf(deviations)
  const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length
  const limit = OUTLIER_SCORE * (mad > 0 ? BY_MEDIAN * mad : BY_MEAN * mean)
  return (value) => (limit > 0 ? Math.abs(value - median) / limit : 0)
}

/** Counts sorted values in bins of equal width; one for each whole number where there are few. */
export function binsOf(sorted: readonly number[]): readonly ValueBin[] {
  const [from = 0, to = 0] = [sorted[0], sorted.at(-1)]
  if (from === to) return sorted.length === 0 ? [] : [{ from, to, count: sorted.length }]
  const isWhole = to - from < MAX_BINS && sorted.every(Number.isInteger)
  const bins = isWhole ? to - from + 1 : Math.min(MAX_BINS, Math.max(2, Math.ceil(Math.sqrt(sorted.length))))
  const width = isWhole ? 1 : (to - from) / bins
  const counts = new Array<number>(bins).fill(0)
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.floor((value - from) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, index) => ({
    from: from + index * width,
    to: isWhole || index === bins - 1 ? Math.min(to, from + (index + 1) * width) : from + (index + 1) * width,
    count,
  }))
}
