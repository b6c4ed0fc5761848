import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { DeviceMetrics, Presence } from '../../preload/contract/models/devices/device.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { AssistantOutcome, QuestionOptions, ResultGroup, ShellName } from './assistance.ts'
import type { MarkedText } from './marked-text.ts'

/** A question that a few reading commands are to answer. All devices run `system`. */
export interface InvestigationRequest {
  readonly question: MarkedText
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly language: Language
  /** Commands that may be proposed. */
  readonly maxReads: number
}

/** Sources of an investigation; each text says whether a device wrote it. Nothing here publishes. */
interface InvestigationSources {
  /** Numbers and names of closed lists, none of a device's own words. */
  facts(): readonly InvestigatedDevice[]
  readings(): readonly DeviceReadings[]
  pastCommands(): readonly PastCommandFact[]
  /** Null where no log of the broker is being read. */
  brokerLogFindings(): Promise<readonly BrokerLogFact[] | null>
}

/** All that a planning model can reach. */
export interface InvestigationPorts extends InvestigationSources {
  /**
   * Opens the card of a command and resolves when the operator and then the devices have answered. Rejects with an
   * `AbortError` when the investigation is stopped, and with an `AppError` where no card can be opened.
   */
  proposeRead(read: ProposedRead): Promise<ReadOutcome>
}

interface InvestigatedDevice {
  readonly deviceId: string
  /** `unknown`: the console does not hear it at present. */
  readonly presence: Presence | 'unknown'
  readonly shell: ShellName | null
}

/** `sensors` are fields that the device named itself. */
interface DeviceReadings {
  readonly deviceId: string
  readonly metrics: DeviceMetrics
  readonly sensors: readonly { readonly name: MarkedText; readonly value: number }[]
}

/** A request or a typed command of before; `output` is the end of what a device printed. */
interface PastCommandFact {
  readonly request: MarkedText
  readonly command: MarkedText | null
  readonly outcome: string | null
  readonly output: MarkedText
}

/** A cause that the broker's log names. Client ids in it are chosen by whoever connects. */
interface BrokerLogFact {
  readonly message: MarkedText
  readonly fix: MarkedText
  readonly line: MarkedText
  readonly count: number
}

export interface ProposedRead {
  /** Name of the model that proposes it. */
  readonly model: string
  readonly command: MarkedText
  readonly reason: MarkedText
  readonly timeoutS: number | null
}

/** `ran`: `command` is what ran, which the operator may have edited. `refused`: the command does more than read, or may not be sent at all; `reasons` are the classifier's own words. */
export type ReadOutcome =
  | {
      readonly kind: 'ran'
      readonly command: MarkedText
      readonly groups: readonly ResultGroup[]
      readonly otherDevices: number
    }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'refused'; readonly class: string; readonly reasons: readonly LocalizedText[] }

/** `no-tools`: the model calls none, so that it has to be asked step by step. */
export type InvestigationOutcome =
  | { readonly kind: 'found'; readonly text: string; readonly model: string; readonly isFromDeviceOutput: boolean }
  | { readonly kind: 'no-tools' }

/** An investigation step by step, as a timeline shows it. */
export interface InvestigationPlan {
  /**
   * Returns the next step: a command to propose, or the finding; null where the model calls no tools. `result` is the
   * outcome of the command before, null at the start. Rejects with an `AppError`, and ends when the signal does.
   */
  next(result: ReadOutcome | null, options: QuestionOptions): Promise<AssistantOutcome | null>
  /** True while a model that calls tools is at work: it can be told of a rejection. */
  readonly isPlanning: boolean
  /** Ends it between two steps. */
  stop(): void
}

/** The sources, and the rule that refuses a command before anybody sees it; null lets it be proposed. */
export interface PlanSources extends InvestigationSources {
  refusal(read: ProposedRead): Extract<ReadOutcome, { kind: 'refused' }> | null
}
