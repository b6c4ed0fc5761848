import { type DeviceQuery, type DeviceSort, PRESENCES } from '../../../preload/contract/models/devices/device.ts'
import {
  POWER_STATES,
  type PowerState,
  powerState,
  vitalNumber,
} from '../../../preload/contract/models/devices/vitals.ts'
import { DEVICE_SYSTEMS } from '../../../preload/contract/models/safety/safety.ts'
import type { DeviceRecord } from './device-record.ts'
import type { ListOrder, SortKey } from './sorted-chunks.ts'

type Sort = DeviceQuery['sort']

const PRESENCE_RANK: ReadonlyMap<string, number> = new Map(PRESENCES.map((presence, index) => [presence, index]))
const POWER_RANK: ReadonlyMap<PowerState | null, number> = new Map(POWER_STATES.map((state, index) => [state, index]))
const NUMBERS: Partial<Record<DeviceSort, (record: DeviceRecord) => number | null>> = {
  presence: (record) => PRESENCE_RANK.get(record.presence) ?? null,
  lastSeenAt: (record) => record.lastSeenAt,
  cpuTemperatureC: (record) => record.metrics.cpuTemperatureC,
  cpuPercent: (record) => record.metrics.cpuPercent,
  memoryPercent: (record) => record.metrics.memoryPercent,
  diskPercent: (record) => record.metrics.diskPercent,
  uptimeS: (record) => record.metrics.uptimeS,
  inodesPercent: ({ vitals }) => vitalNumber(vitals, 'inodes_percent'),
  wifiSignalDbm: ({ vitals }) => vitalNumber(vitals, 'wifi_signal_dbm'),
  power: ({ vitals }) => POWER_RANK.get(powerState(vitals)) ?? null,
  clock: ({ vitals }) => vitalNumber(vitals, 'clock_synchronised'),
  system: (record) => DEVICE_SYSTEMS.indexOf(record.system.system),
}
/** Treats an empty text as unknown. */
const TEXTS: Partial<Record<DeviceSort, (record: DeviceRecord) => string>> = {
  name: (record) => record.entry.name,
  location: (record) => record.entry.location,
  tags: (record) => record.entry.tags.join(' '),
  host: (record) => record.announced.hostname ?? record.announced.ipAddress ?? '',
}

/** Returns the order of a device list: unknown values last in both directions, equal ones by id. */
export function listOrder({ by, isDescending }: Sort): ListOrder {
  const numberOf = NUMBERS[by]
  if (numberOf !== undefined) {
    const sign = isDescending ? -1 : 1
    return { keyOf: (record) => risingKey(numberOf(record), sign), isBefore: isLess, isIdDescending: false }
  }
  const textOf = TEXTS[by]
  if (textOf === undefined) return { keyOf: () => 0, isBefore: isLess, isIdDescending: isDescending }
  const isBefore = (key: SortKey, other: SortKey): boolean => {
    if (key === '' || other === '') return other === ''
    return key < other !== isDescending
  }
  return { keyOf: textOf, isBefore, isIdDescending: false }
}

/** Returns a key that rises along the list; that of an unknown number is the last. */
function risingKey(number: number | null, sign: 1 | -1): number {
  return number === null ? Number.POSITIVE_INFINITY : sign * number
}

function isLess(key: SortKey, other: SortKey): boolean {
  return key < other
}

/**
 * Returns the places of `keys`, which are in the order of the ids, in the order of the list. Several times faster for numbers
 * than a sort with a comparer.
 */
export function sortedPlaces(keys: readonly SortKey[], { isBefore, isIdDescending }: ListOrder): Uint32Array {
  const places = keys.every((key) => typeof key === 'number') ? placesOfNumbers(keys) : placesOfTexts(keys, isBefore)
  return isIdDescending ? places.reverse() : places
}

function placesOfNumbers(keys: readonly number[]): Uint32Array {
  const numbers = Float64Array.from(keys)
  const ranks = numbers.slice().sort()
  if (ranks[0] === ranks.at(-1)) return new Uint32Array(keys.keys())
  const used = new Uint32Array(keys.length)
  const places = new Uint32Array(keys.length)
  // Equal keys stay in the order of their ids, because they are placed one after the other.
  numbers.forEach((key, place) => {
    const first = firstRank(ranks, key)
    const before = used[first] ?? 0
    used[first] = before + 1
    places[first + before] = place
  })
  return places
}

/** Equal texts stay in the order of their ids, because the sort is stable. */
function placesOfTexts(keys: readonly SortKey[], isBefore: ListOrder['isBefore']): Uint32Array {
  const places = Array.from(keys.keys())
  places.sort((a, b) => {
    const [left, right] = [keys[a] ?? '', keys[b] ?? '']
    if (left === right) return 0
    return isBefore(left, right) ? -1 : 1
  })
  return Uint32Array.from(places)
}

function firstRank(ranks: Float64Array, key: number): number {
  let low = 0
  let high = ranks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranks[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Compares by code units, because ids are plain ASCII. */
export function compareIds(a: DeviceRecord, b: DeviceRecord): number {
  if (a.deviceId === b.deviceId) return 0
  return a.deviceId < b.deviceId ? -1 : 1
}
