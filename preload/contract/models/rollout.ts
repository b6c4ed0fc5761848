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

/** Seconds that a plan may ask for, and the longest that a rollout may take. */
export const ROLLOUT_LIMITS = { maxWaitS: 6 * 3600, maxTotalS: 24 * 3600 } as const

/** `looking`: the canary has ended and the operator decides. `stopped` and `done` are final. */
export const ROLLOUT_PHASES = ['running', 'looking', 'paused', 'stopped', 'done'] as const
export type RolloutPhase = (typeof ROLLOUT_PHASES)[number]

/** Cause of a pause or a stop. `expired`: the approval's time was over before the last device was addressed. */
export type RolloutReason = 'failures' | 'operator' | 'restart' | 'connection' | 'disk' | 'expired'

/** Where a rollout stands; kept with its run. */
export interface RolloutState {
  readonly plan: RolloutPlan
  readonly phase: RolloutPhase
  /** Set while paused or stopped. */
  readonly reason: RolloutReason | null
  /** Devices addressed so far, and all of the run. */
  readonly sent: number
  readonly total: number
  /** Devices, counted from the first, that may have been taken at the end of the present wave. */
  readonly goal: number
  /** Epoch ms at which the next wave begins; null while the present one is under way. */
  readonly nextAt: number | null
  /** Failures that an interruption made (nobody listened), which the operator knew of when the rollout was resumed. */
  readonly excused: number
}
