import { absolutePath } from '../file-tree.ts'
import {
  type CommandContext,
  type CommandOutcome,
  linesOf,
  readArguments,
  type SimulatedCommand,
  textOf,
} from '../simulated-command.ts'

/** Reads the named files, or stdin without names; problems go to stderr. */
function readInputs(name: string, { machine, stdin, folder }: CommandContext, paths: readonly string[]) {
  const inputs: { path: string; text: string }[] = []
  let stderr = ''
  if (paths.length === 0) inputs.push({ path: '-', text: stdin ?? '' })
  for (const path of paths) {
    const whole = absolutePath(path, folder)
    const text = path === '-' ? (stdin ?? '') : machine.files.read(whole)
    if (text !== null) inputs.push({ path, text })
    else
      stderr += `${name}: ${path}: ${machine.files.isFolder(whole) ? 'Is a directory' : 'No such file or directory'}\n`
  }
  return { inputs, stderr, exitCode: stderr === '' ? 0 : 1 }
}

function filter(
  name: string,
  change: (text: string, context: CommandContext) => string,
  withValue: string[] = [],
): SimulatedCommand {
  return (context) => {
    const { rest } = readArguments(context.args, withValue)
    const { inputs, stderr, exitCode } = readInputs(
      name,
      context,
      rest.filter((arg) => !/^-\d+$/.test(arg)),
    )
    const isMany = inputs.length > 1 && (name === 'head' || name === 'tail')
    const parts = inputs.map(({ path, text }) => (isMany ? `==> ${path} <==\n` : '') + change(text, context))
    return { stdout: parts.join(isMany ? '\n' : ''), stderr, exitCode }
  }
}

/** `-n 5`, `-n5`, `-5`, `--lines=5`. */
function lineCount({ args }: CommandContext): string {
  const { values, rest } = readArguments(args, ['-n', '-c', '--lines'])
  return values.get('-n') ?? values.get('--lines') ?? rest.find((arg) => /^-\d+$/.test(arg))?.slice(1) ?? '10'
}

function head(text: string, context: CommandContext): string {
  const count = Number(lineCount(context))
  const lines = linesOf(text)
  return textOf(count < 0 ? lines.slice(0, count) : lines.slice(0, count || 0))
}

function tail(text: string, context: CommandContext): string {
  const count = lineCount(context)
  const lines = linesOf(text)
  if (count.startsWith('+')) return textOf(lines.slice(Number(count) - 1))
  return Number(count) === 0 ? '' : textOf(lines.slice(-Math.abs(Number(count) || 10)))
}

function sort(text: string, { args }: CommandContext): string {
  const { flags, values } = readArguments(args, ['-k', '-t'])
  const key = Number.parseInt(values.get('-k') ?? '0', 10)
  const fieldOf = (line: string) => (key > 0 ? (line.trim().split(/\s+/)[key - 1] ?? '') : line.trim())
  const isNumeric = flags.has('-n') || flags.has('-h')
  const sorted = linesOf(text).sort((a, b) => {
    const [left, right] = [fieldOf(a), fieldOf(b)]
    if (isNumeric) return amount(left) - amount(right)
    return left < right ? -1 : Number(left > right)
  })
  if (flags.has('-r')) sorted.reverse()
  return textOf(flags.has('-u') ? [...new Set(sorted)] : sorted)
}

/** `12`, `3.4`, `1.5G`. */
function amount(text: string): number {
  const match = /^(-?[\d.]+)([KMGT])?/.exec(text)
  if (match === null) return 0
  return Number(match[1]) * 1024 ** ' KMGT'.indexOf(match[2] ?? ' ')
}

function uniq(text: string, { args }: CommandContext): string {
  const counted: [string, number][] = []
  for (const line of linesOf(text)) {
    const last = counted.at(-1)
    if (last !== undefined && last[0] === line) last[1] += 1
    else counted.push([line, 1])
  }
  return textOf(counted.map(([line, count]) => (args.includes('-c') ? `${String(count).padStart(7)} ${line}` : line)))
}

const wc: SimulatedCommand = (context) => {
  const { flags, rest } = readArguments(context.args)
  const { inputs, stderr, exitCode } = readInputs('wc', context, rest)
  const rows = inputs.map(({ path, text }) => {
    const counts = {
      '-l': linesOf(text).length,
      '-w': text.split(/\s+/).filter(Boolean).length,
      '-m': [...text].length,
      '-c': Buffer.byteLength(text),
    }
    const wanted = Object.entries(counts).filter(([flag]) => flags.size === 0 || flags.has(flag))
    return `${wanted.map(([, count]) => String(count)).join(' ')}${path === '-' ? '' : ` ${path}`}`
  })
  return { stdout: textOf(rows), stderr, exitCode }
}

