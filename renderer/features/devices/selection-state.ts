import type { DeviceSelection } from '../../../preload/contract/models/device.ts'

/** Which devices are chosen: some by id, or all that a filter matches but some. It outlives scrolling and sorting. */
export type Chosen =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'matching'; readonly selection: DeviceSelection; readonly except: ReadonlySet<string> }

export const NOTHING_CHOSEN: Chosen = { kind: 'ids', ids: new Set() }

export function isChosen(chosen: Chosen, deviceId: string): boolean {
  return chosen.kind === 'ids' ? chosen.ids.has(deviceId) : !chosen.except.has(deviceId)
}

/** Takes all of `deviceIds` in, or out. */
export function withAll(chosen: Chosen, deviceIds: readonly string[], isTaken: boolean): Chosen {
  const set = new Set(chosen.kind === 'ids' ? chosen.ids : chosen.except)
  for (const deviceId of deviceIds) {
    if (isTaken === (chosen.kind === 'ids')) set.add(deviceId)
    else set.delete(deviceId)
  }
  return chosen.kind === 'ids' ? { kind: 'ids', ids: set } : { ...chosen, except: set }
}

/** How many devices are chosen; `total` is how many match now. */
export function chosenCount(chosen: Chosen, total: number): number {
  return chosen.kind === 'ids' ? chosen.ids.size : Math.max(0, total - chosen.except.size)
}
