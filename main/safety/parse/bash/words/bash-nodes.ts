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

/** Whether a node is a command other than a plain one. */
export function isCompound(node: SyntaxNode): node is Exclude<CommandNode, Command> {
  return COMPOUND.has(node.type)
}

/** Whether a stage of a pipeline stops reading early, which ends what feeds it. */
export function endsEarly(node: CommandNode): boolean {
  return node.type === 'Command' && /^(?:.*\/)?head$/.test(node.name?.value ?? '')
}
