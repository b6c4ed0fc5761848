import type { OptionFacts } from '../../../options/option-facts.ts'
import type { Arg } from '../../shared/arguments.ts'
import { quotedStrings, scanLiteral } from '../../shared/literal-scan.ts'
import type { BashScope, InnerJudge } from '../bash-scope.ts'
import { FLOOR_REASONS } from '../floor-reasons.ts'

const MAX_STRINGS = 40

/**
 * Judges code of another language by the commands written in it as strings; never better than `unknown`.
 *
 * Handles: quoted strings, `spawn` of expect, what stands behind the last `|` or `!`.
 * @example `perl -e 'system("rm -rf /srv")'` → destructive
 * @example `vim -c '!reboot'` → destructive
 */
export function judgeCode(text: string, scope: BashScope, judge: InnerJudge): void {
  if (!/[\s(;!"'`]/.test(text)) return
  const found = scanLiteral(text, false)
  if (found !== 'unknown') scope.verdict.add(found, 'code.scan', FLOOR_REASONS.code)
  const strings = quotedStrings(text).slice(0, MAX_STRINGS)
  const spawned = /\bspawn\s+([^;\n]{2,})/.exec(text)?.[1]
  const escaped = lastCommand(text)
  for (const string of [...strings, strings.join(' '), ...(escaped ? [escaped] : []), ...(spawned ? [spawned] : [])]) {
    if (string.length < 2) continue
    scope.aside('destructive', () => void judge.script(string, scope))
  }
}

/** Returns the text behind the last `|`, or a `!` that no quote follows: the shell escape of another language. */
function lastCommand(text: string): string | undefined {
  const from = Math.max(text.lastIndexOf('|'), text.lastIndexOf("'"), text.lastIndexOf('"'))
  const at = text.charAt(from) === '|' ? from : text.indexOf('!', from + 1)
  const command = at < 0 ? '' : text.slice(at + 1).trimStart()
  return command.length > 1 ? command : undefined
}

/** Judges the values of options that are shell text: `--name=text`, `--name text`, `-x text`, `-xtext`. */
export function judgeTextOptions(args: readonly Arg[], facts: OptionFacts, scope: BashScope, judge: InnerJudge): void {
  if (facts.shellText.size === 0) return
  args.forEach((arg, i) => {
    const text = optionText(arg.value, facts.shellText, args[i + 1]?.value)
    if (!text || (/^-c/.test(arg.value) && !text.includes('='))) return
    judge.script(text.replace(/^(?:exec=|[\w.:-]+=!?|!)/, ''), scope)
  })
}

function optionText(given: string, options: ReadonlySet<string>, next: string | undefined): string | undefined {
  for (const option of options) {
    if (option.startsWith('--')) {
      const equals = given.indexOf('=')
      const name = given.slice(0, equals > 0 ? equals : undefined)
      if (name.length > 3 && option.startsWith(name)) return equals > 0 ? given.slice(equals + 1) : next
    } else if (option.length === 2) {
      const at = /^-[A-Za-z]/.test(given) ? given.indexOf(option.slice(1)) : -1
      if (at > 0) return at < given.length - 1 ? given.slice(at + 1) : next
    } else if (given === option) return next
  }
  return undefined
}
