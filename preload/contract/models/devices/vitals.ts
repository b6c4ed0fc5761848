import type { LocalizedText } from '../text.ts'

/** Units that a reading sent as a text may have, because programs do not scale them. */
export const READING_UNITS = ['%', '°C', '°F', 'dBm', 'dB', 'hPa', 'mbar', 'bar', 'rpm', 'lx', 'ppm', 'V', 'A'] as const
export type ReadingUnit = (typeof READING_UNITS)[number]

/** A reading that a device named itself. */
export interface DeviceReading {
  /** Path in the payload, with points. */
  readonly name: string
  readonly value: number | string
  /** How a number was sent, where it was no number: true and false are 1 and 0. */
  readonly sentAs?: 'boolean' | 'text'
  /** The unit that stood behind a number in its text. */
  readonly unit?: ReadingUnit
}

/** `flag`: true or false, sent as such; a number has its unit, empty for a plain one. */
interface VitalWords extends LocalizedText {
  readonly unit: '%' | 'dBm' | '' | 'flag'
}

/** What the agent says of its device in each heartbeat beyond the metrics (resources/agent/waypost_agent.py, Readings). */
export const VITALS = {
  load_1: { en: 'Load (1 min)', zh: '负载（1 分钟）', unit: '' },
  swap_percent: { en: 'Swap', zh: '交换空间', unit: '%' },
  inodes_percent: { en: 'Inodes', zh: 'inode 用量', unit: '%' },
  wifi_signal_dbm: { en: 'Wi-Fi signal', zh: 'Wi-Fi 信号', unit: 'dBm' },
  under_voltage: { en: 'Under-voltage', zh: '欠压', unit: 'flag' },
  throttled: { en: 'Throttled', zh: '降频', unit: 'flag' },
  under_voltage_since_boot: { en: 'Under-voltage since boot', zh: '开机后欠压过', unit: 'flag' },
  throttled_since_boot: { en: 'Throttled since boot', zh: '开机后降频过', unit: 'flag' },
  clock_synchronised: { en: 'Clock synchronised', zh: '时钟已同步', unit: 'flag' },
} as const satisfies Readonly<Record<string, VitalWords>>
export type Vital = keyof typeof VITALS
export const VITAL_NAMES = Object.keys(VITALS) as readonly Vital[]

/** Returns the words of a reading's name if it is one of the agent's. */
export function vitalOf(name: string): VitalWords | null {
  return Object.hasOwn(VITALS, name) ? VITALS[name as Vital] : null
}

/** Returns the number of a vital; null where the device does not send it. */
export function vitalNumber(vitals: readonly DeviceReading[], wanted: Vital): number | null {
  for (const { name, value } of vitals) if (name === wanted && typeof value === 'number') return value
  return null
}

/** State of the power supply of a Raspberry Pi, the better ones first. */
export const POWER_STATES = ['ok', 'was-throttled', 'was-under-voltage', 'throttled', 'under-voltage'] as const
export type PowerState = (typeof POWER_STATES)[number]

/** Returns what the flags of `vcgencmd get_throttled` say; null where the device has none. */
export function powerState(vitals: readonly DeviceReading[]): PowerState | null {
  const now = vitalNumber(vitals, 'under_voltage')
  if (now === null) return null
  if (now > 0) return 'under-voltage'
  if ((vitalNumber(vitals, 'throttled') ?? 0) > 0) return 'throttled'
  if ((vitalNumber(vitals, 'under_voltage_since_boot') ?? 0) > 0) return 'was-under-voltage'
  return (vitalNumber(vitals, 'throttled_since_boot') ?? 0) > 0 ? 'was-throttled' : 'ok'
}
