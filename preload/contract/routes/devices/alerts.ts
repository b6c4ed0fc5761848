import { z } from 'zod'
import {
  ALERT_METRICS,
  ALERT_SEVERITIES,
  ALERT_SORTS,
  ALERT_STATES,
  type AlertGroups,
  type AlertRule,
  type AlertWindow,
  type Maintenance,
  QUIET_MAX_MS,
} from '../../models/devices/alert.ts'
import { route } from '../../route.ts'
import { deviceFilter, deviceId } from './devices.ts'

const id = z.string().min(1).max(64)

/** Schema of a rule, from the window and on disk. */
export const alertRuleSchema = z.strictObject({
  id,
  name: z.string().trim().min(1).max(80),
  watches: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('offline') }),
    z.strictObject({ kind: z.literal('metric'), metric: z.enum(ALERT_METRICS) }),
    z.strictObject({ kind: z.literal('data'), field: z.string().trim().min(1).max(64) }),
  ]),
  comparison: z.enum(['above', 'below']),
  threshold: z.number().min(-1e12).max(1e12),
  durationS: z.int().min(0).max(86_400),
  cooldownS: z.int().min(0).max(604_800),
  severity: z.enum(ALERT_SEVERITIES),
  scope: deviceFilter,
  isEnabled: z.boolean(),
  hasNotification: z.boolean(),
})

const states = z.array(z.enum(ALERT_STATES)).max(ALERT_STATES.length)
const time = z.int().min(0)
const group = z.strictObject({ ruleId: id, state: z.enum(ALERT_STATES), from: time, to: time })
/** Alerts by their ids, all that are meant, or the alerts of a group. */
const meant = z.union([z.literal('all'), z.array(id).min(1).max(1000), group])
/** Length of time from now, in ms. */
const lengthMs = z.int().min(60_000).max(QUIET_MAX_MS)

export const alertsRoutes = {
  /** Returns alerts of the active connection grouped by cause. `text` is part of a name, an id or a rule. */
  'alerts.groups': route<AlertGroups>()(
    z.strictObject({ states, text: z.string().max(200), sort: z.enum(ALERT_SORTS), limit: z.int().min(1).max(200) }),
  ),
  /** Returns alerts of the active connection: critical first, then the newest. Empty `states` means all. */
  'alerts.list': route<AlertWindow>()(
    z.strictObject({
      states,
      deviceId: deviceId.nullable(),
      group: group.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Acknowledges alerts; `all` means every active one of the connection. Returns their number. */
  'alerts.acknowledge': route<{ readonly count: number }>()(
    z.strictObject({
      alerts: meant,
      note: z.string().trim().max(500),
    }),
  ),
  /**
   * Puts active alerts off; they are active again after `lengthMs` unless they end before, and at once where it is 0. Returns
   * their number.
   */
  'alerts.snooze': route<{ readonly count: number }>()(
    z.strictObject({ alerts: meant, lengthMs: z.union([z.literal(0), lengthMs]) }),
  ),
  'alerts.maintenances': route<readonly Maintenance[]>()(z.strictObject({})),
  /** Keeps devices of the active connection from raising alerts. Throws `FILTER_INVALID`, `MAINTENANCE_LIMIT`, `NOT_CONNECTED`. */
  'alerts.beginMaintenance': route<readonly Maintenance[]>()(
    z.strictObject({
      deviceId: deviceId.nullable(),
      filter: deviceFilter,
      lengthMs,
      note: z.string().trim().max(200),
    }),
  ),
  'alerts.endMaintenance': route<readonly Maintenance[]>()(z.strictObject({ id })),
  'alerts.rules': route<readonly AlertRule[]>()(z.strictObject({})),
  /** Adds a rule or replaces the one with this id. Throws `FILTER_INVALID` for its scope. */
  'alerts.saveRule': route<readonly AlertRule[]>()(alertRuleSchema),
  /** Removes a rule and resolves its open alerts. */
  'alerts.removeRule': route<readonly AlertRule[]>()(z.strictObject({ id })),
}
