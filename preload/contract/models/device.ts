import type { DeviceSystem } from './safety.ts'

/** Devices of two sites may share an id: everything is keyed by both. */
export interface DeviceRef {
  readonly connectionId: string
  readonly deviceId: string
}

export const PRESENCES = ['online', 'busy', 'stale', 'offline', 'lost', 'never-seen'] as const
export type Presence = (typeof PRESENCES)[number]

/** What a presence rests on. All times are epoch ms of receipt by this computer. */
export type PresenceEvidence =
  | { readonly kind: 'heartbeat' | 'data' | 'result' | 'ack'; readonly at: number }
  | { readonly kind: 'status-online' | 'said-offline'; readonly at: number; readonly isRetained: boolean }
  | { readonly kind: 'last-will'; readonly at: number }
  | { readonly kind: 'missed'; readonly count: number; readonly intervalS: number; readonly lastAt: number }
  | { readonly kind: 'command-in-flight'; readonly commandId: string; readonly since: number }
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

/** One row of the device list. */
export interface DeviceRow extends DeviceRef {
  readonly presence: Presence
  readonly evidence: PresenceEvidence
  /** Epoch ms of receipt of the last message from the device itself; survives a restart. */
  readonly lastSeenAt: number | null
  readonly system: DeviceSystem
  readonly systemSource: 'announced' | 'operator' | 'assumed'
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
  readonly kind: 'spoof' | 'conflict' | 'clock-skew'
  readonly at: number
  readonly count: number
  /** Sanitised detail, e.g. the id that the payload claimed. */
  readonly detail: string
}

/** All that is known of one device, for the drawer. */
export interface DeviceDetail extends DeviceRow {
  readonly firstSeenAt: number | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
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

export interface DeviceQuery {
  /** Free text, matched against id, hostname and address. */
  readonly text: string
  readonly presence: readonly Presence[]
  readonly sort: {
    readonly by: 'id' | 'presence' | 'lastSeenAt' | 'cpuTemperatureC' | 'memoryPercent' | 'uptimeS'
    readonly isDescending: boolean
  }
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
