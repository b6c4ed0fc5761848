import { absolutePath, type FileTree } from '../file-tree.ts'
import { shortTime } from '../machine.ts'
import {
  type CommandContext,
  type CommandOutcome,
  linesOf,
  readArguments,
  type SimulatedCommand,
  textOf,
} from '../simulated-command.ts'

/** First line of an archive of the demo; each other line is a name and a text as JSON, with null for a folder. */
const MARK = 'archive of the demo'
type Entry = readonly [name: string, text: string | null]

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const noFile = (command: string, typed: string): CommandOutcome => ({
  stderr: `${command}: ${typed}: Cannot stat: No such file or directory\n`,
  exitCode: 2,
})

function entriesBelow(files: FileTree, path: string): Entry[] {
  const inside = files.isFolder(path) ? files.under(path) : []
  const name = (of: string) => of.replace(/^\//, '')
  return [
    [name(path), files.read(path)],
    ...inside.map((file): Entry => [name(file.path), file.isFolder ? null : files.read(file.path)]),
  ]
}

function readEntries(text: string | null): Entry[] | null {
  const [mark, ...lines] = linesOf(text ?? '')
  return mark === MARK ? lines.map((line) => JSON.parse(line) as Entry) : null
}

function unpack({ machine, now }: CommandContext, entries: readonly Entry[], into: string): string | null {
  for (const [name, text] of entries) {
    const path = absolutePath(name, into)
    const folder = text === null ? path : path.slice(0, path.lastIndexOf('/')) || '/'
    const problem =
      machine.files.makeFolder(folder, true, now) ?? (text === null ? null : machine.files.write(path, text, now))
    if (problem !== null) return `${name}: Cannot open: ${problem}`
  }
  return null
}

function pack(context: CommandContext, command: string, place: string, typed: string): CommandOutcome {
  const { machine, folder, now } = context
  const path = absolutePath(typed, folder)
  if (!machine.files.has(path)) return noFile(command, typed)
  const entries = entriesBelow(machine.files, path).map((entry) => JSON.stringify(entry))
  const problem = machine.files.write(absolutePath(place, folder), textOf([MARK, ...entries]), now)
  if (problem !== null) return { stderr: `${command}: ${place}: Cannot open: ${problem}\n`, exitCode: 2 }
  return { durationMs: 300 }
}

/** `tar -czf`, `-caf`, `-xf … -C` and `-tvf`. */
const tar: SimulatedCommand = (context) => {
  const { machine, folder, now } = context
  const { flags, values, rest } = readArguments(context.args, ['-f', '-C'])
  const place = values.get('-f') ?? ''
  if (flags.has('-c')) return pack(context, 'tar', place, rest[0] ?? '')
  const path = absolutePath(place, folder)
  if (!machine.files.has(path)) return noFile('tar', place)
  const entries = readEntries(machine.files.read(path))
  if (entries === null) return { stderr: 'tar: This does not look like a tar archive\n', exitCode: 2 }
  if (flags.has('-t')) {
    const rows = entries.map(
      ([name, text]) =>
        `${text === null ? 'drwxr-xr-x' : '-rw-r--r--'} root/root ${String(text?.length ?? 0).padStart(9)} ${shortTime(now).slice(0, 12)} ${name}`,
    )
    return { stdout: textOf(rows) }
  }
  const problem = unpack(context, entries, absolutePath(values.get('-C') ?? '.', folder))
  return problem === null ? { durationMs: 300 } : { stderr: `tar: ${problem}\n`, exitCode: 2 }
}

const zip: SimulatedCommand = (context) => {
  const [place = '', typed = ''] = readArguments(context.args).rest
  return pack(context, 'zip', place, typed)
}

const unzip: SimulatedCommand = (context) => {
  const { machine, folder } = context
  const { flags, values, rest } = readArguments(context.args, ['-d'])
  const [typed = ''] = rest
  const entries = readEntries(machine.files.read(absolutePath(typed, folder)))
  if (entries === null)
    return { stderr: `unzip:  cannot find or open ${typed}: No such file or directory\n`, exitCode: 9 }
  if (flags.has('-l')) {
    const rows = entries.map(([name, text]) => `${String(text?.length ?? 0).padStart(9)}  ${name}`)
    return { stdout: textOf([`Archive:  ${typed}`, '   Length  Name', ...rows]) }
  }
  const problem = unpack(context, entries, absolutePath(values.get('-d') ?? '.', folder))
  return problem === null ? { durationMs: 300 } : { stderr: `unzip: ${problem}\n`, exitCode: 2 }
}

/** `gzip -k` and `gzip -dk`: one file beside the other. */
const gzip: SimulatedCommand = (context) => {
  const { machine, folder, now } = context
  const { flags, rest } = readArguments(context.args)
  const [typed = ''] = rest
  const path = absolutePath(typed, folder)
  const text = machine.files.read(path)
  if (text === null) return { stderr: `gzip: ${typed}: No such file or directory\n`, exitCode: 1 }
  const isBack = flags.has('-d')
  const [entry] = isBack ? (readEntries(text) ?? []) : []
  if (isBack && entry === undefined) return { stderr: `gzip: ${typed}: not in gzip format\n`, exitCode: 1 }
  const place = isBack ? path.replace(/\.gz$/, '') : `${path}.gz`
  const written = isBack ? (entry?.[1] ?? '') : textOf([MARK, JSON.stringify([nameOf(path), text])])
  const problem = machine.files.write(place, written, now)
  return problem === null ? {} : { stderr: `gzip: ${place}: ${problem}\n`, exitCode: 1 }
}

/** As many hexadecimal digits as the checksum has, made up of the text: the same for the same file, and no more. */
function digest(text: string, digits: number): string {
  let result = ''
  for (let part = 0; result.length < digits; part += 1) {
    let hash = 2_166_136_261 ^ part
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
    result += (Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0).toString(16).padStart(8, '0')
  }
  return result.slice(0, digits)
}

function checksum(name: string, digits: number): SimulatedCommand {
  return ({ machine, args, folder }) => {
    const [typed = ''] = readArguments(args).rest
    const path = absolutePath(typed, folder)
    const text = machine.files.read(path)
    if (text !== null) return { stdout: `${digest(text, digits)}  ${typed}\n` }
    const reason = machine.files.isFolder(path) ? 'Is a directory' : 'No such file or directory'
    return { stderr: `${name}: ${typed}: ${reason}\n`, exitCode: 1 }
  }
}

/** What differs between the same beginning and the same end of two files. */
const diff: SimulatedCommand = ({ machine, args, folder }) => {
  const [one = '', two = ''] = readArguments(args).rest
  const texts = [one, two].map((typed) => machine.files.read(absolutePath(typed, folder)))
  const missing = [one, two].filter((_typed, at) => texts[at] === null)
  if (missing.length > 0)
    return { stderr: textOf(missing.map((typed) => `diff: ${typed}: No such file or directory`)), exitCode: 2 }
  const [left = [], right = []] = texts.map((text) => linesOf(text ?? ''))
  if (left.join('\n') === right.join('\n')) return {}
  let start = 0
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1
  let end = 0
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const [gone, come] = [left.slice(start, left.length - end), right.slice(start, right.length - end)]
  return {
    stdout: textOf([
      `--- ${one}`,
      `+++ ${two}`,
      `@@ -${start + 1},${gone.length} +${start + 1},${come.length} @@`,
      ...gone.map((line) => `-${line}`),
      ...come.map((line) => `+${line}`),
    ]),
    exitCode: 1,
  }
}

/** Commands for archives, checksums and comparisons. */
export const ARCHIVE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  tar,
  zip,
  unzip,
  gzip,
  diff,
  md5sum: checksum('md5sum', 32),
  sha1sum: checksum('sha1sum', 40),
  sha256sum: checksum('sha256sum', 64),
}
