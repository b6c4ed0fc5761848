import { bytesWords, loadsOf, numberOf, plain, sizeOf } from './quantities.ts'
import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

/** Heads of the last column of `free`, in the languages of procps; before it had this column, the cache stood last. */
const AVAILABLE =
  /^(?:available|verfügbar|disponible|disponível|disponibile|disponibilă|dostępne|доступно|дост\.|tillgängl\.|beschikbaar|tilgjengelig|可用|利用可能|가용|ხელმისაწვდომი)$/iu

/** Sizes of a line of `free` after its label, as printed; null for any other line. */
function memoryCells(line: string): readonly string[] | null {
  const cells =
    line
      .match(/^\s{0,10}[^\s\d:：][^\d:：]{0,30}[:：](.*)$/u)?.[1]
      ?.trim()
      .split(/\s+/u) ?? []
  return cells.length > 0 && cells.every((cell) => sizeOf(cell) !== null) ? cells.map(plain) : null
}

/** Share by which rounded sizes may miss their sum. */
const ROUNDING = 0.08

/** Bytes in one unit of figures without a letter, by the option that asked for them; procps counts in KiB by itself. */
const FREE_UNITS: readonly (readonly [option: RegExp, bytes: number])[] = [
  [/ (?:-[a-z]*b|--bytes)(?: |$)/u, 1],
  [/ (?:-[a-z]*m|--mebi)(?: |$)/u, 1024 ** 2],
  [/ (?:-[a-z]*g|--gibi)(?: |$)/u, 1024 ** 3],
]

/** A figure with its unit; figures of `free -h` have one. */
function withUnit(cell: string, command: string): string {
  if (!/^\d{1,15}$/u.test(cell) || / (?:-[a-z]*h|--human)/u.test(command)) return cell
  const unit = FREE_UNITS.find(([option]) => option.test(command))?.[1] ?? 1024
  return bytesWords(Number(cell) * unit)
}

/** `free` of procps and busybox: what is used and free, or used and available, makes up the whole. */
export const readFree: Formatter = (stdout, command) => {
  const [heading = '', ...lines] = linesOf(stdout)
  const heads = heading.trim().split(/\s+/u)
  if (!AVAILABLE.test(heads.at(-1) ?? '')) return null
  const [memory, swap] = lines.map(memoryCells)
  if (memory === undefined || memory === null || memory.length !== heads.length || heads.length < 6) return null
  const show = (cell = '') => withUnit(cell, command)
  const [total, used, available] = [show(memory[0]), show(memory[1]), show(memory.at(-1))]
  const [totalB = 0, usedB = 0, ...others] = memory.map((cell) => sizeOf(cell)?.bytes ?? 0)
  const availableB = others.at(-1) ?? 0
  // Free, then shared, then buffers and cache, then available.
  const accounted = usedB + (others[0] ?? 0) + others.slice(2, -1).reduce((sum, bytes) => sum + bytes, 0)
  const isCoherent = [accounted, usedB + availableB].some((bytes) => Math.abs(bytes / totalB - 1) < ROUNDING)
  if (totalB === 0 || availableB > totalB || !isCoherent || isCoarse(command, totalB)) return null
  const isWarning = availableB / totalB < 0.1
  return reading(
    `${used} of ${total} memory is in use; ${available} is available${isWarning ? ', which is little' : ''}.`,
    `内存共 ${total}，已用 ${used}，可用 ${available}${isWarning ? '，余量不足' : ''}。`,
    {
      isWarning,
      values: [value('Memory available', '可用内存', Math.round((availableB / totalB) * 1000) / 10, '%')],
      columns: [
        column('Kind', '类型'),
        numberColumn('Total', '总量'),
        numberColumn('Used', '已用'),
        numberColumn('Available', '可用'),
      ],
      rows: [['RAM', total, used, available], ...(swap?.length === 3 ? [['Swap', ...swap.map(show)]] : [])],
    },
  )
}

/** Whole gibibytes say nothing of a memory of few: 0 of 3 in use may be nine tenths of one. */
function isCoarse(command: string, totalB: number): boolean {
  return /\s(?:-\w*g\w*|--(?:gibi|giga))\b/u.test(command) && totalB < 64 * 1024 ** 3
}

/** `uptime`. */
export const readUptime: Formatter = (stdout) => {
  const line = linesOf(stdout).find((text) => /load average/iu.test(text)) ?? ''
  const loads = loadsOf(line)
  const from = line.search(/\bup\s/u)
  const minutes = from < 0 ? null : runningMinutes(line.slice(from + 2, line.search(/load average/iu)))
  if (loads === null || minutes === null) return null
  const [one, five, fifteen] = loads
  const [en, zh] = durationWords(minutes)
  return reading(`Running for ${en}; load ${one} over one minute.`, `已运行 ${zh}；一分钟平均负载 ${one}。`, {
    columns: [
      numberColumn('Load 1 min', '1 分钟负载'),
      numberColumn('5 min', '5 分钟'),
      numberColumn('15 min', '15 分钟'),
    ],
    rows: [[one, five, fifteen]],
    values: [runningFor(minutes), value('Load', '负载', Number(one))],
  })
}

