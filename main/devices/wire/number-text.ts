import type { ReadingUnit } from '../../../preload/contract/models/devices/vitals.ts'

/** A number that was sent as a text. */
interface NumberText {
  readonly value: number
  readonly unit: ReadingUnit | null
}

/** Without leading zeros, which ids and versions have; with the decimal sign of any locale. */
const NUMERIC = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,9})?$/
/** Thousands in one locale and a fraction in another; a group of thousands never begins with a zero. */
const AMBIGUOUS = /^-?[1-9]\d{0,2},\d{3}$/
const WITH_UNIT = /^\+?(-?\d{1,15}(?:[.,]\d{1,9})?)\s?(\D{1,4})$/
const TEXT_MAX = 40

/** How units are written, without spaces. */
const UNITS: ReadonlyMap<string, ReadingUnit> = new Map<string, ReadingUnit>([
  ['%', '%'],
  ['％', '%'],
  ...['°C', 'ºC', '℃', "'C"].map((written) => [written, '°C'] as const),
  ...['°F', 'ºF', '℉'].map((written) => [written, '°F'] as const),
  ...['dBm', 'dbm'].map((written) => [written, 'dBm'] as const),
  ['dB', 'dB'],
  ...['hPa', 'hpa'].map((written) => [written, 'hPa'] as const),
  ['mbar', 'mbar'],
  ['bar', 'bar'],
  ...['rpm', 'RPM'].map((written) => [written, 'rpm'] as const),
  ...['lx', 'lux'].map((written) => [written, 'lx'] as const),
  ...['ppm', 'PPM'].map((written) => [written, 'ppm'] as const),
  ['V', 'V'],
  ['A', 'A'],
])
/** Hexadecimal digits, and numbers of houses and seats. */
const NO_AMPERES = /^-?\d+A$/
/** Units of which there are thousands, so that a point before three digits may part them too. */
const OF_THOUSANDS: ReadonlySet<ReadingUnit> = new Set<ReadingUnit>(['hPa', 'mbar', 'rpm', 'lx', 'ppm'])
const GROUPED = /^-?[1-9]\d{0,2}\.\d{3}$/

/** The number that a text is, without a unit; null for any other text, and where it may be another number. */
export function numberIn(text: string): number | null {
  if (text.length > TEXT_MAX) return null
  const trimmed = withPlainMinus(text)
  return NUMERIC.test(trimmed) && !AMBIGUOUS.test(trimmed) ? Number(trimmed.replace(',', '.')) : null
}

/**
 * The number that a text is, with a unit that programs do not scale: of "950 MB" and "1.1 GB" the numbers alone would tell
 * something else.
 */
export function numberText(text: string): NumberText | null {
  if (text.length > TEXT_MAX) return null
  const alone = numberIn(text)
  if (alone !== null) return { value: alone, unit: null }
  const trimmed = withPlainMinus(text)
  const [, digits = '', written = ''] = NO_AMPERES.test(trimmed) ? [] : (WITH_UNIT.exec(trimmed) ?? [])
  const unit = UNITS.get(written.replace(/\s/g, ''))
  const value = unit === undefined ? null : numberIn(digits)
  if (unit === undefined || value === null || (OF_THOUSANDS.has(unit) && GROUPED.test(digits))) return null
  return { value, unit }
}

/** The sign that formatters of some languages print is no hyphen. */
function withPlainMinus(text: string): string {
  return text.trim().replace(/^\u2212/, '-')
}
