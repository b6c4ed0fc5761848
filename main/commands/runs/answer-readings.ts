import type { CommandRecord, Proposal, Run } from '../../../preload/contract/models/command.ts'
import type { ReadAnswer, ReadFailure } from '../ports.ts'

/** Cut answers hold only a part of what the command found. */
const CUT = new Set(['cut-by-console', 'cut-by-device', 'output-dropped'])

/**
 * Puts answers into words: where the phrasebook wrote exactly the command that ran, and why any other command failed. Each
 * answer once, however often it is shown.
 */
export class AnswerReadings {
  readonly #readAnswer: ReadAnswer
  readonly #readFailure: ReadFailure
  /** By record, because a record that changed is another object. */
  readonly #known = new WeakMap<CommandRecord, CommandRecord>()

  constructor(readAnswer: ReadAnswer, readFailure: ReadFailure) {
    this.#readAnswer = readAnswer
    this.#readFailure = readFailure
  }

  /** Returns what adds words to a record of the run; null without the proposal that says what was run. */
  of(run: Pick<Run, 'command'>, proposal: Proposal | null): ((record: CommandRecord) => CommandRecord) | null {
    if (proposal === null) return null
    const { source, isEdited, command } = proposal
    const isPhrase = source.kind === 'phrasebook' && !isEdited && command === run.command
    return (record) => {
      const known = this.#known.get(record) ?? this.#withReading(proposal, isPhrase, record)
      this.#known.set(record, known)
      return known
    }
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
