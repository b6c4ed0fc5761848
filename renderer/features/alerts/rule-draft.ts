import type { AlertMetric, AlertRule } from '../../../preload/contract/models/alert.ts'

export const METRICS: readonly AlertMetric[] = ['cpuPercent', 'memoryPercent', 'cpuTemperatureC', 'diskPercent']

/** A rule as it is being written: figures as typed. */
export interface RuleDraft extends Omit<AlertRule, 'watches' | 'threshold' | 'durationS' | 'cooldownS'> {
  /** `offline`, a metric, or `data`. */
  readonly subject: string
  readonly field: string
  readonly threshold: number | string
  readonly durationS: number | string
  readonly cooldownS: number | string
}

export function newDraft(id: string): RuleDraft {
  return {
    id,
    name: '',
    subject: 'cpuPercent',
    field: '',
    comparison: 'above',
    threshold: 80,
    durationS: 120,
    cooldownS: 900,
    severity: 'warning',
    scope: '',
    isEnabled: true,
    hasNotification: true,
  }
}

/** `name` as it is shown: a rule that came with the app has one in each language. */
export function draftOf({ watches, ...rule }: AlertRule, name: string): RuleDraft {
  const subject = watches.kind === 'metric' ? watches.metric : watches.kind
  return { ...rule, name, subject, field: watches.kind === 'data' ? watches.field : '' }
}

/** The rule, or the name of the first field that is not right yet. */
export function ruleOf(draft: RuleDraft): AlertRule | 'name' | 'field' | 'threshold' | 'durationS' | 'cooldownS' {
  const { subject, field, threshold, durationS, cooldownS, name, ...rest } = draft
  if (name.trim() === '') return 'name'
  if (subject === 'data' && field.trim() === '') return 'field'
  if (!isNumber(threshold)) return 'threshold'
  if (!isWhole(durationS, 86_400)) return 'durationS'
  if (!isWhole(cooldownS, 604_800)) return 'cooldownS'
  const metric = METRICS.find((known) => known === subject)
  const watches: AlertRule['watches'] =
    metric !== undefined
      ? { kind: 'metric', metric }
      : subject === 'data'
        ? { kind: 'data', field: field.trim() }
        : { kind: 'offline' }
  return {
    ...rest,
    name: name.trim(),
    watches,
    threshold: Number(threshold),
    durationS: Number(durationS),
    cooldownS: Number(cooldownS),
  }
}

function isNumber(value: number | string): boolean {
  return value !== '' && Number.isFinite(Number(value)) && Math.abs(Number(value)) <= 1e12
}

function isWhole(value: number | string, max: number): boolean {
  return value !== '' && Number.isInteger(Number(value)) && Number(value) >= 0 && Number(value) <= max
}
