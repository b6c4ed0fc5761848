import { absolutePath } from '../file-tree.ts'
import type { SimulatedMachine } from '../machine.ts'
import { type CommandContext, humanSize, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'
import { CLOCK_COMMANDS, isoTime } from './clock-commands.ts'

const uname: SimulatedCommand = ({ machine: { facts }, args }) => {
  const { flags } = readArguments(args)
  const parts: [string, string][] = [
    ['-s', 'Linux'],
    ['-n', facts.hostname],
    ['-r', facts.kernel],
    ['-v', facts.kernelBuild],
    ['-m', facts.arch],
    ['-o', 'GNU/Linux'],
  ]
  const wanted = parts.filter(([flag]) => flags.has('-a') || flags.has(flag) || (flags.size === 0 && flag === '-s'))
  return { stdout: `${wanted.map(([, text]) => text).join(' ')}\n` }
}

/** Tells the word size of the programs. */
const getconf: SimulatedCommand = ({ machine: { facts }, args }) =>
  args[0] === 'LONG_BIT'
    ? { stdout: `${/64/.test(facts.arch) ? 64 : 32}\n` }
    : { stderr: `getconf: Unrecognized variable '${args[0] ?? ''}'\n`, exitCode: 1 }

const uptime: SimulatedCommand = ({ machine, args, now }) => {
  if (args.includes('-s')) return { stdout: `${isoTime(machine.bootedAt)}\n` }
  if (args.includes('-p')) return { stdout: `up ${longDuration(machine.uptimeS(now))}\n` }
  return { stdout: `${uptimeLine(machine, now)}\n` }
}

/** Writes the first line of `uptime`, `w` and `top`. */
export function uptimeLine(machine: SimulatedMachine, now: number): string {
  const seconds = machine.uptimeS(now)
  const days = Math.floor(seconds / 86_400)
  const clock = `${Math.floor((seconds % 86_400) / 3600)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`
  const up = days > 0 ? `${days} day${days === 1 ? '' : 's'}, ${clock.padStart(5)}` : clock.padStart(5)
  const load = machine.load(now).map((value) => value.toFixed(2))
  return ` ${isoTime(now).slice(11)} up ${up},  1 user,  load average: ${load.join(', ')}`
}

const free: SimulatedCommand = ({ machine, args, now }) => {
  const { flags } = readArguments(args)
  const total = machine.facts.memoryMb
  const used = machine.memoryUsedMb(now)
  const cache = Math.round((total - used) * 0.35)
  const cells = [total, used, total - used - cache, Math.round(total * 0.01), cache, total - used - 20]
  const show = (mb: number) => (flags.has('-h') ? humanSize(mb, 'i') : String(flags.has('-m') ? mb : mb * 1024))
  const row = (name: string, values: number[]) => name.padEnd(7) + values.map((mb) => show(mb).padStart(12)).join('')
  const titles = ['total', 'used', 'free', 'shared', 'buff/cache', 'available']
    .map((text) => text.padStart(12))
    .join('')
  const once = [`       ${titles}`, row('Mem:', cells), row('Swap:', [100, 0, 100])]
  const times = Math.min(20, Number(args[args.indexOf('-c') + 1]) || 1)
  return { stdout: textOf(Array.from({ length: args.includes('-c') ? times : 1 }, () => once).flat()) }
}

const df: SimulatedCommand = ({ machine, args, folder, now }) => {
  const { flags, rest } = readArguments(args, ['-x', '-t'])
  const typed = rest[0]
  if (typed !== undefined && !machine.files.has(absolutePath(typed, folder))) {
    return { stderr: `df: ${typed}: No such file or directory\n`, exitCode: 1 }
  }
  const { facts } = machine
  const mounts: [string, number, number, string][] = [
    [facts.diskDevice, facts.diskMb, machine.diskUsedMb(now), '/'],
    ['tmpfs', Math.round(facts.memoryMb / 2), 0, '/dev/shm'],
    ['tmpfs', Math.round(facts.memoryMb / 5), 2, '/run'],
  ]
  if (flags.has('-i')) {
    return {
      stdout: textOf([
        'Filesystem      Inodes  IUsed   IFree IUse% Mounted on',
        `${facts.diskDevice.padEnd(15)} 480000  61000  419000   13% /`,
      ]),
    }
  }
  const isWithout = args.includes('tmpfs')
  const isHuman = flags.has('-h')
  const show = (mb: number) => (mb === 0 ? '0' : isHuman ? humanSize(mb) : String(mb * 1024))
  const rows = mounts
    .filter(([device, , , path]) => (typed === undefined || path === '/') && !(isWithout && device === 'tmpfs'))
    .map(([device, size, used, path]) => {
      const percent = `${Math.ceil((used / size) * 100)}%`
      const cells = [show(size), show(used), show(size - used)].map((text) => text.padStart(isHuman ? 5 : 9)).join(' ')
      return `${device.padEnd(15)} ${cells} ${percent.padStart(4)} ${path}`
    })
  const header = isHuman
    ? 'Filesystem       Size  Used Avail Use% Mounted on'
    : 'Filesystem      1K-blocks      Used Available Use% Mounted on'
  return { stdout: textOf([header, ...rows]) }
}

/** Samples as `vmstat 1 2` prints them. */
const vmstat: SimulatedCommand = ({ machine, args, now }) => {
  const [every = 1, count = 2] = args.map(Number)
  const busy = Math.min(99, Math.round(machine.cpuPercent(now)))
  const free = (machine.facts.memoryMb - machine.memoryUsedMb(now)) * 512
  const row = ` 1  0      0 ${free}  40120 901200    0    0     4     9  310  520 ${busy}  0 ${100 - busy}  0  0`
  return {
    stdout: textOf([
      'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
      ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
      ...Array<string>(Math.min(20, count || 2)).fill(row),
    ]),
    durationMs: 1_000 * (every || 1),
  }
}

const hostnamectl: SimulatedCommand = ({ machine, args, now }) => {
  const { facts } = machine
  if (args[0] !== 'set-hostname') {
    return {
      stdout: textOf([
        ` Static hostname: ${facts.hostname}`,
        `Operating System: ${facts.osName}`,
        `          Kernel: Linux ${facts.kernel}`,
      ]),
    }
  }
  const name = args[1] ?? ''
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(name)) return { stderr: `Invalid hostname '${name}'\n`, exitCode: 1 }
  machine.rename(name, now)
  return {}
}

