import { AppError } from '../../../preload/contract/errors.ts'
import type {
  ChosenCheck,
  DeviceCounts,
  DeviceDetail,
  DeviceQuery,
  DeviceRef,
  DeviceSelection,
  DeviceWarning,
  DeviceWindow,
  InFlight,
  MatchingDevices,
  OrphanResult,
} from '../../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import type { Clock } from '../../shared/clock.ts'
import { Throttle } from '../../shared/throttle.ts'
import type { Timers } from '../../shared/timers.ts'
import type { Capability, DeviceMessage, ResultMessage } from '../wire/messages.ts'
import { ConnectionDevices, countsFrom, type OnPresence } from './connection-devices.ts'
import { DeviceRecord, type DeviceTarget } from './device-record.ts'
import { updateRecord } from './device-updates.ts'
import { OrphanShelf, orphanOf } from './orphan-results.ts'

/** Where the registry keeps its records between runs. */
export interface DevicePersistence {
  load(): {
    readonly records: readonly DeviceRecord[]
    readonly orphans: readonly (DeviceRef & { readonly orphan: OrphanResult })[]
  }
  /** `isUrgent`: more than the latest readings changed. */
  changed(record: DeviceRecord, isUrgent: boolean): void
  forget(ref: DeviceRef): void
  orphaned(ref: DeviceRef, orphan: OrphanResult): void
}

/** Told of what happens to devices, at once. */
export interface DeviceObserver {
  /** A message was taken in. */
  updated(record: DeviceRecord, message: DeviceMessage): void
  presenceChanged: OnPresence
  forgotten(record: DeviceRecord): void
}

export interface DeviceRegistryDeps {
  readonly clock: Clock
  readonly timers: Timers
  readonly store: DevicePersistence
  /** True for the demo's connection: its devices never start a process. */
  readonly isSimulated: (connectionId: string) => boolean
  /** Something changed; at most five times a second. */
  readonly onChanged: () => void
  readonly observers?: readonly DeviceObserver[]
}

const SWEEP_EVERY_MS = 1_000
/** A gap between two sweeps this long means that the computer slept, or that the process stood still. */
const SLEPT_AFTER_MS = 15_000
const CHANGES_PERIOD_MS = 200
/** Devices of one connection. */
const DEVICES_MAX = 200_000

/** All devices of all connections, in memory; keyed by connection, then id. */
export class DeviceRegistry {
  readonly #deps: DeviceRegistryDeps
  readonly #connections = new Map<string, ConnectionDevices>()
  readonly #orphans = new OrphanShelf()
  readonly #changes: Throttle
  readonly #observers: readonly DeviceObserver[]
  #revision = 0
  #sweptAt = 0
  #stopSweeping: (() => void) | null = null

  constructor(deps: DeviceRegistryDeps) {
    this.#deps = deps
    this.#observers = deps.observers ?? []
    this.#changes = new Throttle(deps.timers, CHANGES_PERIOD_MS, deps.onChanged)
  }

  /** Rises with every change. */
  get revision(): number {
    return this.#revision
  }

  /** Loads what is stored, and begins to notice silence. */
  start(): void {
    const now = this.#deps.clock()
    const { records, orphans } = this.#deps.store.load()
    for (const record of records) this.#connection(record.connectionId).add(record, now)
    for (const { orphan, ...ref } of orphans) {
      const record = this.find(ref)
      if (record !== undefined) this.#orphans.add(record, orphan)
    }
    this.#sweptAt = now
    this.#stopSweeping = this.#deps.timers.every(SWEEP_EVERY_MS, () => this.#sweep())
  }

  dispose(): void {
    this.#stopSweeping?.()
    this.#stopSweeping = null
    this.#changes.dispose()
  }

  /** Call when the connection is up, before it subscribes. */
  connected(connectionId: string): void {
    this.#connection(connectionId).listenFrom(this.#deps.clock())
    this.#touched()
  }

  /** Call when the connection is lost or closed: presence stands still until it is back. */
  disconnected(connectionId: string): void {
    this.#connection(connectionId).deafFrom(this.#deps.clock())
    this.#touched()
  }

