import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { isCount, isSaidOfSecret, matchesOf } from './value.ts'

/** A table whose head was seen: how its cells are set apart, and which columns are called like a secret. */
export interface Table {
  readonly sign: string
  readonly cells: number
  readonly secret: readonly number[]
  readonly names: readonly string[]
}

const SIGNS = ['|', '\t', ',', ';'] as const
const HEAD_CELL = /^["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?$/u
/** More are a sentence. */
const MAX_HEAD_WORDS = 3
const RULE = /^[-+|=:\s]*$/

/** The table that begins with this line, which may name a secret, if it is the head of one. */
export function tableOf(line: string): Table | undefined {
  for (const sign of [...SIGNS, ' ']) {
    const cells = cellsOf(line, sign)
    if (cells === undefined || cells.length < 2) continue
    const names = cells.map((cell) => cell.text.trim())
    if (!names.every((name) => name === '' || HEAD_CELL.test(name))) continue
    const secret = names.flatMap((name, i) =>
      name.split(' ').length <= MAX_HEAD_WORDS && isSecretName(name.replace(/["']/g, '').replaceAll(' ', '_'))
        ? [i]
        : [],
    )
    if (secret.length > 0) return { sign, cells: cells.length, secret, names }
  }
  return undefined
}

/** The row without its secret cells; undefined where the line is no row of the table. */
export function redactRow(line: string, table: Table): string | undefined {
  if (line.trim() !== '' && RULE.test(line)) return line
  const cells = cellsOf(line, table.sign, table.cells)
  if (cells?.length !== table.cells) return undefined
  let out = ''
  let done = 0
  for (const index of table.secret) {
    const cell = cells[index]
    const value = cell?.text.trim() ?? ''
    if (
      cell === undefined ||
      isCount(table.names[index] ?? '', value) ||
      isSaidOfSecret(value) ||
      /^(?:|-|\*+|<none>|null|["']{2})$|^["']?\[redacted\]["']?$/.test(value)
    )
      continue
    const start = cell.start + cell.text.indexOf(value)
    const quote = /^(["']).*\1$/.test(value) ? value.charAt(0) : ''
    out += line.slice(done, start) + quote + REDACTED + quote
    done = start + value.length
  }
  return out + line.slice(done)
}

interface Cell {
  readonly text: string
  readonly start: number
}

/** Cells between signs; in a table without signs, words set apart by white space. */
function cellsOf(line: string, sign: string, wanted?: number): Cell[] | undefined {
  if (sign === ' ') return spacedCells(line, wanted)
  if (!line.includes(sign)) return undefined
  const cells: Cell[] = []
  const cell = sign === '|' || sign === '\t' ? /[^|\t]*/y : /(?:[ ]?"(?:[^"]|"")*"|[^,;]*)/y
  for (let at = 0; at <= line.length; ) {
    cell.lastIndex = at
    const text = cell.exec(line)?.[0] ?? ''
    cells.push({ text, start: at })
    at += text.length
    if (at < line.length && line[at] !== sign) return undefined
    at++
  }
  return cells
}

/** By two spaces or more; a row may set its words apart by one, and a head in capitals too. */
function spacedCells(line: string, wanted?: number): Cell[] | undefined {
  const wide = splitBy(line, /\S+(?: \S+)*/g)
  if (wanted === undefined ? wide.length >= 2 : wide.length === wanted) return wide
  const isHead = wanted === undefined && /^[A-Z][A-Z_ -]*$/.test(line.trim())
  return wanted !== undefined || isHead ? splitBy(line, /\S+/g) : undefined
}

function splitBy(line: string, word: RegExp): Cell[] {
  return matchesOf(word, line).map((match) => ({ text: match[0], start: match.index }))
}