const vcgencmd: SimulatedCommand = ({ machine, args, now }) => {
  if (machine.facts.kind !== 'raspberrypi') return { stderr: 'sh: 1: vcgencmd: not found\n', exitCode: 127 }
  const answers: Record<string, string> = {
    measure_temp: `temp=${machine.temperatureC(now).toFixed(1)}'C`,
    get_throttled: 'throttled=0x0',
    measure_volts: 'volt=0.8625V',
    measure_clock: 'frequency(48)=1500345728',
    get_camera: 'supported=0 detected=0, libcamera interfaces=1',
    bootloader_version:
      '2024/04/15 14:12:36\nversion 2b4d2b0c6f4b6a0f8a1b2c3d4e5f60718293a4b5 (release)\ntimestamp 1713190356',
    version: 'Jul 24 2024 10:02:11\nCopyright (c) 2012 Broadcom',
  }
  if (args[0] === 'get_mem') return { stdout: args[1] === 'arm' ? 'arm=948M\n' : 'gpu=76M\n' }
  const answer = answers[args[0] ?? '']
  return answer === undefined
    ? { stdout: 'error=1 error_msg="Command not registered"\n', exitCode: 255 }
    : { stdout: `${answer}\n` }
}

const hostname: SimulatedCommand = ({ machine: { facts }, args }) => {
  if (args.includes('-I')) return { stdout: `${facts.ipAddress} \n` }
  return args.length === 0 || args[0]?.startsWith('-')
    ? { stdout: `${facts.hostname}\n` }
    : { stderr: 'hostname: you must be root to change the host name of a simulated device\n', exitCode: 1 }
}

