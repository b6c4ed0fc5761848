import type { LocalizedText } from '../text.ts'

/** One device's number in a column, in the unit of the column. */
export interface ValuePoint {
  readonly deviceId: string
  readonly amount: number
}

/** Values from `from` up to `to`; the last bin holds its end too. */
export interface ValueBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** A number that most devices of a run gave, with what it is among them. */
export interface ValueColumn {
  readonly id: string
  /** Empty where the answer is the number alone. */
  readonly title: LocalizedText
  /** As devices print it; empty for a plain number. */
  readonly unit: string
  /** Digits after the point that tell its values apart. */
  readonly decimals: number
  /** Devices that gave it. */
  readonly count: number
  readonly smallest: ValuePoint
  readonly median: number
  readonly largest: ValuePoint
  readonly bins: readonly ValueBin[]
  /** Values far from the median, farthest first; `outlierCount` counts those not listed too. */
  readonly outliers: readonly ValuePoint[]
  readonly outlierCount: number
}

/** Values of a run; `answered` counts the devices that succeeded. */
export interface RunValues {
  readonly answered: number
  readonly columns: readonly ValueColumn[]
}

export const VALUE_ORDERS = ['largest', 'smallest', 'device'] as const
export type ValueOrder = (typeof VALUE_ORDERS)[number]

/** A row of the table of a column; `text` is what the device printed. */
export interface ValueRow {
  readonly deviceId: string
  readonly text: string
  readonly isOutlier: boolean
}

/** Rows asked for at a time. */
export const VALUE_ROWS_MAX = 200