  /** Call after the computer slept: the silence was ours. Long gaps are also noticed without it. */
  resumed(): void {
    const now = this.#deps.clock()
    this.#sweptAt = now
    for (const devices of this.#connections.values()) if (!devices.isDeaf) devices.listenFrom(now)
    this.#touched()
  }

  /** Takes a message in, after `connected`; false when there are too many devices for a new one. */
  apply(connectionId: string, message: DeviceMessage): boolean {
    const devices = this.#connection(connectionId)
    const { receivedAt } = message
    const known = devices.get(message.deviceId)
    const record = known ?? this.add(connectionId, message.deviceId, receivedAt)
    if (record === null) return false
    const isUrgent = updateRecord(record, message, devices.heardFrom)
    devices.judge(record, receivedAt)
    this.#deps.store.changed(record, isUrgent || known === undefined)
    for (const observer of this.#observers) observer.updated(record, message)
    this.#touched()
    return true
  }

  /** A new record of a device that is not known yet; null when there are too many. */
  add(connectionId: string, deviceId: string, firstSeenAt: number): DeviceRecord | null {
    const devices = this.#connection(connectionId)
    if (devices.size >= DEVICES_MAX) return null
    const start = { connectionId, deviceId, firstSeenAt, lastSeenAt: null, learntIntervalMs: null }
    const record = new DeviceRecord(start)
    devices.add(record, firstSeenAt)
    return record
  }

  /** Call after the operator changed a record. */
  edited(record: DeviceRecord): void {
    this.#deps.store.changed(record, true)
    this.#connection(record.connectionId).mark(record)
    this.#touched()
  }

  /** Sets the oldest command that a device may be at work on, because its presence follows it; null ends it. */
  setBusy({ connectionId, deviceId }: DeviceRef, command: InFlight | null): void {
    this.#known(connectionId)?.setBusy(deviceId, command, this.#deps.clock())
    this.#touched()
  }

  /** Keeps a result that belongs to no command of ours on its device. */
  addOrphan(connectionId: string, result: ResultMessage): void {
    const record = this.find({ connectionId, deviceId: result.deviceId })
    if (record === undefined) return
    const orphan = orphanOf(result)
    this.#orphans.add(record, orphan)
    this.#deps.store.orphaned(record, orphan)
    this.#touched()
  }

  /** Notes a spoofed id or contradicting answers; without effect on a device that is not known. */
  addWarning(ref: DeviceRef, kind: 'spoof' | 'conflict', detail: string): void {
    const record = this.find(ref)
    if (record === undefined) return
    const before = record.warnings.find((warning) => warning.kind === kind)
    const count = (before?.count ?? 0) + 1
    const warning: DeviceWarning = { kind, at: this.#deps.clock(), count, detail: sanitiseLine(detail, 200) }
    record.warnings = [...record.warnings.filter((other) => other !== before), warning]
    this.#saved(record)
  }

  /** @throws AppError FILTER_INVALID */
  queryWindow(connectionId: string | null, query: DeviceQuery): DeviceWindow {
    const devices = this.#known(connectionId)
    if (connectionId === null || devices === undefined) return { rows: [], total: 0, revision: this.#revision }
    const { records, total } = devices.window(query, this.#deps.clock())
    const isSimulated = this.#deps.isSimulated(connectionId)
    return { rows: records.map((record) => record.toRow(isSimulated)), total, revision: this.#revision }
  }

  /** @throws AppError FILTER_INVALID */
  matching(connectionId: string | null, selection: DeviceSelection): MatchingDevices {
    return this.#known(connectionId)?.matching(selection, this.#deps.clock()) ?? { deviceIds: [], total: 0 }
  }

  /** What became of chosen devices. @throws AppError FILTER_INVALID */
  checkChosen(connectionId: string, deviceIds: readonly string[], selection: DeviceSelection): ChosenCheck {
    return this.#known(connectionId)?.check(deviceIds, selection, this.#deps.clock()) ?? { gone: deviceIds, hidden: 0 }
  }

  records(connectionId: string): Iterable<DeviceRecord> {
    return this.#known(connectionId)?.all() ?? []
  }

  /** Zeros while there is no connection. */
  counts(connectionId: string | null): DeviceCounts {
    return this.#known(connectionId)?.counts() ?? countsFrom(() => 0)
  }

  /** @throws AppError NOT_FOUND */
  get(ref: DeviceRef): DeviceDetail {
    return this.#require(ref).toDetail(this.#deps.isSimulated(ref.connectionId))
  }

  /** Returns a device as the target of a command; null if it is not known. */
  target(connectionId: string, deviceId: string): DeviceTarget | null {
    return this.find({ connectionId, deviceId })?.toTarget(this.#deps.isSimulated(connectionId)) ?? null
  }

  /** What the operator says that devices run; null takes it back. @throws AppError NOT_FOUND, and sets none then */
  setSystem(connectionId: string, deviceIds: readonly string[], system: DeviceSystem | null): void {
    const records = deviceIds.map((deviceId) => this.#require({ connectionId, deviceId }))
    for (const record of records) {
      record.operatorSystem = system
      this.#saved(record)
    }
  }

  /** Removes a device and its orphans; it comes back when it is heard again. @throws AppError NOT_FOUND */
  forget(ref: DeviceRef): void {
    const record = this.#require(ref)
    this.#orphans.forget(record)
    this.#connection(ref.connectionId).forget(record)
    this.#deps.store.forget(ref)
    for (const observer of this.#observers) observer.forgotten(record)
    this.#touched()
  }

  capabilities(ref: DeviceRef): readonly Capability[] {
    return this.find(ref)?.announced.capabilities ?? []
  }

  #sweep(): void {
    const now = this.#deps.clock()
    if (now - this.#sweptAt > SLEPT_AFTER_MS || now < this.#sweptAt) this.resumed()
    this.#sweptAt = now
    let judged = 0
    for (const devices of this.#connections.values()) judged += devices.sweep(now) + (devices.hasTimedView ? 1 : 0)
    if (judged > 0) this.#touched()
  }

  #judge(record: DeviceRecord): void {
    this.#connection(record.connectionId).judge(record, this.#deps.clock())
    this.#touched()
  }

  #saved(record: DeviceRecord): void {
    this.#deps.store.changed(record, true)
    this.#judge(record)
  }

  #touched(): void {
    this.#revision += 1
    this.#changes.mark()
  }

  #known(connectionId: string | null): ConnectionDevices | undefined {
    return connectionId === null ? undefined : this.#connections.get(connectionId)
  }

  #connection(connectionId: string): ConnectionDevices {
    const known = this.#connections.get(connectionId)
    if (known !== undefined) return known
    const tell: OnPresence = (record, before) => {
      for (const observer of this.#observers) observer.presenceChanged(record, before)
    }
    const created = new ConnectionDevices(tell, this.#deps.clock())
    this.#connections.set(connectionId, created)
    return created
  }

  find({ connectionId, deviceId }: DeviceRef): DeviceRecord | undefined {
    return this.#connections.get(connectionId)?.get(deviceId)
  }

  #require(ref: DeviceRef): DeviceRecord {
    const record = this.find(ref)
    if (record === undefined) throw new AppError('NOT_FOUND', { deviceId: ref.deviceId })
    return record
  }
}
