import { MASKS, type Mask } from './masks.ts'

const named = (...names: readonly string[]): readonly Mask[] => MASKS.filter(({ name }) => names.includes(name))

const NONE: readonly Mask[] = []
const WITH_HEX_LETTER = named('uuid', 'mac', 'IPv6 address', 'hexadecimal')
const WITH_DATE_LETTER = named('date in words', 'time')
const WITH_BOTH = named('uuid', 'mac', 'date in words', 'IPv6 address', 'hexadecimal')
const WITH_COLON = named('IPv6 address')
const WITH_BRACKET = named('process id')
const WITH_SIGN = named('number with a unit')

const TAB = 9
const BLANK = 32
const NUMBER_SIGN = 35
const PLUS = 43
const COMMA = 44
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
    const found = isDigit(code) ? maskAtDigit(text, at, before) : maskIn(masksFor(text, at, code, before), text, at)
    if (found === null) {
      before = code
      at++
      // Nothing begins inside a word.
      if (isWord(code)) while (isWord(text.charCodeAt(at))) before = text.charCodeAt(at++)
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

function maskIn(masks: readonly Mask[], text: string, at: number): Mask | null {
  for (const mask of masks) if (fits(mask, text, at)) return mask
  return null
}

function fits({ pattern }: Mask, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Chooses the masks that can begin at what is no digit, by a look at a few characters. */
function masksFor(text: string, at: number, code: number, before: number): readonly Mask[] {
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

/** A mask that begins with digits, with what tells at a glance that it cannot fit. */
interface DigitMask {
  readonly mask: Mask
  readonly units: ReadonlySet<number> | null
  readonly lastLetters: ReadonlySet<number> | null
}

const codesOf = (characters: string | undefined): ReadonlySet<number> | null =>
  characters === undefined ? null : new Set([...characters].map((character) => character.charCodeAt(0)))
const DIGIT_MASKS: readonly DigitMask[] = MASKS.map((mask) => ({
  mask,
  units: codesOf(mask.units),
  lastLetters: codesOf(mask.behindWord),
}))

/** More digits than any mask tells apart, and a character that is none of ASCII. */
const MANY_DIGITS = 16
const OTHER = 128
/** Masks by the number of digits that they begin with and the character behind those, as far as they were asked for. */
const BY_DIGITS: (readonly DigitMask[] | undefined)[] = []

/** Tries the masks that can begin with the digits at a place. */
function maskAtDigit(text: string, at: number, before: number): Mask | null {
  if (isWord(before)) return null
  let end = at + 1
  while (isDigit(text.charCodeAt(end))) end++
  const unit = unitAt(text, end)
  for (const { mask, units, lastLetters } of digitMasks(end - at, text.charCodeAt(end))) {
    if (units !== null && !units.has(unit)) continue
    if (lastLetters !== null && !lastLetters.has(wordBefore(text, at, before))) continue
    if (fits(mask, text, at)) return mask
  }
  return null
}

function digitMasks(digits: number, next: number): readonly DigitMask[] {
  const count = Math.min(digits, MANY_DIGITS)
  const code = next < OTHER ? next : OTHER
  const place = count * (OTHER + 1) + code
  const known = BY_DIGITS[place]
  if (known !== undefined) return known
  const masks = DIGIT_MASKS.filter(({ mask }) => canBegin(mask, digits, code))
  BY_DIGITS[place] = masks
  return masks
}

function canBegin({ behindDigits, digits: [min, max] = [0, 0] }: Mask, digits: number, next: number): boolean {
  if (isHexLetter(next) && behindDigits.includes('hex')) return true
  return (
    behindDigits.includes(kindOf(next)) && Math.min(digits, MANY_DIGITS) >= Math.min(min, MANY_DIGITS) && digits <= max
  )
}

function kindOf(code: number): string {
  if (isHexLetter(code)) return 'hex'
  if (isLetter(code) || code === 95) return 'letter'
  const character = String.fromCharCode(code)
  return ' :-/.,'.includes(character) ? character : 'end'
}

/** Returns the character at which a unit begins behind digits: after a fraction, and after one blank. */
function unitAt(text: string, end: number): number {
  let place = end
  const point = text.charCodeAt(place)
  if ((point === POINT || point === COMMA) && isDigit(text.charCodeAt(place + 1))) {
    place += 2
    while (isDigit(text.charCodeAt(place))) place++
  }
  return text.charCodeAt(text.charCodeAt(place) === BLANK ? place + 1 : place)
}

/** Returns the last character before at most three separators. */
function wordBefore(text: string, at: number, before: number): number {
  let code = before
  for (let place = at - 2; place >= at - 4 && isSeparator(code); place--) code = text.charCodeAt(place)
  return code
}

const isSeparator = (code: number) => code === BLANK || code === EQUALS || code === COLON || code === NUMBER_SIGN

function canBeHex(text: string, at: number): boolean {
  let end = at + 1
  while (isDigit(text.charCodeAt(end)) || isHexLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  return end - at >= 8 || next === COLON || next === MINUS
}
