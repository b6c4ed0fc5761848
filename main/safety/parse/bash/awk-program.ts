import type { ParsedArgs } from '../shared/arguments.ts'
import type { BashScope, InnerJudge } from './bash-scope.ts'
import { judgeCode } from './inner-text.ts'

const HIDDEN = {
  en: 'cannot be judged: awk runs a command, writes a file or reads its program from a file',
  zh: '无法判断：awk 执行命令、写文件或从文件读取程序',
}

/** Judges `awk`: a program without commands, files and indirect calls only reads. */
export function judgeAwk(parsed: ParsedArgs, scope: BashScope, judge: InnerJudge): void {
  const isHidden =
    /[fileElDdo]/.test([...parsed.shorts].filter((flag) => 'fEilDdoe'.includes(flag)).join('')) ||
    parsed.longs.some(
      (name) =>
        !/^(?:re-interval|posix|traditional|version|help|field-separator|assign|sandbox|csv|bignum|lint|optimize|use-lc-numeric)$/.test(
          name,
        ),
    )
  const program = parsed.operands[0]
  if (isHidden || program?.isOpaque || (program && !isHarmlessAwk(program.value))) {
    scope.verdict.add('unknown', 'awk.hidden', HIDDEN)
    for (const arg of parsed.all) judgeCode(arg.value, scope, judge)
  }
}

/** Whether an awk program neither runs, writes nor opens anything. */
function isHarmlessAwk(program: string): boolean {
  if (/system\s*\(|getline/.test(program)) return false
  const bare = withoutLiterals(program)
  if (bare === undefined) return false
  if (/\b(?:system|getline|close|fflush|ARGV|ARGC|ENVIRON|PROCINFO|SYMTAB|FUNCTAB|load|include)\b|@|\|&/.test(bare))
    return false
  if (/(?<!\|)\|(?!\|)/.test(bare)) return false
  return !writesWithPrint(bare)
}

/** A `>` after `print` outside of parentheses writes a file; elsewhere it compares. */
function writesWithPrint(bare: string): boolean {
  for (const found of bare.matchAll(/\bprintf?\b/g)) {
    let depth = 0
    for (let i = found.index + found[0].length; i < bare.length; i++) {
      const char = bare.charAt(i)
      if (char === '(') depth++
      else if (char === ')') depth--
      else if (char === '>' && depth <= 0) return true
      else if (depth <= 0 && /[;}\n]/.test(char)) break
    }
  }
  return false
}

/** The program with strings and regular expressions blanked; undefined when one does not end. */
function withoutLiterals(program: string): string | undefined {
  let bare = ''
  for (let i = 0; i < program.length; i++) {
    const char = program.charAt(i)
    const before = char === '/' ? bare.slice(-40).trimEnd() : ''
    if (/(?:\+\+|--)$/.test(before)) return undefined
    const isRegex = char === '/' && (!/[\w)\]$.]$/.test(before) || /\b(?:printf?|return|in|case|else|do)$/.test(before))
    if (char === '#') {
      const end = program.indexOf('\n', i)
      i = end < 0 ? program.length : end - 1
    } else if (char === '"' || isRegex) {
      const end = closing(program, i)
      if (end < 0) return undefined
      bare += '0'
      i = end
    } else bare += char
  }
  return bare
}

function closing(program: string, start: number): number {
  const open = program.charAt(start)
  let isBracket = false
  for (let i = start + 1; i < program.length; i++) {
    const char = program.charAt(i)
    if (char === '\\') i++
    else if (char === '\n') return -1
    else if (open === '/' && char === '[') isBracket = true
    else if (open === '/' && char === ']') isBracket = false
    else if (char === open && !isBracket) return i
  }
  return -1
}