const runningFor = (minutes: number) => value('Running for', '已运行', Math.round(minutes / 6) / 10, 'h')

function durationWords(minutes: number): readonly [en: string, zh: string] {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor(minutes / 60) % 24
  const rest = minutes % 60
  const isShort = days === 0 && (rest > 0 || hours === 0)
  const parts = [
    ...(days > 0 ? [[plural(days, 'day'), `${days} 天`] as const] : []),
    ...(hours > 0 ? [[plural(hours, 'hour'), `${hours} 小时`] as const] : []),
    ...(isShort ? [[plural(rest, 'minute'), `${rest} 分钟`] as const] : []),
  ]
  return [parts.map(([en]) => en).join(' '), parts.map(([, zh]) => zh).join(' ')]
}

/** `/proc/loadavg`: three loads, the tasks that run among all, and the newest process. */
export const readLoads: Formatter = (stdout) => {
  const [, one = '', five = '', fifteen = ''] =
    /^(\d{1,4}\.\d\d) (\d{1,4}\.\d\d) (\d{1,4}\.\d\d) \d{1,6}\/\d{1,6} \d{1,8}$/u.exec(stdout.trim()) ?? []
  if (one === '') return null
  return reading(
    `Load ${one} over one minute, ${five} over five, ${fifteen} over fifteen.`,
    `平均负载：一分钟 ${one}，五分钟 ${five}，十五分钟 ${fifteen}。`,
    { values: [value('Load', '负载', Number(one))] },
  )
}

/** `uptime -p`. */
export const readUptimePretty: Formatter = (stdout) => {
  const text = stdout.trim().match(/^up (\d[\d a-z,]{1,100})$/u)?.[1]
  const minutes = text === undefined ? null : runningMinutes(text)
  if (minutes === null) return null
  const [en, zh] = durationWords(minutes)
  return reading(`Running for ${en}.`, `已运行 ${zh}。`, { values: [runningFor(minutes)] })
}

const UNIT_MINUTES: readonly (readonly [unit: RegExp, minutes: number])[] = [
  [/^(\d{1,5}) weeks?$/u, 7 * 1440],
  [/^(\d{1,6}) days?$/u, 1440],
  [/^(\d{1,6}) (?:hours?|hrs?)$/u, 60],
  [/^(\d{1,6}) min(?:ute)?s?$/u, 1],
]

/** Adds up "3 days,  2:15,  1 user,"; null where a part is not understood, because it may be a part of the time. */
function runningMinutes(text: string): number | null {
  const parts = text.split(',').map((part) => part.trim())
  let minutes = 0
  let hasTime = false
  for (const part of parts) {
    const clock = part.match(/^(\d{1,3}):(\d\d)$/u)
    const unit = UNIT_MINUTES.find(([pattern]) => pattern.test(part))
    if (clock !== null) minutes += Number(clock[1]) * 60 + Number(clock[2])
    else if (unit !== undefined) minutes += Number(part.match(/^\d+/u)?.[0]) * unit[1]
    else if (part === '' || /^\d{1,5} users?$/u.test(part)) continue
    else return null
    hasTime = true
  }
  return hasTime ? minutes : null
}

/** `uptime -s`. */
export const readBootTime: Formatter = (stdout) => {
  const started = stdout.trim().match(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/u)?.[0]
  // A board without a clock starts in 1970, until it hears the time.
  if (started === undefined || Number.isNaN(Date.parse(`${started.replace(' ', 'T')}Z`))) return null
  return reading(`Last started at ${started}.`, `上次启动时间：${started}。`)
}

interface Shares {
  readonly idle: number
  /** Idle while a disk is waited for. */
  readonly waiting: number
}

/**
 * Shares in the line of all processors, in percent; null unless those of that line add up. The labels are translated,
 * their places are not.
 */
function cpuShares(line: string): Shares | null {
  if (!/^%?c[^\d:]{0,12}:/iu.test(line)) return null
  const shares = [...line.slice(line.indexOf(':') + 1).matchAll(/(\d{1,3}(?:[.,]\d{1,2})?)\s?%?\s?(\p{L}{2,4})/gu)]
  const numbers = shares.map(([, share]) => numberOf(share) ?? Number.NaN)
  const labels = shares.map(([, , label = '']) => label.toLowerCase())
  const sum = numbers.reduce((all, share) => all + share, 0)
  // Busybox prints whole percents.
  const tolerance = labels.includes('usr') ? 5 : 1
  if (numbers.length < 7 || numbers.length > 9 || !(Math.abs(sum - 100) <= tolerance)) return null
  const named = labels.filter((label) => /^idl?e?$/u.test(label)).length
  const isUsualOrder = labels.length === 8 && labels[1] === 'sy' && labels[2] === 'ni' && labels[5] === 'hi'
  if (named > 1 || (named === 0 && !isUsualOrder)) return null
  const idle = numbers[named === 1 ? labels.findIndex((label) => /^idl?e?$/u.test(label)) : 3]
  const waiting = labels.findIndex((label) => label === 'wa' || label === 'io')
  return idle === undefined ? null : { idle, waiting: numbers[waiting < 0 && isUsualOrder ? 4 : waiting] ?? 0 }
}

