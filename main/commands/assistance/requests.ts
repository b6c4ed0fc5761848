import { AppError, type Failure } from '../../../preload/contract/errors.ts'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import type { Proposal, Turn, TurnAnswer } from '../../../preload/contract/models/commands/command.ts'
import { COMMAND_TIMEOUT_S } from '../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import {
  type Assistance,
  type AssistantAnswer,
  type AssistantOutcome,
  type AssistantRequest,
  type DeviceFact,
  type QuestionOptions,
  shellName,
} from '../../shared/assistance.ts'
import type { Log } from '../../shared/log.ts'
import type { After } from '../../shared/timers.ts'
import { failureOf, type StoredTurn, type WrittenCommand } from '../models.ts'
import type { TargetDevice } from '../ports.ts'
import type { ProposalService } from '../proposals/proposal-service.ts'
import type { Rejections } from '../proposals/rejections.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { AnswerStream, type Streamed } from './answer-stream.ts'
import { type EarlierTurns, textOf } from './earlier-turns.ts'
import { type SentQuestions, usageOf } from './sent-questions.ts'
import { type Asked, sameAnswers } from './shared-answers.ts'

interface RequestsDeps {
  readonly assistant: Assistance
  readonly earlier: EarlierTurns
  readonly turns: TurnStore
  readonly proposals: ProposalService
  readonly rejections: Rejections
  readonly sent: SentQuestions
  /** Runs a new proposal at once if the switch for reads covers it. */
  readonly runUnasked: (proposal: Proposal) => void
  readonly settings: () => { readonly defaultTimeoutS: number; readonly language: Language }
  readonly sanitise: (text: string) => string
  readonly emitStreamed: (streamed: Streamed) => void
  readonly after: After
  readonly log: Log
}

export interface RequestOptions extends Pick<AssistantRequest, 'via' | 'failed' | 'investigation'> {
  /** Asked first; null where the model calls no tools. */
  readonly plan?: (options: QuestionOptions) => Promise<AssistantOutcome | null>
  /** Fails the request if its answer is anything but a reading command. */
  readonly onlyReads?: boolean
  /** Called when the turn no longer thinks, whatever came of it. */
  readonly onEnd?: (turnId: string) => void
}

/** Takes a thinking turn to the assistant and back: to a proposal, an answer, or a failure in words. */
export class Requests {
  readonly #deps: RequestsDeps
  readonly #running = new Map<string, AbortController>()
  readonly #working = new Set<Promise<void>>()

  constructor(deps: RequestsDeps) {
    this.#deps = deps
  }

  /** Saves the turn and asks, without waiting for the answer. Throws `DISK_FAILED`. */
  start(stored: StoredTurn, targets: readonly TargetDevice[], options: RequestOptions = {}): void {
    this.startForEach(stored, [targets], options)
  }

