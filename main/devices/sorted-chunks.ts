import type { DeviceRecord } from './device-record.ts'

/** What a record is sorted by; equal keys keep its place. */
export type SortKey = number | string | null
export type KeyOf = (record: DeviceRecord) => SortKey
export type Compare = (a: DeviceRecord, b: DeviceRecord) => number

/** A stretch of a sorted list; small enough that a change in it is cheap. */
export interface Chunk {
  readonly records: DeviceRecord[]
}

const CHUNK_SIZE = 512

/**
 * A sorted list of records in chunks. Removing and inserting cost a chunk, not the list: 100,000 devices stay sorted
 * while thousands of them change every second.
 */
export class SortedChunks {
  readonly #slot: 0 | 1
  readonly #compare: Compare
  readonly #keyOf: KeyOf
  #chunks: Chunk[] = []
  #length = 0

  /** @param slot which of a record's two places this list may use. */
  constructor(slot: 0 | 1, compare: Compare, keyOf: KeyOf) {
    this.#slot = slot
    this.#compare = compare
    this.#keyOf = keyOf
  }

  get length(): number {
    return this.#length
  }

  /** Replaces everything by records that are in order. */
  fill(sorted: readonly DeviceRecord[]): void {
    this.clear()
    for (let from = 0; from < sorted.length; from += CHUNK_SIZE)
      this.#addChunk(this.#chunks.length, sorted.slice(from, from + CHUNK_SIZE))
    this.#length = sorted.length
  }

  clear(): void {
    for (const chunk of this.#chunks) for (const record of chunk.records) record.places[this.#slot] = null
    this.#chunks = []
    this.#length = 0
  }

  /** True when the record stands in the list, and where it belongs. */
  isInPlace(record: DeviceRecord): boolean {
    return record.places[this.#slot] !== null && record.sortKeys[this.#slot] === this.#keyOf(record)
  }

  /** Takes records out wherever they stand; their keys may have changed. Those not in the list are passed over. */
  removeAll(records: readonly DeviceRecord[]): void {
    for (const record of records) {
      const chunk = record.places[this.#slot]
      if (chunk === null) continue
      chunk.records.splice(chunk.records.indexOf(record), 1)
      record.places[this.#slot] = null
      this.#length -= 1
    }
    this.#chunks = this.#chunks.filter((chunk) => chunk.records.length > 0)
  }

  insert(record: DeviceRecord): void {
    const at = this.#chunkFor(record)
    const chunk = this.#chunks[at]
    this.#length += 1
    if (chunk === undefined) {
      this.#addChunk(this.#chunks.length, [record])
      return
    }
    chunk.records.splice(lowerBound(chunk.records, record, this.#compare), 0, record)
    record.places[this.#slot] = chunk
    record.sortKeys[this.#slot] = this.#keyOf(record)
    if (chunk.records.length > 2 * CHUNK_SIZE) this.#addChunk(at + 1, chunk.records.splice(CHUNK_SIZE))
  }

  slice(offset: number, limit: number): DeviceRecord[] {
    const found: DeviceRecord[] = []
    let skip = offset
    for (const { records } of this.#chunks) {
      if (found.length === limit) break
      if (skip >= records.length) {
        skip -= records.length
        continue
      }
      for (const record of records.slice(skip, skip + limit - found.length)) found.push(record)
      skip = 0
    }
    return found
  }

  #addChunk(at: number, records: DeviceRecord[]): void {
    const chunk: Chunk = { records }
    for (const record of records) {
      record.places[this.#slot] = chunk
      record.sortKeys[this.#slot] = this.#keyOf(record)
    }
    this.#chunks.splice(at, 0, chunk)
  }

  /** The first chunk whose last record is not before this one, else the last chunk. */
  #chunkFor(record: DeviceRecord): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const last = this.#chunks[middle]?.records.at(-1)
      if (last !== undefined && this.#compare(last, record) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function lowerBound(sorted: readonly DeviceRecord[], record: DeviceRecord, compare: Compare): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, record) < 0) low = middle + 1
    else high = middle
  }
  return low
}
