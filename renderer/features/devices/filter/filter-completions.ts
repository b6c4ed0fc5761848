import {
  FILTER_KEYS,
  type FilterKey,
  valueWordsOf,
} from '../../../../preload/contract/models/devices/filter-vocabulary.ts'

type FilterLanguage = 'en' | 'zh'

/** Words before a value: the sign of negation, the key, the operator, and the values already there. */
const BEFORE_VALUE = /^(-?)(\p{L}+)([:：=＝])((?:[^,，、]*[,，、])*)([^,，、]*)$/u
const BARE_KEY = /^(-?)(\p{L}+)$/u

/** Returns the language of the filter's words for a language of the window, e.g. `zh-CN`. */
export function languageOf(language: string): FilterLanguage {
  return language.startsWith('zh') ? 'zh' : 'en'
}

/** Returns the last word of a filter, as a completion shows it. */
export function lastWord(filter: string): string {
  return filter.slice(filter.lastIndexOf(' ') + 1)
}

/**
 * Returns whole filters that complete the last word of `text`: keys with their operator, and the values of keys that
 * have a list of them. Words of both languages are completed; those of `language` come first. Returns none inside of
 * quotes, and none for a word that is complete.
 */
export function completionsOf(text: string, language: FilterLanguage): readonly string[] {
  if ((text.split('"').length - 1) % 2 === 1) return []
  const word = lastWord(text)
  const before = text.slice(0, text.length - word.length)
  const words = valueCompletions(word, language) ?? keyCompletions(word, language)
  return words.filter((completed) => completed !== word).map((completed) => before + completed)
}

function keyCompletions(word: string, language: FilterLanguage): readonly string[] {
  const [, minus, typed] = BARE_KEY.exec(word) ?? []
  if (typed === undefined) return []
  const all = Object.values(FILTER_KEYS).flatMap(({ kind, ...names }) => {
    const operator = kind === 'number' || kind === 'duration' ? '>' : ':'
    return namesOf(names, typed, language).map((name) => `${minus}${name}${operator}`)
  })
  return [...new Set(all)]
}

/** Returns null where the word holds no key that takes a list of values. */
function valueCompletions(word: string, language: FilterLanguage): readonly string[] | null {
  const [, minus = '', name = '', operator = '', earlier = '', typed = ''] = BEFORE_VALUE.exec(word) ?? []
  const key = (Object.keys(FILTER_KEYS) as FilterKey[]).find((known) => {
    const { en, zh } = FILTER_KEYS[known]
    return [...en, ...zh].some((other) => other === name.toLowerCase())
  })
  const values = key === undefined ? null : valueWordsOf(key)
  if (values === null) return null
  const used = new Set(earlier.split(/[,，、]/))
  const all = values.flatMap((words) => namesOf(words, typed, language))
  return [...new Set(all)].filter((value) => !used.has(value)).map((value) => minus + name + operator + earlier + value)
}

/** Returns the first name in `language` where any name of a word begins with what is typed. */
function namesOf(
  words: Readonly<Record<FilterLanguage, readonly [string, ...string[]]>>,
  typed: string,
  language: FilterLanguage,
): readonly string[] {
  const begin = typed.toLowerCase()
  if (words[language].some((name) => name.startsWith(begin))) return [words[language][0]]
  const other = language === 'en' ? 'zh' : 'en'
  return words[other].some((name) => name.startsWith(begin)) ? [words[other][0]] : []
}
