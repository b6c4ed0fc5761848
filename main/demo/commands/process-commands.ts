import { absolutePath } from '../file-tree.ts'
import type { SimulatedMachine } from '../machine.ts'
import { readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'
import { uptimeLine } from './system-commands.ts'

interface SimulatedProcess {
  readonly pid: number
  readonly user: string
  readonly cpu: number
  readonly memory: number
  readonly rssKb: number
  readonly command: string
}

function processesOf(machine: SimulatedMachine, now: number): SimulatedProcess[] {
  const share = (mb: number) => Math.round((mb / machine.facts.memoryMb) * 1000) / 10
  const fixed: SimulatedProcess[] = [
    { pid: 1, user: 'root', cpu: 0.1, memory: share(11), rssKb: 11_264, command: '/sbin/init' },
    { pid: 2, user: 'root', cpu: 0, memory: 0, rssKb: 0, command: '[kthreadd]' },
    { pid: 214, user: 'root', cpu: 0.2, memory: share(14), rssKb: 14_336, command: '/lib/systemd/systemd-journald' },
    { pid: 1187, user: 'root', cpu: 0.4, memory: share(9), rssKb: 9_216, command: 'waypost-demo (simulated device)' },
  ]
  const services = [...machine.services.values()]
    .filter(({ state }) => state === 'active')
    .map(({ pid, cpuPercent, memoryMb, command }) => ({
      pid,
      user: 'root',
      cpu: Math.round((cpuPercent + 0.4 * Math.abs(Math.sin(now / 17_000 + pid))) * 10) / 10,
      memory: share(memoryMb),
      rssKb: memoryMb * 1024,
      command,
    }))
  return [...fixed, ...services].sort((a, b) => a.pid - b.pid)
}

const ps: SimulatedCommand = ({ machine, args, now }) => {
  const { values } = readArguments(args, ['--sort', '-p', '-o', '-C'])
  const sort = values.get('--sort') ?? args.find((arg) => arg.startsWith('--sort='))?.slice(7)
  const processes = sorted(processesOf(machine, now), sort)
  const wantedPid = values.get('-p')
  const shown = wantedPid === undefined ? processes : processes.filter(({ pid }) => String(pid) === wantedPid)
  if (values.get('-o')?.includes('lstart') === true) {
    const name = values.get('-C')
    const started = new Date(machine.bootedAt).toUTCString()
    const rows = shown.filter(({ command }) => name === undefined || command.includes(name))
    return {
      stdout: textOf([
        '    PID                  STARTED     ELAPSED COMMAND',
        ...rows.map(({ pid, command }) => `${String(pid).padStart(7)} ${started} 3-00:00:00 ${command}`),
      ]),
      exitCode: rows.length === 0 ? 1 : 0,
    }
  }
  if (values.get('-o')?.includes('pcpu') === true) {
    const rows = shown.map(
      ({ pid, cpu, memory, rssKb, command }) =>
        `${String(pid).padStart(7)} ${cpu.toFixed(1).padStart(4)} ${memory.toFixed(1).padStart(4)} ${String(rssKb).padStart(5)}  3-00:00:00 ${command}`,
    )
    return { stdout: textOf(['    PID %CPU %MEM   RSS     ELAPSED COMMAND', ...rows]) }
  }
  if (args.includes('-f') || args.includes('-ef')) {
    const rows = shown.map(
      ({ user, pid, command }) =>
        `${user.padEnd(8)} ${String(pid).padStart(7)}       1  0 00:00 ?        00:00:01 ${command}`,
    )
    return {
      stdout: textOf(['UID          PID    PPID  C STIME TTY          TIME CMD', ...rows]),
      exitCode: shown.length === 0 ? 1 : 0,
    }
  }
  const header = 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND'
  const rows = shown.map(({ user, pid, cpu, memory, rssKb, command }) => {
    const cells = [String(pid).padStart(7), cpu.toFixed(1).padStart(4), memory.toFixed(1).padStart(4)]
    return `${user.padEnd(8)} ${cells.join(' ')} ${String(rssKb * 3).padStart(6)} ${String(rssKb).padStart(5)} ?        Ss   00:00   0:01 ${command}`
  })
  return { stdout: textOf([header, ...rows]), exitCode: shown.length === 0 ? 1 : 0 }
}

function sorted(processes: SimulatedProcess[], by: string | undefined): SimulatedProcess[] {
  const key = by?.replace(/^[-+]/, '')
  if (key !== '%cpu' && key !== 'pcpu' && key !== '%mem' && key !== 'pmem' && key !== 'rss') return processes
  const value = (entry: SimulatedProcess) => (key.includes('cpu') ? entry.cpu : entry.rssKb)
  const order = by?.startsWith('-') ? -1 : 1
  return [...processes].sort((a, b) => order * (value(a) - value(b)))
}

const top: SimulatedCommand = ({ machine, args, now }) => {
  const samples = readArguments(args, ['-n', '-d', '-o']).values.get('-n') === '2' ? 2 : 1
  const processes = sorted(processesOf(machine, now), '-%cpu')
  const total = machine.facts.memoryMb
  const used = machine.memoryUsedMb(now)
  const cpu = machine.cpuPercent(now)
  const rows = processes.map(
    ({ pid, user, cpu: share, memory, rssKb, command }) =>
      `${String(pid).padStart(7)} ${user.padEnd(9)} 20   0 ${String(rssKb * 3).padStart(7)} ${String(rssKb).padStart(6)}   4096 S ${share.toFixed(1).padStart(5)} ${memory.toFixed(1).padStart(5)}   0:01.20 ${command.slice(0, 24)}`,
  )
  const sample = textOf([
    `top -${uptimeLine(machine, now)}`,
    `Tasks: ${processes.length} total,   1 running, ${processes.length - 1} sleeping,   0 stopped,   0 zombie`,
    `%Cpu(s): ${(cpu * 0.7).toFixed(1)} us, ${(cpu * 0.3).toFixed(1)} sy,  0.0 ni, ${(100 - cpu).toFixed(1)} id,  0.0 wa`,
    `MiB Mem : ${total.toFixed(1)} total, ${(total - used).toFixed(1)} free, ${used.toFixed(1)} used`,
    'MiB Swap:    100.0 total,    100.0 free,      0.0 used',
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
    ...rows,
  ])
  return { stdout: Array.from({ length: samples }, () => sample).join('\n'), durationMs: samples * 250 }
}

const pgrep: SimulatedCommand = ({ machine, args, now }) => {
  const { flags, rest } = readArguments(args)
  const found = processesOf(machine, now).filter(({ command }) => command.includes(rest[0] ?? '\0'))
  return {
    stdout: textOf(found.map(({ pid, command }) => (flags.has('-a') ? `${pid} ${command}` : String(pid)))),
    exitCode: found.length === 0 ? 1 : 0,
  }
}

const kill: SimulatedCommand = ({ machine, args, now }) => {
  const { rest } = readArguments(args, ['-s'])
  const pid = Number(rest.at(-1))
  const entry = [...machine.services].find(([, service]) => service.pid === pid && service.state === 'active')
  if (entry === undefined) {
    const isOwn = processesOf(machine, now).some((process) => process.pid === pid)
    return { stderr: `sh: 1: kill: ${isOwn ? 'Operation not permitted' : 'No such process'}\n`, exitCode: 1 }
  }
  machine.setService(entry[0], 'stop', now)
  return {}
}

/** A camera is read by the program that watches it; every other file is used by none. */
const fuser: SimulatedCommand = ({ machine, args, folder, now }) => {
  const [path = ''] = readArguments(args).rest
  if (!machine.files.has(absolutePath(path, folder)))
    return { stderr: `Specified filename ${path} does not exist.\n`, exitCode: 1 }
  const user = processesOf(machine, now).find(({ command }) => path === '/dev/video0' && command.includes('camera'))
  if (user === undefined) return { exitCode: 1 }
  const head = `${''.padEnd(20)} USER        PID ACCESS COMMAND`
  return { stderr: textOf([head, `${`${path}:`.padEnd(21)}${user.user.padEnd(11)} ${user.pid} F.... python3`]) }
}

/** Commands for the processes of the simulated machine. */
export const PROCESS_COMMANDS: Readonly<Record<string, SimulatedCommand>> = { ps, top, pgrep, kill, fuser }
