import type { LocalizedText } from '../text.ts'

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

/** A command that reads more about a failure, to be proposed at the press of a button. */
export interface NextRead {
  readonly title: LocalizedText
  readonly command: string
}

/** What a command leaves to be looked at, once it succeeded. */
export interface Aftermath {
  /** `reboot`: the device goes away and comes back. `service`: only a service of it does. */
  readonly kind: 'reboot' | 'service'
  /** A command that reads how it stands. */
  readonly check: string
}

/** Summary of an answer in a sentence and a small table of sanitised text, shown beside the raw answer. */
export interface AnswerReading {
  readonly sentence: LocalizedText
  /** True for a state that needs attention: a full disk, a service that is down. */
  readonly isWarning: boolean
  readonly table: { readonly columns: readonly ReadingColumn[]; readonly rows: readonly (readonly string[])[] } | null
  /** Absent where the sentence tells no number, or only what the table has too. */
  readonly values?: readonly ReadingValue[]
  /** Present for a failure that a read can look into. */
  readonly nextRead?: NextRead
}
