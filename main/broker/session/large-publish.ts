import { randomBytes } from 'node:crypto'

/** What is left of a message that was too large to take in. */
export interface Excerpt {
  /** First and last kB of its payload, with a line feed between them. */
  readonly payload: Buffer
  /** Size of its whole payload. */
  readonly wholeBytes: number
}

const PUBLISH = 3
/** Least of what is handed on in one piece: a few ms of work where each packet is an answer, and where each is a heartbeat. */
const PIECE = { packets: 16, bytes: 16 * 1024 } as const
/** Holds topic, packet id and the usual properties of a PUBLISH. */
const START_BYTES = 72 * 1024
const END_BYTES = 1_024
const LINE_FEED = Buffer.from('\n')
const NOTHING = Buffer.alloc(0)

/**
 * Shortens PUBLISH packets over a limit while their bytes pass by, so that one message of any size (MQTT allows 256 MB)
 * costs no more memory than a small one. A shortened packet keeps its header, and is acknowledged like any other.
 */
export class LargePublishes {
  readonly #limitBytes: number
  readonly #hasProperties: boolean
  /** Tells an excerpt from a payload that looks like one; nobody on the wire knows it. */
  readonly #mark = randomBytes(16)
  /** Beginning of a packet whose header is not complete. */
  #held = NOTHING
  #passing = 0
  #large: LargePublish | null = null

  /** `limitBytes`: largest packet that passes whole, without its fixed header. */
  constructor(limitBytes: number, protocolVersion: 4 | 5) {
    this.#limitBytes = limitBytes
    this.#hasProperties = protocolVersion === 5
  }

  /** Takes bytes from the wire, in any pieces, and returns those to hand on, a few packets in each. */
  shorten(chunk: Buffer): readonly Buffer[] {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const out: Buffer[] = []
    this.#held = NOTHING
    let [at, passedFrom, packets] = [0, 0, 0]
    while (at < bytes.length) {
      if (this.#passing > 0) {
        at = this.#pass(this.#passing, bytes, at)
        continue
      }
      if (this.#large !== null) {
        at += this.#large.take(bytes.subarray(at))
        passedFrom = at
        if (!this.#large.isWhole) continue
        out.push(this.#large.packet(this.#mark))
        this.#large = null
        continue
      }
      const header = headerAt(bytes, at)
      if (header === null) break
      if (packets >= PIECE.packets && at - passedFrom >= PIECE.bytes) {
        out.push(bytes.subarray(passedFrom, at))
        passedFrom = at
        packets = 0
      }
      packets += 1
      if (header.type === PUBLISH && header.size > this.#limitBytes) {
        if (at > passedFrom) out.push(bytes.subarray(passedFrom, at))
        this.#large = new LargePublish(bytes[at] ?? 0, header.size, this.#hasProperties)
        at += header.length
        passedFrom = at
      } else at = this.#pass(header.length + header.size, bytes, at)
    }
    if (at > passedFrom) out.push(at - passedFrom === bytes.length ? bytes : bytes.subarray(passedFrom, at))
    this.#held = Buffer.from(bytes.subarray(at))
    return out
  }

  /** Lets `size` bytes pass from `at` on, the rest of them with the next chunk; returns where these end. */
  #pass(size: number, bytes: Buffer, at: number): number {
    const passed = Math.min(size, bytes.length - at)
    this.#passing = size - passed
    return at + passed
  }

  /** Returns a message as it came, or with what is left of its payload and the size of the whole. */
  received<M extends { readonly payload: Buffer }>(message: M): M | (M & Excerpt) {
    const excerpt = this.excerptOf(message.payload)
    return excerpt === null ? message : { ...message, ...excerpt }
  }

  /** Returns what a payload is the excerpt of; null for any other. */
  excerptOf(payload: Buffer): Excerpt | null {
    const start = this.#mark.length + 4
    if (payload.length < start || payload[0] !== this.#mark[0]) return null
    if (!payload.subarray(0, this.#mark.length).equals(this.#mark)) return null
    return { payload: payload.subarray(start), wholeBytes: payload.readUInt32BE(this.#mark.length) }
  }
}

/** One PUBLISH of which only start and end are kept. */
class LargePublish {
  readonly #firstByte: number
  readonly #size: number
  readonly #hasProperties: boolean
  readonly #start = Buffer.allocUnsafe(START_BYTES)
  #end: Buffer = NOTHING
  #taken = 0

  constructor(firstByte: number, size: number, hasProperties: boolean) {
    this.#firstByte = firstByte
    this.#size = size
    this.#hasProperties = hasProperties
  }

  get isWhole(): boolean {
    return this.#taken === this.#size
  }

  /** Takes what belongs to the packet and returns its length. */
  take(bytes: Buffer): number {
    const own = bytes.subarray(0, this.#size - this.#taken)
    if (this.#taken < START_BYTES) own.copy(this.#start, this.#taken)
    this.#end = own.length < END_BYTES ? Buffer.concat([this.#end, own]).subarray(-END_BYTES) : lastOf(own)
    this.#taken += own.length
    return own.length
  }

  /** Builds the packet with an excerpt as its payload, and without its properties. */
  packet(mark: Buffer): Buffer {
    const hasId = (this.#firstByte & 0b0110) !== 0
    const variableEnd = 2 + this.#start.readUInt16BE(0) + (hasId ? 2 : 0)
    const payloadAt = this.#hasProperties ? afterProperties(this.#start, variableEnd) : variableEnd
    const wholeBytes = Math.max(0, this.#size - payloadAt)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(wholeBytes)
    const body = Buffer.concat([
      this.#start.subarray(0, variableEnd),
      this.#hasProperties ? Buffer.from([0]) : NOTHING,
      mark,
      counted,
      this.#start.subarray(payloadAt, payloadAt + END_BYTES),
      LINE_FEED,
      this.#end,
    ])
    return Buffer.concat([Buffer.from([this.#firstByte]), variableLength(body.length), body])
  }
}

/** Copies, so that the chunk that it is a part of is not kept. */
function lastOf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(-END_BYTES))
}

/** Reads type, remaining length and length of a fixed header (MQTT 5, 2.1.4); null while it is incomplete. */
function headerAt(bytes: Buffer, at: number): { type: number; size: number; length: number } | null {
  const type = (bytes[at] ?? 0) >> 4
  const read = readVariableLength(bytes, at + 1)
  return read === null ? null : { type, size: read.value, length: 1 + read.length }
}

function afterProperties(bytes: Buffer, at: number): number {
  const read = readVariableLength(bytes, at)
  return read === null ? at : at + read.length + read.value
}

/** A length of more than four bytes is malformed: what follows passes unchanged, and ends the session where it is parsed. */
function readVariableLength(bytes: Buffer, at: number): { value: number; length: number } | null {
  let value = 0
  let place = 1
  for (let length = 1; length <= 4; length += 1) {
    const byte = bytes[at + length - 1]
    if (byte === undefined) return null
    value += (byte & 0x7f) * place
    if (byte < 0x80) return { value, length }
    place *= 128
  }
  return { value: Number.POSITIVE_INFINITY, length: 4 }
}

function variableLength(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  do {
    bytes.push((rest % 128) | (rest >= 128 ? 0x80 : 0))
    rest = Math.floor(rest / 128)
  } while (rest > 0)
  return Buffer.from(bytes)
}
