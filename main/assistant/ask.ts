import type { SentQuestion } from '../../preload/contract/models/assistant.ts'
import type { ProposalSource } from '../../preload/contract/models/command.ts'
import type { DeviceMetrics } from '../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** A request in words as the console hands it over. All devices run `system`; `history` is oldest first. */
export interface AssistantRequest {
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly text: string
  readonly history: readonly EarlierTurn[]
  readonly facts: readonly DeviceFact[]
  readonly language: Language
  /** Asks the phrasebook whatever is set. */
  readonly via?: 'phrasebook' | undefined
  /** The failure that the command is to get around; its output is sent this once. */
  readonly failed?: FailedCommand | undefined
  /** One step of an investigation. */
  readonly investigation?: Investigation | undefined
}

/** A command that failed on a device. */
export interface FailedCommand {
  readonly command: string
  readonly outcome: string
  readonly exitCode: number | null
  readonly output: string
}

/** What was found so far; with no steps left only a finding is asked for. */
interface Investigation {
  readonly stepsLeft: number
  readonly steps: readonly FailedCommand[]
}

/** One earlier exchange; `tail` is what devices printed. */
export interface EarlierTurn {
  readonly deviceIds?: readonly string[]
  readonly request: string
  readonly command: string | null
  /** State of the command, or why it did not run. */
  readonly outcome: string | null
  /** What the assistant said instead of a command: its question back, an answer, a refusal. */
  readonly reply?: string | null
  readonly tail: string
}

/** What a device says of itself: data, never instructions. */
export interface DeviceFact {
  readonly deviceId: string
  readonly hostname: string | null
  readonly shell: string | null
  readonly metrics: DeviceMetrics
}

export interface AssistantRequestOptions {
  readonly signal: AbortSignal
  /** Pieces of the answer in order, without the model's reasoning; for display only. */
  readonly onText: (piece: string) => void
  /** What was sent to a model and what it cost, once; not where nothing was sent. */
  readonly onSent?: ((sent: SentQuestion) => void) | undefined
}

/** What came of the request; nothing in it has been judged. */
export type AssistantOutcome =
  | {
      readonly kind: 'command'
      readonly command: string
      readonly explanation: LocalizedText | null
      readonly timeoutS: number | null
      readonly source: ProposalSource
      readonly isFromDeviceOutput: boolean
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
