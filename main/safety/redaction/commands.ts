import { SECRET_OPTIONS, type SecretOptions } from '../secrets/secret-options.ts'
import { REDACTED } from './mark.ts'
import { matchAt, type Replacement, replaceAll } from './value.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const PROGRAMS = [...new Set([...SECRET_OPTIONS.keys()].map((key) => key.split(' ')[0] ?? key))]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')
const SUB_COMMANDS = new Map<string, string[]>()
for (const key of SECRET_OPTIONS.keys()) {
  const [program = '', sub] = key.split(' ')
  if (sub !== undefined) SUB_COMMANDS.set(program, [...(SUB_COMMANDS.get(program) ?? []), sub])
}

/** A program that takes secrets, with a word behind it. */
const PROGRAM = new RegExp(`(?<![\\w.-])(${PROGRAMS})(?:\\.exe)?(?:(?:\\\\?["'])?(?=[ \\t,\\0\\r\\n]))`, 'gi')
const INNER_PROGRAM = new RegExp(`[ \\t"'(\`/](?:${PROGRAMS})(?:\\.exe)?[ \\t]`, 'i')
/** One word of a command line, also on a line that continues it; a quote that ends the text around the command ends the word. */
const WORD =
  /[ \t]+(?:\\\r?\n[ \t]*)?((?:[^\s"'\\|;&()<>`]|`(?![A-Za-z/])|\\"(?:[^"\\\r\n]|\\[^"\r\n])*\\"|\\[^\r\n]|"(?!\s|$|[,}\])])(?:[^"\\\r\n]|\\[^\r\n])*"?|'(?!\s|$|[,}\])])[^'\r\n]*'?)+)/y
/** A command whose output is a word: the call goes on behind it. */
const NESTED = /[ \t]+(?:"?\$\([^()\r\n]{0,400}\)"?|"?`[^`\r\n]{0,400}`"?)(?=\s|$|[,}\])"'])/y
const ARRAY_ITEM = /(\s{0,80},\s{0,80})(\\?["'])((?:(?!\2)[^\r\n]){0,400})\2/y
const YAML_ITEM =
  /(\r?\n[ \t]{0,80}-[ \t]{1,80})(["']?)([^\s"'](?:[^"'\r\n]{0,400}[^\s"'])?)\2(?=[ \t]{0,80}(?:\r?\n|$))/y
const NUL_ITEM = /(\0)()([^\0\r\n]{1,400})/y
const MAX_WORDS = 200
/** Operands among which a sub-command is looked for: options before it may take values. */
const SUB_WITHIN = 20
/** Not the secret itself: a variable, a source of it, a switch of Windows, a share, an assignment to something else. */
const NO_SECRET =
  /^(?:\$(?:\{\w*\}?|[A-Z_]\w*|\()?$|%\w+%$|(?:file|env|fd):|stdin$|prompt$|-$|\*$|\{\{|process\.env\.|\$\d$|(?:MY_|YOUR_)?(?:PASS|PASSWD|PASSWORD|PSK|PW|SECRET|TOKEN)$|\/[A-Za-z]+(?::|$)|\\\\|[A-Za-z]:$|\[redacted\])/
const VALUE_OF_PASS = /^pass:/

/** Text that a program reads as a password: `echo X | chpasswd`. */
const READER =
  /\|[ \t]*(?:sudo[ \t]+)?(?:chpasswd|passwd|smbpasswd|pdbedit|cryptsetup|vncpasswd|sudo[ \t]+-\w*S|su|wpa_passphrase|mosquitto_passwd|(?:docker|podman|helm|skopeo|gh|npm)[ \t][^|\r\n]{0,80}(?:-stdin|--with-token))\b/g
const WRITER = /\b(?:echo|printf)[ \t]+(?:-[A-Za-z]+[ \t]+)?(?=[^ \t])/
const MAX_PIPED = 600
const MAX_BEFORE_STRING = 100
const HERE_STRING = /<<<[ \t]*("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"']+)/g
/** `chpasswd <<EOF` and the lines `user:password` behind it. */
const USER_LINE = /^([^\s:]{1,64}:)[^\r\n]{1,400}/
const PASSWORD_CALL =
  /(username_pw_set\([ \t]{0,20}["'][^"'\r\n]{0,80}["'][ \t]{0,20},[ \t]{0,20}(?:password[ \t]?=[ \t]?)?)(["'])[^"'\r\n]{0,400}["']?/g

interface Word {
  readonly text: string
  readonly start: number
}

/** Takes the secrets out of command lines, by the table of options. */
export function redactCommands(text: string): string {
  const found: Replacement[] = []
  // Calls inside the words of another are read once more, and none inside those: the time stays linear.
  let outerEnd = 0
  PROGRAM.lastIndex = 0
  for (let match = PROGRAM.exec(text); match !== null; match = PROGRAM.exec(text)) {
    const program = (match[1] ?? '').toLowerCase()
    const start = match.index + match[0].length
    const items = itemsFrom(text, match.index, start)
    const { words, end } = items.words.length > 0 ? items : wordsFrom(text, start, start >= outerEnd)
    outerEnd = Math.max(outerEnd, words.at(-1)?.start ?? 0)
    const used = redactCall(program, words, found)
    PROGRAM.lastIndex = used ?? Math.max(end, start)
  }
  found.sort((a, b) => a.start - b.start)
  return redactHereDocuments(redactPiped(replaceAll(text, found)))
    .replace(HERE_STRING, (whole, value: string, at: number, all: string) =>
      /\b(?:chpasswd|passwd|smbpasswd)/.test(commandBefore(all, at, MAX_BEFORE_STRING))
        ? whole.slice(0, whole.length - value.length) + REDACTED
        : whole,
    )
    .replace(PASSWORD_CALL, (_whole, before: string, quote: string) => before + quote + REDACTED + quote)
}

function redactHereDocuments(text: string): string {
  if (!text.includes('chpasswd')) return text
  let isInside = false
  const lines = text.split('\n').map((line) => {
    const wasInside = isInside
    isInside = wasInside ? USER_LINE.test(line) : /chpasswd\b[^<]{0,80}<<(?!<)/.test(line)
    return wasInside && isInside ? line.replace(USER_LINE, `$1${REDACTED}`) : line
  })
  return lines.join('\n')
}

function redactPiped(text: string): string {
  const found: Replacement[] = []
  for (const { index: end } of text.matchAll(READER)) {
    const command = commandBefore(text, end, MAX_PIPED)
    const writer = WRITER.exec(command)
    if (writer === null) continue
    const body = command.slice(writer.index + writer[0].length)
    if (body.trim() === REDACTED || body.startsWith('$')) continue
    found.push({ start: end - body.length, end, text: `${REDACTED} ` })
  }
  return replaceAll(text, found)
}

/** What stands on the line before `end`, after a pipe, within `max` characters: expressions that looked ahead cost more. */
function commandBefore(text: string, end: number, max: number): string {
  const before = text.slice(Math.max(0, end - max), end)
  return before.slice(Math.max(...['|', '\r', '\n'].map((sign) => before.lastIndexOf(sign))) + 1)
}

/** The words of the call that begins at `start`, to a separator, the end of its line, or a command inside quotes. */
function wordsFrom(
  text: string,
  start: number,
  canNest: boolean,
): { readonly words: readonly Word[]; readonly end: number } {
  const words: Word[] = []
  let end = start
  let nested: number | undefined
  while (words.length < MAX_WORDS) {
    const inner = canNest ? matchAt(NESTED, text, end) : undefined
    if (inner !== undefined) {
      nested ??= end
      words.push({ text: '$()', start: end })
      end += inner.length
      continue
    }
    WORD.lastIndex = end
    const match = WORD.exec(text)
    if (match === null) break
    const word = match[1] ?? ''
    const at = match.index + match[0].length - word.length
    if (/["']/.test(word) && /[ \t]/.test(word) && INNER_PROGRAM.test(word)) return { words, end: nested ?? at }
    words.push({ text: word, start: at })
    end = match.index + match[0].length
  }
  // `2>&1`: the number of a stream is no operand.
  if (/[<>]/.test(text[end] ?? '') && /^\d$/.test(words.at(-1)?.text ?? '')) words.pop()
  return { words, end: nested ?? end }
}

/** The words of a call that is a list: of JSON, of YAML with one word a line, or set apart by NUL. */
function itemsFrom(text: string, at: number, start: number): { readonly words: readonly Word[]; readonly end: number } {
  const item = text[start] === '\0' ? NUL_ITEM : text[start] === ',' || !isYamlItem(text, at) ? ARRAY_ITEM : YAML_ITEM
  const words: Word[] = []
  let end = start
  while (words.length < MAX_WORDS) {
    item.lastIndex = end
    const match = item.exec(text)
    if (match === null) break
    const [whole, before = '', quote = '', word = ''] = match
    end += whole.length
    words.push({ text: word, start: match.index + before.length + quote.length })
  }
  return { words, end }
}

function isYamlItem(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 100), at)
  return /^[ \t]*-[ \t]+["']?[\w./]*$/.test(line.slice(line.lastIndexOf('\n') + 1))
}

/** Adds what is to be taken out; for a wrapper, answers where its own options end. */
function redactCall(program: string, words: readonly Word[], found: Replacement[]): number | undefined {
  const { spec, from } = specOf(program, words)
  if (spec === undefined) return undefined
  let operand = 0
  let last: Word | undefined
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) continue
    const taken = secretOf(spec, word, words[i + 1])
    if (taken !== undefined) {
      add(found, taken)
      if (taken.isNext) i++
    } else if (!word.text.startsWith('-') && i >= from) {
      if (spec.isWrapper) return word.start - 1
      if (spec.isAssigned && /^[\w.-]{1,80}=[^@]/.test(word.text))
        add(found, { word, skip: word.text.indexOf('=') + 1, isNext: false })
      last = word
      if (spec.operands?.includes(operand)) add(found, { word, skip: 0, isNext: false })
      operand++
    }
  }
  const isLast =
    spec.lastOperandWith !== undefined && words.some(({ text }) => isCluster(text, spec.lastOperandWith ?? ''))
  if ((isLast || spec.isLastOperand) && last !== undefined) add(found, { word: last, skip: 0, isNext: false })
  return undefined
}

function specOf(
  program: string,
  words: readonly Word[],
): { readonly spec: SecretOptions | undefined; readonly from: number } {
  const subs = SUB_COMMANDS.get(program)
  if (subs !== undefined) {
    const at = words.findIndex(({ text }, i) => i < SUB_WITHIN && subs.includes(text))
    const sub = words[at]?.text
    if (sub !== undefined) return { spec: SECRET_OPTIONS.get(`${program} ${sub}`), from: at + 1 }
  }
  return { spec: SECRET_OPTIONS.get(program), from: 0 }
}

interface Taken {
  readonly word: Word
  /** Signs of the word before the secret. */
  readonly skip: number
  readonly isNext: boolean
  /** Stays with what is before it. */
  readonly sign?: string
}

function secretOf(spec: SecretOptions, word: Word, next: Word | undefined): Taken | undefined {
  const { text } = word
  for (const { options, sign } of spec.pairs ?? []) {
    for (const option of options) {
      const taken = optionValue(option, text, word, next)
      if (taken !== undefined) return { ...taken, sign }
    }
  }
  if (text.startsWith('--')) {
    for (const name of spec.longs ?? []) {
      const taken = optionValue(`--${name}`, text, word, next)
      if (taken !== undefined) return taken
    }
  } else if (/^-[A-Za-z]/.test(text)) {
    for (const letter of spec.attached ?? '') {
      if (text.startsWith(`-${letter}`) && text.length > 2) return { word, skip: 2, isNext: false }
    }
    for (const letter of spec.shorts ?? '') {
      const taken = optionValue(`-${letter}`, text, word, next)
      if (taken !== undefined) return taken
    }
  }
  for (const name of spec.words ?? []) {
    if (text === name && next !== undefined) return { word: next, skip: 0, isNext: true }
    if (/[:=]$/.test(name) && text.startsWith(name) && text.length > name.length)
      return { word, skip: name.length, isNext: false }
    if (name === '-hp' && text.startsWith(name) && text.length > 3) return { word, skip: 3, isNext: false }
  }
  return undefined
}

/** `--name X`, `--name=X`, `-n X`, `-nX`, and `-sn X` where short options stand together. */
function optionValue(option: string, text: string, word: Word, next: Word | undefined): Taken | undefined {
  if (text === option) return next === undefined ? undefined : { word: next, skip: 0, isNext: true }
  if (option.startsWith('--')) {
    return text.startsWith(`${option}=`) ? { word, skip: option.length + 1, isNext: false } : undefined
  }
  if (text.startsWith(option) && !text.startsWith('--')) return { word, skip: option.length, isNext: false }
  const isLast = isCluster(text, option.slice(1)) && text.endsWith(option.slice(1))
  return isLast && next !== undefined ? { word: next, skip: 0, isNext: true } : undefined
}

function isCluster(text: string, letter: string): boolean {
  return /^-[A-Za-z]{1,6}$/.test(text) && text.includes(letter)
}

function add(found: Replacement[], { word, skip, sign }: Taken): void {
  const value = word.text.slice(skip)
  const quote = /^\\?["']/.exec(value)?.[0] ?? ''
  const isClosed = quote !== '' && value.length >= 2 * quote.length && value.endsWith(quote)
  const inner = value.slice(quote.length, isClosed ? value.length - quote.length : undefined)
  const kept = keptOf(inner, sign)
  if (kept === undefined || inner === '' || (!quote.endsWith("'") && NO_SECRET.test(inner))) return
  const start = word.start + skip
  found.push({ start, end: start + value.length, text: quote + kept + REDACTED + (isClosed ? quote : '') })
}

/** What stays readable of a value; undefined where it holds no secret. */
function keptOf(value: string, sign: string | undefined): string | undefined {
  if (sign === undefined) return VALUE_OF_PASS.exec(value)?.[0] ?? ''
  const at = value.indexOf(sign)
  if (at < 0 || at === value.length - 1 || value.startsWith(REDACTED, at + 1)) return undefined
  return value.slice(0, at + 1)
}
