import type { CommandRecord, Proposal, Run } from '../../../preload/contract/models/commands/command.ts'
import type { ReadAftermath, ReadAnswer, ReadFailure } from '../ports.ts'

/** Cut answers hold only a part of what the command found. */
const CUT = new Set(['cut-by-console', 'cut-by-device', 'output-dropped'])

/**
 * Puts answers into words: where the phrasebook wrote exactly the command that ran, and why any other command failed. Each
 * answer once, however often it is shown.
 */
export class AnswerReadings {
  readonly #readAnswer: ReadAnswer
  readonly #readFailure: ReadFailure
  readonly #readAftermath: ReadAftermath
  /** By record, because a record that changed is another object. */
  readonly #known = new WeakMap<CommandRecord, CommandRecord>()

  constructor(deps: {
    readonly readAnswer: ReadAnswer
    readonly readFailure: ReadFailure
    readonly readAftermath: ReadAftermath
  }) {
    this.#readAnswer = deps.readAnswer
    this.#readFailure = deps.readFailure
    this.#readAftermath = deps.readAftermath
  }

  /** Returns what adds words to a record of the run; null without the proposal that says what was run. */
  of(run: Pick<Run, 'command'>, proposal: Proposal | null): ((record: CommandRecord) => CommandRecord) | null {
    if (proposal === null) return null
    const { source, isEdited, command } = proposal
    const isPhrase = source.kind === 'phrasebook' && !isEdited && command === run.command
    return (record) => {
      const known =
        this.#known.get(record) ?? this.#withAftermath(run, proposal, this.#withReading(proposal, isPhrase, record))
      this.#known.set(record, known)
      return known
    }
  }

  /** A device that goes down at once cannot say that the command succeeded. */
  #withAftermath({ command }: Pick<Run, 'command'>, { system }: Proposal, record: CommandRecord): CommandRecord {
    const { state } = record
    const isOpen = state === 'no-answer' || state === 'timed-out' || state === 'unknown'
    if (state !== 'succeeded' && !isOpen) return record
    const aftermath = this.#readAftermath(command, system)
    return aftermath === null || (isOpen && aftermath.kind !== 'reboot') ? record : { ...record, aftermath }
  }

  #withReading(proposal: Proposal, isPhrase: boolean, record: CommandRecord): CommandRecord {
    const { exitCode, state, stdout, stderr, marks } = record
    if (state !== 'succeeded' && state !== 'failed') return record
    const isCut = marks.some((mark) => CUT.has(mark))
    const answer = { isSuccess: state === 'succeeded', stdout, stderr }
    const reading =
      (isPhrase && !isCut ? this.#readAnswer(proposal, answer) : null) ??
      (state === 'failed' ? this.#readFailure({ exitCode, stdout, stderr, system: proposal.system }) : null)
    return reading === null ? record : { ...record, reading }
  }
}
