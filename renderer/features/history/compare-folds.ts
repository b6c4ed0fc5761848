import type { FoldGroup, RunFold } from '../../../preload/contract/models/commands/folding.ts'

/** Devices that went from one group of a run to one of another run. */
export interface GroupChange {
  readonly id: string
  /**
   * `same`: the same answer in both. `gone` and `added`: only in the earlier or the later run. `dropped`: nobody knows,
   * because the output of one of them is kept no longer.
   */
  readonly kind: 'changed' | 'gone' | 'added' | 'dropped' | 'same'
  readonly deviceIds: readonly string[]
  /** Null for devices that are not in that run. */
  readonly before: FoldGroup | null
  readonly after: FoldGroup | null
}

const KIND_ORDER = ['changed', 'gone', 'added', 'dropped', 'same'] as const

/**
 * Compares two folded runs of one command, groups against groups. Both are folded the same way, so that equal answers have
 * equal ids in both. What changed comes first, for most devices first.
 */
export function compareFolds(before: RunFold, after: RunFold): readonly GroupChange[] {
  const groupsBefore = groupsByDevice(before)
  const groupsAfter = groupsByDevice(after)
  const changes = new Map<string, GroupChange & { readonly deviceIds: string[] }>()
  for (const deviceId of new Set([...groupsBefore.keys(), ...groupsAfter.keys()])) {
    const from = groupsBefore.get(deviceId) ?? null
    const to = groupsAfter.get(deviceId) ?? null
    const id = `${from?.id ?? ''}>${to?.id ?? ''}`
    const known = changes.get(id)
    if (known === undefined)
      changes.set(id, { id, kind: kindOf(from, to), deviceIds: [deviceId], before: from, after: to })
    else known.deviceIds.push(deviceId)
  }
  return [...changes.values()].sort(
    (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || b.deviceIds.length - a.deviceIds.length,
  )
}

/** Counts devices by what became of them; kinds without a device are left out. */
export function countChanges(
  changes: readonly GroupChange[],
): readonly { readonly kind: GroupChange['kind']; readonly count: number }[] {
  return KIND_ORDER.map((kind) => ({
    kind,
    count: changes.reduce((sum, change) => (change.kind === kind ? sum + change.deviceIds.length : sum), 0),
  })).filter(({ count }) => count > 0)
}

function groupsByDevice({ groups }: RunFold): ReadonlyMap<string, FoldGroup> {
  return new Map(groups.flatMap((group) => group.deviceIds.map((deviceId) => [deviceId, group] as const)))
}

function kindOf(before: FoldGroup | null, after: FoldGroup | null): GroupChange['kind'] {
  if (before === null) return 'added'
  if (after === null) return 'gone'
  if (before.isDropped || after.isDropped) return before.state === after.state ? 'dropped' : 'changed'
  return before.id === after.id ? 'same' : 'changed'
}
