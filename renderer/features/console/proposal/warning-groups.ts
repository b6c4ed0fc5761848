import type { ProposalWarning } from '../../../../preload/contract/models/commands/command.ts'

/** Kinds that are said of each device. */
const OF_A_DEVICE = ['device-away', 'device-never-seen', 'device-busy'] as const
type DeviceKind = (typeof OF_A_DEVICE)[number]

/** So many devices are still named in a line each. */
const SINGLE_MAX = 3

interface GroupedWarnings {
  /** Said one by one. */
  readonly single: readonly ProposalWarning[]
  /** Said in one line for all devices of a kind. */
  readonly together: readonly { readonly kind: DeviceKind; readonly deviceIds: readonly string[] }[]
}

/** Puts what concerns many devices alike into one line, because two hundred lines are read by nobody. */
export function groupedWarnings(warnings: readonly ProposalWarning[]): GroupedWarnings {
  const together = OF_A_DEVICE.flatMap((kind) => {
    const deviceIds = warnings.flatMap((warning) => (warning.kind === kind ? [warning.deviceId] : []))
    return deviceIds.length > SINGLE_MAX ? [{ kind, deviceIds }] : []
  })
  const grouped = new Set<string>(together.map(({ kind }) => kind))
  return { single: warnings.filter(({ kind }) => !grouped.has(kind)), together }
}
