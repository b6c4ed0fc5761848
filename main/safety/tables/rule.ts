import type { CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/**
 * When a row applies; all keys given must hold. Lists are space separated, sub-commands are separated by `|`.
 * A flag of one letter is a short option, a longer one a long option (abbreviations match too), one that begins with a
 * dash is a whole word (`-delete`).
 */
export interface Condition {
  /** At least one of these options is given. */
  readonly flags?: string
  /** None of these options is given. */
  readonly without?: string
  /** The operands begin with one of these sequences, such as `link set|addr add`. */
  readonly sub?: string
  /** The operands after the sub-command: at least this many. */
  readonly min?: number
  /** The operands after the sub-command: at most this many. */
  readonly max?: number
  /** Some operand matches. */
  readonly operand?: RegExp
  /** Some argument, option or operand, matches. */
  readonly arg?: RegExp
  /** No argument matches. */
  readonly noArg?: RegExp
  /** No operand matches. */
  readonly noOperand?: RegExp
  /** There are arguments, and all of them match. */
  readonly only?: RegExp
  /** There are no arguments, or one of them does not match. */
  readonly notOnly?: RegExp
  /** The option facts of the program say that the call does not end by itself. */
  readonly neverEnds?: true
}

/** One row: what a program does under a condition. The worst row that matches decides; none means `unknown`. */
export interface Rule {
  readonly id: string
  /** Names of programs, space separated. */
  readonly programs: string
  readonly when?: Condition
  readonly class: CommandClass
  readonly reason: LocalizedText
  readonly cutsOff?: boolean
  /** Speaks only for the calls that no manual covers, as a row does whose condition asks for nothing to be there. */
  readonly isFallback?: boolean
  /** `soft` ends when the reader of its output ends (`yes | head`). */
  readonly endless?: 'hard' | 'soft'
  /** Commands that this row matches, and such as it does not: checked by `checkTables`. */
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}

/** A program that runs another one given in its arguments; which options it has stands in the option table. */
export interface Wrapper {
  readonly programs: string
  /** Sub-command that runs something (`docker exec`). */
  readonly sub?: string
  /** The sub-command may be abbreviated (`ip net e`). */
  readonly isAbbreviating?: boolean
  /** Class that it has at least: `read` is looked through, `unknown` hides what it runs. */
  readonly floor: CommandClass
  readonly reason: LocalizedText
  /** Operands before the program (`timeout 5 X`: 1). */
  readonly skip?: number
  /** The rest is joined and read by a shell (`ssh`, `watch`, `eval`). */
  readonly isShellText?: boolean
  /** Its arguments have several forms: every place is tried for a program that destroys. */
  readonly isLoose?: boolean
  /** `NAME=value` before the program (`env`, `sudo`). */
  readonly hasAssignments?: boolean
  /** Bounds the time of what it runs. */
  readonly isTimeLimit?: boolean
  /** Reads what to run from its input (`sh`, `xargs`). */
  readonly stdin?: 'script' | 'arguments'
  readonly cutsOff?: boolean
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}
