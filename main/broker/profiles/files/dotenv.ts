import { hashNote, laterNote, missingNote, unreadNote } from './import-notes.ts'
import type { Setting } from './setting-groups.ts'

/** A `.env` file as python-dotenv reads it, and what it would have needed besides. */
export interface Dotenv {
  /** Null for a name without an equal sign. The last of equal names counts. */
  readonly values: ReadonlyMap<string, string | null>
  /** Names of variables that a value refers to and that the file does not set, by the name of that value. */
  readonly missing: ReadonlyMap<string, readonly string[]>
  /** Lines, from 1, on which a statement begins that python-dotenv cannot read. */
  readonly badLines: readonly number[]
  /** Names that those lines would have set. */
  readonly lost: readonly string[]
}

const SPACES = /[^\S\r\n]*/y
const ANY_SPACES = /\s*/y
const EXPORT = /(?:export[^\S\r\n]+)?/y
const QUOTED_NAME = /'([^']+)'/y
const NAME = /([^=#\s]+)/y
const EQUAL_SIGN = /=[^\S\r\n]*/y
const REST_OF_LINE = /[^\n]*/y
const COMMENT = /#[^\n]*/y
const DOUBLE_ESCAPE = /\\[\\'"abfnrtv]/g
const SINGLE_ESCAPE = /\\[\\']/g
/** Characters of a value that refers to others. */
const MAX_VALUE = 65_536
/** Bad lines are named, not counted. */
const MAX_BAD_LINES = 20
/** More than any program has. */
const MAX_SETTINGS = 5_000

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Reads a `.env` file the way python-dotenv does: quotes, values over lines, escapes, `export`, comments, `${…}`. */
export function readDotenv(text: string): Dotenv {
  const reader = new Reader(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const values = new Map<string, string | null>()
  const missing = new Map<string, readonly string[]>()
  const badLines: number[] = []
  const lost: string[] = []
  while (reader.hasMore()) {
    const start = reader.at
    const binding = readBinding(reader)
    if (binding === 'bad') {
      if (badLines.length < MAX_BAD_LINES) badLines.push(reader.lineOf(start))
      const rest = reader.take(REST_OF_LINE) ?? ''
      const name = /^\s*(?:export\s+)?([\w.]{1,100})\s*=/.exec(reader.slice(start))?.[1]
      if (name !== undefined && rest !== '' && lost.length < MAX_BAD_LINES) lost.push(name)
      reader.skip('\n')
    } else if (binding !== null) {
      const { name, value } = binding
      const unknown: string[] = []
      values.set(name, value === null ? null : filledIn(value, values, unknown))
      missing.set(name, unknown)
    }
  }
  return { values, missing, badLines, lost }
}

/** Settings of a `.env` file; a name whose line cannot be read is one that is not known, because it may be the login. */
export function envSettings({ values, missing, lost }: Dotenv): Setting[] {
  const unread = lost.filter((name) => !values.has(name))
  const known = [...values].slice(0, MAX_SETTINGS).map(([name, value]): Setting => {
    const needed = missing.get(name) ?? []
    const isLater = needed.length > 0 && needed.every((one) => values.has(one))
    const note = /^#\s/.test(value ?? '') ? { note: hashNote(name) } : {}
    const problem = needed.length === 0 ? null : (isLater ? laterNote : missingNote)(name, needed)
    return { name, text: value ?? '', problem, ...note }
  })
  return [...known, ...unread.map((name) => ({ name, text: '', problem: unreadNote(name) }))]
}

/**
 * Replaces `${NAME}` and `${NAME:-default}`, in one pass because an expression for it takes quadratic time. What grows past
 * any real value counts as unknown.
 */
function filledIn(value: string, values: ReadonlyMap<string, string | null>, unknown: string[]): string {
  let filled = ''
  let done = 0
  let close = -1
  let colon = -1
  for (let start = value.indexOf('${'); start >= 0; start = value.indexOf('${', Math.max(start + 2, done))) {
    const inside = start + 2
    if (close < inside) close = value.indexOf('}', inside)
    if (close < 0 || filled.length > MAX_VALUE) break
    if (colon < inside) colon = indexOrEnd(value, ':', inside)
    const hasDefault = colon < close
    if (hasDefault && value.charAt(colon + 1) !== '-') continue
    const name = value.slice(inside, hasDefault ? colon : close)
    if (!values.has(name) && !hasDefault) unknown.push(name)
    const found = values.has(name) ? (values.get(name) ?? '') : hasDefault ? value.slice(colon + 2, close) : ''
    filled += value.slice(done, start) + found
    done = close + 1
  }
  if (filled.length <= MAX_VALUE) return filled + value.slice(done)
  unknown.push('…')
  return ''
}

function indexOrEnd(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from)
  return at < 0 ? text.length : at
}

interface Binding {
  readonly name: string
  readonly value: string | null
}

/** Reads one statement; null for an empty line or a comment. */
function readBinding(reader: Reader): Binding | 'bad' | null {
  reader.take(ANY_SPACES)
  if (!reader.hasMore()) return null
  reader.take(EXPORT)
  const isComment = reader.next() === '#'
  const name = isComment ? null : reader.take(reader.next() === "'" ? QUOTED_NAME : NAME)
  if (!isComment && name === null) return 'bad'
  reader.take(SPACES)
  let value: string | null = null
  if (reader.next() === '=') {
    reader.take(EQUAL_SIGN)
    value = readValue(reader)
    if (value === null) return 'bad'
  }
  reader.take(SPACES)
  reader.take(COMMENT)
  if (reader.hasMore() && !reader.skip('\n')) return 'bad'
  return name === null ? null : { name, value }
}

function readValue(reader: Reader): string | null {
  const quote = reader.next()
  if (quote === "'" || quote === '"') return quotedValue(reader, quote)
  const line = reader.take(REST_OF_LINE) ?? ''
  const comment = line.search(/\s#/)
  return (comment < 0 ? line : line.slice(0, comment)).trimEnd()
}

function quotedValue(reader: Reader, quote: '"' | "'"): string | null {
  const raw = reader.takeQuoted(quote)
  if (raw === null) return null
  return raw.replace(quote === '"' ? DOUBLE_ESCAPE : SINGLE_ESCAPE, ([, char = '']) => ESCAPES[char] ?? char)
}

class Reader {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  hasMore(): boolean {
    return this.at < this.#text.length
  }

  next(): string {
    return this.#text.charAt(this.at)
  }

  /** Takes what a sticky pattern finds here, its first group where it has one; null when it finds nothing. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.#text)
    if (match === null) return null
    this.at += match[0].length
    return match[1] ?? match[0]
  }

  /** What was read since a place. */
  slice(start: number): string {
    return this.#text.slice(start, Math.min(this.at, start + 400))
  }

  skip(char: string): boolean {
    if (this.next() !== char) return false
    this.at += 1
    return true
  }

  /**
   * Takes a text in quotes, without them; null when it is not closed. A quote behind a backslash closes it only where no
   * other one follows, because python-dotenv's expression goes back to it then.
   */
  takeQuoted(quote: '"' | "'"): string | null {
    const start = this.at + 1
    let escaped = -1
    let end = this.#text.indexOf(quote, start)
    while (end >= 0 && this.#isEscaped(end, start)) {
      escaped = end
      end = this.#text.indexOf(quote, end + 1)
    }
    if (end < 0) end = escaped
    if (end < 0) return null
    this.at = end + 1
    return this.#text.slice(start, end)
  }

  lineOf(at: number): number {
    const first = at + (/^\s*/.exec(this.#text.slice(at))?.[0].length ?? 0)
    return this.#text.slice(0, first).split('\n').length
  }

  #isEscaped(at: number, start: number): boolean {
    return at > start && this.#text.charAt(at - 1) === '\\'
  }
}
