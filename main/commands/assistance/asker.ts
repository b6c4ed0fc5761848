import type { SentQuestion } from '../../../preload/contract/models/assistant.ts'
import type { ProposalSource } from '../../../preload/contract/models/command.ts'
import type { DeviceMetrics } from '../../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { ShellName } from '../../safety/classifier/shell-names.ts'
import type { MarkedText } from '../../safety/text/marked-text.ts'

/** What is told of a device: numbers and names of closed lists, none of its own words. */
export interface DeviceFacts {
  readonly deviceId: string
  readonly shell: ShellName | null
  readonly metrics: DeviceMetrics
}

/**
 * One earlier exchange; `tail` is sanitised, redacted device output, at most 20 lines. `canRepeat`: its command ran, or
 * still waits to be reviewed.
 */
export interface AskHistoryTurn {
  /** Those of its devices that this request is for. */
  readonly deviceIds?: readonly string[]
  /** How many others it was for. */
  readonly otherDevices?: number
  readonly request: MarkedText
  readonly command: MarkedText | null
  readonly canRepeat: boolean
  /** A state of the command, or why it did not run. */
  readonly outcome: string | null
  readonly reply: MarkedText | null
  readonly tail: MarkedText
}

/** One request in words. `deviceIds` all run `system`; `history` is oldest first. */
export interface AskRequest {
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly text: MarkedText
  readonly history: readonly AskHistoryTurn[]
  readonly facts: readonly DeviceFacts[]
  readonly language: Language
  readonly via?: 'phrasebook' | undefined
  readonly failed?: PastCommand | undefined
  readonly investigation?: PastSteps | undefined
}

/** A command that ran, with sanitised output. `outcome` is made of states and numbers. */
export interface PastCommand {
  readonly command: MarkedText
  readonly outcome: string
  readonly exitCode: number | null
  readonly output: MarkedText
}

/** What an investigation found so far; with no steps left only a finding is asked for. */
export interface PastSteps {
  readonly stepsLeft: number
  readonly steps: readonly PastCommand[]
}

/** `onText` gets pieces of the answer in order, for display only; `onSent` what left the computer, once. */
export interface AskOptions {
  readonly signal: AbortSignal
  readonly onText: (piece: string) => void
  readonly onSent?: ((sent: SentQuestion) => void) | undefined
}

/** What came of a request in words. Nothing in it has been judged. */
export type AskAnswer =
  | {
      readonly kind: 'command'
      readonly command: string
      readonly explanation: LocalizedText | null
      readonly timeoutS: number | null
      readonly source: ProposalSource
    }
  | {
      readonly kind: 'question' | 'answer' | 'refuse' | 'decline'
      readonly text: LocalizedText
      readonly source: ProposalSource
    }
  | {
      readonly kind: 'choose'
      readonly options: readonly {
        readonly title: LocalizedText
        readonly command: string
        readonly explanation: LocalizedText
      }[]
      readonly source: ProposalSource
    }

/** An answer, and whether any text that it was made from is a device's. */
export type AskOutcome = AskAnswer & { readonly isFromDeviceOutput: boolean }

/** What an answer that is still arriving says so far. */
export interface AskDraft {
  readonly command: string | null
  readonly explanation: string | null
}

/** Results of one command; `output` is sanitised. */
export interface SummariseRequest {
  readonly request: MarkedText
  readonly command: MarkedText
  readonly system: DeviceSystem
  readonly language: Language
  readonly counts: Readonly<Record<string, number>>
  readonly groups: readonly {
    readonly deviceIds: readonly string[]
    readonly deviceCount: number
    readonly state: string
    readonly exitCode: number | null
    readonly output: MarkedText
  }[]
  readonly otherDevices: number
}

/** Turns words into a command to review, and explains. Rejects with an `AppError` of the `ASSISTANT_…` codes. */
export interface Asker {
  ask(request: AskRequest, options: AskOptions): Promise<AskOutcome>
  readDraft(text: string): AskDraft | null
  hasModel(): boolean
  canInvestigate(): boolean
  explain(
    request: { readonly command: MarkedText; readonly system: DeviceSystem; readonly language: Language },
    options: AskOptions,
  ): Promise<{
    readonly answer: {
      readonly text: string
      readonly parts: readonly { readonly part: string; readonly meaning: string }[]
    }
    readonly source: ProposalSource
  }>
  summarise(
    request: SummariseRequest,
    options: AskOptions,
  ): Promise<{
    readonly answer: {
      readonly text: string
      readonly outliers: readonly { readonly deviceId: string; readonly why: string }[]
      readonly nextStep: string | null
    }
    readonly source: ProposalSource
  }>
}
