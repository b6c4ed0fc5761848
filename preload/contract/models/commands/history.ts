import type { Classification } from '../safety/safety.ts'
import type { CommandState, ProposalSource, Turn } from './command.ts'

/**
 * What became of an exchange. `ran`: approved, its commands have states of their own. `barred`: its command may not be
 * sent. `asked-back`: the assistant asked what is meant. `declined`: it refused. `unanswered`: asking it failed.
 */
export const TURN_OUTCOMES = [
  'open',
  'answered',
  'asked-back',
  'not-understood',
  'declined',
  'unanswered',
  'barred',
  'rejected',
  'expired',
  'ran',
] as const
export type TurnOutcome = (typeof TURN_OUTCOMES)[number]

/** Characters of a text or a command that a row of the history shows. */
export const HISTORY_TEXT_CHARS = 300

/** One exchange in the history: asked, proposed, decided, sent and answered. */
export interface HistoryEntry {
  readonly turnId: string
  readonly connectionId: string
  /** Epoch ms of the request. */
  readonly at: number
  /** Who approved it, else who was at the console; null where nobody wrote it down. */
  readonly operator: string | null
  readonly mode: Turn['mode']
  /** Begin of the operator's text. */
  readonly text: string
  /** Begin of the command that ran or was proposed; null without one. */
  readonly command: string | null
  /** The first devices of all. */
  readonly deviceIds: readonly string[]
  readonly deviceCount: number
  readonly class: Classification['class'] | null
  readonly source: ProposalSource['kind'] | null
  readonly outcome: TurnOutcome
  readonly run: {
    readonly id: string
    readonly approvedAt: number
    /** Commands by their state. */
    readonly counts: readonly { readonly state: CommandState; readonly count: number }[]
  } | null
  /** True if outputs of it were dropped, because they were the oldest. */
  readonly hasDroppedOutputs: boolean
}

/** A part of the history, newest first. */
export interface HistoryWindow {
  readonly entries: readonly HistoryEntry[]
  readonly offset: number
  /** Matches in all. */
  readonly total: number
  /** Changes that the search does not find yet. */
  readonly pending: number
}
