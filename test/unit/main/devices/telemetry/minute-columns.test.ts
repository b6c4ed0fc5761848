import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeviceRecord } from '../../../../../main/devices/registry/device-record.ts'
import { MinuteColumns, type MinutePoint } from '../../../../../main/devices/telemetry/minute-columns.ts'

function recordOf(deviceId: string): DeviceRecord {
  return new DeviceRecord({ connectionId: 'c', deviceId, firstSeenAt: 0, lastSeenAt: null, learntIntervalMs: null })
}
const NONE = {
  cpuTemperatureC: undefined,
  memoryUsedB: undefined,
  memoryTotalB: undefined,
  uptimeS: undefined,
  memoryPercent: undefined,
  diskPercent: undefined,
}

describe('the columns of minutes', () => {
  it('average the same readings as a plain list of them', () => {
    const reading = fc.record({
      device: fc.integer({ min: 0, max: 5 }),
      step: fc.integer({ min: 0, max: 3 }),
      cpu: fc.option(fc.integer({ min: 1, max: 100 })),
    })
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (readings, places) => {
        const points: MinutePoint[] = []
        const columns = new MinuteColumns((point) => points.push(point))
        const records = Array.from({ length: 6 }, (_, n) => recordOf(`d${n}`))
        const plain = new Map<string, number[]>()
        let minute = 100
        for (const { device, step, cpu } of readings) {
          minute += step
          const record = records[device]
          if (record === undefined) continue
          columns.add(record, minute, { ...NONE, cpuPercent: cpu })
          if (cpu !== null) plain.set(`${device} ${minute}`, [...(plain.get(`${device} ${minute}`) ?? []), cpu])
          columns.sweep(minute, places)
        }
        columns.sweep(minute + 1, 100)
        const found = points.map(
          ({ record, minute: at, values }) => [`${record.deviceId.slice(1)} ${at}`, values[0]] as const,
        )
        expect(new Map(found).size).toBe(found.length)
        expect(new Map(found)).toEqual(
          new Map(
            [...plain].map(([key, values]) => [key, values.reduce((sum, value) => sum + value, 0) / values.length]),
          ),
        )
      }),
    )
  })

  it('give the figures of a forgotten device to no other', () => {
    const points: MinutePoint[] = []
    const columns = new MinuteColumns((point) => points.push(point))
    const [one, two] = [recordOf('one'), recordOf('two')]
    columns.add(one, 5, { ...NONE, cpuPercent: 10 })
    columns.remove(one)
    columns.add(two, 5, { ...NONE, cpuPercent: 30 })
    columns.sweep(6, 10)
    expect(points.map(({ record, values }) => [record.deviceId, values[0]])).toEqual([['two', 30]])
  })
})
