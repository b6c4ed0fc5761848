import { AppError } from '../../../preload/contract/errors.ts'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type {
  DeviceDetail,
  DeviceRef,
  InFlight,
  NotedWarning,
  OrphanResult,
} from '../../../preload/contract/models/devices/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { Clock } from '../../shared/clock.ts'
import { Throttle } from '../../shared/throttle.ts'
import type { Timers } from '../../shared/timers.ts'
import type { DeviceMessage, ResultMessage } from '../wire/messages.ts'
import type { ConnectionDevices, OnPresence } from './connection-devices.ts'
import { ConnectionSet } from './connection-set.ts'
import { DeviceRecord } from './device-record.ts'
import { updateRecord } from './device-updates.ts'
import { type DeviceTarget, detailOf, targetOf } from './device-views.ts'
import { noteWarning } from './device-warnings.ts'
import { OrphanResults, orphanOf } from './orphan-results.ts'
import { RegistryQueries } from './registry-queries.ts'
import { SilenceWatch } from './silence-watch.ts'

/** Storage of the records between runs. */
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
  /** True if the public key of the device is on record. */
  readonly isKeyKnown?: (ref: DeviceRef) => boolean
  /** Something changed; at most five times a second. */
  readonly onChanged: () => void
  readonly observers?: readonly DeviceObserver[]
}

const CHANGES_PERIOD_MS = 200
/** Devices of one connection. */
const DEVICES_MAX = 200_000

/** All devices of all connections, in memory; keyed by connection, then id. */
export class DeviceRegistry {
  readonly #deps: DeviceRegistryDeps
  /** Answers about many devices. */
  readonly queries: RegistryQueries
  readonly #connections: ConnectionSet
  readonly #orphans = new OrphanResults()
  readonly #changes: Throttle
  readonly #silence: SilenceWatch
  readonly #observers: readonly DeviceObserver[]
  #revision = 0
  #entriesRevision = 0

  constructor(deps: DeviceRegistryDeps) {
    this.#deps = deps
    this.#observers = deps.observers ?? []
    this.#connections = new ConnectionSet((record, before) => {
      if (record.wasAway) deps.store.changed(record, true)
      for (const observer of this.#observers) observer.presenceChanged(record, before)
    })
    this.queries = new RegistryQueries({
      ...deps,
      connections: this.#connections,
      hasKey: (record) => this.#hasKey(record),
      revision: () => this.#revision,
    })
    this.#changes = new Throttle(deps.timers, CHANGES_PERIOD_MS, deps.onChanged)
    this.#silence = new SilenceWatch({ ...deps, connections: this.#connections, onChanged: () => this.#touched() })
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
    this.#silence.start()
  }

  dispose(): void {
    this.#silence.dispose()
    this.#changes.dispose()
  }

  /** Call when the broker has let the console in, before it subscribes. */
  connected(connectionId: string): void {
    this.#connection(connectionId).startListening(this.#deps.clock())
    this.#touched()
  }

  /** Call when the connection is lost or closed: presence stands still until it is back. */
  disconnected(connectionId: string): void {
    this.#connection(connectionId).stopListening(this.#deps.clock())
    this.#touched()
  }

  /** Call after the computer slept: the silence was ours. Long gaps are also noticed without it. */
  resumed(): void {
    this.#silence.resumed()
  }

  /** Takes a message in, after `connected`; false when there are too many devices for a new one. */
  apply(connectionId: string, message: DeviceMessage): boolean {
    const devices = this.#connection(connectionId)
    const { receivedAt } = message
    const known = devices.get(message.deviceId)
    const record = known ?? this.add(connectionId, message.deviceId, receivedAt)
    if (record === null) return false
    const isUrgent = updateRecord(record, message, devices.listeningSince)
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
    const record = new DeviceRecord({ connectionId, deviceId, firstSeenAt, lastSeenAt: null, learntIntervalMs: null })
    devices.add(record, firstSeenAt)
    return record
  }

  /** Rises with every change of an operator's entry. */
  get entriesRevision(): number {
    return this.#entriesRevision
  }

  /** Call after the operator changed a record. */
  edited(record: DeviceRecord): void {
    this.#entriesRevision += 1
    this.#deps.store.changed(record, true)
    this.#connection(record.connectionId).mark(record)
    this.#touched()
  }

  /** Sets the oldest command that a device may be at work on, because its presence follows it; null ends it. */
  setBusy({ connectionId, deviceId }: DeviceRef, command: InFlight | null): void {
    this.#connections.get(connectionId)?.setBusy(deviceId, command, this.#deps.clock())
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
  addWarning(ref: DeviceRef, kind: NotedWarning, detail: string): void {
    const record = this.find(ref)
    if (record === undefined) return
    noteWarning(record, kind, detail, this.#deps.clock())
    this.#saved(record)
  }

  records(connectionId: string): Iterable<DeviceRecord> {
    return this.#connections.get(connectionId)?.all() ?? []
  }

  /** @throws AppError NOT_FOUND */
  get(ref: DeviceRef): DeviceDetail {
    const record = this.#require(ref)
    return detailOf(record, this.#deps.isSimulated(ref.connectionId), this.#hasKey(record))
  }

  /** Returns a device as the target of a command; null if it is not known. */
  target(connectionId: string, deviceId: string): DeviceTarget | null {
    const record = this.find({ connectionId, deviceId })
    return record === undefined ? null : targetOf(record, this.#deps.isSimulated(connectionId))
  }

  /** Sets the system that devices run, all or none; null takes it back. @throws AppError NOT_FOUND */
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

  #hasKey(record: DeviceRecord): boolean {
    return this.#deps.isKeyKnown?.(record) ?? false
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

  #connection(connectionId: string): ConnectionDevices {
    return this.#connections.get(connectionId) ?? this.#connections.open(connectionId, this.#deps.clock())
  }

  find(ref: DeviceRef): DeviceRecord | undefined {
    return this.#connections.find(ref)
  }

  #require(ref: DeviceRef): DeviceRecord {
    const record = this.find(ref)
    if (record === undefined) throw new AppError('NOT_FOUND', { deviceId: ref.deviceId })
    return record
  }
}

/**
 * Returns what takes each status of the connection: presence counts from the CONNACK of a session, because a broker may
 * send what it retains before its SUBACK, and stands still from the end of that session on.
 */
export function followSessions(
  registry: Pick<DeviceRegistry, 'connected' | 'disconnected'>,
): (status: Pick<ConnectionStatus, 'profileId' | 'openedAt'>) => void {
  let heard: { readonly connectionId: string; readonly openedAt: number } | null = null
  return ({ profileId, openedAt }) => {
    if (heard !== null && heard.connectionId === profileId && heard.openedAt === openedAt) return
    if (heard !== null) registry.disconnected(heard.connectionId)
    heard = profileId === null || openedAt === null ? null : { connectionId: profileId, openedAt }
    if (heard !== null) registry.connected(heard.connectionId)
  }
}
