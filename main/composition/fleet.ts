import { randomUUID } from 'node:crypto'
import { DEMO_PROFILE_ID } from '../demo/names.ts'
import { createDevices } from '../devices/create-devices.ts'
import type { Environment } from './environment.ts'
import type { Storage } from './storage.ts'

export type Fleet = ReturnType<typeof createFleet>

/** Builds the devices and their alerts. */
export function createFleet(
  { announcer, emit, now, timers }: Environment,
  { database, deviceKeys, log, settings }: Storage,
) {
  return createDevices({
    database,
    clock: now,
    timers,
    log,
    newId: randomUUID,
    operatorName: () => settings.settings().operatorName,
    telemetryMiB: () => settings.settings().telemetryMiB,
    isSimulated: (connectionId) => connectionId === DEMO_PROFILE_ID,
    isKeyKnown: (ref) => deviceKeys.find(ref) !== null,
    onDevicesChanged: () => announcer.emit('devicesChanged'),
    onAlertsChanged: () => announcer.emit('alertsChanged'),
    onStorageChanged: (status) => emit('storage.changed', status),
    tellsAlertEnds: () => settings.settings().tellsAlertEnds,
    tell: (alerts) => announcer.emit('alertsToTell', alerts),
    notify: (alerts) => announcer.emit('alertsToNotify', alerts),
  })
}
