import type { DeviceSystem } from './safety.ts'

/** Devices of two sites may share an id: everything is keyed by both. */
export interface DeviceRef {
  readonly connectionId: string
  readonly deviceId: string
}

export const PRESENCES = ['online', 'busy', 'stale', 'offline', 'lost', 'never-seen'] as const
export type Presence = (typeof PRESENCES)[number]

/** A command that a device may be at work on; `since` is epoch ms of sending. */
export interface InFlight {
  readonly commandId: string
  readonly since: number
}

/** What a presence rests on. All times are epoch ms of receipt by this computer. */
export type PresenceEvidence =
  | { readonly kind: 'heartbeat' | 'data' | 'result' | 'ack'; readonly at: number }
  | { readonly kind: 'status-online' | 'said-offline'; readonly at: number; readonly isRetained: boolean }
  | { readonly kind: 'last-will'; readonly at: number }
  | { readonly kind: 'missed'; readonly count: number; readonly intervalS: number; readonly lastAt: number }
  | ({ readonly kind: 'command-in-flight' } & InFlight)
  | { readonly kind: 'restored'; readonly lastAt: number }
  | { readonly kind: 'never' }

/** Latest metrics; null is unknown (a zero from the device means unknown too). */
export interface DeviceMetrics {
  readonly cpuTemperatureC: number | null
  readonly cpuPercent: number | null
  readonly memoryPercent: number | null
  readonly memoryUsedB: number | null
  readonly memoryTotalB: number | null
  readonly diskPercent: number | null
  readonly uptimeS: number | null
}

/**
 * Who says what a device runs. `signed`: its own agent, under a key that the operator knows. `announced` stood in a
 * message that anybody on the broker may write; `assumed`: nobody said anything.
 */
export type SystemSource = 'operator' | 'signed' | 'announced' | 'assumed'

/** What the operator wrote about a device. Texts are sanitised; empty is unknown. */
export interface DeviceEntry {
  readonly name: string
  readonly description: string
  readonly location: string
  /** Lower case, sorted, each once. */
  readonly tags: readonly string[]
  readonly notes: string
}

/** Most that an entry holds: characters of a text, and tags. */
export const ENTRY_LIMITS = { name: 64, description: 300, location: 120, notes: 4000, tag: 32, tags: 20 } as const

/** One row of the device list. */
export interface DeviceRow extends DeviceRef {
  /** The operator's name for it, location and tags. */
  readonly name: string
  readonly location: string
  readonly tags: readonly string[]
  readonly presence: Presence
  readonly evidence: PresenceEvidence
  /** Epoch ms of receipt of the last message from the device itself; survives a restart. */
  readonly lastSeenAt: number | null
  readonly system: DeviceSystem
  readonly systemSource: SystemSource
  readonly hostname: string | null
  readonly ipAddress: string | null
  readonly metrics: DeviceMetrics
  /** A demo device: it never starts a process. */
  readonly isSimulated: boolean
  readonly hasWarnings: boolean
}

/** A result that belongs to no command of ours: kept on the device, never given to another command. */
export interface OrphanResult {
  readonly receivedAt: number
  readonly commandId: string
  readonly isSuccess: boolean
  readonly output: string
  readonly isCut: boolean
}

export interface DeviceWarning {
  /**
   * `case-twin`: another device's id differs only in upper and lower case. `other-system`: it announces another shell
   * than the operator set; `detail` is the system that it announces.
   */
  readonly kind: 'spoof' | 'conflict' | 'clock-skew' | 'case-twin' | 'other-system'
  readonly at: number
  readonly count: number
  /** Sanitised detail, e.g. the id that the payload claimed. */
  readonly detail: string
}

/** All that is known of one device, for the drawer. */
export interface DeviceDetail extends DeviceRow {
  readonly description: string
  readonly notes: string
  /** Entered or imported by the operator, and not heard yet. */
  readonly isAddedByHand: boolean
  readonly firstSeenAt: number | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
  /** What it announces to run, whatever the operator set. */
  readonly announcedSystem: DeviceSystem | null
  readonly capabilities: readonly string[]
  /** Heartbeat interval in seconds: learnt, or 60 until then. */
  readonly intervalS: number
  readonly isIntervalLearnt: boolean
  /** Device clock minus ours, in ms; null where the device gives no usable time. */
  readonly clockSkewMs: number | null
  /** Other numeric or short text fields of the last `data` message. */
  readonly sensors: readonly { readonly name: string; readonly value: number | string }[]
  readonly orphans: readonly OrphanResult[]
  readonly warnings: readonly DeviceWarning[]
}

/** Whether what a device runs is known: the demo's devices are ours, every other one needs somebody's word for it. */
export function isSystemKnown(device: Pick<DeviceRow, 'systemSource' | 'isSimulated'>): boolean {
  return device.isSimulated || device.systemSource === 'operator' || device.systemSource === 'signed'
}

/** What a list of devices can be sorted by. */
export const DEVICE_SORTS = [
  'id',
  'name',
  'presence',
  'location',
  'tags',
  'host',
  'lastSeenAt',
  'cpuTemperatureC',
  'cpuPercent',
  'memoryPercent',
  'diskPercent',
  'uptimeS',
  'system',
] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

/** Which devices, in whatever order. */
export interface DeviceSelection {
  /** Free text, matched literally against id, name, host name, address, location and tags. */
  readonly text: string
  /** The filter language, e.g. `tag:roof status:lost temp>70`; a mistake in it is `FILTER_INVALID`. */
  readonly filter?: string | undefined
  readonly presence: readonly Presence[]
}

export interface DeviceQuery extends DeviceSelection {
  readonly sort: { readonly by: DeviceSort; readonly isDescending: boolean }
  readonly offset: number
  readonly limit: number
}

/** A slice of the filtered and sorted list. */
export interface DeviceWindow {
  readonly rows: readonly DeviceRow[]
  readonly total: number
  /** Rises with every change; equal revisions show equal rows. */
  readonly revision: number
}

export type DeviceCounts = Readonly<Record<Presence, number>> & { readonly total: number }

/** Devices that one command may have, and ids in one answer. */
export const TARGETS_MAX = 10_000

/** What became of chosen devices: ids that are no longer known, and how many of the others a list does not show. */
export interface ChosenCheck {
  readonly gone: readonly string[]
  readonly hidden: number
}

/** Ids of all devices that a selection matches, at most `TARGETS_MAX`; `total` counts them all. */
export interface MatchingDevices {
  readonly deviceIds: readonly string[]
  readonly total: number
}

/** What a list of devices looked like before it became devices. */
export interface ImportOutcome {
  readonly path: string
  readonly added: number
  readonly updated: number
  /** The first lines that were left out, by number (1 is the first of the file), and why. */
  readonly skipped: readonly { readonly line: number; readonly reason: ImportFault }[]
  readonly skippedCount: number
}
export type ImportFault = 'device-id' | 'reserved-id' | 'duplicate' | 'fields' | 'device-limit'

/** Spans that a chart can show. */
export const CHART_SPANS = ['hour', 'day', 'week'] as const
export type ChartSpan = (typeof CHART_SPANS)[number]

/** Readings over time. `times` in epoch seconds, rising; a field's values stand at the same places, null where unknown. */
export interface DeviceSeries {
  readonly times: readonly number[]
  readonly fields: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Seconds between two points. */
  readonly stepS: number
}

/** One message as it came from the broker, made showable. */
export interface RawMessage {
  readonly receivedAt: number
  readonly kind: string
  readonly isRetained: boolean
  readonly bytes: number
  /** Sanitised, cut to a bounded length. */
  readonly text: string
  readonly isCut: boolean
}
