import { isUtf8 } from 'node:buffer'
import { mendedJson } from './json-repair.ts'

export type JsonObject = Readonly<Record<string, unknown>>
export type JsonReading =
  | { readonly object: JsonObject; readonly isNotUtf8: boolean }
  | { readonly object: null; readonly reason: 'utf8' | 'depth' | 'json' | 'not-an-object' | 'forbidden-key' }

const MAX_DEPTH = 16
/** Up to this size counting all brackets first is cheaper, because few of them cannot be deep. */
const COUNTED_BYTES = 4096
const QUOTE = 0x22
const BACKSLASH = 0x5c
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Reads a JSON object from untrusted bytes whose size was checked. With `isLossy`, bytes that are not
 * UTF-8 become U+FFFD and are reported. Never throws.
 */
export function readJsonObject(payload: Uint8Array, isLossy: boolean): JsonReading {
  const bytes = asBuffer(payload)
  const decoded = bytes.toString('utf8')
  // Every byte that is not UTF-8 becomes U+FFFD, which few texts hold.
  const isNotUtf8 = decoded.includes('\ufffd') && !isUtf8(payload)
  if (isNotUtf8 && !isLossy) return { object: null, reason: 'utf8' }
  if (isDeeperThan(bytes, MAX_DEPTH)) return { object: null, reason: 'depth' }
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded
  const value = parse(text) ?? parse(mendedJson(text))
  if (value === undefined) return { object: null, reason: 'json' }
  if (!isObject(value)) return { object: null, reason: 'not-an-object' }
  // Any backslash needs the walk too, because \u escapes may hide a key.
  const isSuspicious = text.includes('\\') || text.includes('proto') || text.includes('constructor')
  if (isSuspicious && hasForbiddenKey(value)) return { object: null, reason: 'forbidden-key' }
  return { object: value, isNotUtf8 }
}

/** The same bytes as a buffer, which they are already when they come from mqtt.js. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The value of a JSON text; undefined where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** True for `{…}`: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Measures the depth in one pass, because JSON.parse accepts millions of levels and later code does not. */
function isDeeperThan(bytes: Buffer, limit: number): boolean {
  if (bytes.length < COUNTED_BYTES && countOpeners(bytes) <= limit) return false
  let depth = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]
    if (byte === QUOTE) {
      index = endOfString(bytes, index + 1)
      if (index < 0) return false
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1
      if (depth > limit) return true
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1
  }
  return false
}

function countOpeners(bytes: Buffer): number {
  let count = 0
  // `{` and `[` alone have the bits 0101 1011 once bit 0x20 is cleared.
  for (let index = 0; index < bytes.length; index += 1) if (((bytes[index] ?? 0) & 0xdf) === 0x5b) count += 1
  return count
}

/** Index of the closing quote, or -1. Long strings are searched natively. */
function endOfString(bytes: Buffer, from: number): number {
  let quote = bytes.indexOf(QUOTE, from)
  while (quote >= 0) {
    let backslashes = 0
    while (quote - backslashes > from && bytes[quote - backslashes - 1] === BACKSLASH) backslashes += 1
    if (backslashes % 2 === 0) return quote
    quote = bytes.indexOf(QUOTE, quote + 1)
  }
  return -1
}

function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && hasForbiddenKey(item)) return true
    return false
  }
  if (!isObject(value)) return false
  // Own keys only, because a result of JSON.parse inherits no enumerable one.
  for (const key in value) {
    if (FORBIDDEN_KEYS.includes(key)) return true
    const inner = value[key]
    if (typeof inner === 'object' && hasForbiddenKey(inner)) return true
  }
  return false
}
