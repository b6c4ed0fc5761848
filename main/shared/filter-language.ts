/** A word of a filter without its quotes, with its place in the text. */
export interface FilterWord {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Index in `text` of the first quoted character; Infinity without quotes. Quoted characters are no operators. */
  readonly quotedFrom: number
  readonly isOpen: boolean
}

/** A mistake with its place: the characters `from` to `to` (exclusive) of the filter. */
export interface FilterFault<Reason extends string> {
  readonly reason: Reason
  readonly word: string
  readonly from: number
  readonly to: number
}

/** The terms of a filter, or its first mistake. */
export type FilterReading<Term, Reason extends string> =
  | { readonly terms: readonly Term[]; readonly fault: null }
  | { readonly terms: null; readonly fault: FilterFault<Reason> }

/** A word as a key with its value, or null where it is free text. `operator`: `:`, `=`, `<`, `>`, `<=` or `>=`. */
export interface FilterField {
  readonly isNegated: boolean
  /** As typed; a name of the operator's own may follow `data.`. */
  readonly key: string
  readonly operator: string
  readonly value: string
}

const TERMS_MAX = 32
/** Values of one term, separated by commas. */
export const VALUES_MAX = 32
const OPERATOR = /^(-?)([a-z][a-z-]*|data\.[^\s:<>=]{1,64})(<=|>=|[:<>=])/i
const BLANK = /\s/

/**
 * Reads a filter word by word with `readTerm`, which returns the term, null for nothing, or what is wrong. Never throws; a
 * mistake is reported at its word.
 */
export function readFilter<Term extends object, Reason extends string>(
  text: string,
  readTerm: (word: FilterWord) => Term | Reason | null,
): FilterReading<Term, Reason | 'too-long' | 'open-quote'> {
  const terms: Term[] = []
  for (const word of filterWords(text)) {
    const term = terms.length === TERMS_MAX ? 'too-long' : word.isOpen ? 'open-quote' : readTerm(word)
    if (typeof term === 'string') {
      const { from, to } = word
      return { terms: null, fault: { reason: term, word: text.slice(from, to), from, to } }
    }
    if (term !== null) terms.push(term)
  }
  return { terms, fault: null }
}

/** Takes a word apart into key, operator and value; null where it is free text. */
export function fieldOf(word: FilterWord): FilterField | null {
  const match = OPERATOR.exec(word.text)
  if (match === null || match[0].length > word.quotedFrom) return null
  const value = word.text.slice(match[0].length)
  return { isNegated: match[1] === '-', key: match[2] ?? '', operator: match[3] ?? ':', value }
}

/** Splits values at commas, in lower case. */
export function valuesOf(value: string): readonly string[] {
  return value
    .toLowerCase()
    .split(',')
    .filter((part) => part !== '')
}

/** Splits at white space outside of double quotes. Linear; never throws. */
function filterWords(text: string): FilterWord[] {
  const words: FilterWord[] = []
  let at = 0
  while (at < text.length) {
    if (BLANK.test(text[at] ?? '')) at += 1
    else {
      const word = readWord(text, at)
      words.push(word)
      at = word.to
    }
  }
  return words
}

function readWord(text: string, from: number): FilterWord {
  let word = ''
  let isQuoted = false
  let quotedFrom = Number.POSITIVE_INFINITY
  let at = from
  for (; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '"') {
      if (!isQuoted) quotedFrom = Math.min(quotedFrom, word.length)
      isQuoted = !isQuoted
    } else if (!isQuoted && BLANK.test(character)) break
    else word += character
  }
  return { text: word, from, to: at, quotedFrom, isOpen: isQuoted }
}
