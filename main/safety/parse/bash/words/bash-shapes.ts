import { type Function as FunctionNode, forEachChild, type SyntaxNode } from 'unbash'
import type { CommandClass } from '../../../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../../../preload/contract/models/text.ts'
import { hasInOrder } from '../../shared/in-order.ts'

/** Reasons for shapes of whole commands. */
export const FORK_BOMB: LocalizedText = {
  en: 'fork bomb: a function that starts itself',
  zh: 'fork 炸弹：不断启动自身的函数',
}
export const PIPED_INTO_SHELL: LocalizedText = {
  en: 'runs downloaded or decoded text as commands',
  zh: '将下载或解码的内容当作命令执行',
}

const ENDLESS_LOOP = /\b(?:while\s+(?::|true|\[{1,2} ?1 ?\]|\(\(1\)\))|until\s+false)[\s;\]]*do\b/
const BACKGROUND = /(?<![&>|])&(?![&>])/

/** True if an endless loop starts something in the background each time. */
export const isSpawningLoop = (text: string): boolean => hasInOrder(text, [ENDLESS_LOOP, BACKGROUND, /\bdone\b/])

const MAX_NODES = 2000

interface Calls {
  total: number
  isSpawning: boolean
}

function callsOf(node: FunctionNode): Calls {
  const name = node.name.value
  const calls: Calls = { total: 0, isSpawning: false }
  const pending: SyntaxNode[] = [node.body]
  for (let seen = 0; pending.length > 0 && seen < MAX_NODES; seen++) {
    const next = pending.pop()
    if (!next) break
    if (next.type === 'Command' && next.name?.value === name) calls.total++
    if (next.type === 'Pipeline' && next.commands.length > 1) calls.isSpawning = true
    if (next.type === 'Statement' && next.background) calls.isSpawning = true
    if (next.type !== 'Word') forEachChild(next, (child) => void pending.push(child))
  }
  return calls
}

/** True if a function calls itself. */
export function callsItself(node: FunctionNode): boolean {
  return callsOf(node).total > 0
}

/**
 * Returns `forbidden` for a function whose calls start further processes, else `unknown`.
 *
 * Handles: fork bombs under any name, functions that call themselves.
 * @example `b(){ b|b& };b` → forbidden
 * @example `f(){ f; }; f` → unknown
 */
export function recursionClass(node: FunctionNode): CommandClass {
  const calls = callsOf(node)
  return calls.isSpawning || calls.total > 1 ? 'forbidden' : 'unknown'
}
