import { parseCommandLine, type Redirect, ShellSyntaxError, type SimpleCommand } from './command-line.ts'
import { ACCOUNT_COMMANDS } from './commands/account-commands.ts'
import { ARCHIVE_COMMANDS } from './commands/archive-commands.ts'
import { BOARD_COMMANDS } from './commands/board-commands.ts'
import { FILE_COMMANDS } from './commands/file-commands.ts'
import { HARDWARE_COMMANDS } from './commands/hardware-commands.ts'
import { LINK_COMMANDS } from './commands/link-commands.ts'
import { LOOK_COMMANDS } from './commands/look-commands.ts'
import { NETWORK_COMMANDS } from './commands/network-commands.ts'
import { PACKAGE_COMMANDS } from './commands/package-commands.ts'
import { PROCESS_COMMANDS } from './commands/process-commands.ts'
import { PROGRAM_COMMANDS } from './commands/program-commands.ts'
import { RADIO_COMMANDS } from './commands/radio-commands.ts'
import { SERVICE_COMMANDS } from './commands/service-commands.ts'
import { STORAGE_COMMANDS } from './commands/storage-commands.ts'
import { SYSTEM_COMMANDS } from './commands/system-commands.ts'
import { TEXT_COMMANDS } from './commands/text-commands.ts'
import { THING_COMMANDS } from './commands/thing-commands.ts'
import { UPKEEP_COMMANDS } from './commands/upkeep-commands.ts'
import { absolutePath, HOME } from './file-tree.ts'
import type { SimulatedMachine } from './machine.ts'
import type { CommandOutcome, SimulatedCommand } from './simulated-command.ts'

/** Outcome of a whole command line. */
export interface ShellResult {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
  readonly durationMs: number
  readonly effect: 'reboot' | 'shutdown' | null
}

const COMMANDS: ReadonlyMap<string, SimulatedCommand> = new Map(
  Object.entries({
    ...TEXT_COMMANDS,
    ...FILE_COMMANDS,
    ...SYSTEM_COMMANDS,
    ...PROCESS_COMMANDS,
    ...SERVICE_COMMANDS,
    ...NETWORK_COMMANDS,
    ...PROGRAM_COMMANDS,
    ...PACKAGE_COMMANDS,
    ...RADIO_COMMANDS,
    ...HARDWARE_COMMANDS,
    ...ACCOUNT_COMMANDS,
    ...BOARD_COMMANDS,
    ...UPKEEP_COMMANDS,
    ...ARCHIVE_COMMANDS,
    ...STORAGE_COMMANDS,
    ...LINK_COMMANDS,
    ...LOOK_COMMANDS,
    ...THING_COMMANDS,
  }),
)
/** A group in brackets, whose output goes into the rest: `(crontab -l; echo x) | crontab -`. */
const GROUP = /^\(([^()]*)\) \| (.*)$/s
const BASE_DURATION_MS = 12
const MAX_OUTPUT = 512 * 1024

/**
 * Runs a command line on a simulated machine and touches nothing outside it. Answers an unknown command like a shell:
 * `sh: 1: foo: not found`, 127.
 */
export function runShell(machine: SimulatedMachine, line: string, now: number): ShellResult {
  return new ShellRun(machine, now).run(line)
}

class ShellRun {
  readonly #machine: SimulatedMachine
  readonly #now: number
  #folder = HOME
  #stdout = ''
  #stderr = ''
  #durationMs = BASE_DURATION_MS
  #effect: ShellResult['effect'] = null

  constructor(machine: SimulatedMachine, now: number) {
    this.#machine = machine
    this.#now = now
  }

