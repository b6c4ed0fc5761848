import type { Failure } from '../../errors.ts'
import type { ProposalSource } from '../commands/command.ts'
import type { AskUsage } from './assistant.ts'

/** Additions of the assistant to a turn. */
export interface TurnAssist {
  /** Cost of the last question to a model. */
  readonly usage?: AskUsage
  readonly notes?: readonly TurnNote[]
  /** Turn whose failure this one repairs. */
  readonly fixOf?: string
  /** True once the error of this turn was sent; it is sent only once. */
  readonly isFixAsked?: boolean
  readonly step?: InvestigationStep
}

/** A text of the assistant about the turn, never a command to run. */
export interface TurnNote {
  readonly id: string
  /**
   * `explanation`: each part of the command. `summary`: the results of all devices. `difference`: in what they differ.
   * `question`: what all commands of a question found, on the first of its turns.
   */
  readonly kind: 'explanation' | 'summary' | 'difference' | 'question'
  /** Exact text that an explanation belongs to; it is shown beside no other. */
  readonly command?: string
  readonly state: 'working' | 'done' | 'failed'
  readonly text: string
  /** Parts of the command in its order; only for an explanation. */
  readonly parts: readonly { readonly part: string; readonly meaning: string }[]
  /** Devices that stand out, and why; only for a summary. */
  readonly outliers: readonly { readonly deviceId: string; readonly why: string }[]
  /** A request in words that would come next; only for a summary. */
  readonly nextStep: string | null
  /** Counted here, not by a model; only for a summary. */
  readonly counts: ResultCounts | null
  readonly source: ProposalSource
  readonly usage: AskUsage | null
  readonly failure: Failure | null
}

/** Results of a run by outcome. */
export interface ResultCounts {
  readonly devices: number
  readonly succeeded: number
  readonly failed: number
  /** No result: no answer, timed out, not delivered, cancelled, unknown. */
  readonly unanswered: number
  /** Different outputs among those that answered. */
  readonly variants: number
  /** Successes whose text says that something failed; absent in a note of an earlier version. */
  readonly doubtful?: number
}

/** One of the few steps of an investigation. */
export interface InvestigationStep {
  readonly investigationId: string
  readonly question: string
  /** From 1; `of` + 1 is the finding after the last command. */
  readonly number: number
  readonly of: number
  /** `stopped`: no step follows. */
  readonly state: 'running' | 'found' | 'stopped'
}
