import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameList, reuseRows, sliceFor } from '../../../../../renderer/features/devices/table/device-window.ts'
import { rowAfterKey } from '../../../../../renderer/features/devices/table/use-cursor.ts'
import { makeDevice } from '../make-device.ts'

describe('sliceFor', () => {
  it('asks for nothing new while what is in view is loaded with room to spare', () => {
    const current = { offset: 100, limit: 80 }
    expect(sliceFor(current, 120, 150)).toBe(current)
  })

  it('covers what is in view, within the limit of the contract', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 60 }), (offset, first, height) => {
        const last = first + height - 1
        const slice = sliceFor({ offset, limit: 80 }, first, last)
        expect(slice.limit).toBeLessThanOrEqual(200)
        expect(slice.offset).toBeLessThanOrEqual(first)
        expect(slice.offset + slice.limit - 1).toBeGreaterThanOrEqual(last)
      }),
    )
  })

  it('settles: the slice for a range stays for the same range', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 60 }), (first, height) => {
        const slice = sliceFor({ offset: 0, limit: 1 }, first, first + height - 1)
        expect(sliceFor(slice, first, first + height - 1)).toBe(slice)
      }),
    )
  })
})

describe('reuseRows', () => {
  it('keeps the object of a device that did not change, whatever its place', () => {
    const before = [makeDevice({ deviceId: 'a' }), makeDevice({ deviceId: 'b' })]
    const after = reuseRows(before, [
      makeDevice({ deviceId: 'b' }),
      makeDevice({ deviceId: 'a', evidence: { kind: 'heartbeat', at: 2000 } }),
    ])
    expect(after[0]).toBe(before[1])
    expect(after[1]).not.toBe(before[0])
  })

  it('keeps the whole list when nothing changed', () => {
    const before = [makeDevice()]
    expect(reuseRows(before, [makeDevice()])).toBe(before)
    expect(reuseRows(before, [])).toEqual([])
  })

  it('sees a figure that became unknown', () => {
    const before = [makeDevice()]
    const metrics = { ...makeDevice().metrics, cpuTemperatureC: null }
    expect(reuseRows(before, [makeDevice({ metrics })])[0]?.metrics.cpuTemperatureC).toBeNull()
  })
})

describe('isSameList', () => {
  const query = { text: '', presence: [], sort: { by: 'id', isDescending: false }, offset: 0, limit: 80 } as const

  it('tells another place of the same list from another list', () => {
    expect(isSameList(query, { ...query, offset: 500 })).toBe(true)
    expect(isSameList(query, { ...query, text: 'roof' })).toBe(false)
    expect(isSameList(query, { ...query, presence: ['lost'] })).toBe(false)
    expect(isSameList(query, { ...query, sort: { by: 'id', isDescending: true } })).toBe(false)
  })
})

describe('rowAfterKey', () => {
  it('stays in the list and begins at its first row', () => {
    expect(rowAfterKey('ArrowDown', -1, 3, 10)).toBe(0)
    expect(rowAfterKey('ArrowUp', -1, 3, 10)).toBe(0)
    expect(rowAfterKey('ArrowDown', 2, 3, 10)).toBe(2)
    expect(rowAfterKey('PageDown', 0, 30, 10)).toBe(10)
    expect(rowAfterKey('End', 0, 30, 10)).toBe(29)
  })

  it('leaves other keys and an empty list alone', () => {
    expect(rowAfterKey('a', 0, 3, 10)).toBeNull()
    expect(rowAfterKey('Home', 0, 0, 10)).toBeNull()
  })
})
