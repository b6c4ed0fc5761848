import type { OptionFacts } from '../options/option-facts.ts'
import type { OptionRow } from '../options/option-row.ts'
import { OPTION_ROWS } from '../options/option-table.ts'
import { SecretTable, type Word } from '../options/secret-table.ts'
import { REDACTED } from './mark.ts'
import { matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

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
/** Not the secret itself: a variable, a source of it, a switch of Windows, a share, an assignment to something else. */
const NO_SECRET =
  /^(?:\$(?:\{\w*\}?|[A-Z_]\w*|\()?$|%\w+%$|(?:file|env|fd):|stdin$|prompt$|-$|\*$|clear$|\{\{|process\.env\.|\$\d$|\d{1,2}$|(?:sha|md|yescrypt|bcrypt)[\w-]{0,12}$|(?:MY_|YOUR_)?(?:PASS|PASSWD|PASSWORD|PSK|PW|SECRET|TOKEN)$|\/[A-Za-z]+(?::|$)|\\\\|[A-Za-z]:$|\[redacted\])/

/** Text that a program reads as a password: `echo X | chpasswd`. */
const READER =
  /\|[ \t]*(?:sudo[ \t]+)?(?:chpasswd|passwd|smbpasswd|pdbedit|cryptsetup|vncpasswd|sudo[ \t]+-\w*S|su|wpa_passphrase|mosquitto_passwd|kinit|systemd-creds|keyctl|secret-tool|wg|gpg2?[ \t][^|\r\n]{0,80}--passphrase-fd|(?:docker|podman|helm|skopeo|gh|npm)[ \t][^|\r\n]{0,80}(?:-stdin|--with-token)|(?:docker|podman)[ \t]+secret[ \t]+create)\b/g
const WRITER = /\b(?:echo|printf)[ \t]+(?:-[A-Za-z]+[ \t]+)?(?=[^ \t])/
const MAX_PIPED = 600
const MAX_BEFORE_STRING = 100
const HERE_STRING = /<<<[ \t]*("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"']+)/g
/** `chpasswd <<EOF` and the lines `user:password` behind it. */
const USER_LINE = /^([^\s:]{1,64}:)[^\r\n]{1,400}/

/** Takes the secrets out of command lines, by the option table. */
export const redactCommands = commandRedactor(OPTION_ROWS)

/** Makes the same of another table, which is read with the first text, because every start would wait for it. */
export function commandRedactor(rows: readonly OptionRow[]): (text: string) => string {
  let table: SecretTable | null = null
  return (text) => {
    table ??= new SecretTable(rows)
    return redactBy(table, text)
  }
}

function redactBy(table: SecretTable, text: string): string {
  const { program: pattern } = table
  const found: Replacement[] = []
  // Calls inside the words of another are read once more, and none inside those: the time stays linear.
  let outerEnd = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const program = (match[1] ?? '').toLowerCase()
    const start = match.index + match[0].length
    const items = itemsFrom(text, match.index, start)
    const { words, end } = items.words.length > 0 ? items : wordsFrom(text, start, start >= outerEnd, table)
    outerEnd = Math.max(outerEnd, words.at(-1)?.start ?? 0)
    const used = redactCall(table, program, words, found)
    pattern.lastIndex = used ?? Math.max(end, start)
  }
  found.sort((a, b) => a.start - b.start)
  return redactHereDocuments(redactPiped(replaceAll(text, found))).replace(
    HERE_STRING,
    (whole, value: string, at: number, all: string) =>
      /\b(?:chpasswd|passwd|smbpasswd|wg|kinit)|-stdin\b|--with-token/.test(commandBefore(all, at, MAX_BEFORE_STRING))
        ? whole.slice(0, whole.length - value.length) + REDACTED
        : whole,
  )
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
  for (const { index: end } of matchesOf(READER, text)) {
    const command = commandBefore(text, end, MAX_PIPED)
    const writer = WRITER.exec(command)
    if (writer === null) continue
    const body = command.slice(writer.index + writer[0].length)
    if (body.trim() === REDACTED || body.startsWith('$')) continue
    found.push({ start: end - body.length, end, text: `${REDACTED} ` })
  }
  return replaceAll(text, found)
}

/** Returns the text on the line before `end`, after a pipe, within `max` characters; looking ahead would cost more. */
function commandBefore(text: string, end: number, max: number): string {
  const before = text.slice(Math.max(0, end - max), end)
  return before.slice(Math.max(...['|', '\r', '\n'].map((sign) => before.lastIndexOf(sign))) + 1)
}

/** The words of the call that begins at `start`, to a separator, the end of its line, or a command inside quotes. */
function wordsFrom(
  text: string,
  start: number,
  canNest: boolean,
  table: SecretTable,
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
    if (/["']/.test(word) && /[ \t]/.test(word) && table.innerProgram.test(word)) return { words, end: nested ?? at }
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
function redactCall(
  table: SecretTable,
  program: string,
  words: readonly Word[],
  found: Replacement[],
): number | undefined {
  const { facts, from } = table.factsOf(program, words)
  const { secrets } = facts
  const signs = secrets.pairs.map((pair) => (isWhole(pair.wholeWith, words) ? undefined : pair.sign))
  let operand = 0
  let last: Word | undefined
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) continue
    const taken = secretOf(facts, signs, word, words[i + 1])
    if (taken !== undefined) {
      add(found, taken)
      if (taken.isNext) i++
    } else if (facts.arities.get(word.text) === 'value') {
      i++
    } else if (!word.text.startsWith('-') && i >= from) {
      if (facts.endsAtOperand) return word.start - 1
      if (secrets.isAssigning && /^[\w.-]{1,80}=[^@]/.test(word.text))
        add(found, { word, skip: word.text.indexOf('=') + 1, isNext: false })
      last = word
      if (secrets.operands.includes(operand)) add(found, { word, skip: 0, isNext: false })
      operand++
    }
  }
  const isLast = words.some(({ text }) => isCluster(text, secrets.lastWith?.slice(1) ?? ' '))
  if ((isLast || secrets.isLast) && last !== undefined) add(found, { word: last, skip: 0, isNext: false })
  return undefined
}

interface Taken {
  readonly word: Word
  /** Signs of the word before the secret. */
  readonly skip: number
  readonly isNext: boolean
  /** Stays with what is before it. */
  readonly sign?: string | undefined
}

/** True if a call holds one of these options with its value, so that a pair of it has no name. */
function isWhole(wanted: readonly (readonly [option: string, value: string])[], words: readonly Word[]): boolean {
  return wanted.some(([option, value]) =>
    words.some((word, i) => {
      const given = optionValue(option, word.text, word, words[i + 1])
      return given !== undefined && given.word.text.slice(given.skip).replace(/["']/g, '').toLowerCase() === value
    }),
  )
}

/** `signs`: that of each pair in this call; undefined where all of its value is the secret. */
function secretOf(
  { secrets, isWordStyle }: OptionFacts,
  signs: readonly (string | undefined)[],
  word: Word,
  next: Word | undefined,
): Taken | undefined {
  const { text } = word
  for (const [n, { options }] of secrets.pairs.entries()) {
    for (const option of options) {
      const taken = optionValue(option, text, word, next)
      if (taken !== undefined) return { ...taken, sign: signs[n] }
    }
  }
  for (const option of secrets.attached) {
    if (text.startsWith(option) && text.length > option.length) return { word, skip: option.length, isNext: false }
  }
  for (const option of secrets.options) {
    const isShort = /^-[^-]$/.test(option) && !isWordStyle
    const taken =
      isShort || option.startsWith('--') ? optionValue(option, text, word, next) : wordValue(option, word, next)
    if (taken !== undefined) return taken
  }
  return undefined
}

/** `-passin X`, `password X`, `/p:X`. */
function wordValue(option: string, word: Word, next: Word | undefined): Taken | undefined {
  if (word.text === option) return next && { word: next, skip: 0, isNext: true }
  const isAttached = /[:=]$/.test(option) && word.text.startsWith(option) && word.text.length > option.length
  return isAttached ? { word, skip: option.length, isNext: false } : undefined
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
  if (kept === undefined || inner === '') return
  if (!quote.endsWith("'") && (NO_SECRET.test(inner) || NO_SECRET.test(inner.slice(kept.length)))) return
  const start = word.start + skip
  found.push({ start, end: start + value.length, text: quote + kept + REDACTED + (isClosed ? quote : '') })
}

/** Returns the readable part of a value; undefined if it holds no secret. */
function keptOf(value: string, sign: string | undefined): string | undefined {
  if (sign === undefined) return /^pass:/.exec(value)?.[0] ?? ''
  const at = value.indexOf(sign)
  if (at < 0 || at === value.length - 1 || value.startsWith(REDACTED, at + 1)) return undefined
  return value.slice(0, at + 1)
}
