import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { noticeOf } from '../../../../../main/devices/alerts/alert-words.ts'
import { DeviceEntries } from '../../../../../main/devices/records/device-entries.ts'
import { CONNECTION, FakeTime } from '../scene.ts'
import { databaseOfEachTest, RULE, runAlerts, S } from './alert-scene.ts'

describe('alerts', () => {
  const { file, db } = databaseOfEachTest()

  const run = (time?: FakeTime) => runAlerts(db(), time)

  it.each([
    ['default-cpu', { cpu_usage: 81 }],
    ['default-memory', { memory_percent: 91 }],
    ['default-temperature', { cpu_temperature: 76 }],
    ['default-disk', { disk_percent: 91 }],
  ])('come with the rule %s, which raises one after two minutes', (ruleId, payload) => {
    const { beat, only, list } = run()
    beat(115, 'rpi_1', payload)
    expect(list()).toEqual([])
    beat(10, 'rpi_1', payload)
    expect(only()).toMatchObject({ ruleId, state: 'active', deviceId: 'rpi_1', occurrences: 1 })
  })

  it.each([
    [
      'default-inodes',
      { inodes_percent: 91 },
      { en: 'rpi_1: Inodes 91 % (above 90 %)', zh: 'rpi_1：inode 用量 91 %（高于 90 %）' },
    ],
    ['default-power', { under_voltage: true }, { en: 'rpi_1: Under-voltage: yes', zh: 'rpi_1：欠压：是' }],
    [
      'default-clock',
      { clock_synchronised: false },
      { en: 'rpi_1: Clock synchronised: no', zh: 'rpi_1：时钟已同步：否' },
    ],
  ])('come with the rule %s for what the agent says of its board', (ruleId, said, title) => {
    const { time, send, only, list, notified } = run()
    send('heartbeat', 'rpi_1', { clock_synchronised: true, under_voltage: false, inodes_percent: 20 })
    for (let n = 0; n < 130; n += 1) {
      send('heartbeat', 'rpi_1', said)
      send('data', 'rpi_1', { humidity: 40 })
      time.advance(5 * S)
    }
    expect(only()).toMatchObject({ ruleId, state: 'active' })
    expect(noticeOf(notified[0] ?? [], () => ({ name: '', tags: [] })).title).toEqual(title)
    send('heartbeat', 'rpi_1', { clock_synchronised: true, under_voltage: false, inodes_percent: 20 })
    expect(list(['active'])).toEqual([])
  })

  it('are not raised by a figure at the threshold or by one that is unknown', () => {
    const { beat, list } = run()
    beat(200, 'rpi_1', { cpu_usage: 80, memory_percent: 0, cpu_temperature: 'hot' })
    expect(list()).toEqual([])
  })

  it('start to count again after each reading that is in order', () => {
    const { beat, list } = run()
    for (let n = 0; n < 5; n += 1) {
      beat(100, 'rpi_1', { cpu_usage: 95 })
      beat(5, 'rpi_1', { cpu_usage: 20 })
    }
    expect(list()).toEqual([])
  })

  it('end by themselves; the same alert returns without a notification within the cooldown', () => {
    const { beat, only, alerts, notified } = run()
    alerts.saveRule(RULE)
    beat(15, 'sensor', { humidity: 70 })
    expect(only()).toMatchObject({ state: 'active', value: 70 })
    beat(5, 'sensor', { humidity: 50 })
    expect(only()).toMatchObject({ state: 'resolved' })
    beat(20, 'sensor', { humidity: 80 })
    expect(only()).toMatchObject({ state: 'active', occurrences: 2, value: 80, resolvedAt: null })
    expect(notified.flat()).toHaveLength(1)
    beat(5, 'sensor', { humidity: 50 })
    beat(70, 'sensor', { humidity: 50 })
    beat(20, 'sensor', { humidity: 90 })
    expect(alerts.counts(CONNECTION)).toEqual({ active: 1, snoozed: 0, acknowledged: 0, critical: 0 })
    expect(notified.flat().filter(({ state }) => state === 'active')).toHaveLength(2)
  })

  it('keep who acknowledged them, and the first note', () => {
    const { beat, only, alerts } = run()
    alerts.saveRule(RULE)
    beat(15, 'sensor', { humidity: 70 })
    expect(alerts.handling.acknowledge('site-b', 'all', 'x')).toBe(0)
    expect(alerts.handling.acknowledge(CONNECTION, [only().id], 'on my way\u0007')).toBe(1)
    expect(only()).toMatchObject({ state: 'acknowledged', acknowledged: { by: 'Ada', note: 'on my way⟨BEL⟩' } })
    expect(alerts.handling.acknowledge(CONNECTION, 'all', 'again')).toBe(0)
    beat(5, 'sensor', { humidity: 10 })
    expect(only()).toMatchObject({ state: 'resolved', acknowledged: { note: 'on my way⟨BEL⟩' } })
  })

  it('watch the devices of the scope, from the moment that one comes into it', () => {
    const { beat, list, only, alerts, registry, time } = run()
    const entries = new DeviceEntries({ registry, clock: time.clock })
    alerts.saveRule({ ...RULE, scope: 'tag:roof' })
    beat(60, 'sensor', { humidity: 70 })
    expect(list()).toEqual([])
    entries.edit(
      { connectionId: CONNECTION, deviceId: 'sensor' },
      { name: '', description: '', location: '', tags: ['roof'], notes: '' },
    )
    beat(40, 'sensor', { humidity: 70 })
    expect(only()).toMatchObject({ ruleId: 'own' })
    expect(() => alerts.saveRule({ ...RULE, scope: 'tga:roof' })).toThrow(
      expect.objectContaining({ code: 'FILTER_INVALID' }),
    )
  })

  it('are counted before a change is told', () => {
    const { beat, alerts, told } = run()
    alerts.saveRule(RULE)
    beat(15, 'sensor', { humidity: 70 })
    expect(told).toEqual([1])
    beat(5, 'sensor', { humidity: 10 })
    expect(told).toEqual([1, 0])
  })

  it('are raised for a lost device and end when it comes back', () => {
    const { heartbeat, only, time, list } = run()
    for (let n = 0; n < 5; n += 1) {
      heartbeat('rpi_1')
      time.advance(30 * S)
    }
    time.advance(120 * S)
    expect(list()).toEqual([])
    time.advance(60 * S)
    expect(only()).toMatchObject({ ruleId: 'default-offline', severity: 'critical', state: 'active', value: null })
    heartbeat('rpi_1')
    expect(only()).toMatchObject({ state: 'resolved' })
  })

  it('are not raised by an outage of our own connection', () => {
    const { heartbeat, registry, time, list } = run()
    for (let n = 0; n < 50; n += 1) heartbeat(`rpi_${n}`)
    registry.disconnected(CONNECTION)
    time.advance(3_600 * S)
    registry.connected(CONNECTION)
    time.advance(60 * S)
    expect(list()).toEqual([])
  })

  it('send one notification for a hundred devices', () => {
    const { send, time, notified, alerts } = run()
    alerts.saveRule(RULE)
    for (let round = 0; round < 5; round += 1) {
      for (let n = 0; n < 100; n += 1) send('data', `s_${n}`, { humidity: 99 })
      time.advance(5 * S)
    }
    expect(notified).toHaveLength(1)
    expect(notified[0]).toHaveLength(100)
  })

  it('survive a restart with their rules, and end where the device is gone', () => {
    const first = run()
    first.alerts.saveRule(RULE)
    first.alerts.removeRule('default-cpu')
    first.beat(15, 'sensor', { humidity: 70 })
    first.beat(15, 'other', { humidity: 70 })
    first.alerts.handling.acknowledge(CONNECTION, [first.list()[0]?.id ?? ''], 'seen')
    first.alerts.dispose()
    const second = run(new FakeTime(first.time.now + S))
    // Nobody is left of `sensor`: its records were not stored here.
    expect(second.list(['active', 'acknowledged'])).toEqual([])
    expect(second.list(['resolved'])).toHaveLength(2)
    expect(second.alerts.rules().map(({ id }) => id)).toEqual([
      'default-offline',
      'default-memory',
      'default-temperature',
      'default-disk',
      'default-inodes',
      'default-power',
      'default-clock',
      'own',
    ])
  })

  it('end when their rule is changed, switched off or removed', () => {
    const { beat, alerts } = run()
    alerts.saveRule(RULE)
    beat(15, 'sensor', { humidity: 70 })
    alerts.saveRule({ ...RULE, isEnabled: false })
    expect(alerts.counts(CONNECTION).active).toBe(0)
    beat(30, 'sensor', { humidity: 70 })
    expect(alerts.counts(CONNECTION).active).toBe(0)
    alerts.saveRule({ ...RULE, comparison: 'below', threshold: 80 })
    beat(15, 'sensor', { humidity: 70 })
    expect(alerts.counts(CONNECTION).active).toBe(1)
    alerts.removeRule('own')
    expect(alerts.counts(CONNECTION).active).toBe(0)
    expect(() => alerts.removeRule('own')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('end when their device is forgotten', () => {
    const { beat, alerts, registry } = run()
    alerts.saveRule(RULE)
    beat(15, 'sensor', { humidity: 70 })
    registry.forget({ connectionId: CONNECTION, deviceId: 'sensor' })
    expect(alerts.counts(CONNECTION).active).toBe(0)
  })

  it('are listed with the critical first and the resolved last', () => {
    const { beat, alerts, list, send, time } = run()
    alerts.saveRule(RULE)
    alerts.saveRule({ ...RULE, id: 'bad', severity: 'critical', watches: { kind: 'data', field: 'co2' } })
    beat(15, 'a', { humidity: 70 })
    beat(15, 'b', { co2: 5000 })
    beat(15, 'c', { humidity: 70 })
    send('data', 'a', { humidity: 1 })
    time.advance(S)
    expect(list().map(({ deviceId }) => deviceId)).toEqual(['b', 'c', 'a'])
  })

  it('go on while the database is locked, and are written once it is free', () => {
    const { beat, alerts, only, problems } = run()
    alerts.saveRule(RULE)
    const other = new DatabaseSync(file())
    other.exec('BEGIN EXCLUSIVE')
    beat(15, 'sensor', { humidity: 70 })
    expect(only()).toMatchObject({ state: 'active' })
    expect(problems.at(-1)).toBeInstanceOf(Error)
    expect(() => alerts.saveRule({ ...RULE, name: 'x' })).toThrow(expect.objectContaining({ code: 'DISK_FAILED' }))
    other.exec('ROLLBACK')
    other.close()
    beat(5, 'sensor', { humidity: 70 })
    expect(problems.at(-1)).toBeNull()
    expect(db().prepare('SELECT count(*) AS n FROM alerts').get().n).toBe(1)
  })
})
