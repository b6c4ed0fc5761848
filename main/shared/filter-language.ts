/** A word of a filter without its quotes, with its place in the text. */
export interface FilterWord {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Index in `text` of the first quoted character; Infinity without quotes. Quoted characters are no operators. */
  readonly quotedFrom: number
  readonly isOpen: boolean
}

/** The terms of a filter, or its first mistake with its place: the characters `from` to `to` (exclusive) of the filter. */
export type FilterReading<Term, Mistake extends object> =
  | { readonly terms: readonly Term[]; readonly fault: null }
  | {
      readonly terms: null
      readonly fault: Mistake & { readonly word: string; readonly from: number; readonly to: number }
    }

/** A word that begins with a key and an operator. */
interface FilterField {
  readonly isNegated: boolean
  /** In lower case, in any language. */
  readonly key: string
  /** Name behind `data.`; null for a key of the language. */
  readonly dataField: string | null
  /** `:`, `=`, `<`, `>`, `<=` or `>=`. */
  readonly operator: string
  readonly value: string
}

const TERMS_MAX = 32
/** Values of one term. */
export const VALUES_MAX = 32
const OPERATOR = /^(-?)(?:(data|数据)\.([^\s:<>=：＜＞＝≤≥]{1,64})|(\p{L}[\p{L}-]*))(<=|>=|[:<>=：＜＞＝≤≥])/iu
const LIST_MARK = /[,，、]/
const BLANK = /\s/
/** Signs of a Chinese keyboard, with the operator that they mean. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['≤', '<='],
  ['≥', '>='],
])

/**
 * Reads a filter word by word with `readTerm`, which returns the term, null for nothing, or what is wrong. Never throws; a
 * mistake is reported at its word.
 */
export function readFilter<Term extends object, Mistake extends { readonly reason: string }>(
  text: string,
  readTerm: (word: FilterWord) => Term | Mistake | null,
): FilterReading<Term, Mistake | { readonly reason: 'too-long' | 'open-quote' }> {
  const terms: Term[] = []
  for (const word of filterWords(text)) {
    const tooLong = terms.length === TERMS_MAX
    const term = tooLong || word.isOpen ? ({ reason: tooLong ? 'too-long' : 'open-quote' } as const) : readTerm(word)
    if (term === null) continue
    if ('reason' in term) {
      const { from, to } = word
      return { terms: null, fault: { ...term, word: text.slice(from, to), from, to } }
    }
    terms.push(term)
  }
  return { terms, fault: null }
}

/** Takes a word apart into key, operator and value; null where it is free text. */
export function fieldOf(word: FilterWord): FilterField | null {
  const match = OPERATOR.exec(word.text)
  if (match === null || match[0].length > word.quotedFrom) return null
  const [matched, minus, , dataField = null, key = '', sign = ':'] = match
  const operator = OPERATORS.get(sign) ?? sign
  return {
    isNegated: minus === '-',
    key: key.toLowerCase(),
    dataField,
    operator,
    value: word.text.slice(matched.length),
  }
}

/** Splits values at commas of either language, in lower case. */
export function valuesOf(value: string): readonly string[] {
  return value
    .toLowerCase()
    .split(LIST_MARK)
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
