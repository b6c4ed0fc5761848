import type { AssistantView, ProviderPreset } from '../assistant/assistant.ts'
import type { ConnectionStatus, ProfileView } from '../broker/connection.ts'
import type { PlannedClass, RolloutPlan } from '../commands/rollout.ts'
import type { AlertCounts } from '../devices/alert.ts'
import type { DeviceCounts } from '../devices/device.ts'
import type { SafetyState } from '../safety/safety.ts'

export type Language = 'en' | 'zh-CN'
export type Theme = 'light' | 'dark' | 'system'

/** Limits and default of the disk space for the readings of all devices, in MiB. */
export const TELEMETRY_MIB = { min: 64, max: 8192 } as const

/** Limits of the disk space for the outputs of all commands, in MiB. */
export const OUTPUTS_MIB = { min: 64, max: 65_536 } as const

export interface Settings {
  readonly language: Language
  readonly theme: Theme
  /** Name of the approving person in the audit. */
  readonly operatorName: string
  /** Timeout of a new command in seconds, 1–3600. */
  readonly defaultTimeoutS: number
  /** Disk space for the readings of all devices in MiB, within `TELEMETRY_MIB`; the oldest are dropped first. */
  readonly telemetryMiB: number
  /** Disk space for the outputs of commands with their index in MiB, within `OUTPUTS_MIB`; the oldest are dropped first. */
  readonly outputsMiB: number
  /** Columns of the device list, in order; null for the default. */
  readonly deviceColumns: readonly string[] | null
  readonly savedFilters: readonly SavedFilter[]
  /** True if the app goes on in the tray when its window is closed. */
  readonly closesToTray: boolean
  /** True if the end of an alert is told where the alert was: on the desktop, by mail and webhook. */
  readonly tellsAlertEnds: boolean
  /** The plan that the operator made last for commands of a class; null for all devices at once. */
  readonly rolloutPlans?: Readonly<Partial<Record<PlannedClass, RolloutPlan | null>>> | undefined
}

/** A filter of the device list with a name. */
export interface SavedFilter {
  readonly name: string
  readonly filter: string
}

/** Health of the history on disk. `locked`: another program holds the file; `full`: no space is left. */
export interface StorageStatus {
  readonly problem: 'locked' | 'full' | 'failed' | null
}

/** Place of the secrets. `memory`: until the app ends. `weak`: on disk under a key that is no secret, by consent. */
export interface SecretsStatus {
  readonly mode: 'encrypted' | 'memory' | 'weak'
  /** The system's name of the backend, e.g. `gnome_libsecret`, `keychain`, `dpapi`, `basic_text`. */
  readonly backend: string
  /** True if stored secrets cannot be read now, because the keyring is locked or was replaced. */
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

/** State of the key in the secret store that seals the records with a MAC, and its verdict on them. */
export interface AuditSeal {
  /** `none`: no key can be kept; `missing`: the key of earlier records is absent; `weak`: kept without a keyring. */
  readonly state: 'opening' | 'kept' | 'weak' | 'none' | 'missing'
  readonly keyId: string | null
  /** First record of the key; its last known one if the key is missing. */
  readonly record: number | null
  /** Time of that record, epoch ms. */
  readonly at: number | null
  /** True if a new key can be kept now. */
  readonly canStart: boolean
  /** `changed`: another program wrote records; `unknown-end`: records may have been cut off at the end, once. */
  readonly doubt: 'changed' | 'unknown-end' | null
  /** Records since the key began that the last check could not prove. */
  readonly unproven: number
}

export interface AuditStatus {
  /** True if the chain holds and its key does not contradict it. */
  readonly ok: boolean
  readonly count: number
  /** SHA-256 of the last record, and its time (epoch ms). */
  readonly head: string
  readonly at: number | null
  readonly firstBrokenLine: number | null
  readonly file: string
  readonly seal: AuditSeal
}

/** Outcome of a check of the whole log. */
export interface AuditCheck extends AuditStatus {
  /** True if the noted hash is that of a record; null if none was given. */
  readonly hasNoted: boolean | null
}

/** Problem that the start worked around; `file` holds the old content. */
export interface StartNotice {
  readonly kind:
    | 'settings-moved'
    | 'settings-mended'
    | 'secrets-moved'
    | 'built-in-moved'
    | 'setups-moved'
    | 'agents-moved'
    | 'host-keys-moved'
    | 'accounts-moved'
    | 'messages-moved'
    | 'history-moved'
    | 'history-newer'
    | 'history-in-memory'
  readonly file: string
}

/** State for the first screen, in one answer. */
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

/** Sections of the settings, in the order of the page. */
export const SETTINGS_SECTIONS = [
  'general',
  'assistant',
  'delivery',
  'desktop',
  'secrets',
  'signing',
  'approvals',
  'audit',
  'storage',
  'about',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]
