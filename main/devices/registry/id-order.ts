import { compareIds } from './device-order.ts'
import type { DeviceRecord } from './device-record.ts'

/**
 * Gives each record an index, which it keeps until it is forgotten, and keeps all in the order of their ids. Additions and
 * removals wait for the next read of the order, then cost one pass.
 */
export class IdOrder {
  readonly #byIndex: (DeviceRecord | undefined)[] = []
  readonly #free: number[] = []
  #records: DeviceRecord[] = []
  #added: DeviceRecord[] = []
  #hasForgotten = false
  #ranks = new Int32Array(0)

  add(record: DeviceRecord): void {
    record.index = this.#free.pop() ?? this.#byIndex.length
    this.#byIndex[record.index] = record
    this.#added.push(record)
  }

  /** Frees the index of a record that was forgotten. */
  forget(record: DeviceRecord): void {
    this.#byIndex[record.index] = undefined
    this.#free.push(record.index)
    this.#hasForgotten = true
  }

  /** Number of indexes ever given. */
  get size(): number {
    return this.#byIndex.length
  }

  at(index: number): DeviceRecord | undefined {
    return this.#byIndex[index]
  }

  records(): readonly DeviceRecord[] {
    if (this.#hasForgotten) {
      this.#records = this.#records.filter((record) => !record.isForgotten)
      this.#added = this.#added.filter((record) => !record.isForgotten)
      this.#hasForgotten = false
    }
    if (this.#added.length > 0) {
      this.#added.sort(compareIds)
      this.#records = this.#records.length === 0 ? this.#added : merged(this.#records, this.#added)
      this.#added = []
      this.#rank()
    }
    return this.#records
  }

  /** Returns by index the rank of each record among the ids; two ranks are compared in a fraction of the time of two ids. */
  ranks(): Int32Array {
    this.records()
    return this.#ranks
  }

  #rank(): void {
    if (this.#ranks.length < this.#byIndex.length) this.#ranks = new Int32Array(2 * this.#byIndex.length)
    this.#records.forEach((record, rank) => {
      this.#ranks[record.index] = rank
    })
  }
}

function merged(one: readonly DeviceRecord[], other: readonly DeviceRecord[]): DeviceRecord[] {
  const all: DeviceRecord[] = []
  let place = 0
  for (const record of other) {
    for (let next = one[place]; next !== undefined && compareIds(next, record) < 0; next = one[place]) {
      all.push(next)
      place += 1
    }
    all.push(record)
  }
  for (; place < one.length; place += 1) {
    const next = one[place]
    if (next !== undefined) all.push(next)
  }
  return all
}
