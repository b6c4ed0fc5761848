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
}

/** One earlier exchange; `tail` is what devices printed. */
export interface EarlierTurn {
  readonly request: string
  readonly command: string | null
  readonly outcome: string | null
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
