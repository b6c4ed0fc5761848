import { type CallExpression, type NewExpression, parseSync, Visitor } from 'oxc-parser'
import type { BuildPlace, Expression } from './expression.ts'

/** Expressions of one source file: its literals, and the places that build more while it runs. */
export interface WrittenExpressions {
  readonly literals: readonly Expression[]
  readonly builds: readonly BuildPlace[]
}

/** Reads the expressions of one TypeScript file. Throws if the text cannot be parsed. */
export function writtenExpressions(file: string, text: string): WrittenExpressions {
  const literals: Expression[] = []
  const builds: BuildPlace[] = []
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const lineAt = lineCounter(text)
  const visitBuild = ({ callee, start }: NewExpression | CallExpression): void => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') builds.push({ file, line: lineAt(start) })
  }
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      literals.push({ file, line: lineAt(node.start), source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression: visitBuild,
    CallExpression: visitBuild,
  }).visit(program)
  return { literals, builds }
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
