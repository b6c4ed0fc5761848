import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach } from 'vitest'
import { AlertService } from '../../../../../main/devices/alerts/alert-service.ts'
import { AlertStore } from '../../../../../main/devices/alerts/alert-store.ts'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import type { Alert, AlertRule, AlertState } from '../../../../../preload/contract/models/devices/alert.ts'
import { CONNECTION, FakeTime, makeScene, RecordedLog } from '../scene.ts'

export const S = 1_000
/** A rule on humidity, which ends its alerts at once. */
export const RULE: AlertRule = {
  id: 'own',
  name: 'Own',
  watches: { kind: 'data', field: 'humidity' },
  comparison: 'above',
  threshold: 60,
  durationS: 10,
  cooldownS: 60,
  severity: 'info',
  scope: '',
  isEnabled: true,
  hasNotification: true,
}

/** A database in a folder of its own for each test of the suite that calls this. */
export function databaseOfEachTest(): { readonly file: () => string; readonly db: () => DatabaseSyncInstance } {
  let folder = ''
  let db: DatabaseSyncInstance
  const file = () => join(folder, 'waypost.db')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-alerts-'))
    db = new DatabaseSync(file())
    for (const step of SCHEMA) db.exec(step)
  })
  afterEach(() => {
    if (db.isOpen) db.close()
    rmSync(folder, { recursive: true })
  })
  return { file, db: () => db }
}

/** Alerts over a database, with devices that send and a time that is moved by hand. */
export function runAlerts(db: DatabaseSyncInstance, time = new FakeTime(), tellsEnds = () => true) {
  const notified: Alert[][] = []
  const problems: unknown[] = []
  const told: number[] = []
  let ids = 0
  const alerts: AlertService = new AlertService({
    store: new AlertStore(db),
    find: (ref) => scene.registry.find(ref),
    clock: time.clock,
    timers: time,
    newId: () => `alert-${time.now}-${ids++}`,
    log: new RecordedLog(),
    operatorName: () => 'Ada',
    notify: (alerts) => notified.push([...alerts]),
    tellsEnds,
    onChanged: () => told.push(alerts.counts(CONNECTION).active),
    onWritten: (error) => problems.push(error),
  })
  const scene = makeScene({ time, observers: [alerts] })
  alerts.start()
  const list = (states: readonly AlertState[] = []): readonly Alert[] =>
    alerts.window(CONNECTION, { states, deviceId: null, offset: 0, limit: 200 }).alerts
  const only = (states?: readonly AlertState[]): Alert => {
    const [first, ...rest] = list(states)
    if (first === undefined || rest.length > 0) throw new Error(`${rest.length + (first ? 1 : 0)} alerts`)
    return first
  }
  /** Beats every five seconds for a while. */
  const beat = (seconds: number, deviceId: string, payload: object): void => {
    for (let n = 0; n < seconds; n += 5) {
      scene.send('data', deviceId, payload)
      time.advance(5 * S)
    }
  }
  return { ...scene, alerts, notified, problems, told, list, only, beat }
}
