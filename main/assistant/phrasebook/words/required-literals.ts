/** Texts of which one has to stand in whatever a pattern matches; null where nothing is known. */
type Literals = readonly string[] | null

/** More texts than that take longer to look for than the pattern itself. */
const MOST = 80
const DIGITS = [...'0123456789']
/** `{2,}`, `{1,3}`: a brace that repeats. */
const REPEATED = /[*+?]\??|\{(\d+)(?:,\d*)?\}\??/uy
const GROUP = /\((?:\?(?::|=|!|<=|<!|<[A-Za-z]\w*>))?/uy
const SET = /\[(\^?)((?:\\.|[^\]\\])*)\]/suy
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|k<[^>]*>|.)/suy
/** What is no character of its own in a source. */
const SYNTAX = new Set('^$.*+?{}[]()|')

const known = new WeakMap<RegExp, Literals>()

function literalsOf(pattern: RegExp): Literals {
  let literals = known.get(pattern)
  if (literals === undefined) {
    literals = requiredLiterals(pattern.source)
    if (pattern.ignoreCase) literals = literals?.map((literal) => literal.toLowerCase()) ?? null
    known.set(pattern, literals)
  }
  return literals
}

/**
 * Tells whether a pattern may match a text (in NFKC): false where none of the literals is in it that the pattern asks for.
 * Looking for them spares compiling the pattern, which takes a hundred times as long, and running it.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const literals = literalsOf(pattern)
  if (literals === null) return true
  const searched = pattern.ignoreCase ? text.toLowerCase() : text
  return literals.some((literal) => searched.includes(literal))
}

/** Many patterns by their literals: a text is asked for those alone that begin with one of its characters. */
export class PatternIndex<Entry extends { readonly pattern: RegExp }> {
  readonly #entries: readonly Entry[]
  readonly #always: number[] = []
  readonly #byFirst = new Map<string, Map<string, number[]>>()

  constructor(entries: readonly Entry[]) {
    this.#entries = entries
    for (const [at, { pattern }] of entries.entries()) {
      const literals = literalsOf(pattern)
      if (literals === null) this.#always.push(at)
      for (const literal of literals ?? []) this.#add(literal, at)
    }
  }

  /** Those that may match a text in NFKC and lower case, in their order. */
  candidates(text: string): readonly Entry[] {
    const found = new Set(this.#always)
    for (const first of new Set(text.split(''))) {
      for (const [literal, places] of this.#byFirst.get(first) ?? []) {
        if (literal.length === 1 || text.includes(literal)) for (const at of places) found.add(at)
      }
    }
    return [...found].sort((left, right) => left - right).flatMap((at) => this.#entries[at] ?? [])
  }

  #add(literal: string, at: number): void {
    const first = literal[0] ?? ''
    const literals = this.#byFirst.get(first) ?? new Map<string, number[]>()
    this.#byFirst.set(first, literals)
    const places = literals.get(literal)
    if (places === undefined) literals.set(literal, [at])
    else places.push(at)
  }
}

/** The literals of a regular expression's source, as RE2 finds them for its prefilter. */
export const requiredLiterals = (source: string): Literals => new PatternReader(source).readBranches()

/** The more selective of two: the longer its shortest text, then the fewer. */
function better(left: Literals, right: Literals): Literals {
  if (left === null || right === null) return left ?? right
  const [leftLength, rightLength] = [left, right].map((texts) => Math.min(...texts.map((text) => text.length)))
  if (leftLength !== rightLength) return (leftLength ?? 0) > (rightLength ?? 0) ? left : right
  return left.length <= right.length ? left : right
}

/** Reads a source once, from left to right. */
class PatternReader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Branches up to the end of the group or of the source: each has to have a literal. */
  readBranches(): Literals {
    let all: readonly string[] | null = []
    do {
      if (this.#next() === '|') this.#at++
      const branch = this.#readSequence()
      all = all === null || branch === null || all.length + branch.length > MOST ? null : [...all, ...branch]
    } while (this.#next() === '|')
    return all === null ? null : [...new Set(all)]
  }

  #readSequence(): Literals {
    let best: Literals = null
    let run = ''
    const endRun = () => {
      if (run !== '') best = better(best, [run])
      run = ''
    }
    for (let next = this.#next(); next !== '' && next !== '|' && next !== ')'; next = this.#next()) {
      const isCharacter = next !== '(' && next !== '['
      const atom = this.#readAtom()
      const times = this.#readRepetition()
      if (times === null && atom?.length === 1 && isCharacter) {
        run += atom[0]
        continue
      }
      endRun()
      if (times === null || times > 0) best = better(best, atom)
    }
    endRun()
    return best
  }

  #next(): string {
    return this.#source[this.#at] ?? ''
  }

  /** What the pattern finds here, which is read with it. */
  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#source)
    this.#at += found?.[0].length ?? 0
    return found
  }

  /** How often at least, or null where the atom is not repeated. */
  #readRepetition(): number | null {
    if (!'*+?{'.includes(this.#next() || ' ')) return null
    const found = this.#take(REPEATED)
    if (found === null) return null
    return found[1] === undefined ? (found[0].startsWith('+') ? 1 : 0) : Number(found[1])
  }

  #readAtom(): Literals {
    const next = this.#next()
    if (next === '(') {
      const group = this.#take(GROUP)?.[0]
      const literals = this.readBranches()
      this.#at++
      return group === '(?!' || group === '(?<!' ? null : literals
    }
    if (next === '[') {
      const set = this.#take(SET)
      return set?.[1] === '' ? literalsOfSet(set[2] ?? '') : null
    }
    if (next === '\\') return literalsOfEscape(this.#take(ESCAPE)?.[0] ?? '')
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0)
    this.#at += character.length
    return SYNTAX.has(character) ? null : [character]
  }
}

/** `\d` as its digits, `\.` as the point; what stands for many characters, or for none, as unknown. */
function literalsOfEscape(escaped: string): Literals {
  if (escaped === '\\d') return DIGITS
  const [, character = ''] = escaped
  return escaped.length > 2 || /[a-z\d]/iu.test(character) ? null : [character]
}

/** The characters of a set, ranges of digits among them; null for other ranges and classes. */
function literalsOfSet(set: string): Literals {
  const text = set.replace(/0-9|\\d/u, '0123456789')
  const isRange = /[^\\]-./u.test(text)
  if (isRange || /\\[A-Za-z]/u.test(text)) return null
  return [...new Set(text.replace(/\\(?=.)/gu, ''))]
}
