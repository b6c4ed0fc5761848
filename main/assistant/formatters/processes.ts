import { numberOf, plain } from './quantities.ts'
import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

interface ProcessRow {
  readonly user: string
  readonly pid: string
  readonly cpu: string
  readonly memory: string
  readonly command: string
}

/** Lines of `ps aux`, in the order given; null where its heading is missing or a line is not understood. */
function processesOf(stdout: string): readonly ProcessRow[] | null {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^USER\s+PID\s+%CPU\s+%MEM\s.*COMMAND\s*$/u.test(heading)) return null
  const rows = lines.flatMap((line) => {
    const [user = '', pid = '', cpu = '', memory = '', , , , , , time = '', command = ''] = cellsOf(line, 11)
    const isWhole = /^\d{1,6}:\d\d$/u.test(time) && command !== ''
    const isRow = /^\d+$/u.test(pid) && numberOf(cpu) !== null && numberOf(memory) !== null && isWhole
    return isRow ? [{ user, pid, cpu: plain(cpu), memory: plain(memory), command }] : []
  })
  return rows.length === lines.length ? rows : null
}

/** Lines of busybox, which prints no shares. */
function plainProcesses(stdout: string): readonly (readonly string[])[] | null {
  const [heading = '', ...lines] = linesOf(stdout)
  const heads = heading.trim().split(/\s+/u)
  if (!/^PID USER (?:TIME |VSZ STAT )?COMMAND$/u.test(heads.join(' '))) return null
  const rows = lines.flatMap((line) => {
    const cells = cellsOf(line, heads.length)
    return /^\d+$/u.test(cells[0] ?? '') && cells.length >= 3
      ? [[cells[0] ?? '', cells[1] ?? '', cells.at(-1) ?? '']]
      : []
  })
  return rows.length === lines.length && rows.length > 0 ? rows : null
}

const COLUMNS = [
  numberColumn('PID', 'PID'),
  column('User', '用户'),
  numberColumn('CPU %', 'CPU %'),
  numberColumn('Memory %', '内存 %'),
  column('Command', '命令'),
]
const rowOf = ({ pid, user, cpu, memory, command }: ProcessRow) => [pid, user, cpu, memory, command]

/** The program of a command line, without its folder and options; a thread of the kernel keeps its brackets. */
function programOf(command: string): string {
  const thread = command.match(/^\[[^\]]{1,60}\]/u)?.[0]
  // A program that writes what it does in place of its arguments ends its name with a colon.
  return thread ?? command.split(' ')[0]?.replace(/:$/u, '').split('/').at(-1) ?? command
}

function topReader(kind: 'cpu' | 'memory'): Formatter {
  return (stdout) => {
    const rows = processesOf(stdout)
    const first = rows?.[0]
    if (rows === null || first === undefined) return null
    const share = (row: ProcessRow) => Number(kind === 'cpu' ? row.cpu : row.memory)
    if (rows.some((row) => share(row) > share(first))) return null
    const name = programOf(first.command)
    const [en, zh] =
      kind === 'cpu'
        ? [`${first.cpu} % CPU`, `CPU ${first.cpu}%`]
        : [`${first.memory} % of the memory`, `内存 ${first.memory}%`]
    return reading(
      `${name} (PID ${first.pid}) uses most: ${en}.`,
      `占用最高的是 ${name}（PID ${first.pid}）：${zh}。`,
      {
        columns: COLUMNS,
        rows: rows.map(rowOf),
      },
    )
  }
}

/** `ps aux --sort=-%cpu`. */
export const readTopCpu = topReader('cpu')
/** `ps aux --sort=-%mem`. */
export const readTopMemory = topReader('memory')

const processCount = (count: number) => [value('Processes', '进程', count)]

/** `ps aux`: counted, the busiest first. */
export const readProcesses: Formatter = (stdout) => {
  const few = plainProcesses(stdout)
  if (few !== null) {
    return reading(`${plural(few.length, 'process', 'processes')} running.`, `共 ${few.length} 个进程。`, {
      columns: [numberColumn('PID', 'PID'), column('User', '用户'), column('Command', '命令')],
      rows: few,
      values: processCount(few.length),
    })
  }
  const rows = processesOf(stdout)
  if (rows === null || rows.length === 0) return null
  const busiest = [...rows].sort((left, right) => Number(right.cpu) - Number(left.cpu))
  return reading(
    `${plural(rows.length, 'process', 'processes')} running; the busiest are listed.`,
    `共 ${rows.length} 个进程，列出最忙的几个。`,
    { columns: COLUMNS, rows: busiest.map(rowOf), values: processCount(rows.length) },
  )
}

/** `pgrep -a NAME`; nothing printed and exit code 1 where none runs. */
export const readPgrep: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  if (lines.length === 0)
    return reading('No process of that name is running.', '没有该名称的进程在运行。', { values: processCount(0) })
  const rows = lines.flatMap((line) => {
    const match = line.match(/^(\d{1,7}) (\S.*)$/u)
    return match === null ? [] : [[match[1] ?? '', match[2] ?? '']]
  })
  if (rows.length !== lines.length) return null
  return reading(`${plural(rows.length, 'process', 'processes')} found.`, `找到 ${rows.length} 个进程。`, {
    columns: [numberColumn('PID', 'PID'), column('Command', '命令')],
    rows,
    values: processCount(rows.length),
  })
}
