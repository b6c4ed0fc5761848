import type {
  DeviceEntry,
  DeviceMetrics,
  DeviceRow,
  DeviceWarning,
  OrphanResult,
  Presence,
  PresenceEvidence,
} from '../../../preload/contract/models/devices/device.ts'
import type { DeviceReading } from '../../../preload/contract/models/devices/vitals.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { DeviceSigning, PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import { type LifeSign, lifeSign, type PresenceFacts } from '../presence.ts'
import type { Capability, UnreadableMessage } from '../wire/messages.ts'
import { ClockSkew } from './clock-skew.ts'
import { hasWarnings } from './device-warnings.ts'
import { LearntInterval } from './interval.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Facts that a device states about itself in its status message. */
export interface Announcement {
  readonly hostname: string | null
  readonly ipAddress: string | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
  readonly system: DeviceSystem | null
  /** Epoch ms since when it announces this system; null if unknown. */
  readonly systemSince: number | null
  readonly capabilities: readonly Capability[]
  /** It says that it runs nothing without an operator's signature. */
  readonly isRefusingUnsigned: boolean
  readonly maxClass: PolicyClass | null
}

/** Initial fields; missing ones are unknown. */
export interface RecordStart {
  readonly connectionId: string
  readonly deviceId: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number | null
  readonly learntIntervalMs: number | null
}

/** Until the first status. */
export const NOTHING_ANNOUNCED: Announcement = {
  hostname: null,
  ipAddress: null,
  agent: null,
  version: null,
  shell: null,
  system: null,
  systemSince: null,
  capabilities: [],
  isRefusingUnsigned: false,
  maxClass: null,
}
/** Entry of a device about which the operator wrote nothing. */
export const NO_ENTRY: DeviceEntry = { name: '', description: '', location: '', tags: [], notes: '' }
const NEVER: PresenceEvidence = { kind: 'never' }
const NO_READINGS: readonly DeviceReading[] = []
const NO_ORPHANS: readonly OrphanResult[] = []
const NO_SESSIONS: readonly string[] = []
const NO_WARNINGS: readonly DeviceWarning[] = []

interface Unreadable extends Pick<UnreadableMessage, 'topicKind' | 'reason'> {
  readonly count: number
  /** Epoch ms of the last. */
  readonly at: number
}

/** What of a record is newer than on disk: readings alone wait longer. */
type Unsaved = 'nothing' | 'readings' | 'all'

/**
 * One device in memory. A plain struct, because 100,000 of them are read and sorted all the time; each group of fields says
 * which module writes it.
 */
export class DeviceRecord implements PresenceFacts {
  readonly connectionId: string
  readonly deviceId: string
  readonly firstSeenAt: number

  // Used with each message, so they stand side by side: 100,000 records fit into no cache.
  lastSeenAt: number | null
  readonly interval: LearntInterval
  readonly clock = new ClockSkew()
  readonly metrics: Mutable<DeviceMetrics> = {
    cpuTemperatureC: null,
    cpuPercent: null,
    memoryPercent: null,
    memoryUsedB: null,
    memoryTotalB: null,
    diskPercent: null,
    uptimeS: null,
  }
  /** Latest messages of one kind that were not understood, since the last that was; written by device-updates.ts. */
  unreadable: Unreadable | null = null
  // Live messages, written by device-updates.ts and read by presence.ts.
  lastLiveAt: number | null
  lastLiveKind: LifeSign = 'heartbeat'
  isRestored: boolean
  offline: PresenceFacts['offline'] = null
  /** Last sign of life or status, retained ones too; 0 before the first of this run. */
  heardAt = 0
  quietUntil = 0
  /** Written by connection-devices.ts too. */
  wasAway = false
  /** Other readings: of the last `data`, and of the last heartbeat. */
  sensors: readonly DeviceReading[] = NO_READINGS
  vitals: readonly DeviceReading[] = NO_READINGS
  // The verdict of presence.ts, written by connection-devices.ts.
  presence: Presence = 'never-seen'
  /** Epoch ms since when it is only the last that is known; null while it is current. */
  lastKnownAt: number | null = null
  presenceValidUntil = Number.POSITIVE_INFINITY
  #evidence: PresenceEvidence | null = NEVER
  /** Views that have yet to place this record again, one bit each (device-query.ts). */
  dirtyViews = 0
  /** Index in the columns of the running minute (telemetry/minute-columns.ts); -1 until it has one. */
  slot = -1
  // Saving (storage/device-store.ts).
  /** Epoch ms of the last write to disk; 0 is never. */
  savedAt = 0
  unsaved: Unsaved = 'nothing'

