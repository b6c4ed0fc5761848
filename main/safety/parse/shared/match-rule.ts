import type { OptionFacts } from '../../options/option-facts.ts'
import type { Condition, Rule } from '../../tables/rule.ts'
import { hasFlag, neverEnds, type ParsedArgs } from './arguments.ts'

/** A row with its lists split once. */
export interface CompiledRule {
  readonly rule: Rule
  readonly flags: readonly string[] | undefined
  readonly without: readonly string[] | undefined
  readonly subs: readonly (readonly string[])[] | undefined
  /** It asks for nothing to be there: it speaks for the calls that no manual covers. */
  readonly isFallback: boolean
}

const words = (text: string | undefined): string[] | undefined => text?.split(' ')

/** Conditions that a call without options and operands meets. */
const NEGATIVE = new Set(['without', 'noArg', 'noOperand', 'max', 'notOnly', 'neverEnds'])

/** Prepares a row for matching. */
export function compileRule(rule: Rule): CompiledRule {
  const when: Condition = rule.when ?? {}
  return {
    rule,
    flags: words(when.flags),
    without: words(when.without),
    subs: when.sub?.split('|').map((sequence) => sequence.split(' ')),
    isFallback: rule.isFallback === true || !Object.keys(when).some((key) => !NEGATIVE.has(key)),
  }
}

/**
 * True if a row applies to these arguments. Rows worse than `read` also match where an option may hide the place.
 *
 * Handles: flags in any order and abbreviated, sub-commands behind options, counts and patterns of operands.
 * @example `systemctl --no-pager stop ssh` → destructive
 * @example `ip l set eth0 down` → destructive
 * @example `journalctl --rot` → destructive
 */
export function matchesRule(compiled: CompiledRule, args: ParsedArgs, facts: OptionFacts): boolean {
  const when = compiled.rule.when
  if (!when) return true
  if (compiled.flags && !compiled.flags.some((flag) => mayHaveFlag(args, flag, facts.longs))) return false
  if (compiled.without?.some((flag) => hasFlag(args, flag, facts.longs))) return false
  if (when.neverEnds && !neverEnds(args, facts)) return false
  if (when.arg && !args.all.some((arg) => when.arg?.test(arg.value))) return false
  if (when.noArg && args.all.some((arg) => when.noArg?.test(arg.value))) return false
  if (when.noOperand && args.operands.some((arg) => when.noOperand?.test(arg.value))) return false
  if (when.only && !hasOnly(args, when.only)) return false
  if (when.notOnly && hasOnly(args, when.notOnly)) return false
  let rest = args.operands
  if (compiled.subs) {
    const taken = longestSub(compiled, args, facts)
    if (taken < 0) return false
    rest = args.operands.slice(taken)
  }
  if (when.min !== undefined && rest.length < when.min) return false
  if (when.max !== undefined && rest.length > when.max) return false
  return !when.operand || rest.some((arg) => when.operand?.test(arg.value))
}

/** A word that an option may have taken as its value may be an option as well, where the table is wrong. */
const mayHaveFlag = (args: ParsedArgs, flag: string, longs: readonly string[]): boolean =>
  hasFlag(args, flag, longs) || hasFlag(args.skipped, flag, longs)

const hasOnly = (args: ParsedArgs, pattern: RegExp): boolean =>
  args.all.length > 0 && args.all.every((arg) => pattern.test(arg.value))

/** Number of operands up to the end of the matching sub-command, -1 when none matches. */
function longestSub(compiled: CompiledRule, args: ParsedArgs, facts: OptionFacts): number {
  const isRead = compiled.rule.class === 'read'
  let longest = -1
  for (const sequence of compiled.subs ?? []) longest = Math.max(longest, endOfSequence(sequence, args, facts, isRead))
  return longest
}

/** Position after the sequence; for rows worse than `read`, values of unknown options may stand between its words. */
function endOfSequence(sequence: readonly string[], args: ParsedArgs, facts: OptionFacts, isExact: boolean): number {
  let next = 0
  for (let at = 0; at < args.operands.length; at++) {
    const word = sequence[next]
    if (word === undefined) break
    if (at - next > (isExact ? 0 : (args.uncertain[at] ?? 0))) return -1
    if (isWord(word, args.operands[at]?.value ?? '', facts)) next++
    if (next === sequence.length) return at + 1
  }
  return -1
}

function isWord(word: string, given: string, facts: OptionFacts): boolean {
  if (given === word || (word.endsWith('*') && given.startsWith(word.slice(0, -1)))) return true
  return facts.isAbbreviating && given.length > 0 && word.startsWith(given)
}
