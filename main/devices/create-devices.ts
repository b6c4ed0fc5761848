import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { StorageStatus } from '../../preload/contract/models/app/settings.ts'
import type { Alert } from '../../preload/contract/models/devices/alert.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Timers } from '../shared/timers.ts'
import { AlertService } from './alerts/alert-service.ts'
import { AlertStore } from './alerts/alert-store.ts'
import { RawMessages } from './intake/raw-messages.ts'
import { DeviceEntries } from './records/device-entries.ts'
import { DeviceRegistry } from './registry/registry.ts'
import { DeviceStore } from './storage/device-store.ts'
import { StorageHealth } from './storage/storage-health.ts'
import { TelemetryHistory } from './telemetry/telemetry-history.ts'
import { TelemetryStore, telemetryLimits } from './telemetry/telemetry-store.ts'

/** All that the devices domain needs from outside. */
export interface DevicesDeps {
  readonly database: DatabaseSyncInstance
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly newId: () => string
  readonly operatorName: () => string
  /** Limits of the readings on disk. */
  readonly telemetryMiB: () => number
  readonly isSimulated: (connectionId: string) => boolean
  /** True if the public key of the device is on record; no device has one unless given. */
  readonly isKeyKnown?: (ref: DeviceRef) => boolean
  /** Called at most ten times a second. */
  readonly onDevicesChanged: () => void
  /** Called at most twice a second. */
  readonly onAlertsChanged: () => void
  readonly onStorageChanged: (status: StorageStatus) => void
  /** True where the end of an alert is told too. */
  readonly tellsAlertEnds?: () => boolean
  readonly tell?: ((alerts: readonly Alert[]) => void) | undefined
  readonly notify: (alerts: readonly Alert[]) => void
}

export type Devices = ReturnType<typeof createDevices>

/**
 * Builds the devices domain, leaf first; the intake is built apart, because it hands results on to the commands. Nothing
 * runs before `start()`.
 */
export function createDevices(deps: DevicesDeps) {
  const { database, clock, timers, log } = deps
  const storage = new StorageHealth(deps.onStorageChanged)
  const store = new DeviceStore({
    db: database,
    clock,
    timers,
    log,
    onFailed: (error) => storage.report('devices', error),
  })
  const telemetry = new TelemetryHistory({
    store: new TelemetryStore(database, () => telemetryLimits(deps.telemetryMiB())),
    clock,
    timers,
    log,
    onWritten: (error) => storage.report('telemetry', error),
  })
  const alerts: AlertService = new AlertService({
    store: new AlertStore(database),
    find: (ref) => registry.find(ref),
    isSimulated: deps.isSimulated,
    clock,
    timers,
    newId: deps.newId,
    log,
    operatorName: deps.operatorName,
    tellsEnds: deps.tellsAlertEnds ?? (() => false),
    tell: deps.tell,
    notify: deps.notify,
    onChanged: deps.onAlertsChanged,
    onWritten: (error) => storage.report('alerts', error),
  })
  const registry: DeviceRegistry = new DeviceRegistry({
    clock,
    timers,
    store,
    isSimulated: deps.isSimulated,
    isKeyKnown: deps.isKeyKnown ?? (() => false),
    onChanged: deps.onDevicesChanged,
    observers: [telemetry, alerts],
  })
  return {
    registry,
    alerts,
    raw: new RawMessages(),
    telemetry,
    storage,
    entries: new DeviceEntries({ registry, clock }),
    /** Loads the stored data and starts listening. */
    start(): void {
      registry.start()
      alerts.start()
      store.start()
      telemetry.start()
    },
    /** Writes pending changes; the owner of the database closes it afterwards. */
    dispose(): void {
      registry.dispose()
      telemetry.dispose()
      alerts.dispose()
      store.dispose()
    },
  }
}
