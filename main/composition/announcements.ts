import { EventEmitter } from 'node:events'
import type { SecretsStatus } from '../../preload/contract/models/app/settings.ts'
import type { Alert } from '../../preload/contract/models/devices/alert.ts'

/**
 * Carries what one service announces and others, built after it, follow. Listeners are joined once everything is built,
 * so that no service refers to one that does not exist yet.
 */
interface Announcements {
  secretsChanged: [status: SecretsStatus]
  devicesChanged: []
  alertsChanged: []
  /** Alerts to be told by mail and webhook. */
  alertsToTell: [alerts: readonly Alert[]]
  /** Alerts to be told by a notification of the system. */
  alertsToNotify: [alerts: readonly Alert[]]
  /** Another connection is about to be used; the one that ends, or null. */
  connectionLeft: [connectionId: string | null]
  /** A set-up came to have these devices, which will report on these connections. */
  devicesExpected: [connectionIds: readonly string[], deviceIds: readonly string[]]
}

export type Announcer = EventEmitter<Announcements>

export function createAnnouncer(): Announcer {
  return new EventEmitter<Announcements>()
}
