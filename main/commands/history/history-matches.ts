import { type Database, prepared } from '../../shared/sqlite.ts'
import type { HistoryCondition } from './history-conditions.ts'
import { PARTS_PER_ENTRY } from './history-rows.ts'

const COMMA = 44
const ZERO = 48

interface IdsRow {
  /** Ids with commas between them, because a row object for each of 100,000 takes longer than the search. */
  readonly ids: string | null
}

const TEXT_IDS = `SELECT group_concat(rowid / ${PARTS_PER_ENTRY}) AS ids FROM history_text WHERE history_text MATCH ?`

/**
 * Finds the entries that meet a condition, oldest first. Each list is read in the order of the ids and joined here, because
 * SQLite builds a tree of 100,000 for each text to do it.
 */
export function matchesOf(database: Database, { facts, texts }: HistoryCondition): readonly number[] {
  const found = texts.filter(({ isNegated }) => !isNegated).map(({ expression }) => textIds(database, expression))
  const where = facts === null ? 'TRUE' : facts.sql
  if (facts !== null || found.length === 0) {
    const sql = `SELECT group_concat(id) AS ids FROM (SELECT id FROM history WHERE ${where} ORDER BY at)`
    const row = database.prepare(sql).get(...(facts?.values ?? [])) as IdsRow | undefined
    found.push(readIds(row?.ids ?? ''))
  }
  const [first = [], ...others] = found.sort((a, b) => a.length - b.length)
  let ids = first
  for (const other of others) ids = joined(ids, other, true)
  for (const { expression, isNegated } of texts) {
    if (isNegated) ids = joined(ids, textIds(database, expression), false)
  }
  return ids
}

function textIds(database: Database, expression: string): readonly number[] {
  return readIds(prepared<IdsRow>(database, TEXT_IDS).get(expression)?.ids ?? '')
}

/** Reads whole numbers between commas, each once, in their order. */
function readIds(text: string): readonly number[] {
  const ids: number[] = []
  let last = -1
  let isSorted = true
  let id = 0
  for (let at = 0; at <= text.length && text !== ''; at++) {
    const code = at === text.length ? COMMA : text.charCodeAt(at)
    if (code !== COMMA) {
      id = id * 10 + code - ZERO
      continue
    }
    if (id !== last) ids.push(id)
    if (id < last) isSorted = false
    last = id
    id = 0
  }
  return isSorted ? ids : [...new Set(ids)].sort((a, b) => a - b)
}

/** Keeps of two sorted lists what the second has too, or what it has not. */
function joined(ids: readonly number[], other: readonly number[], isInBoth: boolean): readonly number[] {
  const kept: number[] = []
  let at = 0
  for (const id of ids) {
    while (at < other.length && (other[at] ?? 0) < id) at++
    if ((other[at] === id) === isInBoth) kept.push(id)
  }
  return kept
}
