import { cellsOf, column, type Formatter, linesOf, numberColumn, numberOf, plural, reading, value } from './reading.ts'

/** `free -h` of procps. */
export const readFree: Formatter = (stdout) => {
  const rows = linesOf(stdout).map((line) => cellsOf(line, 7))
  const [heading = [], ...values] = rows
  const availableAt = heading.indexOf('available') + 1
  const memory = values.find(([name]) => /^Mem/u.test(name ?? ''))
  const swap = values.find(([name]) => /^Swap/u.test(name ?? ''))
  const [, total, used] = memory ?? []
  const available = memory?.[availableAt]
  if (availableAt === 0 || total === undefined || used === undefined || available === undefined) return null
  const share = shareOf(available, total)
  const isWarning = share !== null && share < 0.1
  return reading(
    `${used} of ${total} memory is in use; ${available} is available${isWarning ? ', which is little' : ''}.`,
    `内存共 ${total}，已用 ${used}，可用 ${available}${isWarning ? '，余量不足' : ''}。`,
    {
      isWarning,
      columns: [
        column('Kind', '类型'),
        numberColumn('Total', '总量'),
        numberColumn('Used', '已用'),
        numberColumn('Available', '可用'),
      ],
      rows: [
        ['RAM', total, used, available],
        ...(swap === undefined ? [] : [['Swap', swap[1] ?? '', swap[2] ?? '', swap[3] ?? '']]),
      ],
    },
  )
}

const SCALE: Readonly<Record<string, number>> = { B: 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }

function shareOf(part: string, whole: string): number | null {
  const bytes = [part, whole].map((text) => {
    const value = numberOf(text)
    const scale = SCALE[text.match(/[BKMGT]/u)?.[0] ?? 'B']
    return value === null || scale === undefined ? null : value * scale
  })
  const [left = null, right = null] = bytes
  return left === null || right === null || right === 0 ? null : left / right
}

const LOAD = 'load average: '

/** `uptime`. */
export const readUptime: Formatter = (stdout) => {
  const [before = '', load = ''] =
    linesOf(stdout)
      .map((line) => line.split(LOAD, 2))
      .find(({ length }) => length > 1) ?? []
  const from = before.search(/\bup\s/u)
  const match = load.match(/^([\d.]+), ([\d.]+), ([\d.]+)/u)
  if (from < 0 || match === null) return null
  const [, one = '', five = '', fifteen = ''] = match
  const parts = before.slice(from + 2).split(',')
  const since = parts.filter((part) => !/^\s*\d+ users?$/u.test(part)).join(',')
  const [days = 0, hours = 0, minutes = 0] = durationOf(since)
  if (days + hours + minutes === 0 && !/\b0\b|0:00/u.test(since)) return null
  const en = [
    days > 0 ? plural(days, 'day') : '',
    hours > 0 ? plural(hours, 'hour') : '',
    days === 0 && (minutes > 0 || hours === 0) ? plural(minutes, 'minute') : '',
  ].filter(Boolean)
  const zh = [
    days > 0 ? `${days} 天` : '',
    hours > 0 ? `${hours} 小时` : '',
    days === 0 && (minutes > 0 || hours === 0) ? `${minutes} 分钟` : '',
  ]
  return reading(
    `Running for ${en.join(' ')}; load ${one} over one minute.`,
    `已运行 ${zh.filter(Boolean).join(' ')}；一分钟平均负载 ${one}。`,
    {
      columns: [
        numberColumn('Load 1 min', '1 分钟负载'),
        numberColumn('5 min', '5 分钟'),
        numberColumn('15 min', '15 分钟'),
      ],
      rows: [[one, five, fifteen]],
      values: [value('Running for', '已运行', days * 24 + hours + Math.round((minutes * 10) / 60) / 10, 'h')],
    },
  )
}