const last: SimulatedCommand = ({ machine, args, now }) => {
  // Of one user, where the name of one stands behind the options.
  const [name] = readArguments(args, ['-s', '-t', '-n']).rest
  const rows = [
    `root     pts/0        192.0.2.20       ${isoTime(now - 3_600_000).slice(0, 16)}   still logged in`,
    `pi       pts/1        192.0.2.20       ${isoTime(now - 90_000_000).slice(0, 16)} - ${isoTime(now - 88_000_000).slice(11, 16)}  (00:33)`,
    `reboot   system boot  ${machine.facts.kernel.padEnd(16)} ${isoTime(machine.bootedAt).slice(0, 16)}   still running`,
    '',
    `wtmp begins ${isoTime(machine.bootedAt - 86_400_000).slice(0, 16)}`,
  ]
  const isShown = (row: string) => name === undefined || name === 'reboot' || row === '' || row.startsWith('wtmp')
  return { stdout: textOf(rows.filter((row) => isShown(row) || row.startsWith(`${name} `))) }
}

const lscpu: SimulatedCommand = ({ machine: { facts } }) => {
  const rows: [string, string][] = [
    ['Architecture:', facts.arch],
    ['CPU(s):', String(facts.cores)],
    ['Model name:', facts.arch === 'x86_64' ? 'Intel(R) Celeron(R) J4125' : 'Cortex-A72'],
    ['CPU max MHz:', facts.arch === 'x86_64' ? '2700.0000' : '1500.0000'],
    ['CPU min MHz:', '600.0000'],
  ]
  return { stdout: textOf(rows.map(([label, value]) => label.padEnd(24) + value)) }
}

const dmesg: SimulatedCommand = ({ machine: { facts } }) => ({
  stdout: textOf([
    `[    0.000000] Booting Linux on physical CPU 0x0`,
    `[    0.000000] Linux version ${facts.kernel} ${facts.kernelBuild}`,
    `[    0.000000] Machine model: ${facts.model}`,
    `[    1.204411] usb 1-1: new high-speed USB device number 2`,
    `[    3.871022] EXT4-fs (${facts.diskDevice.replace('/dev/', '')}): mounted filesystem with ordered data mode`,
    `[    6.120934] ${facts.interfaceName}: Link is Up - 1Gbps/Full`,
  ]),
})

/** Writes to the journal; the device itself acts on `effect`. */
function power(effect: 'reboot' | 'shutdown'): SimulatedCommand {
  return ({ machine, args, now }: CommandContext) => {
    const isCancel = args.includes('-c')
    // Set for later, it leaves the machine as it is: the demo does not run that long.
    const isLater = args.some((word) => /^(?:\+[1-9]\d*|\d{2}:\d{2})$/u.test(word))
    if (isLater) return { stderr: "Scheduled, use 'shutdown -c' to cancel.\n" }
    if (!isCancel) machine.log(now, 'systemd', 1, effect === 'reboot' ? 'Rebooting.' : 'Powering off.')
    return isCancel ? {} : { effect: args.includes('-r') ? 'reboot' : effect }
  }
}

function longDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor((seconds % 86_400) / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/** Commands for the machine itself: kernel, clock, memory, disks, power. */
export const SYSTEM_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  uname,
  getconf,
  uptime,
  free,
  df,
  ...CLOCK_COMMANDS,
  vmstat,
  hostnamectl,
  vcgencmd,
  hostname,
  last,
  lscpu,
  dmesg,
  reboot: power('reboot'),
  poweroff: power('shutdown'),
  halt: power('shutdown'),
  shutdown: power('shutdown'),
  true: () => ({}),
  false: () => ({ exitCode: 1 }),
  whoami: () => ({ stdout: 'root\n' }),
  nproc: ({ machine }) => ({ stdout: `${machine.facts.cores}\n` }),
  who: ({ now }) => ({ stdout: `root     pts/0        ${isoTime(now - 3_600_000).slice(0, 16)} (192.0.2.20)\n` }),
  w: ({ machine, now }) => ({
    stdout: `${uptimeLine(machine, now)}\nUSER     TTY      FROM             LOGIN@   IDLE WHAT\nroot     pts/0    192.0.2.20       ${isoTime(now - 3_600_000).slice(11, 16)}    0.00s w\n`,
  }),
  lsusb: ({ machine }) => ({ stdout: textOf(machine.facts.usbDevices) }),
  sleep: ({ args }) => {
    const seconds = Number(args[0])
    return Number.isFinite(seconds) && seconds >= 0
      ? { durationMs: seconds * 1000 }
      : { stderr: `sleep: invalid time interval '${args[0] ?? ''}'\n`, exitCode: 1 }
  },
}
