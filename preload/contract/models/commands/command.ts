import type { Failure } from '../../errors.ts'
import type { TurnAssist } from '../assistant/assist.ts'
import type { ApprovalBasis, Classification, CommandClass, DeviceSystem } from '../safety/safety.ts'
import type { LocalizedText } from '../text.ts'
import type { Aftermath, AnswerReading } from './answer-reading.ts'
import type { RolloutState, RunWait } from './rollout.ts'

/**
 * State of one command on one device. A result after `timed-out` or `no-answer` sets the real outcome, marked late.
 * `withheld`: never sent, because its rollout was stopped before; `reason` holds the cause. `too-large`: it was answered, by
 * more than the console takes in.
 */
export const COMMAND_STATES = [
  'approved',
  'queued',
  'sent',
  'received',
  'running',
  'succeeded',
  'failed',
  'timed-out',
  'too-large',
  'no-answer',
  'not-delivered',
  'refused',
  'rejected',
  'expired',
  'cancelled',
  'unknown',
  'withheld',
] as const
export type CommandState = (typeof COMMAND_STATES)[number]

/** Author of a command. `name` is the model, or the phrasebook's intent. */
export interface ProposalSource {
  readonly kind: 'typed' | 'phrasebook' | 'model' | 'runbook'
  readonly name: string
}

/** A fact to know before running; it never blocks. */
export type ProposalWarning =
  | { readonly kind: 'long-timeout' | 'background-blocks' | 'cuts-off' | 'endless' }
  | {
      /** Judged for all shells, because nobody set the system of these devices; `announced` by all of them, or not. */
      readonly kind: 'system-announced' | 'system-assumed'
      readonly deviceIds: readonly string[]
      /** System that these devices are taken for, where the proposal is for several; else it is that of the proposal. */
      readonly system?: DeviceSystem
    }
  | { readonly kind: 'device-away' | 'device-never-seen' | 'device-busy' | 'device-odd-id'; readonly deviceId: string }

/** Verdict of main on one exact text for certain devices. */
export interface Judgement {
  readonly classification: Classification
  readonly warnings: readonly ProposalWarning[]
  /** Text to type before it runs (a device id, or the number of devices); null without one. */
  readonly confirmation: string | null
  /** False for `forbidden`, `refused`, and an endless command that no timeout of ours ends. */
  readonly isSendable: boolean
}

/** One exact command for review. Editing makes a new proposal, judged again. */
export interface Proposal extends Judgement {
  readonly id: string
  readonly turnId: string
  readonly connectionId: string
  readonly deviceIds: readonly string[]
  readonly system: DeviceSystem
  /** Further systems among its devices, which all get the same bytes; absent for one. */
  readonly otherSystems?: readonly DeviceSystem[]
  /** Number of its devices by system; absent for one system, and in what an earlier version kept. */
  readonly devicesBySystem?: Readonly<Partial<Record<DeviceSystem, number>>>
  readonly command: string
  readonly explanation: LocalizedText | null
  readonly timeoutS: number
  readonly source: ProposalSource
  readonly isEdited: boolean
  /** The mark of its turn. */
  readonly isFromDeviceOutput: boolean
}

export type CommandMark =
  | 'late'
  | 'duplicate'
  | 'conflict'
  | 'not-utf8'
  | 'cut-by-console'
  | 'cut-by-device'
  /** What it printed was dropped to make room; it is not known any more. */
  | 'output-dropped'
  | 'timeout-kills-nothing'
  | 'invisible-characters'
  | 'not-proven'
  /** It was sent while the device was not there, over a broker that may keep it: the device may run it later. */
  | 'may-run-later'
  /** It was sent while the broker did not hand on what devices answer. */
  | 'not-heard'

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
  /** Duration by the device if reported, else from PUBACK to result. */
  readonly durationMs: number | null
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
  /** Size of the whole answer in bytes; larger than what is shown when it was cut. */
  readonly outputBytes: number
  readonly shownBytes: number
  /** Of the whole answer without colours and line ends, where not all of it is shown: answers may differ in what is not. */
  readonly wholeSha256?: string
  /** Size in bytes of an answer that was too large to take in (`too-large`); absent for any other. */
  readonly answerBytes?: number
  /** Reason given by the device or the broker, sanitised. */
  readonly reason: string | null
  /** Answer in words, if the phrasebook wrote the command and knows its output. */
  readonly reading?: AnswerReading
  /** Present where a restart succeeded, or a device was told to start anew. */
  readonly aftermath?: Aftermath
}

