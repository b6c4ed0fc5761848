import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeviceStore } from '../../../../../main/devices/storage/device-store.ts'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import { CONNECTION, FakeTime, makeScene, RecordedLog } from '../scene.ts'

const S = 1_000

describe('device store', () => {
  let folder: string
  let file: string
  let db: DatabaseSyncInstance

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-devices-'))
    file = join(folder, 'waypost.db')
    db = new DatabaseSync(file)
    for (const step of SCHEMA) db.exec(step)
  })
  afterEach(() => {
    db.close()
    rmSync(folder, { recursive: true })
  })

  function run(now?: number) {
    const time = new FakeTime(now)
    const storeLog = new RecordedLog()
    const failures: unknown[] = []
    const store = new DeviceStore({
      db,
      clock: time.clock,
      timers: time,
      log: storeLog,
      onFailed: (error) => failures.push(error),
    })
    store.start()
    const scene = makeScene({ store, ...(now === undefined ? {} : { now }) })
    return { ...scene, store, storeTime: time, storeLog, failures }
  }

  function reopen(): void {
    db.close()
    db = new DatabaseSync(file)
  }

  const count = (table: string): number => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get().n)

  it('keeps devices, their facts and when they were last seen over a restart', () => {
    const first = run()
    for (let n = 0; n < 5; n += 1) {
      first.heartbeat('rpi_001')
      first.time.advance(30 * S)
    }
    first.send('status', 'rpi_001', {
      status: 'online',
      hostname: 'roof',
      os: 'linux',
      shell: '/bin/sh',
      capabilities: ['ack'],
    })
    first.send('data', 'rpi_001', { cpu_usage: 12.5, humidity: 40, note: 'dry', outside: '21,5 °C' })
    first.send('heartbeat', 'rpi_001', { wifi_signal_dbm: -67, clock_synchronised: true })
    first.send('heartbeat', 'rpi_001', { device_id: 'rpi_002' })
    first.send('result', 'rpi_001', { command_id: 'unknown', success: true, output: 'hello' })
    first.heartbeat('pc_1')
    first.registry.setSystem(CONNECTION, ['pc_1'], 'windows-cmd')
    first.send('status', 'pc_1', { status: 'online', os: 'linux' })
    const warned = first.detail('pc_1').warnings
    const before = first.detail('rpi_001')
    first.store.dispose()
    reopen()

    const { detail, time } = run(first.time.now + 3_600 * S)
    expect(detail('rpi_001')).toMatchObject({
      presence: 'never-seen',
      evidence: { kind: 'restored', lastAt: before.lastSeenAt },
      lastSeenAt: before.lastSeenAt,
      firstSeenAt: before.firstSeenAt,
      hostname: 'roof',
      shell: '/bin/sh',
      system: 'linux',
      systemSource: 'announced',
      capabilities: ['ack'],
      intervalS: 30,
      isIntervalLearnt: true,
      metrics: before.metrics,
      sensors: before.sensors,
      vitals: before.vitals,
      warnings: before.warnings,
      orphans: before.orphans,
    })
    expect(before.sensors.at(-1)).toEqual({ name: 'outside', value: 21.5, sentAs: 'text', unit: '°C' })
    expect(before.orphans.length).toBe(1)
    expect(before.vitals?.map(({ value }) => value)).toEqual([-67, 1])
    expect(detail('pc_1')).toMatchObject({ system: 'windows-cmd', systemSource: 'operator', warnings: warned })
    expect(warned).toMatchObject([{ kind: 'other-system', detail: 'linux' }])
    time.advance(34 * S)
    expect(detail('rpi_001').presence).toBe('stale')
  })

  // The broker keeps the `online` of a dead device: after a restart it was green for a minute, at an interval of 60 s.
  it('keeps over a crash that a device was silent, and its interval, whatever status the broker still has of it', () => {
    const first = run()
    const { time, storeTime } = first
    const announcedAt = time.now / 1000
    const announce = (scene: Pick<typeof first, 'send'>, timestamp: number | undefined) =>
      scene.send('status', 'gw-190', { status: 'online', timestamp }, { isRetained: true })
    announce(first, announcedAt)
    for (let n = 0; n < 5; n += 1) {
      time.advance(10 * S)
      storeTime.advance(10 * S)
      first.heartbeat('gw-190')
    }
    time.advance(240 * S)
    storeTime.advance(240 * S)
    expect(first.detail('gw-190').presence).toBe('lost')
    reopen()

    const again = run(time.now + 5 * S)
    const before = { presence: 'never-seen', evidence: { kind: 'restored' }, intervalS: 10, isIntervalLearnt: true }
    announce(again, announcedAt)
    expect(again.detail('gw-190')).toMatchObject(before)
    announce(again, undefined)
    expect(again.detail('gw-190')).toMatchObject(before)
    again.time.advance(13 * S)
    expect(again.detail('gw-190').presence).toBe('stale')
    announce(again, time.now / 1000)
    expect(again.detail('gw-190')).toMatchObject({ presence: 'stale' })
    again.registry.connected(CONNECTION)
    announce(again, time.now / 1000 + 60)
    expect(again.detail('gw-190')).toMatchObject({ presence: 'online', evidence: { kind: 'status-online' } })
  })

  it('writes at most once a second, and not for every reading', () => {
    const { heartbeat, storeTime, time } = run()
    const lastSeen = (): unknown => db.prepare('SELECT last_seen_at FROM devices').get()?.last_seen_at
    const beat = (seconds: number): void => {
      time.advance(seconds * S)
      storeTime.now = time.now
      heartbeat('rpi_001')
      storeTime.advance(S)
    }
    heartbeat('rpi_001')
    expect(lastSeen()).toBeUndefined()
    storeTime.advance(S)
    const first = time.now
    expect(lastSeen()).toBe(first)
    beat(10)
    expect(lastSeen()).toBe(first)
    beat(30)
    expect(lastSeen()).toBe(time.now)
  })

  it('deletes a forgotten device and its orphans', () => {
    const { heartbeat, send, store, registry } = run()
    heartbeat('rpi_001')
    send('result', 'rpi_001', { command_id: 'x', success: true })
    store.flush()
    heartbeat('rpi_001')
    send('result', 'rpi_001', { command_id: 'y', success: true })
    expect([count('devices'), count('orphan_results')]).toEqual([1, 1])
    registry.forget({ connectionId: CONNECTION, deviceId: 'rpi_001' })
    store.dispose()
    expect([count('devices'), count('orphan_results')]).toEqual([0, 0])
  })

  it('keeps the newest fifty orphans of a device', () => {
    const { send, store, detail } = run()
    for (let n = 0; n < 130; n += 1) {
      send('result', 'rpi_001', { command_id: `x${n}`, success: true })
      if (n % 20 === 0) store.flush()
    }
    store.dispose()
    expect(count('orphan_results')).toBe(50)
    reopen()
    expect(run().detail('rpi_001').orphans).toEqual(detail('rpi_001').orphans)
  })

  it('saves again after failed writes, and logs them once', () => {
    const { heartbeat, send, storeTime, storeLog, failures } = run()
    heartbeat('rpi_001')
    db.exec('ALTER TABLE devices RENAME TO away')
    storeTime.advance(3 * S)
    send('result', 'rpi_001', { command_id: 'x', success: true })
    heartbeat('rpi_002')
    storeTime.advance(3 * S)
    expect(storeLog.errors.length).toBe(1)
    expect(failures.length).toBe(1)
    expect(db.isTransaction).toBe(false)
    expect(count('orphan_results')).toBe(0)
    db.exec('ALTER TABLE away RENAME TO devices')
    storeTime.advance(S)
    expect([count('devices'), count('orphan_results')]).toEqual([2, 1])
  })

  it('starts on damaged rows', () => {
    const insert = db.prepare('INSERT INTO devices VALUES (?, ?, ?, ?, ?)')
    insert.run(CONNECTION, 'rpi_001', 1, null, 'no json')
    insert.run(
      CONNECTION,
      'rpi_002',
      1,
      2,
      '{"announced":7,"metrics":[],"sensors":[{"name":1}],"warnings":[null],"learntIntervalMs":"x"}',
    )
    db.prepare('INSERT INTO orphan_results (connection_id, device_id, received_at, body) VALUES (?, ?, ?, ?)').run(
      CONNECTION,
      'rpi_001',
      1,
      '{}',
    )
    const { detail } = run()
    expect(detail('rpi_001')).toMatchObject({ presence: 'never-seen', evidence: { kind: 'never' }, orphans: [] })
    expect(detail('rpi_002')).toMatchObject({ lastSeenAt: 2, intervalS: 60, sensors: [], warnings: [] })
  })

  // One transaction for a hundred thousand devices blocks the main process.
  it('saves many devices in small steps', () => {
    const { heartbeat, store, storeTime } = run()
    for (let n = 0; n < 12_000; n += 1) heartbeat(`rpi_${n}`)
    storeTime.advance(S)
    expect(count('devices')).toBe(400)
    storeTime.advance(S)
    expect(count('devices')).toBe(400 * 21)
    store.dispose()
    expect(count('devices')).toBe(12_000)
  })
})
