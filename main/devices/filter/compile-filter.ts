import { AppError } from '../../../preload/contract/errors.ts'
import type { HasValue } from '../../../preload/contract/models/devices/filter-vocabulary.ts'
import type { DeviceRecord } from '../registry/device-record.ts'
import type { Comparison, FilterTerm, NumberField, TextField } from './filter-terms.ts'
import { parseFilter } from './parse-filter.ts'

type Test = (record: DeviceRecord, now: number) => boolean

/** A compiled filter; `isTimed`: its matches change with time alone. */
export interface CompiledFilter {
  readonly matches: Test
  readonly isTimed: boolean
}

const NUMBER_OF: Readonly<Record<NumberField, (record: DeviceRecord) => number | null>> = {
  temp: (record) => record.metrics.cpuTemperatureC,
  cpu: (record) => record.metrics.cpuPercent,
  mem: (record) => record.metrics.memoryPercent,
  disk: (record) => record.metrics.diskPercent,
  uptime: (record) => record.metrics.uptimeS,
}
const HAS: Readonly<Record<HasValue, (record: DeviceRecord) => boolean>> = {
  warnings: (record) => record.hasWarnings,
  name: (record) => record.entry.name !== '',
  tags: (record) => record.entry.tags.length > 0,
  location: (record) => record.entry.location !== '',
  notes: (record) => record.entry.notes !== '',
}

/** @throws AppError FILTER_INVALID, with the mistake and its position */
export function compileFilter(text: string): CompiledFilter {
  const { terms, fault } = parseFilter(text)
  if (fault !== null) throw new AppError('FILTER_INVALID', { ...fault })
  const tests = terms.map(compileTerm)
  const isTimed = terms.some(({ kind }) => kind === 'seen')
  const [only] = tests
  if (only === undefined) return { matches: () => true, isTimed }
  if (tests.length === 1) return { matches: only, isTimed }
  return { matches: (record, now) => tests.every((test) => test(record, now)), isTimed }
}

function compileTerm(term: FilterTerm): Test {
  const test = positive(term)
  return term.isNegated ? (record, now) => !test(record, now) : test
}

function positive(term: FilterTerm): Test {
  switch (term.kind) {
    case 'text':
      return (record) => record.searchText.includes(term.value)
    case 'match':
      return matchText(term.field, term.values)
    case 'status':
      return (record) => term.values.includes(record.presence)
    case 'system':
      return (record) => term.values.includes(record.system.system)
    case 'has':
      return (record) => term.values.some((value) => HAS[value](record))
    case 'number': {
      const numberOf = NUMBER_OF[term.field]
      return (record) => compares(numberOf(record), term.op, term.value)
    }
    case 'data':
      return (record) => compares(dataField(record, term.field), term.op, term.value)
    case 'seen':
      return ({ lastSeenAt }, now) => compares(lastSeenAt === null ? null : now - lastSeenAt, term.op, term.value)
    case 'never-seen':
      return (record) => record.lastSeenAt === null
  }
}

/** The value of a numeric field of the last `data` message or heartbeat; names are compared without case. */
function dataField(record: DeviceRecord, name: string): number | null {
  const wanted = name.toLowerCase()
  for (const readings of [record.sensors, record.vitals])
    for (const { name: known, value } of readings)
      if (typeof value === 'number' && known.toLowerCase() === wanted) return value
  return null
}

function matchText(field: TextField, values: readonly string[]): Test {
  if (field === 'tag') {
    const begins = values.filter((value) => value.endsWith('*')).map((value) => value.slice(0, -1))
    return ({ entry }) => entry.tags.some((tag) => values.includes(tag) || begins.some((part) => tag.startsWith(part)))
  }
  const textOf = TEXT_OF[field]
  return (record) => {
    const text = textOf(record)?.toLowerCase() ?? ''
    return values.some((value) => text.includes(value))
  }
}

const TEXT_OF: Readonly<Record<Exclude<TextField, 'tag'>, (record: DeviceRecord) => string | null>> = {
  id: (record) => record.deviceId,
  name: (record) => record.entry.name,
  host: (record) => record.announced.hostname,
  ip: (record) => record.announced.ipAddress,
  location: (record) => record.entry.location,
  agent: (record) => record.announced.agent,
  notes: (record) => record.entry.notes,
}

/** Treats an unknown value as neither above nor below. */
function compares(value: number | null, op: Comparison, limit: number): boolean {
  if (value === null) return false
  switch (op) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '=':
      return value === limit
  }
}
