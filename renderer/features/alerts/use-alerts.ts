import type { AlertState, AlertWindow } from '../../../preload/contract/models/alert.ts'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'

/** The alerts of the active connection, kept current; null until the first answer. */
export function useAlerts(states: readonly AlertState[], limit: number): AlertWindow | null {
  const query = { states: [...states], deviceId: null, offset: 0, limit }
  const { value, reload } = useRequest('alerts.list', query, { keepsLast: true })
  useEvent('alerts.changed', reload)
  useEvent('connection.changed', reload)
  return value
}
