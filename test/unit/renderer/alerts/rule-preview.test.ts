// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { compileFilter } from '../../../../main/devices/filter/compile-filter.ts'
import type { AlertRule } from '../../../../preload/contract/models/devices/alert.ts'
import { newDraft, ruleOf } from '../../../../renderer/features/alerts/rule-draft.ts'
import { conditionFilter } from '../../../../renderer/features/alerts/rule-preview.tsx'

const RULE = ruleOf({ ...newDraft('own'), name: 'Own' }) as AlertRule

describe('the preview of a rule', () => {
  it.each([
    [{}, 'cpu>80'],
    [{ comparison: 'below', threshold: -5, watches: { kind: 'metric', metric: 'cpuTemperatureC' } }, 'temp<-5'],
    [{ scope: ' tag:roof ', watches: { kind: 'offline' } }, 'tag:roof status:offline,lost'],
    [{ watches: { kind: 'data', field: 'humidity' }, threshold: 60.5 }, 'data.humidity>60.5'],
  ] as const)('asks for %j by a filter that the list understands: %s', (change, filter) => {
    expect(conditionFilter({ ...RULE, ...change })).toBe(filter)
    expect(() => compileFilter(filter)).not.toThrow()
  })

  it('asks nothing of a field that the filter cannot name', () => {
    expect(conditionFilter({ ...RULE, watches: { kind: 'data', field: 'two words' } })).toBeNull()
  })
})
