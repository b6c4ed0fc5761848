import { AppError } from '../../../preload/contract/errors.ts'
import { type HistoryTerm, parseHistoryFilter } from './history-filter.ts'
import { matchExpression } from './search-pieces.ts'

/** Rows of `history_text` of one entry have ids that begin with the entry's. */
export const PARTS_PER_ENTRY = 2 ** 20

/** Condition of a WHERE clause over `history`, with the values of its placeholders. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** What a filter looks up outside of the history. */
export interface FilterSurroundings {
  readonly now: number
  /** Connections with the names that the operator gave them. */
  readonly connections: readonly { readonly id: string; readonly name: string }[]
}

/** Compiles a filter. @throws AppError FILTER_INVALID, with the mistake and its position */
export function historyCondition(filter: string, around: FilterSurroundings): Condition {
  const { terms, fault } = parseHistoryFilter(filter, around.now)
  if (fault !== null) throw new AppError('FILTER_INVALID', { ...fault })
  const conditions = terms.flatMap((term) => {
    const found = conditionOf(term, around)
    if (found === null) return []
    return [term.isNegated ? { ...found, sql: `NOT (${found.sql})` } : { ...found, sql: `(${found.sql})` }]
  })
  if (conditions.length === 0) return { sql: 'TRUE', values: [] }
  return { sql: conditions.map(({ sql }) => sql).join(' AND '), values: conditions.flatMap(({ values }) => values) }
}

/** Returns null for a text without a letter or digit: it says nothing that could be looked for. */
function conditionOf(term: HistoryTerm, around: FilterSurroundings): Condition | null {
  switch (term.kind) {
    case 'text': {
      const expression = matchExpression(term.value, term.isExact)
      if (expression === null) return null
      const sql = `id IN (SELECT rowid / ${PARTS_PER_ENTRY} FROM history_text WHERE history_text MATCH ?)`
      return { sql, values: [expression] }
    }
    case 'match':
      return matchOf(term, around)
    case 'list':
      if (term.field === 'outcome') {
        return anyOf(
          'instr(outcomes, ?) > 0',
          term.values.map((value) => ` ${value} `),
        )
      }
      return anyOf(`${term.field} = ?`, term.values)
    case 'time':
      return {
        sql: 'at >= ? AND at < ?',
        values: [term.from ?? Number.MIN_SAFE_INTEGER, term.until ?? Number.MAX_SAFE_INTEGER],
      }
  }
}

function matchOf(term: HistoryTerm & { readonly kind: 'match' }, { connections }: FilterSurroundings): Condition {
  const { field, isWhole, values } = term
  if (field === 'device') {
    const { sql, values: wanted } = anyOf('instr(ids, ?) > 0', isWhole ? values.map((id) => `\n${id}\n`) : values)
    return { sql: `id IN (SELECT entry FROM history_devices WHERE ${sql})`, values: wanted }
  }
  if (field === 'operator') return anyOf(isWhole ? 'operator = ?' : 'instr(operator, ?) > 0', values)
  const isNamed = (text: string) =>
    values.some((value) => (isWhole ? text.toLowerCase() === value : text.toLowerCase().includes(value)))
  const ids = connections.filter(({ id, name }) => isNamed(name) || isNamed(id)).map(({ id }) => id)
  // A connection that was removed has no name any more, but its id.
  return anyOf('connection_id = ?', [...new Set([...ids, ...values])])
}

function anyOf(sql: string, values: readonly string[]): Condition {
  return { sql: values.map(() => sql).join(' OR '), values }
}
