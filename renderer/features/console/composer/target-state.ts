import {
  type ChosenCheck,
  type MatchingDevices,
  TARGETS_MAX,
} from '../../../../preload/contract/models/devices/device.ts'
import { isListedId } from '../../../../preload/contract/models/limits.ts'

/** Devices that the next request is for: always ids, because a filter may match others by the time it is sent. */
export interface Targets {
  /** Ids mean nothing on another connection. */
  readonly connectionId: string | null
  /** Each once, in the order they were taken in. */
  readonly deviceIds: readonly string[]
  /** Pasted last and not taken in, because no device has such an id. */
  readonly unknown: readonly string[]
  /** The last devices were not taken in, because there would be more than `TARGETS_MAX`. */
  readonly isFull: boolean
}

export type TargetsUpdate = (now: Targets) => Targets

export function targetsOf(connectionId: string | null, deviceIds: readonly string[] = []): Targets {
  return { connectionId, deviceIds, unknown: [], isFull: false }
}

/** Adds a device, or removes it if it is chosen. */
export function toggleTarget(targets: Targets, deviceId: string): Targets {
  return targets.deviceIds.includes(deviceId) ? withoutTarget(targets, deviceId) : addTargets(targets, [deviceId])
}

export function withoutTarget(targets: Targets, deviceId: string): Targets {
  return targetsOf(
    targets.connectionId,
    targets.deviceIds.filter((other) => other !== deviceId),
  )
}

/** Adds all of `deviceIds`; none of them where they would be too many. */
export function addTargets(targets: Targets, deviceIds: readonly string[]): Targets {
  const ids = new Set([...targets.deviceIds, ...deviceIds])
  return ids.size > TARGETS_MAX ? tooManyTargets(targets) : targetsOf(targets.connectionId, [...ids])
}

/** Adds everything that main found to match a filter; nothing where main could not hand over all of it. */
export function addMatching(targets: Targets, { deviceIds, total }: MatchingDevices): Targets {
  return total > deviceIds.length ? tooManyTargets(targets) : addTargets(targets, deviceIds)
}

/** Adds the known ones of a pasted list, and names the others. */
export function addPasted(targets: Targets, pasted: readonly string[], { gone }: Pick<ChosenCheck, 'gone'>): Targets {
  const missing = new Set(gone)
  const isKnown = (id: string) => isListedId(id) && !missing.has(id)
  return { ...addTargets(targets, pasted.filter(isKnown)), unknown: pasted.filter((id) => !isKnown(id)) }
}

/** Leaves the targets as they are, and says that the last ones were too many. */
export function tooManyTargets(targets: Targets): Targets {
  return { ...targets, unknown: [], isFull: true }
}
