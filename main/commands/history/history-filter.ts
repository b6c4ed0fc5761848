import { COMMAND_STATES } from '../../../preload/contract/models/command.ts'
import { COMMAND_SOURCES, TURN_OUTCOMES } from '../../../preload/contract/models/history.ts'
import {
  type FilterWord,
  fieldOf,
  type FilterReading as Reading,
  readFilter,
  VALUES_MAX,
  valuesOf,
} from '../../shared/filter-language.ts'

/** Fields whose text matches in part, or whole with `=`. */
const TEXT_FIELDS = ['device', 'operator', 'connection'] as const
type TextField = (typeof TEXT_FIELDS)[number]

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

type Reason = 'unknown-field' | 'unknown-value' | 'no-value' | 'not-a-time' | 'needs-colon' | 'open-quote' | 'too-long'

type HistoryFilterReading = Reading<HistoryTerm, Reason>

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['id', 'device'],
  ['by', 'operator'],
  ['from', 'source'],
  ['status', 'outcome'],
  ['state', 'outcome'],
  ['since', 'after'],
  ['until', 'before'],
])
const CLASSES = ['read', 'change', 'unknown', 'destructive', 'forbidden', 'refused']
const NOT_SENT = ['rejected', 'expired', 'barred', 'withheld', 'not-delivered']
const SILENT = ['no-answer', 'timed-out', 'unknown', 'not-delivered']

/** Words of a list with the stored values that each stands for. */
type Words = ReadonlyMap<string, readonly string[]>
const same = (words: readonly string[]) => words.map((word) => [word, [word]] as const)
const LISTS: Readonly<Record<'class' | 'source' | 'outcome', Words>> = {
  class: new Map(same(CLASSES)),
  source: new Map<string, readonly string[]>([...same(COMMAND_SOURCES), ['assistant', ['phrasebook', 'model']]]),
  outcome: new Map<string, readonly string[]>([
    ...same([...TURN_OUTCOMES, ...COMMAND_STATES, 'withheld']),
    ['success', ['succeeded']],
    ['timeout', ['timed-out']],
    ['not-sent', NOT_SENT],
    ['silent', SILENT],
  ]),
}

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(\d{1,2}):(\d{2}))?$/i
const AGE = /^(\d{1,6})(m|h|d|w)$/i
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/**
 * Parses the filter of the history: the language of the device filter with keys of its own. A leading minus negates a key or a
 * quoted text, and is text before a bare word, because options of commands begin with one. Never throws; days are days
 * of this computer's time zone.
 */
export function parseHistoryFilter(text: string, now: number): HistoryFilterReading {
  return readFilter<HistoryTerm, Reason>(text, (word) => readTerm(word, now))
}

function readTerm(word: FilterWord, now: number): HistoryTerm | Reason | null {
  const field = fieldOf(word)
  if (field === null) {
    const isNegated = word.text.startsWith('-') && word.quotedFrom === 1
    const value = isNegated ? word.text.slice(1) : word.text
    return { kind: 'text', value, isExact: word.quotedFrom <= 1, isNegated }
  }
  const { isNegated, operator } = field
  const key = ALIASES.get(field.key.toLowerCase()) ?? field.key.toLowerCase()
  const read = readerOf(key)
  if (read === null) return 'unknown-field'
  if (operator !== ':' && operator !== '=') return 'needs-colon'
  if (field.value === '') return 'no-value'
  const body = read(field.value, operator === '=', now)
  return typeof body === 'string' ? body : { ...body, isNegated }
}

type Body = HistoryTerm extends infer Term ? (Term extends HistoryTerm ? Omit<Term, 'isNegated'> : never) : never
type ReadValue = (value: string, isWhole: boolean, now: number) => Body | Reason

function readerOf(key: string): ReadValue | null {
  const field = TEXT_FIELDS.find((known) => known === key)
  if (field !== undefined) {
    return (value, isWhole) => listed(valuesOf(value), (values) => ({ kind: 'match', field, values, isWhole }))
  }
  if (key === 'class' || key === 'source' || key === 'outcome') {
    const words = LISTS[key]
    return (value) =>
      listed(valuesOf(value), (values) => {
        if (!values.every((one) => words.has(one))) return 'unknown-value'
        return { kind: 'list', field: key, values: [...new Set(values.flatMap((one) => words.get(one) ?? []))] }
      })
  }
  if (key === 'after' || key === 'before' || key === 'on') return (value, _isWhole, now) => timeTerm(key, value, now)
  return null
}

function listed(values: readonly string[], make: (values: readonly string[]) => Body | Reason): Body | Reason {
  if (values.length === 0) return 'no-value'
  return values.length > VALUES_MAX ? 'too-long' : make(values)
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
  if (word === 'today' || word === 'yesterday') {
    const day = new Date(now)
    day.setHours(0, 0, 0, 0)
    if (word === 'yesterday') day.setDate(day.getDate() - 1)
    return { at: day.getTime(), isDay: true }
  }
  const age = AGE.exec(word)
  if (age !== null) return { at: now - Number(age[1]) * (UNIT_MS[age[2] ?? ''] ?? 0), isDay: false }
  const day = DAY.exec(word)
  if (day === null) return null
  const [year, month, date, hours, minutes] = day.slice(1).map((part) => Number(part ?? 0))
  const found = new Date(year ?? 0, (month ?? 1) - 1, date, hours, minutes)
  // A day that does not exist rolls over into another one.
  const isReal = found.getMonth() === (month ?? 1) - 1 && found.getDate() === date && found.getMinutes() === minutes
  return isReal && found.getHours() === hours ? { at: found.getTime(), isDay: day[4] === undefined } : null
}
