import { EventEmitter } from 'node:events'
import type { SecretsStatus } from '../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

export interface AlertWords {
  readonly title: LocalizedText
  readonly body: LocalizedText
}

/**
 * Carries what one service announces and others, built after it, follow. Listeners are joined once everything is built,
 * so that no service refers to one that does not exist yet.
 */
interface Announcements {
  secretsChanged: [status: SecretsStatus]
  devicesChanged: []
  alertsChanged: []
  /** Alerts to be shown as a notification of the system. */
  alertsRaised: [words: AlertWords]
  /** Another connection is about to be used; the one that ends, or null. */
  connectionLeft: [connectionId: string | null]
  /** A set-up came to have these devices, which will report on these connections. */
  devicesExpected: [connectionIds: readonly string[], deviceIds: readonly string[]]
}

export type Announcer = EventEmitter<Announcements>

export function createAnnouncer(): Announcer {
  return new EventEmitter<Announcements>()
}
