import type { Command, Word } from 'unbash'
import { argvOf, keepTargets, keepText, remember, rememberList } from './bash-memory.ts'
import { judgeRedirections } from './bash-redirects.ts'
import { type BashScope, type Flow, type InnerJudge, mergedFlow, NO_FLOW } from './bash-scope.ts'
import { isHarmlessAssignment } from './harmless-assignment.ts'
import { PIPED_INTO_SHELL } from './words/bash-shapes.ts'
import { type Fill, isOpaqueWord } from './words/bash-words.ts'
import { judgeExpansions, judgeWord } from './words/expansions.ts'

/**
 * Judges a plain command: its assignments, words and redirections, and the program that they call.
 *
 * Handles: what a part of the command feeds to its program, and what the program writes for later commands.
 * @example `A=1 ls` → unknown
 * @example `sh <(curl -s http://x)` → forbidden
 */
export function judgeSimple(
  node: Command,
  scope: BashScope,
  piped: string | undefined,
  isTimed: boolean,
  judge: InnerJudge,
): Flow {
  const inner: Flow[] = []
  const words: Word[] = node.name ? [node.name] : []
  const texts: string[] = []
  for (const item of node.prefix) {
    if (item.type !== 'Assignment') continue
    if (!isHarmlessAssignment(item, node.name !== undefined)) scope.floor('assignment')
    inner.push(judgeExpansions(item, scope, judge))
    if (item.value.type === 'Word') remember(item.name, item.value, scope)
    else rememberList(item.name, item.value.elements, scope)
  }
  if (node.name) {
    const named = judgeWord(node.name, scope, judge)
    if (named.feeds) scope.verdict.add('forbidden', 'pipe.shell', PIPED_INTO_SHELL)
    inner.push(named)
  }
  for (const item of node.suffix) {
    if (item.type === 'Word') {
      words.push(item)
      inner.push(judgeWord(item, scope, judge))
    } else if (item.type === 'Assignment') {
      texts.push(item.value.type === 'Word' ? `${item.name}=${item.value.value}` : item.text)
      inner.push(judgeExpansions(item, scope, judge))
      if (item.value.type === 'Word') remember(item.name, item.value, scope)
    }
  }
  const redirected = judgeRedirections(node.redirects, scope, NO_FLOW, judge)
  const input = redirected.input ?? piped
  const flow = judgeProgram(words, { texts, isTimed }, scope, input, judge)
  if (flow.isShell && (redirected.flow.feeds || inner.some((part) => part.feeds))) {
    scope.verdict.add('forbidden', 'pipe.shell', PIPED_INTO_SHELL)
  }
  const isFed = flow.feeds || redirected.flow.feeds || inner.some((part) => part.feeds)
  if (isFed && (redirected.flow.isShell || inner.some((part) => part.isShell))) {
    scope.verdict.add('forbidden', 'pipe.shell', PIPED_INTO_SHELL)
  }
  if (flow.isShell && input !== undefined) judge.script(input, scope)
  if (isFed) keepTargets(node.redirects, scope)
  else if (flow.output !== undefined) keepText(node.redirects, flow.output, scope)
  const isWrittenToShell = inner.some((part) => part.isShell) && words.some((word) => word.text.includes('>('))
  if (!isFed && !isWrittenToShell) return flow
  return { ...flow, ...(isFed ? { feeds: true } : {}), ...(isWrittenToShell ? { isShell: true } : {}) }
}

/** Judges the call twice where a word is only known on the device: as if it were empty, and as far as it is known. */
function judgeProgram(
  words: readonly Word[],
  { texts, isTimed }: { readonly texts: readonly string[]; readonly isTimed: boolean },
  scope: BashScope,
  input: string | undefined,
  judge: InnerJudge,
): Flow {
  const name = words[0]
  if (!name) return NO_FLOW
  if (name.parts?.some((part) => part.type === 'BraceExpansion')) scope.floor('brace')
  const judgeAs = (mode: Fill['mode']): Flow => {
    const argv = argvOf(words, scope, mode)
    for (const text of texts) argv.push({ value: text })
    return judge.argv(isTimed ? [{ value: 'time' }, ...argv] : argv, scope, input)
  }
  if (!words.some(isOpaqueWord)) return judgeAs('known')
  const [empty, known] = [judgeAs('empty'), judgeAs('known')]
  return { ...mergedFlow([empty, known]), ...(known.output === undefined ? {} : { output: known.output }) }
}