/** Share of the waiting from which on it is said, in percent. */
const WAITING_FROM = 10
const WAITING_MUCH = 50

/** The head of `top -b -n 1`, of procps and busybox. */
export const readTop: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const head = lines.slice(0, 12)
  const totals = head.map(cpuShares).filter((shares) => shares !== null)
  const [total] = totals
  // A line for each processor has a number in its name and is none of these.
  if (total === undefined || totals.length > 1 || total.idle > 100) return null
  const { idle, waiting } = total
  const load = loadsOf(head[0] ?? '')?.[0] ?? busyboxLoad(head)
  const used = Math.max(0, 100 - idle - waiting).toFixed(1)
  const rows = lines.flatMap((line) => {
    const cells = cellsOf(line, 12)
    const [cpu, memory] = [numberOf(cells[8]), numberOf(cells[9])]
    const isProcess = cells.length === 12 && /^\d{1,9}$/u.test(cells[0] ?? '') && cpu !== null && memory !== null
    return isProcess ? [[cells[0] ?? '', cells[11] ?? '', plain(cells[8] ?? ''), plain(cells[9] ?? '')]] : []
  })
  const isWaiting = waiting >= WAITING_FROM
  const [waitEn, waitZh] = isWaiting
    ? [` and waits for its disks ${waiting.toFixed(1)} % of the time`, `，${waiting.toFixed(1)}% 的时间在等待磁盘`]
    : ['', '']
  const [en, zh] = load === null ? ['', ''] : [`; load ${load}`, `，负载 ${load}`]
  return reading(`The CPU is ${used} % in use${waitEn}${en}.`, `CPU 使用率 ${used}%${waitZh}${zh}。`, {
    isWarning: idle < 10 || waiting >= WAITING_MUCH,
    values: [
      value('CPU in use', 'CPU 使用率', Number(used), '%'),
      ...(load === null ? [] : [value('Load', '负载', Number(load))]),
    ],
    columns: [
      column('PID', 'PID'),
      column('Program', '程序'),
      numberColumn('CPU %', 'CPU %'),
      numberColumn('Memory %', '内存 %'),
    ],
    rows: rows.slice(0, 5),
  })
}

function busyboxLoad(lines: readonly string[]): string | null {
  const line = lines.find((text) => text.startsWith('Load average:')) ?? ''
  return loadsOf(line)?.[0] ?? null
}

const MACHINE = /^(?:x86_64|aarch64|armv\d\w{0,4}|i[3-6]86|riscv64|loongarch64|mips\w{0,6}|ppc64\w{0,4})$/u

/** `uname -a`. */
export const readKernel: Formatter = (stdout) => {
  const [system, host = '', kernel = '', ...rest] = stdout.trim().split(/\s+/u)
  const machine = rest.findLast((word) => MACHINE.test(word))
  if (system !== 'Linux' || machine === undefined || !/^\d{1,3}\.\d/u.test(kernel)) return null
  const bits = /64/u.test(machine) ? 64 : 32
  return reading(
    `Kernel ${kernel} on ${machine} (${bits} bit), host ${host}.`,
    `内核 ${kernel}，架构 ${machine}（${bits} 位），主机 ${host}。`,
  )
}

/** `cat /etc/os-release`. */
export const readOsRelease: Formatter = (stdout) => {
  const name = stdout.match(/^PRETTY_NAME=["']?([^"'\n]{1,100})["']?$/mu)?.[1]
  return name === undefined ? null : reading(`The system is ${name}.`, `系统为 ${name}。`)
}

/** `hostname`. */
export const readHostname: Formatter = (stdout) => {
  const name = stdout.trim()
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,252}$/u.test(name)
    ? reading(`The host name is ${name}.`, `主机名为 ${name}。`)
    : null
}

/** `timedatectl`. */
export const readTimedatectl: Formatter = (stdout) => {
  const zone = stdout.match(/Time zone: (?!n\/a)(\S+)/u)?.[1]
  const local = stdout.match(/Local time: (.{1,60})/u)?.[1]?.trim()
  const synced = stdout.match(/(?:System clock synchronized|NTP synchronized): (yes|no)/u)?.[1]
  if (zone === undefined || local === undefined || !/\d{4}-\d\d-\d\d \d\d:\d\d/u.test(local)) return null
  const isWarning = synced === 'no'
  const en = synced === undefined ? '' : isWarning ? '; the clock is not synchronised' : '; the clock is synchronised'
  const zh = synced === undefined ? '' : isWarning ? '，时间未同步' : '，时间已同步'
  return reading(`Time zone ${zone}, ${local}${en}.`, `时区 ${zone}，${local}${zh}。`, { isWarning })
}
