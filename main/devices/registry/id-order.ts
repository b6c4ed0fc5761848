import { compareIds } from './device-order.ts'
import type { DeviceRecord } from './device-record.ts'

/** Keeps all records in the order of their ids. Additions and removals wait for the next read, then cost one pass. */
export class IdOrder {
  #records: DeviceRecord[] = []
  #added: DeviceRecord[] = []
  #hasForgotten = false

  add(record: DeviceRecord): void {
    this.#added.push(record)
  }

  /** Notes that a record was forgotten. */
  forget(): void {
    this.#hasForgotten = true
  }

  records(): readonly DeviceRecord[] {
    if (this.#hasForgotten) {
      this.#records = this.#records.filter((record) => !record.isForgotten)
      this.#added = this.#added.filter((record) => !record.isForgotten)
      this.#hasForgotten = false
    }
    if (this.#added.length > 0) {
      this.#records = merged(this.#records, this.#added.sort(compareIds))
      this.#added = []
    }
    return this.#records
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
