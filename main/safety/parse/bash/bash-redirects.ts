import type { Redirection } from 'unbash'
import { addSink } from '../shared/sinks.ts'
import type { BashScope } from './bash-scope.ts'
import { addSecret } from './secret-check.ts'
import { type Fill, resolveWord } from './words/bash-words.ts'

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
export function judgeRedirection(redirect: Redirection, scope: BashScope, fill: Fill): string | undefined {
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
