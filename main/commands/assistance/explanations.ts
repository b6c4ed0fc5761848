import { AppError } from '../../../preload/contract/errors.ts'
import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { TurnNote } from '../../../preload/contract/models/assistant/assist.ts'
import type { SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import type { Run, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { RunFold } from '../../../preload/contract/models/commands/folding.ts'
import type { Assistance, SummaryRequest } from '../../shared/assistance.ts'
import { joined } from '../../shared/marked-text.ts'
import type { StoredTurn } from '../models.ts'
import type { CommandLink } from '../ports.ts'
import { isTerminal } from '../runs/state-machine.ts'
import type { TurnStore } from '../turns/turn-store.ts'
import { textOf } from './earlier-turns.ts'
import type { Notes } from './notes.ts'
import { addedUp, digestResults, MAX_GROUPS, outliersOf, type ResultDigest, withFailures } from './result-digest.ts'
import type { SentQuestions } from './sent-questions.ts'

interface ExplanationsDeps {
  readonly assistant: Assistance
  readonly turns: TurnStore
  readonly notes: Notes
  readonly sent: SentQuestions
  readonly link: CommandLink
  /** Puts equal answers of a run together, a slice at a time. */
  readonly foldExactly: (run: Run) => Promise<RunFold>
  readonly settings: () => { readonly language: Language }
}

const NOTHING_FOUND: Pick<TurnNote, 'parts' | 'outliers' | 'nextStep' | 'counts'> = {
  parts: [],
  outliers: [],
  nextStep: null,
  counts: null,
}
const NO_MODEL = { kind: 'phrasebook', name: '' } as const

interface EndedRun {
  readonly turn: Turn
  readonly run: Run
  readonly digest: ResultDigest
}

/** Explains the command of a turn and sums up its results, as notes on the turn. */
export class Explanations {
  readonly #deps: ExplanationsDeps

  constructor(deps: ExplanationsDeps) {
    this.#deps = deps
  }

  /** Explains each part of the command. Needs a model. Throws `NOT_FOUND`. */
  explain(turnId: string): void {
    const { assistant, notes, settings, turns } = this.#deps
    const turn = turns.shown(this.#stored(turnId))
    if (!assistant.hasModel()) throw new AppError('INVALID_INPUT', { field: 'assistant' })
    const command = turn.run?.command ?? turn.proposal?.command
    if (command === undefined) throw new AppError('NOT_FOUND', { turnId })
    const system = turn.proposal?.system ?? 'linux'
    const request = { command: textOf(turn, command), system, language: settings().language }
    notes.start(turnId, 'explanation', { command }, async (options) => {
      const { answer, source } = await assistant.explain(request, options)
      return { ...NOTHING_FOUND, text: answer.text, parts: answer.parts, source }
    })
  }

  /** Finds counts, outliers and a next step; without a model the first two. Rejects with `NOT_FOUND` while the run goes on. */
  async summarise(turnId: string): Promise<void> {
    const { assistant, notes, settings } = this.#deps
    const { turn, run, digest } = await this.#ended(turnId)
    const { language } = settings()
    const { counts } = digest
    if (!assistant.hasModel()) {
      const outliers = outliersOf(digest, language)
      notes.add(turnId, 'summary', { ...NOTHING_FOUND, text: '', counts, outliers, source: NO_MODEL })
      return
    }
    const request = requestOf(turn, run, digest, language)
    notes.start(turnId, 'summary', { counts }, async (options) => {
      const { answer, source } = await assistant.summarise(request, options)
      const outliers = withFailures(answer.outliers, digest, language)
      return { ...NOTHING_FOUND, ...answer, outliers, counts, source }
    })
  }

  /**
   * Explains in what the groups of answers differ, from the groups alone. Needs a model. Rejects with `NOT_FOUND` while the
   * run goes on, and where all devices said the same.
   */
  async explainDifference(turnId: string): Promise<void> {
    const { assistant, notes, settings } = this.#deps
    const { turn, run, digest } = await this.#ended(turnId)
    if (!assistant.hasModel()) throw new AppError('INVALID_INPUT', { field: 'assistant' })
    if (digest.counts.variants < 2) throw new AppError('NOT_FOUND', { turnId })
    const request = { ...requestOf(turn, run, digest, settings().language), aim: 'difference' as const }
    notes.start(turnId, 'difference', { counts: digest.counts }, async (options) => {
      const { answer, source } = await assistant.summarise(request, options)
      return { ...NOTHING_FOUND, ...answer, counts: digest.counts, source }
    })
  }

  /**
   * Explains what the runs of one question found together, from their groups alone; the note is put on the first of the
   * turns. Needs a model. Rejects with `NOT_FOUND` while a run goes on, and for turns of several questions.
   */
  async explainQuestion(turnIds: readonly string[]): Promise<void> {
    const { assistant, notes, settings } = this.#deps
    const maxGroups = Math.floor(MAX_GROUPS / turnIds.length)
    const ended = await Promise.all(turnIds.map((turnId) => this.#ended(turnId, maxGroups)))
    if (!assistant.hasModel()) throw new AppError('INVALID_INPUT', { field: 'assistant' })
    const [first] = ended
    const questionOf = ({ turn: { id, partOf } }: EndedRun) => partOf ?? id
    if (first === undefined || ended.some((one) => questionOf(one) !== questionOf(first)))
      throw new AppError('NOT_FOUND', { turnId: turnIds.join(', ') })
    const turnId = first.turn.id
    const sum = addedUp(ended.map(({ digest }) => digest))
    const parts = ended.map(({ turn, run, digest }) => requestOf(turn, run, digest, settings().language))
    const request: SummaryRequest = {
      aim: 'question',
      request: textOf(first.turn, first.turn.text),
      command: joined(
        parts.map(({ command }) => command),
        '\n',
      ),
      system: first.turn.proposal?.system ?? 'linux',
      language: settings().language,
      counts: sum.byState,
      groups: parts.flatMap(({ groups, command, system }) =>
        groups.map((group) => ({ ...group, of: { command, system } })),
      ),
      otherDevices: sum.otherDevices,
    }
    notes.start(turnId, 'question', { counts: sum.counts }, async (options) => {
      const { answer, source } = await assistant.summarise(request, options)
      return { ...NOTHING_FOUND, ...answer, counts: sum.counts, source }
    })
  }

  /** Cancels the work on the notes of a turn. */
  cancel(turnId: string): void {
    this.#deps.notes.cancel(turnId)
  }

  /** Lists everything that was sent to a model for the turn, oldest first. */
  sent(turnId: string): readonly SentQuestion[] {
    return this.#deps.sent.of(turnId)
  }

  async #ended(turnId: string, maxGroups = MAX_GROUPS): Promise<EndedRun> {
    const turn = await this.#deps.turns.whole(this.#stored(turnId))
    const { run } = turn
    if (run === null || run.commands.some(({ state }) => !isTerminal(state)))
      throw new AppError('NOT_FOUND', { turnId })
    return { turn, run, digest: digestResults(await this.#deps.foldExactly(run), run.commands, maxGroups) }
  }

  #stored(turnId: string): StoredTurn {
    const { link, turns } = this.#deps
    const stored = turns.get(turnId)
    if (link.active()?.connectionId !== stored.turn.connectionId) throw new AppError('CONNECTION_SWITCHED')
    return stored
  }
}

function requestOf(
  turn: Turn,
  run: Run,
  { byState, groups, otherDevices }: ResultDigest,
  language: Language,
): SummaryRequest {
  return {
    request: textOf(turn, turn.text),
    command: textOf(turn, run.command),
    system: turn.proposal?.system ?? 'linux',
    language,
    counts: byState,
    groups,
    otherDevices,
  }
}
