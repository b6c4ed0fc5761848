import type { CommandRecord, Run } from '../../../../preload/contract/models/command.ts'
import { inSlices, type NextTurn } from '../slices.ts'
import { type AnswerValue, answerValues } from './answer-values.ts'
import { ValueTable } from './value-table.ts'

/** Makes the table of a run's numbers; an answer is read once, in slices. */
export class RunValueTables {
  readonly #nextTurn: NextTurn
  readonly #known = new WeakMap<CommandRecord, readonly AnswerValue[]>()

  /** `nextTurn` resolves when other work has had its turn. */
  constructor(nextTurn: NextTurn) {
    this.#nextTurn = nextTurn
  }

  async of({ commands }: Run): Promise<ValueTable> {
    await inSlices(commands, this.#nextTurn, (record) => this.#valuesOf(record))
    return new ValueTable(commands, (record) => this.#valuesOf(record))
  }

  #valuesOf(record: CommandRecord): readonly AnswerValue[] {
    const values = this.#known.get(record) ?? answerValues(record)
    this.#known.set(record, values)
    return values
  }
}
