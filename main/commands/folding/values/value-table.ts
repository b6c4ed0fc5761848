import type { CommandRecord } from '../../../../preload/contract/models/commands/command.ts'
import type {
  RunValues,
  ValueColumn,
  ValueOrder,
  ValuePoint,
  ValueRow,
} from '../../../../preload/contract/models/commands/values.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import type { AnswerValue } from './answer-values.ts'
import { converted, kindOf } from './quantities.ts'
import { binsOf, medianOf, outlierScores } from './statistics.ts'

const MAX_COLUMNS = 48
const MAX_OUTLIERS = 50
const MAX_DECIMALS = 3

interface Cell extends ValuePoint {
  /** What the device printed. */
  readonly text: string
}

interface Column {
  readonly shown: ValueColumn
  /** Sorted by amount. */
  readonly cells: readonly Cell[]
  readonly scoreOf: (amount: number) => number
}

/** The numbers of a run, a column for what most of its answers give. */
export class ValueTable {
  readonly #answered: number
  readonly #columns: ReadonlyMap<string, Column>

  private constructor(answered: number, columns: ReadonlyMap<string, Column>) {
    this.#answered = answered
    this.#columns = columns
  }

  /** Makes the table of a run in steps of a few ms; `valuesOf` reads the numbers of one answer. */
  static *of(
    records: readonly CommandRecord[],
    valuesOf: (record: CommandRecord) => readonly AnswerValue[],
  ): Generator<undefined, ValueTable> {
    const succeeded = records.filter(({ state }) => state === 'succeeded')
    const gathered = new Map<string, { readonly title: LocalizedText; readonly given: Given[] }>()
    for (const record of succeeded) {
      for (const value of valuesOf(record)) {
        const column = gathered.get(value.key) ?? { title: value.title, given: [] }
        column.given.push({ deviceId: record.deviceId, value })
        gathered.set(value.key, column)
      }
      yield
    }
    const columns = new Map<string, Column>()
    for (const [id, { title, given }] of gathered) {
      const column = columns.size < MAX_COLUMNS ? columnOf(id, title, given, succeeded.length) : null
      if (column !== null) columns.set(id, column)
      yield
    }
    return new ValueTable(succeeded.length, columns)
  }

  /** Tells the columns in figures. */
  summary(): RunValues {
    return { answered: this.#answered, columns: [...this.#columns.values()].map(({ shown }) => shown) }
  }

  /** Returns a slice of the rows of a column; none of an unknown one. */
  rows(columnId: string, order: ValueOrder, from: number, count: number): readonly ValueRow[] {
    const column = this.#columns.get(columnId)
    if (column === undefined) return []
    const { cells, scoreOf } = column
    const ordered =
      order === 'smallest'
        ? cells
        : order === 'largest'
          ? [...cells].reverse()
          : [...cells].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
    return ordered
      .slice(from, from + count)
      .map(({ deviceId, text, amount }) => ({ deviceId, text, isOutlier: scoreOf(amount) > 1 }))
  }

  /** Finds the devices whose value is beyond a limit, the farthest first. */
  devicesBeyond(columnId: string, side: 'above' | 'below', limit: number): readonly string[] {
    const cells = this.#columns.get(columnId)?.cells ?? []
    const found = cells.filter(({ amount }) => (side === 'above' ? amount > limit : amount < limit))
    return (side === 'above' ? found.reverse() : found).map(({ deviceId }) => deviceId)
  }

  /** Lists the columns with the amount of each device, for a saved table. */
  amounts(): readonly { readonly column: ValueColumn; readonly of: ReadonlyMap<string, number> }[] {
    return [...this.#columns.values()].map(({ shown, cells }) => ({
      column: shown,
      of: new Map(cells.map(({ deviceId, amount }) => [deviceId, amount])),
    }))
  }
}

interface Given {
  readonly deviceId: string
  readonly value: AnswerValue
}

/** Makes a column of what two devices, and half of those that answered, give in units of one kind; null for anything less sure. */
function columnOf(id: string, title: LocalizedText, given: readonly Given[], answered: number): Column | null {
  const kind = mostOf(given.map(({ value }) => kindOf(value.unit)))
  const sure = given.filter(({ value }) => kindOf(value.unit) === kind)
  if (sure.length < 2 || sure.length * 2 < answered) return null
  const unit = mostOf(sure.map(({ value }) => value.unit))
  const cells = sure
    .map(({ deviceId, value }): Cell => {
      const amount = rounded(converted(value.amount, value.unit, unit))
      return { deviceId, amount, text: value.text }
    })
    .sort((a, b) => a.amount - b.amount || (a.deviceId < b.deviceId ? -1 : 1))
  const [first, last] = [cells[0], cells.at(-1)]
  if (first === undefined || last === undefined) return null
  const sorted = cells.map(({ amount }) => amount)
  const scoreOf = outlierScores(sorted)
  const outliers = cells.filter(({ amount }) => scoreOf(amount) > 1)
  outliers.sort((a, b) => scoreOf(b.amount) - scoreOf(a.amount))
  const shown: ValueColumn = {
    id,
    title,
    unit,
    decimals: Math.min(MAX_DECIMALS, Math.max(...sure.map(({ value }) => decimalsOf(value)))),
    count: cells.length,
    smallest: pointOf(first),
    median: rounded(medianOf(sorted)),
    largest: pointOf(last),
    bins: binsOf(sorted),
    outliers: outliers.slice(0, MAX_OUTLIERS).map(pointOf),
    outlierCount: outliers.length,
  }
  return { shown, cells, scoreOf }
}

const pointOf = ({ deviceId, amount }: Cell): ValuePoint => ({ deviceId, amount })

function mostOf(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  let most = ''
  for (const [name, count] of counts) if (count > (counts.get(most) ?? 0)) most = name
  return most
}

/** Takes off what binary fractions add. */
function rounded(value: number): number {
  return Number(value.toPrecision(15))
}

function decimalsOf({ amount }: AnswerValue): number {
  return String(amount).split('.')[1]?.length ?? 0
}

/** Keeps the table that was made last, because the window asks many times for rows of the same. */
export class ValueTables {
  readonly #make: (records: readonly CommandRecord[]) => Promise<ValueTable>
  #records: readonly CommandRecord[] = []
  #table: Promise<ValueTable> | null = null

  constructor(make: (records: readonly CommandRecord[]) => Promise<ValueTable>) {
    this.#make = make
  }

  /** Returns the table of these records; that of the last call where none of them changed. */
  of(records: readonly CommandRecord[]): Promise<ValueTable> {
    const isSame =
      this.#records.length === records.length && records.every((record, index) => record === this.#records[index])
    if (this.#table !== null && isSame) return this.#table
    this.#records = records
    this.#table = this.#make(records)
    return this.#table
  }
}
