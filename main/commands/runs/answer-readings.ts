import type { CommandRecord, Proposal, Run } from '../../../preload/contract/models/command.ts'
import type { ReadAnswer } from '../ports.ts'

/** Cut answers hold only a part of what the command found. */
const CUT = new Set(['cut-by-console', 'cut-by-device', 'output-dropped'])

/** Puts answers into words where the phrasebook wrote exactly the command that ran; each answer once, however often it is shown. */
export class AnswerReadings {
  readonly #readAnswer: ReadAnswer
  /** By record, because a record that changed is another object. */
  readonly #known = new WeakMap<CommandRecord, CommandRecord>()

  constructor(readAnswer: ReadAnswer) {
    this.#readAnswer = readAnswer
  }

  /** Returns what adds words to a record of the run; null where nothing of it is put into words. */
  of(run: Pick<Run, 'command'>, proposal: Proposal | null): ((record: CommandRecord) => CommandRecord) | null {
    if (proposal?.source.kind !== 'phrasebook' || proposal.isEdited || proposal.command !== run.command) return null
    return (record) => {
      const known = this.#known.get(record) ?? this.#withReading(proposal, record)
      this.#known.set(record, known)
      return known
    }
  }

  #withReading(proposal: Proposal, record: CommandRecord): CommandRecord {
    const { state, stdout, stderr, marks } = record
    if ((state !== 'succeeded' && state !== 'failed') || marks.some((mark) => CUT.has(mark))) return record
    const reading = this.#readAnswer(proposal, { isSuccess: state === 'succeeded', stdout, stderr })
    return reading === null ? record : { ...record, reading }
  }
}
