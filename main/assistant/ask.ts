import type { SentQuestion } from '../../preload/contract/models/assistant.ts'
import type { ProposalSource } from '../../preload/contract/models/command.ts'
import type { DeviceMetrics } from '../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { ShellName } from '../safety/classifier/shell-names.ts'
import type { MarkedText } from '../safety/text/marked-text.ts'

/** A request in words as the console hands it over. All devices run `system`; `history` is oldest first. */
export interface AssistantRequest {
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly text: MarkedText
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

/** A command that failed on a device. `outcome` is made of states and numbers. */
export interface FailedCommand {
  readonly command: MarkedText
  readonly outcome: string
  readonly exitCode: number | null
  readonly output: MarkedText
}

/** What was found so far; with no steps left only a finding is asked for. */
interface Investigation {
  readonly stepsLeft: number
  readonly steps: readonly FailedCommand[]
}

/** One earlier exchange; `tail` is what devices printed. */
export interface EarlierTurn {
  readonly deviceIds?: readonly string[]
  readonly otherDevices?: number
  readonly request: MarkedText
  readonly command: MarkedText | null
  /** The command ran, or still waits to be reviewed: "again" may mean it. */
  readonly canRepeat: boolean
  /** State of the command, or why it did not run. */
  readonly outcome: string | null
  /** What the assistant said instead of a command: its question back, an answer, a refusal. */
  readonly reply: MarkedText | null
  readonly tail: MarkedText
}

/** What is told of a device: numbers and names of closed lists, none of its own words. */
export interface DeviceFact {
  readonly deviceId: string
  readonly shell: ShellName | null
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
export type AssistantAnswer =
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
export type AssistantOutcome = AssistantAnswer & { readonly isFromDeviceOutput: boolean }
