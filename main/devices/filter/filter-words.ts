/** A word of a filter without its quotes, with its place in the text. */
export interface FilterWord {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Index in `text` of the first quoted character; Infinity without quotes. Quoted characters are no operators. */
  readonly quotedFrom: number
  readonly isOpen: boolean
}

const BLANK = /\s/

/** Splits at white space outside of double quotes. Linear; never throws. */
export function filterWords(text: string): FilterWord[] {
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
