/** Longer words are cut, because nobody types them whole. */
const MAX_WORD_CHARS = 64
/** A word of fewer letters matches whole, because too many others begin with it. */
const MIN_PREFIX_CHARS = 3

const BEYOND_ASCII = /[\u0080-\uffff]/
const ASCII_WORDS = /[a-z0-9]+/g
const WORDS = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that set no blanks between words, or whose words change: they are searched in pairs of characters. */
const IN_PAIRS =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)/u

/**
 * Cuts a text into what the index holds: words in lower case without accents, and for scripts without blanks each pair of
 * characters and the last one, because the tokenizers of SQLite take a run of them for one word.
 */
export function searchPieces(text: string): readonly string[] {
  const pieces: string[] = []
  for (const part of partsOf(text)) {
    if (part.isInPairs) pieces.push(...pairsOf(part.text), part.last)
    else pieces.push(part.text.slice(0, MAX_WORD_CHARS))
  }
  return pieces
}

/**
 * Builds the FTS5 expression that finds a text: its pieces one after another, where the last word may go on unless the text
 * is meant exactly. Null for a text without any. Pieces are letters and digits alone, so that no text is an operator.
 */
export function matchExpression(text: string, isExact: boolean): string | null {
  const parts = [...partsOf(text)]
  const last = parts.pop()
  if (last === undefined) return null
  const before = parts.flatMap((part) =>
    part.isInPairs ? [...pairsOf(part.text), part.last] : [part.text.slice(0, MAX_WORD_CHARS)],
  )
  const { pieces, isPrefix } = endOf(last, isExact)
  return `"${[...before, ...pieces].join(' ')}"${isPrefix ? ' *' : ''}`
}

interface Part {
  readonly text: string
  readonly isInPairs: boolean
  /** Its last character. */
  readonly last: string
}

/** Leaves the end of a phrase open: what follows in the text is not known. */
function endOf(part: Part, isExact: boolean): { readonly pieces: readonly string[]; readonly isPrefix: boolean } {
  if (!part.isInPairs) {
    const isPrefix = !isExact && part.text.length >= MIN_PREFIX_CHARS
    return { pieces: [part.text.slice(0, MAX_WORD_CHARS)], isPrefix }
  }
  const pairs = pairsOf(part.text)
  // One character alone begins a pair wherever it stands, or ends the run.
  return pairs.length > 0 ? { pieces: pairs, isPrefix: false } : { pieces: [part.last], isPrefix: true }
}

function* partsOf(text: string): Generator<Part> {
  const plain = plainText(text)
  if (!BEYOND_ASCII.test(plain)) {
    for (const [word] of plain.matchAll(ASCII_WORDS)) yield { text: word, isInPairs: false, last: '' }
    return
  }
  for (const [word] of plain.matchAll(WORDS)) {
    // The parts in pairs are captured, so they stand at the odd places.
    for (const [index, part] of word.split(IN_PAIRS).entries()) {
      if (part !== '') yield { text: part, isInPairs: index % 2 === 1, last: Array.from(part).at(-1) ?? '' }
    }
  }
}

/** Brings forms of one letter together: width, case, accents. */
function plainText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ς/g, 'σ')
    .normalize('NFC')
}

function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text)
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}
