import { AppError } from '../../../preload/contract/errors.ts'
import type { InvestigationStep } from '../../../preload/contract/models/assist.ts'
import type { Turn } from '../../../preload/contract/models/command.ts'
import type { LogFinding } from '../../../preload/contract/models/connection.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { Assistance, PastCommand } from '../../shared/assistance.ts'
import type { InvestigationPlan, ReadOutcome } from '../../shared/investigation.ts'
import type { Log } from '../../shared/log.ts'
import { joined, marked, unmarked } from '../../shared/marked-text.ts'
import type { ProposalFactory } from '../proposals/command-judge.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { isTerminal } from '../runs/state-machine.ts'
import type { TurnMaker } from '../turns/new-turn.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import { type EarlierTurns, textOf } from './earlier-turns.ts'
import { planSources } from './plan-sources.ts'
import type { AskFlow } from './requests.ts'
import { digestResults } from './result-digest.ts'

/** Commands of one investigation; after the last only a finding is asked for. */
const MAX_STEPS = 5

interface InvestigationsDeps {
  readonly asker: Assistance
  readonly flow: AskFlow
  readonly maker: TurnMaker
  readonly proposals: ProposalFactory
  readonly turns: TurnBook
  readonly earlier: EarlierTurns
  readonly rejections: Rejections
  readonly brokerLogFindings?: (() => readonly LogFinding[] | null) | undefined
  readonly language: () => Language
  readonly newId: () => string
  readonly log: Log
}

interface Running {
  readonly id: string
  readonly connectionId: string
  readonly deviceIds: readonly string[]
  readonly question: string
  /** A device had a part in the question, or in a step before. */
  isFromDeviceOutput: boolean
  readonly steps: PastCommand[]
  /** Proposals that the operator decided on. */
  decided: number
  /** Of a model that calls tools; others are asked for each step by `steps`. */
  plan: InvestigationPlan | null
  /** The turn of the step that is under way. */
  turnId: string
}

/**
 * A few reading commands toward one question. Each is a proposal like any other, approved or rejected by the operator;
 * its results decide the next one. Ends with a finding, or where a step is rejected, fails or is stopped.
 */
export class Investigations {
  readonly #deps: InvestigationsDeps
  readonly #running = new Map<string, Running>()

  constructor(deps: InvestigationsDeps) {
    this.#deps = deps
  }

  /** Answers with the turn of the first step. Throws `INVALID_INPUT` unless it is switched on, `MIXED_SYSTEMS`, … */
  start(
    connectionId: string,
    deviceIds: readonly string[],
    asked: { readonly question: string; readonly isFromDeviceOutput: boolean },
  ): Turn {
    if (!this.#deps.asker.canInvestigate()) throw new AppError('INVALID_INPUT', { field: 'canInvestigate' })
    const about = { ...asked, id: this.#deps.newId(), connectionId, deviceIds }
    return this.#step({ ...about, steps: [], decided: 0, plan: null, turnId: '' }, null)
  }

  /** Called whenever a run changed: the one of a step may be over. */
  onRunChanged(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running === undefined) return
    // Not within the change that is being told.
    queueMicrotask(() => this.#onResults(running, turnId))
  }

  /** A planning model may go another way; one that is asked step by step has nothing to go on. */
  onRejected(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running?.plan?.isPlanning !== true) this.stop(turnId)
    else this.#goOn(running, { kind: 'rejected' })
  }

  /** No step follows; a question under way is called off. */
  stop(turnId: string): void {
    const running = this.#running.get(turnId)
    if (running === undefined) return
    this.#end(running, 'stopped')
    running.plan?.stop()
    this.#deps.flow.cancel(turnId)
  }

  /** The operator left the connection. */
  stopAll(connectionId: string): void {
    for (const [turnId, running] of this.#running) if (running.connectionId === connectionId) this.stop(turnId)
  }

  dispose(): void {
    for (const { plan } of this.#running.values()) plan?.stop()
  }

  /** `result` is what came of the step before. */
  #step(running: Running, result: ReadOutcome | null): Turn {
    const { flow, maker, proposals } = this.#deps
    const { connectionId, question, isFromDeviceOutput, steps } = running
    const targets = proposals.targets(connectionId, running.deviceIds)
    const stepsLeft = MAX_STEPS - running.decided
    const step: InvestigationStep = {
      investigationId: running.id,
      question,
      number: running.decided + 1,
      of: MAX_STEPS,
      state: 'running',
    }
    const stored = maker.make({
      connectionId,
      targets,
      mode: 'ask',
      text: question,
      isThinking: true,
      isFromDeviceOutput,
      assist: { step },
    })
    const { id } = stored.turn
    running.turnId = id
    this.#running.set(id, running)
    const plan = running.plan ?? this.#plan(running, targets[0]?.system ?? 'linux')
    running.plan = plan
    return flow.start(stored, targets, {
      investigation: { stepsLeft, steps: [...steps] },
      plan: (options) => plan.next(result, options),
      onlyReads: true,
      onEnd: (turnId) => this.#onAsked(running, turnId),
    })
  }

  #onAsked(running: Running, turnId: string): void {
    const turn = this.#deps.turns.find(turnId)?.turn
    if (turn === undefined || !this.#running.has(turnId)) return
    if (turn.answer?.kind === 'answer') this.#end(running, 'found')
    else if (turn.proposal === null) this.#end(running, 'stopped')
  }

  #onResults(running: Running, turnId: string): void {
    if (this.#running.get(turnId) !== running) return
    const stored = this.#deps.turns.find(turnId)
    if (stored === null) return
    const { turn } = stored
    const { run } = this.#deps.turns.view(stored)
    if (run === null || run.commands.some(({ state }) => !isTerminal(state))) return
    if (run.commands.some(({ state }) => state === 'cancelled')) {
      this.stop(turnId)
      return
    }
    const { groups, otherDevices } = digestResults(run.commands)
    const command = textOf(turn, run.command)
    const isOne = run.commands.length === 1
    running.steps.push({
      command,
      outcome: groups.map(({ state, deviceCount }) => (isOne ? state : `${state} on ${deviceCount}`)).join(', '),
      exitCode: isOne ? (run.commands[0]?.exitCode ?? null) : null,
      output: joined(
        groups.map(({ deviceIds, output }) =>
          isOne ? output : marked`[${unmarked(deviceIds.join(', '))}]\n${output}`,
        ),
        '\n',
      ),
    })
    running.isFromDeviceOutput = true
    this.#goOn(running, { kind: 'ran', command, groups, otherDevices })
  }

  #goOn(running: Running, result: ReadOutcome): void {
    const { turnId } = running
    this.#running.delete(turnId)
    running.decided++
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
    const { question, isFromDeviceOutput, deviceIds } = running
    const about = { question: { text: question, isFromDeviceOutput }, deviceIds, system, maxReads: MAX_STEPS }
    return this.#deps.asker.plan({ ...about, language: this.#deps.language() }, planSources(this.#deps, running))
  }

  #end(running: Running, state: InvestigationStep['state']): void {
    this.#running.delete(running.turnId)
    const stored = this.#deps.turns.find(running.turnId)
    const step = stored?.turn.assist?.step
    if (stored === null || step === undefined) return
    this.#deps.turns.save({
      ...stored,
      turn: { ...stored.turn, assist: { ...stored.turn.assist, step: { ...step, state } } },
    })
  }
}
