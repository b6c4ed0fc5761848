import { HISTORY_KEYS } from '../../../preload/contract/models/commands/history-vocabulary.ts'

type FilterLanguage = 'en' | 'zh'

/** A period of this computer's time zone as the filter of the history says it; the first word of each language is written. */
interface Period {
  readonly key: 'on' | 'after'
  readonly en: readonly [string, ...string[]]
  readonly zh: readonly [string, ...string[]]
}

/** Periods to choose, the shortest first; each is named by `history:period.<id>`. */
export const PERIODS = {
  today: { key: 'on', en: ['today'], zh: ['今天', '今日'] },
  yesterday: { key: 'on', en: ['yesterday'], zh: ['昨天', '昨日'] },
  week: { key: 'after', en: ['7d', '1w'], zh: ['7天', '7日', '1周'] },
  month: { key: 'after', en: ['30d'], zh: ['30天', '30日'] },
} as const satisfies Readonly<Record<string, Period>>
export type PeriodId = keyof typeof PERIODS
export const PERIOD_IDS = Object.keys(PERIODS) as readonly PeriodId[]

const TIME_KEYS = ['on', 'after', 'before'] as const
const FIELD = /^(\p{L}+)[:：=＝](.*)$/su

/** Returns the language of the filter's words for a language of the window, e.g. `zh-CN`. */
function languageOf(language: string): FilterLanguage {
  return language.startsWith('zh') ? 'zh' : 'en'
}

/** Returns the period that a filter names; null where it names none of these, or another time as well. */
export function periodOf(filter: string): PeriodId | null {
  const [named, ...others] = wordsOf(filter).flatMap((word) => timeOf(word) ?? [])
  if (named === undefined || others.length > 0) return null
  const isNamed = (id: PeriodId) => {
    const { key, en, zh }: Period = PERIODS[id]
    return key === named.key && [...en, ...zh].includes(named.value)
  }
  return PERIOD_IDS.find(isNamed) ?? null
}

/** Returns a filter with this period in place of the times that it names; null leaves it without a time. */
export function withPeriod(filter: string, period: PeriodId | null, language: string): string {
  const kept = wordsOf(filter).filter((word) => timeOf(word) === null)
  return [...kept, ...(period === null ? [] : [periodWord(period, language)])].join(' ')
}

/** Returns the filter that finds what one device was asked and sent. */
export function deviceFilter(deviceId: string, period: PeriodId | null, language: string): string {
  const id = /\s/u.test(deviceId) ? `"${deviceId}"` : deviceId
  const device = `${HISTORY_KEYS.device[languageOf(language)][0]}=${id}`
  return period === null ? device : `${device} ${periodWord(period, language)}`
}

function periodWord(id: PeriodId, language: string): string {
  const spoken = languageOf(language)
  const { key, [spoken]: words } = PERIODS[id]
  return `${HISTORY_KEYS[key][spoken][0]}:${words[0]}`
}

/** Takes a condition of time apart; null for any other word. */
function timeOf(word: string): { readonly key: (typeof TIME_KEYS)[number]; readonly value: string } | null {
  const [, name = '', value = ''] = FIELD.exec(word) ?? []
  const key = TIME_KEYS.find((each) => {
    const { en, zh } = HISTORY_KEYS[each]
    return [...en, ...zh].some((known) => known === name.toLowerCase())
  })
  return key === undefined ? null : { key, value: value.toLowerCase() }
}

/** Splits a filter at white space outside of quotes; a quote that is still open is closed. */
function wordsOf(filter: string): readonly string[] {
  const words: string[] = []
  let word = ''
  let isQuoted = false
  for (const character of filter) {
    if (character === '"') isQuoted = !isQuoted
    if (isQuoted || !/\s/u.test(character)) word += character
    else if (word !== '') {
      words.push(word)
      word = ''
    }
  }
  if (isQuoted) word += '"'
  return word === '' ? words : [...words, word]
}
