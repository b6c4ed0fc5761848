import { numberFormat, spaced } from './formatters.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size in its best unit, counted in 1024s: "812 bytes", "4 kB", "1.9 GB"; `short` writes "812 B". */
export function byteWords(bytes: number, language: string, style: 'long' | 'short' = 'long'): string {
  let index = 0
  let value = Math.max(0, bytes)
  while (value >= 1024 && index < UNITS.length - 1) {
    value /= 1024
    index += 1
  }
  const unit = UNITS[index] ?? 'byte'
  const maximumFractionDigits = value < 10 && index > 0 ? 1 : 0
  if (unit === 'byte' && style === 'short')
    return `${numberFormat(language, 'B', { maximumFractionDigits: 0 }).format(value)} B`
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits } as const
  return spaced(numberFormat(language, `${unit} ${maximumFractionDigits}`, options).format(value), language)
}
