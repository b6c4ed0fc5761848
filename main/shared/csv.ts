/** Makes spreadsheets read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** A row of a CSV file with the line (from 1) on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads RFC 4180 and the forms of spreadsheets: a byte order mark, semicolons or tabs instead of commas. Linear. */
export function parseCsv(text: string): CsvRow[] {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells })
    cells = []
  }
  while (at < source.length) {
    if (cells.length === 0) rowLine = line
    const cell = source[at] === '"' ? quotedCell(source, at + 1) : plainCell(source, at, separator)
    cells.push(cell.text)
    line += cell.lines
    at = cell.end
    if (source[at] === separator) {
      at += 1
      if (at === source.length) cells.push('')
      continue
    }
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1
    at += 1
    line += 1
    endRow()
  }
  if (cells.length > 0) endRow()
  return rows
}

/** Writes rows with CRLF. Puts an apostrophe before text that a spreadsheet runs as a formula; a number is none. */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
}

/** Removes the apostrophe of `formatCsv`. */
export function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const guarded = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const first = end < 0 ? text : text.slice(0, end)
  const counts = [',', ';', '\t'].map((candidate) => ({ candidate, count: first.split(candidate).length }))
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).candidate
}

interface Cell {
  readonly text: string
  readonly end: number
  readonly lines: number
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end, lines: 0 }
}

/** `from` is behind the opening quote; text after the closing one belongs to the cell, as spreadsheets have it. */
function quotedCell(text: string, from: number): Cell {
  let cell = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    const end = quote < 0 ? text.length : quote
    cell += text.slice(at, end)
    at = end + 1
    if (quote < 0 || text[at] !== '"') break
    cell += '"'
    at += 1
  }
  at = Math.min(at, text.length)
  while (at < text.length && !/[,;\t\r\n]/.test(text[at] ?? '')) {
    cell += text[at]
    at += 1
  }
  return { text: cell, end: at, lines: cell.split('\n').length - 1 }
}
