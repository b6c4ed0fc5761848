import type { AnswerReading } from '../../../preload/contract/models/answer-reading.ts'
import { column, type Formatter, numberOf, reading, value } from './reading.ts'

/** Raspberry Pi firmware slows down from 80 °C and harder from 85 °C. */
const HOT_C = 80
const WARM_C = 70

function temperatureReading(celsius: number): AnswerReading | null {
  if (celsius < -40 || celsius > 150) return null
  const shown = celsius.toFixed(1)
  const values = [value('CPU temperature', 'CPU 温度', Number(shown), '°C')]
  if (celsius >= HOT_C) {
    return reading(`The CPU is at ${shown} °C: too hot, it slows down.`, `CPU 温度 ${shown} °C，过热，会降频。`, {
      isWarning: true,
      values,
    })
  }
  const [en, zh] = celsius >= WARM_C ? ['warm, but within limits', '偏热，仍在允许范围内'] : ['normal', '正常']
  return reading(`The CPU is at ${shown} °C, ${en}.`, `CPU 温度 ${shown} °C，${zh}。`, { values })
}

/** `vcgencmd measure_temp`. */
export const readMeasureTemp: Formatter = (stdout) => {
  const celsius = numberOf(stdout.trim().match(/^temp=(-?[\d.]+)'C$/u)?.[1])
  return celsius === null ? null : temperatureReading(celsius)
}

/** `/sys/class/thermal/thermal_zone0/temp`: thousandths of a degree. */
export const readThermalZone: Formatter = (stdout) => {
  const text = stdout.trim()
  return /^-?\d{1,6}$/u.test(text) ? temperatureReading(Number(text) / 1000) : null
}

/** Bits of `vcgencmd get_throttled`; what is now stands 16 bits below what was since the start. */
const THROTTLE_FLAGS = [
  [0, 'Under-voltage', '欠压'],
  [1, 'Clock capped', '频率受限'],
  [2, 'Throttled', '降频'],
  [3, 'Soft temperature limit', '触及温度软限制'],
] as const

/** `vcgencmd get_throttled`. */
export const readThrottled: Formatter = (stdout) => {
  const hex = stdout.trim().match(/^throttled=0x([0-9a-f]{1,8})$/iu)?.[1]
  if (hex === undefined) return null
  const bits = Number.parseInt(hex, 16)
  if (bits === 0)
    return reading('No under-voltage and no throttling since the start.', '启动以来没有欠压，也没有降频。')
  const has = (bit: number) => (bits & (1 << bit)) !== 0
  const rows = THROTTLE_FLAGS.filter(([bit]) => has(bit) || has(bit + 16)).map(([bit, en, zh]) => [
    `${en} / ${zh}`,
    has(bit) ? '✓' : '–',
    has(bit + 16) ? '✓' : '–',
  ])
  if (rows.length === 0) return null
  const isNow = THROTTLE_FLAGS.some(([bit]) => has(bit))
  return reading(
    isNow
      ? 'The board is throttled or under-powered now: check the power supply and the cooling.'
      : 'Under-voltage or throttling happened since the start, but not at the moment.',
    isNow ? '当前正在欠压或降频：请检查电源和散热。' : '启动以来发生过欠压或降频，但目前没有。',
    {
      isWarning: true,
      columns: [column('Flag', '标志'), column('Now', '当前'), column('Since start', '启动以来')],
      rows,
    },
  )
}

/** `vcgencmd measure_volts core`. */
export const readVolts: Formatter = (stdout) => {
  const volts = numberOf(stdout.trim().match(/^volt=([\d.]+)V$/u)?.[1])
  const values = [value('Core voltage', '核心电压', volts ?? 0, 'V')]
  return volts === null ? null : reading(`The core voltage is ${volts} V.`, `核心电压 ${volts} V。`, { values })
}

/** `vcgencmd measure_clock arm`. */
export const readClock: Formatter = (stdout) => {
  const hertz = numberOf(stdout.trim().match(/^frequency\(\d+\)=(\d+)$/u)?.[1])
  if (hertz === null) return null
  const megahertz = Math.round(hertz / 1e6)
  const values = [value('CPU frequency', 'CPU 频率', megahertz, 'MHz')]
  return reading(`The CPU runs at ${megahertz} MHz.`, `CPU 当前频率 ${megahertz} MHz。`, { values })
}

/** `vcgencmd get_camera`, with device files after it. */
export const readCamera: Formatter = (stdout) => {
  const match = stdout.match(/^supported=(\d+) detected=(\d+)/u)
  if (match === null) return null
  const detected = Number(match[2])
  const values = [value('Cameras', '摄像头', detected)]
  return detected > 0
    ? reading(`${detected} camera detected.`, `检测到 ${detected} 个摄像头。`, { values })
    : reading('No camera detected.', '没有检测到摄像头。', { isWarning: true, values })
}
