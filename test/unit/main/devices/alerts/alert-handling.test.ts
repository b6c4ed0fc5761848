import { describe, expect, it } from 'vitest'
import { CONNECTION, FakeTime } from '../scene.ts'
import { databaseOfEachTest, RULE, runAlerts, S } from './alert-scene.ts'

describe('alerts that an operator handles', () => {
  const { db } = databaseOfEachTest()

  const run = (time?: FakeTime) => runAlerts(db(), time)

  it('are put off until a time, and then active again with a notification', () => {
    const { beat, only, alerts, notified, list } = run()
    alerts.saveRule({ ...RULE, durationS: 0 })
    beat(15, 'sensor', { humidity: 70 })
    expect(alerts.handling.snooze(CONNECTION, [only().id], 60 * S)).toBe(1)
    expect(alerts.counts(CONNECTION)).toMatchObject({ active: 0, snoozed: 1 })
    const before = notified.flat().length
    beat(55, 'sensor', { humidity: 70 })
    expect(only()).toMatchObject({ state: 'snoozed' })
    beat(20, 'sensor', { humidity: 70 })
    expect(only()).toMatchObject({ state: 'active', snoozedUntil: null })
    expect(notified.flat().length).toBe(before + 1)
    alerts.handling.snooze(CONNECTION, 'all', 60 * S)
    beat(5, 'sensor', { humidity: 10 })
    expect(only()).toMatchObject({ state: 'resolved', snoozedUntil: null })
    expect(list(['snoozed'])).toEqual([])
  })

  it('are active again at once where the operator takes a put-off back, without another notification', () => {
    const { beat, only, alerts, notified } = run()
    alerts.saveRule({ ...RULE, durationS: 0 })
    beat(15, 'sensor', { humidity: 70 })
    alerts.handling.snooze(CONNECTION, [only().id], 3_600 * S)
    const before = notified.flat().length
    expect(alerts.handling.snooze(CONNECTION, [only().id], 0)).toBe(1)
    expect(only()).toMatchObject({ state: 'active', snoozedUntil: null })
    expect(alerts.handling.snooze(CONNECTION, [only().id], 0)).toBe(0)
    expect(notified.flat().length).toBe(before)
  })

  it('are not raised during a maintenance, and raised when it ends while the condition holds', () => {
    const { beat, list, alerts } = run()
    alerts.saveRule({ ...RULE, durationS: 0 })
    const [maintenance] = alerts.handling.beginMaintenance(CONNECTION, {
      deviceId: 'sensor',
      filter: '',
      note: 'new fan',
      lengthMs: 300 * S,
    })
    beat(120, 'sensor', { humidity: 70 })
    beat(10, 'other', { humidity: 70 })
    expect(list().map(({ deviceId }) => deviceId)).toEqual(['other'])
    alerts.handling.endMaintenance(CONNECTION, maintenance?.id ?? '')
    beat(40, 'sensor', { humidity: 70 })
    expect(
      list()
        .map(({ deviceId }) => deviceId)
        .sort(),
    ).toEqual(['other', 'sensor'])
  })

  it('keep a maintenance over a restart, and end it at its time', () => {
    const time = new FakeTime()
    const first = run(time)
    first.alerts.handling.beginMaintenance(CONNECTION, {
      deviceId: null,
      filter: 'tag:roof',
      note: '',
      lengthMs: 60 * S,
    })
    first.alerts.dispose()
    const second = run(time)
    expect(second.alerts.handling.maintenances(CONNECTION)).toMatchObject([{ filter: 'tag:roof', by: 'Ada' }])
    time.advance(61 * S)
    expect(second.alerts.handling.maintenances(CONNECTION)).toEqual([])
    expect(() =>
      second.alerts.handling.beginMaintenance(CONNECTION, {
        deviceId: null,
        filter: 'x:y',
        note: '',
        lengthMs: 60 * S,
      }),
    ).toThrow(expect.objectContaining({ code: 'FILTER_INVALID' }))
  })

  it('are grouped by rule where each follows another within a minute, and found by a part of the id', () => {
    const { beat, alerts, send, time } = run()
    alerts.saveRule({ ...RULE, durationS: 0 })
    for (const id of ['a-1', 'a-2', 'b-1']) send('data', id, { humidity: 70 })
    time.advance(2 * S)
    time.advance(200 * S)
    beat(5, 'late', { humidity: 70 })
    const query = { states: [], text: '', sort: 'newest' as const, limit: 10 }
    const { groups, total } = alerts.handling.groups(CONNECTION, query)
    expect(groups.filter(({ ruleId }) => ruleId === 'own').map(({ count }) => count)).toEqual([1, 3])
    expect(total).toBeGreaterThanOrEqual(4)
    const found = alerts.handling.groups(CONNECTION, { ...query, text: 'A-' })
    expect(
      found.groups.flatMap(({ first }) => first.map(({ deviceId }) => deviceId)).every((id) => id.startsWith('a-')),
    ).toBe(true)
    const [, group] = groups.filter(({ ruleId }) => ruleId === 'own')
    if (group === undefined) throw new Error('no group')
    expect(alerts.handling.acknowledge(CONNECTION, group, 'network')).toBe(3)
  })
})
