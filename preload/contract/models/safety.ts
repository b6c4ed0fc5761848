import type { LocalizedText } from './text.ts'

/** Classes of commands from harmless to never sendable, in rising order. */
export const COMMAND_CLASSES = ['read', 'change', 'unknown', 'destructive', 'forbidden'] as const
export type CommandClass = (typeof COMMAND_CLASSES)[number]

/** What a device runs, which decides how a command is judged and written. */
export const DEVICE_SYSTEMS = ['linux', 'raspberrypi', 'windows-cmd', 'windows-powershell'] as const
export type DeviceSystem = (typeof DEVICE_SYSTEMS)[number]

/** Language of a command line, as the classifier reads it. */
export type Shell = 'bash' | 'powershell' | 'cmd'

/** What an approval rests on; only `operator` is a person's act for this one run. */
export type ApprovalBasis =
  | { readonly kind: 'operator' }
  | { readonly kind: 'session-read' }
  | { readonly kind: 'standing'; readonly standingId: string }

/** What the operator switched on for this session. */
export interface SafetyState {
  /** `read` runs without a question on the active connection, unless device output had a part in it. */
  readonly hasUnaskedReads: boolean
}

/** What one option of a command does, in words for the card. */
export interface OptionNote {
  readonly word: string
  readonly does: LocalizedText
}

/** The judgement of one exact command; `refused` means that the text itself is not acceptable input. */
export interface Classification {
  readonly class: CommandClass | 'refused'
  /** Why, worst first, in words for the card. Never empty. */
  readonly reasons: readonly LocalizedText[]
  /** What each option does, as far as the table of its program knows it. */
  readonly options: readonly OptionNote[]
  /** Identifiers of the rules that matched, for the audit. */
  readonly rules: readonly string[]
  /** Marked apart: the command cuts the operator off (network, ssh, the device's own agent). */
  readonly cutsOff: boolean
  /** A command that never ends by itself; sendable only with a finite form or under a timeout. */
  readonly endless: boolean
  /** Version of the rule tables; an approval is bound to it. */
  readonly tableVersion: string
}