  /**
   * Saves the turn and asks once for each system, without waiting. Systems with the same answer share a turn: the first
   * answer stays on this one, each other gets one of its own. Throws `DISK_FAILED`.
   */
  startForEach(stored: StoredTurn, groups: readonly (readonly TargetDevice[])[], options: RequestOptions = {}): void {
    this.#deps.turns.save(stored)
    const { turn } = stored
    const controller = new AbortController()
    this.#running.set(turn.id, controller)
    const asks = groups.map((targets, index) => {
      const deviceIds = targets.map(({ deviceId }) => deviceId)
      return this.#ask({ ...turn, deviceIds }, targets, options, { signal: controller.signal, isShown: index === 0 })
    })
    const asking = Promise.all(asks).then((answers) => {
      this.#running.delete(turn.id)
      this.#onAnswers(turn.id, groups, answers, options)
      options.onEnd?.(turn.id)
    })
    const working = asking.finally(() => this.#working.delete(working))
    this.#working.add(working)
  }

  cancel(turnId: string): void {
    this.#running.get(turnId)?.abort()
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort()
  }

  /** Cancels every request, and resolves when none is at work any more. */
  async dispose(): Promise<void> {
    this.cancelAll()
    await Promise.all(this.#working)
  }

  /** Never rejects. */
  async #ask(
    turn: Turn,
    targets: readonly TargetDevice[],
    options: RequestOptions,
    { signal, isShown }: { readonly signal: AbortSignal; readonly isShown: boolean },
  ): Promise<Asked> {
    const { assistant, log } = this.#deps
    const stream = this.#stream(turn.id)
    const sent: SentQuestion[] = []
    const question: QuestionOptions = {
      signal,
      onText: (piece) => {
        if (isShown) stream.add(piece)
      },
      onSent: (one) => void sent.push(one),
    }
    try {
      const planned = options.plan === undefined ? null : await options.plan(question)
      const outcome = planned ?? (await assistant.ask(this.#request(turn, targets, options), question))
      return signal.aborted ? { failure: cancelled(), sent } : { outcome, sent }
    } catch (error) {
      if (signal.aborted) return { failure: cancelled(), sent }
      if (!(error instanceof AppError)) log.error('request to the assistant failed', error)
      return { failure: failureOf(error), sent }
    } finally {
      stream.end()
    }
  }

  #request(turn: Turn, targets: readonly TargetDevice[], options: RequestOptions): AssistantRequest {
    const { via, failed, investigation } = options
    // An investigation knows its own steps, a repair its own error.
    const withOutput = failed === undefined
    const history = investigation === undefined ? this.#deps.earlier.before(turn, { withOutput }) : []
    return {
      deviceIds: turn.deviceIds,
      deviceNames: targets.flatMap(({ name = '' }) => (name === '' ? [] : [name])),
      system: targets[0]?.system ?? 'linux',
      text: textOf(turn, turn.text),
      history,
      facts: targets.map(factOf),
      language: this.#deps.settings().language,
      via,
      failed,
      investigation,
    }
  }

  #stream(turnId: string): AnswerStream {
    const { after, assistant, emitStreamed: emit, sanitise } = this.#deps
    return new AnswerStream(turnId, { after, sanitise, emit, readDraft: (text) => assistant.readDraft(text) })
  }

  /** Puts each answer on a turn of the devices that it is for. */
  #onAnswers(
    turnId: string,
    groups: readonly (readonly TargetDevice[])[],
    answers: readonly Asked[],
    options: RequestOptions,
  ): void {
    const [first, ...others] = sameAnswers(groups, answers)
    const found = this.#deps.turns.find(turnId)
    if (first === undefined || found === null) return
    if (others.length === 0) {
      this.#onAsked(turnId, first.asked, options)
      return
    }
    if (!found.turn.isThinking) return
    const { connectionId, mode, text, isFromDeviceOutput } = found.turn
    const deviceIds = first.targets.map(({ deviceId }) => deviceId)
    this.#onOwnAnswer({ ...found, turn: { ...found.turn, deviceIds } }, first.asked, options)
    for (const { asked, targets } of others) {
      const start = { connectionId, targets, mode, text, isThinking: true, isFromDeviceOutput, partOf: turnId }
      this.#onOwnAnswer(this.#deps.turns.create(start), asked, options)
    }
  }

