/** Words that leave the next one at the place of a command. */
const OPENERS = /(?:if|then|elif|else|while|until|do|time|!|\{)(?=[\s;&|()]|$)/y
/** Words that only bash takes for syntax there. */
const BASH_WORDS = /(?:\[\[|function)(?=\s|$)/y
const PAIRS = /&&|\|\||;;|<<<|<&|<>|>>|>&|>\|/y
/** Whatever dash reads otherwise: a text without it is read alike. */
const DIFFERS = /\[\[|function|\$'|\(\(|&>|\|&/
const HERE_DOCUMENT = /<<(-?)[ \t]*((?:\\.|'[^']*'|"[^"]*"|[^\s;&|<>()'"\\])+)/y

interface Context {
  readonly kind: 'code' | 'backtick' | 'double' | 'braces' | 'arithmetic'
  /** Parentheses that are open in it. */
  depth: number
  /** Within double quotes, where single ones are signs like any other. */
  readonly isQuoted: boolean
  isCommandPlace: boolean
  isWordStart: boolean
}

/**
 * Returns the text as dash (`/bin/sh` of Debian) reads it, spelt so that a parser of bash reads the same. Empty where dash
 * reads what bash reads. One pass; bodies of here-documents stay as they are.
 *
 * Handles: `&>` ends a command, `[[` and `function` are programs, `((` opens two subshells, `$'` has no escapes; at `<<<`,
 * `<(` and `|&` dash stops with a syntax error.
 * @example `ls &>/dev/null rm -rf /srv` → destructive
 * @example `[[ -e /x || reboot ]]` → destructive
 */
export function dashReadings(text: string): string[] {
  if (!DIFFERS.test(text)) return []
  const reading = new DashReader(text).read()
  return reading === text ? [] : [reading]
}

class DashReader {
  readonly #text: string
  readonly #read: string[] = []
  readonly #contexts: Context[] = []
  #context: Context = open('code', false)
  #at = 0
  /** How many contexts lay under the open backtick; -1 where none is open. */
  #backtickAt = -1
  readonly #hereDocuments: { readonly end: string; readonly isIndented: boolean }[] = []

  constructor(text: string) {
    this.#text = text
  }

  read(): string {
    while (this.#at < this.#text.length) this.#step()
    return this.#read.join('')
  }

  #step(): void {
    const char = this.#text.charAt(this.#at)
    const { kind } = this.#context
    if (char === '\\') this.#word(2)
    else if (char === '`') this.#backtick()
    else if (kind === 'code' || kind === 'backtick') this.#code(char)
    else if (kind === 'double') this.#inside(char, '"')
    else if (kind === 'braces') this.#inside(char, '}')
    else this.#arithmetic(char)
  }

  #code(char: string): void {
    const context = this.#context
    if (char === "'") this.#singleQuotes()
    else if (char === '"') this.#push('double', 1)
    else if (char === '$') this.#dollar()
    else if (char === '#' && context.isWordStart) this.#copyTo(indexOr(this.#text, '\n', this.#at))
    else if (char === '\n') this.#newline()
    else if (char === '(' || char === ')') this.#parenthesis(char)
    else if (';&|<>'.includes(char)) this.#operator(char)
    else if (char === ' ' || char === '\t') {
      this.#copy(1)
      context.isWordStart = true
    } else this.#wordOfCode()
  }

  #wordOfCode(): void {
    const context = this.#context
    if (!context.isWordStart || !context.isCommandPlace) this.#word(1)
    else if (this.#meets(BASH_WORDS)) {
      this.#read.push('\\')
      this.#word(1)
    } else {
      const opener = this.#meets(OPENERS)
      this.#word(opener?.[0].length ?? 1)
      context.isCommandPlace = opener !== null
    }
  }

  /** Quotes and expansions within double quotes or braces; everything else there is no syntax. */
  #inside(char: string, end: '"' | '}'): void {
    if (char === end) this.#pop(1)
    else if (char === '$') this.#dollar()
    else if (end === '}' && char === '"') this.#push('double', 1)
    else if (end === '}' && char === "'" && !this.#context.isQuoted) this.#singleQuotes()
    else this.#copy(1)
  }

  #arithmetic(char: string): void {
    if (char === '$') this.#dollar()
    else if (char === ')' && this.#context.depth === 0) this.#pop(this.#text.startsWith('))', this.#at) ? 2 : 1)
    else {
      if (char === '(') this.#context.depth += 1
      if (char === ')') this.#context.depth -= 1
      this.#copy(1)
    }
  }

  #dollar(): void {
    const rest = this.#text.slice(this.#at + 1, this.#at + 3)
    const isCode = this.#context.kind === 'code' || this.#context.kind === 'backtick'
    if (rest === '((') this.#push('arithmetic', 3)
    else if (rest.startsWith('(')) this.#push('code', 2)
    else if (rest.startsWith('{')) this.#push('braces', 2)
    else if (isCode && rest.startsWith("'")) {
      this.#read.push('\\')
      this.#word(1)
    } else this.#word(1)
  }

  #singleQuotes(): void {
    this.#word(indexOr(this.#text, "'", this.#at + 1) + 1 - this.#at)
  }

  #backtick(): void {
    if (this.#backtickAt < 0) {
      this.#backtickAt = this.#contexts.length
      this.#push('backtick', 1)
      return
    }
    this.#contexts.length = this.#backtickAt + 1
    this.#pop(1)
  }

  #parenthesis(char: string): void {
    const context = this.#context
    if (char === ')' && context.depth === 0 && context.kind === 'code' && this.#contexts.length > 0) {
      this.#pop(1)
      return
    }
    this.#copy(1)
    if (char === '(' && this.#text.charAt(this.#at) === '(') this.#read.push(' ')
    context.depth = Math.max(0, context.depth + (char === '(' ? 1 : -1))
    this.#expectCommand()
  }

  #operator(char: string): void {
    const here = this.#text.startsWith('<<<', this.#at) ? null : this.#meets(HERE_DOCUMENT)
    if (here !== null) {
      this.#hereDocuments.push({ end: (here[2] ?? '').replace(/['"\\]/g, ''), isIndented: here[1] === '-' })
      this.#word(here[0].length)
      return
    }
    const pair = this.#meets(PAIRS)?.[0]
    this.#copy(pair?.length ?? 1)
    const next = this.#text.charAt(this.#at)
    if (pair === undefined && ((char === '&' && next === '>') || (char === '|' && next === '&'))) this.#read.push(' ')
    if (char === '<' || char === '>') {
      this.#context.isWordStart = true
      this.#context.isCommandPlace = false
    } else this.#expectCommand()
  }

  #newline(): void {
    this.#copy(1)
    this.#expectCommand()
    for (const { end, isIndented } of this.#hereDocuments.splice(0)) {
      let line: string | null = null
      while (line !== end && this.#at < this.#text.length) {
        const lineEnd = indexOr(this.#text, '\n', this.#at)
        const raw = this.#text.slice(this.#at, lineEnd)
        line = isIndented ? raw.replace(/^\t+/, '') : raw
        this.#copyTo(lineEnd + 1)
      }
    }
  }

  #expectCommand(): void {
    this.#context.isCommandPlace = true
    this.#context.isWordStart = true
  }

  #push(kind: Context['kind'], length: number): void {
    this.#word(length)
    const isQuoted = kind === 'double' || (kind === 'braces' && this.#context.isQuoted)
    this.#contexts.push(this.#context)
    this.#context = open(kind, isQuoted)
  }

  #pop(length: number): void {
    this.#copy(length)
    this.#context = this.#contexts.pop() ?? this.#context
    if (this.#contexts.length <= this.#backtickAt) this.#backtickAt = -1
  }

  /** A part of a word. */
  #word(length: number): void {
    this.#copy(length)
    this.#context.isWordStart = false
    this.#context.isCommandPlace = false
  }

  #copy(length: number): void {
    this.#copyTo(this.#at + length)
  }

  #copyTo(end: number): void {
    this.#read.push(this.#text.slice(this.#at, end))
    this.#at = Math.min(end, this.#text.length)
  }

  #meets(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)
  }
}

function open(kind: Context['kind'], isQuoted: boolean): Context {
  return { kind, depth: 0, isQuoted, isCommandPlace: true, isWordStart: true }
}

/** Returns the next position of the sign, else the end of the text. */
function indexOr(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}