const grep: SimulatedCommand = (context) => {
  const { flags, values, rest } = readArguments(context.args, ['-e', '-m', '-A', '-B', '-C'])
  const pattern = values.get('-e') ?? rest[0]
  if (pattern === undefined) return { stderr: 'Usage: grep [OPTION]... PATTERNS [FILE]...\n', exitCode: 2 }
  const paths = expandFolders(context, values.has('-e') ? rest : rest.slice(1), flags.has('-r') || flags.has('-R'))
  const matches = lineMatcher(pattern, { isFixed: flags.has('-F'), ignoresCase: flags.has('-i') })
  const { inputs, stderr } = readInputs('grep', context, paths)
  const limit = Number(values.get('-m') ?? Number.POSITIVE_INFINITY)
  const after = Number(values.get('-A') ?? 0)
  if (after > 0) return grepWithContext(inputs.map(({ text }) => text).join(''), matches, after)
  const found = inputs.flatMap(({ path, text }) => {
    const prefix = inputs.length > 1 || flags.has('-r') || flags.has('-H') ? `${path}:` : ''
    return linesOf(text)
      .map((line, index) => ({ line, number: flags.has('-n') ? `${index + 1}:` : '' }))
      .filter(({ line }) => matches(line) !== flags.has('-v'))
      .slice(0, limit)
      .map(({ line, number }) => `${prefix}${number}${line}`)
  })
  if (flags.has('-o')) {
    const parts = found.flatMap((line) => Array<string>(line.split(pattern).length - 1).fill(pattern))
    return { stdout: textOf(parts), stderr, exitCode: parts.length > 0 ? 0 : 1 }
  }
  const stdout = flags.has('-c') ? `${found.length}\n` : flags.has('-q') ? '' : textOf(found)
  return { stdout, stderr, exitCode: stderr !== '' ? 2 : found.length > 0 ? 0 : 1 }
}

/** Lines that fit with those after them, groups set apart as grep does. */
function grepWithContext(text: string, matches: (line: string) => boolean, after: number): CommandOutcome {
  const lines = linesOf(text)
  const shown: string[] = []
  let until = -1
  for (const [index, line] of lines.entries()) {
    const isMatch = matches(line)
    if (isMatch && shown.length > 0 && index > until + 1) shown.push('--')
    if (isMatch) until = index + after
    if (index <= until) shown.push(line)
  }
  return { stdout: textOf(shown), exitCode: shown.length > 0 ? 0 : 1 }
}

/** Prints the lines that a script such as `1p;/^Z/p` names. */
const sed: SimulatedCommand = (context) => {
  const { flags, rest } = readArguments(context.args)
  const [script = '', ...paths] = rest
  const { inputs, stderr, exitCode } = readInputs('sed', context, paths)
  const range = /^(\d{1,7}),(\d{1,7})p$/.exec(script)
  if (range !== null) {
    const lines = inputs.flatMap(({ text }) => linesOf(text))
    return { stdout: textOf(lines.slice(Number(range[1]) - 1, Number(range[2]))), stderr, exitCode }
  }
  const rules = script.split(';').map((part) => /^(?:(\d{1,6})|\/([^/]{1,100})\/)(I?)p$/.exec(part))
  // -i: the file takes what is set, and the demo keeps it as it was.
  if (flags.has('-i')) return { stderr, exitCode }
  if (!flags.has('-n') || rules.includes(null)) return { stderr: 'sed: this script is not simulated\n', exitCode: 1 }
  const lines = inputs.flatMap(({ text }) => linesOf(text))
  const shown = lines.filter((line, index) =>
    rules.some((rule) =>
      rule?.[2] === undefined
        ? Number(rule?.[1]) === index + 1
        : lineMatcher(rule[2], { isFixed: false, ignoresCase: rule[3] === 'I' })(line),
    ),
  )
  return { stdout: textOf(shown), stderr, exitCode }
}

/** Picks lines between two times of day, or prints two fields; see `awk` for numbers. */
const awkOfWords = (context: CommandContext): CommandOutcome | null => {
  const lines = linesOf(context.stdin ?? '').map((line) => line.split(/ +/))
  if (context.args[0] === '{print $1,$2}')
    return { stdout: textOf(lines.map(([first = '', second = '']) => `${first} ${second}`)) }
  const [low, high] = [context.args[1], context.args[3]].map((value) => value?.slice(2))
  if (context.args[0] !== '-v' || low === undefined || high === undefined) return null
  return {
    stdout: textOf(lines.flatMap((line) => ((line[2] ?? '') >= low && (line[2] ?? '') < high ? [line.join(' ')] : []))),
  }
}

