import {
  type ChosenCheck,
  type MatchingDevices,
  TARGETS_MAX,
} from '../../../../preload/contract/models/devices/device.ts'

/** Chosen devices: always ids, whatever the list shows. The choice outlives scrolling, sorting and filtering. */
export interface Choice {
  /** Ids mean nothing on another connection. */
  readonly connectionId: string | null
  readonly ids: ReadonlySet<string>
  /** Number of `ids` that the list does not show, as main counted last. */
  readonly hidden: number
  /** Dropped since the operator last chose, because they left the list of devices. */
  readonly gone: readonly string[]
  /** The last devices were not taken in: there would be more than `TARGETS_MAX`. */
  readonly isFull: boolean
}

export function nothingChosen(connectionId: string | null): Choice {
  return { connectionId, ids: new Set(), hidden: 0, gone: [], isFull: false }
}

/** Takes all of `deviceIds`, which the list shows, in or out; where they would be too many, none of them. */
export function withAll(choice: Choice, deviceIds: readonly string[], isTaken: boolean): Choice {
  const ids = new Set(choice.ids)
  for (const deviceId of deviceIds) {
    if (isTaken) ids.add(deviceId)
    else ids.delete(deviceId)
  }
  return ids.size > TARGETS_MAX ? asTooMany(choice) : { ...choice, ids, gone: [], isFull: false }
}

/** Takes in all that main found to match; where that is not all of it, none. */
export function withMatching(choice: Choice, { deviceIds, total }: MatchingDevices): Choice {
  return total > deviceIds.length ? asTooMany(choice) : withAll(choice, deviceIds, true)
}

/** As it was: what was to be taken in is too much. */
export function asTooMany(choice: Choice): Choice {
  return { ...choice, isFull: true }
}

/** Drops what is gone, and notes how many of the rest are out of sight. */
export function withCheck(choice: Choice, { gone, hidden }: ChosenCheck): Choice {
  const dropped = gone.filter((deviceId) => choice.ids.has(deviceId))
  if (dropped.length === 0) return choice.hidden === hidden ? choice : { ...choice, hidden }
  const ids = new Set(choice.ids)
  for (const deviceId of dropped) ids.delete(deviceId)
  return { ...choice, ids, hidden, gone: [...choice.gone, ...dropped] }
}

/** The chosen ids in their order: exactly what is handed over. */
export function chosenIds(choice: Choice): readonly string[] {
  return [...choice.ids].sort()
}
