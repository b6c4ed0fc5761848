import type { Redirection, Word } from 'unbash'
import type { Arg } from '../shared/arguments.ts'
import { baseOf } from '../shared/fetched-files.ts'
import { scanLiteral } from '../shared/literal-scan.ts'
import { literalOutput } from './bash-output.ts'
import type { BashScope } from './bash-scope.ts'
import { FLOOR_REASONS } from './floor-reasons.ts'
import { type Fill, resolveWord } from './words/bash-words.ts'

/** Remembers literal text that is written to a file, which a shell may run later. */
export function keepText(redirects: readonly Redirection[], text: string, scope: BashScope): void {
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc' || !redirect.target) continue
    const { operator, target } = redirect
    if (operator.includes('>')) scope.written.set(baseOf(target.value), text)
  }
}

/** Remembers the files that something downloaded or decoded is written to. */
export function keepTargets(redirects: readonly Redirection[], scope: BashScope): void {
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc' || !redirect.target) continue
    const { operator, target } = redirect
    if (operator.includes('>')) scope.fetched.add(baseOf(target.value))
  }
}

/**
 * Makes the arguments that words become, as far as the command itself says.
 *
 * Handles: variables that the command set, braces, substitutions with literal output; what only the device knows is opaque.
 * @example `A=/; rm -rf $A` → forbidden
 * @example `rm -rf /{etc,bin,usr,var}` → forbidden
 */
export function argvOf(words: readonly Word[], scope: BashScope, mode: Fill['mode']): Arg[] {
  const fill: Fill = { mode, variables: scope.variables, outputOf: literalOutput }
  const argv: Arg[] = []
  for (const word of words) {
    const args = resolveWord(word, fill)
    if (!args) {
      scope.floor('braces')
      scope.verdict.add(scanLiteral(word.text, true), 'floor.braces', FLOOR_REASONS.braces)
      argv.push({ value: word.value, isOpaque: true })
      continue
    }
    const isEmptyName = argv.length === 0 && args.every((arg) => arg.value === '' && arg.isOpaque)
    if (!isEmptyName) argv.push(...args)
  }
  return argv
}

/** Keeps what a variable was set to. */
export function remember(name: string, value: Word, scope: BashScope): void {
  const args = resolveWord(value, { mode: 'known', variables: scope.variables, outputOf: literalOutput })
  const text = args?.map((arg) => arg.value).join(' ')
  if (text !== undefined) scope.variables.set(name, text)
}

/** A loop variable takes each value in turn: unquoted, it stands for all of them. */
export function rememberList(name: string, list: readonly Word[], scope: BashScope): void {
  const fill: Fill = { mode: 'known', variables: scope.variables, outputOf: literalOutput }
  const args = list.flatMap((word) => resolveWord(word, fill) ?? [])
  scope.variables.set(name, args.map((arg) => arg.value).join(' '))
}
