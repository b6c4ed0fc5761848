/** An expression of source code, as far as settings need it. */
export type Expression =
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'call'; readonly of: Expression; readonly args: readonly Item[]; readonly isBlock: boolean }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression | null }
  | { readonly kind: 'group'; readonly items: readonly Item[]; readonly isObject: boolean }
  /** The first that is there: `a || b`, `a ?? b`. */
  | { readonly kind: 'either'; readonly options: readonly Expression[] }
  /** What is not to be known by reading: comparisons, conditions, lambdas. */
  | { readonly kind: 'unknown'; readonly inside: readonly Expression[] }

/** One of a list, of arguments, of an object or of a block: `value`, `name = value`, `name: value`, `Type name = value`. */
export interface Item {
  readonly name: Expression | null
  readonly value: Expression
  readonly type: string | null
}

/** The name that an expression ends with; empty for one that has none. */
export function nameIn(value: Expression): string {
  if (value.kind === 'name' || value.kind === 'member') return value.name
  if (value.kind === 'call' || value.kind === 'index') return nameIn(value.of)
  return value.kind === 'text' && value.parts.length === 1 && typeof value.parts[0] === 'string' ? value.parts[0] : ''
}

/** `self.client.connect` as its words; empty where it is no path. */
export function pathOf(value: Expression): string {
  if (value.kind === 'name') return value.name
  if (value.kind === 'member') return `${pathOf(value.of)}.${value.name}`
  if (value.kind === 'call' || value.kind === 'index') return pathOf(value.of)
  return ''
}
