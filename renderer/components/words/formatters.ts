const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
const lists = new Map<string, Intl.ListFormat>()
const days = new Map<string, Intl.RelativeTimeFormat>()
const ages = new Map<string, Intl.RelativeTimeFormat>()

/** A number format, made once: making one costs more than a hundred uses. `key` names the options. */
export function numberFormat(language: string, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numbers, `${language} ${key}`, () => new Intl.NumberFormat(language, options))
}

/** A number as it is, with the separators of the language: "12,345". */
export function plainNumber(value: number, language: string): string {
  return numberFormat(language, 'plain', {}).format(value)
}

/** Puts the space between a figure and its Chinese unit that the catalogues have: "3 秒前" beside "3 台设备". */
export function spaced(text: string, language: string): string {
  return language.startsWith('zh') ? text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ') : text
}

/** Lists words as a sentence does: "Linux and Raspberry Pi"; in Chinese a space parts Latin letters from characters. */
export function listWords(words: readonly string[], language: string): string {
  const text = once(lists, language, () => new Intl.ListFormat(language)).format(words)
  if (!language.startsWith('zh')) return text
  return text.replace(/(?<=[\w)])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\w)/gu, ' ')
}

/** A format of dates and times, made once. `key` names the options. */
export function dateFormat(language: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dates, `${language} ${key}`, () => new Intl.DateTimeFormat(language, options))
}

/** "12s ago" in a language, made once. */
export function ageFormat(language: string): Intl.RelativeTimeFormat {
  return once(ages, language, () => new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'narrow' }))
}

/** "yesterday" in a language, made once. */
export function dayFormat(language: string): Intl.RelativeTimeFormat {
  return once(days, language, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
}

function once<Format>(known: Map<string, Format>, name: string, make: () => Format): Format {
  const found = known.get(name)
  if (found) return found
  const made = make()
  known.set(name, made)
  return made
}
