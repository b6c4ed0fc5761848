import { describe, expect, it } from 'vitest'
import type { AlertRule } from '../../../../preload/contract/models/alert.ts'
import { alertRuleSchema } from '../../../../preload/contract/routes/alerts.ts'
import { draftOf, newDraft, ruleOf } from '../../../../renderer/features/alerts/rule-draft.ts'

const RULE: AlertRule = {
  id: 'r',
  name: 'Damp',
  watches: { kind: 'data', field: 'humidity' },
  comparison: 'above',
  threshold: 60,
  durationS: 60,
  cooldownS: 60,
  severity: 'warning',
  scope: 'tag:cellar',
  isEnabled: true,
  hasNotification: false,
}

describe('the draft of a rule', () => {
  it.each([
    RULE,
    { ...RULE, watches: { kind: 'offline' } as const },
    { ...RULE, watches: { kind: 'metric', metric: 'diskPercent' } as const },
  ])('leaves a rule that is opened and saved as it was', (rule) => {
    expect(ruleOf(draftOf(rule, rule.name))).toEqual(rule)
  })

  it.each([
    [{ name: '  ' }, 'name'],
    [{ subject: 'data', field: '' }, 'field'],
    [{ threshold: '' }, 'threshold'],
    [{ threshold: '-' }, 'threshold'],
    [{ durationS: 1.5 }, 'durationS'],
    [{ cooldownS: 1e9 }, 'cooldownS'],
  ])('%j is held back, with the field that is wrong', (change, field) => {
    expect(ruleOf({ ...newDraft('n'), name: 'New', ...change })).toBe(field)
  })

  it('passes main when the form takes it', () => {
    const rule = ruleOf({ ...newDraft('n'), name: 'New' })
    expect(alertRuleSchema.safeParse(rule).success).toBe(true)
  })
})
