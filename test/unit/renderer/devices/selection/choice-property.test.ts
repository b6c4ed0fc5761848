import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  chosenIds,
  nothingChosen,
  withAll,
  withCheck,
  withMatching,
} from '../../../../../renderer/features/devices/selection/selection-state.ts'

/** Devices as main knows them, and the filter that the list shows them by. */
class Fleet {
  readonly ids = new Set(['a1', 'a2', 'b1', 'b2'])
  filter = ''

  get shown(): readonly string[] {
    return [...this.ids].filter((id) => id.includes(this.filter)).sort()
  }

  check(chosen: ReadonlySet<string>) {
    const shown = new Set(this.shown)
    return {
      gone: [...chosen].filter((id) => !this.ids.has(id)),
      hidden: [...chosen].filter((id) => this.ids.has(id) && !shown.has(id)).length,
    }
  }
}

const place = fc.nat({ max: 9 })
const step = fc.oneof(
  fc.record({ act: fc.constant('filter' as const), text: fc.constantFrom('', 'a', 'b', '1', 'none') }),
  fc.record({ act: fc.constant('one' as const), place, isTaken: fc.boolean() }),
  fc.record({ act: fc.constant('range' as const), first: place, last: place }),
  fc.record({ act: fc.constant('all' as const) }),
  fc.record({
    act: fc.constantFrom('arrives' as const, 'departs' as const),
    id: fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'b3'),
  }),
  fc.record({ act: fc.constant('clear' as const) }),
)

it('the number on the bar is the number handed over, and nothing is chosen that the operator did not take in', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const fleet = new Fleet()
      const taken = new Set<string>()
      let choice = nothingChosen('site-a')
      const take = (ids: readonly string[]) => {
        for (const id of ids) taken.add(id)
      }
      for (const one of steps) {
        if (one.act === 'filter') fleet.filter = one.text
        else if (one.act === 'one') {
          const ids = fleet.shown.slice(one.place, one.place + 1)
          choice = withAll(choice, ids, one.isTaken)
          if (one.isTaken) take(ids)
          else for (const id of ids) taken.delete(id)
        } else if (one.act === 'range') {
          const ids = fleet.shown.slice(Math.min(one.first, one.last), Math.max(one.first, one.last) + 1)
          choice = withAll(choice, ids, true)
          take(ids)
        } else if (one.act === 'all') {
          choice = withMatching(choice, { deviceIds: fleet.shown, total: fleet.shown.length })
          take(fleet.shown)
        } else if (one.act === 'arrives') fleet.ids.add(one.id)
        else if (one.act === 'departs') {
          fleet.ids.delete(one.id)
          taken.delete(one.id)
        } else {
          choice = nothingChosen('site-a')
          taken.clear()
        }
        choice = withCheck(choice, fleet.check(choice.ids))
        expect(choice.ids.size).toBe(chosenIds(choice).length)
        expect(chosenIds(choice)).toEqual([...taken].sort())
        expect(choice.hidden).toBe([...taken].filter((id) => !fleet.shown.includes(id)).length)
      }
    }),
  )
})
