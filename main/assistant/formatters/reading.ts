import type { AnswerReading, ReadingColumn, ReadingValue } from '../../../preload/contract/models/answer-reading.ts'

/** Reads the output of one command; null for anything that it does not expect. */
export type Formatter = (stdout: string) => AnswerReading | null

const MAX_ROWS = 12
const MAX_CELL = 80

export const column = (en: string, zh: string): ReadingColumn => ({ title: { en, zh }, isNumber: false })
export const numberColumn = (en: string, zh: string): ReadingColumn => ({ title: { en, zh }, isNumber: true })

/** A number that the sentence tells, for comparison with those of other devices. */
export const value = (en: string, zh: string, amount: number, unit = ''): ReadingValue => ({
  title: { en, zh },
  amount,
  unit,
})

export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u).filter((line) => line.trim() !== '')
}

/** Cells between white space; the last of `count` cells keeps its spaces. */
export function cellsOf(line: string, count: number): readonly string[] {
  const cells = line.trim().split(/\s+/u)
  return cells.length <= count ? cells : [...cells.slice(0, count - 1), cells.slice(count - 1).join(' ')]
}

/** A reading with a small table; a table without rows, and a column without content, is left out. */
export function reading(
  en: string,
  zh: string,
  more: {
    readonly isWarning?: boolean
    readonly columns?: readonly ReadingColumn[]
    readonly rows?: readonly (readonly string[])[]
    readonly values?: readonly ReadingValue[]
  } = {},
): AnswerReading {
  const rows = (more.rows ?? []).slice(0, MAX_ROWS).map((row) => row.map(shorten))
  const used = (more.columns ?? []).map((_column, index) => rows.some((row) => (row[index] ?? '') !== ''))
  const isUsed = (_cell: unknown, index: number) => used[index] === true
  const table = used.includes(true)
    ? { columns: (more.columns ?? []).filter(isUsed), rows: rows.map((row) => row.filter(isUsed)) }
    : null
  const { isWarning = false, values = [] } = more
  return { sentence: { en, zh }, isWarning, table, ...(values.length > 0 ? { values } : {}) }
}

function shorten(cell: string): string {
  return cell.length > MAX_CELL ? `${cell.slice(0, MAX_CELL - 1)}…` : cell
}

/** The number at the start of a text, or null. */
export function numberOf(text: string | undefined): number | null {
  const match = text?.match(/^-?\d+(?:\.\d+)?/u)
  return match === undefined || match === null ? null : Number(match[0])
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

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
