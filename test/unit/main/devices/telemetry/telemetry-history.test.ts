import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TelemetryHistory } from '../../../../../main/devices/telemetry/telemetry-history.ts'
import { TelemetryStore, telemetryLimits } from '../../../../../main/devices/telemetry/telemetry-store.ts'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import type { ChartSpan, DeviceSeries } from '../../../../../preload/contract/models/devices/device.ts'
import { CONNECTION, FakeTime, makeScene, RecordedLog } from '../scene.ts'

const MINUTE = 60_000

describe('telemetry', () => {
  let folder: string
  let db: DatabaseSyncInstance
  const open: DatabaseSyncInstance[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-telemetry-'))
    db = new DatabaseSync(join(folder, 'waypost.db'))
    for (const step of SCHEMA) db.exec(step)
    open.push(db)
  })
  afterEach(() => {
    for (const opened of open.splice(0)) if (opened.isOpen) opened.close()
    rmSync(folder, { recursive: true })
  })

  function run(limits: { rows: number; bytes: number; days: number } = telemetryLimits(512)) {
    const time = new FakeTime()
    const log = new RecordedLog()
    const problems: unknown[] = []
    const store = new TelemetryStore(db, () => limits)
    const telemetry = new TelemetryHistory({
      store,
      clock: time.clock,
      timers: time,
      log,
      onWritten: (error) => problems.push(error),
    })
    telemetry.start()
    const scene = makeScene({ time, observers: [telemetry] })
    const series = (deviceId: string, span: ChartSpan): Promise<DeviceSeries> => {
      const record = scene.registry.find({ connectionId: CONNECTION, deviceId })
      if (record === undefined) throw new Error(`no ${deviceId}`)
      return telemetry.series(record, span)
    }
    const rows = (table = 'telemetry_minutes'): number =>
      Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get().n)
    return { ...scene, log, telemetry, store, problems, series, rows }
  }

  const valuesOf = ({ fields }: DeviceSeries, name: string): (number | null)[] => [
    ...(fields.find((field) => field.name === name)?.values ?? []),
  ]

  it('keeps one row a minute on disk, with the average', () => {
    const { time, heartbeat, rows } = run()
    for (let n = 0; n < 40; n += 1) {
      heartbeat('rpi_1', { cpu_temperature: 40 + (n % 4) })
      time.advance(15_000)
    }
    time.advance(MINUTE)
    expect(rows()).toBe(10)
    expect(db.prepare('SELECT min(temperature) AS low, max(temperature) AS high FROM telemetry_minutes').get()).toEqual(
      { low: 415, high: 415 },
    )
  })

  it('keeps the last minutes over a restart', async () => {
    const first = run()
    first.heartbeat('rpi_1', { cpu_temperature: 50, memory_usage: { total: 100, used: 20, percentage: 20 } })
    first.telemetry.dispose()
    const second = run()
    second.heartbeat('rpi_1', { cpu_temperature: 60 })
    const series = await second.series('rpi_1', 'day')
    expect(valuesOf(series, 'cpuTemperatureC').filter((value) => value !== null)).toEqual([55])
    expect(valuesOf(series, 'memoryPercent').filter((value) => value !== null)).toEqual([20])
  })

  it('shows a reading of a moment ago in the chart', async () => {
    const { time, heartbeat, series } = run()
    heartbeat('rpi_1', { cpu_temperature: 50 })
    time.advance(30_000)
    heartbeat('rpi_1', { cpu_temperature: 52 })
    const hour = await series('rpi_1', 'hour')
    expect(valuesOf(hour, 'cpuTemperatureC').filter((value) => value !== null)).toEqual([50, 52])
    expect(hour.times.at(-1)).toBe(time.now / 1000)
    expect(hour.times).toEqual([...hour.times].sort((a, b) => a - b))
    expect(hour.times).toHaveLength(valuesOf(hour, 'cpuTemperatureC').length)
  })

  it('shows a week in order, each hour in its place', async () => {
    const { time, heartbeat, series } = run()
    const start = time.now
    for (let hour = 0; hour < 24 * 6; hour += 1) {
      heartbeat('rpi_1', { cpu_temperature: 10 + hour })
      time.sleep(59 * MINUTE)
      time.advance(MINUTE)
    }
    const week = await series('rpi_1', 'week')
    const known = week.times.flatMap((at, index) => {
      const value = valuesOf(week, 'cpuTemperatureC')[index]
      return value === null || value === undefined ? [] : [{ at, value }]
    })
    expect(known.map(({ value }) => value)).toEqual(Array.from({ length: 24 * 6 }, (_, hour) => 10 + hour))
    expect(Math.abs((known[0]?.at ?? 0) * 1000 - start)).toBeLessThan(15 * MINUTE)
    expect(week.stepS).toBe(900)
  })

  it('keeps the numeric fields of a sensor', async () => {
    const { time, send, series } = run()
    for (let n = 0; n < 4; n += 1) {
      send('data', 'sensor', { humidity: 40 + n, co2: 700, device_type: 'air', note: n % 2 === 0 ? 'x' : undefined })
      time.advance(30_000)
    }
    const day = await series('sensor', 'day')
    expect(valuesOf(day, 'data.humidity').filter((value) => value !== null)).toEqual([expect.closeTo(41.5, 0)])
    expect(day.fields.map(({ name }) => name)).toEqual(['data.humidity', 'data.co2'])
  })

  it('keeps fields apart when a device changes their names or types', async () => {
    const { time, send, series } = run()
    send('data', 'sensor', { a: 1, b: 2 })
    send('data', 'sensor', { a: 'one', b: 4 })
    send('data', 'sensor', { b: 6, c: 3 })
    time.advance(2 * MINUTE)
    const day = await series('sensor', 'day')
    expect(valuesOf(day, 'data.b').filter((value) => value !== null)).toEqual([4])
    expect(valuesOf(day, 'data.c').filter((value) => value !== null)).toEqual([3])
  })

  it('drops the oldest rows beyond its limit', () => {
    const { time, heartbeat, rows, store } = run({ rows: 300, bytes: 1e9, days: 8 })
    for (let minute = 0; minute < 12; minute += 1) {
      for (let n = 0; n < 50; n += 1) heartbeat(`rpi_${n}`, { cpu_temperature: 50 })
      time.sleep(MINUTE / 2)
      time.advance(MINUTE / 2)
    }
    expect(rows()).toBeLessThanOrEqual(350)
    expect(store.size().rows).toBe(rows())
    const oldest = db.prepare('SELECT min(minute) AS minute FROM telemetry_minutes').get().minute
    expect(oldest).toBeGreaterThan(Math.floor(time.now / MINUTE) - 12)
  })

  it('heeds a smaller limit of the operator at once', () => {
    const limits = { rows: 1e6, bytes: 1e9, days: 8 }
    const { time, heartbeat, rows } = run(limits)
    const fill = (minutes: number): void => {
      for (let minute = 0; minute < minutes; minute += 1) {
        for (let n = 0; n < 50; n += 1) heartbeat(`rpi_${n}`, { cpu_temperature: 50 })
        time.sleep(MINUTE / 2)
        time.advance(MINUTE / 2)
      }
    }
    fill(8)
    expect(rows()).toBeGreaterThan(300)
    limits.rows = 100
    fill(2)
    expect(rows()).toBeLessThanOrEqual(150)
  })

  // A settings file with a limit of zero must not empty the history.
  it('takes 64 MiB as the least limit', () => {
    for (const wanted of [-5, 0, 63]) expect(telemetryLimits(wanted)).toEqual(telemetryLimits(64))
    expect(telemetryLimits(64).rows).toBeGreaterThan(1e6)
  })

  it('drops minutes older than eight days', () => {
    const { time, heartbeat, rows } = run({ rows: 1e6, bytes: 1e9, days: 8 })
    heartbeat('rpi_1', { cpu_temperature: 50 })
    time.advance(2 * MINUTE)
    expect(rows()).toBe(1)
    time.sleep(9 * 24 * 60 * MINUTE)
    heartbeat('rpi_1', { cpu_temperature: 50 })
    time.advance(2 * MINUTE)
    expect(rows()).toBe(1)
  })

  it('shows no history of a forgotten device to the next one with its id', async () => {
    const { time, heartbeat, series, registry } = run()
    heartbeat('rpi_1', { cpu_temperature: 50 })
    time.advance(2 * MINUTE)
    registry.forget({ connectionId: CONNECTION, deviceId: 'rpi_1' })
    heartbeat('rpi_1')
    expect((await series('rpi_1', 'day')).fields).toEqual([])
  })

  it('keeps readings while another program holds the database, and says when it is over', () => {
    const { time, heartbeat, rows, problems, log } = run()
    const other = new DatabaseSync(join(folder, 'waypost.db'))
    open.push(other)
    other.exec('BEGIN EXCLUSIVE')
    heartbeat('rpi_1', { cpu_temperature: 50 })
    time.advance(3 * MINUTE)
    expect(problems.at(-1)).toBeInstanceOf(Error)
    expect(log.errors).toHaveLength(1)
    other.exec('ROLLBACK')
    time.advance(2_000)
    expect(problems.at(-1)).toBeNull()
    expect(rows()).toBe(1)
  })
})
