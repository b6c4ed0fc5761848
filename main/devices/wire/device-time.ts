/** A device's own clock in epoch ms; a time without a zone was read in this computer's zone, which may differ. */
export interface DeviceTime {
  readonly at: number
  readonly isZoned: boolean
}

/** With or without seconds, which some libraries leave out where they are none, and minutes of the zone. */
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?([.,]\d{1,9})? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i
/** An epoch that was sent as a text, in seconds or ms. */
const EPOCH = /^\d{10}(?:\.\d{1,9})?$|^\d{13}$/
const ISO_MAX_CHARS = 40
/** Numbers above this are ms, because as seconds they would be the year 5138. */
const EPOCH_MS_FROM = 1e11
const YEAR_2100_MS = 4_102_444_800_000

/** Reads a timestamp in any form of README.md, 2.1: naive local ISO, ISO with a zone, epoch seconds; else null. */
export function readDeviceTime(value: unknown): DeviceTime | null {
  if (typeof value === 'number') {
    const at = Math.round(value > EPOCH_MS_FROM ? value : value * 1000)
    return isUsable(at) ? { at, isZoned: true } : null
  }
  if (typeof value !== 'string' || value.length > ISO_MAX_CHARS) return null
  if (EPOCH.test(value)) return readDeviceTime(Number(value))
  const match = ISO.exec(value)
  if (match === null) return null
  const [, date, minute, second = ':00', fraction = '', zone = ''] = match
  const at = Date.parse(`${date}T${minute}${second}${fraction.slice(0, 4).replace(',', '.')}${zoneOf(zone)}`)
  return isUsable(at) ? { at, isZoned: zone !== '' } : null
}

/** `+08:00` of `+08` and `+0800`. */
function zoneOf(zone: string): string {
  if (zone.length === 3) return `${zone}:00`
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
}

function isUsable(at: number): boolean {
  return at > 0 && at < YEAR_2100_MS
}
