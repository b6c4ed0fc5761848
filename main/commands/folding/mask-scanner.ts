import { MASKS, type Mask } from './masks.ts'

const named = (...names: readonly string[]): readonly Mask[] => MASKS.filter(({ name }) => names.includes(name))
const behind = (what: string): readonly Mask[] => MASKS.filter(({ behindDigits }) => behindDigits.includes(what))

const NONE: readonly Mask[] = []
const WITH_HEX_LETTER = named('uuid', 'mac', 'IPv6 address', 'hexadecimal')
const WITH_DATE_LETTER = named('date in words', 'time')
const WITH_BOTH = named('uuid', 'mac', 'date in words', 'IPv6 address', 'hexadecimal')
const WITH_COLON = named('IPv6 address')
const WITH_BRACKET = named('process id')
const WITH_SIGN = named('number with a unit')

const TAB = 9
const LINE_END = 10
const BLANK = 32
const NUMBER_SIGN = 35
const PLUS = 43
const MINUS = 45
const POINT = 46
const COLON = 58
const EQUALS = 61
const T = 84
const BRACKET = 91

const isDigit = (code: number) => code >= 48 && code <= 57
const isHexLetter = (code: number) => (code >= 97 && code <= 102) || (code >= 65 && code <= 70)
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isWord = (code: number) => isDigit(code) || isLetter(code) || code === 95
const isBlank = (code: number) => code === BLANK || code === TAB
/** Letters that begin a month, a day, or the time behind a date. */
const DATE_LETTERS = new Set([...'JFMASONDTW'].map((letter) => letter.charCodeAt(0)))

/** Masks by the character behind the digits that they begin with. */
const BEHIND_DIGITS: readonly (readonly Mask[])[] = Array.from({ length: 128 }, (_, code) => {
  if (isHexLetter(code)) return behind('hex')
  if (isLetter(code) || code === 95) return behind('letter')
  const character = String.fromCharCode(code)
  return ' :-/.,'.includes(character) ? behind(character) : behind('end')
})
const BEHIND_OTHERS = behind('end')

/**
 * Puts tokens in place of all that a mask fits, and one blank in place of several, because columns are as wide as the
 * numbers in them. One pass, and a mask is tried only where it can begin, because a table has a number every few characters.
 */
export function scanMasks(text: string): string {
  let result = ''
  let from = 0
  let before = -1
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isBlank(code) && isBlank(text.charCodeAt(at + 1))) {
      let end = at + 2
      while (isBlank(text.charCodeAt(end))) end++
      result += `${text.slice(from, at)} `
      from = end
      at = end
      before = BLANK
      continue
    }
    const found = maskAt(masksFor(text, at, code, before), text, at)
    if (found === null) {
      before = code
      at++
      continue
    }
    result += text.slice(from, at) + found.token
    at = found.pattern.lastIndex
    from = at
    // The time behind a date begins inside a word.
    before = text.charCodeAt(at) === T ? POINT : text.charCodeAt(at - 1)
  }
  return result + text.slice(from)
}

function maskAt(masks: readonly Mask[], text: string, at: number): Mask | null {
  for (const mask of masks) {
    mask.pattern.lastIndex = at
    if (mask.pattern.test(text)) return mask
  }
  return null
}

/** Chooses the masks that can begin at a place, by a look at a few characters. */
function masksFor(text: string, at: number, code: number, before: number): readonly Mask[] {
  if (isDigit(code)) return isWord(before) ? NONE : masksForNumber(text, at, before)
  if (isLetter(code)) {
    if (isWord(before)) return NONE
    const isDate = DATE_LETTERS.has(code)
    if (isHexLetter(code) && canBeHex(text, at)) return isDate ? WITH_BOTH : WITH_HEX_LETTER
    return isDate ? WITH_DATE_LETTER : NONE
  }
  if (code === BRACKET) return isWord(before) && isDigit(text.charCodeAt(at + 1)) ? WITH_BRACKET : NONE
  if (code === COLON) return text.charCodeAt(at + 1) === COLON ? WITH_COLON : NONE
  const isSign = code === PLUS || code === MINUS
  return isSign && !isWord(before) && isDigit(text.charCodeAt(at + 1)) ? WITH_SIGN : NONE
}

/** A short number with only blanks and other numbers behind it, and no word for a process before it, is a plain one. */
function masksForNumber(text: string, at: number, before: number): readonly Mask[] {
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  const masks = next < 128 ? (BEHIND_DIGITS[next] ?? NONE) : BEHIND_OTHERS
  if (end - at >= 8) return masks
  let last = next
  if (next === POINT && isDigit(text.charCodeAt(end + 1))) {
    end += 2
    while (isDigit(text.charCodeAt(end))) end++
    last = text.charCodeAt(end)
  }
  const isPlain = isEnd(last) || (isBlank(last) && isPlainBehindBlank(text.charCodeAt(end + 1)))
  return isPlain && !isBehindWord(text, at, before) ? NONE : masks
}

const isEnd = (code: number) => code === LINE_END || Number.isNaN(code)
const isPlainBehindBlank = (code: number) => isDigit(code) || isBlank(code) || isEnd(code)

/** True where a word stands at most three separators before, which may be one for a process. */
function isBehindWord(text: string, at: number, before: number): boolean {
  let code = before
  for (let place = at - 2; place >= at - 4 && isSeparator(code); place--) code = text.charCodeAt(place)
  return isLetter(code)
}

const isSeparator = (code: number) => code === BLANK || code === EQUALS || code === COLON || code === NUMBER_SIGN

function canBeHex(text: string, at: number): boolean {
  let end = at + 1
  while (isDigit(text.charCodeAt(end)) || isHexLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  return end - at >= 8 || next === COLON || next === MINUS
}
