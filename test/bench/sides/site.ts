import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrokerConnection } from '../../../main/broker/connection/connection.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import { createDevices } from '../../../main/devices/create-devices.ts'
import { DeviceIngest, type DeviceIngestDeps } from '../../../main/devices/intake/ingest.ts'
import { openDatabase } from '../../../main/platform/database/database.ts'
import type { Log } from '../../../main/shared/log.ts'
import { systemTimers } from '../../../main/shared/timers.ts'

export const SITE = 'site'
export const quietLog: Log = { info() {}, warn() {}, error: (message, error) => console.error(message, error) }

function targetOf(port: number): ConnectionTarget {
  return {
    profile: {
      id: SITE,
      name: 'Bench',
      host: '127.0.0.1',
      port,
      security: 'anonymous',
      transport: 'tcp',
      path: null,
      trust: 'ca',
      pinnedCertificate: null,
      username: null,
      ca: null,
      clientCertificate: null,
      serverName: null,
      clientIdPrefix: 'waypost-',
      keepaliveS: 60,
      connectAtStart: false,
      // Recognised at an earlier connection, as it mostly is.
      character: { kind: 'mosquitto', by: 'operator', since: 0, changes: {} },
    },
    secrets: { password: null, clientKey: null, passphrase: null },
  }
}

/** A database on disk and the devices domain on it, as the app composes them. */
export function openSite(change: Partial<DeviceIngestDeps> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'))
  const database = openDatabase(join(folder, 'history.db'))
  const devices = createDevices({
    database,
    clock: Date.now,
    timers: systemTimers,
    log: quietLog,
    newId: randomUUID,
    operatorName: () => 'bench',
    telemetryMiB: () => 512,
    isSimulated: () => false,
    onDevicesChanged: () => {},
    onAlertsChanged: () => {},
    onStorageChanged: () => {},
    notify: () => {},
  })
  const { registry, raw } = devices
  const ingest = new DeviceIngest({
    registry,
    raw,
    clock: Date.now,
    timers: systemTimers,
    log: quietLog,
    onResult: () => 'orphan',
    onAck: () => {},
    onOutput: () => {},
    onOversized: () => {},
    ...change,
  })
  devices.start()
  ingest.start()
  return {
    folder,
    database,
    devices,
    ingest,
    close: () => {
      ingest.dispose()
      devices.dispose()
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a connection and waits for its subscriptions. */
export async function connectTo(port: number): Promise<BrokerConnection> {
  const connection = new BrokerConnection({ now: Date.now, log: quietLog })
  const isConnected = new Promise<void>((resolve) => {
    connection.onStatus(({ state }) => {
      if (state === 'connected') resolve()
    })
  })
  await connection.connect(targetOf(port))
  await isConnected
  return connection
}
