import { forEachChild, type ParsedScript, type SyntaxNode, type Word } from 'unbash'
import { scanLiteral } from '../../shared/literal-scan.ts'
import { type BashScope, type Flow, type InnerJudge, MAX_SCRIPT_DEPTH, mergedFlow, NO_FLOW } from '../bash-scope.ts'
import { FLOOR_REASONS } from '../floor-reasons.ts'

const MAX_WORD_NODES = 3000
const MAX_WORD_DEPTH = 20

/** Adds the floors for expansions in a word and judges the scripts in it. */
export function judgeWord(word: Word, scope: BashScope, judge: InnerJudge): Flow {
  return word.parts ? judgeExpansions(word, scope, judge) : NO_FLOW
}

/**
 * Adds the floors for all that is expanded below a node, and judges the scripts in it.
 *
 * Handles: substitutions, variables, arithmetic, quoting with escapes, at any depth.
 * @example `echo $HOME` → unknown
 * @example `echo $(rm -rf /)` → forbidden
 */
export function judgeExpansions(root: SyntaxNode, scope: BashScope, judge: InnerJudge): Flow {
  const flows: Flow[] = []
  const pending: { node: SyntaxNode; depth: number }[] = [{ node: root, depth: 0 }]
  let seen = 0
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    if (++seen > MAX_WORD_NODES || depth > MAX_WORD_DEPTH) {
      flows.push(scanTooDeep('text' in node ? node.text : '', scope))
      continue
    }
    if (
      node.type === 'CommandExpansion' ||
      node.type === 'ProcessSubstitution' ||
      node.type === 'ArithmeticCommandExpansion'
    ) {
      scope.floor(node.type === 'ProcessSubstitution' ? 'process' : 'substitution')
      flows.push(judgeNested(node, scope, judge))
      continue
    }
    if (node.type === 'SimpleExpansion' || node.type === 'ParameterExpansion') scope.floor('variable')
    if (node.type === 'ArithmeticExpansion') scope.floor('arithmetic')
    if (node.type === 'AnsiCQuoted' || node.type === 'LocaleString') scope.floor('quoting')
    forEachChild(node, (child) => void pending.push({ node: child, depth: depth + 1 }))
  }
  return mergedFlow(flows)
}

function judgeNested(
  node: { text: string; script: ParsedScript | undefined },
  scope: BashScope,
  judge: InnerJudge,
): Flow {
  if (scope.depth >= MAX_SCRIPT_DEPTH) return scanTooDeep(node.text, scope)
  scope.depth++
  try {
    return node.script ? judge.tree(node.script, scope) : NO_FLOW
  } finally {
    scope.depth--
  }
}

/** Scans a text that is nested too deep to be parsed, and takes it for one that downloads and runs. */
export function scanTooDeep(text: string, scope: BashScope): Flow {
  scope.verdict.add(scanLiteral(text, true), 'floor.depth', FLOOR_REASONS.depth)
  return { feeds: true, isShell: true }
}
