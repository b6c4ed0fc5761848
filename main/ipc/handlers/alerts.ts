import type { alertsRoutes } from '../../../preload/contract/routes/alerts.ts'
import type { AlertService } from '../../devices/alerts/alert-service.ts'
import type { HandlersOf } from '../router.ts'

export function alertsHandlers(deps: {
  readonly alerts: AlertService
  readonly activeConnectionId: () => string | null
}): HandlersOf<typeof alertsRoutes> {
  const { alerts, activeConnectionId } = deps
  return {
    'alerts.list': (query) => alerts.window(activeConnectionId(), query),
    'alerts.acknowledge': ({ ids, note }) => ({ count: alerts.acknowledge(activeConnectionId(), ids, note) }),
    'alerts.rules': () => alerts.rules(),
    'alerts.saveRule': (rule) => alerts.saveRule(rule),
    'alerts.removeRule': ({ id }) => alerts.removeRule(id),
  }
}
