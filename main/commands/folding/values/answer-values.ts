import type { AnswerReading } from '../../../../preload/contract/models/commands/answer-reading.ts'
import type { CommandRecord } from '../../../../preload/contract/models/commands/command.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { normalise } from '../normalise.ts'
import { parseQuantity, type Quantity } from './quantities.ts'

/** A number of one answer. Answers of one run that have a key in common speak of the same thing. */
export interface AnswerValue extends Quantity {
  readonly key: string
  /** Empty where the answer is the number alone. */
  readonly title: LocalizedText
}

const MAX_VALUES = 64
const MAX_LINES = 200
/** Longer outputs are no list of figures. */
const MAX_CHARS = 16 * 1024
const KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_ .()/%#+°-]{0,59}$/u
/** A digit among letters is a name; one alone numbers the rows of another list on each device. */
const ONLY_DIGITS = /^\d+$/
/** Numbers that name something: none is larger than another. */
const NAMES =
  /(?:^|[\s_.(-])(?:version|release|revision|serial|id|pid|ppid|uid|gid|uuid|port|model|family|stepping|inode|build|commit|year|date|time zone|major|minor|index)(?:$|[\s_.):#-])|版本|序列号|编号|端口|型号/iu
const CUT = new Set<string>(['cut-by-console', 'cut-by-device', 'output-dropped'])
const NO_TITLE: LocalizedText = { en: '', zh: '' }

/**
 * Reads the numbers of a whole, successful answer: those of the answer in words, else one number alone, else the lines
 * `key: value` where there are no others. Each key counts once; a repeated one says not which, and is left out.
 */
export function answerValues({ state, marks, stdout, reading }: CommandRecord): readonly AnswerValue[] {
  if (state !== 'succeeded' || marks.some((mark) => CUT.has(mark))) return []
  const values = reading === undefined ? [] : valuesOfReading(reading)
  return unique(values.length > 0 ? values : valuesOfText(stdout)).slice(0, MAX_VALUES)
}

function unique(values: readonly AnswerValue[]): readonly AnswerValue[] {
  const counts = new Map<string, number>()
  for (const { key } of values) counts.set(key, (counts.get(key) ?? 0) + 1)
  return values.filter(({ key }) => counts.get(key) === 1)
}

function valuesOfReading({ values = [], table }: AnswerReading): readonly AnswerValue[] {
  const told = values.flatMap(({ title, amount, unit }): AnswerValue[] => {
    const quantity = parseQuantity(unit === '' ? String(amount) : `${amount} ${unit}`)
    return quantity === null ? [] : [{ ...quantity, key: `words:${title.en}`, title }]
  })
  return [...told, ...(table === null ? [] : valuesOfTable(table))]
}

/** Reads the number columns of a table whose rows are named by its first column. */
function valuesOfTable({ columns, rows }: NonNullable<AnswerReading['table']>): readonly AnswerValue[] {
  const isNamed = columns[0]?.isNumber === false
  if (!isNamed && rows.length !== 1) return []
  return rows.flatMap((row) => {
    const name = isNamed ? (row[0] ?? '') : ''
    if (isNamed && (name === '' || ONLY_DIGITS.test(name))) return []
    return columns.flatMap(({ title, isNumber }, index): AnswerValue[] => {
      const quantity = isNumber ? parseQuantity(row[index] ?? '') : null
      if (quantity === null || NAMES.test(title.en)) return []
      const of = (word: string) => (name === '' ? word : `${name} · ${word}`)
      return [{ ...quantity, key: `table:${of(title.en)}`, title: { en: of(title.en), zh: of(title.zh) } }]
    })
  })
}

function valuesOfText(stdout: string): readonly AnswerValue[] {
  if (stdout.length > MAX_CHARS) return []
  const text = normalise(stdout).trim()
  const alone = parseQuantity(text)
  if (alone !== null) return [{ ...alone, key: 'alone', title: NO_TITLE }]
  return valuesOfLines(text.split('\n'))
}

/** Reads lines `key: value` or `key=value`; a line that is neither is the name of what follows, after an empty line only. */
function valuesOfLines(lines: readonly string[]): readonly AnswerValue[] {
  if (lines.length > MAX_LINES) return []
  const values: AnswerValue[] = []
  let section = ''
  let isAfterGap = true
  for (const line of lines) {
    const pair = line.trim() === '' ? null : pairOf(line)
    if (line.trim() === '') isAfterGap = true
    else if (pair === null) {
      // One line of prose makes the whole answer a text.
      if (!isAfterGap || !KEY.test(line.trim())) return []
      section = line.trim()
      isAfterGap = false
    } else {
      isAfterGap = false
      const quantity = NAMES.test(pair.key) ? null : parseQuantity(pair.value)
      const name = section === '' ? pair.key : `${section} · ${pair.key}`
      if (quantity !== null) values.push({ ...quantity, key: `line:${name}`, title: { en: name, zh: name } })
    }
  }
  return values
}

function pairOf(line: string): { readonly key: string; readonly value: string } | null {
  const at = line.search(/[:=：]/)
  const key = line.slice(0, Math.max(at, 0)).trim()
  if (!KEY.test(key)) return null
  return { key, value: line.slice(at + 1).trim() }
}
