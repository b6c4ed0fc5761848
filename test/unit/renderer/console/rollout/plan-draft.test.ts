import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runChoice } from '../../../../../preload/contract/routes/commands/rollout.ts'
import {
  confirmationOf,
  offeredDraft,
  planOf,
  planProblem,
  waveRuns,
} from '../../../../../renderer/features/console/rollout/plan-draft.ts'

const UNSPREAD = planOf(offeredDraft('read', 50, undefined))

describe('the plan that is offered', () => {
  it.each([
    ['read', 5_000, false],
    ['change', 10, false],
    ['change', 11, true],
    ['unknown', 11, true],
    ['destructive', 200, true],
  ])('for a command of class %s on %i devices begins with a canary: %s', (judged, total, isSpread) => {
    expect(offeredDraft(judged, total, undefined)).toMatchObject({ isSpread, proceed: 'ask' })
  })

  it('is the one that the operator made last for the class, all at once too', () => {
    const plan = planOf({ ...offeredDraft('change', 50, undefined), canary: 7, proceed: 'auto', goOnAfterS: 9 })
    expect(planOf(offeredDraft('change', 50, plan))).toEqual(plan)
    expect(planOf(offeredDraft('read', 50, plan))).toEqual(plan)
    expect(UNSPREAD).toBeNull()
    expect(planOf(offeredDraft('change', 50, null))).toBeNull()
  })

  it('spreads few devices only when asked, whatever was remembered', () => {
    const plan = planOf(offeredDraft('change', 50, undefined))
    expect(planOf(offeredDraft('change', 3, plan))).toBeNull()
  })

  it('is one that main takes, for any number of devices', () => {
    const property = fc.property(fc.integer({ min: 11, max: 10_000 }), (total) => {
      const plan = planOf(offeredDraft('change', total, undefined))
      expect(planProblem(plan, total, 30)).toBeNull()
      expect(runChoice.safeParse({ plan, absent: null }).success).toBe(true)
    })
    fc.assert(property)
  })
})

describe('planProblem', () => {
  const draft = { ...offeredDraft('change', 50, undefined), proceed: 'auto' } as const

  it.each([
    { canary: Number.NaN },
    { goOnAfterS: Number.NaN },
    { waveAmount: 0 },
    { waveAmount: 101 },
    { pauseS: 30_000 },
    { stopAmount: Number.NaN },
  ])('finds a figure that is none or too large: %o', (change) => {
    const plan = planOf({ ...draft, ...change })
    expect(planProblem(plan, 50, 30)).toBe('figures')
    expect(runChoice.safeParse({ plan, absent: null }).success).toBe(false)
  })

  it('finds a plan of more than a day', () => {
    const plan = planOf({ ...draft, waveUnit: 'devices', waveAmount: 1, pauseS: 3_600 })
    expect(planProblem(plan, 50, 30)).toBe('too-long')
  })

  it('does not look at figures that are switched off', () => {
    const plan = planOf({ ...draft, waveUnit: 'rest', waveAmount: 0, stopUnit: 'never', stopAmount: 0 })
    expect(planProblem(plan, 50, 30)).toBeNull()
  })
})

it('waves of one size are named together', () => {
  expect(waveRuns([2, 3, 3, 3, 1])).toEqual([
    { size: 2, times: 1 },
    { size: 3, times: 3 },
    { size: 1, times: 1 },
  ])
})

it.each([
  [null, ['a', 'b'], null],
  ['3', ['a', 'b'], '2'],
  ['3', ['a'], 'a'],
  ['a', ['a'], 'a'],
])('the text to type follows the devices that are left: %s for %j is %s', (expected, ids, typed) => {
  expect(confirmationOf(expected, ids)).toBe(typed)
})