/** The run that one approval started. */
export interface Run extends RunStart {
  /** Empty in a long run as the window gets it (see `states`): it asks for the commands that it shows. */
  readonly commands: readonly CommandRecord[]
  /** Number of its commands by state, in place of them; absent where `commands` lists them. */
  readonly states?: RunStates
}

/** A device of a run with the state of its command. */
export type DeviceInState = Pick<CommandRecord, 'deviceId' | 'state' | 'reason'>

export type RunStates = Readonly<Partial<Record<CommandState, number>>>

/** A run told by the number of its devices. */
export interface RunHead extends RunStart {
  readonly devices: number
  readonly states: RunStates
}

interface RunStart {
  readonly id: string
  readonly turnId: string
  readonly connectionId: string
  readonly approvalId: string
  readonly command: string
  readonly timeoutS: number
  /** As approved; absent in a run that an earlier version kept without it. */
  readonly class?: CommandClass
  /** Name of the operator at the console; `basis` tells if it was their act. */
  readonly approvedBy: string
  /** Absent in a run that an earlier version kept without it. */
  readonly basis?: ApprovalBasis['kind']
  readonly approvedAt: number
  /** Absent in a run that goes to all its devices at once. */
  readonly rollout?: RolloutState
  /** Devices that were away when it was approved, and are addressed when they come; absent in a run that waits for none. */
  readonly wait?: RunWait
}

export type TurnDecision = 'open' | 'approved' | 'rejected' | 'expired'

/** Outcome of a request in words, besides a proposal. */
export type TurnAnswer =
  | {
      readonly kind: 'question' | 'answer' | 'refuse' | 'decline'
      readonly text: LocalizedText
      readonly source: ProposalSource
      /** Requests that the offline phrasebook would have understood, nearest first. */
      readonly nearest?: readonly LocalizedText[]
    }
  | {
      readonly kind: 'choose'
      /** What is to be decided, where it is more than which of them. */
      readonly question?: LocalizedText
      readonly options: readonly { readonly title: LocalizedText; readonly command: string }[]
      readonly source: ProposalSource
    }

/**
 * Origin of the text of a request or a typed command, kept over edits of the operator: typed, a note of the assistant
 * (a summary's next step), or the request or command of an earlier turn.
 */
export type TextOrigin = { readonly kind: 'typed' } | { readonly kind: 'note' | 'turn'; readonly turnId: string }

/** One exchange of the console's timeline: a request or a typed command, with all its results. */
export interface Turn {
  readonly id: string
  readonly connectionId: string
  readonly createdAt: number
  readonly mode: 'ask' | 'command'
  readonly deviceIds: readonly string[]
  /** Turn of the same question that stands first, where devices of other systems got another answer; absent in that one. */
  readonly partOf?: string | undefined
  /** Text of the operator. */
  readonly text: string
  /**
   * True if text of a device had a part in it: its request came from such a text or such a turn, or its answer was made
   * from one. Never reset; a turn whose answer was made from the texts of this one inherits it.
   */
  readonly isFromDeviceOutput: boolean
  /** True while the assistant works on it. */
  readonly isThinking: boolean
  readonly answer: TurnAnswer | null
  readonly proposal: Proposal | null
  readonly decision: TurnDecision
  readonly run: Run | null
  readonly failure: Failure | null
  /** Additions of the assistant besides its answer; absent without any. */
  readonly assist?: TurnAssist | undefined
}

/** One command in the list of a device. */
export interface DeviceCommand {
  readonly commandId: string
  /** The exchange that it belongs to. */
  readonly turnId: string
  readonly command: string
  readonly state: CommandState
  /** Epoch ms of sending, else of the approval. */
  readonly at: number
}
