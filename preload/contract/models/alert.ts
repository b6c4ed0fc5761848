import type { DeviceRef } from './device.ts'

export const ALERT_SEVERITIES = ['info', 'warning', 'critical'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/** Fields of every device that a rule can watch, beside the numeric fields of `data` messages. */
export const ALERT_METRICS = ['cpuPercent', 'memoryPercent', 'cpuTemperatureC', 'diskPercent'] as const
export type AlertMetric = (typeof ALERT_METRICS)[number]

/** When an alert is raised. */
export interface AlertRule {
  readonly id: string
  readonly name: string
  /** `offline`: the device said so, or is lost. `data`: a numeric field of its `data` messages. */
  readonly watches:
    | { readonly kind: 'offline' }
    | { readonly kind: 'metric'; readonly metric: AlertMetric }
    | { readonly kind: 'data'; readonly field: string }
  /** Without effect for `offline`. */
  readonly comparison: 'above' | 'below'
  readonly threshold: number
  /** The condition has to hold this long. */
  readonly durationS: number
  /** After the end of an alert the same device raises no new one, and no notification, for this long. */
  readonly cooldownS: number
  readonly severity: AlertSeverity
  /** Filter language; empty is all devices. */
  readonly scope: string
  readonly isEnabled: boolean
  readonly hasNotification: boolean
}

export const ALERT_STATES = ['active', 'acknowledged', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** One alert of one device; times are epoch ms. */
export interface Alert extends DeviceRef {
  readonly id: string
  readonly ruleId: string
  /** As the rule was when it was raised. */
  readonly ruleName: string
  readonly watches: AlertRule['watches']
  readonly comparison: AlertRule['comparison']
  readonly threshold: number
  readonly severity: AlertSeverity
  readonly state: AlertState
  readonly raisedAt: number
  /** Value that raised it; null for `offline`. */
  readonly value: number | null
  /** How often the condition came back within the cooldown. */
  readonly occurrences: number
  readonly acknowledged: { readonly at: number; readonly by: string; readonly note: string } | null
  readonly resolvedAt: number | null
}

export interface AlertCounts {
  readonly active: number
  readonly acknowledged: number
  /** Of the active ones. */
  readonly critical: number
}

export interface AlertWindow {
  readonly alerts: readonly Alert[]
  readonly total: number
  readonly counts: AlertCounts
  /** Alerts not kept because too many were open. */
  readonly dropped: number
}
