import { type Arg, NO_OPTION_WORDS, type ParsedArgs } from '../shared/arguments.ts'

/** Parameters of PowerShell that rows ask for; a prefix of them counts. */
const PARAMETERS = ['-recurse', '-force', '-wait', '-repeat', '-continuous']

/** Arguments of a Windows command: everything is kept, options count as operands too when they begin with `/`. */
export function parseWindowsArgs(values: readonly string[]): ParsedArgs {
  const all: Arg[] = values.map((value) => ({ value }))
  const words = new Set<string>()
  const operands: Arg[] = []
  const uncertain: number[] = []
  for (const arg of all) {
    const lower = arg.value.toLowerCase()
    if (/^-[a-z]/.test(lower)) {
      const name = lower.split(':', 1)[0] ?? lower
      for (const parameter of PARAMETERS) if (parameter.startsWith(name)) words.add(parameter)
    } else if (!/^\/[a-z?]/.test(lower)) {
      operands.push({ value: lower })
      uncertain.push(all.length)
    }
  }
  return { all, ...NO_OPTION_WORDS, words, operands, uncertain, skipped: NO_OPTION_WORDS }
}

/**
 * True if a path is a whole drive, or everything on it.
 *
 * Handles: `..`, `.`, both slashes, the prefixes of device paths.
 * @example cmd `rd /s /q C:\` → forbidden
 * @example cmd `rd /s /q C:\a\..` → forbidden
 * @example cmd `rd /s /q C:\a` → destructive
 */
export function isWholeDrive(path: string): boolean {
  const bare = path.replace(/["']/g, '').replace(/^\\\\[?.]\\/, '')
  const parts = bare
    .replaceAll('/', '\\')
    .split('\\')
    .filter((part) => part !== '' && part !== '.')
  const kept: string[] = []
  for (const part of parts) {
    if (part === '..') {
      if (kept.length > 1) kept.pop()
    } else kept.push(part)
  }
  if (/^[\\/]+(?:\*(?:\.\*)?)?$/.test(bare)) return true
  return /^[a-z]:$/i.test(kept[0] ?? '') && kept.slice(1).every((part) => /^\*(?:\.\*)?$/.test(part))
}
