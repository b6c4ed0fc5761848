interface SecretPair {
  readonly options: string
  readonly sign: string
  /** Options with a value, `-A=bearer`, of which one elsewhere in the call makes all of the value a secret. */
  readonly wholeWith?: string
}

/**
 * The option facts of one program, or of one of its sub-commands, that no manual states. Lists are space separated and
 * spell every option as on the command line (`-n --lines`); an option stands in one of the lists of values only.
 */
export interface OptionRow {
  /** Names of the programs that share the row; each program has one row, and one more for each of its `subs`. */
  readonly programs: string
  /** Sub-commands, separated by `|`, behind which the row holds beside that of the program (`exec|container exec`). */
  readonly subs?: string

  /** Options are whole words with one dash (`find`, `openssl`). */
  readonly isWordStyle?: boolean
  /** Sub-commands may be abbreviated (`ip l s`). */
  readonly isAbbreviating?: boolean
  /** The first argument may hold options without a dash (`tar xf`). */
  readonly isBareFirst?: boolean
  /** Arguments are names or patterns that are never opened, so that they are not searched for secret paths. */
  readonly isNamesOnly?: boolean
  /** Reads a bounded part of its files, so that a device without an end does not matter (`head`). */
  readonly isBounded?: boolean
  /** The first operand is a pattern or script, unless an option stands for it (`grep x file`). */
  readonly hasPatternFirst?: boolean

  /** Options that take a value, attached or as the next word. */
  readonly values?: string
  /** Options that take no value. */
  readonly switches?: string
  /** Options whose value is attached or absent, and never the next word (`sed -i.bak`). */
  readonly attached?: string
  /** Options whose value is shell text or names a program (`tar --to-command`). */
  readonly shellText?: string
  /** Options whose value is a script in the program's own language (`sed -e`); they stand for the first operand. */
  readonly scripts?: string
  /** Options whose value names a file with such a script (`awk -f`); they stand for the first operand. */
  readonly scriptFiles?: string
  /** Options, or words, whose value is a secret (`-P`, `--pw`, `password`). */
  readonly secrets?: string
  /** Options whose value is a secret in the same word only (`mysql -pX`). */
  readonly attachedSecrets?: string
  /** Options whose value is a name, a sign and a secret; the name is none. */
  readonly secretPairs?: readonly SecretPair[]

  /** Places among the operands, from 0 behind the sub-command, that hold a secret. */
  readonly secretOperands?: readonly number[]
  /** With this option the last operand is a secret (`htpasswd -b`). */
  readonly lastSecretWith?: string
  readonly isLastSecret?: boolean
  /** Operands are assignments of secrets, `name=secret`. */
  readonly isAssigningSecrets?: boolean
  /** Its own options end at the first operand, which is another program (`sshpass`). */
  readonly endsAtOperand?: boolean

  /** Options with which it never ends; `*` where it never does by itself. */
  readonly endless?: string
  /** Options with which it ends all the same. */
  readonly ends?: string
  /** Options that alone show the version (`git -v`), beside `--version`. */
  readonly version?: string
  /** Options with which a wrapper runs nothing (`command -v`). */
  readonly idle?: string
  /** Options with which a wrapper starts a shell where no program is given (`sudo -s`). */
  readonly startsShell?: string
}
