import { ageFormat, dateFormat, numberFormat, spaced } from './formatters.ts'

const SECOND_MS = 1000
const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: SECOND_MS },
] as const

function inUnit(value: number, unit: string, language: string): string {
  return spaced(numberFormat(language, unit, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value), language)
}

/** A length of time in at most two units: "840 ms", "1.4s", "12s", "3m 5s", "5d 3h". Negative counts as none. */
export function durationWords(ms: number, language: string): string {
  const length = Math.max(0, ms)
  if (length < SECOND_MS) return `${Math.round(length)} ms`
  if (length < 10 * SECOND_MS) return inUnit(Math.floor(length / 100) / 10, 'second', language)
  const index = UNITS.findIndex((entry) => length >= entry.ms)
  const large = UNITS[index]
  const small = UNITS[index + 1]
  if (!large) return inUnit(0, 'second', language)
  const first = inUnit(Math.floor(length / large.ms), large.unit, language)
  const rest = small ? Math.floor((length % large.ms) / small.ms) : 0
  if (!small || rest === 0) return first
  return `${first} ${inUnit(rest, small.unit, language)}`
}

/** A length to choose, in whole units and full words: "30 minutes", "8 hours", "7 days". */
export function spanWords(ms: number, language: string): string {
  const { unit, ms: size } = UNITS.find((entry) => ms >= entry.ms && ms % entry.ms === 0) ?? UNITS[3]
  const format = numberFormat(language, `${unit} in full`, { style: 'unit', unit, unitDisplay: 'long' })
  return spaced(format.format(ms / size), language)
}

/** Whole seconds of a running time, so that a ticking figure does not flicker: "0s", "12s", "1m 5s". */
export function elapsedWords(ms: number, language: string): string {
  const whole = Math.max(0, Math.floor(ms / SECOND_MS)) * SECOND_MS
  return whole === 0 || whole < 10 * SECOND_MS
    ? inUnit(whole / SECOND_MS, 'second', language)
    : durationWords(whole, language)
}

/** Says how long ago a time was, in one unit: "12s ago", "3 min. ago". A time ahead of now counts as now. */
export function ageWords(at: number, now: number, language: string): string {
  const age = Math.max(0, now - at)
  const entry = UNITS.find((candidate) => age >= candidate.ms) ?? { unit: 'second' as const, ms: SECOND_MS }
  const value = Math.floor(age / entry.ms)
  return spaced(ageFormat(language).format(-value, entry.unit), language)
}

/** Time of day, with the date where it is not today. */
export function clockWords(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return dateFormat(language, isToday ? 'clock' : 'day and clock', {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** Date and time to the second, for a tooltip. */
export function exactTimeWords(at: number, language: string): string {
  return dateFormat(language, 'exact', { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(at)
}
