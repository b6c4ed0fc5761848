import type { DeviceRecord } from './device-record.ts'

/** Sort key of a record; a record with an equal key keeps its place. */
export type SortKey = number | string | null
/** Keys as texts, or as numbers that rise along the list and are stored apart, so that a search reads no records. */
export type KeyOf = (record: DeviceRecord) => SortKey
export type Compare = (a: DeviceRecord, b: DeviceRecord) => number

/** A part of a sorted list, small enough for cheap changes. */
export interface Chunk {
  readonly records: DeviceRecord[]
  /** Numeric keys of the records; empty for a list sorted by texts. */
  readonly keys: number[]
}

const CHUNK_SIZE = 512

/**
 * A sorted list of records in chunks. Removing and inserting cost one chunk, so 100,000 devices stay sorted while
 * thousands of them change every second.
 */
export class SortedChunks {
  readonly #slot: 0 | 1
  readonly #compare: Compare
  readonly #keyOf: KeyOf
  #chunks: Chunk[] = []
  #length = 0

  /** @param slot index of this list among the two places in a record. */
  constructor(slot: 0 | 1, compare: Compare, keyOf: KeyOf) {
    this.#slot = slot
    this.#compare = compare
    this.#keyOf = keyOf
  }

  get length(): number {
    return this.#length
  }

  /** Replaces the list by records that are in order. */
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

  /** True if the record is in the list and its key is unchanged. */
  isInPlace(record: DeviceRecord): boolean {
    return record.places[this.#slot] !== null && record.sortKeys[this.#slot] === this.#keyOf(record)
  }

  /** Removes records wherever they are, because their keys may have changed; skips those not in the list. */
  removeAll(records: readonly DeviceRecord[]): void {
    for (const record of records) {
      const chunk = record.places[this.#slot]
      if (chunk === null) continue
      const at = chunk.records.indexOf(record)
      chunk.records.splice(at, 1)
      if (chunk.keys.length > 0) chunk.keys.splice(at, 1)
      record.places[this.#slot] = null
      this.#length -= 1
    }
    this.#chunks = this.#chunks.filter((chunk) => chunk.records.length > 0)
  }

  insert(record: DeviceRecord): void {
    const key = this.#keyOf(record)
    const at = this.#chunkFor(record, key)
    const chunk = this.#chunks[at]
    this.#length += 1
    if (chunk === undefined) {
      this.#addChunk(this.#chunks.length, [record])
      return
    }
    const place = this.#placeIn(chunk, record, key)
    chunk.records.splice(place, 0, record)
    if (typeof key === 'number') chunk.keys.splice(place, 0, key)
    record.places[this.#slot] = chunk
    record.sortKeys[this.#slot] = key
    if (chunk.records.length > 2 * CHUNK_SIZE) {
      chunk.keys.splice(CHUNK_SIZE)
      this.#addChunk(at + 1, chunk.records.splice(CHUNK_SIZE))
    }
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
    const chunk: Chunk = { records, keys: [] }
    for (const record of records) {
      const key = this.#keyOf(record)
      record.places[this.#slot] = chunk
      record.sortKeys[this.#slot] = key
      if (typeof key === 'number') chunk.keys.push(key)
    }
    this.#chunks.splice(at, 0, chunk)
  }

  /** Finds the first chunk whose last record is not before this one, else the last chunk. */
  #chunkFor(record: DeviceRecord, key: SortKey): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const chunk = this.#chunks[middle]
      if (chunk !== undefined && this.#isBefore(chunk, chunk.records.length - 1, record, key)) low = middle + 1
      else high = middle
    }
    return low
  }

  #placeIn(chunk: Chunk, record: DeviceRecord, key: SortKey): number {
    let low = 0
    let high = chunk.records.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#isBefore(chunk, middle, record, key)) low = middle + 1
      else high = middle
    }
    return low
  }

  #isBefore({ records, keys }: Chunk, at: number, record: DeviceRecord, key: SortKey): boolean {
    const other = keys[at]
    if (typeof key === 'number' && other !== undefined && other !== key) return other < key
    const compared = records[at]
    return compared !== undefined && this.#compare(compared, record) < 0
  }
}
