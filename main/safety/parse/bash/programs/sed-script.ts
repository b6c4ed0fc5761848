import type { OptionFacts } from '../../../options/option-facts.ts'
import { type Arg, hasFlag, type ParsedArgs } from '../../shared/arguments.ts'
import { findScripts } from '../../shared/scripts.ts'
import { addSink } from '../../shared/sinks.ts'
import type { ProgramCall } from '../program-call.ts'
import { addSecret } from '../secret-check.ts'

const WRITES = { en: 'sed writes a file', zh: 'sed 写入文件' }
const RUNS = { en: 'sed runs a command', zh: 'sed 执行命令' }
const HIDDEN = {
  en: 'cannot be judged: sed script in a file or not understood',
  zh: '无法判断：sed 脚本在文件中或无法解析',
}

interface SedScan {
  readonly writes: readonly string[]
  readonly reads: readonly string[]
  readonly isRunning: boolean
  readonly isUnclear: boolean
}

/**
 * Judges `sed`: scripts of the command line are found by the option table and read command by command.
 *
 * Handles: `e` (runs), `w` and `s///w` (writes), `r` (reads a file), `-i`; a call that no manual covers is searched in all
 * its words, because its script may stand anywhere.
 * @example `sed -n 1,5p f` → read
 * @example `sed '1e reboot' f` → destructive
 * @example `sed -i s/a/b/ f` → change
 * @example `sed -f script f` → unknown
 */
export function judgeSed(call: ProgramCall, parsed: ParsedArgs, facts: OptionFacts): void {
  const { args, covered, scope, judge } = call
  const { verdict } = scope
  const isInPlace = parsed.shorts.has('i') || hasFlag(parsed, 'in-place', [])
  if (isInPlace) {
    for (const arg of parsed.operands) addSink(arg, scope.directories, 'erase', verdict)
  }
  const found = findScripts(args, facts)
  if (!covered && !found.isComplete) verdict.add('unknown', 'sed.hidden', HIDDEN)
  const guessed = isInPlace && found.isComplete ? found.scripts : anywhere(args, found.scripts)
  const scripts = covered ? covered.scripts : guessed
  for (const script of scripts) {
    if (script.isOpaque) verdict.add('unknown', 'sed.hidden', HIDDEN)
    const scan = scanSed(script.value)
    if (scan.isUnclear) verdict.add('unknown', 'sed.hidden', HIDDEN)
    if (scan.isRunning) {
      verdict.add('unknown', 'sed.runs', RUNS)
      for (const text of [withoutCommand(script.value), ...script.value.split(/[\n;]/).map(withoutCommand)]) {
        scope.aside('destructive', () => void judge.script(text, scope))
      }
      const parts = script.value.split(/(?<!\\)[/|#,]/)
      for (const part of parts) scope.aside('destructive', () => void judge.script(part, scope))
    }
    for (const file of scan.writes) {
      verdict.add('change', 'sed.writes', WRITES)
      addSink({ value: file }, scope.directories, 'erase', verdict)
    }
    for (const file of scan.reads) addSecret({ value: file }, scope)
  }
}

/** Returns the text behind the command `e` and its address. */
const withoutCommand = (line: string): string => line.replace(/^[\d$,!\s]*e\s*/, '')

/** Words that may be scripts, with what stands attached to an option, beside those that were found; each text once. */
function anywhere(args: readonly Arg[], found: readonly Arg[]): Arg[] {
  const words = args.flatMap((arg) => {
    const attached = /^--?[A-Za-z-]*?[e=](.+)$/s.exec(arg.value)?.[1]
    return attached === undefined ? [arg] : [arg, { ...arg, value: attached }]
  })
  const known = new Set(words.map((word) => word.value))
  return [...words, ...found.filter((script) => !known.has(script.value))]
}

/** Reads a sed script; whatever is not a well-known harmless command makes it unclear. */
function scanSed(script: string): SedScan {
  const writes: string[] = []
  const reads: string[] = []
  let isRunning = false
  let i = 0
  const unclear = (): SedScan => ({
    writes,
    reads,
    isRunning: isRunning || /(?:^|[\s;{}\d$/])e\b|\/[gpimIM\d]*e/.test(script),
    isUnclear: true,
  })
  const restOfLine = (): string => {
    const end = script.indexOf('\n', i)
    const text = script.slice(i, end < 0 ? undefined : end).trim()
    i = end < 0 ? script.length : end
    return text
  }
  while (i < script.length) {
    if (/[\s;{}]/.test(script.charAt(i))) {
      i++
      continue
    }
    const address =
      /^(?:(?:\d+(?:~\d+)?|\$|\/(?:\\.|\[[^\]\n]*\]|[^/\\\n[])*\/[IM]*|\\([^\n])(?:(?!\1)[^\\\n]|\\.)*\1[IM]*)\s*(?:,\s*[+~]?(?:\d+|\$|\/(?:\\.|\[[^\]\n]*\]|[^/\\\n[])*\/[IM]*))?)?\s*!*\s*/.exec(
        script.slice(i),
      )
    i += address?.[0].length ?? 0
    const command = script.charAt(i++)
    if (command === '') break
    if ('{}'.includes(command)) continue
    if (command === '#') restOfLine()
    else if ('=dDgGhHnNpPxzF'.includes(command)) continue
    else if ('qQlL'.includes(command)) i += /^\s*\d*/.exec(script.slice(i))?.[0].length ?? 0
    else if (':btT'.includes(command)) {
      // GNU sed reads a label to the end of the line, busybox to the first blank.
      const label = /^[ \t]*(?:[\w.-]+[ \t]*)?(?=[;\n}]|$)/.exec(script.slice(i))?.[0]
      if (label === undefined) return unclear()
      i += label.length
    } else if ('aic'.includes(command)) restOfLine()
    else if ('wW'.includes(command)) writes.push(restOfLine())
    else if ('rR'.includes(command)) reads.push(restOfLine())
    else if (command === 'e') {
      isRunning = true
      restOfLine()
    } else if (command === 's' || command === 'y') {
      const end = endOfSubstitution(script, i)
      if (end < 0) return unclear()
      i = end
      const flags = /^[gpiImM\d]*/.exec(script.slice(i))?.[0] ?? ''
      i += flags.length
      const next = script.charAt(i)
      if (next === 'w') {
        i++
        writes.push(restOfLine())
      } else if (next === 'e') {
        isRunning = true
        i++
      }
    } else return unclear()
  }
  return { writes, reads, isRunning, isUnclear: false }
}

/** Position after the third delimiter of `s/a/b/`, -1 when it does not end. */
function endOfSubstitution(script: string, start: number): number {
  const delimiter = script.charAt(start)
  if (delimiter === '' || delimiter === '\\' || delimiter === '\n') return -1
  let left = 2
  for (let i = start + 1; i < script.length; i++) {
    const char = script.charAt(i)
    if (char === '\\') i++
    else if (char === '[' && left === 2 && delimiter !== '[') {
      // Whether the delimiter counts inside brackets differs between versions of sed.
      const close = script.indexOf(']', i + 2)
      if (close < 0 || script.slice(i, close).includes(delimiter)) return -1
      i = close
    } else if (char === delimiter && --left === 0) return i + 1
  }
  return -1
}
