import { z } from 'zod'
import { ALERT_METRICS, ALERT_SEVERITIES, ALERT_STATES, type AlertRule, type AlertWindow } from '../models/alert.ts'
import { route } from '../route.ts'
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

export const alertsRoutes = {
  /** Returns alerts of the active connection: critical first, then the newest. Empty `states` means all. */
  'alerts.list': route<AlertWindow>()(
    z.strictObject({
      states: z.array(z.enum(ALERT_STATES)).max(ALERT_STATES.length),
      deviceId: deviceId.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Acknowledges alerts; `all` means every active one of the connection. Returns their number. */
  'alerts.acknowledge': route<{ readonly count: number }>()(
    z.strictObject({
      ids: z.union([z.literal('all'), z.array(id).min(1).max(1000)]),
      note: z.string().trim().max(500),
    }),
  ),
  'alerts.rules': route<readonly AlertRule[]>()(z.strictObject({})),
  /** Adds a rule or replaces the one with this id. Throws `FILTER_INVALID` for its scope. */
  'alerts.saveRule': route<readonly AlertRule[]>()(alertRuleSchema),
  /** Removes a rule and resolves its open alerts. */
  'alerts.removeRule': route<readonly AlertRule[]>()(z.strictObject({ id })),
}
