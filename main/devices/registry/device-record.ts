import type {
  DeviceDetail,
  DeviceEntry,
  DeviceMetrics,
  DeviceRow,
  DeviceWarning,
  OrphanResult,
  Presence,
  PresenceEvidence,
} from '../../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import { shellOf } from '../../safety/classifier/judge-for-systems.ts'
import { type LifeSign, lifeSign, type PresenceFacts } from '../presence.ts'
import type { Capability, Sensor } from '../wire/messages.ts'
import { ClockSkew } from './clock-skew.ts'
import { LearntInterval } from './interval.ts'
import type { Chunk, SortKey } from './sorted-chunks.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** What a device says about itself in its status. */
export interface Announcement {
  readonly hostname: string | null
  readonly ipAddress: string | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
  readonly system: DeviceSystem | null
  /** Epoch ms since when it announces this system; null where that is not known. */
  readonly systemSince: number | null
  readonly capabilities: readonly Capability[]
}

/** Most that a record starts with; what is absent is unknown. */
export interface RecordStart {
  readonly connectionId: string
  readonly deviceId: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number | null
  readonly learntIntervalMs: number | null
}

const NOTHING_ANNOUNCED: Announcement = {
  hostname: null,
  ipAddress: null,
  agent: null,
  version: null,
  shell: null,
  system: null,
  systemSince: null,
  capabilities: [],
}
/** What a device starts with: the operator wrote nothing yet. */
export const NO_ENTRY: DeviceEntry = { name: '', description: '', location: '', tags: [], notes: '' }
const NEVER: PresenceEvidence = { kind: 'never' }
const NO_SENSORS: readonly Sensor[] = []
const NO_ORPHANS: readonly OrphanResult[] = []
const NO_WARNINGS: readonly DeviceWarning[] = []

/** A device as the target of a command. */
export type DeviceTarget = Pick<
  DeviceDetail,
  'deviceId' | 'presence' | 'system' | 'systemSource' | 'isSimulated' | 'capabilities' | 'shell' | 'metrics'
>

/** All that is held in memory of one device; changed by the registry alone. */
export class DeviceRecord implements PresenceFacts {
  readonly connectionId: string
  readonly deviceId: string
  readonly firstSeenAt: number
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

  lastLiveAt: number | null
  lastLiveKind: LifeSign = 'heartbeat'
  isRestored: boolean
  retainedOnline: PresenceFacts['retainedOnline'] = null
  offline: PresenceFacts['offline'] = null
  quietUntil = 0
  /** Device time of its last `online`: a Last Will was written before it. */
  onlineStatedAt: number | null = null

  announced: Announcement = NOTHING_ANNOUNCED
  operatorSystem: DeviceSystem | null = null
  entry: DeviceEntry = NO_ENTRY
  isAddedByHand = false
  /** Another device whose id differs only in case. */
  twinId: string | null = null
  sensors: readonly Sensor[] = NO_SENSORS
  orphans: readonly OrphanResult[] = NO_ORPHANS
  /** Spoof and conflict; what else is wrong is told from `clock`, `twinId` and the two systems. */
  warnings: readonly DeviceWarning[] = NO_WARNINGS

  presence: Presence = 'never-seen'
  presenceValidUntil = Number.POSITIVE_INFINITY
  #evidence: PresenceEvidence | null = NEVER

  isForgotten = false
  /** Sorted views that have yet to place this record again, a bit each. */
  dirtyViews = 0
  /** Where it stands in the two sorted views. */
  readonly places: [Chunk | null, Chunk | null] = [null, null]
  /** What it was sorted by there. */
  readonly sortKeys: [SortKey, SortKey] = [null, null]
  /** Its place in the telemetry's columns; -1 until it has one. */
  slot = -1
  /** Its number in the telemetry on disk; 0 until it has one. */
  telemetryKey = 0
  /** Epoch ms of the last write to disk; 0 is never. */
  savedAt = 0
  isUnsaved = false
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

  /** Null: the last sign of life itself, which is not written down with each message. */
  set evidence(evidence: PresenceEvidence | null) {
    this.#evidence = evidence
  }

