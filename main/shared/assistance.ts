import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { SentQuestion } from '../../preload/contract/models/assistant/assistant.ts'
import type { ProposalSource } from '../../preload/contract/models/commands/command.ts'
import type { DeviceMetrics } from '../../preload/contract/models/devices/device.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { InvestigationPlan, InvestigationRequest, PlanSources } from './investigation.ts'
import type { MarkedText } from './marked-text.ts'

/** One request in words. All devices run `system`; `history` is oldest first. */
export interface AssistantRequest {
  readonly deviceIds: readonly string[]
  /** As the operator named them; of those without a name nothing. */
  readonly deviceNames?: readonly string[]
  readonly system: DeviceSystem
  readonly text: MarkedText
  readonly history: readonly EarlierTurn[]
  readonly facts: readonly DeviceFact[]
  readonly language: Language
  /** Asks the phrasebook whatever is set. */
  readonly via?: 'phrasebook' | undefined
  /** The failure that the command is to get around; its output is sent this once. */
  readonly failed?: PastCommand | undefined
  /** One step of an investigation. */
  readonly investigation?: PastSteps | undefined
}

/** One earlier exchange; `tail` is sanitised, redacted device output, at most 20 lines. */
export interface EarlierTurn {
  /** Those of its devices that this request is for. */
  readonly deviceIds?: readonly string[]
  /** Number of other devices that it was for. */
  readonly otherDevices?: number
  readonly request: MarkedText
  readonly command: MarkedText | null
  /** The command ran, or still waits for review: "again" may mean it. */
  readonly canRepeat: boolean
  /** State of the command, or why it did not run. */
  readonly outcome: string | null
  /** The assistant's reply instead of a command: a question, an answer, a refusal. */
  readonly reply: MarkedText | null
  readonly tail: MarkedText
}

/** A command that ran, with sanitised output. `outcome` is made of states and numbers. */
export interface PastCommand {
  readonly command: MarkedText
  readonly outcome: string
  readonly exitCode: number | null
  readonly output: MarkedText
}

/** Findings of an investigation so far; with no steps left only a conclusion is asked for. */
interface PastSteps {
  readonly stepsLeft: number
  readonly steps: readonly PastCommand[]
}

/** Facts about a device that a model may read: numbers and names of closed lists, none of the device's own words. */
export interface DeviceFact {
  readonly deviceId: string
  readonly shell: ShellName | null
  readonly metrics: DeviceMetrics
}

/** Programs that a device may name as its shell. */
const SHELL_NAMES = ['sh', 'ash', 'bash', 'dash', 'zsh', 'busybox', 'cmd', 'powershell', 'pwsh'] as const
export type ShellName = (typeof SHELL_NAMES)[number]

/** Returns the name in an announced shell (`/bin/bash`, `cmd.exe`); null for any other text, which no model may read. */
export function shellName(announced: string | null): ShellName | null {
  const program = announced
    ?.split(/[\\/]/u)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/u, '')
  return SHELL_NAMES.find((name) => name === program) ?? null
}

export interface QuestionOptions {
  readonly signal: AbortSignal
  /** Gets pieces of the answer in order, without the model's reasoning; for display only. */
  readonly onText: (piece: string) => void
  /** Called once when the question is over, however it ended; not when nothing was sent. */
  readonly onSent?: ((sent: SentQuestion) => void) | undefined
}

/** Result of a request in words; nothing in it has been judged. */
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
      /** Requests that would have been understood, nearest first. */
      readonly nearest?: readonly LocalizedText[]
    }
  | {
      readonly kind: 'choose'
      /** What is to be decided, where it is more than which of them. */
      readonly question?: LocalizedText
      readonly options: readonly {
        readonly title: LocalizedText
        readonly command: string
        readonly explanation: LocalizedText
      }[]
      readonly source: ProposalSource
    }

/** An answer; `isFromDeviceOutput` is true if any text that it was made from is a device's. */
export type AssistantOutcome = AssistantAnswer & { readonly isFromDeviceOutput: boolean }

/** The readable part of an answer that is still arriving: for display only, never to run. */
export interface StreamedDraft {
  readonly command: string | null
  readonly explanation: string | null
}

/** A command to be explained part by part. */
export interface ExplainRequest {
  readonly command: MarkedText
  readonly system: DeviceSystem
  readonly language: Language
}

/** `parts` in the order of the command, each literally a piece of it; empty from a model that answers in prose. */
export interface Explanation {
  readonly text: string
  readonly parts: readonly { readonly part: string; readonly meaning: string }[]
}

/** Results of one command, devices with the same output together, largest group first. */
export interface SummaryRequest {
  /** `difference`: in what the groups differ and why. `question`: what the commands of one question found together. */
  readonly aim?: 'summary' | 'difference' | 'question'
  readonly request: MarkedText
  readonly command: MarkedText
  readonly system: DeviceSystem
  readonly language: Language
  readonly counts: Readonly<Record<string, number>>
  readonly groups: readonly ResultGroup[]
  /** Devices whose output is in no group, because there were too many. */
  readonly otherDevices: number
}

/** `output` is sanitised and whole; it is redacted and bounded before it leaves. */
export interface ResultGroup {
  readonly deviceIds: readonly string[]
  readonly deviceCount: number
  readonly state: string
  readonly exitCode: number | null
  readonly output: MarkedText
  /** What was run, where the groups are those of several commands. */
  readonly of?: { readonly command: MarkedText; readonly system: DeviceSystem }
}

export interface ResultSummary {
  readonly text: string
  readonly outliers: readonly { readonly deviceId: string; readonly why: string }[]
  /** In words, to be asked like any other request. */
  readonly nextStep: string | null
}

/** Turns words into a command to review, and explains. Rejects with an `AppError` of the `ASSISTANT_…` codes. */
export interface Assistance {
  ask(request: AssistantRequest, options: QuestionOptions): Promise<AssistantOutcome>
  readDraft(text: string): StreamedDraft | null
  hasModel(): boolean
  canInvestigate(): boolean
  plan(request: InvestigationRequest, sources: PlanSources): InvestigationPlan
  explain(
    request: ExplainRequest,
    options: QuestionOptions,
  ): Promise<{ readonly answer: Explanation; readonly source: ProposalSource }>
  summarise(
    request: SummaryRequest,
    options: QuestionOptions,
  ): Promise<{ readonly answer: ResultSummary; readonly source: ProposalSource }>
}
