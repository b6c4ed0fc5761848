import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Chosen,
  chosenCount,
  isChosen,
  NOTHING_CHOSEN,
  withAll,
} from '../../../../renderer/features/devices/selection-state.ts'

const SELECTION = { text: '', filter: 'tag:roof', presence: [] }

describe('the choice of devices', () => {
  it('would forget or invent devices across pages, also after "all that match"', () => {
    const id = fc.integer({ min: 0, max: 9 }).map(String)
    const step = fc.record({ ids: fc.array(id, { maxLength: 4 }), isTaken: fc.boolean() })
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 20 }), (isAll, steps) => {
        let chosen: Chosen = isAll ? { kind: 'matching', selection: SELECTION, except: new Set() } : NOTHING_CHOSEN
        const plain = new Set(isAll ? Array.from({ length: 10 }, (_, n) => String(n)) : [])
        for (const { ids, isTaken } of steps) {
          chosen = withAll(chosen, ids, isTaken)
          for (const one of ids) {
            if (isTaken) plain.add(one)
            else plain.delete(one)
          }
        }
        const all = Array.from({ length: 10 }, (_, n) => String(n))
        expect(all.filter((one) => isChosen(chosen, one))).toEqual(all.filter((one) => plain.has(one)))
        expect(chosenCount(chosen, 10)).toBe(plain.size)
      }),
    )
  })
})
