import type {
  AnswerReading,
  ReadingColumn,
  ReadingValue,
} from '../../../preload/contract/models/commands/answer-reading.ts'

/**
 * Reads the output of one command in the locale of the device; null wherever the sentence would not be certain. `command`
 * is the text that was run, for programs whose output does not name what it counts.
 */
export type Formatter = (stdout: string, command: string) => AnswerReading | null

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

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
