import type { DeviceSystem } from '../safety/safety.ts'
import type { DeviceSigning, PolicyClass } from '../safety/signing.ts'
import type { DeviceReading } from './vitals.ts'

/** Key of a device: both fields, because devices of two sites may share an id. */
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

/** Evidence of a presence. All times are epoch ms of receipt by this computer. */
export type PresenceEvidence =
  /** `unreadable`: a message on its topic that was not understood, which is a sign of life all the same. */
  | { readonly kind: 'heartbeat' | 'data' | 'result' | 'ack' | 'unreadable'; readonly at: number }
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
 * Source of the system of a device. `signed`: its own agent, under a key that the operator knows. `announced`: a
 * message, which anybody on the broker may write. `assumed`: nobody set or announced it.
 */
export type SystemSource = 'operator' | 'signed' | 'announced' | 'assumed'

/** Entry of the operator about a device. Texts are sanitised; empty is unknown. */
export interface DeviceEntry {
  readonly name: string
  readonly description: string
  readonly location: string
  /** Lower case, sorted, each once. */
  readonly tags: readonly string[]
  readonly notes: string
}

/** Limits of an entry: characters of a text, and tags. */
export const ENTRY_LIMITS = { name: 64, description: 300, location: 120, notes: 4000, tag: 32, tags: 20 } as const

/** One row of the device list. */
export interface DeviceRow extends DeviceRef {
  /** The operator's name for it, location and tags. */
  readonly name: string
  readonly location: string
  readonly tags: readonly string[]
  readonly presence: Presence
  readonly evidence: PresenceEvidence
  /** Epoch ms since when nothing was heard, so that the presence is only the last that is known; absent while it is current. */
  readonly lastKnownAt?: number
  /** Epoch ms of receipt of the last message from the device itself; survives a restart. */
  readonly lastSeenAt: number | null
  readonly system: DeviceSystem
  readonly systemSource: SystemSource
  readonly hostname: string | null
  readonly ipAddress: string | null
  readonly metrics: DeviceMetrics
  /** Other readings of its last heartbeat (vitals.ts); absent where it sends none. */
  readonly vitals?: readonly DeviceReading[]
  /** True for a device of the demo, which never starts a process. */
  readonly isSimulated: boolean
  readonly hasWarnings: boolean
  /** Whether its commands and results can be somebody else's; absent counts as unsigned. */
  readonly signing?: DeviceSigning
}

/** A result of no command of ours, kept on the device. */
export interface OrphanResult {
  readonly receivedAt: number
  readonly commandId: string
  readonly isSuccess: boolean
  readonly output: string
  readonly isCut: boolean
}

/** Warnings that are noted when they happen and kept; the others follow from what is known of the device. */
export const NOTED_WARNINGS = ['spoof', 'conflict', 'two-agents'] as const
export type NotedWarning = (typeof NOTED_WARNINGS)[number]

export interface DeviceWarning {
  /**
   * `case-twin`: another device's id differs only in upper and lower case. `other-system`: it announces another shell
   * than the operator set; `detail` is the system that it announces. `unreadable`: its latest messages of a kind, named in
   * `detail`, were not understood. `two-agents`: two of them answer to this id in
   * turn; `detail` is the host name of the last. `odd-id`: the id is outside of ASCII; `detail` is it with code points.
   */
  readonly kind: NotedWarning | 'clock-skew' | 'case-twin' | 'other-system' | 'unreadable' | 'odd-id'
  readonly at: number
  readonly count: number
  /** Sanitised detail, e.g. the id that the payload claimed. */
  readonly detail: string
}

/** All facts of one device, for the drawer. */
export interface DeviceDetail extends DeviceRow {
  readonly description: string
  readonly notes: string
  /** True if entered or imported by the operator, before its first message. */
  readonly isAddedByHand: boolean
  readonly firstSeenAt: number | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
  /** System that it announces, whatever the operator set. */
  readonly announcedSystem: DeviceSystem | null
  readonly capabilities: readonly string[]
  /** Highest class that it says it runs; null where it has no such limit. */
  readonly maxClass: PolicyClass | null
  /** Heartbeat interval in seconds: learnt, or 60 until then. */
  readonly intervalS: number
  readonly isIntervalLearnt: boolean
  /** Device clock minus ours, in ms; null without a usable time. */
  readonly clockSkewMs: number | null
  /** Other readings of the last `data` message, by their path. */
  readonly sensors: readonly DeviceReading[]
  readonly orphans: readonly OrphanResult[]
  readonly warnings: readonly DeviceWarning[]
}

/** True if the system of a device is known: that of a demo device always, others once set or signed. */
export function isSystemKnown(device: Pick<DeviceRow, 'systemSource' | 'isSimulated'>): boolean {
  return device.isSimulated || device.systemSource === 'operator' || device.systemSource === 'signed'
}

/** Sort keys of a list of devices. */
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
  'inodesPercent',
  'wifiSignalDbm',
  'power',
  'clock',
  'system',
] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

/** A selection of devices, in no order. */
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

/** Devices by presence, as a filter finds them: by the last that is known where it is not current. */
export type DeviceCounts = Readonly<Record<Presence, number>> & {
  readonly total: number
  /** Those online or busy only by what was known last. */
  readonly unheard?: number
  /** Epoch ms since when the console hears nothing; absent while it listens. */
  readonly lastKnownAt?: number
}

/** True if a device is known to be there now, not only by what was known last. */
export function isThere({ presence, lastKnownAt }: Pick<DeviceRow, 'presence' | 'lastKnownAt'>): boolean {
  return lastKnownAt === undefined && (presence === 'online' || presence === 'busy')
}

/** Limit of the devices of one command, and of the ids in one answer. */
export const TARGETS_MAX = 10_000

/** Check of chosen devices: ids that are no longer known, and the number of others that a list does not show. */
export interface ChosenCheck {
  readonly gone: readonly string[]
  readonly hidden: number
}

/** Ids of all devices that a selection matches, at most `TARGETS_MAX`; `total` counts them all. */
export interface MatchingDevices {
  readonly deviceIds: readonly string[]
  readonly total: number
}

/** Outcome of an import of devices. */
export interface ImportOutcome {
  readonly path: string
  readonly added: number
  readonly updated: number
  /** The first skipped lines, by number (1 is the first of the file), with the reason. */
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

/** One message from the broker, made safe to show. */
export interface RawMessage {
  readonly receivedAt: number
  readonly kind: string
  readonly isRetained: boolean
  readonly bytes: number
  /** Sanitised, cut to a bounded length. */
  readonly text: string
  readonly isCut: boolean
}
