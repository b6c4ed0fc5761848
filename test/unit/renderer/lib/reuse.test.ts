import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reuse } from '../../../../renderer/lib/reuse.ts'

const data = fc.jsonValue().map((value) => structuredClone(value))

describe('reuse', () => {
  it('never shows old data for new', () => {
    fc.assert(fc.property(data, data, (before, after) => void expect(reuse(before, after)).toEqual(after)))
  })

  it('gives back the very same object when nothing changed, so that nothing is rendered', () => {
    fc.assert(fc.property(data, (value) => void expect(reuse(value, structuredClone(value))).toBe(value)))
  })

  it('keeps the parts that did not change beside one that did', () => {
    const before = { metrics: { cpu: 1 }, tags: ['roof'], at: 1 }
    const after = reuse(before, { metrics: { cpu: 1 }, tags: ['roof'], at: 2 })
    expect(after.metrics).toBe(before.metrics)
    expect(after.tags).toBe(before.tags)
    expect(after.at).toBe(2)
  })

  it('takes an empty list for no object, and a missing field for no undefined one', () => {
    expect(reuse<unknown>({}, [])).toEqual([])
    expect(reuse<unknown>({ a: undefined }, { b: 1 })).toStrictEqual({ b: 1 })
  })
})
