import type { LocalizedText } from '../text.ts'

/** Classes of commands from harmless to never sendable, in rising order. */
export const COMMAND_CLASSES = ['read', 'change', 'unknown', 'destructive', 'forbidden'] as const
export type CommandClass = (typeof COMMAND_CLASSES)[number]

/** System of a device, which decides the shell for which commands are judged and written. */
export const DEVICE_SYSTEMS = ['linux', 'raspberrypi', 'windows-cmd', 'windows-powershell'] as const
export type DeviceSystem = (typeof DEVICE_SYSTEMS)[number]

/** Language of a command line for the classifier. */
export type Shell = 'bash' | 'powershell' | 'cmd'

/** Highest class that a call of `run-command` may send, in rising order; `unknown` counts as `destructive`. */
export const HEADLESS_CLASSES = ['read', 'change', 'destructive'] as const
export type HeadlessClass = (typeof HEADLESS_CLASSES)[number]

/** Basis of an approval; only `operator` is a person's act for this one run. */
export type ApprovalBasis =
  | { readonly kind: 'operator' }
  | { readonly kind: 'session-read' }
  | { readonly kind: 'standing'; readonly standingId: string }
  | { readonly kind: 'headless' }

/** Switches of the operator for this session. */
export interface SafetyState {
  /** True if `read` runs without a question on the active connection, unless device output had a part in it. */
  readonly hasUnaskedReads: boolean
}

/** Effect of one option of a command, in words for the card. */
export interface OptionNote {
  readonly word: string
  readonly does: LocalizedText
}

/** The judgement of one exact command; `refused` means that the text itself is not acceptable input. */
export interface Classification {
  readonly class: CommandClass | 'refused'
  /** Reasons, worst first, in words for the card. Never empty. */
  readonly reasons: readonly LocalizedText[]
  /** Effects of the options that the table of the program knows. */
  readonly options: readonly OptionNote[]
  /** Identifiers of the rules that matched, for the audit. */
  readonly rules: readonly string[]
  /** True if the command cuts the operator off (network, ssh, the device's own agent). */
  readonly cutsOff: boolean
  /** True if the command never ends by itself; sendable only in a finite form or under a timeout. */
  readonly endless: boolean
  /** Version of the rule tables; an approval is bound to it. */
  readonly tableVersion: string
}
