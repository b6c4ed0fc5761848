import { sortedPlaces } from './device-order.ts'
import type { DeviceRecord } from './device-record.ts'
import type { IdOrder } from './id-order.ts'

/** Sort key of a record; a record with an equal key keeps its place. */
export type SortKey = number | string
export type KeyOf = (record: DeviceRecord) => SortKey

/** The order of a list: by keys, and equal ones by ids. */
export interface ListOrder {
  readonly keyOf: KeyOf
  /** Compares two keys that differ. */
  readonly isBefore: (key: SortKey, other: SortKey) => boolean
  readonly isIdDescending: boolean
}

/** A part of a sorted list, small enough for cheap changes; holds the indexes of its records, and their keys. */
interface Chunk {
  readonly indexes: number[]
  readonly keys: SortKey[]
}

const CHUNK_SIZE = 512

/**
 * A sorted list of records in chunks. Removing and inserting cost one chunk and read no other record, so 100,000 devices
 * stay sorted while thousands of them change every second.
 */
export class SortedChunks {
  readonly #ids: IdOrder
  readonly #order: ListOrder
  #chunks: Chunk[] = []
  /** Chunk and key by the index of the record; undefined of those not in the list. */
  #chunkOf: (Chunk | undefined)[] = []
  #keys: (SortKey | undefined)[] = []
  #length = 0

  constructor(ids: IdOrder, order: ListOrder) {
    this.#ids = ids
    this.#order = order
  }

  get length(): number {
    return this.#length
  }

  /** Replaces the list by records in the order of their ids. Each is read once, in that order, because memory is slow otherwise. */
  fill(byId: readonly DeviceRecord[]): void {
    const { keyOf } = this.#order
    const indexes = byId.map(({ index }) => index)
    const keys = byId.map((record) => keyOf(record))
    this.#chunks = []
    // With their length at once, because records may come in another order than that of their indexes.
    this.#chunkOf = new Array(this.#ids.size)
    this.#keys = new Array(this.#ids.size)
    indexes.forEach((index, place) => {
      this.#keys[index] = keys[place]
    })
    const places = sortedPlaces(keys, this.#order)
    for (let from = 0; from < places.length; from += CHUNK_SIZE)
      this.#addChunk(
        this.#chunks.length,
        Array.from(places.subarray(from, from + CHUNK_SIZE), (place) => indexes[place] ?? 0),
      )
    this.#length = byId.length
  }

  has({ index }: DeviceRecord): boolean {
    return this.#chunkOf[index] !== undefined
  }

  /** True if the record is in the list and its key is unchanged. */
  isInPlace(record: DeviceRecord): boolean {
    return this.has(record) && this.#keys[record.index] === this.#order.keyOf(record)
  }

  /** Removes records wherever they are, because their keys may have changed; skips those not in the list. */
  removeAll(records: readonly DeviceRecord[]): void {
    for (const { index } of records) {
      const chunk = this.#chunkOf[index]
      if (chunk === undefined) continue
      const at = chunk.indexes.indexOf(index)
      chunk.indexes.splice(at, 1)
      chunk.keys.splice(at, 1)
      this.#chunkOf[index] = undefined
      this.#length -= 1
    }
    this.#chunks = this.#chunks.filter((chunk) => chunk.indexes.length > 0)
  }

  insertAll(records: readonly DeviceRecord[]): void {
    const ranks = this.#ids.ranks()
    for (const record of records) this.#insert(record, ranks)
  }

  slice(offset: number, limit: number): DeviceRecord[] {
    const found: DeviceRecord[] = []
    let skip = offset
    for (const { indexes } of this.#chunks) {
      if (found.length === limit) break
      if (skip >= indexes.length) {
        skip -= indexes.length
        continue
      }
      for (const index of indexes.slice(skip, skip + limit - found.length)) {
        const record = this.#ids.at(index)
        if (record !== undefined) found.push(record)
      }
      skip = 0
    }
    return found
  }

  #insert(record: DeviceRecord, ranks: Int32Array): void {
    const { index } = record
    const key = this.#order.keyOf(record)
    this.#keys[index] = key
    this.#length += 1
    const at = this.#chunkFor(index, key, ranks)
    const chunk = this.#chunks[at]
    if (chunk === undefined) {
      this.#addChunk(this.#chunks.length, [index])
      return
    }
    const place = this.#placeIn(chunk, index, key, ranks)
    chunk.indexes.splice(place, 0, index)
    chunk.keys.splice(place, 0, key)
    this.#chunkOf[index] = chunk
    if (chunk.indexes.length > 2 * CHUNK_SIZE) {
      chunk.keys.splice(CHUNK_SIZE)
      this.#addChunk(at + 1, chunk.indexes.splice(CHUNK_SIZE))
    }
  }

  #addChunk(at: number, indexes: number[]): void {
    const chunk: Chunk = { indexes, keys: indexes.map((index) => this.#keys[index] ?? '') }
    for (const index of indexes) this.#chunkOf[index] = chunk
    this.#chunks.splice(at, 0, chunk)
  }

  /** Finds the first chunk whose last record is not before this one, else the last chunk. */
  #chunkFor(index: number, key: SortKey, ranks: Int32Array): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      const chunk = this.#chunks[middle]
      if (chunk !== undefined && this.#isBefore(chunk, chunk.indexes.length - 1, index, key, ranks)) low = middle + 1
      else high = middle
    }
    return low
  }

  #placeIn(chunk: Chunk, index: number, key: SortKey, ranks: Int32Array): number {
    let low = 0
    let high = chunk.indexes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#isBefore(chunk, middle, index, key, ranks)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** True if what stands at `at` comes before the record of `index`. */
  #isBefore({ indexes, keys }: Chunk, at: number, index: number, key: SortKey, ranks: Int32Array): boolean {
    const other = keys[at]
    if (other !== undefined && other !== key) return this.#order.isBefore(other, key)
    const rank = ranks[indexes[at] ?? 0] ?? 0
    const own = ranks[index] ?? 0
    return this.#order.isIdDescending ? rank > own : rank < own
  }
}
