import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { ValueKind } from './value-kinds.ts'

/** How a program reads its options. */
export type OptionStyle =
  /** `-x`, clusters `-xy`, `--long`, `--long=value` (POSIX.1-2017 XBD 12.2 and getopt_long(3)). */
  | 'gnu'
  /** Whole words after one dash: `find -name x`, `openssl x509 -in f`. */
  | 'word'
  /** `/s`, `/fo csv`, `/fo:csv`, in any case: programs of Windows. */
  | 'slash'
  /** No word is an option: `echo`. */
  | 'none'
  /** `-Name value`, in any case, short forms that mean one listed name only: cmdlets. */
  | 'cmdlet'

/** One option that a read may hold, with all that is known of it. */
export interface ReadOption {
  /** Every spelling, with its dash or slash. `-#` stands for `-5`. */
  readonly names: readonly string[]
  /** Kind of the value; none where it is a switch. */
  readonly value?: ValueKind
  /** The value may be left out, and is then never the next word. */
  readonly isValueOptional?: boolean
  /** An optional value may be the next word where that fits the kind (`journalctl -b -1`). */
  readonly canValueFollow?: boolean
  /** At least one option with this mark must be given (`tar -t`). */
  readonly isNeeded?: boolean
  /** The call does not end by itself with it (`journalctl -f`). */
  readonly isEndless?: boolean
  /** With it, a call of an endless form ends (`top -n 1`). */
  readonly isEnding?: boolean
  /** Operands are read with all that lies below them (`grep -r`). */
  readonly isTree?: boolean
  /** It stands for the first operand (`grep -e`). */
  readonly isFirstOperand?: boolean
  readonly does?: LocalizedText
}

/** A run of operands of one kind. */
export interface OperandSpec {
  readonly kind: ValueKind
  readonly min: number
  readonly max: number
}

/** One way to call a program that only reads: closed, so that whatever is not in it makes the call `unknown`. */
export interface ReadForm {
  readonly id: string
  readonly does: LocalizedText
  /** Words that must come first among the operands; an empty one where there is no sub-command. */
  readonly subs: readonly (readonly string[])[]
  readonly options: ReadonlyMap<string, ReadOption>
  readonly operands: readonly OperandSpec[]
  /** Letters of a first argument without a dash (`ps aux`). */
  readonly bareLetters?: string
  /** A first argument without a dash is a cluster of the short options (`tar tf`). */
  readonly isBareCluster?: boolean
  /** Never ends unless an option that ends it is given; the text says what to use instead. */
  readonly endless?: LocalizedText
  /** It ends when the reader of its output ends (`yes | head`). */
  readonly isEndlessSoft?: boolean
  readonly isNetwork?: boolean
  /** Reads a bounded part of each file, so that a file without an end does not matter. */
  readonly isBounded?: boolean
  /** Reads whole trees without being told. */
  readonly isTree?: boolean
  /** Common options stand before the sub-command only (`git -C dir log`). */
  readonly beforeSub?: ReadonlyMap<string, ReadOption>
  readonly hasNeeded: boolean
  /** Calls that this form covers; the first is offered as the known form. */
  readonly match: readonly string[]
  /** Calls that it does not cover. */
  readonly noMatch: readonly string[]
}

/** The manual of one program: all of its reads. */
export interface ReadProgram {
  readonly name: string
  readonly style: OptionStyle
  /** Manual pages and versions that the lists were taken from. */
  readonly from: string
  readonly forms: readonly ReadForm[]
}
