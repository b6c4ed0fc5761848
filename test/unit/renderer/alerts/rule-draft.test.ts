import { describe, expect, it } from 'vitest'
import type { AlertRule } from '../../../../preload/contract/models/devices/alert.ts'
import { alertRuleSchema } from '../../../../preload/contract/routes/devices/alerts.ts'
import { draftOf, newDraft, ruleOf, withSubject } from '../../../../renderer/features/alerts/rule-draft.ts'

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
    {
      ...RULE,
      watches: { kind: 'data', field: 'wifi_signal_dbm' } as const,
      comparison: 'below' as const,
      threshold: -80,
    },
    { ...RULE, watches: { kind: 'data', field: 'under_voltage' } as const, threshold: 0 },
  ])('gives back a rule that is opened and saved without a change', (rule) => {
    expect(ruleOf(draftOf(rule, rule.name))).toEqual(rule)
  })

  it.each([
    [{ name: '  ' }, 'name'],
    [{ subject: 'data', field: '' }, 'field'],
    [{ threshold: '' }, 'threshold'],
    [{ threshold: '-' }, 'threshold'],
    [{ durationS: 1.5 }, 'durationS'],
    [{ cooldownS: 1e9 }, 'cooldownS'],
  ])('with %j is refused for its %s', (change, field) => {
    expect(ruleOf({ ...newDraft('n'), name: 'New', ...change })).toBe(field)
  })

  it.each([
    ['under_voltage', { comparison: 'above', threshold: 0 }],
    ['clock_synchronised', { comparison: 'below', threshold: 1 }],
  ])('asks of %s no figure, because it is true or false', (subject, condition) => {
    const rule = ruleOf(withSubject({ ...newDraft('n'), name: 'New' }, subject))
    expect(rule).toMatchObject({ watches: { kind: 'data', field: subject }, ...condition })
  })

  it('is accepted by the contract where the form accepts it', () => {
    const rule = ruleOf({ ...newDraft('n'), name: 'New' })
    expect(alertRuleSchema.safeParse(rule).success).toBe(true)
  })
})
