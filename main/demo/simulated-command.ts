import type { SimulatedMachine } from './machine.ts'

/** What a simulated command gets. It must stay within the machine: no process, no file of this computer. */
export interface CommandContext {
  readonly machine: SimulatedMachine
  readonly args: readonly string[]
  readonly stdin: string | null
  /** Folder in which it runs. */
  readonly folder: string
  /** Epoch ms. */
  readonly now: number
}

/** What a simulated command did. */
export interface CommandOutcome {
  readonly stdout?: string
  readonly stderr?: string
  /** 0 when absent. */
  readonly exitCode?: number
  /** How long a real one would have taken, in ms. */
  readonly durationMs?: number
  readonly effect?: 'reboot' | 'shutdown'
  /** Folder for the commands after it, of `cd`. */
  readonly folder?: string
}

export type SimulatedCommand = (context: CommandContext) => CommandOutcome

/** Lines of a text without the empty one after the last newline. */
export function linesOf(text: string): string[] {
  if (text === '') return []
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
}

/** Lines with a newline after each. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** Arguments apart: flags (`-n`, `--all`), values of the flags that take one, and the rest. */
export interface Arguments {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/** Reads `-abc`, `-n 5`, `-n5`, `--lines=5`; `withValue` names the flags that take a value. */
export function readArguments(args: readonly string[], withValue: readonly string[] = []): Arguments {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const rest: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const long = /^--([^=]+)(?:=(.*))?$/s.exec(arg)
    if (long !== null) {
      const name = `--${long[1]}`
      if (long[2] !== undefined) values.set(name, long[2])
      else if (withValue.includes(name)) values.set(name, args[++index] ?? '')
      else flags.add(name)
    } else if (/^-[^-\d]/.test(arg)) {
      index += readShortFlags(arg, args[index + 1], { flags, values, withValue })
    } else rest.push(arg)
  }
  return { flags, values, rest }
}

/** Returns how many further arguments were used. */
function readShortFlags(
  arg: string,
  next: string | undefined,
  into: { flags: Set<string>; values: Map<string, string>; withValue: readonly string[] },
): number {
  for (let at = 1; at < arg.length; at += 1) {
    const name = `-${arg[at]}`
    if (into.withValue.includes(name)) {
      const attached = arg.slice(at + 1)
      into.values.set(name, attached === '' ? (next ?? '') : attached)
      return attached === '' ? 1 : 0
    }
    into.flags.add(name)
  }
  return 0
}

/** `1.5G` the way `-h` of coreutils and procps writes it; `mb` are mebibytes. */
export function humanSize(mb: number, suffix = ''): string {
  if (mb >= 1024) return `${(mb / 1024).toFixed(mb >= 10_240 ? 0 : 1)}G${suffix}`
  if (mb >= 1) return `${mb >= 10 ? Math.round(mb) : mb.toFixed(1)}M${suffix}`
  return `${(mb * 1024).toFixed(mb * 1024 >= 10 ? 0 : 1)}K${suffix}`
}
