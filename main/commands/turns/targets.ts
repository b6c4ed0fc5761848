import { AppError } from '../../../preload/contract/errors.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { DeviceDirectory, TargetDevice } from '../ports.ts'

type Directory = Pick<DeviceDirectory, 'target'>

/** Resolves targets, each once and grouped by system. Throws `NOT_FOUND`. */
export function targetsBySystem(
  devices: Directory,
  connectionId: string,
  deviceIds: readonly string[],
): readonly (readonly TargetDevice[])[] {
  const groups = new Map<DeviceSystem, TargetDevice[]>()
  for (const deviceId of new Set(deviceIds)) {
    const target = devices.target(connectionId, deviceId)
    if (target === null) throw new AppError('NOT_FOUND', { deviceId })
    const group = groups.get(target.system)
    if (group === undefined) groups.set(target.system, [target])
    else group.push(target)
  }
  return [...groups.values()]
}

/** Resolves targets of one system, each once. Throws `NOT_FOUND` or `MIXED_SYSTEMS`. */
export function targetsOf(
  devices: Directory,
  connectionId: string,
  deviceIds: readonly string[],
): readonly TargetDevice[] {
  const [targets = [], others] = targetsBySystem(devices, connectionId, deviceIds)
  const [other] = others ?? []
  if (other === undefined) return targets
  const first = targets[0]?.system ?? ''
  throw new AppError('MIXED_SYSTEMS', { first, other: other.system, deviceId: other.deviceId })
}

/** "on" before a device is no device. */
const ID = String.raw`(?!on\s)[A-Za-z0-9][A-Za-z0-9_.-]*`
const SEPARATOR = String.raw`(?:,|、|&|\band\b|和|与)`
const BEFORE = String.raw`(?:(?<![\p{L}\p{N}_-])on\s+|[在对]\s*)`
/** Not the 上 of 上传, 上次, 上周, 上月, 上一. */
const AFTER = String.raw`\s*上(?![传次周月一])`
/** `on rpi_002 and rpi_003`; `在rpi_002`, `rpi_002上也`. Every list, so that each is read once; a place has a word beside it. */
const LIST = new RegExp(`(?<before>${BEFORE})?(?<list>${ID}(?:\\s*${SEPARATOR}\\s*${ID})*)(?<after>${AFTER})?`, 'giu')
const BETWEEN = new RegExp(SEPARATOR, 'iu')

/** Finds known devices that a request names as the place to run ("the same on rpi_002"); mostly none. */
export function namedTargets(text: string, isKnown: (deviceId: string) => boolean): readonly string[] {
  const named = new Set<string>()
  for (const { groups } of text.normalize('NFKC').matchAll(LIST)) {
    if (groups?.before === undefined && groups?.after === undefined) continue
    for (const word of (groups.list ?? '').split(BETWEEN)) {
      const deviceId = word.trim().replace(/(?<!\.)\.+$/u, '')
      if (isKnown(deviceId)) named.add(deviceId)
    }
  }
  return [...named]
}
