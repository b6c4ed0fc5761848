import type { AlertCounts } from './models/alert.ts'
import type { AssistantView } from './models/assistant.ts'
import type { Turn } from './models/command.ts'
import type { ConnectionStatus, ConnectionTest, ProfileView } from './models/connection.ts'
import type { DeviceCounts } from './models/device.ts'
import type { AuditStatus, SecretsStatus, Settings, StorageStatus, Traffic } from './models/settings.ts'

/** Where main can ask the window to go. */
export type NavigationTarget = 'console' | 'devices' | 'alerts' | 'settings' | 'connect' | 'palette'

/** Events of main. They say that state changed, at most ten times a second; they never carry a secret. */
export interface Events {
  'connection.changed': ConnectionStatus
  'connection.tested': ConnectionTest
  'profiles.changed': readonly ProfileView[]
  'devices.changed': { readonly revision: number; readonly counts: DeviceCounts }
  /** Open alerts of the active connection; at most twice a second. */
  'alerts.changed': AlertCounts
  'storage.changed': StorageStatus
  /** Whole turns that changed, oldest first. */
  'console.changed': readonly Turn[]
  /** Text of a model's answer as it arrives, for display only. */
  'console.streamed': { readonly turnId: string; readonly text: string }
  'settings.changed': Settings
  'assistant.changed': AssistantView
  'secrets.changed': SecretsStatus
  'audit.changed': AuditStatus
  'traffic.changed': Traffic
  /** A menu item or a second start asks the window to go somewhere. */
  'window.navigate': { readonly to: NavigationTarget }
}
export type EventName = keyof Events
