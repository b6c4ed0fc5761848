import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import { WAITING_STATES } from '../../../preload/contract/models/limits.ts'
import type { PublishOutcome } from '../../shared/exchange.ts'

/**
 * Outcome that a result states: its `success` decides, except where the executor says that it stopped waiting. `unknown`:
 * the agent itself does not know.
 */
export type ResultOutcome = 'succeeded' | 'failed' | 'timed-out' | 'unknown'

/** Events in the life of one command on one device. */
export type CommandEvent =
  | { readonly kind: 'queue' }
  | { readonly kind: 'published'; readonly outcome: PublishOutcome['kind'] }
  | { readonly kind: 'ack'; readonly state: 'received' | 'running' }
  | { readonly kind: 'rejected'; readonly isExpired: boolean }
  /** `isSame`: equal to the result already attached, if any. */
  | {
      readonly kind: 'result'
      readonly outcome: ResultOutcome
      readonly isSame: boolean
      readonly isCancelAsked: boolean
    }
  /** A result came that was too large to take in. */
  | { readonly kind: 'oversized' }
  /** No answer in time. `canLoseResult`: so long a command cuts such a device off, and its answer with it. */
  | { readonly kind: 'deadline'; readonly canLoseResult: boolean }
  /** The connection was lost, or the console ended, and nobody listened any more. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'stop-waiting' }
  /** The run's grant ended before this device was addressed. */
  | { readonly kind: 'withheld'; readonly isExpired: boolean }
  /** The rollout was stopped before this device was addressed. */
  | { readonly kind: 'hold-back' }

export interface Transition {
  readonly state: CommandState
  readonly mark: 'late' | 'duplicate' | 'conflict' | null
}

const WAITING: ReadonlySet<CommandState> = new Set(WAITING_STATES)
const ANSWERED: ReadonlySet<CommandState> = new Set(['succeeded', 'failed'])
const AFTER_PUBLISH: Readonly<Record<PublishOutcome['kind'], CommandState>> = {
  acknowledged: 'sent',
  'no-subscriber': 'not-delivered',
  refused: 'refused',
  unsent: 'not-delivered',
  unknown: 'unknown',
}

/** True if it was handed to the broker and not answered yet: the device may be at work on it. */
export function isWaiting(state: CommandState): boolean {
  return WAITING.has(state)
}

/** True if only a late result can still change it. */
export function isTerminal(state: CommandState): boolean {
  return state !== 'approved' && !WAITING.has(state)
}

/** Returns the state after an event, or null if the event has no effect. Pure. */
export function transition(state: CommandState, event: CommandEvent): Transition | null {
  if (event.kind === 'result') return onResult(state, event)
  if (event.kind === 'oversized') return onOversized(state)
  if (isTerminal(state)) return null
  const next = nextState(state, event)
  return next === null || next === state ? null : { state: next, mark: null }
}

function nextState(
  state: CommandState,
  event: Exclude<CommandEvent, { kind: 'result' | 'oversized' }>,
): CommandState | null {
  if (state === 'approved') {
    if (event.kind === 'queue') return 'queued'
    if (event.kind === 'withheld') return event.isExpired ? 'expired' : 'not-delivered'
    if (event.kind === 'hold-back') return 'withheld'
    if (event.kind === 'stop-waiting') return 'cancelled'
    // Never handed to the broker, so provably unsent.
    return event.kind === 'unheard' ? 'not-delivered' : null
  }
  switch (event.kind) {
    case 'published':
      return onPublished(state, event.outcome)
    case 'ack':
      return event.state === 'received' && state === 'running' ? null : event.state
    case 'rejected':
      return event.isExpired ? 'expired' : 'rejected'
    case 'deadline':
      // Without a PUBACK nobody knows whether the device ever got it.
      return event.canLoseResult || state === 'queued' ? 'unknown' : 'no-answer'
    case 'unheard':
      return 'unknown'
    case 'stop-waiting':
      return 'cancelled'
    case 'withheld':
      return state === 'queued' ? (event.isExpired ? 'expired' : 'not-delivered') : null
    case 'queue':
    case 'hold-back':
      return null
  }
}

/** An ack of the device can overtake the PUBACK: then the device itself has proved the delivery. */
function onPublished(state: CommandState, outcome: PublishOutcome['kind']): CommandState | null {
  return state === 'queued' ? AFTER_PUBLISH[outcome] : null
}

/** What is known of an answer stands: the broker may send the large one twice. */
function onOversized(state: CommandState): Transition | null {
  if (state === 'approved' || state === 'withheld' || state === 'too-large' || ANSWERED.has(state)) return null
  return { state: 'too-large', mark: isWaiting(state) ? null : 'late' }
}

function onResult(state: CommandState, event: Extract<CommandEvent, { kind: 'result' }>): Transition | null {
  // Never sent: no device can know of it.
  if (state === 'approved' || state === 'withheld') return null
  if (isWaiting(state)) {
    const isStopped = event.isCancelAsked && event.outcome !== 'succeeded'
    return { state: isStopped ? 'cancelled' : event.outcome, mark: null }
  }
  if (ANSWERED.has(state)) return { state, mark: event.isSame ? 'duplicate' : 'conflict' }
  if (event.isSame) return { state, mark: 'duplicate' }
  return { state: event.outcome, mark: 'late' }
}
