import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import {
  firstGoal,
  isCanary,
  nextGoal,
  type RolloutPlan,
  type RolloutReason,
  type RolloutState,
} from '../../../preload/contract/models/commands/rollout.ts'
import { isWaiting } from '../runs/state-machine.ts'

/** Devices that a rollout spreads by what has become of them; the rest of `total` succeeded. One that was left out is none of them. */
export interface RolloutCounts {
  readonly total: number
  /** Not addressed yet. */
  readonly open: number
  /** Addressed, and neither answered nor given up. */
  readonly waiting: number
  /** Ended in any way but success: no answer, timed out and unknown too. */
  readonly failed: number
}

/** The state now, and what is to be done: `send` devices may be addressed, or look again at `wakeAt` (epoch ms). */
export interface RolloutStep {
  readonly state: RolloutState
  readonly send: number
  readonly wakeAt: number | null
}

export function firstState(plan: RolloutPlan, total: number): RolloutState {
  const goal = firstGoal(plan, total)
  return { plan, phase: 'running', reason: null, sent: 0, total, goal, nextAt: null, excused: 0 }
}

export function countCommands(records: readonly Pick<CommandRecord, 'state'>[]): RolloutCounts {
  let open = 0
  let waiting = 0
  let succeeded = 0
  let leftOut = 0
  for (const { state } of records) {
    if (state === 'withheld') leftOut += 1
    else if (state === 'approved') open += 1
    else if (isWaiting(state)) waiting += 1
    else if (state === 'succeeded') succeeded += 1
  }
  const total = records.length - leftOut
  return { total, open, waiting, failed: total - open - waiting - succeeded }
}

/** Returns what a rollout does next. Pure; sends nothing in any phase but `running`, and nothing past the goal of its wave. */
export function next(state: RolloutState, counts: RolloutCounts, now: number): RolloutStep {
  if (state.phase !== 'running') return idle(state)
  if (counts.open === 0) return idle(counts.waiting === 0 ? { ...state, phase: 'done', nextAt: null } : state)
  if (hasTooManyFailures(state, counts)) return idle(stopped(state, 'failures'))
  const taken = counts.total - counts.open
  if (taken < state.goal) return { state, send: Math.min(counts.open, state.goal - taken), wakeAt: null }
  if (counts.waiting > 0) return idle(state)
  return isCanary(state.plan, state.goal)
    ? afterCanary(state, counts, now)
    : afterPause(state, state.plan.waves?.pauseS ?? 0, now)
}

/** Pauses what is under way; the next wave is then timed anew. */
export function paused(state: RolloutState, reason: RolloutReason): RolloutState {
  return isFinal(state) ? state : { ...state, phase: 'paused', reason, nextAt: null }
}

export function stopped(state: RolloutState, reason: RolloutReason): RolloutState {
  return isFinal(state) ? state : { ...state, phase: 'stopped', reason, nextAt: null }
}

/** Goes on after a pause. Failures of an interruption no longer count; those that the devices made do. */
export function resumed(state: RolloutState, counts: RolloutCounts): RolloutState {
  if (state.phase !== 'paused') return state
  const wasInterrupted = state.reason !== 'operator'
  const excused = wasInterrupted ? counts.failed : state.excused
  return { ...state, phase: 'running', reason: null, nextAt: null, excused }
}

/** Spreads over fewer devices, because some were left out before they were addressed. */
export function spreadOver(state: RolloutState, total: number): RolloutState {
  return { ...state, total, goal: Math.min(state.goal, total) }
}

/** Leaves the canary, because the operator has looked. */
export function goneOn(state: RolloutState): RolloutState {
  if (state.phase !== 'looking') return state
  const goal = nextGoal(state.plan, state.goal, state.total)
  return { ...state, phase: 'running', reason: null, nextAt: null, goal }
}

export function isFinal({ phase }: RolloutState): boolean {
  return phase === 'stopped' || phase === 'done'
}

function afterCanary(state: RolloutState, counts: RolloutCounts, now: number): RolloutStep {
  const { proceed } = state.plan.canary
  if (proceed === 'ask') return idle({ ...state, phase: 'looking' })
  if (counts.failed > state.excused) return idle(stopped(state, 'failures'))
  // An interruption left no evidence that it works, so only a person can say.
  if (counts.failed > 0) return idle({ ...state, phase: 'looking' })
  return afterPause(state, proceed.goOnAfterS, now)
}

function afterPause(state: RolloutState, pauseS: number, now: number): RolloutStep {
  const nextAt = state.nextAt ?? now + pauseS * 1000
  if (now < nextAt) return { state: nextAt === state.nextAt ? state : { ...state, nextAt }, send: 0, wakeAt: nextAt }
  const goal = nextGoal(state.plan, state.goal, state.total)
  return { state: { ...state, goal, nextAt: null }, send: goal - state.goal, wakeAt: null }
}

function hasTooManyFailures({ plan, excused }: RolloutState, { total, open, failed }: RolloutCounts): boolean {
  const counted = failed - excused
  if (plan.stopAt === null || counted <= 0) return false
  if (plan.stopAt.unit === 'devices') return counted >= plan.stopAt.amount
  return counted * 100 >= plan.stopAt.amount * (total - open)
}

const idle = (state: RolloutState): RolloutStep => ({ state, send: 0, wakeAt: null })
