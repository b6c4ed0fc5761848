import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TARGETS_MAX } from '../../../../../preload/contract/models/devices/device.ts'
import {
  chosenIds,
  nothingChosen,
  withAll,
  withCheck,
  withMatching,
} from '../../../../../renderer/features/devices/selection/selection-state.ts'

const NONE = nothingChosen('site-a')
const named = (size: number, prefix = 'gw'): string[] => Array.from({ length: size }, (_, n) => `${prefix}-${n}`)

describe('the choice of devices', () => {
  it('hands over exactly the devices that are counted, however they were chosen', () => {
    const id = fc.integer({ min: 0, max: 9 }).map(String)
    const step = fc.record({
      act: fc.constantFrom('in', 'out', 'all', 'gone'),
      ids: fc.array(id, { maxLength: 4 }),
      hidden: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let choice = NONE
        const plain = new Set<string>()
        for (const { act, ids: some, hidden } of steps) {
          if (act === 'in' || act === 'out') choice = withAll(choice, some, act === 'in')
          else if (act === 'all') choice = withMatching(choice, { deviceIds: some, total: some.length })
          else choice = withCheck(choice, { gone: some, hidden })
          for (const one of some) {
            if (act === 'in' || act === 'all') plain.add(one)
            else plain.delete(one)
          }
          expect(chosenIds(choice)).toEqual([...plain].sort())
          expect(choice.ids.size).toBe(plain.size)
        }
      }),
    )
  })

  it('keeps and counts devices that another filter hides', () => {
    const all = withMatching(NONE, { deviceIds: named(200), total: 200 })
    const filtered = withCheck(all, { gone: [], hidden: 199 })
    expect(filtered).toMatchObject({ ids: all.ids, hidden: 199 })
    expect(withAll(filtered, ['gw-150'], false)).toMatchObject({ hidden: 199 })
    expect(withMatching(filtered, { deviceIds: ['new-1'], total: 1 }).ids.size).toBe(201)
  })

  it('drops a forgotten device and names it', () => {
    const some = withAll(NONE, ['a', 'b', 'c'], true)
    const first = withCheck(some, { gone: ['b'], hidden: 0 })
    expect(chosenIds(first)).toEqual(['a', 'c'])
    expect(withCheck(first, { gone: ['c', 'b'], hidden: 0 }).gone).toEqual(['b', 'c'])
    expect(withAll(first, ['d'], true).gone).toEqual([])
  })

  // A part of them would pass for all.
  it('takes none of too many devices, and says so', () => {
    const part = withAll(NONE, ['a'], true)
    const over = withMatching(part, { deviceIds: named(TARGETS_MAX), total: TARGETS_MAX + 1 })
    expect(over).toEqual({ ...part, isFull: true })
    expect(withMatching(part, { deviceIds: named(TARGETS_MAX), total: TARGETS_MAX })).toEqual({ ...part, isFull: true })
    expect(withMatching(NONE, { deviceIds: named(TARGETS_MAX), total: TARGETS_MAX }).ids.size).toBe(TARGETS_MAX)
    expect(withAll(over, ['b'], true)).toMatchObject({ isFull: false })
  })
})
