import type { RolloutState } from '../../../preload/contract/models/commands/rollout.ts'
import type { RunGrant } from '../../safety/approval/approval.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { type After, SLEPT_AFTER_MS } from '../../shared/timers.ts'
import type { LiveCommand, StoredRun } from '../models.ts'
import { isOpen } from '../runs/dispatcher.ts'
import type { LiveCommands } from '../runs/live-commands.ts'
import type { RunStore } from '../runs/run-store.ts'
import { countCommands, paused, type RolloutCounts } from './rollout-machine.ts'

/** Ms after a sleep of the computer in which it is found out if the connection lives. */
const SETTLE_MS = 5_000

export interface ActiveRolloutDeps {
  readonly store: RunStore
  readonly live: LiveCommands
  readonly now: Clock
  readonly after: After
  readonly log: Log
}

/** One rollout under way: its commands, where it stands, and its timers. */
export class ActiveRollout {
  readonly run: StoredRun
  readonly commands: readonly LiveCommand[]
  /** Null while it is paused, because only what is on disk says then what may be addressed. */
  grant: RunGrant | null
  /** True while a look at the answers is due. */
  isLookDue = false
  readonly #deps: ActiveRolloutDeps
  #state: RolloutState
  #callOffWake = () => {}
  #callOffEnd = () => {}

  constructor(
    deps: ActiveRolloutDeps,
    of: Pick<ActiveRollout, 'run' | 'commands' | 'grant'> & { readonly state: RolloutState },
  ) {
    this.#deps = deps
    this.run = of.run
    this.commands = of.commands
    this.grant = of.grant
    this.#state = of.state
  }

  get state(): RolloutState {
    return this.#state
  }

  counts(): RolloutCounts {
    return countCommands(this.commands.map(({ stored }) => stored.record))
  }

  /** Lists commands that were not addressed yet. */
  open(): readonly LiveCommand[] {
    return this.commands.filter(isOpen)
  }

  /** Shows a state that is on disk. */
  show(state: RolloutState): void {
    this.#state = state
    this.#deps.live.showRollout(this.run, state)
  }

  /** Saves and shows a state; where the disk fails, an earlier one is read after a restart, and that is paused. */
  keep(state: RolloutState): void {
    try {
      this.#deps.store.saveRollout(this.run.id, state)
    } catch (error) {
      this.#deps.log.error('the state of a rollout cannot be saved', error)
    }
    this.show(state)
  }

  /** Waits for the operator, or for what failed; what may be addressed is read from disk when it goes on. */
  pause(reason: 'operator' | 'connection' | 'disk'): void {
    this.wakeAt(null, () => {})
    this.grant = null
    this.keep(paused(this.#state, reason))
  }

  /**
   * Calls back at a time, in place of the one before; null calls only that off. What fell due while the computer slept waits
   * until the connection has been looked at.
   */
  wakeAt(at: number | null, wake: () => void): void {
    this.#callOffWake()
    const { now } = this.#deps
    const due = (dueAt: number) => (now() - dueAt > SLEPT_AFTER_MS ? this.wakeAt(now() + SETTLE_MS, wake) : wake())
    this.#callOffWake = at === null ? () => {} : this.#after(at, () => due(at))
  }

  /** Calls back at the time at which its approval ends. */
  endAt(at: number, end: () => void): void {
    this.#callOffEnd()
    this.#callOffEnd = this.#after(at, end)
  }

  callOff(): void {
    this.#callOffWake()
    this.#callOffEnd()
  }

  #after(at: number, run: () => void): () => void {
    return this.#deps.after(Math.max(0, at - this.#deps.now()), run)
  }
}
