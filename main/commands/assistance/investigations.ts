import { AppError } from '../../../preload/contract/errors.ts'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { InvestigationStep } from '../../../preload/contract/models/assistant/assist.ts'
import type { CommandRecord, Run, TextOrigin, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { RunFold } from '../../../preload/contract/models/commands/folding.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { Assistance, PastCommand } from '../../shared/assistance.ts'
import type { InvestigationPlan, ReadOutcome } from '../../shared/investigation.ts'
import type { Log } from '../../shared/log.ts'
import { joined, marked, unmarked } from '../../shared/marked-text.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import { isTerminal } from '../runs/state-machine.ts'
import { targetsOf } from '../turns/targets.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { textOf } from './earlier-turns.ts'
import { type PlanSourcesDeps, planSources } from './plan-sources.ts'
import type { Requests } from './requests.ts'
import { digestResults, type ResultDigest } from './result-digest.ts'

/** Commands of one investigation; after the last only a finding is asked for. */
const MAX_STEPS = 5

interface InvestigationsDeps extends PlanSourcesDeps {
  readonly assistant: Assistance
  readonly requests: Requests
  readonly turns: TurnStore
  readonly devices: Pick<DeviceDirectory, 'target'>
  /** Puts equal answers of a run together, a slice at a time. */
  readonly foldExactly: (run: Run) => Promise<RunFold>
  readonly settings: () => { readonly language: Language }
  readonly link: CommandLink
  readonly newId: () => string
  readonly log: Log
}

interface Running {
  readonly id: string
  readonly connectionId: string
  readonly deviceIds: readonly string[]
  readonly question: string
  /** True if a device had a part in the question. */
  readonly isFromDeviceOutput: boolean
  readonly steps: PastCommand[]
  /** Proposals that the operator decided on. */
  decided: number
  /** Plan of a model that calls tools; null before the first step. Others are asked for each step by `steps`. */
  plan: InvestigationPlan | null
  /** Turn of the step under way. */
  turnId: string
}

/**
 * Runs a few reading commands toward one question. Each is a proposal like any other, approved or rejected by the
 * operator; its results decide the next one. Ends with a finding, or when a step fails or is stopped. After a rejection a
 * planning model may go another way; one that is asked step by step has nothing to go on.
 */
export class Investigations {
  readonly #deps: InvestigationsDeps
  /** By the turn of the step under way. */
  readonly #running = new Map<string, Running>()

  constructor(deps: InvestigationsDeps) {
    this.#deps = deps
  }

  /** Starts the first step and returns its turn's id. Throws `INVALID_INPUT` unless it is switched on, `MIXED_SYSTEMS`, … */
  start(deviceIds: readonly string[], question: string, origin?: TextOrigin): string {
    const { assistant, link, newId, turns } = this.#deps
    const isFromDeviceOutput = turns.isFromDevice(origin)
    const active = link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (!assistant.canInvestigate()) throw new AppError('INVALID_INPUT', { field: 'canInvestigate' })
    const { connectionId } = active
    const about = { id: newId(), connectionId, deviceIds, question, isFromDeviceOutput }
    return this.#step({ ...about, steps: [], decided: 0, plan: null, turnId: '' }, null)
  }

  /** Takes note that the run of a turn changed: a step may be over. */
  onRunChanged(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running === undefined) return
    // After the change has reached its other listeners.
    queueMicrotask(() => void this.#onResults(running, turnId))
  }

  /** Goes on after a rejected step where a model plans; stops otherwise. */
  onRejected(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running?.plan?.isPlanning === true) this.#goOn(running, turnId, { kind: 'rejected' })
    else this.stop(turnId)
  }

  /** Stops after the current step; a question under way is cancelled. */
  stop(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running === undefined) return
    this.#end(running, 'stopped')
    running.plan?.stop()
    this.#deps.requests.cancel(turnId)
  }

  /** Stops all investigations on a connection that was left. */
  stopAll(connectionId: string): void {
    for (const [turnId, running] of this.#running) if (running.connectionId === connectionId) this.stop(turnId)
  }

  dispose(): void {
    for (const { plan } of this.#running.values()) plan?.stop()
  }

  /** `result` is the outcome of the step before; null for the first. */
  #step(running: Running, result: ReadOutcome | null): string {
    const { devices, requests, turns } = this.#deps
    const { connectionId, decided, question, steps } = running
    const targets = targetsOf(devices, connectionId, running.deviceIds)
    const step: InvestigationStep = {
      investigationId: running.id,
      question,
      number: decided + 1,
      of: MAX_STEPS,
      state: 'running',
    }
    const stored = turns.create({
      connectionId,
      targets,
      mode: 'ask',
      text: question,
      isThinking: true,
      // The results of a step before have a part in the next one.
      isFromDeviceOutput: running.isFromDeviceOutput || steps.length > 0,
      assist: { step },
    })
    const { id } = stored.turn
    running.turnId = id
    this.#running.set(id, running)
    running.plan ??= this.#plan(running, targets[0]?.system ?? 'linux')
    const { plan } = running
    requests.start(stored, targets, {
      investigation: { stepsLeft: MAX_STEPS - decided, steps: [...steps] },
      plan: (options) => plan.next(result, options),
      onlyReads: true,
      onEnd: (turnId) => this.#onAsked(running, turnId),
    })
    return id
  }

  #onAsked(running: Running, turnId: string): void {
    const turn = this.#deps.turns.find(turnId)?.turn
    if (turn === undefined || !this.#running.has(turnId)) return
    if (turn.answer?.kind === 'answer') this.#end(running, 'found')
    else if (turn.proposal === null) this.#end(running, 'stopped')
  }

  async #onResults(running: Running, turnId: string): Promise<void> {
    if (this.#running.get(turnId) !== running) return
    const stored = this.#deps.turns.find(turnId)
    if (stored === null) return
    const { run } = this.#deps.turns.view(stored)
    if (run === null || run.commands.some(({ state }) => !isTerminal(state))) return
    if (run.commands.some(({ state }) => state === 'cancelled')) {
      this.stop(turnId)
      return
    }
    const digest = digestResults(await this.#deps.foldExactly(run), run.commands)
    // It was stopped meanwhile, or another change of the run went on with it.
    if (this.#running.get(turnId) !== running) return
    const step = pastCommand(stored.turn, run, digest)
    running.steps.push(step)
    this.#goOn(running, turnId, { kind: 'ran', command: step.command, ...digest })
  }

  #goOn(running: Running, turnId: string, result: ReadOutcome): void {
    this.#running.delete(turnId)
    running.decided += 1
    try {
      this.#step(running, result)
    } catch (error) {
      this.#deps.log.error('the next step of an investigation cannot be made', error)
      running.turnId = turnId
      running.plan?.stop()
      this.#end(running, 'stopped')
    }
  }

  #plan(running: Running, system: DeviceSystem): InvestigationPlan {
    const { question: text, isFromDeviceOutput, deviceIds } = running
    const { assistant, settings } = this.#deps
    const about = { question: { text, isFromDeviceOutput }, deviceIds, system, maxReads: MAX_STEPS }
    return assistant.plan({ ...about, language: settings().language }, planSources(this.#deps, running))
  }

  #end(running: Running, state: InvestigationStep['state']): void {
    this.#running.delete(running.turnId)
    const stored = this.#deps.turns.find(running.turnId)
    const step = stored?.turn.assist?.step
    if (stored === null || step === undefined) return
    const assist = { ...stored.turn.assist, step: { ...step, state } }
    this.#deps.turns.save({ ...stored, turn: { ...stored.turn, assist } })
  }
}

/** Describes a finished step by its results, devices with the same result together. */
function pastCommand(turn: Turn, { command, commands }: Run, { groups }: ResultDigest): PastCommand {
  const [first, ...others] = commands
  const only: CommandRecord | null = others.length === 0 && first !== undefined ? first : null
  const outcomes = groups.map(({ state, deviceCount }) => (only === null ? `${state} on ${deviceCount}` : state))
  const outputs = groups.map(({ deviceIds, output }) =>
    only === null ? marked`[${unmarked(deviceIds.join(', '))}]\n${output}` : output,
  )
  return {
    command: textOf(turn, command),
    outcome: outcomes.join(', '),
    exitCode: only?.exitCode ?? null,
    output: joined(outputs, '\n'),
  }
}
