import type { DeviceRef } from './device.ts'

export const ALERT_SEVERITIES = ['info', 'warning', 'critical'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/** Fields of every device that a rule can watch, beside the numeric fields of `data` messages. */
export const ALERT_METRICS = ['cpuPercent', 'memoryPercent', 'cpuTemperatureC', 'diskPercent'] as const
export type AlertMetric = (typeof ALERT_METRICS)[number]

/** Condition of an alert, with its scope. */
export interface AlertRule {
  readonly id: string
  readonly name: string
  /** `offline`: the device is offline or lost. `data`: a numeric field of its `data` messages. */
  readonly watches:
    | { readonly kind: 'offline' }
    | { readonly kind: 'metric'; readonly metric: AlertMetric }
    | { readonly kind: 'data'; readonly field: string }
  /** Ignored for `offline`. */
  readonly comparison: 'above' | 'below'
  readonly threshold: number
  /** Time for which the condition has to hold. */
  readonly durationS: number
  /** Time after an alert in which the same device raises no new one, and no notification. */
  readonly cooldownS: number
  readonly severity: AlertSeverity
  /** Filter language; empty is all devices. */
  readonly scope: string
  readonly isEnabled: boolean
  readonly hasNotification: boolean
}

/** `snoozed`: put off until a time, then active again unless it ended before. */
export const ALERT_STATES = ['active', 'snoozed', 'acknowledged', 'resolved'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** One alert of one device; times are epoch ms. */
export interface Alert extends DeviceRef {
  readonly id: string
  readonly ruleId: string
  /** Copied from the rule when the alert was raised. */
  readonly ruleName: string
  readonly watches: AlertRule['watches']
  readonly comparison: AlertRule['comparison']
  readonly threshold: number
  readonly severity: AlertSeverity
  readonly state: AlertState
  readonly raisedAt: number
  /** Value that raised it; null for `offline`. */
  readonly value: number | null
  /** Number of times that the condition held, those within the cooldown included. */
  readonly occurrences: number
  readonly acknowledged: { readonly at: number; readonly by: string; readonly note: string } | null
  readonly resolvedAt: number | null
  /** Epoch ms at which a snoozed alert is active again; null unless it is snoozed. */
  readonly snoozedUntil: number | null
  /** What was last told outside of the window: that it was raised, or that it is over. Absent where nothing was told. */
  readonly told?: 'raised' | 'over' | undefined
}

export interface AlertCounts {
  readonly active: number
  readonly snoozed: number
  readonly acknowledged: number
  /** Number of active alerts that are critical. */
  readonly critical: number
}

export interface AlertWindow {
  readonly alerts: readonly Alert[]
  readonly total: number
  readonly counts: AlertCounts
  /** Alerts not kept because too many were open. */
  readonly dropped: number
}

/** Alerts that have one cause: one rule, each raised within a minute of another. */
export interface AlertGroup {
  readonly ruleId: string
  readonly state: AlertState
  /** Epoch ms of the first and the last alert raised. */
  readonly from: number
  readonly to: number
  readonly count: number
  /** Tags that all devices of the group have; empty for a single alert. */
  readonly commonTags: readonly string[]
  /** First alerts of the group in the order of the list, at least one. */
  readonly first: readonly Alert[]
}

/** Names the alerts of a group. */
export type AlertGroupRef = Pick<AlertGroup, 'ruleId' | 'state' | 'from' | 'to'>

export const ALERT_SORTS = ['severity', 'newest', 'device', 'rule'] as const
export type AlertSort = (typeof ALERT_SORTS)[number]

export interface AlertGroups extends Omit<AlertWindow, 'alerts'> {
  readonly groups: readonly AlertGroup[]
  /** Number of groups, shown or not; `total` counts the alerts. */
  readonly groupTotal: number
}

/** A time in which devices raise no alerts. */
export interface Maintenance {
  readonly id: string
  readonly connectionId: string
  /** The one device that it is for; null where `filter` says which. */
  readonly deviceId: string | null
  readonly filter: string
  /** Epoch ms. */
  readonly until: number
  readonly note: string
  readonly by: string
}

/** Longest snooze and maintenance, in ms: a week. */
export const QUIET_MAX_MS = 604_800_000