function durationOf(text: string): readonly number[] {
  const weeks = Number(text.match(/(?<!\d)(\d{1,6}) weeks?/u)?.[1] ?? 0)
  const days = Number(text.match(/(?<!\d)(\d{1,6}) days?/u)?.[1] ?? 0) + weeks * 7
  const clock = text.match(/(?<!\d)(\d{1,6}):(\d{1,6})/u)
  const hours = Number(clock?.[1] ?? text.match(/(?<!\d)(\d{1,6}) hours?/u)?.[1] ?? 0)
  const minutes = Number(clock?.[2] ?? text.match(/(?<!\d)(\d{1,6}) min/u)?.[1] ?? 0)
  return [days, hours, minutes]
}

/** `uptime -s`. */
export const readBootTime: Formatter = (stdout) => {
  const started = stdout.trim().match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u)?.[0]
  return started === undefined ? null : reading(`Last started at ${started}.`, `上次启动时间：${started}。`)
}

/** The head of `top -b -n 1`. */
export const readTop: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const shares = lines.find((line) => /^%?Cpu\(s\):/u.test(line)) ?? ''
  const idle = numberOf(shares.match(/(?<![\d.])([\d.]{1,8}) ?%? ?id\b/u)?.[1])
  const load = stdout.match(/load average: ([\d.]+)/u)?.[1]
  if (idle === null || idle > 100 || load === undefined) return null
  const used = (100 - idle).toFixed(1)
  const start = lines.findIndex((line) => /^\s*PID\s+USER/u.test(line))
  const rows = (start < 0 ? [] : lines.slice(start + 1, start + 6)).flatMap((line) => {
    const cells = cellsOf(line, 12)
    return cells.length === 12 ? [[cells[0] ?? '', cells[11] ?? '', cells[8] ?? '', cells[9] ?? '']] : []
  })
  const isWarning = idle < 10
  return reading(`The CPU is ${used} % in use; load ${load}.`, `CPU 使用率 ${used}%，负载 ${load}。`, {
    isWarning,
    values: [value('CPU in use', 'CPU 使用率', Number(used), '%'), value('Load', '负载', Number(load))],
    columns: [
      column('PID', 'PID'),
      column('Program', '程序'),
      numberColumn('CPU %', 'CPU %'),
      numberColumn('Memory %', '内存 %'),
    ],
    rows,
  })
}

/** `uname -a`. */
export const readKernel: Formatter = (stdout) => {
  const match = stdout
    .trim()
    .match(/^Linux (\S+) (\S+) .*?\b(x86_64|aarch64|armv\d\w*|i[3-6]86|riscv64|mips\w*|ppc64\w*)\b/u)
  if (match === null) return null
  const [, host = '', kernel = '', machine = ''] = match
  const bits = /64/u.test(machine) ? 64 : 32
  return reading(
    `Kernel ${kernel} on ${machine} (${bits} bit), host ${host}.`,
    `内核 ${kernel}，架构 ${machine}（${bits} 位），主机 ${host}。`,
  )
}

/** `cat /etc/os-release`. */
export const readOsRelease: Formatter = (stdout) => {
  const name = stdout.match(/^PRETTY_NAME="?([^"\n]{1,100})"?$/mu)?.[1]
  return name === undefined ? null : reading(`The system is ${name}.`, `系统为 ${name}。`)
}

/** `hostname`. */
export const readHostname: Formatter = (stdout) => {
  const name = stdout.trim()
  return /^[\w.-]{1,253}$/u.test(name) ? reading(`The host name is ${name}.`, `主机名为 ${name}。`) : null
}

/** `timedatectl`. */
export const readTimedatectl: Formatter = (stdout) => {
  const zone = stdout.match(/Time zone: (\S+)/u)?.[1]
  const local = stdout.match(/Local time: (.{1,60})/u)?.[1]?.trim()
  const synced = stdout.match(/(?:System clock synchronized|NTP synchronized): (yes|no)/u)?.[1]
  if (zone === undefined || local === undefined) return null
  const isWarning = synced === 'no'
  const en = synced === undefined ? '' : isWarning ? '; the clock is not synchronised' : '; the clock is synchronised'
  const zh = synced === undefined ? '' : isWarning ? '，时间未同步' : '，时间已同步'
  return reading(`Time zone ${zone}, ${local}${en}.`, `时区 ${zone}，${local}${zh}。`, { isWarning })
}
