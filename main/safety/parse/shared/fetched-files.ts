import type { Arg } from './arguments.ts'

const OUTPUT = /^(?:-[A-Za-z]*[oO]|--output(?:-document)?)(?:=(.+))?$/
const VOID = /^(?:-|\/dev\/null|\/dev\/stdout)$/

/** Last part of a path or address, without its query. */
export function baseOf(path: string): string {
  let bare = path.split(/[?#]/, 1)[0] ?? ''
  while (/["';]$/.test(bare)) bare = bare.slice(0, -1)
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\')) + 1)
}

/** Names under which a download may have been kept: every operand's last part. */
export function fetchedNames(args: readonly Arg[]): string[] {
  return args
    .map((arg) => baseOf(arg.value.replace(/^(?:-[oO]|--output(?:-document)?=)/, '')))
    .filter((name) => name !== '' && !name.startsWith('-'))
}

/**
 * Returns the arguments of `curl` and `wget` without an output to nowhere (`-o /dev/null`, `-O -`), which keeps no file. For
 * `wget` that stands as `--spider`. Any other output leaves them as they are.
 *
 * Handles: attached and separate values, clusters (`-qO-`).
 * @example `curl -s -o /dev/null http://example.com` → read
 * @example `wget -qO- http://example.com` → read
 * @example `wget -O a http://example.com` → change
 */
export function withoutVoidOutput(name: string, args: readonly Arg[]): readonly Arg[] {
  const isWget = name === 'wget'
  if (!isWget && name !== 'curl') return args
  const kept: Arg[] = []
  let voids = 0
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (!arg) continue
    const attached = isWget
      ? /^(-[A-Za-z]*)O(-|\/dev\/null)$|^--output-document=(?:-|\/dev\/null)$/.exec(arg.value)
      : /^()-o\/dev\/null$|^--output=\/dev\/null$/.exec(arg.value)
    const option = isWget
      ? /^(-[A-Za-z]*)O$|^--output-document$/.exec(arg.value)
      : /^(-[a-zA-Z]*)o$|^--output$/.exec(arg.value)
    const next = args[i + 1]
    if (attached) voids++
    else if (option && next && VOID.test(next.value)) {
      voids++
      i++
    } else if (OUTPUT.test(arg.value) && (isWget ? /O|document/.test(arg.value) : true)) return args
    else {
      kept.push(arg)
      continue
    }
    const others = (attached ?? option)?.[1]
    if (others && others.length > 1) kept.push({ value: others })
  }
  if (voids === 0) return args
  return isWget ? [{ value: '--spider' }, ...kept] : kept
}
