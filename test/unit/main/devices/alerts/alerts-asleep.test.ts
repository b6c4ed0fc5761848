import { describe, expect, it } from 'vitest'
import { FakeTime } from '../scene.ts'
import { databaseOfEachTest, runAlerts, S } from './alert-scene.ts'

const HOUR = 3_600 * S

describe('alerts, when the computer slept', () => {
  const { db } = databaseOfEachTest()

  it('are not raised for devices whose heartbeats nobody heard meanwhile', () => {
    const time = new FakeTime()
    const { send, list } = runAlerts(db(), time)
    for (let beat = 0; beat < 6; beat++) {
      for (let n = 0; n < 200; n++) send('heartbeat', `pump-${n}`, { status: 'online' })
      time.advance(10 * S)
    }
    time.sleep(HOUR)
    time.advance(20 * S)
    expect(list()).toEqual([])
    // They are heard again, but one, which is lost after its own time.
    for (let beat = 0; beat < 30; beat++) {
      for (let n = 1; n < 200; n++) send('heartbeat', `pump-${n}`, { status: 'online' })
      time.advance(10 * S)
    }
    expect(list().map(({ deviceId, ruleId }) => [deviceId, ruleId])).toEqual([['pump-0', 'default-offline']])
  })

  it('do not count the sleep as time for which a condition held', () => {
    const time = new FakeTime()
    const { beat, list, only } = runAlerts(db(), time)
    beat(60, 'rpi_1', { cpu_usage: 95 })
    time.sleep(HOUR)
    beat(60, 'rpi_1', { cpu_usage: 95 })
    expect(list(['active']).filter(({ ruleId }) => ruleId === 'default-cpu')).toEqual([])
    beat(90, 'rpi_1', { cpu_usage: 95 })
    expect(only()).toMatchObject({ ruleId: 'default-cpu' })
  })
})
