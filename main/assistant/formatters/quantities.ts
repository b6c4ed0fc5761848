/** Digits before a decimal sign, because no program read here prints more. */
const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,9})?$/u
/** Looks like thousands in one locale and like a fraction in another. */
const AMBIGUOUS = /^-?[1-9]\d{0,2},\d{3}$/u

/**
 * The number that a text is, with the decimal sign of any locale; null for anything else. Device programs run in the
 * locale of the device, so that a comma is as usual as a point.
 */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined || !NUMBER.test(text) || AMBIGUOUS.test(text)) return null
  return Number(text.replace(',', '.'))
}

/** A number or size with a decimal point, because the two languages of the window use it. */
export function plain(text: string): string {
  return text.replace(/(?<=^-?\d{1,15}),(?=\d)/u, '.')
}

const SIZE = /^(-?\d{1,15}(?:[.,]\d{1,9})?)([BKMGTPE]?)(?:i?B|i)?$/iu
const POWERS: Readonly<Record<string, number>> = { B: 0, K: 1, M: 2, G: 3, T: 4, P: 5, E: 6 }

export interface Size {
  readonly bytes: number
  readonly hasUnit: boolean
}

/** A size as `df -h`, `du -h` and `free -h` print it; null where it is none. Only good for comparing, because it was rounded. */
export function sizeOf(text: string | undefined): Size | null {
  const match = text?.match(SIZE)
  const value = numberOf(match?.[1])
  if (match === null || match === undefined || value === null) return null
  const unit = match[2]?.toUpperCase() ?? ''
  return { bytes: value * 1024 ** (POWERS[unit] ?? 0), hasUnit: unit !== '' }
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** Bytes in the largest unit that leaves at least one. */
export function bytesWords(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`
}

const LOADS =
  /load averages?: {0,4}(\d{1,6}[.,]\d{1,3}),? {1,4}(\d{1,6}[.,]\d{1,3}),? {1,4}(\d{1,6}[.,]\d{1,3})(?![\d.])/iu

/** The three load averages of `uptime` and `top`, with decimal points; null where they are not there. */
export function loadsOf(text: string): readonly [one: string, five: string, fifteen: string] | null {
  const match = text.match(LOADS)
  if (match === null) return null
  const [, one = '', five = '', fifteen = ''] = match
  return [plain(one), plain(five), plain(fifteen)]
}