  run(line: string): ShellResult {
    const [, inner, rest] = GROUP.exec(line) ?? []
    if (inner === undefined || rest === undefined) return this.#runList(line, null)
    const { stdout, stderr } = new ShellRun(this.#machine, this.#now).run(inner)
    this.#stderr += stderr
    return this.#runList(rest, stdout)
  }

  /** `input` goes into the first pipeline. */
  #runList(line: string, input: string | null): ShellResult {
    let exitCode = 0
    let stdin = input
    try {
      for (const { when, commands } of parseCommandLine(line, this.#variables(), this.#substitute)) {
        if (when === 'on-success' ? exitCode !== 0 : when === 'on-failure' && exitCode === 0) continue
        exitCode = this.#runPipeline(commands, stdin)
        stdin = null
        if (this.#effect !== null) break
      }
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error
      this.#stderr += `sh: 1: ${error.message}\n`
      exitCode = 2
    }
    const durationMs = this.#durationMs
    return { stdout: this.#stdout, stderr: this.#stderr, exitCode, durationMs, effect: this.#effect }
  }

  /** What a command line prints, on the same machine. */
  readonly #substitute = (line: string): string => new ShellRun(this.#machine, this.#now).run(line).stdout.trimEnd()

  #variables(): Record<string, string> {
    return { HOME, USER: 'root', HOSTNAME: this.#machine.facts.hostname, PWD: HOME, SHELL: '/bin/sh' }
  }

  #runPipeline(commands: readonly SimpleCommand[], input: string | null): number {
    let stdin = input
    let exitCode = 0
    for (const [index, command] of commands.entries()) {
      const outcome = this.#runSimple(command, stdin)
      exitCode = outcome.exitCode ?? 0
      this.#durationMs += outcome.durationMs ?? 0
      this.#effect ??= outcome.effect ?? null
      this.#stderr = (this.#stderr + (outcome.stderr ?? '')).slice(0, MAX_OUTPUT)
      stdin = (outcome.stdout ?? '').slice(0, MAX_OUTPUT)
      if (commands.length === 1 && outcome.folder !== undefined) this.#folder = outcome.folder
      if (index === commands.length - 1) this.#stdout = (this.#stdout + stdin).slice(0, MAX_OUTPUT)
    }
    return exitCode
  }

  #runSimple({ words, redirects }: SimpleCommand, stdin: string | null): CommandOutcome {
    let input = stdin
    for (const { stream, target } of redirects) {
      if (stream !== 'stdin') continue
      input = this.#machine.files.read(absolutePath(target, this.#folder))
      if (input === null) return { stderr: `sh: 1: cannot open ${target}: No such file\n`, exitCode: 2 }
    }
    const isQuestion = words[0] === 'command' && /^-[vV]$/.test(words[1] ?? '')
    const outcome = isQuestion ? this.#find(words[2] ?? '') : this.#dispatch(stripPrefixes(words), input)
    return this.#redirect(outcome, redirects)
  }

  #dispatch(words: readonly string[], stdin: string | null): CommandOutcome {
    const [name, ...args] = words
    if (name === undefined) return {}
    const command = COMMANDS.get(name.replace(/^(\/usr)?\/s?bin\//, ''))
    if (command === undefined) return { stderr: `sh: 1: ${name}: not found\n`, exitCode: 127 }
    return command({ machine: this.#machine, args, stdin, folder: this.#folder, now: this.#now })
  }

  /** `command -v` (POSIX): the path of a program, or nothing and 127. */
  #find(name: string): CommandOutcome {
    const { exitCode } = this.#dispatch([name, '--version'], null)
    return exitCode === 127 ? { exitCode } : { stdout: `/usr/bin/${name}\n` }
  }

  /** Applies redirections from left to right, because `>f 2>&1` and `2>&1 >f` differ. */
  #redirect(outcome: CommandOutcome, redirects: readonly Redirect[]): CommandOutcome {
    let [stdoutTo, stderrTo] = ['&1', '&2']
    const appends = new Set<string>()
    for (const { stream, target, isAppend } of redirects) {
      if (stream === 'stdin') continue
      const resolved = target === '&1' ? stdoutTo : target === '&2' ? stderrTo : absolutePath(target, this.#folder)
      if (isAppend) appends.add(resolved)
      if (stream !== 'stderr') stdoutTo = resolved
      if (stream !== 'stdout') stderrTo = resolved
    }
    const texts = new Map([[stdoutTo, outcome.stdout ?? '']])
    texts.set(stderrTo, (texts.get(stderrTo) ?? '') + (outcome.stderr ?? ''))
    let problems = ''
    for (const [path, text] of texts) {
      if (path.startsWith('&') || path === '/dev/null') continue
      const before = appends.has(path) ? (this.#machine.files.read(path) ?? '') : ''
      const problem = this.#machine.files.write(path, before + text, this.#now)
      if (problem !== null) problems += `sh: 1: cannot create ${path}: ${problem}\n`
    }
    return {
      ...outcome,
      stdout: texts.get('&1') ?? '',
      stderr: (texts.get('&2') ?? '') + problems,
      exitCode: problems === '' ? (outcome.exitCode ?? 0) : 2,
    }
  }
}

/** Drops `NAME=value` and `sudo -n`, `nohup`, `nice`, `timeout 5` before a command, because everything runs as root. */
function stripPrefixes(words: readonly string[]): readonly string[] {
  let rest = words
  for (;;) {
    const [first = '', second = ''] = rest
    if (/^[A-Za-z_]\w*=/.test(first)) rest = rest.slice(1)
    else if (first === 'sudo' || first === 'nohup' || first === 'nice' || first === 'command') {
      rest = rest.slice(1)
      while (rest[0]?.startsWith('-')) rest = rest.slice(1)
    } else if (first === 'timeout' && /^\d/.test(second)) rest = rest.slice(2)
    else return rest
  }
}
