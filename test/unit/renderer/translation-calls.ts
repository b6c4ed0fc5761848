import { type CallExpression, type Expression, parseSync, Visitor } from 'oxc-parser'

/** One call of `t`, read from the source. */
export interface TranslationCall {
  readonly line: number
  readonly source: string
  /** Keys that the call may ask for, as patterns; null where the key is made elsewhere. */
  readonly keys: readonly RegExp[] | null
  /** Variables given in every case; null where they are made elsewhere. */
  readonly given: readonly string[] | null
}

interface SourceCalls {
  /** Namespaces that the file works with. */
  readonly namespaces: readonly string[]
  readonly calls: readonly TranslationCall[]
}

/** Reads every `t(…)` and `i18next.t(…)` of a file, with the keys and the variables of each. */
export function translationCalls(path: string, text: string): SourceCalls {
  const { program } = parseSync(path, text)
  const namespaces: string[] = []
  const constants = new Map<string, Expression>()
  const found: CallExpression[] = []
  new Visitor({
    VariableDeclarator(node) {
      if (node.id.type === 'Identifier' && node.init) constants.set(node.id.name, node.init)
    },
    CallExpression(node) {
      if (isTranslation(node)) found.push(node)
      const [first] = node.arguments
      if (node.callee.type === 'Identifier' && node.callee.name === 'useTranslation' && first?.type === 'Literal') {
        namespaces.push(String(first.value))
      }
    },
  }).visit(program)
  const calls = found.map((node) => {
    const [key, values] = node.arguments
    return {
      line: text.slice(0, node.start).split('\n').length,
      source: text.slice(node.start, node.end),
      keys: key ? keyPatterns(key as Expression, constants) : null,
      given: values ? givenNames(values as Expression, constants) : [],
    }
  })
  return { namespaces, calls }
}

function isTranslation({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 't'
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 't'
}

function keyPatterns(key: Expression, constants: ReadonlyMap<string, Expression>): readonly RegExp[] | null {
  switch (key.type) {
    case 'Literal':
      return [new RegExp(`^${escaped(String(key.value))}$`)]
    case 'TemplateLiteral': {
      const parts = key.quasis.map(({ value }) => escaped(value.raw))
      return [new RegExp(`^${parts.join('[\\w.-]+')}$`)]
    }
    case 'ConditionalExpression': {
      const both = [keyPatterns(key.consequent, constants), keyPatterns(key.alternate, constants)]
      return both.includes(null) ? null : both.flatMap((patterns) => patterns ?? [])
    }
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return keyPatterns(key.expression, constants)
    case 'ObjectExpression': {
      const all = key.properties.map((one) => (one.type === 'Property' ? keyPatterns(one.value, constants) : null))
      return all.includes(null) ? null : all.flatMap((patterns) => patterns ?? [])
    }
    // One of the texts of a table.
    case 'MemberExpression':
      return keyPatterns(key.object, constants)
    case 'Identifier': {
      const init = constants.get(key.name)
      return init === undefined || init.type === 'Identifier' ? null : keyPatterns(init, constants)
    }
    default:
      return null
  }
}

function givenNames(values: Expression, constants: ReadonlyMap<string, Expression>): readonly string[] | null {
  const init = values.type === 'Identifier' ? constants.get(values.name) : undefined
  if (init !== undefined && init.type !== 'Identifier') return givenNames(init, constants)
  if (values.type !== 'ObjectExpression') return null
  const names = values.properties.map((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : null,
  )
  return names.includes(null) ? null : names.filter((name) => name !== null)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
