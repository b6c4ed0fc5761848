/** Characters that end one id of a typed or pasted list; none of them can be part of a device id. */
export const ID_SEPARATORS = [',', ';', ' ', '\n', '\r', '\t', '，', '；', '、', '\u3000', '\u00a0']

const SEPARATORS = new RegExp(`[${ID_SEPARATORS.join('')}]+`)
/** Marks of the filter language: a text with one of them is no list. */
const FILTER_MARKS = /[:<>="]/

/** Splits a list of ids, one a line or divided by commas, semicolons or blanks; each id once, in order. */
export function splitIds(text: string): readonly string[] {
  return [...new Set(text.split(SEPARATORS).filter((id) => id !== ''))]
}

/** True for pasted text that lists ids, rather than being a word or a filter to search by. */
export function isIdList(text: string): boolean {
  if (FILTER_MARKS.test(text)) return false
  return /[\r\n]/.test(text) ? splitIds(text).length > 0 : splitIds(text).length > 1
}
