import type { Failure } from '../errors.ts'
import type { AnswerReading } from './answer-reading.ts'
import type { TurnAssist } from './assist.ts'
import type { ApprovalBasis, Classification, DeviceSystem } from './safety.ts'
import type { LocalizedText } from './text.ts'

/** State of one command on one device. A result after `timed-out` or `no-answer` sets the real outcome, marked late. */
export const COMMAND_STATES = [
  'approved',
  'queued',
  'sent',
  'received',
  'running',
  'succeeded',
  'failed',
  'timed-out',
  'no-answer',
  'not-delivered',
  'refused',
  'rejected',
  'expired',
  'cancelled',
  'unknown',
] as const
export type CommandState = (typeof COMMAND_STATES)[number]

/** Who wrote a command. `name` is the model, or the phrasebook's intent. */
export interface ProposalSource {
  readonly kind: 'typed' | 'phrasebook' | 'model' | 'runbook'
  readonly name: string
}

/** Something the operator should know before running; it never blocks. */
export type ProposalWarning =
  | { readonly kind: 'long-timeout' | 'background-blocks' | 'cuts-off' | 'endless' }
  | {
      /** Nobody set what these devices run, so that the command is judged for all shells; `announced` by all of them, or not. */
      readonly kind: 'system-announced' | 'system-assumed'
      readonly deviceIds: readonly string[]
    }
  | { readonly kind: 'device-away' | 'device-never-seen' | 'device-busy'; readonly deviceId: string }

/** What main says of one exact text on certain devices. */
export interface Judgement {
  readonly classification: Classification
  readonly warnings: readonly ProposalWarning[]
  /** What the operator has to type before it runs (a device id, or the number of devices); null when nothing. */
  readonly confirmation: string | null
  /** False for `forbidden` and `refused`, and where an endless command has no timeout of ours to end it. */
  readonly isSendable: boolean
}

/** One exact command for review. Editing makes a new proposal, judged again. */
export interface Proposal extends Judgement {
  readonly id: string
  readonly turnId: string
  readonly connectionId: string
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  readonly command: string
  readonly explanation: LocalizedText | null
  readonly timeoutS: number
  readonly source: ProposalSource
  readonly isEdited: boolean
  /** That of its turn. */
  readonly isFromDeviceOutput: boolean
}

export type CommandMark =
  | 'late'
  | 'duplicate'
  | 'conflict'
  | 'not-utf8'
  | 'cut-by-console'
  | 'cut-by-device'
  | 'timeout-kills-nothing'
  | 'invisible-characters'

/** One command on one device, with its answer as the window may show it (sanitised, bounded). */
export interface CommandRecord {
  readonly commandId: string
  readonly runId: string
  readonly deviceId: string
  readonly state: CommandState
  readonly marks: readonly CommandMark[]
  /** Epoch ms. */
  readonly sentAt: number | null
  readonly finishedAt: number | null
  /** From the device when it says so, else from PUBACK to result. */
  readonly durationMs: number | null
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
  /** Size of the whole answer in bytes; larger than what is shown when it was cut. */
  readonly outputBytes: number
  readonly shownBytes: number
  /** Reason given by the device or the broker, sanitised. */
  readonly reason: string | null
  /** What the answer says in words; only where the phrasebook wrote the command and knows its output. */
  readonly reading?: AnswerReading
}

/** The run that one approval started. */
export interface Run {
  readonly id: string
  readonly turnId: string
  readonly connectionId: string
  readonly approvalId: string
  readonly command: string
  readonly timeoutS: number
  /** Who was at the console; whether it was their act is what `basis` says. */
  readonly approvedBy: string
  /** Absent in a run that an earlier version kept without it. */
  readonly basis?: ApprovalBasis['kind']
  readonly approvedAt: number
  readonly commands: readonly CommandRecord[]
}

export type TurnDecision = 'open' | 'approved' | 'rejected' | 'expired'

/** What came of a request in words, besides a proposal. */
export type TurnAnswer =
  | {
      readonly kind: 'question' | 'answer' | 'refuse' | 'decline'
      readonly text: LocalizedText
      readonly source: ProposalSource
    }
  | {
      readonly kind: 'choose'
      readonly options: readonly { readonly title: LocalizedText; readonly command: string }[]
      readonly source: ProposalSource
    }

/**
 * Where the text of a request or a typed command comes from, also where the operator changed it since: written anew, a
 * note of the assistant (a summary's next step), or an earlier turn's request or command once more.
 */
export type TextOrigin = { readonly kind: 'typed' } | { readonly kind: 'note' | 'turn'; readonly turnId: string }

/** One exchange of the console's timeline: a request or a typed command, and all that came of it. */
export interface Turn {
  readonly id: string
  readonly connectionId: string
  readonly createdAt: number
  readonly mode: 'ask' | 'command'
  readonly deviceIds: readonly string[]
  /** What the operator wrote. */
  readonly text: string
  /**
   * Text that a device controls had a part in it: its request came from such a text or such a turn, or what was read for
   * its answer held one. Never taken back; a turn whose answer was made from this one's texts inherits it.
   */
  readonly isFromDeviceOutput: boolean
  /** True while the assistant works on it. */
  readonly isThinking: boolean
  readonly answer: TurnAnswer | null
  readonly proposal: Proposal | null
  readonly decision: TurnDecision
  readonly run: Run | null
  readonly failure: Failure | null
  /** What the assistant did for this turn besides its answer; absent where it did nothing. */
  readonly assist?: TurnAssist | undefined
}

/** One command as the device's own page lists it. */
export interface DeviceCommand {
  readonly commandId: string
  readonly command: string
  readonly state: CommandState
  /** Epoch ms of sending, else of the approval. */
  readonly at: number
}
