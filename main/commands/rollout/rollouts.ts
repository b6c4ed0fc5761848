import { AppError } from '../../../preload/contract/errors.ts'
import type { CommandRecord } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutState } from '../../../preload/contract/models/commands/rollout.ts'
import type { ApprovalService, RunGrant } from '../../safety/approval/approval.ts'
import type { LiveCommand, StoredRun } from '../models.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import { DISPATCH_BATCH, type Dispatcher } from '../runs/dispatcher.ts'
import type { AdoptedRun } from '../runs/live-commands.ts'
import { ActiveRollout, type ActiveRolloutDeps } from './active-rollout.ts'
import { confirmAgain, leaveOutForgotten } from './going-on.ts'
import { goneOn, isFinal, next, paused, type RolloutStep, resumed, spreadOver, stopped } from './rollout-machine.ts'

/** Ms after which the answers that came meanwhile are looked at together. */
const LOOK_AFTER_MS = 20
/** Ms until a connection that may be dead is looked at again. */
const DOUBT_MS = 1_000

interface RolloutsDeps extends ActiveRolloutDeps {
  readonly approvals: ApprovalService
  readonly audit: { isBehind(): boolean }
  readonly dispatcher: Dispatcher
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: CommandLink
  /** Judges the command of a turn again for these devices. Throws `COMMAND_…` or `APPROVAL_INVALID`. */
  readonly confirm: (turnId: string, deviceIds: readonly string[]) => void
  /** Called once for a rollout that was stopped, or has addressed all its devices. */
  readonly onEnded: (turnId: string, state: RolloutState) => void
}

/**
 * Spreads runs over their devices as their plans say. What a wave sends is on disk before, with where the rollout stands;
 * a pause drops the grant, so that going on reads from disk what may still be addressed.
 */
export class Rollouts {
  readonly #deps: RolloutsDeps
  /** By turn. */
  readonly #active = new Map<string, ActiveRollout>()
  readonly #sending = new Set<Promise<void>>()
  #isDisposed = false

  constructor(deps: RolloutsDeps) {
    this.#deps = deps
  }

  /** Starts the rollout of a run that was just approved, with the commands that its plan spreads. */
  begin(grant: RunGrant, run: StoredRun, commands: readonly LiveCommand[]): void {
    if (run.rollout === undefined) return
    this.#step(this.#hold({ run, commands, state: run.rollout, grant }))
  }

  /** Takes up what an earlier session left: paused, or ended where nothing is left that it may address. */
  takeUp({ run, commands }: AdoptedRun, wasInterrupted: boolean): void {
    if (run.rollout === undefined) return
    const spread = spreadOf(run, commands)
    const was = spreadOver(run.rollout, spread.length)
    const state = was.phase === 'paused' && !wasInterrupted ? was : paused(was, 'restart')
    const rollout = this.#hold({ run, commands: spread, state, grant: null })
    if (isFinal(state) || rollout.open().length === 0) {
      this.#end(rollout, isFinal(state) ? state : withNobodyLeft(state))
      return
    }
    rollout.keep(state)
    try {
      this.#expireAt(rollout, this.#deps.approvals.resume(run.id).grant)
    } catch (error) {
      this.#fail(rollout, error)
    }
  }

  /** True until all devices were addressed or the rollout was stopped. */
  isUnderWay(turnId: string): boolean {
    return this.#active.has(turnId)
  }

