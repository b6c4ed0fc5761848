import { isTemperature, zoneCelsius } from '../formatters/board.ts'
import { type CheckPart, type CheckParts, cellsOf, checkCommand, checkFormatter, decimal } from './check-parts.ts'

const BUSY_PERCENT = 85
const WAITING_PERCENT = 25
const LITTLE_MEMORY = 0.1
/** The firmware of a Raspberry Pi slows down from 80 °C. */
const HOT_C = 80
const WARM_C = 70

/** Second of two samples, because the first is the mean since the start. */
const CPU: CheckPart = ['cpu', 'vmstat 1 2']
const PROCESSES: CheckPart = ['processes', 'top -b -n 2 -d 1 | grep -A 3 PID']
const MEMORY: CheckPart = ['memory', "grep -E 'MemTotal|MemAvailable' /proc/meminfo"]
const POWER: CheckPart = ['power', 'vcgencmd get_throttled']

export const SLOW_CHECK = checkCommand([CPU, MEMORY, PROCESSES])
export const SLOW_CHECK_PI = checkCommand([CPU, MEMORY, PROCESSES, POWER])
export const HOT_CHECK = checkCommand([['temperature', 'cat /sys/class/thermal/thermal_zone0/temp'], CPU, PROCESSES])
export const HOT_CHECK_PI = checkCommand([['temperature', 'vcgencmd measure_temp'], CPU, PROCESSES, POWER])

interface CpuShares {
  readonly busy: number
  readonly waiting: number
}

/** `vmstat 1 2`, by the names of its columns. */
function sharesOf(lines: readonly string[] = []): CpuShares | null {
  const names = cellsOf(lines.find((line) => /\bid\b/u.test(line) && /\bwa\b/u.test(line)))
  const values = cellsOf(lines.at(-1))
  const [idle, waiting] = ['id', 'wa'].map((name) => decimal(values[names.indexOf(name)]))
  if (idle == null || waiting == null || idle > 100 || waiting > 100) return null
  return { busy: Math.max(0, 100 - idle - waiting), waiting }
}

/** The program on top of the last sample of `top`, with its share of one core. */
function busiestOf(lines: readonly string[] = []): { readonly name: string; readonly share: string } | null {
  const at = lines.findLastIndex((line) => /^\s*PID\s+USER/u.test(line))
  const names = cellsOf(lines[at])
  const values = cellsOf(lines[at + 1])
  const share = decimal(values[names.indexOf('%CPU')])
  const name = values.slice(names.length - 1).join(' ')
  return at < 0 || share === null || name === '' ? null : { name: name.slice(0, 40), share: `${share} %` }
}

function memoryOf(lines: readonly string[] = []): { readonly total: number; readonly available: number } | null {
  const kilobytes = (name: string) => decimal(lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1))
  const [total, available] = [kilobytes('MemTotal'), kilobytes('MemAvailable')]
  return total === null || available === null || total <= 0 ? null : { total, available }
}

/** Bits of `vcgencmd get_throttled`: 0 to 3 are now, 16 to 19 since the start. */
export function throttledOf(lines: readonly string[] = []): number | null {
  const hex = /^throttled=0x([0-9a-f]{1,8})$/iu.exec(lines[0] ?? '')?.[1]
  return hex === undefined ? null : Number.parseInt(hex, 16)
}

export const UNDER_VOLTAGE_NOW = 0b1
const SLOWED_NOW = 0b1110

function celsiusOf(lines: readonly string[] = []): number | null {
  const [text = ''] = lines
  const firmware = /^temp=(-?\d{1,3}(?:\.\d)?)'C$/u.exec(text)?.[1]
  if (firmware !== undefined) return Number(firmware)
  return zoneCelsius(text)
}

const gigabytes = (kilobytes: number) => `${(kilobytes / 1024 / 1024).toFixed(1)} GiB`

