import type { AlertMetric, AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import { vitalOf } from '../../../preload/contract/models/devices/vitals.ts'

export const METRICS: readonly AlertMetric[] = ['cpuPercent', 'memoryPercent', 'cpuTemperatureC', 'diskPercent']

/** A rule as it is being written: figures as typed. */
export interface RuleDraft extends Omit<AlertRule, 'watches' | 'threshold' | 'durationS' | 'cooldownS'> {
  /** `offline`, a metric, what the agent sends (vitals.ts), or `data`. */
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

/** Chooses what a rule watches. A flag is watched for one of its two values, which is no figure to type. */
export function withSubject(draft: RuleDraft, subject: string): RuleDraft {
  if (vitalOf(subject)?.unit !== 'flag') return { ...draft, subject }
  return { ...draft, subject, ...(subject === 'clock_synchronised' ? FLAG_IS.no : FLAG_IS.yes) }
}

/** Conditions that a flag is true, or false. */
export const FLAG_IS = {
  yes: { comparison: 'above', threshold: 0 },
  no: { comparison: 'below', threshold: 1 },
} as const

/** `name` as it is shown: a rule that came with the app has one in each language. */
export function draftOf({ watches, ...rule }: AlertRule, name: string): RuleDraft {
  const field = watches.kind === 'data' ? watches.field : ''
  if (watches.kind === 'metric') return { ...rule, name, subject: watches.metric, field }
  return { ...rule, name, subject: vitalOf(field) === null ? watches.kind : field, field }
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
      : subject === 'offline'
        ? { kind: 'offline' }
        : { kind: 'data', field: subject === 'data' ? field.trim() : subject }
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
