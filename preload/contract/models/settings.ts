import type { AlertCounts } from './alert.ts'
import type { AssistantView, ProviderPreset } from './assistant.ts'
import type { ConnectionStatus, ProfileView } from './connection.ts'
import type { DeviceCounts } from './device.ts'
import type { SafetyState } from './safety.ts'

export type Language = 'en' | 'zh-CN'
export type Theme = 'light' | 'dark' | 'system'

/** What the readings of all devices may take on disk, in MiB. */
export const TELEMETRY_MIB = { min: 64, max: 8192 } as const

export interface Settings {
  readonly language: Language
  readonly theme: Theme
  /** Written into the audit as the person who approved. */
  readonly operatorName: string
  /** Seconds given to a new command, 1–3600. */
  readonly defaultTimeoutS: number
  /** MiB that the readings of all devices may take on disk, within `TELEMETRY_MIB`; the oldest leave first. */
  readonly telemetryMiB: number
  /** Columns of the device list, in order; null for those that come with the app. */
  readonly deviceColumns: readonly string[] | null
  readonly savedFilters: readonly SavedFilter[]
}

/** A filter of the device list with a name. */
export interface SavedFilter {
  readonly name: string
  readonly filter: string
}

/** Whether the history is being written. `locked`: another program holds the file; `full`: no space is left. */
export interface StorageStatus {
  readonly problem: 'locked' | 'full' | 'failed' | null
}

/** Where secrets are kept. `memory`: for this run only. `weak`: on disk with a key that is no secret, agreed to by the operator. */
export interface SecretsStatus {
  readonly mode: 'encrypted' | 'memory' | 'weak'
  /** The system's name of the backend, e.g. `gnome_libsecret`, `keychain`, `dpapi`, `basic_text`. */
  readonly backend: string
  /** The keyring is locked or was exchanged: stored secrets cannot be read now. */
  readonly problem: 'locked' | 'changed' | null
}

/** Figures of the status line, sent at most once a second. */
export interface Traffic {
  readonly messagesPerS: number
  /** Messages since the start. */
  readonly received: number
  /** Messages dropped since the start, by reason. */
  readonly dropped: Readonly<Record<string, number>>
  readonly cut: number
}

/** Whether the records carry the MAC of a key that the secret store keeps, and what that key says of them. */
export interface AuditSeal {
  /** `none`: a key could not be kept; `missing`: there was one, and it is not at hand; `weak`: kept without a keyring. */
  readonly state: 'opening' | 'kept' | 'weak' | 'none' | 'missing'
  readonly keyId: string | null
  /** First record of the key; the last one that is known of it where it is missing. */
  readonly record: number | null
  /** Of that record, epoch ms. */
  readonly at: number | null
  /** A new key could be kept now. */
  readonly canStart: boolean
  /** `changed`: others than this console wrote records; `unknown-end`: some may have been cut off at the end, once. */
  readonly doubt: 'changed' | 'unknown-end' | null
  /** Records since the key began that the last check could not prove. */
  readonly unproven: number
}

export interface AuditStatus {
  /** The chain holds, and what its key says does not contradict it. */
  readonly ok: boolean
  readonly count: number
  /** SHA-256 of the last record, and its time (epoch ms). */
  readonly head: string
  readonly at: number | null
  readonly firstBrokenLine: number | null
  readonly file: string
  readonly seal: AuditSeal
}

/** What a reading of the whole log found. */
export interface AuditCheck extends AuditStatus {
  /** The noted hash is one of the records'; null where none was given. */
  readonly hasNoted: boolean | null
}

/** What the start had to go around; `file` is where the old content is kept. */
export interface StartNotice {
  readonly kind:
    | 'settings-moved'
    | 'settings-mended'
    | 'secrets-moved'
    | 'built-in-moved'
    | 'setups-moved'
    | 'history-moved'
    | 'history-newer'
    | 'history-in-memory'
  readonly file: string
}

/** All that the first screen needs, in one answer. */
export interface Bootstrap {
  readonly version: string
  readonly electronVersion: string
  readonly platform: string
  readonly settings: Settings
  readonly profiles: readonly ProfileView[]
  readonly connection: ConnectionStatus
  readonly counts: DeviceCounts
  readonly assistant: AssistantView
  readonly presets: readonly ProviderPreset[]
  readonly secrets: SecretsStatus
  readonly traffic: Traffic
  readonly alerts: AlertCounts
  readonly storage: StorageStatus
  readonly audit: AuditStatus
  readonly safety: SafetyState
  readonly notices: readonly StartNotice[]
}
