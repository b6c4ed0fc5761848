import { EventEmitter } from 'node:events'
import type { SecretsStatus } from '../../preload/contract/models/settings.ts'

/**
 * What one service announces and others, built after it, follow. Listeners are joined once everything is built, so that no
 * service refers to one that does not exist yet.
 */
interface Announcements {
  secretsChanged: [status: SecretsStatus]
  devicesChanged: []
  alertsChanged: []
  /** A command started or finished on the device. */
  flightChanged: [connectionId: string, deviceId: string]
  /** Another connection is about to be used; the one that ends, or null. */
  connectionLeft: [connectionId: string | null]
}

export type Announcer = EventEmitter<Announcements>

export function createAnnouncer(): Announcer {
  return new EventEmitter<Announcements>()
}
