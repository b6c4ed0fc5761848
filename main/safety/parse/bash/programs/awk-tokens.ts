/** Kinds of tokens of an awk program, as far as its effects depend on them. */
export type AwkToken =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'literal' }
  | { readonly kind: 'newline' }

/** Places where one program can be read in two ways that are still followed. */
const MAX_FORKS = 7
const SIGNS = ['|&', '||', '&&', '>>', '++', '--', '**', '>=', '<=', '==', '!=', '+=', '-=', '*=', '/=', '%=', '^=']
/** Words after which a slash begins a regular expression although a value seems to stand before it. */
const BEFORE_REGEX = new Set(['print', 'printf', 'return', 'in', 'case', 'else', 'do', 'delete', 'exit', 'getline'])

/**
 * Returns all ways in which the known awks may read a program; undefined where there are too many or none that ends.
 *
 * Handles: a slash that divides or begins a regular expression (POSIX.1-2017 awk, "Lexical Conventions": it depends on
 * what stands before; after `)`, `++` and `--` both are followed), a slash in a bracket expression (gawk reads on, mawk
 * and busybox end there), newlines that end statements, comments, escapes.
 * @example `awk '{ print ($1)/2 }' f` → read
 * @example `awk 'BEGIN{if(1)/"/;print "reboot"|"sh";if(1)/"/}'` → unknown
 */
export function readAwk(program: string): readonly (readonly AwkToken[])[] | undefined {
  const readings: AwkToken[][] = []
  const pending: AwkReader[] = [new AwkReader(program)]
  for (let count = 0; pending.length > 0; count++) {
    if (count > 2 ** MAX_FORKS) return undefined
    const reader = pending.pop()
    const tokens = reader?.read((other) => void pending.push(other))
    if (tokens) readings.push(tokens)
  }
  return readings.length > 0 ? readings : undefined
}

class AwkReader {
  readonly #text: string
  #tokens: AwkToken[] = []
  #index = 0
  /** The decision for the slash or bracket at which this reading left another one. */
  #decided: { readonly at: number; readonly choice: boolean } | undefined

  constructor(text: string) {
    this.#text = text
  }

  #fork(at: number, choice: boolean): AwkReader {
    const other = new AwkReader(this.#text)
    other.#tokens = [...this.#tokens]
    other.#index = at
    other.#decided = { at, choice }
    return other
  }

  /** Reads to the end; undefined where a string or a regular expression does not end. */
  read(leave: (other: AwkReader) => void): AwkToken[] | undefined {
    while (this.#index < this.#text.length) {
      const start = this.#index
      const char = this.#text.charAt(start)
      if (char === '"') {
        if (!this.#literal(this.#endOfString(start))) return undefined
      } else if (char === '/') {
        const isRegex = this.#isRegex(start, leave)
        if (!isRegex) this.#sign(start)
        else if (!this.#literal(this.#endOfRegex(start, leave))) return undefined
      } else this.#plain(char)
    }
    return this.#tokens
  }

  #literal(end: number): boolean {
    this.#tokens.push({ kind: 'literal' })
    this.#index = end
    return end > 0
  }

  #plain(char: string): void {
    const start = this.#index
    if (char === '\n') {
      this.#tokens.push({ kind: 'newline' })
      this.#index++
    } else if (char === '\\' && this.#text.charAt(start + 1) === '\n') this.#index += 2
    else if (/\s/.test(char)) this.#index++
    else if (char === '#') {
      const end = this.#text.indexOf('\n', start)
      this.#index = end < 0 ? this.#text.length : end
    } else if (/\w/.test(char)) {
      let end = start
      while (/\w/.test(this.#text.charAt(end))) end++
      this.#tokens.push({ kind: 'word', text: this.#text.slice(start, end) })
      this.#index = end
    } else this.#sign(start)
  }

  #sign(start: number): void {
    const two = this.#text.slice(start, start + 2)
    const text = SIGNS.includes(two) ? two : this.#text.charAt(start)
    this.#tokens.push({ kind: 'sign', text })
    this.#index = start + text.length
  }

  #endOfString(start: number): number {
    for (let i = start + 1; i < this.#text.length; i++) {
      const char = this.#text.charAt(i)
      if (char === '\\') i++
      else if (char === '\n') return -1
      else if (char === '"') return i + 1
    }
    return -1
  }

  #isRegex(at: number, leave: (other: AwkReader) => void): boolean {
    if (this.#decided?.at === at) return this.#decided.choice
    const before = this.#tokens.at(-1)
    if (before === undefined || before.kind === 'newline') return true
    if (before.kind === 'literal') return false
    if (before.kind === 'word') return BEFORE_REGEX.has(before.text.replace(/^.*\d/, ''))
    if (before.text === ')' || before.text === '++' || before.text === '--') {
      leave(this.#fork(at, true))
      return false
    }
    return before.text !== ']' && before.text !== '$'
  }

  #endOfRegex(start: number, leave: (other: AwkReader) => void): number {
    let isBracket = false
    for (let i = start + 1; i < this.#text.length; i++) {
      const char = this.#text.charAt(i)
      if (char === '\\') i++
      else if (char === '\n') return -1
      else if (char === '[' && !isBracket) {
        isBracket = true
        // A bracket right at the start of the set is one of its characters.
        if (this.#text.charAt(i + 1) === '^') i++
        if (this.#text.charAt(i + 1) === ']') i++
      } else if (char === ']') isBracket = false
      else if (char === '/') {
        if (!isBracket) return i + 1
        const other = new AwkReader(this.#text)
        other.#tokens = [...this.#tokens, { kind: 'literal' }]
        other.#index = i + 1
        leave(other)
      }
    }
    return -1
  }
}
