import { absolutePath, type ListedFile } from '../file-tree.ts'
import { shortTime } from '../machine.ts'
import { type CommandContext, humanSize, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const ls: SimulatedCommand = (context) => {
  const { machine, args, folder } = context
  const { flags, rest } = readArguments(args)
  const paths = rest.length === 0 ? ['.'] : rest
  let stderr = ''
  const blocks: string[] = []
  for (const typed of paths.flatMap((path) => expandGlob(context, path))) {
    const path = absolutePath(typed, folder)
    if (!machine.files.has(path)) stderr += `ls: cannot access '${typed}': No such file or directory\n`
    else {
      const isWhole = machine.files.isFolder(path) && !flags.has('-d')
      const files = isWhole ? machine.files.list(path) : [{ ...machine.files.look(path), name: typed }]
      const shown = files.filter(({ name }) => !name.startsWith('.') || flags.has('-a') || flags.has('-A'))
      const title = paths.length > 1 && isWhole ? `${typed}:\n` : ''
      blocks.push(title + (flags.has('-l') ? longList(shown, flags, isWhole) : textOf(shown.map(({ name }) => name))))
    }
  }
  return { stdout: blocks.join('\n'), stderr, exitCode: stderr === '' ? 0 : 2 }
}

/** The names that fit `/dev/video*`; without one it stays as it was typed, as in a shell. */
function expandGlob({ machine, folder }: CommandContext, typed: string): readonly string[] {
  if (!typed.includes('*')) return [typed]
  const whole = absolutePath(typed, folder)
  const at = whole.lastIndexOf('/')
  const pieces = whole.slice(at + 1).split('*')
  const found = machine.files.list(whole.slice(0, at) || '/').filter(({ name }) => fitsGlob(name, pieces))
  return found.length === 0 ? [typed] : found.map(({ path }) => path)
}

function longList(files: readonly ListedFile[], flags: ReadonlySet<string>, withTotal: boolean): string {
  const size = (file: ListedFile) => (flags.has('-h') ? humanSize(file.size / 1_048_576) : String(file.size))
  const width = Math.max(4, ...files.map((file) => size(file).length))
  const rows = files.map((file) => {
    const isDevice = file.path.startsWith('/dev/') && !file.isFolder
    const mode = file.isFolder ? 'drwxr-xr-x 2' : isDevice ? 'crw-rw---- 1' : '-rw-r--r-- 1'
    return `${mode} root root ${size(file).padStart(width)} ${shortTime(file.modifiedAt).slice(0, 12)} ${file.name}`
  })
  return textOf(withTotal ? [`total ${files.length * 4}`, ...rows] : rows)
}

/** Runs `act` on every path and collects failures as `name: cannot …`. */
function eachPath(
  context: CommandContext,
  paths: readonly string[],
  usage: string,
  act: (path: string, typed: string) => string | null,
) {
  if (paths.length === 0) return { stderr: `${usage}: missing operand\n`, exitCode: 1 }
  const problems = paths.map((typed) => act(absolutePath(typed, context.folder), typed)).filter((line) => line !== null)
  return { stderr: textOf(problems), exitCode: problems.length === 0 ? 0 : 1 }
}

const stat: SimulatedCommand = ({ machine, args, folder }) => {
  const [typed = ''] = readArguments(args).rest
  const path = absolutePath(typed, folder)
  if (!machine.files.has(path)) {
    return { stderr: `stat: cannot statx '${typed}': No such file or directory\n`, exitCode: 1 }
  }
  const { isFolder, size, modifiedAt } = machine.files.look(path)
  const time = new Date(modifiedAt).toISOString().slice(0, 19).replace('T', ' ')
  return {
    stdout: textOf([
      `  File: ${typed}`,
      `  Size: ${String(size).padEnd(10)} ${isFolder ? 'directory' : 'regular file'}`,
      `Access: (${isFolder ? '0755/drwxr-xr-x' : '0644/-rw-r--r--'})  Uid: (    0/    root)   Gid: (    0/    root)`,
      `Modify: ${time}.000000000 +0000`,
    ]),
  }
}

/** Finds the files; their rights and owners are the same for all in the demo. */
const chmod: SimulatedCommand = (context) => {
  const [, ...paths] = readArguments(context.args.filter((arg) => !/^[-+][rwx]+$/.test(arg) || arg === '-R')).rest
  const named = paths.length === 0 ? context.args.slice(-1) : paths
  return eachPath(context, named, 'chmod', (path, typed) =>
    context.machine.files.has(path) ? null : `cannot access '${typed}': No such file or directory`,
  )
}

const mkdir: SimulatedCommand = (context) => {
  const { flags, rest } = readArguments(context.args, ['-m'])
  return eachPath(context, rest, 'mkdir', (path, typed) => {
    const problem = context.machine.files.makeFolder(path, flags.has('-p') || flags.has('--parents'), context.now)
    return problem && `mkdir: cannot create directory '${typed}': ${problem}`
  })
}

const touch: SimulatedCommand = (context) => {
  const { rest } = readArguments(context.args)
  return eachPath(context, rest, 'touch', (path, typed) => {
    const { files } = context.machine
    if (files.isFolder(path)) return null
    const problem = files.write(path, files.read(path) ?? '', context.now)
    return problem && `touch: cannot touch '${typed}': ${problem}`
  })
}

const rm: SimulatedCommand = (context) => {
  const { flags, rest } = readArguments(context.args)
  const isRecursive = flags.has('-r') || flags.has('-R') || flags.has('--recursive')
  const isForced = flags.has('-f') || flags.has('--force')
  if (isForced && rest.length === 0) return {}
  return eachPath(context, rest, 'rm', (path, typed) => {
    if (path === '/')
      return "rm: it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe"
    const problem = context.machine.files.remove(path, isRecursive)
    if (problem === null || (isForced && problem === 'No such file or directory')) return null
    return `rm: cannot remove '${typed}': ${problem === 'Directory not empty' ? 'Is a directory' : problem}`
  })
}

const rmdir: SimulatedCommand = (context) =>
  eachPath(context, context.args, 'rmdir', (path, typed) => {
    const problem = context.machine.files.removeEmptyFolder(path)
    return problem && `rmdir: failed to remove '${typed}': ${problem}`
  })

/** Copies a file, or a folder with `-r` or `-a`; moves either with `removesSource`. */
function copy(name: string, removesSource: boolean): SimulatedCommand {
  return (context) => {
    const { machine, folder, now } = context
    const { flags, rest } = readArguments(context.args)
    const [from, to] = rest
    if (from === undefined || to === undefined) return { stderr: `${name}: missing file operand\n`, exitCode: 1 }
    const source = absolutePath(from, folder)
    if (!machine.files.has(source))
      return { stderr: `${name}: cannot stat '${from}': No such file or directory\n`, exitCode: 1 }
    const isFolder = machine.files.isFolder(source)
    if (isFolder && !removesSource && !flags.has('-r') && !flags.has('-a'))
      return { stderr: `${name}: -r not specified; omitting directory '${from}'\n`, exitCode: 1 }
    const target = absolutePath(to, folder)
    const place = machine.files.isFolder(target) ? `${target}/${source.slice(source.lastIndexOf('/') + 1)}` : target
    if (`${place}/`.startsWith(`${source}/`))
      return { stderr: `${name}: cannot copy '${from}' to a subdirectory of itself, '${place}'\n`, exitCode: 1 }
    const made = isFolder ? machine.files.makeFolder(place, false, now) : null
    const inside = isFolder ? machine.files.under(source) : [machine.files.look(source)]
    const problems = inside.map((file) => {
      const path = `${place}${file.path.slice(source.length)}`
      return file.isFolder
        ? machine.files.makeFolder(path, true, now)
        : machine.files.write(path, machine.files.read(file.path) ?? '', now)
    })
    const problem =
      made ?? problems.find((one) => one !== null) ?? (removesSource ? machine.files.remove(source, true) : null)
    return problem === null ? {} : { stderr: `${name}: cannot create '${to}': ${problem}\n`, exitCode: 1 }
  }
}

/** A link is kept as what it leads to: the demo has no links. */
const ln: SimulatedCommand = ({ machine, args, folder, now }) => {
  const [from = '', to = ''] = readArguments(args).rest
  const [source, target] = [absolutePath(from, folder), absolutePath(to, folder)]
  if (machine.files.has(target))
    return { stderr: `ln: failed to create symbolic link '${to}': File exists\n`, exitCode: 1 }
  const problem = machine.files.isFolder(source)
    ? machine.files.makeFolder(target, false, now)
    : machine.files.write(target, machine.files.read(source) ?? '', now)
  return problem === null ? {} : { stderr: `ln: failed to create symbolic link '${to}': ${problem}\n`, exitCode: 1 }
}

const truncate: SimulatedCommand = (context) => {
  const { rest } = readArguments(context.args, ['-s'])
  return eachPath(context, rest, 'truncate', (path, typed) => {
    const { files } = context.machine
    if (files.isFolder(path)) return `truncate: cannot open '${typed}' for writing: Is a directory`
    // The journal writes on, so that this file holds what it holds.
    const problem = path === '/var/log/syslog' ? null : files.write(path, '', context.now)
    return problem && `truncate: cannot open '${typed}' for writing: ${problem}`
  })
}

const du: SimulatedCommand = (context) => {
  const { machine, args, folder } = context
  const { flags, values, rest } = readArguments(args, ['-d', '--max-depth'])
  const isHuman = flags.has('-h')
  const sizeKb = (path: string) =>
    [machine.files.look(path), ...machine.files.under(path)].reduce(
      (sum, file) => sum + Math.max(4, Math.ceil(file.size / 1024)),
      Math.round(machine.bulkMb(path) * 1024),
    )
  const row = (path: string, shown: string) => `${isHuman ? humanSize(sizeKb(path) / 1024) : sizeKb(path)}\t${shown}`
  const depth = flags.has('-s') ? 0 : Number(values.get('--max-depth') ?? values.get('-d') ?? '1')
  let stderr = ''
  const rows = (rest.length === 0 ? ['.'] : rest).flatMap((typed) => {
    const path = absolutePath(typed, folder)
    if (!machine.files.has(path)) {
      stderr += `du: cannot access '${typed}': No such file or directory\n`
      return []
    }
    const inside = depth === 0 ? [] : machine.files.list(path).filter((file) => file.isFolder)
    return [...inside.map((file) => row(file.path, file.path)), row(path, typed)]
  })
  return { stdout: textOf(rows), stderr, exitCode: stderr === '' ? 0 : 1, durationMs: 60 }
}

const find: SimulatedCommand = ({ machine, args, folder, now }) => {
  const start = args[0]?.startsWith('-') === false ? args[0] : '.'
  const path = absolutePath(start, folder)
  if (!machine.files.has(path)) return { stderr: `find: '${start}': No such file or directory\n`, exitCode: 1 }
  const value = (flag: string) => args[args.indexOf(flag) + 1]
  const valuesOf = (flags: RegExp) => args.flatMap((flag, at) => (flags.test(flag) ? [globPieces(args[at + 1])] : []))
  const [names, paths] = [valuesOf(/^-i?name$/), valuesOf(/^-path$/)]
  const isWanted = ({ name, path: at }: ListedFile) =>
    names.some((pieces) => fitsGlob(name.toLowerCase(), pieces)) ||
    paths.some((pieces) => fitsGlob(at.toLowerCase(), pieces)) ||
    names.length + paths.length === 0
  const minBytes = args.includes('-size') ? sizeInBytes(value('-size') ?? '') : 0
  const found = machine.files.under(path).filter((file) => {
    if (args.includes('-type') && file.isFolder !== (value('-type') === 'd')) return false
    if (args.includes('-mmin') && now - file.modifiedAt > Math.abs(Number(value('-mmin'))) * 60_000) return false
    if (args.includes('-mtime') && now - file.modifiedAt < (Number(value('-mtime')) + 1) * 86_400_000) return false
    return file.size > minBytes - 1 && isWanted(file)
  })
  const format = args.includes('-printf') ? value('-printf') : undefined
  return { stdout: textOf(found.map((file) => printed(file, format))), durationMs: 120 }
}

/** A found file as `-printf` writes it: with its time, or its size. */
function printed({ path, size, modifiedAt }: ListedFile, format: string | undefined): string {
  if (format === undefined) return path
  if (!format.startsWith('%T')) return `${size} ${path}`
  return `${new Date(modifiedAt).toISOString().slice(0, 19).replace('T', ' ')}.0000000000 ${path}`
}

/** Parses a size like `+100M`. */
function sizeInBytes(text: string): number {
  const match = /^\+?(\d+)([ckMG])?$/.exec(text)
  if (match === null) return 0
  const unit = { c: 1, k: 1024, M: 1024 ** 2, G: 1024 ** 3 }[match[2] ?? ''] ?? 512
  return Number(match[1]) * unit
}

const globPieces = (pattern = '') => pattern.toLowerCase().split('*')

function fitsGlob(name: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1) return name === pieces[0]
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  return name.startsWith(first) && name.endsWith(last) && pieces.every((piece) => name.includes(piece))
}

/** Commands for files and folders of the machine. */
export const FILE_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  ls,
  mkdir,
  chmod,
  stat,
  touch,
  rm,
  rmdir,
  ln,
  truncate,
  chown: chmod,
  readlink: ({ args, folder }) => ({ stdout: `${absolutePath(args.at(-1) ?? '', folder)}\n` }),
  du,
  find,
  cp: copy('cp', false),
  mv: copy('mv', true),
  pwd: ({ folder }) => ({ stdout: `${folder}\n` }),
  cd: ({ machine, args, folder }) => {
    const path = absolutePath(args[0] ?? '~', folder)
    if (machine.files.isFolder(path)) return { folder: path }
    return { stderr: `sh: 1: cd: can't cd to ${args[0]}\n`, exitCode: 2 }
  },
}
