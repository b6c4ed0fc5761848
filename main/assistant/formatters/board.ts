import type { AnswerReading } from '../../../preload/contract/models/commands/answer-reading.ts'
import { numberOf } from './quantities.ts'
import { column, type Formatter, linesOf, plural, reading, value } from './reading.ts'

/** Raspberry Pi firmware slows down from 80 °C and harder from 85 °C. */
const HOT_C = 80
const WARM_C = 70

/** What a CPU can have; the end of the range, or exactly nothing, is what a sensor without a measurement says. */
export function isTemperature(celsius: number): boolean {
  return celsius > -40 && celsius <= 150 && celsius !== 0
}

function temperatureReading(celsius: number, digits = 1): AnswerReading | null {
  if (!isTemperature(celsius)) return null
  const shown = celsius.toFixed(digits)
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
  const celsius = numberOf(stdout.trim().match(/^temp=(-?[\d.,]{1,8})'C$/u)?.[1])
  return celsius === null ? null : temperatureReading(celsius)
}

/** Figures from here on are thousandths of a degree; whole degrees of a CPU end far below. */
const THOUSANDTHS_FROM = 1_000
const DEGREES = { min: 10, max: 125 } as const

/**
 * Degrees of `/sys/class/thermal/thermal_zone0/temp`: it holds thousandths, on some boards whole degrees. In between it
 * may be either, or no measurement: null.
 */
export function zoneCelsius(text: string): number | null {
  if (!/^-?\d{1,6}$/u.test(text)) return null
  const value = Number(text)
  if (Math.abs(value) >= THOUSANDTHS_FROM) return value / 1000
  return value >= DEGREES.min && value <= DEGREES.max ? value : null
}

/** The thermal zone of the kernel; a whole degree is shown as one. */
export const readThermalZone: Formatter = (stdout) => {
  const text = stdout.trim()
  const celsius = zoneCelsius(text)
  return celsius === null ? null : temperatureReading(celsius, celsius === Number(text) ? 0 : 1)
}

/** Bits of `vcgencmd get_throttled`; what is now stands 16 bits below what was since the start. */
const THROTTLE_FLAGS = [
  { bit: 0, title: 'Under-voltage', en: 'under-voltage', zh: '欠压' },
  { bit: 1, title: 'Clock capped', en: 'clock capped', zh: '频率受限' },
  { bit: 2, title: 'Throttled', en: 'throttling', zh: '降频' },
  { bit: 3, title: 'Soft temperature limit', en: 'soft temperature limit reached', zh: '触及温度软限制' },
] as const
const PAST = 16
const UNDER_VOLTAGE = 0b0001
/** A capped clock and the soft limit come of heat; throttling of either. */
const OF_HEAT = 0b1010

type Flags = readonly (typeof THROTTLE_FLAGS)[number][]

/** The flags in words: "under-voltage, clock capped and throttling". */
function flagWords(flags: Flags): readonly [en: string, zh: string] {
  const words = flags.map(({ en }) => en)
  const en = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return [en, flags.map(({ zh }) => zh).join('、')]
}

function adviceFor(bits: number): readonly [en: string, zh: string] {
  if ((bits & UNDER_VOLTAGE) === 0) return ['check the cooling', '请检查散热']
  return (bits & OF_HEAT) === 0
    ? ['check the power supply', '请检查电源']
    : ['check the power supply and the cooling', '请检查电源和散热']
}

/** Exactly what is now, and what was before beside it; null where neither is known. */
function throttledWords(bits: number): readonly [en: string, zh: string] | null {
  const has = (bit: number) => (bits & (1 << bit)) !== 0
  const now = THROTTLE_FLAGS.filter(({ bit }) => has(bit))
  const before = THROTTLE_FLAGS.filter(({ bit }) => has(bit + PAST) && !has(bit))
  const [beforeEn, beforeZh] = flagWords(before)
  if (now.length === 0) {
    return before.length === 0
      ? null
      : [`Since the start, but not at the moment: ${beforeEn}.`, `启动以来发生过：${beforeZh}；目前没有。`]
  }
  const [en, zh] = flagWords(now)
  const [adviceEn, adviceZh] = adviceFor(bits)
  return [
    `Now: ${en}; ${adviceEn}.${before.length === 0 ? '' : ` Since the start also: ${beforeEn}.`}`,
    `当前：${zh}，${adviceZh}。${before.length === 0 ? '' : `启动以来还发生过：${beforeZh}。`}`,
  ]
}

/** `vcgencmd get_throttled`. */
export const readThrottled: Formatter = (stdout) => {
  const hex = stdout.trim().match(/^throttled=0x([0-9a-f]{1,8})$/iu)?.[1]
  if (hex === undefined) return null
  const bits = Number.parseInt(hex, 16)
  if (bits === 0)
    return reading('No under-voltage and no throttling since the start.', '启动以来没有欠压，也没有降频。')
  const has = (bit: number) => (bits & (1 << bit)) !== 0
  const rows = THROTTLE_FLAGS.filter(({ bit }) => has(bit) || has(bit + PAST)).map(({ bit, title, zh }) => [
    `${title} / ${zh}`,
    has(bit) ? '✓' : '–',
    has(bit + PAST) ? '✓' : '–',
  ])
  const words = throttledWords(bits)
  if (words === null) return null
  return reading(...words, {
    isWarning: true,
    columns: [column('Flag', '标志'), column('Now', '当前'), column('Since start', '启动以来')],
    rows,
  })
}

/** No core of a board runs at more. */
const CORE_VOLTS_MAX = 5

/** `vcgencmd measure_volts core`. */
export const readVolts: Formatter = (stdout) => {
  const volts = numberOf(stdout.trim().match(/^volt=([\d.,]{1,10})V$/u)?.[1])
  if (volts === null || volts <= 0 || volts > CORE_VOLTS_MAX) return null
  const values = [value('Core voltage', '核心电压', volts, 'V')]
  return reading(`The core voltage is ${volts} V.`, `核心电压 ${volts} V。`, { values })
}

/** Frequencies of a CPU; figures outside are in another unit. */
const HERTZ = { min: 10e6, max: 10e9 } as const

/** `vcgencmd measure_clock arm`. */
export const readClock: Formatter = (stdout) => {
  const hertz = numberOf(stdout.trim().match(/^frequency\(\d+\)=(\d+)$/u)?.[1])
  if (hertz === null || hertz < HERTZ.min || hertz > HERTZ.max) return null
  const megahertz = Math.round(hertz / 1e6)
  const values = [value('CPU frequency', 'CPU 频率', megahertz, 'MHz')]
  return reading(`The CPU runs at ${megahertz} MHz.`, `CPU 当前频率 ${megahertz} MHz。`, { values })
}

const noCamera = () => reading('No camera detected.', '没有检测到摄像头。', { isWarning: true })

/**
 * `vcgencmd get_camera`, with device files after it, and `rpicam-hello --list-cameras`. Since Bullseye the firmware sees
 * no camera of libcamera, so that without its field nothing is certain but a camera that is there.
 */
export const readCamera: Formatter = (stdout) => {
  const match = stdout.match(/^supported=\d{1,2} detected=(\d{1,2})(?:, libcamera interfaces=(\d{1,2}))?\s*$/mu)
  if (match === null) return listedCameras(linesOf(stdout))
  const detected = Number(match[1])
  if (detected > 0) return reading(`${plural(detected, 'camera')} detected.`, `检测到 ${detected} 个摄像头。`)
  if (match[2] === undefined) return null
  const modern = Number(match[2])
  return modern > 0
    ? reading(`${plural(modern, 'camera')} detected, by libcamera.`, `libcamera 检测到 ${modern} 个摄像头。`)
    : noCamera()
}

/** Reads the list of libcamera, among the lines of its log. */
function listedCameras(lines: readonly string[]): AnswerReading | null {
  // A program that may not look finds none either.
  if (lines.some((line) => /permission denied|operation not permitted/iu.test(line))) return null
  if (lines.some((line) => /^(?:ERROR: \*{3} )?No cameras available(?:!| \*{3})?$/iu.test(line.trim())))
    return noCamera()
  if (!lines.some((line) => /^Available cameras$/u.test(line.trim()))) return null
  const cameras = lines.flatMap((line) => {
    const match = line.match(/^\s{0,4}\d{1,2} : (\S[^[\](]{0,80})(?:\[[^\]]{1,60}\] )?\(.{1,200}\)$/u)
    return match === null ? [] : [match[1]?.trim() ?? '']
  })
  // A line that is not understood may be another camera.
  if (lines.filter((line) => /^\s{0,4}\d{1,2}(?: :|:)? \S|\(\/base\//u.test(line)).length !== cameras.length)
    return null
  const names = cameras.join(', ')
  return cameras.length === 0
    ? null
    : reading(
        `${plural(cameras.length, 'camera')} detected: ${names}.`,
        `检测到 ${cameras.length} 个摄像头：${names}。`,
      )
}
