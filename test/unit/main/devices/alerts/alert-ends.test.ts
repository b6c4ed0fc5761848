import { describe, expect, it } from 'vitest'
import { CONNECTION, FakeTime } from '../scene.ts'
import { databaseOfEachTest, RULE, runAlerts, S } from './alert-scene.ts'

describe('the end of an alert', () => {
  const { db } = databaseOfEachTest()

  const run = (time?: FakeTime, tellsEnds?: () => boolean) => {
    const scene = runAlerts(db(), time, tellsEnds)
    scene.alerts.saveRule({ ...RULE, durationS: 0, cooldownS: 600 })
    const ours = () => scene.notified.flat().filter(({ ruleId }) => ruleId === RULE.id)
    const told = () => ours().map(({ deviceId, state }) => `${deviceId} ${state}`)
    return { ...scene, told }
  }

  it('is told once, after it has lasted a minute, for what was told before', () => {
    const { beat, told, alerts } = run()
    alerts.saveRule({ ...RULE, id: 'silent', hasNotification: false, durationS: 0 })
    beat(30, 'sensor', { humidity: 70 })
    beat(55, 'sensor', { humidity: 50 })
    expect(told()).toEqual(['sensor active'])
    beat(30, 'sensor', { humidity: 50 })
    expect(told()).toEqual(['sensor active', 'sensor resolved'])
    beat(300, 'sensor', { humidity: 50 })
    expect(told()).toHaveLength(2)
  })

  it('is not told while the condition comes and goes; where it comes back after that, it is told again', () => {
    const { beat, told } = run()
    for (let n = 0; n < 5; n += 1) {
      beat(20, 'sensor', { humidity: 70 })
      beat(40, 'sensor', { humidity: 50 })
    }
    expect(told()).toEqual(['sensor active'])
    beat(80, 'sensor', { humidity: 50 })
    beat(20, 'sensor', { humidity: 70 })
    expect(told()).toEqual(['sensor active', 'sensor resolved', 'sensor active'])
  })

  it('is told for no alert that was put off, nor for a device in maintenance', () => {
    const { beat, told, alerts } = run()
    beat(30, 'snoozed', { humidity: 70 })
    beat(30, 'served', { humidity: 70 })
    const [ours] = alerts.window(CONNECTION, { states: [], deviceId: 'snoozed', offset: 0, limit: 1 }).alerts
    alerts.handling.snooze(CONNECTION, [ours?.id ?? ''], 3_600 * S)
    const asked = { deviceId: 'served', filter: '', note: '', lengthMs: 3_600 * S }
    alerts.handling.beginMaintenance(CONNECTION, asked)
    beat(5, 'snoozed', { humidity: 50 })
    beat(120, 'served', { humidity: 50 })
    expect(told()).toEqual(['snoozed active', 'served active'])
  })

  it('is told for no rule that was removed or device that was forgotten, and nowhere if so set', () => {
    let isOn = true
    const { beat, told, alerts, registry, time } = run(undefined, () => isOn)
    beat(30, 'sensor', { humidity: 70 })
    registry.forget({ connectionId: CONNECTION, deviceId: 'sensor' })
    beat(30, 'other', { humidity: 70 })
    alerts.removeRule('own')
    time.advance(120 * S)
    alerts.saveRule({ ...RULE, durationS: 0 })
    beat(30, 'third', { humidity: 70 })
    isOn = false
    beat(120, 'third', { humidity: 50 })
    expect(told()).toEqual(['sensor active', 'other active', 'third active'])
  })

  it('is told after a restart', () => {
    const first = run()
    first.beat(30, 'sensor', { humidity: 70 })
    first.beat(10, 'sensor', { humidity: 50 })
    first.alerts.dispose()
    const second = runAlerts(db(), new FakeTime(first.time.now + 5 * S))
    second.time.advance(90 * S)
    expect(second.notified.flat().map(({ deviceId, state }) => `${deviceId} ${state}`)).toEqual(['sensor resolved'])
  })
})
