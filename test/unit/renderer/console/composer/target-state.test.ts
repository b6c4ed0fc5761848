import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TARGETS_MAX } from '../../../../../preload/contract/models/devices/device.ts'
import {
  addMatching,
  addPasted,
  addTargets,
  targetsOf,
  toggleTarget,
  withoutTarget,
} from '../../../../../renderer/features/console/composer/target-state.ts'

const NONE = targetsOf('site-a')
const named = (size: number, prefix = 'gw'): string[] => Array.from({ length: size }, (_, n) => `${prefix}-${n}`)

describe('the targets of the composer', () => {
  it('gain a device by a first pick and lose it by a second, and keep all others', () => {
    const two = toggleTarget(toggleTarget(NONE, 'a'), 'b')
    expect(two.deviceIds).toEqual(['a', 'b'])
    expect(toggleTarget(two, 'a').deviceIds).toEqual(['b'])
    expect(addMatching(two, { deviceIds: ['c', 'b'], total: 2 }).deviceIds).toEqual(['a', 'b', 'c'])
  })

  it('take the known ids of a pasted list and name the others', () => {
    const pasted = addPasted(targetsOf('site-a', ['a']), ['b', 'no-such', 'not/an/id', 'a'], { gone: ['no-such'] })
    expect(pasted).toEqual({ ...targetsOf('site-a', ['a', 'b']), unknown: ['no-such', 'not/an/id'] })
    expect(toggleTarget(pasted, 'c').unknown).toEqual([])
  })

  it('take nothing of what would make them too many, and say so', () => {
    const full = addTargets(NONE, named(TARGETS_MAX))
    expect(full).toMatchObject({ isFull: false })
    expect(toggleTarget(full, 'one-more')).toEqual({ ...full, isFull: true })
    expect(addTargets(full, ['gw-1'])).toEqual(full)
    const part = targetsOf('site-a', ['a'])
    expect(addMatching(part, { deviceIds: named(TARGETS_MAX), total: TARGETS_MAX + 1 })).toEqual({
      ...part,
      isFull: true,
    })
    expect(addPasted(full, ['x', 'y'], { gone: ['y'] })).toEqual({ ...full, isFull: true, unknown: ['y'] })
  })

  it('hold exactly what the operator took in, whatever devices and filters come and go', () => {
    const id = fc.constantFrom(...'abcdefgh')
    const step = fc.oneof(
      fc.record({ act: fc.constant('pick' as const), id }),
      fc.record({ act: fc.constant('remove' as const), id }),
      fc.record({ act: fc.constant('filter' as const), matching: fc.subarray([...'abcdefgh']) }),
      fc.record({ act: fc.constant('paste' as const), ids: fc.subarray([...'abcdefgh', 'x/y']) }),
      fc.record({ act: fc.constantFrom('arrives' as const, 'departs' as const), id }),
      fc.record({ act: fc.constant('clear' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let targets = NONE
        const taken = new Set<string>()
        const there = new Set('abcd')
        for (const one of steps) {
          if (one.act === 'arrives') there.add(one.id)
          else if (one.act === 'departs') there.delete(one.id)
          else if (one.act === 'pick' && there.has(one.id)) {
            targets = toggleTarget(targets, one.id)
            if (!taken.delete(one.id)) taken.add(one.id)
          } else if (one.act === 'remove') {
            targets = withoutTarget(targets, one.id)
            taken.delete(one.id)
          } else if (one.act === 'filter') {
            const matching = one.matching.filter((match) => there.has(match))
            targets = addMatching(targets, { deviceIds: matching, total: matching.length })
            for (const match of matching) taken.add(match)
          } else if (one.act === 'paste') {
            targets = addPasted(targets, one.ids, { gone: one.ids.filter((pasted) => !there.has(pasted)) })
            expect(targets.unknown).toEqual(one.ids.filter((pasted) => !there.has(pasted)))
            for (const pasted of one.ids) if (there.has(pasted)) taken.add(pasted)
          } else if (one.act === 'clear') {
            targets = targetsOf('site-a')
            taken.clear()
          }
          expect(targets.deviceIds).toHaveLength(taken.size)
          expect([...targets.deviceIds].sort()).toEqual([...taken].sort())
        }
      }),
    )
  })
})
