import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

interface ProcessRow {
  readonly user: string
  readonly pid: string
  readonly cpu: string
  readonly memory: string
  readonly command: string
}

/** Lines of `ps aux`, in the order given; null where its heading is missing. */
function processesOf(stdout: string): readonly ProcessRow[] | null {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^USER\s+PID\s+%CPU\s+%MEM\s.*COMMAND\s*$/u.test(heading)) return null
  return lines.flatMap((line) => {
    const [user = '', pid = '', cpu = '', memory = '', , , , , , , command = ''] = cellsOf(line, 11)
    const isRow = /^\d+$/u.test(pid) && /^[\d.]+$/u.test(cpu) && /^[\d.]+$/u.test(memory) && command !== ''
    return isRow ? [{ user, pid, cpu, memory, command }] : []
  })
}

const COLUMNS = [
  numberColumn('PID', 'PID'),
  column('User', '用户'),
  numberColumn('CPU %', 'CPU %'),
  numberColumn('Memory %', '内存 %'),
  column('Command', '命令'),
]
const rowOf = ({ pid, user, cpu, memory, command }: ProcessRow) => [pid, user, cpu, memory, command]

/** The program of a command line, without its folder and options. */
function programOf(command: string): string {
  return command.split(' ')[0]?.split('/').at(-1) ?? command
}

function topReader(kind: 'cpu' | 'memory'): Formatter {
  return (stdout) => {
    const rows = processesOf(stdout)
    const first = rows?.[0]
    if (rows === null || first === undefined) return null
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

/** `ps aux`: counted, the busiest first. */
export const readProcesses: Formatter = (stdout) => {
  const rows = processesOf(stdout)
  if (rows === null || rows.length === 0) return null
  const busiest = [...rows].sort((left, right) => Number(right.cpu) - Number(left.cpu))
  return reading(
    `${plural(rows.length, 'process', 'processes')} running; the busiest are listed.`,
    `共 ${rows.length} 个进程，列出最忙的几个。`,
    { columns: COLUMNS, rows: busiest.map(rowOf), values: [value('Processes', '进程', rows.length)] },
  )
}

/** `pgrep -a NAME`; nothing printed and exit code 1 where none runs. */
export const readPgrep: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const values = [value('Processes', '进程', lines.length)]
  if (lines.length === 0) return reading('No process of that name is running.', '没有该名称的进程在运行。', { values })
  const rows = lines.flatMap((line) => {
    const match = line.match(/^(\d{1,7}) (\S.*)$/u)
    return match === null ? [] : [[match[1] ?? '', match[2] ?? '']]
  })
  if (rows.length !== lines.length) return null
  return reading(`${plural(rows.length, 'process', 'processes')} found.`, `找到 ${rows.length} 个进程。`, {
    columns: [numberColumn('PID', 'PID'), column('Command', '命令')],
    rows,
    values,
  })
}
