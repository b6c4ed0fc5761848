import type { LocalizedText } from './text.ts'

/** One column of a reading's table. */
export interface ReadingColumn {
  readonly title: LocalizedText
  readonly isNumber: boolean
}

/** What an answer says, in a sentence and a small table of sanitised text. The raw answer is always there beside it. */
export interface AnswerReading {
  readonly sentence: LocalizedText
  /** Something that the operator should look at: a full disk, a service that is down. */
  readonly isWarning: boolean
  readonly table: { readonly columns: readonly ReadingColumn[]; readonly rows: readonly (readonly string[])[] } | null
}
