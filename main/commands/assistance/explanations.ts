import { AppError } from '../../../preload/contract/errors.ts'
import type { TurnNote } from '../../../preload/contract/models/assist.ts'
import type { SentQuestion } from '../../../preload/contract/models/assistant.ts'
import type { CommandRecord, Run, Turn } from '../../../preload/contract/models/command.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type { Assistance, PastCommand } from '../../shared/assistance.ts'
import type { CommandLink } from '../ports.ts'
import type { ProposalFactory } from '../proposals/command-judge.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import { isTerminal } from '../runs/state-machine.ts'
import type { TurnMaker } from '../turns/new-turn.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import { textOf } from './earlier-turns.ts'
import type { NoteDesk } from './notes.ts'
import type { AskFlow } from './requests.ts'
import { digestResults, outliersOf, outputOf } from './result-digest.ts'
import type { SentQuestions } from './sent-questions.ts'

interface AssistDeskDeps {
  readonly asker: Assistance
  readonly turns: TurnBook
  readonly notes: NoteDesk
  readonly flow: AskFlow
  readonly maker: TurnMaker
  readonly proposals: ProposalFactory
  readonly sent: SentQuestions
  readonly link: CommandLink
  readonly language: () => Language
}

const DESCRIBED: Pick<TurnNote, 'parts' | 'outliers' | 'nextStep' | 'counts'> = {
  parts: [],
  outliers: [],
  nextStep: null,
  counts: null,
}

/** What the assistant does with a turn that is there: explain its command, sum up its results, repair its failure. */
export class AssistDesk {
  readonly #deps: AssistDeskDeps

  constructor(deps: AssistDeskDeps) {
    this.#deps = deps
  }

  /** What each part of the command does. Needs a model. Throws `NOT_FOUND`. */
  explain(turnId: string): Turn {
    const { asker, language, notes } = this.#deps
    const { stored, run } = this.#turn(turnId)
    this.#requireModel()
    const command = run?.command ?? stored.turn.proposal?.command
    if (command === undefined) throw new AppError('NOT_FOUND', { turnId })
    const request = { command: textOf(stored.turn, command), system: this.#systemOf(stored), language: language() }
    return notes.start(turnId, 'explanation', { command }, async (options) => {
      const { answer, source } = await asker.explain(request, options)
      return { ...DESCRIBED, text: answer.text, parts: answer.parts, source }
    })
  }

  /** Counts, outliers and a next step; without a model the first two, found here. Throws `NOT_FOUND`. */
  summarise(turnId: string): Turn {
    const { asker, language, notes } = this.#deps
    const { stored, run } = this.#turn(turnId)
    if (run === null || run.commands.some(({ state }) => !isTerminal(state)))
      throw new AppError('NOT_FOUND', { turnId })
    const digest = digestResults(run.commands)
    const { counts, byState, groups, otherDevices } = digest
    if (!asker.hasModel()) {
      const outliers = outliersOf(digest, language())
      return notes.keep(turnId, 'summary', { ...DESCRIBED, text: '', counts, outliers, source: NO_MODEL })
    }
    const request = {
      request: textOf(stored.turn, stored.turn.text),
      command: textOf(stored.turn, run.command),
      system: this.#systemOf(stored),
      language: language(),
      counts: byState,
      groups,
      otherDevices,
    }
    return notes.start(turnId, 'summary', { counts }, async (options) => {
      const { answer, source } = await asker.summarise(request, options)
      return { ...DESCRIBED, ...answer, counts, source }
    })
  }

  cancelNotes(turnId: string): void {
    this.#deps.notes.cancel(turnId)
  }

  /** Asks for a command in place of the failed one; its error goes along, this once. Throws `NOT_FOUND`. */
  fix(turnId: string): Turn {
    const { flow, maker, proposals, turns } = this.#deps
    const { stored, run } = this.#turn(turnId)
    this.#requireModel()
    const { turn } = stored
    const failed = run?.commands.filter(isFailure) ?? []
    const [first] = failed
    const isAsked = turn.assist?.isFixAsked === true || turn.assist?.fixOf !== undefined
    if (run === null || first === undefined || isAsked) throw new AppError('NOT_FOUND', { turnId })
    const [targets = []] = proposals.groups(
      turn.connectionId,
      failed.map(({ deviceId }) => deviceId),
    )
    turns.save({ ...stored, turn: { ...turn, assist: { ...turn.assist, isFixAsked: true } } })
    const { connectionId, text } = turn
    const assist = { fixOf: turnId }
    // The failure of a device is the reason of the request, whatever of it the model gets to read.
    const isFromDeviceOutput = true
    const begun = maker.make({ connectionId, targets, mode: 'ask', text, isThinking: true, isFromDeviceOutput, assist })
    return flow.start(begun, targets, { failed: pastCommand(turn, run, first) })
  }

  /** Everything that was sent to a model for the turn, oldest first. */
  sent(turnId: string): readonly SentQuestion[] {
    return this.#deps.sent.of(turnId)
  }

  dispose(): Promise<void> {
    return this.#deps.notes.dispose()
  }

  #turn(turnId: string): { readonly stored: StoredTurn; readonly run: Run | null } {
    const stored = this.#deps.turns.find(turnId)
    if (stored === null) throw new AppError('NOT_FOUND', { turnId })
    if (this.#deps.link.active()?.connectionId !== stored.turn.connectionId) throw new AppError('CONNECTION_SWITCHED')
    return { stored, run: this.#deps.turns.view(stored).run }
  }

  #systemOf({ turn }: StoredTurn): DeviceSystem {
    return turn.proposal?.system ?? 'linux'
  }

  #requireModel(): void {
    if (!this.#deps.asker.hasModel()) throw new AppError('INVALID_INPUT', { field: 'assistant' })
  }
}

const NO_MODEL = { kind: 'phrasebook', name: '' } as const

function isFailure({ state }: CommandRecord): boolean {
  return state === 'failed' || state === 'timed-out'
}

/** A command of a run as it went on one device. */
function pastCommand(turn: Turn, run: Run, record: CommandRecord): PastCommand {
  const { state, exitCode } = record
  return { command: textOf(turn, run.command), outcome: state, exitCode, output: outputOf(record) }
}
