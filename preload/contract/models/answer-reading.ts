import type { LocalizedText } from './text.ts'

/** One column of a reading's table. */
export interface ReadingColumn {
  readonly title: LocalizedText
  readonly isNumber: boolean
}

/** A number of an answer that its sentence tells, for comparison with those of other devices. */
export interface ReadingValue {
  readonly title: LocalizedText
  readonly amount: number
  /** Empty for a plain number. */
  readonly unit: string
}

/** Summary of an answer in a sentence and a small table of sanitised text, shown beside the raw answer. */
export interface AnswerReading {
  readonly sentence: LocalizedText
  /** True for a state that needs attention: a full disk, a service that is down. */
  readonly isWarning: boolean
  readonly table: { readonly columns: readonly ReadingColumn[]; readonly rows: readonly (readonly string[])[] } | null
  /** Absent where the sentence tells no number, or only what the table has too. */
  readonly values?: readonly ReadingValue[]
}
