const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  twice: 2,
  thrice: 3,
}
const DIGITS = '零一二三四五六七八九'

/** Matches a number as operators write it: digits, small English number words, Chinese numerals up to 千. */
export const NUMBER_PATTERN = `\\d{1,7}|(?<![一二两三四五六七八九十百千])[一二两三四五六七八九十百千]{1,9}|${Object.keys(ENGLISH).join('|')}`

function parseChinese(text: string): number {
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : character === '千' ? 1000 : 0
    if (unit > 0) {
      total += (digit === 0 ? 1 : digit) * unit
      digit = 0
    } else {
      digit = character === '两' ? 2 : Math.max(0, DIGITS.indexOf(character))
    }
  }
  return total + digit
}

/** The value of a text that matched `NUMBER_PATTERN`. */
export function parseNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  return ENGLISH[text] ?? parseChinese(text)
}
