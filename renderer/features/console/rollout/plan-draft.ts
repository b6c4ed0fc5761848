import {
  type DeviceShare,
  PLANNED_CLASSES,
  type PlannedClass,
  plannedTime,
  ROLLOUT_LIMITS,
  type RolloutPlan,
} from '../../../../preload/contract/models/commands/rollout.ts'
import { TARGETS_MAX } from '../../../../preload/contract/models/devices/device.ts'

/** Above this many devices what is not a plain read is offered a canary first. */
const CANARY_ABOVE = 10
/** One device in so many is the canary that is offered. */
const CANARY_OF = 20

export const WAVE_UNITS = ['rest', 'devices', 'percent'] as const
export const STOP_UNITS = ['never', 'devices', 'percent'] as const

/** A plan as it is being made: what is switched off keeps its figures. */
export interface PlanDraft {
  readonly isSpread: boolean
  readonly canary: number
  readonly proceed: 'ask' | 'auto'
  readonly goOnAfterS: number
  readonly waveUnit: (typeof WAVE_UNITS)[number]
  readonly waveAmount: number
  readonly pauseS: number
  readonly stopUnit: (typeof STOP_UNITS)[number]
  readonly stopAmount: number
}

/** The plan that is offered: as remembered for the class, else a canary for many devices unless the command only reads. */
export function offeredDraft(judged: string, total: number, remembered: RolloutPlan | null | undefined): PlanDraft {
  const usual: PlanDraft = {
    isSpread: judged !== 'read' && total > CANARY_ABOVE,
    canary: Math.max(1, Math.ceil(Math.min(total, 100) / CANARY_OF)),
    proceed: 'ask',
    goOnAfterS: 30,
    waveUnit: 'percent',
    waveAmount: 25,
    pauseS: 0,
    stopUnit: 'percent',
    stopAmount: 10,
  }
  if (remembered === undefined || total <= CANARY_ABOVE) return usual
  if (remembered === null) return { ...usual, isSpread: false }
  const { canary, waves, stopAt } = remembered
  return {
    isSpread: true,
    canary: canary.count,
    proceed: canary.proceed === 'ask' ? 'ask' : 'auto',
    goOnAfterS: canary.proceed === 'ask' ? usual.goOnAfterS : canary.proceed.goOnAfterS,
    waveUnit: waves?.size.unit ?? 'rest',
    waveAmount: waves?.size.amount ?? usual.waveAmount,
    pauseS: waves?.pauseS ?? usual.pauseS,
    stopUnit: stopAt?.unit ?? 'never',
    stopAmount: stopAt?.amount ?? usual.stopAmount,
  }
}

/** Returns the plan of a draft; null where all devices are addressed at once. */
export function planOf(draft: PlanDraft): RolloutPlan | null {
  if (!draft.isSpread) return null
  const { canary, proceed, goOnAfterS, waveUnit, waveAmount, pauseS, stopUnit, stopAmount } = draft
  return {
    canary: { count: canary, proceed: proceed === 'ask' ? 'ask' : { goOnAfterS } },
    waves: waveUnit === 'rest' ? null : { size: { unit: waveUnit, amount: waveAmount }, pauseS },
    stopAt: stopUnit === 'never' ? null : { unit: stopUnit, amount: stopAmount },
  }
}

export type PlanProblem = 'figures' | 'too-long'

/** Says why a plan cannot be approved; null when it can. Main checks it again. */
export function planProblem(plan: RolloutPlan | null, total: number, timeoutS: number): PlanProblem | null {
  if (plan === null || total === 0) return null
  const { canary, waves, stopAt } = plan
  const isSound =
    isWhole(canary.count, 0, TARGETS_MAX) &&
    (canary.proceed === 'ask' || isSeconds(canary.proceed.goOnAfterS)) &&
    (waves === null || (isShare(waves.size) && isSeconds(waves.pauseS))) &&
    (stopAt === null || isShare(stopAt))
  if (!isSound) return 'figures'
  return plannedTime(plan, total, timeoutS) === null ? 'too-long' : null
}

/** Devices of the first waves, and how often each size follows: `5, then 3 × 25, then 20`. */
export function waveRuns(waves: readonly number[]): readonly { readonly size: number; readonly times: number }[] {
  const runs: { size: number; times: number }[] = []
  for (const size of waves) {
    const last = runs.at(-1)
    if (last?.size === size) last.times += 1
    else runs.push({ size, times: 1 })
  }
  return runs
}

/** Returns what has to be typed where some devices are left out: their number, or the only one's id. */
export function confirmationOf(expected: string | null, addressed: readonly string[]): string | null {
  if (expected === null) return null
  const [only] = addressed
  return addressed.length === 1 && only !== undefined ? only : String(addressed.length)
}

/** Narrows a class to one that plans are remembered for. */
export function isPlanned(judged: string): judged is PlannedClass {
  return PLANNED_CLASSES.some((known) => known === judged)
}

const isWhole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max
const isSeconds = (value: number) => isWhole(value, 0, ROLLOUT_LIMITS.maxWaitS)
const isShare = ({ unit, amount }: DeviceShare) => isWhole(amount, 1, unit === 'percent' ? 100 : TARGETS_MAX)
