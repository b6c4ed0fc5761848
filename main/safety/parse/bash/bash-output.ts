import type { ParsedScript } from 'unbash'
import { decodeEchoEscapes } from '../shared/escapes.ts'
import { findOutput } from './programs/find-command.ts'

/**
 * Returns what a substitution prints when it is one `echo`, `printf`, `find`, `which` or `pwd` with literal words.
 *
 * Handles: escapes of `echo` and `printf`, formats of `printf`.
 * @example `$(echo rm) -rf /` → forbidden
 * @example `rm -rf $(printf '\x2f')` → forbidden
 */
export function literalOutput(script: ParsedScript | undefined): string | undefined {
  const statement = script?.commands[0]
  if (!statement || script?.commands.length !== 1 || statement.command.type !== 'Command') return undefined
  const command = statement.command
  if (command.redirects.length > 0 || command.args.some((arg) => arg.type !== 'Word')) return undefined
  const words = command.args.map((arg) => (arg.type === 'Word' ? arg.value : ''))
  return outputOf(command.name?.value ?? '', words)
}

/** Text that a program prints with literal arguments, undefined when that depends on the device. */
export function outputOf(path: string, words: readonly string[]): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'echo') {
    const shown = words.filter((word, i) => i > 0 || !/^-[neE]+$/.test(word)).join(' ')
    return decodeEchoEscapes(shown)
  }
  if (name === 'printf') return formatted(words.filter((word) => word !== '--'))
  if (name === 'find') return findOutput(words)
  if (name === 'pwd') return '.'
  if (name === 'which') return words.at(-1)
  if (name === 'command' && /^-[vV]$/.test(words[0] ?? '')) return words.at(-1)
  return undefined
}

function formatted(words: readonly string[]): string | undefined {
  const [format, ...values] = words
  if (format === undefined) return undefined
  let next = 0
  const once = (): string =>
    decodeEchoEscapes(format).replace(/%[-0-9.]*[a-zA-Z%]/g, (mark) => (mark === '%%' ? '%' : (values[next++] ?? '')))
  let text = once()
  while (next > 0 && next < values.length && text.length < 8192) text += once()
  return text
}