  // Stated by the device (device-updates.ts).
  retainedOnline: PresenceFacts['retainedOnline'] = null
  /** Device time of its last `online`, kept over a restart; a Last Will is older. */
  onlineStatedAt: number | null = null
  announced: Announcement = NOTHING_ANNOUNCED

  // Written by `noteSession`, the latest session first.
  agentSessions: readonly string[] = NO_SESSIONS
  sessionReturns = 0

  // Written by the operator (registry.ts, records/device-entries.ts).
  operatorSystem: DeviceSystem | null = null
  entry: DeviceEntry = NO_ENTRY
  isAddedByHand = false

  // Doubts: connection-devices.ts writes the case variant, orphan-results.ts the orphans, registry.ts the warnings.
  /** Another device whose id differs only in case. */
  caseVariantId: string | null = null
  orphans: readonly OrphanResult[] = NO_ORPHANS
  /** Those that are noted; other warnings follow from `clock`, `caseVariantId` and the two systems. */
  warnings: readonly DeviceWarning[] = NO_WARNINGS

  isForgotten = false
  /** Index in the columns of a view (id-order.ts); -1 until it is added. */
  index = -1
  /** Number in the telemetry on disk (telemetry/telemetry-store.ts); 0 until it has one. */
  telemetryKey = 0
  #searchText: string | null = null

  constructor(start: RecordStart) {
    this.connectionId = start.connectionId
    this.deviceId = start.deviceId
    this.firstSeenAt = start.firstSeenAt
    this.lastSeenAt = start.lastSeenAt
    this.lastLiveAt = start.lastSeenAt
    this.isRestored = start.lastSeenAt !== null
    this.interval = new LearntInterval(start.learntIntervalMs)
  }

  get evidence(): PresenceEvidence {
    return this.#evidence ?? lifeSign(this)
  }

  /** Null: the last live message itself, because it is not stored with each message. */
  set evidence(evidence: PresenceEvidence | null) {
    this.#evidence = evidence
  }

  get intervalMs(): number {
    return this.interval.ms
  }

  get hasWarnings(): boolean {
    return hasWarnings(this)
  }

  /** Set by the operator, else announced, else assumed. A contradicting announcement is only a warning. */
  get system(): { readonly system: DeviceSystem; readonly source: DeviceRow['systemSource'] } {
    if (this.operatorSystem !== null) return { system: this.operatorSystem, source: 'operator' }
    if (this.announced.system !== null) return { system: this.announced.system, source: 'announced' }
    return { system: 'linux', source: 'assumed' }
  }

  /** Text that a query searches, in lower case. */
  get searchText(): string {
    const { hostname, ipAddress } = this.announced
    const { name, location, tags } = this.entry
    this.#searchText ??= [this.deviceId, hostname, ipAddress, name, location, ...tags]
      .filter(Boolean)
      .join('\n')
      .toLowerCase()
    return this.#searchText
  }

  announce(announced: Announcement): void {
    this.announced = announced
    this.#searchText = null
  }

  edit(entry: DeviceEntry): void {
    this.entry = entry
    this.#searchText = null
  }

  /** Lowers times in the future to `now`, because they would look fresh for ever after the clock was set back. */
  notAfter(now: number): void {
    if (this.lastSeenAt !== null) this.lastSeenAt = Math.min(this.lastSeenAt, now)
    if (this.lastLiveAt !== null) this.lastLiveAt = Math.min(this.lastLiveAt, now)
    this.heardAt = Math.min(this.heardAt, now)
    this.quietUntil = Math.min(this.quietUntil, now)
  }

  /** `hasKey`: its public key came with its installation. What it says of itself alone proves nothing. */
  signing(hasKey: boolean): DeviceSigning {
    const { capabilities, isRefusingUnsigned } = this.announced
    if (!capabilities.includes('signed') || !isRefusingUnsigned) return 'unsigned'
    return hasKey ? 'proven' : 'signed'
  }
}
