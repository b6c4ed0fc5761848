import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { ChainState } from './audit-record.ts'

/** Vouches for the records that this console wrote: HMAC-SHA-256 over the hash of each. */
export interface AuditKey {
  /** Tells keys apart, and tells nothing of the key. */
  readonly id: string
  readonly bytes: Uint8Array
  /** The head of the chain when the key was made: every later record carries its MAC. */
  readonly after: ChainState
  /** Epoch ms. */
  readonly madeAt: number
  /** True if its first record was written: until then the chain may still end where it was made. */
  readonly hasBegun: boolean
}

const KEY_BYTES = 32
const ID_LENGTH = 16

const shape = z.strictObject({
  waypostAuditKey: z.literal(1),
  id: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  after: z.strictObject({ count: z.number().int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) }),
  madeAt: z.number().int().min(0),
  hasBegun: z.boolean(),
})

export function newAuditKey(after: ChainState, madeAt: number): AuditKey {
  const bytes = randomBytes(KEY_BYTES)
  return { id: idOf(bytes), bytes, after: { count: after.count, head: after.head }, madeAt, hasBegun: false }
}

/** One line of JSON: what the secret store keeps, and what a key file holds. */
export function encodeAuditKey({ id, bytes, after, madeAt, hasBegun }: AuditKey): string {
  return JSON.stringify({ waypostAuditKey: 1, id, key: Buffer.from(bytes).toString('hex'), after, madeAt, hasBegun })
}

/** Null for anything but exactly what `encodeAuditKey` wrote. */
export function decodeAuditKey(text: string): AuditKey | null {
  try {
    const { waypostAuditKey: _version, id, key, ...rest } = shape.parse(JSON.parse(text))
    const bytes = Buffer.from(key, 'hex')
    return id === idOf(bytes) ? { id, bytes, ...rest } : null
  } catch {
    // Not JSON, or of another shape: the caller says that it is no key.
    return null
  }
}

/** MAC of a record, over its hash. */
export function recordMac(key: AuditKey, hash: string): string {
  return macOf(key.bytes, `waypost audit record\n${hash}`)
}

/** MAC of the end of a chain. No record holds it, so that nobody can take an earlier record for the last one. */
export function endMac(key: AuditKey, { count, head }: ChainState): string {
  return macOf(key.bytes, `waypost audit end\n${count}\n${head}`)
}

export function isSameMac(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function idOf(bytes: Uint8Array): string {
  return macOf(bytes, 'waypost audit key').slice(0, ID_LENGTH)
}

const secretKeys = new WeakMap<Uint8Array, KeyObject>()

/** Makes a key of the same bytes once, because that takes four times as long as the MAC. */
function secretKeyOf(bytes: Uint8Array): KeyObject {
  const known = secretKeys.get(bytes) ?? createSecretKey(bytes)
  secretKeys.set(bytes, known)
  return known
}

function macOf(bytes: Uint8Array, text: string): string {
  return createHmac('sha256', secretKeyOf(bytes)).update(text).digest('hex')
}
