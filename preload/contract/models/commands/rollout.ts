/** A number of devices, or a share of them in percent. */
export interface DeviceShare {
  readonly unit: 'devices' | 'percent'
  readonly amount: number
}

/** How a run is spread over its devices; bound by the approval like the command itself. A run without one goes to all at once. */
export interface RolloutPlan {
  readonly canary: {
    /** Devices addressed first; 0 for none. */
    readonly count: number
    /** `ask`: waits for the operator. Else goes on by itself after this many seconds, if none of them failed. */
    readonly proceed: 'ask' | { readonly goOnAfterS: number }
  }
  /** Null: all that are left at once. A share in percent is of all devices of the run. */
  readonly waves: { readonly size: DeviceShare; readonly pauseS: number } | null
  /** Ends the rollout at this many failures, or at this share of the devices addressed so far; null: never by itself. */
  readonly stopAt: DeviceShare | null
}

/** Classes of commands for which a plan is remembered. */
export const PLANNED_CLASSES = ['read', 'change', 'unknown', 'destructive'] as const
export type PlannedClass = (typeof PLANNED_CLASSES)[number]

/** Seconds that a plan or a wait may ask for, and the longest that a run may take. */
export const ROLLOUT_LIMITS = { maxWaitS: 6 * 3600, maxTotalS: 24 * 3600 } as const

/** `looking`: the canary has ended and the operator decides. `stopped` and `done` are final. */
export const ROLLOUT_PHASES = ['running', 'looking', 'paused', 'stopped', 'done'] as const
export type RolloutPhase = (typeof ROLLOUT_PHASES)[number]

/** Cause of a pause or a stop. `expired`: the approval's time was over before the last device was addressed. */
export type RolloutReason = 'failures' | 'operator' | 'restart' | 'connection' | 'disk' | 'expired'

/**
 * Causes for which a device of a run was not addressed. `left-out`: it was away; `not-seen`: it did not come in
 * time; `forgotten`: the operator made the console forget it.
 */
export const WITHHELD_REASONS = [
  'failures',
  'operator',
  'restart',
  'connection',
  'disk',
  'expired',
  'left-out',
  'not-seen',
  'judged-anew',
  'forgotten',
] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]

/** Where a rollout stands; kept with its run. */
export interface RolloutState {
  readonly plan: RolloutPlan
  readonly phase: RolloutPhase
  /** Set while paused or stopped. */
  readonly reason: RolloutReason | null
  /** Devices addressed so far, and all that the plan spreads. */
  readonly sent: number
  readonly total: number
  /** Devices, counted from the first, that may have been taken at the end of the present wave. */
  readonly goal: number
  /** Epoch ms at which the next wave begins; null while the present one is under way. */
  readonly nextAt: number | null
  /** Failures that an interruption made (nobody listened), which the operator knew of when the rollout was resumed. */
  readonly excused: number
}

/** Decision of the operator about devices that are away when a command is approved. */
export interface AbsentChoice {
  readonly kind: 'leave-out' | 'wait'
  readonly deviceIds: readonly string[]
  /** Seconds to wait for them; 0 to leave them out. */
  readonly waitS: number
}

/** What an approval says besides its proposal. Without `absent` a device that is away is addressed like the others. */
export interface RunChoice {
  readonly plan: RolloutPlan | null
  readonly absent: AbsentChoice | null
}

/** Devices that a run still waits for; kept with it, and ended by the end of the console. */
export interface RunWait {
  /** Epoch ms at which it ends. */
  readonly until: number
  readonly deviceIds: readonly string[]
}

/** What the operator can do with a rollout; `go-on` leaves the canary, `stop-waiting` gives up devices that are away. */
export const ROLLOUT_ACTS = ['pause', 'resume', 'go-on', 'stop', 'stop-waiting'] as const
export type RolloutAct = (typeof ROLLOUT_ACTS)[number]

/** Seconds after a command's timeout in which its answer may still arrive. */
const GRACE_S = 10
/** Seconds that an approved rollout may take beyond its plan, because people look, pause and resume. */
const SLACK_S = 3600

/** Devices that the first wave ends with. */
export function firstGoal(plan: RolloutPlan, total: number): number {
  return plan.canary.count > 0 ? Math.min(plan.canary.count, total) : nextGoal(plan, 0, total)
}

/** Devices that the wave after `goal` ends with. */
export function nextGoal({ waves }: RolloutPlan, goal: number, total: number): number {
  return waves === null ? total : Math.min(total, goal + sizeOf(waves.size, total))
}

export function isCanary({ canary }: RolloutPlan, goal: number): boolean {
  return canary.count > 0 && goal <= canary.count
}

/** Devices of each wave, and the seconds that all take where each device answers at once, and where none does. */
export interface PlannedTime {
  readonly waves: readonly number[]
  readonly leastS: number
  readonly mostS: number
}

/** Says how long a plan takes if nobody pauses it; null if that is more than a rollout may take. */
export function plannedTime(plan: RolloutPlan, total: number, timeoutS: number): PlannedTime | null {
  let goal = firstGoal(plan, total)
  const waves = [goal]
  let leastS = 0
  let mostS = timeoutS + GRACE_S
  while (goal < total) {
    const pauseS = isCanary(plan, goal) ? canaryS(plan) : (plan.waves?.pauseS ?? 0)
    leastS += pauseS
    mostS += pauseS + timeoutS + GRACE_S
    if (mostS > ROLLOUT_LIMITS.maxTotalS) return null
    const next = nextGoal(plan, goal, total)
    waves.push(next - goal)
    goal = next
  }
  return { waves, leastS, mostS }
}

/** Ms in which an approved rollout may address its devices; null if the plan does not fit. */
export function runForMs(plan: RolloutPlan, total: number, timeoutS: number): number | null {
  const planned = plannedTime(plan, total, timeoutS)
  return planned === null ? null : Math.min(ROLLOUT_LIMITS.maxTotalS, planned.mostS * 2 + SLACK_S) * 1000
}

function canaryS({ canary: { proceed } }: RolloutPlan): number {
  return proceed === 'ask' ? 0 : proceed.goOnAfterS
}

function sizeOf({ unit, amount }: DeviceShare, total: number): number {
  return Math.max(1, unit === 'devices' ? Math.floor(amount) : Math.ceil((total * amount) / 100))
}
