import type { Command, CommandNode, SyntaxNode } from 'unbash'
import type { FloorReason } from '../floor-reasons.ts'

/** Why a compound command cannot be judged, where that is not control flow. */
export const COMPOUND_FLOOR: Readonly<Record<string, FloorReason>> = {
  Subshell: 'subshell',
  BraceGroup: 'group',
  Function: 'function',
  Coproc: 'background',
}

const COMPOUND = new Set<SyntaxNode['type']>([
  'If',
  'For',
  'ArithmeticFor',
  'Select',
  'While',
  'Subshell',
  'BraceGroup',
  'Case',
  'TestCommand',
  'ArithmeticCommand',
  'Redirected',
  'Function',
  'Coproc',
])

/**
 * True if a node is a command other than a plain one.
 *
 * Handles: subshells, groups, loops, conditions, functions, coprocesses.
 * @example `{ ls; }` → unknown
 * @example `for i in 1 2; do ls; done` → unknown
 */
export function isCompound(node: SyntaxNode): node is Exclude<CommandNode, Command> {
  return COMPOUND.has(node.type)
}

/** True if a stage of a pipeline stops reading early, which ends what feeds it. */
export function endsEarly(node: CommandNode): boolean {
  return node.type === 'Command' && /^(?:.*\/)?head$/.test(node.name?.value ?? '')
}
