import type { alertsRoutes } from '../../../../preload/contract/routes/devices/alerts.ts'
import type { AlertService } from '../../../devices/alerts/alert-service.ts'
import type { HandlersOf } from '../../router.ts'

export function alertsHandlers(deps: {
  readonly alerts: AlertService
  readonly activeConnectionId: () => string | null
}): HandlersOf<typeof alertsRoutes> {
  const { alerts, activeConnectionId } = deps
  return {
    'alerts.list': (query) => alerts.window(activeConnectionId(), query),
    'alerts.groups': (query) => alerts.handling.groups(activeConnectionId(), query),
    'alerts.acknowledge': ({ alerts: meant, note }) => ({
      count: alerts.handling.acknowledge(activeConnectionId(), meant, note),
    }),
    'alerts.snooze': ({ alerts: meant, lengthMs }) => ({
      count: alerts.handling.snooze(activeConnectionId(), meant, lengthMs),
    }),
    'alerts.maintenances': () => alerts.handling.maintenances(activeConnectionId()),
    'alerts.beginMaintenance': (asked) => alerts.handling.beginMaintenance(activeConnectionId(), asked),
    'alerts.endMaintenance': ({ id }) => alerts.handling.endMaintenance(activeConnectionId(), id),
    'alerts.rules': () => alerts.rules(),
    'alerts.saveRule': (rule) => alerts.saveRule(rule),
    'alerts.removeRule': ({ id }) => alerts.removeRule(id),
  }
}
