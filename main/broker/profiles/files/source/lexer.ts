/** A piece of source code. `fills` are the names inside of a text with placeholders, in their order; its parts stand around them. */
export interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign' | 'line'
  readonly text: string
  readonly parts?: readonly string[]
  readonly fills?: readonly string[]
}

/** More than a file of settings or an example has. */
const MAX_TOKENS = 60_000

const SPACE = /[^\S\n]+/y
const NUMBER = /0[xX][0-9a-fA-F]+|\d[\d_]*(?:\.\d+)*(?:[uUlLfFdDmM]{1,3}|[ui](?:8|16|32|64))?/y
const WORD = /[\p{L}_$@][\p{L}\p{N}_$]*/uy
const SIGNS = ['...', '?.', '??', '||', '&&', '=>', '->', '::', ':=', '==', '!=', '<=', '>=', '+=', '-='] as const
/** Marks in front of a text: bytes and raw texts of Python, Rust and C, `F("…")` is a call and none of them. */
const PREFIX = /^(?:[bBrRuUfF]{1,2}|L|u8|@|\$@?|@\$)$/

/**
 * Cuts source code of Python, JavaScript, C, Java, C#, Go, Rust, PHP, Ruby and their kin into pieces, without comments.
 * Linear; what is no piece of any of them is left out.
 */
export function tokensOf(text: string): Token[] {
  const lexer = new Lexer(text)
  while (lexer.step());
  return lexer.tokens
}

class Lexer {
  readonly tokens: Token[] = []
  readonly #text: string
  #at = 0
  /** Where the newest word ends, because a prefix touches its text. */
  #wordEnd = -1

  constructor(text: string) {
    this.#text = text
  }

  /** Takes one piece; false at the end. */
  step(): boolean {
    const char = this.#text.charAt(this.#at)
    if (char === '' || this.tokens.length >= MAX_TOKENS) return false
    if (char === '\n') this.#push({ kind: 'line', text: '\n' }, 1)
    else if (char === '\\' && this.#text.charAt(this.#at + 1) === '\n') this.#at += 2
    else if (this.#skipComment(char)) return true
    else if (char === '"' || char === "'" || char === '`') this.#takeText(char)
    else if (!this.#take(SPACE, null) && !this.#take(NUMBER, 'number') && !this.#takeWord()) this.#takeSign()
    return true
  }

  #push(token: Token, length: number): void {
    this.tokens.push(token)
    this.#at += length
  }

  #take(pattern: RegExp, kind: Token['kind'] | null): boolean {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) return false
    if (kind !== null) this.tokens.push({ kind, text: found })
    this.#at += found.length
    return true
  }

  #takeWord(): boolean {
    const isWord = this.#take(WORD, 'word')
    if (isWord) this.#wordEnd = this.#at
    // Where a board keeps a text says nothing of it.
    if (/^(?:PROGMEM|IRAM_ATTR|DRAM_ATTR|ICACHE_RODATA_ATTR|FPSTR)$/.test(this.tokens.at(-1)?.text ?? '') && isWord)
      this.tokens.pop()
    return isWord
  }

  #takeSign(): void {
    const long = SIGNS.find((sign) => this.#text.startsWith(sign, this.#at))
    const text = long ?? this.#text.charAt(this.#at)
    this.#push({ kind: 'sign', text }, text.length)
  }

  #isLineStart(): boolean {
    const last = this.tokens.at(-1)
    return last === undefined || last.kind === 'line'
  }

  #skipComment(char: string): boolean {
    const text = this.#text
    if (text.startsWith('/*', this.#at)) this.#at = endOf(text, '*/', this.#at + 2, 2)
    else if (text.startsWith('<!--', this.#at)) this.#at = endOf(text, '-->', this.#at + 4, 3)
    else if (text.startsWith('//', this.#at)) this.#at = endOf(text, '\n', this.#at, 0)
    else if (text.startsWith('--', this.#at) && this.#isLineStart()) this.#at = endOf(text, '\n', this.#at, 0)
    else if (char === '#') this.#skipHash()
    else return false
    return true
  }

  /** A `#define NAME value` says what `NAME = value` does; other lines of the preprocessor and comments say nothing. */
  #skipHash(): void {
    const define = /#\s{0,9}define\s{1,9}(\w{1,100})[^\S\n]{1,99}(?=\S)/y
    define.lastIndex = this.#at
    const [all, name] = define.exec(this.#text) ?? []
    if (all === undefined || name === undefined || !this.#isLineStart()) {
      // `#include <x>` and `#[attribute]`, and every comment of Python.
      this.#at = endOf(this.#text, '\n', this.#at, 0)
      return
    }
    this.tokens.push({ kind: 'word', text: name }, { kind: 'sign', text: '=' })
    this.#at += all.length
  }

  #takeText(quote: string): void {
    const prefix = this.#prefix()
    const isLong = this.#text.startsWith(quote.repeat(3), this.#at) && quote !== '`'
    const close = isLong ? quote.repeat(3) : quote
    const isRaw = /r/i.test(prefix) || prefix.includes('@')
    const start = this.#at + close.length
    let end = start
    const isOverLines = isLong || quote === '`' || prefix.includes('@') || prefix === 'R'
    while (end < this.#text.length && !this.#text.startsWith(close, end)) {
      if (this.#text.charAt(end) === '\n' && !isOverLines) break
      end += this.#text.charAt(end) === '\\' && !isRaw ? 2 : 1
    }
    const inside = this.#text.slice(start, end)
    const isClosed = this.#text.startsWith(close, end)
    this.#at = Math.min(this.#text.length, isClosed ? end + close.length : end)
    // A quote without its other half is an apostrophe, or a lifetime of Rust.
    if (!isClosed) {
      if (quote !== '`') this.#at = start
      return
    }
    const raw = prefix === 'R' ? inside.replace(/^\w{0,16}\(|\)\w{0,16}$/g, '') : inside
    this.tokens.push(textToken(raw, quote, prefix, isRaw))
  }

  /** Takes back a word that is the prefix of this text. */
  #prefix(): string {
    const last = this.tokens.at(-1)
    const isTouching = last?.kind === 'word' && this.#wordEnd === this.#at
    if (!isTouching || !PREFIX.test(last.text)) return ''
    this.tokens.pop()
    return last.text
  }
}

function textToken(inside: string, quote: string, prefix: string, isRaw: boolean): Token {
  const plain = (part: string) => (isRaw ? part : unescaped(part))
  const pattern =
    quote === '`' ? /\$\{([^{}]{0,200})\}/ : /^(?:f|rf|fr|\$@?|@\$)$/i.test(prefix) ? /\{([^{}]{1,200})\}/ : null
  if (pattern === null || !pattern.test(inside)) return { kind: 'text', text: plain(inside) }
  const pieces = inside.split(pattern)
  return {
    kind: 'text',
    text: '',
    parts: pieces.filter((_piece, index) => index % 2 === 0).map(plain),
    fills: pieces.filter((_piece, index) => index % 2 === 1).map((fill) => fill.trim()),
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|([\s\S]))/g,
    (whole, x, long, u, one) => {
      if (one !== undefined) return ESCAPES[String(one)] ?? String(one)
      const code = Number.parseInt(String(x ?? long ?? u), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

function endOf(text: string, mark: string, from: number, beyond: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + beyond
}
