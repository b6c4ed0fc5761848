import type { SimulatedMachine } from './machine.ts'

/** Input of a simulated command, which must stay within the machine: no process, no file of this computer. */
export interface CommandContext {
  readonly machine: SimulatedMachine
  readonly args: readonly string[]
  readonly stdin: string | null
  /** Its working directory. */
  readonly folder: string
  /** Epoch ms. */
  readonly now: number
}

/** Outcome of a simulated command. */
export interface CommandOutcome {
  readonly stdout?: string
  readonly stderr?: string
  /** 0 when absent. */
  readonly exitCode?: number
  /** Duration of a real one, in ms. */
  readonly durationMs?: number
  readonly effect?: 'reboot' | 'shutdown'
  /** Working directory of the next commands, set by `cd`. */
  readonly folder?: string
}

export type SimulatedCommand = (context: CommandContext) => CommandOutcome

/** Splits a text into lines without the empty one after the last newline. */
export function linesOf(text: string): string[] {
  if (text === '') return []
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
}

/** Joins lines with a newline after each. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** Arguments split into flags (`-n`, `--all`), values of the flags that take one, and the rest. */
export interface Arguments {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/** Parses `-abc`, `-n 5`, `-n5`, `--lines=5`; `withValue` names the flags that take a value. */
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

/** Adds one argument; returns the number of further arguments used. */
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

/** Formats a size like `1.5G`, as `-h` of coreutils and procps does; `mb` are mebibytes. */
export function humanSize(mb: number, suffix = ''): string {
  if (mb >= 1024) return `${(mb / 1024).toFixed(mb >= 10_240 ? 0 : 1)}G${suffix}`
  if (mb >= 1) return `${mb >= 10 ? Math.round(mb) : mb.toFixed(1)}M${suffix}`
  return `${(mb * 1024).toFixed(mb * 1024 >= 10 ? 0 : 1)}K${suffix}`
}
