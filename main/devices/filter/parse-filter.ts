import { PRESENCES, type Presence } from '../../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import {
  type Comparison,
  type FilterFault,
  type FilterReading,
  type FilterTerm,
  HAS_VALUES,
  type NumberField,
  TEXT_FIELDS,
  type TextField,
} from './filter-terms.ts'
import { type FilterWord, filterWords } from './filter-words.ts'

const TERMS_MAX = 32
const VALUES_MAX = 32
const OPERATOR = /^(-?)([a-z][a-z-]*|data\.[^\s:<>=]{1,64})(<=|>=|[:<>=])/i
const NUMBER = /^(-?\d{1,12}(?:\.\d{1,9})?)(?:%|°?c)?$/i
/** Readings that are true or false are kept as numbers. */
const TRUTHS: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['false', 0],
])
const DURATION = /^(\d{1,9}(?:\.\d{1,3})?)(s|m|h|d|w)$/i
const UNIT_S: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 }

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['tags', 'tag'],
  ['loc', 'location'],
  ['hostname', 'host'],
  ['state', 'status'],
  ['os', 'system'],
  ['temperature', 'temp'],
  ['memory', 'mem'],
])
const TEXTS: ReadonlyMap<string, TextField> = new Map(TEXT_FIELDS.map((field) => [field, field]))
const NUMBERS: ReadonlyMap<string, NumberField> = new Map([
  ['temp', 'temp'],
  ['cpu', 'cpu'],
  ['mem', 'mem'],
  ['disk', 'disk'],
])
const PRESENCE_WORDS: ReadonlyMap<string, Presence> = new Map([
  ...PRESENCES.map((presence) => [presence, presence] as const),
  ['never', 'never-seen'],
])
const SYSTEM_WORDS: ReadonlyMap<string, readonly DeviceSystem[]> = new Map<string, readonly DeviceSystem[]>([
  ['linux', ['linux']],
  ['raspberrypi', ['raspberrypi']],
  ['pi', ['raspberrypi']],
  ['windows', ['windows-cmd', 'windows-powershell']],
  ['windows-cmd', ['windows-cmd']],
  ['cmd', ['windows-cmd']],
  ['windows-powershell', ['windows-powershell']],
  ['powershell', ['windows-powershell']],
])
const HAS_WORDS = new Map(HAS_VALUES.map((value) => [value as string, value]))

/**
 * Parses the filter language: words separated by spaces, all of which must match. `key:value` (several values separated
 * by commas), `key>number`, `seen<10m`, `-` before a word to negate it, double quotes around literal text, and anything
 * else as free text. Never throws; a mistake is reported at its word.
 */
export function parseFilter(text: string): FilterReading {
  const words = filterWords(text)
  const terms: FilterTerm[] = []
  for (const word of words) {
    const term = terms.length === TERMS_MAX ? 'too-long' : word.isOpen ? 'open-quote' : readTerm(word)
    if (typeof term === 'string') {
      const { from, to } = word
      return { terms: null, fault: { reason: term, word: text.slice(from, to), from, to } }
    }
    if (term !== null) terms.push(term)
  }
  return { terms, fault: null }
}

type Reason = FilterFault['reason']

function readTerm(word: FilterWord): FilterTerm | Reason | null {
  const match = OPERATOR.exec(word.text)
  const isTerm = match !== null && match[0].length <= word.quotedFrom
  if (!isTerm) {
    const isNegated = word.text.startsWith('-') && word.text.length > 1 && word.quotedFrom > 0
    const value = (isNegated ? word.text.slice(1) : word.text).toLowerCase()
    return value === '' ? null : { kind: 'text', value, isNegated }
  }
  const isNegated = match[1] === '-'
  const typed = match[2] ?? ''
  const value = word.text.slice(match[0].length)
  const operator = match[3] ?? ':'
  const body = typed.toLowerCase().startsWith('data.')
    ? numberTerm({ kind: 'data', field: typed.slice(5) }, operator, value)
    : readField(ALIASES.get(typed.toLowerCase()) ?? typed.toLowerCase(), operator, value)
  return typeof body === 'string' ? body : { ...body, isNegated }
}

type Body = FilterTerm extends infer Term ? (Term extends FilterTerm ? Omit<Term, 'isNegated'> : never) : never

function readField(key: string, operator: string, value: string): Body | Reason {
  const number = NUMBERS.get(key)
  if (number !== undefined) return numberTerm({ kind: 'number', field: number }, operator, value)
  if (key === 'seen' || key === 'uptime') return durationTerm(key, operator, value)
  const field = TEXTS.get(key)
  if (field === undefined && key !== 'status' && key !== 'system' && key !== 'has') return 'unknown-field'
  if (operator !== ':' && operator !== '=') return 'needs-colon'
  const values = value
    .toLowerCase()
    .split(',')
    .filter((part) => part !== '')
  if (values.length === 0) return 'no-value'
  if (values.length > VALUES_MAX) return 'too-long'
  if (field !== undefined) return { kind: 'match', field, values }
  if (key === 'status') return listTerm(values, PRESENCE_WORDS, (known) => ({ kind: 'status', values: known }))
  if (key === 'has') return listTerm(values, HAS_WORDS, (known) => ({ kind: 'has', values: known }))
  return listTerm(values, SYSTEM_WORDS, (known) => ({ kind: 'system', values: [...new Set(known.flat())] }))
}

function listTerm<Known>(
  values: readonly string[],
  words: ReadonlyMap<string, Known>,
  make: (known: readonly Known[]) => Body,
): Body | Reason {
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
  if (key === 'seen' && operator === ':' && value.toLowerCase() === 'never') return { kind: 'never-seen' }
  if (operator === ':') return 'needs-comparison'
  if (value === '') return 'no-value'
  const match = DURATION.exec(value)
  if (match === null) return 'not-a-duration'
  const seconds = Number(match[1]) * (UNIT_S[(match[2] ?? 's').toLowerCase()] ?? 1)
  const op = operator as Comparison
  return key === 'seen'
    ? { kind: 'seen', op, value: seconds * 1000 }
    : { kind: 'number', field: 'uptime', op, value: seconds }
}
