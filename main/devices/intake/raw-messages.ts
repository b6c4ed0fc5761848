import type { DeviceRef, RawMessage } from '../../../preload/contract/models/devices/device.ts'
import { sanitise } from '../../safety/text/sanitiser.ts'
import type { IncomingMessage } from './telemetry-budget.ts'

/** Bytes kept of one message, of all together, and how many messages. */
const KEPT_BYTES = 4_096
const POOL_BYTES = 2 * 1024 * 1024
const ENTRIES = 8_192
const WATCHED_DEVICES = 8
const WATCHED_MESSAGES = 50

interface Kept {
  readonly topic: string
  readonly bytes: Buffer
  readonly totalBytes: number
  readonly isRetained: boolean
  readonly receivedAt: number
}

/** A place of the ring: filled anew in each round, because a new object for each message would cost the collector more. */
interface Entry {
  connectionId: string
  topic: string
  start: number
  length: number
  totalBytes: number
  isRetained: boolean
  receivedAt: number
}

/**
 * Keeps the latest raw messages. All share one small ring buffer: a few seconds of a large fleet, hours of a small one.
 * A device that is open in the window keeps its last ones separately.
 */
export class RawMessages {
  #pool: Buffer | null = null
  /** Bytes ever written, gaps at the end of the pool included. */
  #written = 0
  readonly #entries: Entry[] = []
  #next = 0
  readonly #watched = new Map<string, { readonly prefix: string; readonly connectionId: string; messages: Kept[] }>()

  push(message: IncomingMessage): void {
    const { connectionId, topic, payload, isRetained, receivedAt } = message
    const totalBytes = message.wholeBytes ?? payload.byteLength
    this.#pool ??= Buffer.allocUnsafe(POOL_BYTES)
    const length = Math.min(payload.byteLength, KEPT_BYTES)
    const place = this.#written % POOL_BYTES
    if (place + length > POOL_BYTES) this.#written += POOL_BYTES - place
    const start = this.#written
    this.#pool.set(length === payload.byteLength ? payload : payload.subarray(0, length), start % POOL_BYTES)
    this.#written += length
    const entry = this.#entries[this.#next]
    if (entry === undefined) {
      this.#entries.push({ connectionId, topic, start, length, totalBytes, isRetained, receivedAt })
    } else {
      entry.connectionId = connectionId
      entry.topic = topic
      entry.start = start
      entry.length = length
      entry.totalBytes = totalBytes
      entry.isRetained = isRetained
      entry.receivedAt = receivedAt
    }
    this.#next = (this.#next + 1) % ENTRIES
    if (this.#watched.size > 0) this.#keep(message, totalBytes)
  }

  /** Returns the latest messages of a device, newest first, and keeps them separately from now on. */
  of({ connectionId, deviceId }: DeviceRef): RawMessage[] {
    const key = `${connectionId}\n${deviceId}`
    const prefix = `device/${deviceId}/`
    const known = this.#watched.get(key) ?? { prefix, connectionId, messages: this.#find(connectionId, prefix) }
    this.#watched.delete(key)
    this.#watched.set(key, known)
    if (this.#watched.size > WATCHED_DEVICES) {
      const [oldest] = this.#watched.keys()
      if (oldest !== undefined) this.#watched.delete(oldest)
    }
    return known.messages.map(shown).reverse()
  }

  #keep({ connectionId, topic, payload, isRetained, receivedAt }: IncomingMessage, totalBytes: number): void {
    for (const watched of this.#watched.values()) {
      if (watched.connectionId !== connectionId || !topic.startsWith(watched.prefix)) continue
      const bytes = Buffer.from(payload.subarray(0, KEPT_BYTES))
      watched.messages.push({ topic, bytes, totalBytes, isRetained, receivedAt })
      if (watched.messages.length > WATCHED_MESSAGES) watched.messages.shift()
    }
  }

  #find(connectionId: string, prefix: string): Kept[] {
    const pool = this.#pool
    if (pool === null) return []
    const ordered = [...this.#entries.slice(this.#next), ...this.#entries.slice(0, this.#next)]
    const found = ordered.filter(
      (entry) =>
        entry.connectionId === connectionId &&
        entry.topic.startsWith(prefix) &&
        this.#written - entry.start <= POOL_BYTES,
    )
    return found.slice(-WATCHED_MESSAGES).map(({ start, length, ...entry }) => {
      const place = start % POOL_BYTES
      return { ...entry, bytes: Buffer.from(pool.subarray(place, place + length)) }
    })
  }
}

function shown({ topic, bytes, totalBytes, isRetained, receivedAt }: Kept): RawMessage {
  return {
    receivedAt,
    kind: topic.slice(topic.lastIndexOf('/') + 1),
    isRetained,
    bytes: totalBytes,
    text: sanitise(bytes.toString('utf8')).text,
    isCut: totalBytes > bytes.length,
  }
}