/** Picks lines by the range of one field; no other script runs here. */
const awk: SimulatedCommand = (context) => {
  const ofWords = awkOfWords(context)
  if (ofWords !== null) return ofWords
  const [separator = '', script = ''] = context.args
  const range = /^\$(\d) >= (\d{1,9}) && \$\1 < (\d{1,9})$/.exec(script)
  if (range === null || !/^-F.$/.test(separator)) return { stderr: 'awk: this script is not simulated\n', exitCode: 1 }
  const [field, low, high] = range.slice(1).map(Number) as [number, number, number]
  const { inputs, stderr, exitCode } = readInputs('awk', context, context.args.slice(2))
  const isWithin = (line: string) => {
    const value = Number(line.split(separator.slice(2))[field - 1])
    return value >= low && value < high
  }
  return { stdout: textOf(inputs.flatMap(({ text }) => linesOf(text)).filter(isWithin)), stderr, exitCode }
}

/** Matches `^`, `$`, `.`, `.*` and `|` only, because an operator's pattern must not run as a regular expression here. */
function lineMatcher(pattern: string, { isFixed, ignoresCase }: { isFixed: boolean; ignoresCase: boolean }) {
  const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text)
  const branches = isFixed ? [pattern] : pattern.split(/\\?\|/)
  return (line: string): boolean =>
    branches.some((branch) => {
      if (isFixed) return fold(line).includes(fold(branch))
      if (branch === '.') return line !== ''
      const isAtStart = branch.startsWith('^')
      const isAtEnd = branch.endsWith('$')
      const pieces = fold(branch.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined).replace(/\\(.)/g, '$1')).split('.*')
      return matchesPieces(fold(line), pieces, isAtStart, isAtEnd)
    })
}

function matchesPieces(line: string, pieces: readonly string[], isAtStart: boolean, isAtEnd: boolean): boolean {
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    const at =
      isAtEnd && index === pieces.length - 1 ? Math.max(from, line.length - piece.length) : line.indexOf(piece, from)
    if (at < 0 || !line.startsWith(piece, at) || (index === 0 && isAtStart && at !== 0)) return false
    from = at + piece.length
  }
  return true
}

function expandFolders({ machine, folder }: CommandContext, paths: readonly string[], isRecursive: boolean): string[] {
  if (!isRecursive) return paths.flatMap((path) => (path.includes('*') ? fitting(machine, path) : [path]))
  return paths.flatMap((path) => {
    const whole = absolutePath(path, folder)
    if (!machine.files.isFolder(whole)) return [path]
    return machine.files
      .under(whole)
      .filter((file) => !file.isFolder)
      .map((file) => file.path)
  })
}

/** The files that a path with one `*` names; the path itself where there are none, as a shell leaves it. */
function fitting(machine: CommandContext['machine'], path: string): string[] {
  const [head = '', tail = ''] = path.split('*')
  const found = machine.files
    .under(head.slice(0, head.lastIndexOf('/')) || '/')
    .map((file) => file.path)
    .filter((at) => at.startsWith(head) && at.endsWith(tail))
  return found.length > 0 ? found : [path]
}

/** Knows `%s` and `\\n` alone. */
const printf: SimulatedCommand = ({ args: [format = '', ...values] }) => {
  let at = 0
  return { stdout: format.replaceAll('%s', () => values[at++] ?? '').replaceAll('\\n', '\n') }
}

const tee: SimulatedCommand = ({ machine, args, stdin, folder, now }): CommandOutcome => {
  const { flags, rest } = readArguments(args)
  let stderr = ''
  for (const path of rest) {
    const whole = absolutePath(path, folder)
    const before = flags.has('-a') ? (machine.files.read(whole) ?? '') : ''
    const problem = machine.files.write(whole, before + (stdin ?? ''), now)
    if (problem !== null) stderr += `tee: ${path}: ${problem}\n`
  }
  return { stdout: stdin ?? '', stderr, exitCode: stderr === '' ? 0 : 1 }
}

const cut: SimulatedCommand = (context) => {
  const { values, rest } = readArguments(context.args, ['-d', '-f'])
  const { inputs, stderr, exitCode } = readInputs('cut', context, rest)
  const field = Number.parseInt(values.get('-f') ?? '1', 10)
  const lines = inputs.flatMap(({ text }) => linesOf(text))
  return {
    stdout: textOf(lines.map((line) => line.split(values.get('-d') ?? '\t')[field - 1] ?? line)),
    stderr,
    exitCode,
  }
}

/** Commands that filter text, and `echo`. */
export const TEXT_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  cat: filter('cat', (text) => text),
  head: filter('head', head, ['-n', '-c', '--lines']),
  tail: filter('tail', tail, ['-n', '-c', '--lines']),
  sort: filter('sort', sort, ['-k', '-t']),
  uniq: filter('uniq', uniq),
  grep,
  sed,
  awk,
  printf,
  wc,
  tee,
  cut,
  echo: ({ args }) => ({ stdout: args[0] === '-n' ? args.slice(1).join(' ') : `${args.join(' ')}\n` }),
}
