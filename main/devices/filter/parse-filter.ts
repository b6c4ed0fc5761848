import {
  FILTER_KEYS,
  type FilterKey,
  HAS_WORDS,
  STATUS_WORDS,
  SYSTEM_WORDS,
} from '../../../preload/contract/models/devices/filter-vocabulary.ts'
import { type FilterWord, fieldOf, readFilter, VALUES_MAX, valuesOf } from '../../shared/filter-language.ts'
import type {
  Comparison,
  FilterMistake,
  FilterReading,
  FilterTerm,
  NumberField,
  FilterFaultReason as Reason,
  TextField,
} from './filter-terms.ts'

const NUMBER = /^(-?\d{1,12}(?:\.\d{1,9})?)(?:%|％|℃|度|°?c)?$/i
const DURATION = /^(\d{1,9}(?:\.\d{1,3})?)(\p{L}{1,2})$/iu
const UNIT_S: ReadonlyMap<string, number> = new Map([
  ...['s', '秒'].map((unit) => [unit, 1] as const),
  ...['m', '分', '分钟'].map((unit) => [unit, 60] as const),
  ...['h', '时', '小时'].map((unit) => [unit, 3_600] as const),
  ...['d', '天', '日'].map((unit) => [unit, 86_400] as const),
  ...['w', '周'].map((unit) => [unit, 604_800] as const),
])
/** Readings that are true or false are kept as numbers. */
const TRUTHS: ReadonlyMap<string, number> = new Map([
  ...['true', '是'].map((word) => [word, 1] as const),
  ...['false', '否'].map((word) => [word, 0] as const),
])

const KEYS: ReadonlyMap<string, FilterKey> = new Map(
  (Object.keys(FILTER_KEYS) as FilterKey[]).flatMap((key) =>
    [...FILTER_KEYS[key].en, ...FILTER_KEYS[key].zh].map((name) => [name, key] as const),
  ),
)
const STATUSES = byWord(STATUS_WORDS)
const SYSTEMS = byWord(SYSTEM_WORDS)
const HAS = byWord(HAS_WORDS)

function byWord<Value>(
  all: readonly { readonly value: Value; readonly en: readonly string[]; readonly zh: readonly string[] }[],
): ReadonlyMap<string, Value> {
  return new Map(all.flatMap(({ value, en, zh }) => [...en, ...zh].map((word) => [word, value] as const)))
}

/**
 * Parses the filter language: words separated by spaces, all of which must match. `key:value` (several values separated
 * by commas), `key>number`, `seen<10m`, `-` before a word to negate it, double quotes around literal text, and anything
 * else as free text. Keys, values, units and signs may be Chinese. Never throws; a mistake is reported at its word.
 */
export function parseFilter(text: string): FilterReading {
  return readFilter<FilterTerm, FilterMistake>(text, readTerm)
}

type Mistake = Reason | { readonly reason: 'unknown-value'; readonly key: FilterKey }

function readTerm(word: FilterWord): FilterTerm | FilterMistake | null {
  const field = fieldOf(word)
  if (field === null) {
    const isNegated = word.text.startsWith('-') && word.text.length > 1 && word.quotedFrom > 0
    const value = (isNegated ? word.text.slice(1) : word.text).toLowerCase()
    return value === '' ? null : { kind: 'text', value, isNegated }
  }
  const { isNegated, dataField, key, operator, value } = field
  const body =
    dataField === null
      ? readField(KEYS.get(key), operator, value)
      : numberTerm({ kind: 'data', field: dataField }, operator, value)
  if (typeof body === 'string') return { reason: body } as FilterMistake
  return 'reason' in body ? body : { ...body, isNegated }
}

type Body = FilterTerm extends infer Term ? (Term extends FilterTerm ? Omit<Term, 'isNegated'> : never) : never

function readField(key: FilterKey | undefined, operator: string, value: string): Body | Mistake {
  if (key === undefined) return 'unknown-field'
  const { kind } = FILTER_KEYS[key]
  if (kind === 'number') return numberTerm({ kind, field: key as NumberField }, operator, value)
  if (kind === 'duration') return durationTerm(key as 'seen' | 'uptime', operator, value)
  if (operator !== ':' && operator !== '=') return 'needs-colon'
  const values = valuesOf(value)
  if (values.length === 0) return 'no-value'
  if (values.length > VALUES_MAX) return 'too-long'
  if (kind === 'text') return { kind: 'match', field: key as TextField, values }
  const body =
    kind === 'status'
      ? listTerm(values, STATUSES, (known) => ({ kind, values: known }))
      : kind === 'has'
        ? listTerm(values, HAS, (known) => ({ kind, values: known }))
        : listTerm(values, SYSTEMS, (known) => ({ kind, values: [...new Set(known.flat())] }))
  return body === 'unknown-value' ? { reason: body, key } : body
}

function listTerm<Known>(
  values: readonly string[],
  words: ReadonlyMap<string, Known>,
  make: (known: readonly Known[]) => Body,
): Body | 'unknown-value' {
  const known = values.flatMap((value) => words.get(value) ?? [])
  const isKnown = values.every((value) => words.has(value))
  return isKnown ? make(known as readonly Known[]) : 'unknown-value'
}

function numberTerm(
  of: { readonly kind: 'number'; readonly field: NumberField } | { readonly kind: 'data'; readonly field: string },
  operator: string,
  value: string,
): Body | Reason {
  if (operator === ':') return 'needs-comparison'
  if (value === '') return 'no-value'
  const truth = of.kind === 'data' ? TRUTHS.get(value.toLowerCase()) : undefined
  if (truth !== undefined) return { ...of, op: operator as Comparison, value: truth }
  const match = NUMBER.exec(value)
  if (match === null) return 'not-a-number'
  return { ...of, op: operator as Comparison, value: Number(match[1]) }
}

function durationTerm(key: 'seen' | 'uptime', operator: string, value: string): Body | Reason {
  if (key === 'seen' && operator === ':' && STATUSES.get(value.toLowerCase()) === 'never-seen')
    return { kind: 'never-seen' }
  if (operator === ':') return 'needs-comparison'
  if (value === '') return 'no-value'
  const match = DURATION.exec(value)
  const unitS = UNIT_S.get((match?.[2] ?? '').toLowerCase())
  if (match === null || unitS === undefined) return 'not-a-duration'
  const seconds = Number(match[1]) * unitS
  const op = operator as Comparison
  return key === 'seen'
    ? { kind: 'seen', op, value: seconds * 1000 }
    : { kind: 'number', field: 'uptime', op, value: seconds }
}
