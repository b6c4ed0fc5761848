import { NO_FACTS, type OptionFacts } from '../../options/option-facts.ts'

/** One argument after quotes and known expansions. */
export interface Arg {
  readonly value: string
  /** The same with literal `*?[` escaped, when an unquoted wildcard is in it. */
  readonly glob?: string
  /** Holds something that only the device knows (a variable, a substitution). */
  readonly isOpaque?: boolean
}

/** Arguments as a program would read them; where that is uncertain, the worse reading is kept. */
export interface ParsedArgs {
  readonly all: readonly Arg[]
  readonly shorts: ReadonlySet<string>
  readonly longs: readonly string[]
  readonly words: ReadonlySet<string>
  readonly operands: readonly Arg[]
  /** For each operand the number of options before it that may have taken it as their value. */
  readonly uncertain: readonly number[]
  /** Words that look like options but stand where an option takes its value: rows worse than `read` count them too. */
  readonly skipped: OptionWords
}

/** Options by their spelling. */
interface OptionWords {
  readonly shorts: ReadonlySet<string>
  readonly longs: readonly string[]
  readonly words: ReadonlySet<string>
}

/** Stands for no option at all. */
export const NO_OPTION_WORDS: OptionWords = { shorts: new Set(), longs: [], words: new Set() }

/**
 * Splits arguments into options and operands by the option facts of the program; `--` ends the options except for
 * word-style programs.
 *
 * Handles: clusters, `--name=value`, values as the next word, `tar xf`, options of whole words (`find -name`). A word that an
 * option takes as its value counts as an option too for rows worse than `read`, because the fact may be wrong.
 * @example `rm -fr /srv` → destructive
 * @example `git -C /srv clean -fd` → destructive
 * @example `systemctl -H host stop ssh` → destructive
 */
export function parseArgs(args: readonly Arg[], facts: OptionFacts = NO_FACTS): ParsedArgs {
  const shorts = new Set<string>()
  const longs: string[] = []
  const words = new Set<string>()
  const skipped: string[] = []
  const operands: Arg[] = []
  const uncertain: number[] = []
  const takesNext = (option: string): boolean => facts.arities.get(option) === 'value'
  let options = 0
  let isEnded = false
  const skip = (next: Arg | undefined): void => {
    const text = next?.value ?? ''
    if (text.length < 2 || text[0] !== '-') return
    const equals = text.indexOf('=')
    skipped.push(equals > 0 ? text.slice(0, equals) : text)
  }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (!arg) continue
    const text = arg.value
    if (!isEnded && text === '--' && !facts.isWordStyle) {
      isEnded = true
      continue
    }
    if (i === 0 && facts.isBareFirst && /^[A-Za-z]+$/.test(text)) {
      for (const char of text) shorts.add(char)
      continue
    }
    if (isEnded || text.length < 2 || text[0] !== '-') {
      operands.push(arg)
      uncertain.push(options)
      continue
    }
    const equals = text.indexOf('=')
    words.add(equals > 0 ? text.slice(0, equals) : text)
    let isValueNext = false
    if (text.startsWith('--')) {
      const name = equals > 0 ? text.slice(2, equals) : text.slice(2)
      longs.push(name)
      if (equals < 0) isValueNext = takesNext(text)
      if (equals < 0 && !isValueNext) options++
    } else if (facts.isWordStyle) {
      isValueNext = takesNext(text)
      if (!isValueNext) options++
    } else {
      const last = readCluster(text, takesNext, shorts)
      isValueNext = last === 'takes-next'
      if (last === 'plain') options++
    }
    if (isValueNext) skip(args[++i])
  }
  return { all: args, shorts, longs, words, operands, uncertain, skipped: optionWordsOf(skipped) }
}

function optionWordsOf(names: readonly string[]): OptionWords {
  if (names.length === 0) return NO_OPTION_WORDS
  const isLong = (name: string): boolean => name.startsWith('--')
  return {
    shorts: new Set(names.filter((name) => !isLong(name)).flatMap((name) => [...name.slice(1)])),
    longs: names.filter(isLong).map((name) => name.slice(2)),
    words: new Set(names),
  }
}

function readCluster(
  text: string,
  takesNext: (option: string) => boolean,
  shorts: Set<string>,
): 'takes-next' | 'holds-value' | 'plain' {
  for (let k = 1; k < text.length; k++) {
    const char = text.charAt(k)
    shorts.add(char)
    if (takesNext(`-${char}`)) return k === text.length - 1 ? 'takes-next' : 'holds-value'
  }
  return 'plain'
}

/** True if the option is given; long names count when abbreviated, unless the short form is itself a known option. */
export function hasFlag(args: OptionWords, flag: string, knownLongs: readonly string[]): boolean {
  if (flag.startsWith('-')) return args.words.has(flag)
  if (flag.length === 1) return args.shorts.has(flag)
  return args.longs.some(
    (name) => name === flag || (name.length > 0 && flag.startsWith(name) && !knownLongs.includes(name)),
  )
}

/** True if an option of the table is given, spelled with its dashes (`-f`, `--follow`, `-delete`). */
function isGiven(args: OptionWords, option: string, facts: OptionFacts): boolean {
  if (option.startsWith('--')) return hasFlag(args, option.slice(2), facts.longs)
  return option.length === 2 && !facts.isWordStyle ? args.shorts.has(option.slice(1)) : args.words.has(option)
}

/** True if some option of a list is given. */
export function isAnyGiven(args: OptionWords, options: ReadonlySet<string>, facts: OptionFacts): boolean {
  for (const option of options) if (isGiven(args, option, facts)) return true
  return false
}

/** True if the call does not end by itself, by the option facts of its program. */
export const neverEnds = (args: OptionWords, facts: OptionFacts): boolean =>
  (facts.isEndless || isAnyGiven(args, facts.endless, facts)) && !isAnyGiven(args, facts.ends, facts)
