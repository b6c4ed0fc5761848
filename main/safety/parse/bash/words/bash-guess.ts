import type { Arg } from '../../shared/arguments.ts'
import { namesMeeting, programName } from '../../shared/program-name.ts'
import { type BashScope, type InnerJudge, MAX_SCRIPT_DEPTH } from '../bash-scope.ts'
import { SHELLS } from '../bash-shell.ts'

const MAX_TOTAL = 60
const MAX_PLACES = 4
const MAX_LOOSE = 10
const MAX_WORDS = 80
const MAX_WILDCARD_WORDS = 8

/** Judges words as a program where that is only possible, and keeps what destroys. */
function guess(argv: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  scope.guesses++
  if (scope.depth >= MAX_SCRIPT_DEPTH || scope.guesses > MAX_TOTAL) {
    scope.isOverBudget = true
    return
  }
  scope.depth++
  scope.aside('destructive', () => void judge.argv(argv.slice(0, MAX_WORDS), scope, undefined))
  scope.depth--
}

function isKnown(arg: Arg | undefined, scope: BashScope): boolean {
  if (!arg) return false
  const { name } = programName(arg)
  return SHELLS.has(name) || scope.tables.isListed(name)
}

/**
 * Judges all programs that a name with wildcards can mean, and keeps what destroys.
 *
 * Handles: names of listed programs, alone or in the usual directories.
 * @example `/bin/r? -rf /` → forbidden
 * @example `/bin/l?` → unknown
 */
export function judgeWildcardName(pattern: string, args: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  scope.floor('glob')
  if (scope.guesses > MAX_TOTAL || pattern.length > MAX_WORDS) {
    scope.isOverBudget = true
    return
  }
  if (args.length > MAX_WILDCARD_WORDS) scope.isOverBudget = true
  const few = args.slice(0, MAX_WILDCARD_WORDS)
  scope.verdict.budget.spend(pattern.length * 100)
  for (const name of namesMeeting(pattern, [...SHELLS, ...scope.tables.names()])) {
    if (scope.guesses > MAX_TOTAL) return
    guess([{ value: name }, ...few], scope, judge)
  }
}

/** Judges every word as a program, and the text after `-c`: for wrappers with several forms. */
export function guessAnywhere(args: readonly Arg[], hasText: boolean, scope: BashScope, judge: InnerJudge): void {
  args.slice(0, MAX_LOOSE).forEach((arg, i) => {
    const next = args[i + 1]
    if (hasText && next && /^-[a-z]*c$|^--(?:session-)?command$/.test(arg.value)) judge.script(next.value, scope)
    if ((i > 0 || args.length > 1) && isKnown(arg, scope)) guess(args.slice(i), scope, judge)
  })
}

/** Judges the words after a place that options made uncertain. */
export function guessProgram(rest: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  scope.floor('place_of_program')
  for (let i = 1; i <= Math.min(MAX_PLACES, rest.length - 1); i++) {
    if (isKnown(rest[i], scope)) guess(rest.slice(i), scope, judge)
  }
}

/** Judges the first known program among the arguments of one that is on no list. */
export function guessUnlisted(args: readonly Arg[], scope: BashScope, judge: InnerJudge): void {
  for (const arg of args.slice(0, MAX_LOOSE)) {
    if (/\s/.test(arg.value)) scope.aside('destructive', () => void judge.script(arg.value, scope))
  }
  const at = args.slice(0, MAX_LOOSE).findIndex((arg) => isKnown(arg, scope))
  if (at >= 0) guess(args.slice(at), scope, judge)
}
