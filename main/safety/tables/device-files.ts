import type { CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { patternsMeet } from '../parse/shared/globs.ts'
import { pathMeets } from '../parse/shared/paths.ts'

/** The effect of opening a device file. */
export interface DeviceFile {
  readonly rule: string
  readonly class: CommandClass
  readonly reason: LocalizedText
  /** Reading it never ends. */
  readonly isEndless?: boolean
}

/** A row of the table: names below `/dev` as shell patterns. */
interface DeviceRow extends DeviceFile {
  readonly names: readonly string[]
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}

/** Devices whose opening acts, with the source of each; what is in no row acts in a way that is not known. */
const ROWS: readonly DeviceRow[] = [
  {
    rule: 'device.quiet',
    class: 'read',
    reason: { en: 'reads a device without effect', zh: '读取无副作用的设备' },
    names: ['null', 'stdin', 'stdout', 'stderr', 'fd', 'fd/0', 'fd/1', 'fd/2', 'fd/6?', 'shm/*', 'log'],
    match: ['/dev/null'],
    noMatch: ['/dev/zero', '/dev/watchdog'],
  },
  {
    rule: 'device.stream',
    class: 'read',
    reason: { en: 'reads a device without an end', zh: '读取没有结尾的设备' },
    isEndless: true,
    names: ['zero', 'random', 'urandom', 'full', 'tty', 'hwrng', 'kmsg', 'console'],
    match: ['/dev/zero', '/dev/urandom'],
    noMatch: ['/dev/null', '/dev/ttyUSB0'],
  },
  {
    // Documentation/watchdog/watchdog-api.rst: the timer starts when the file is opened.
    rule: 'device.watchdog',
    class: 'destructive',
    reason: { en: 'opens a watchdog, which restarts the device', zh: '打开看门狗，会导致设备重启' },
    names: ['watchdog', 'watchdog?', 'watchdog??'],
    match: ['/dev/watchdog', '/dev/watchdog0'],
    noMatch: ['/dev/null'],
  },
  {
    // tty_ioctl(4): opening a serial port raises DTR, which resets many boards.
    rule: 'device.serial',
    class: 'unknown',
    reason: {
      en: 'opens a serial port: takes bytes from the program that owns it and may reset the board behind it',
      zh: '打开串口：会抢走占用该串口的程序的数据，并可能重置所连接的板子',
    },
    isEndless: true,
    names: ['tty?*', 'serial?*', 'serial/*', 'rfcomm*', 'cu*'],
    match: ['/dev/ttyUSB0', '/dev/serial0', '/dev/ttyAMA0'],
    noMatch: ['/dev/tty', '/dev/null'],
  },
]

const OTHER: DeviceFile = {
  rule: 'device.open',
  class: 'unknown',
  reason: { en: 'opens a device file, which may act on the hardware', zh: '打开设备文件，可能影响硬件' },
  isEndless: true,
}
const KERNEL_LOG: DeviceFile = {
  rule: 'device.kmsg',
  class: 'unknown',
  reason: { en: 'takes the messages of the kernel from the program that logs them', zh: '从日志程序处取走内核消息' },
  isEndless: true,
}

/** proc_pid_fd(5): a file, pipe or device that a program holds open, whatever its own path says. */
const HELD_OPEN: DeviceFile = {
  rule: 'device.held',
  class: 'unknown',
  reason: { en: 'opens what a program holds open', zh: '打开某个程序正占用的文件' },
}

const OTHER_PSEUDO: DeviceFile = {
  rule: 'device.pseudo',
  class: 'unknown',
  reason: {
    en: 'opens a file of the kernel that may act on the hardware',
    zh: '打开可能影响硬件的内核文件',
  },
}

/**
 * A row of kernel files outside of `/dev`. The same files for a command that names them by wildcards: `globs`, whose `*`
 * stands for any depth, or `places`, compared component by component.
 */
interface PseudoRow {
  readonly file: DeviceFile
  readonly path: RegExp
  readonly globs?: readonly string[]
  readonly places?: readonly string[]
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}

/** Files of the kernel whose reading acts: it takes what others wait for, or touches registers. */
const PSEUDO_ROWS: readonly PseudoRow[] = [
  {
    // Documentation/trace/ftrace.rst: reading trace_pipe consumes the trace and waits for more.
    file: KERNEL_LOG,
    path: /^\/proc\/(?:kmsg|acpi\/event)$|^\/sys\/kernel\/(?:debug\/)?tracing\/(?:.*\/)?trace_pipe(?:_raw)?$/,
    globs: ['/proc/acpi/event', '/sys/kernel/*tracing/*trace_pipe', '/sys/kernel/*tracing/*trace_pipe_raw'],
    match: ['/proc/kmsg', '/proc/acpi/event', '/sys/kernel/tracing/trace_pipe', '/sys/kernel/trac*/trace_pip?'],
    noMatch: ['/proc/meminfo', '/sys/kernel/tracing/trace', '/proc/*/status'],
  },
  {
    // Standard input, output and error of the command itself are its own, and so are those of `<(…)`, which bash counts down from 63.
    file: HELD_OPEN,
    path: /^\/proc\/(?!(?:self|thread-self)\/fd\/(?:[012]|6[0-3])$)[^/]+\/(?:task\/[^/]+\/)?(?:fd|map_files)\/[^/]+$/,
    places: ['/proc/*/fd/*', '/proc/*/map_files/*', '/proc/*/task/*/fd/*'],
    match: ['/proc/2/fd/5', '/proc/*/fd/3', '/proc/self/fd/7', '/proc/1/task/1/fd/4', '/proc/1/map_files/x'],
    noMatch: ['/proc/self/fd/0', '/proc/1/fdinfo/4', '/proc/*/status', '/proc/[0-9]*/comm', '/proc/*/cmdline'],
  },
  {
    // Documentation/PCI/sysfs-pci.rst: resourceN maps the registers of the device.
    file: OTHER_PSEUDO,
    path: /^\/sys\/kernel\/debug\/(?!gpio$|mmc\d\/|usb\/devices$)|^\/sys\/(?:bus\/pci\/devices\/[^/]*|devices\/.*)\/(?:resource\d(?:_wc)?|rom)$/,
    globs: [
      '/sys/bus/pci/devices/*/resource?',
      '/sys/bus/pci/devices/*/rom',
      '/sys/devices/*/resource?',
      '/sys/devices/*/rom',
    ],
    match: [
      '/sys/kernel/debug/regmap/x/registers',
      '/sys/bus/pci/devices/0000:00:00.0/resource0',
      '/sys/devices/pci*/*/ro?',
    ],
    noMatch: ['/sys/kernel/debug/gpio', '/sys/kernel/debug/mmc0/ios', '/sys/bus/pci/devices/0000:00:00.0/resource'],
  },
]

/** Returns the effect of opening a path if it is a device file; for a wildcard, of the worst row that it meets. */
export function deviceFileOf(place: string): DeviceFile | undefined {
  const pseudo = PSEUDO_ROWS.find((row) => row.path.test(place) || (isWildcard(place) && isMeantBy(place, row)))
  if (pseudo) return pseudo.file
  const name = /^\/dev\/(.+)$/.exec(place)?.[1]
  if (name === undefined) return undefined
  const met = ROWS.filter((row) => row.names.some((pattern) => meets(name, pattern)))
  const isPattern = isWildcard(name)
  if (isPattern && met.length > 0 && !met.some((row) => row.class !== 'read')) return OTHER
  return met.find((row) => row.class === 'destructive') ?? met.find((row) => row.class !== 'read') ?? met[0] ?? OTHER
}

const isMeantBy = (place: string, { globs = [], places = [] }: PseudoRow): boolean =>
  globs.some((glob) => patternsMeet(place, glob)) || places.some((other) => pathMeets(place, other))
const isWildcard = (path: string): boolean => /[*?[]/.test(path)
const meets = (name: string, pattern: string): boolean =>
  isWildcard(name) || /[*?]/.test(pattern) ? patternsMeet(name, pattern) : name === pattern

/** One sentence for each row that does not do what its examples say. */
export function checkDeviceFiles(): string[] {
  const rows = [...ROWS, ...PSEUDO_ROWS.map(({ file, match, noMatch }) => ({ rule: file.rule, match, noMatch }))]
  return rows.flatMap((row) => [
    ...row.match
      .filter((path) => deviceFileOf(path)?.rule !== row.rule)
      .map((path) => `${row.rule}: does not match ${path}`),
    ...row.noMatch
      .filter((path) => deviceFileOf(path)?.rule === row.rule)
      .map((path) => `${row.rule}: matches ${path}`),
  ])
}
