import type { LocalizedText } from './text.ts'

/** One column of a reading's table. */
export interface ReadingColumn {
  readonly title: LocalizedText
  readonly isNumber: boolean
}

/** Summary of an answer in a sentence and a small table of sanitised text, shown beside the raw answer. */
export interface AnswerReading {
  readonly sentence: LocalizedText
  /** True for a state that needs attention: a full disk, a service that is down. */
  readonly isWarning: boolean
  readonly table: { readonly columns: readonly ReadingColumn[]; readonly rows: readonly (readonly string[])[] } | null
}
