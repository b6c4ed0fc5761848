import { AppError } from '../../../preload/contract/errors.ts'
import { type HistoryTerm, parseHistoryFilter } from './history-filter.ts'
import { matchExpression } from './search-pieces.ts'

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

/** A filter as the database answers it: entries that meet a condition, and of them those with, and without, some texts. */
export interface HistoryCondition {
  /** Null where every entry meets it. */
  readonly facts: Condition | null
  /** Expressions of `MATCH`. */
  readonly texts: readonly { readonly expression: string; readonly isNegated: boolean }[]
}

/** Compiles a filter. @throws AppError FILTER_INVALID, with the mistake and its position */
export function historyCondition(filter: string, around: FilterSurroundings): HistoryCondition {
  const { terms, fault } = parseHistoryFilter(filter, around.now)
  if (fault !== null) throw new AppError('FILTER_INVALID', { ...fault })
  const facts = terms.flatMap((term) => {
    if (term.kind === 'text') return []
    const { sql, values } = conditionOf(term, around)
    return [{ sql: term.isNegated ? `NOT (${sql})` : `(${sql})`, values }]
  })
  const texts = terms.flatMap((term) => {
    if (term.kind !== 'text') return []
    // A text without a letter or digit says nothing that could be looked for.
    const expression = matchExpression(term.value, term.isExact)
    return expression === null ? [] : [{ expression, isNegated: term.isNegated }]
  })
  const sql = facts.map((fact) => fact.sql).join(' AND ')
  return { facts: facts.length === 0 ? null : { sql, values: facts.flatMap(({ values }) => values) }, texts }
}

function conditionOf(term: Exclude<HistoryTerm, { readonly kind: 'text' }>, around: FilterSurroundings): Condition {
  switch (term.kind) {
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
