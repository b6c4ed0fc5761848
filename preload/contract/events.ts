import type { DeliveryView } from './models/app/delivery.ts'
import type { AuditStatus, SecretsStatus, Settings, StorageStatus, Traffic } from './models/app/settings.ts'
import type { AssistantView } from './models/assistant/assistant.ts'
import type { BrokerHealth, BrokerSample, BuiltInView, LogView, TesterState } from './models/broker/broker.ts'
import type { ConnectionStatus, ConnectionTest, LogReading, ProfileView } from './models/broker/connection.ts'
import type { ProofReport, SetupView } from './models/broker/setup.ts'
import type { Run, Turn } from './models/commands/command.ts'
import type { AlertCounts } from './models/devices/alert.ts'
import type { DeviceCounts } from './models/devices/device.ts'
import type { JoiningView } from './models/devices/joining.ts'
import type { SafetyState } from './models/safety/safety.ts'

/** Pages that main can ask the window to open. */
export type NavigationTarget =
  | 'console'
  | 'devices'
  | 'history'
  | 'broker'
  | 'alerts'
  | 'settings'
  | 'connections'
  | 'setup'
  | 'connect'
  | 'palette'
  | 'guide'

/** A page to open. With `devices`, `deviceId` opens one of them and `text` is the filter; with `alerts`, `text` is searched for. */
export interface NavigationRequest {
  readonly to: NavigationTarget
  readonly deviceId?: string
  readonly text?: string
}

/** Events of main. They report changes of state, at most ten times a second, and never carry a secret. */
export interface Events {
  'connection.changed': ConnectionStatus
  'connection.tested': ConnectionTest
  'profiles.changed': readonly ProfileView[]
  /** At most once a second, while the broker page is open; `sample` is the chart's new point. */
  'broker.health': { readonly health: BrokerHealth; readonly sample: BrokerSample | null }
  /** At most four times a second; `messages` are those new since the event before, at most 50. */
  'broker.tester': TesterState
  'broker.log': LogView
  /** How far `broker.openLog` has come. */
  'broker.logReading': LogReading
  'builtIn.changed': BuiltInView
  /** `entries` rises when the operator's entries change, e.g. a name. */
  'devices.changed': { readonly revision: number; readonly entries: number; readonly counts: DeviceCounts }
  /** Open alerts of the active connection; at most twice a second. */
  'alerts.changed': AlertCounts
  'storage.changed': StorageStatus
  /** A message about alerts went out, failed or waits. */
  'delivery.changed': DeliveryView
  /** Turns that changed, oldest first. */
  'console.changed': readonly Turn[]
  /** Long runs that changed while their turns did not: the states of their commands. */
  'console.runsChanged': readonly Run[]
  /** Text of a model's answer as it arrives, for display only. */
  'console.streamed': {
    readonly turnId: string
    readonly text: string
    /** Readable part of a proposal; null before the first. */
    readonly draft: { readonly command: string | null; readonly explanation: string | null } | null
  }
  /** Devices that are being added, and the scan. */
  'joining.changed': JoiningView
  'setup.changed': readonly SetupView[]
  'setup.proved': ProofReport
  'settings.changed': Settings
  'assistant.changed': AssistantView
  'secrets.changed': SecretsStatus
  'audit.changed': AuditStatus
  'safety.changed': SafetyState
  'traffic.changed': Traffic
  /** Asks the window to open a page, after a menu item, a notification or a link. */
  'window.navigate': NavigationRequest
}
export type EventName = keyof Events
