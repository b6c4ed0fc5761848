import type { Shell } from '../../../preload/contract/models/safety/safety.ts'

/** More parts than these are left as they are, and so count in full. */
const MAX_PARTS = 64
const TO_NOWHERE = /(?:(?<=\s)[012])?>>?[ \t]*\/dev\/null(?![\w/])|(?<=\s)2>&1(?!\w)/g
const SINGLE_QUOTES = /[\u2018-\u201b]/g
const DOUBLE_QUOTES = /[\u201c-\u201f]/g
const DASHES = /[\u2010-\u2015]/g
/** A pair of percent signs around what can be the name of a variable, or a lone one. */
const PERCENT = /%([A-Za-z]\w*[A-Za-z0-9](?::[^%\n]*)?)%|%/g
/** One that cmd drops, without a part in what is quoted. */
const CARET = /\^(?!["^\n]|$)/g
/** A program named by its file, as only Windows names one. */
const WINDOWS_FILE = /[\\:]|\.(?:exe|com|bat|cmd|ps1|vb[es]|js|ws[fh]|ms[ci]|cpl|scr|lnk)\b/i
const PLAIN_WORD = /^\s*(["'\w.+@/[\]:\\-]+)(?=[\s;,=]|$)/

/**
 * A command as another shell would meet it, in the characters that all tables read. Windows knows no `/dev/null`: what
 * goes there goes nowhere. cmd drops carets, and a percent sign that stands around no name is one. Letters of other
 * scripts mean nothing to any shell; what Windows takes for a quote or a dash becomes one.
 */
export function asMetBy(command: string, shell: Shell): string {
  if (shell === 'bash') return command
  const plain = command
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .normalize('NFKC')
    .replace(/[^\t\n\x20-\x7e]/g, 'x')
    .replace(TO_NOWHERE, ' ')
  if (shell === 'powershell') return plain
  return plain.replace(CARET, '').replace(PERCENT, (all, name?: string) => (name === undefined ? '' : all))
}

/**
 * The command with `echo` in place of each program that is not there: the shell still expands and redirects, then finds
 * nothing to run. A program named by its file on Windows stays.
 */
export function withoutAbsentPrograms(text: string, shell: Shell, isAbsent: (part: string) => boolean): string {
  const parts = partsOf(text, shell)
  if (parts.length > 2 * MAX_PARTS) return text
  return parts
    .map((part, index) => {
      const word = index % 2 === 0 ? PLAIN_WORD.exec(part)?.[1] : undefined
      const isFile = word !== undefined && shell !== 'bash' && WINDOWS_FILE.test(word)
      if (word === undefined || isFile || !isAbsent(part)) return part
      return part.replace(word, 'echo')
    })
    .join('')
}

/** True if a program is named by its file, as only Windows names one: it may be there. */
export function namesWindowsFile(text: string, shell: Shell): boolean {
  if (shell === 'bash') return false
  return partsOf(text, shell).some(
    (part, index) => index % 2 === 0 && WINDOWS_FILE.test(PLAIN_WORD.exec(part)?.[1] ?? ''),
  )
}

/** True if the second shell finds only programs that the first finds too, and none that the first quotes. */
export function readsSameCalls(text: string, first: Shell, second: Shell): boolean {
  if (/(?:^|\s)#/.test(text)) return false
  const programsOf = (shell: Shell): string[] =>
    partsOf(text, shell).flatMap((part, index) => (index % 2 === 0 ? [PLAIN_WORD.exec(part)?.[1] ?? ''] : []))
  const known = new Set(programsOf(first))
  // A word with a quote at its end is the rest of a quoted text: no program is called so.
  return programsOf(second).every((program) => known.has(program) || /['"]$/.test(program))
}

/** Parts of a command by turns with what separates them; quotes as the shell knows them. */
function partsOf(text: string, shell: Shell): readonly string[] {
  const quotes = shell === 'cmd' ? '"' : `"'`
  const separators = shell === 'cmd' ? '&|\n' : ';&|\n'
  const parts: string[] = ['']
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (quotes.includes(char)) quote = char
    const isTarget = char === '&' && text.charAt(i - 1) === '>'
    const isSeparator = quote === '' && separators.includes(char) && !isTarget
    if (isSeparator === (parts.length % 2 === 1)) parts.push('')
    parts[parts.length - 1] += char
  }
  return parts
}
