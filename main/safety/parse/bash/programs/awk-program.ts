import type { OptionFacts } from '../../../options/option-facts.ts'
import { findScripts } from '../../shared/scripts.ts'
import type { ProgramCall } from '../program-call.ts'
import { judgeCode } from '../words/inner-text.ts'
import { type AwkToken, readAwk } from './awk-tokens.ts'

const HIDDEN = {
  en: 'cannot be judged: awk runs a command, writes a file or reads its program from a file',
  zh: '无法判断：awk 执行命令、写文件或从文件读取程序',
}
/** Words that run, read, write or show what only the device knows; `ENVIRON` holds secrets. */
const ACTING = new Set(
  'system getline close fflush ARGV ARGC ARGIND ENVIRON PROCINFO SYMTAB FUNCTAB load include namespace'.split(' '),
)

/**
 * Judges `awk`: a program without commands, files and indirect calls only reads.
 *
 * Handles: `print | "sh"`, `"cmd" | getline`, `system()`, `print > "file"`, `@load`, programs that the awks read
 * differently (the worst reading counts); programs are found by the option table.
 * @example `awk '{ print $1 }' f` → read
 * @example `awk 'BEGIN { system("reboot") }'` → destructive
 * @example `gawk -e 'BEGIN { "date" | getline x }'` → unknown
 */
export function judgeAwk({ args, covered, scope, judge }: ProgramCall, facts: OptionFacts): void {
  const programs = covered?.scripts ?? []
  if (programs.length > 0 && programs.every((program) => !program.isOpaque && isHarmlessAwk(program.value))) return
  scope.verdict.add('unknown', 'awk.hidden', HIDDEN)
  const texts = [...findScripts(args, facts).scripts, ...args].map((arg) => arg.value)
  for (const text of new Set(texts)) judgeCode(text, scope, judge)
}

/** True if an awk program, in every way it may be read, neither runs, writes nor opens anything. */
function isHarmlessAwk(program: string): boolean {
  return readAwk(program)?.every(isHarmlessReading) === true
}

function isHarmlessReading(tokens: readonly AwkToken[]): boolean {
  const acts = tokens.some(
    (token) =>
      (token.kind === 'word' && isActing(token.text)) ||
      (token.kind === 'sign' && (token.text === '|' || token.text === '|&' || token.text === '@')),
  )
  return !acts && !writesWithPrint(tokens)
}

/** A number may stand right before a name: `1system("x")`. */
const isActing = (word: string): boolean =>
  ACTING.has(word) || [...word.matchAll(/\d/g)].some((digit) => ACTING.has(word.slice(digit.index + 1)))

/** A `>` after `print` outside of parentheses writes a file; elsewhere it compares. */
function writesWithPrint(tokens: readonly AwkToken[]): boolean {
  let depth: number | undefined
  for (const token of tokens) {
    if (token.kind === 'word' && /(?:^|\d)printf?$/.test(token.text)) depth = 0
    else if (depth === undefined || token.kind === 'literal' || token.kind === 'word') continue
    else if (token.kind === 'newline') depth = depth > 0 ? depth : undefined
    else if (token.text === '(') depth++
    else if (token.text === ')') depth--
    else if (depth <= 0 && (token.text === '>' || token.text === '>>')) return true
    else if (depth <= 0 && /^[;}]$/.test(token.text)) depth = undefined
  }
  return false
}