  get intervalMs(): number {
    return this.interval.ms
  }

  get hasWarnings(): boolean {
    return this.warnings.length > 0 || this.twinId !== null || this.clock.isWrong || this.#otherSystem !== null
  }

  /** Set by the operator, else announced, else assumed. What contradicts the operator is a warning, never a switch. */
  get system(): { readonly system: DeviceSystem; readonly source: DeviceRow['systemSource'] } {
    if (this.operatorSystem !== null) return { system: this.operatorSystem, source: 'operator' }
    if (this.announced.system !== null) return { system: this.announced.system, source: 'announced' }
    return { system: 'linux', source: 'assumed' }
  }

  /** What the free text of a query is looked for in, in lower case. */
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

  /** Takes back times that this computer's clock has not reached: it was set back, and they would look fresh for ever. */
  notAfter(now: number): void {
    if (this.lastSeenAt !== null) this.lastSeenAt = Math.min(this.lastSeenAt, now)
    if (this.lastLiveAt !== null) this.lastLiveAt = Math.min(this.lastLiveAt, now)
    this.quietUntil = Math.min(this.quietUntil, now)
  }

  toRow(isSimulated: boolean): DeviceRow {
    const { system, source } = this.system
    return {
      connectionId: this.connectionId,
      deviceId: this.deviceId,
      name: this.entry.name,
      location: this.entry.location,
      tags: this.entry.tags,
      presence: this.presence,
      evidence: this.evidence,
      lastSeenAt: this.lastSeenAt,
      system,
      systemSource: source,
      hostname: this.announced.hostname,
      ipAddress: this.announced.ipAddress,
      metrics: { ...this.metrics },
      isSimulated,
      hasWarnings: this.hasWarnings,
    }
  }

  /** Returns what a command has to know of the device, without building the whole detail. */
  toTarget(isSimulated: boolean): DeviceTarget {
    const { deviceId, presence, metrics } = this
    const { system, source: systemSource } = this.system
    const { capabilities, shell } = this.announced
    return { deviceId, presence, system, systemSource, isSimulated, capabilities, shell, metrics: { ...metrics } }
  }

  toDetail(isSimulated: boolean): DeviceDetail {
    const { agent, version, shell, system: announcedSystem, capabilities } = this.announced
    return {
      ...this.toRow(isSimulated),
      description: this.entry.description,
      notes: this.entry.notes,
      isAddedByHand: this.isAddedByHand && this.lastSeenAt === null,
      firstSeenAt: this.firstSeenAt,
      agent,
      version,
      shell,
      announcedSystem,
      capabilities,
      intervalS: this.interval.ms / 1000,
      isIntervalLearnt: this.interval.isLearnt,
      clockSkewMs: this.clock.skewMs,
      sensors: this.sensors,
      orphans: this.orphans,
      warnings: this.#allWarnings(),
    }
  }

  #allWarnings(): readonly DeviceWarning[] {
    const twin: DeviceWarning[] =
      this.twinId === null ? [] : [{ kind: 'case-twin', at: this.firstSeenAt, count: 1, detail: this.twinId }]
    const system = this.#otherSystem
    const systems = system === null ? [] : [this.#systemWarning(system)]
    return [...this.warnings, ...systems, ...twin, ...(this.clock.isWrong ? [this.#clockWarning()] : [])]
  }

  /** What the device announces, where its commands would run in another shell than the operator set. */
  get #otherSystem(): DeviceSystem | null {
    const { system } = this.announced
    if (system === null || this.operatorSystem === null) return null
    return shellOf(system) === shellOf(this.operatorSystem) ? null : system
  }

  #systemWarning(system: DeviceSystem): DeviceWarning {
    return { kind: 'other-system', at: this.announced.systemSince ?? this.firstSeenAt, count: 1, detail: system }
  }

  #clockWarning(): DeviceWarning {
    const skewS = Math.round((this.clock.skewMs ?? 0) / 1000)
    return { kind: 'clock-skew', at: this.clock.lastAt, count: 1, detail: `${skewS > 0 ? '+' : ''}${skewS} s` }
  }
}