  /** Saves a turn for the devices of one answer among several, then puts the answer there. */
  #onOwnAnswer(stored: StoredTurn, asked: Asked, options: RequestOptions): void {
    try {
      this.#deps.turns.save(stored)
    } catch (error) {
      this.#fail(stored, failureOf(error))
      return
    }
    this.#onAsked(stored.turn.id, asked, options)
  }

  #onAsked(turnId: string, asked: Asked, { onlyReads = false, investigation }: RequestOptions): void {
    const found = this.#deps.turns.find(turnId)
    if (found === null || !found.turn.isThinking) return
    const used = this.#withUsage(found, asked)
    const stored = 'outcome' in asked ? markedBy(used, asked.outcome) : used
    try {
      if ('failure' in asked) this.#fail(stored, asked.failure)
      else if (asked.outcome.kind !== 'command') {
        this.#deps.turns.save(withAnswer(stored, asked.outcome, this.#deps.sanitise))
      } else {
        const proposal = this.#draft(stored, asked.outcome, onlyReads)
        if (investigation?.stepsLeft === 0) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'no-finding' })
        this.#deps.proposals.propose(stored, proposal)
        this.#deps.runUnasked(proposal)
      }
    } catch (error) {
      if (!(error instanceof AppError)) this.#deps.log.error('proposal failed', error)
      this.#fail(stored, failureOf(error))
    }
  }

  #draft(stored: StoredTurn, answer: CommandAnswer, onlyReads: boolean): Proposal {
    const { proposals, rejections, sanitise, settings } = this.#deps
    const proposal = proposals.draft(stored, writtenBy(answer, settings().defaultTimeoutS, sanitise))
    if (!onlyReads || proposal.classification.class === 'read') return proposal
    rejections.add(proposal, 'not-read')
    throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'not-read' })
  }

  #withUsage(stored: StoredTurn, { sent }: Asked): StoredTurn {
    if (sent.length === 0) return stored
    try {
      for (const question of sent) this.#deps.sent.add(stored.turn.id, question)
    } catch (error) {
      this.#deps.log.error('a sent question cannot be saved', error)
    }
    const { turn } = stored
    return { ...stored, turn: { ...turn, assist: { ...turn.assist, usage: usageOf(sent) } } }
  }

  #fail(stored: StoredTurn, failure: Failure): void {
    try {
      this.#deps.turns.save({ ...stored, turn: { ...stored.turn, isThinking: false, failure } })
    } catch (error) {
      this.#deps.log.error('turn cannot be saved', error)
    }
  }
}

const cancelled = () => failureOf(new AppError('ASSISTANT_CANCELLED'))

type CommandAnswer = Extract<AssistantAnswer, { kind: 'command' }>
type SanitiseText = (text: string) => string

/** Takes the command literally, and makes its explanation safe to show. */
function writtenBy(answer: CommandAnswer, defaultTimeoutS: number, sanitise: SanitiseText): WrittenCommand {
  const { command, source } = answer
  const explanation = answer.explanation && sanitised(answer.explanation, sanitise)
  const timeoutS = Math.min(
    COMMAND_TIMEOUT_S.max,
    Math.max(COMMAND_TIMEOUT_S.min, Math.round(answer.timeoutS ?? defaultTimeoutS)),
  )
  return { command, explanation, timeoutS, source, isEdited: false }
}

/** Marks the turn by what was read for its answer; a mark is never taken back. */
function markedBy(stored: StoredTurn, { isFromDeviceOutput }: AssistantOutcome): StoredTurn {
  const { turn } = stored
  return { ...stored, turn: { ...turn, isFromDeviceOutput: turn.isFromDeviceOutput || isFromDeviceOutput } }
}

/** Puts an answer that is no command on the turn. */
function withAnswer(
  stored: StoredTurn,
  outcome: Exclude<AssistantAnswer, { kind: 'command' }>,
  sanitise: SanitiseText,
): StoredTurn {
  const { source } = outcome
  if (outcome.kind !== 'choose') {
    const { kind, text, nearest } = outcome
    const shown = nearest?.map((phrase) => sanitised(phrase, sanitise))
    const answer: TurnAnswer = { kind, text: sanitised(text, sanitise), source, ...(shown ? { nearest: shown } : {}) }
    return { ...stored, turn: { ...stored.turn, isThinking: false, answer } }
  }
  const options = outcome.options.map(({ title, command }) => ({ title: sanitised(title, sanitise), command }))
  const optionExplanations = outcome.options.map(({ explanation }) => sanitised(explanation, sanitise))
  const question = outcome.question && sanitised(outcome.question, sanitise)
  const answer: TurnAnswer = { kind: 'choose', options, source, ...(question ? { question } : {}) }
  return { ...stored, turn: { ...stored.turn, isThinking: false, answer }, optionExplanations }
}

function sanitised({ en, zh }: LocalizedText, sanitise: SanitiseText): LocalizedText {
  return { en: sanitise(en), zh: sanitise(zh) }
}

/**
 * Takes numbers, and the shell as a name of a closed list. Host names and other words of the device stay out, because a
 * prompt that held them would be marked, and with it each question about a device that has announced itself.
 */
function factOf({ deviceId, shell, metrics }: TargetDevice): DeviceFact {
  return { deviceId, shell: shellName(shell), metrics }
}