  /** Looks again a moment later, because a command of the turn changed. */
  onRunChanged(turnId: string): void {
    const rollout = this.#active.get(turnId)
    if (rollout === undefined || rollout.isLookDue) return
    rollout.isLookDue = true
    this.#deps.after(LOOK_AFTER_MS, () => {
      rollout.isLookDue = false
      this.#step(rollout)
    })
  }

  /** Throws `NOT_FOUND` for a turn without a rollout under way, as the other acts do. */
  pause(turnId: string): void {
    this.#require(turnId).pause('operator')
  }

  /** Goes on after a pause. Throws why it cannot; what can never go on is stopped. */
  resume(turnId: string): void {
    const rollout = this.#require(turnId)
    if (rollout.state.phase !== 'paused') return
    confirmAgain(rollout, this.#deps)
    try {
      rollout.grant = this.#deps.approvals.resume(rollout.run.id).grant
    } catch (error) {
      this.#fail(rollout, error)
      throw error
    }
    rollout.keep(resumed(rollout.state, rollout.counts()))
    this.#step(rollout)
  }

  /** Leaves the canary. Throws why it cannot. */
  goOn(turnId: string): void {
    const rollout = this.#require(turnId)
    if (rollout.state.phase !== 'looking') return
    confirmAgain(rollout, this.#deps)
    rollout.keep(goneOn(rollout.state))
    this.#step(rollout)
  }

  /** Ends a rollout; what runs goes on. */
  stop(turnId: string): void {
    const rollout = this.#require(turnId)
    this.#end(rollout, stopped(rollout.state, 'operator'))
  }

  /** Pauses what is under way, because nobody hears the answers. To be called before the commands learn of it. */
  onConnectionLost(connectionId: string): void {
    for (const rollout of this.#active.values()) {
      const isWaiting = rollout.state.phase === 'running' || rollout.counts().waiting > 0
      if (rollout.run.connectionId === connectionId && isWaiting) rollout.pause('connection')
    }
  }

  /** Stops what is under way, because the operator left the connection, which ends its approvals. */
  onLeaving(connectionId: string): void {
    for (const rollout of [...this.#active.values()]) {
      if (rollout.run.connectionId === connectionId) this.#end(rollout, stopped(rollout.state, 'connection'))
    }
  }

  /** Sends nothing any more; the next session finds each rollout paused. */
  async dispose(): Promise<void> {
    this.#isDisposed = true
    for (const rollout of this.#active.values()) rollout.callOff()
    while (this.#sending.size > 0) await Promise.all(this.#sending)
  }

  #hold(of: ConstructorParameters<typeof ActiveRollout>[1]): ActiveRollout {
    const rollout = new ActiveRollout(this.#deps, of)
    this.#active.set(of.run.turnId, rollout)
    if (of.grant !== null) this.#expireAt(rollout, of.grant)
    return rollout
  }

  /** Does what the plan says now: sends a part of a wave, waits, or ends. */
  #step(rollout: ActiveRollout): void {
    if (this.#isDisposed || this.#active.get(rollout.run.turnId) !== rollout) return
    const counts = rollout.counts()
    if (rollout.state.phase !== 'running' && counts.open === 0) {
      this.#end(rollout, withNobodyLeft(rollout.state))
      return
    }
    const step = next(rollout.state, counts, this.#deps.now())
    if (isFinal(step.state)) this.#end(rollout, step.state)
    else if (step.send > 0) this.#send(rollout, step)
    else {
      if (step.state !== rollout.state) rollout.keep(step.state)
      rollout.wakeAt(step.wakeAt, () => this.#step(rollout))
    }
  }

  /** Sends one batch of a wave; the next follows when other work has had its turn. */
  #send(rollout: ActiveRollout, { state, send }: RolloutStep): void {
    const { audit, dispatcher, link, now, store } = this.#deps
    const { run, grant } = rollout
    const active = link.active()
    const isReachable = grant !== null && active?.isConnected === true
    if (!isReachable || audit.isBehind()) {
      rollout.pause(isReachable ? 'disk' : 'connection')
      return
    }
    if (active.isInDoubt === true) {
      rollout.wakeAt(now() + DOUBT_MS, () => this.#step(rollout))
      return
    }
    const batch = rollout.open().slice(0, Math.min(send, DISPATCH_BATCH))
    if (leaveOutForgotten(rollout, batch, this.#deps)) {
      this.#step(rollout)
      return
    }
    const sent: RolloutState = { ...state, sent: state.sent + batch.length }
    try {
      dispatcher.queue(grant, batch, () => store.saveRollout(run.id, sent))
    } catch (error) {
      this.#fail(rollout, error)
      return
    }
    rollout.show(sent)
    const sending = dispatcher.send(grant, batch).finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
    if (send > batch.length) setImmediate(() => this.#step(rollout))
  }

  /** An approval that is over ends the rollout; a disk that fails pauses it. */
  #fail(rollout: ActiveRollout, error: unknown): void {
    this.#deps.log.error('a rollout cannot go on', error)
    if (!(error instanceof AppError) || error.code === 'DISK_FAILED') {
      rollout.pause('disk')
      return
    }
    const reason = error.code === 'APPROVAL_EXPIRED' ? 'expired' : 'connection'
    this.#end(rollout, stopped(rollout.state, reason))
  }

  #end(rollout: ActiveRollout, state: RolloutState): void {
    const { dispatcher, onEnded } = this.#deps
    const { run, commands } = rollout
    rollout.callOff()
    this.#active.delete(run.turnId)
    rollout.keep(state)
    dispatcher.withhold(run, commands, state.reason ?? 'operator')
    onEnded(run.turnId, state)
  }

  /** Stops a rollout whose approval ends while nobody goes on with it. */
  #expireAt(rollout: ActiveRollout, { notAfter }: RunGrant): void {
    rollout.endAt(notAfter, () => this.#end(rollout, stopped(rollout.state, 'expired')))
  }

  #require(turnId: string): ActiveRollout {
    const rollout = this.#active.get(turnId)
    if (rollout === undefined) throw new AppError('NOT_FOUND', { turnId })
    return rollout
  }
}

/** Ends a rollout that is not under way, because its devices were all addressed, or the operator cancelled the others. */
function withNobodyLeft(state: RolloutState): RolloutState {
  return state.sent >= state.total
    ? { ...state, phase: 'done', reason: null, nextAt: null }
    : stopped(state, 'operator')
}

/** Lists the commands that the plan of a run spreads: all but those of devices left out, forgotten, or waited for. */
function spreadOf({ wait }: StoredRun, commands: readonly LiveCommand[]): readonly LiveCommand[] {
  const awaited = new Set(wait?.deviceIds)
  const isLeftOut = ({ reason }: CommandRecord) => reason === 'left-out' || reason === 'forgotten'
  return commands.filter(({ stored: { record } }) => !awaited.has(record.deviceId) && !isLeftOut(record))
}