function powerFindings(parts: CheckParts): (readonly [string, string])[] {
  const bits = throttledOf(parts.get('power')) ?? 0
  if ((bits & UNDER_VOLTAGE_NOW) !== 0) {
    return [['The power supply is too weak now, which slows the board down.', '当前供电不足，板子因此降速。']]
  }
  return (bits & SLOWED_NOW) === 0
    ? []
    : [['The board slows itself down now because of its temperature.', '板子正因温度过高而降频。']]
}

/** Why it is slow: CPU, memory, storage or power. */
export const readSlowCheck = checkFormatter((parts) => {
  const cpu = sharesOf(parts.get('cpu'))
  const memory = memoryOf(parts.get('memory'))
  if (cpu === null || memory === null) return null
  const busiest = busiestOf(parts.get('processes'))
  const available = gigabytes(memory.available)
  const causes = powerFindings(parts)
  if (cpu.busy >= BUSY_PERCENT) {
    const [en, zh] = busiest === null ? ['', ''] : [`, most of it by ${busiest.name}`, `，主要是 ${busiest.name}`]
    causes.push([`The CPU is the reason: ${cpu.busy} % in use${en}.`, `原因是 CPU：使用率 ${cpu.busy}%${zh}。`])
  }
  if (memory.available / memory.total < LITTLE_MEMORY) {
    causes.push([`Memory is short: only ${available} available.`, `内存不足：只剩 ${available} 可用。`])
  }
  if (cpu.waiting >= WAITING_PERCENT) {
    causes.push([
      `It waits for its storage ${cpu.waiting} % of the time: a slow or failing card or disk.`,
      `有 ${cpu.waiting}% 的时间在等待存储：存储卡或磁盘太慢，或快坏了。`,
    ])
  }
  return {
    findings: causes.length > 0 ? causes : [['Nothing slows it down at the moment.', '目前没有发现拖慢设备的原因。']],
    isWarning: causes.length > 0,
    values: [
      ['CPU', 'CPU', `${cpu.busy} %`],
      ['Waits for storage', '等待存储', `${cpu.waiting} %`],
      ['Memory available', '可用内存', `${available} / ${gigabytes(memory.total)}`],
      ['Busiest program', '最忙的程序', busiest === null ? '' : `${busiest.name} (${busiest.share})`],
    ],
  }
})

/** Why it is hot: work, or cooling. */
export const readHotCheck = checkFormatter((parts) => {
  const celsius = celsiusOf(parts.get('temperature'))
  const cpu = sharesOf(parts.get('cpu'))
  if (celsius === null || cpu === null || !isTemperature(celsius)) return null
  const busiest = busiestOf(parts.get('processes'))
  const findings: (readonly [string, string])[] = []
  const value = `${celsius.toFixed(1)} °C`
  if (celsius < WARM_C) findings.push([`It is not hot: ${value}.`, `温度不高：${value}。`])
  else {
    findings.push(
      celsius >= HOT_C ? [`Too hot: ${value}.`, `过热：${value}。`] : [`Warm: ${value}.`, `偏热：${value}。`],
    )
    if (cpu.busy >= 60) {
      const [en, zh] = busiest === null ? ['', ''] : [`, most of it for ${busiest.name}`, `，主要是 ${busiest.name}`]
      findings.push([`It works hard: CPU ${cpu.busy} %${en}.`, `负荷很重：CPU ${cpu.busy}%${zh}。`])
    } else if (cpu.busy < 30) {
      findings.push([
        'It has little to do, so look at its cooling and at the place it stands in.',
        '负荷不高，请检查散热和所处环境。',
      ])
    }
  }
  return {
    findings: [...findings, ...powerFindings(parts)],
    isWarning: celsius >= HOT_C,
    values: [
      ['Temperature', '温度', value],
      ['CPU', 'CPU', `${cpu.busy} %`],
      ['Busiest program', '最忙的程序', busiest === null ? '' : `${busiest.name} (${busiest.share})`],
    ],
  }
})
