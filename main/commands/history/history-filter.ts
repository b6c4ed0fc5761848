import {
  HISTORY_KEYS,
  HISTORY_VALUES,
  type HistoryKey,
  isListKey,
} from '../../../preload/contract/models/commands/history-vocabulary.ts'
import {
  type FilterWord,
  fieldOf,
  type FilterReading as Reading,
  readFilter,
  VALUES_MAX,
  valuesOf,
} from '../../shared/filter-language.ts'

/** Fields whose text matches in part, or whole with `=`. */
type TextField = 'device' | 'operator' | 'connection'

/** One condition; all terms of a filter must hold, of several `values` one. */
export type HistoryTerm = {
  readonly isNegated: boolean
} /** `isExact`: the words as they stand, the last one whole. */ & (
  | { readonly kind: 'text'; readonly value: string; readonly isExact: boolean }
  | { readonly kind: 'match'; readonly field: TextField; readonly values: readonly string[]; readonly isWhole: boolean }
  | { readonly kind: 'list'; readonly field: 'class' | 'source' | 'outcome'; readonly values: readonly string[] }
  /** From the one time (epoch ms) until before the other. */
  | { readonly kind: 'time'; readonly from: number | null; readonly until: number | null }
)

type Reason = 'unknown-field' | 'no-value' | 'not-a-time' | 'needs-colon' | 'open-quote' | 'too-long'
/** A mistake of a word. `key`: the one whose values the word does not name. */
type Mistake = { readonly reason: Reason } | { readonly reason: 'unknown-value'; readonly key: HistoryKey }

type HistoryFilterReading = Reading<HistoryTerm, Mistake>

const KEYS: ReadonlyMap<string, HistoryKey> = new Map(
  (Object.keys(HISTORY_KEYS) as HistoryKey[]).flatMap((key) =>
    [...HISTORY_KEYS[key].en, ...HISTORY_KEYS[key].zh].map((name) => [name, key] as const),
  ),
)
/** Stored values that each word of a list stands for. */
const LISTS = {
  class: byWord('class'),
  source: byWord('source'),
  outcome: byWord('outcome'),
}

function byWord(key: keyof typeof HISTORY_VALUES): ReadonlyMap<string, readonly string[]> {
  return new Map(
    HISTORY_VALUES[key].flatMap(({ values, en, zh }) => [...en, ...zh].map((word) => [word, values] as const)),
  )
}

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(\d{1,2}):(\d{2}))?$/i
const AGE = /^(\d{1,6})(\p{L}{1,2})$/iu
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ...['m', '分', '分钟'].map((unit) => [unit, 60_000] as const),
  ...['h', '时', '小时'].map((unit) => [unit, 3_600_000] as const),
  ...['d', '天', '日'].map((unit) => [unit, 86_400_000] as const),
  ...['w', '周'].map((unit) => [unit, 604_800_000] as const),
])
const TODAY = new Set(['today', '今天', '今日'])
const YESTERDAY = new Set(['yesterday', '昨天', '昨日'])

/**
 * Parses the filter of the history: the language of the device filter with keys of its own. A leading minus negates a key or a
 * quoted text, and is text before a bare word, because options of commands begin with one. Never throws; days are days
 * of this computer's time zone.
 */
export function parseHistoryFilter(text: string, now: number): HistoryFilterReading {
  return readFilter<HistoryTerm, Mistake>(text, (word) => readTerm(word, now))
}

function readTerm(word: FilterWord, now: number): HistoryTerm | Mistake | null {
  const field = fieldOf(word)
  if (field === null) {
    const isNegated = word.text.startsWith('-') && word.quotedFrom === 1
    const value = isNegated ? word.text.slice(1) : word.text
    return { kind: 'text', value, isExact: word.quotedFrom <= 1, isNegated }
  }
  const { isNegated, operator, value } = field
  const key = KEYS.get(field.key)
  if (key === undefined) return { reason: 'unknown-field' }
  if (operator !== ':' && operator !== '=') return { reason: 'needs-colon' }
  const body = readValue(key, value, operator === '=', now)
  if (typeof body === 'string') return { reason: body }
  return 'reason' in body ? body : { ...body, isNegated }
}

type Body = HistoryTerm extends infer Term ? (Term extends HistoryTerm ? Omit<Term, 'isNegated'> : never) : never

function readValue(key: HistoryKey, value: string, isWhole: boolean, now: number): Body | Reason | Mistake {
  if (key === 'after' || key === 'before' || key === 'on') {
    return value === '' ? 'no-value' : timeTerm(key, value, now)
  }
  const values = valuesOf(value)
  if (values.length === 0) return 'no-value'
  if (values.length > VALUES_MAX) return 'too-long'
  if (!isListKey(key)) return { kind: 'match', field: key, values, isWhole }
  const words = LISTS[key]
  if (!values.every((one) => words.has(one))) return { reason: 'unknown-value', key }
  return { kind: 'list', field: key, values: [...new Set(values.flatMap((one) => words.get(one) ?? []))] }
}

/** `after` begins with the named time, `before` ends ahead of it, and `on` is the whole day. */
function timeTerm(key: 'after' | 'before' | 'on', value: string, now: number): Body | Reason {
  const named = timeOf(value, now)
  if (named === null || (key === 'on' && !named.isDay)) return 'not-a-time'
  if (key === 'after') return { kind: 'time', from: named.at, until: null }
  if (key === 'before') return { kind: 'time', from: null, until: named.at }
  const next = new Date(named.at)
  next.setDate(next.getDate() + 1)
  return { kind: 'time', from: named.at, until: next.getTime() }
}

/** Reads a day, a minute of a day, `today`, `yesterday`, or an age such as `7d`. */
function timeOf(value: string, now: number): { readonly at: number; readonly isDay: boolean } | null {
  const word = value.toLowerCase()
  const isYesterday = YESTERDAY.has(word)
  if (isYesterday || TODAY.has(word)) {
    const day = new Date(now)
    day.setHours(0, 0, 0, 0)
    if (isYesterday) day.setDate(day.getDate() - 1)
    return { at: day.getTime(), isDay: true }
  }
  const age = AGE.exec(word)
  if (age !== null) {
    const unitMs = UNIT_MS.get(age[2] ?? '')
    return unitMs === undefined ? null : { at: now - Number(age[1]) * unitMs, isDay: false }
  }
  const day = DAY.exec(word)
  if (day === null) return null
  const [year, month, date, hours, minutes] = day.slice(1).map((part) => Number(part ?? 0))
  const found = new Date(year ?? 0, (month ?? 1) - 1, date, hours, minutes)
  // A day that does not exist rolls over into another one.
  const isReal = found.getMonth() === (month ?? 1) - 1 && found.getDate() === date && found.getMinutes() === minutes
  return isReal && found.getHours() === hours ? { at: found.getTime(), isDay: day[4] === undefined } : null
}
