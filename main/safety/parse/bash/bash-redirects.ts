import type { Redirection } from 'unbash'
import { addSink } from '../shared/sinks.ts'
import { literalOutput } from './bash-output.ts'
import { type BashScope, type Flow, type InnerJudge, mergedFlow } from './bash-scope.ts'
import { addSecret } from './secret-check.ts'
import { type Fill, resolveWord } from './words/bash-words.ts'
import { judgeExpansions, judgeWord } from './words/expansions.ts'

/** Judges all redirections of a command; `flow` is the command's own effect, `input` the literal text that it is given. */
export function judgeRedirections(
  redirects: readonly Redirection[],
  scope: BashScope,
  flow: Flow,
  judge: InnerJudge,
): { flow: Flow; input?: string } {
  const flows: Flow[] = [flow]
  let input: string | undefined
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') {
      input = redirect.body.text
      flows.push(judgeExpansions(redirect.body, scope, judge))
    } else if (redirect.target) flows.push(judgeWord(redirect.target, scope, judge))
    if (redirect.type !== 'HereDoc' && /^\/dev\/(?:tcp|udp)\//.test(redirect.target?.value ?? ''))
      flows.push({ feeds: true })
    const fill: Fill = { mode: 'known', variables: scope.variables, outputOf: literalOutput }
    const text = judgeRedirection(redirect, scope, fill)
    if (text !== undefined) input = text
  }
  return { flow: mergedFlow(flows), ...(input === undefined ? {} : { input }) }
}

/**
 * Judges one redirection: `2>/dev/null`, `>/dev/null`, `2>&1` and `</dev/null` are harmless, any other is at least unknown.
 * Returns the literal text that a here-string gives to the command.
 *
 * Handles: written places (vital objects), read places (secrets), here-documents and here-strings.
 * @example `ls 2>/dev/null` → read
 * @example `echo x > /tmp/a` → unknown
 * @example `echo x > /etc/passwd` → destructive
 * @example `echo x > /dev/sda` → forbidden
 */
function judgeRedirection(redirect: Redirection, scope: BashScope, fill: Fill): string | undefined {
  if (redirect.type === 'HereDoc') {
    scope.floor('heredoc')
    return undefined
  }
  const target = redirect.target ? resolveWord(redirect.target, fill) : undefined
  if (redirect.type === 'HereString') {
    scope.floor('heredoc')
    return target?.map((arg) => arg.value).join(' ')
  }
  const descriptor = redirect.descriptor?.type === 'FileDescriptor' ? redirect.descriptor.value : undefined
  const isPlainDescriptor = redirect.descriptor === undefined || descriptor === 1 || descriptor === 2
  const text = redirect.target?.text
  if (redirect.operator === '>' && text === '/dev/null' && isPlainDescriptor) return undefined
  if (redirect.operator === '<' && text === '/dev/null' && redirect.descriptor === undefined) return ''
  if (redirect.operator === '>&' && descriptor === 2 && text === '1') return undefined
  scope.floor('redirection')
  for (const arg of target ?? []) {
    if (redirect.operator.includes('>') && !/^\d+$|^-$/.test(arg.value)) {
      addSink(arg, scope.directories, redirect.operator.includes('>>') ? 'append' : 'erase', scope.verdict)
    } else addSecret(arg, scope)
  }
  return undefined
}
