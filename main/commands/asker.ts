import type { ProposalSource } from '../../preload/contract/models/command.ts'
import type { DeviceMetrics } from '../../preload/contract/models/device.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** What a device said of itself: data for a prompt, never instructions. */
interface DeviceFacts {
  readonly deviceId: string
  readonly hostname: string | null
  readonly shell: string | null
  readonly metrics: DeviceMetrics
}

/** One earlier exchange on the same devices; `tail` is sanitised, redacted device output, at most 20 lines. */
export interface AskHistoryTurn {
  readonly request: string
  readonly command: string | null
  readonly outcome: string | null
  readonly tail: string
}

/** One request in words. `deviceIds` all run `system`; `history` is oldest first. */
export interface AskRequest {
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly text: string
  readonly history: readonly AskHistoryTurn[]
  readonly facts: readonly DeviceFacts[]
  readonly language: Language
}

/** `onText` gets pieces of the answer in order, for display only. */
export interface AskOptions {
  readonly signal: AbortSignal
  readonly onText: (piece: string) => void
}

/** What came of a request in words. Nothing in it has been judged. */
export type AskOutcome =
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

/** Turns words into a command to review. Rejects with an `AppError` of the `ASSISTANT_…` codes. */
export interface Asker {
  ask(request: AskRequest, options: AskOptions): Promise<AskOutcome>
}
