import type { CommandRecord } from '../../../../preload/contract/models/commands/command.ts'
import type { ValueTable } from './value-table.ts'

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
