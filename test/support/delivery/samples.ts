import type { DeliverySettings } from '../../../preload/contract/models/app/delivery.ts'
import type { Alert } from '../../../preload/contract/models/devices/alert.ts'

export const OFF: DeliverySettings = {
  email: { isOn: false, host: '', port: 587, security: 'starttls', user: '', from: '', to: [], minSeverity: 'warning' },
  webhook: { isOn: false, format: 'json', minSeverity: 'warning', host: '' },
}

/** Alert of a device that is offline. */
export function offlineAlert(deviceId: string, raisedAt: number, changes: Partial<Alert> = {}): Alert {
  return {
    id: `${deviceId}-${raisedAt}`,
    connectionId: 'site-a',
    deviceId,
    ruleId: 'default-offline',
    ruleName: 'default-offline',
    watches: { kind: 'offline' },
    comparison: 'above',
    threshold: 0,
    severity: 'critical',
    state: 'active',
    raisedAt,
    value: null,
    occurrences: 1,
    acknowledged: null,
    resolvedAt: null,
    snoozedUntil: null,
    ...changes,
  }
}
