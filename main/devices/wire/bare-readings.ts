import { isObject, type JsonObject, type JsonReading, readJsonObject } from './json.ts'
import { numberText } from './number-text.ts'

/** Name of a reading that is sent as a number alone. */
const ALONE = 'value'
const READINGS_MAX = 64
const QUANTITY_MAX_BYTES = 64

/**
 * Reads a `data` payload that is JSON but no object: a number or truth value alone, a list of records of a name and a value (SenML,
 * RFC 8428: `n`, `v`, `vb`, `vs`, `bn`), a list with one object, or
 * an object that was encoded twice, or a number in a text. Null for anything else. `payload` was checked for its size.
 */
export function readBareReadings(payload: Uint8Array): JsonReading | null {
  // As a field, it passes the checks of every other payload.
  const wrapped = readJsonObject(
    Buffer.concat([Buffer.from(`{"${ALONE}":`), withoutMark(payload), Buffer.from('}')]),
    true,
  )
  if (wrapped.object === null) return null
  const given = wrapped.object[ALONE]
  if (typeof given === 'number' || typeof given === 'boolean') return wrapped
  if (typeof given === 'string') {
    // Encoded twice, as a script does that takes its own JSON for a value.
    if (given.startsWith('{')) return readJsonObject(Buffer.from(given), true)
    return numberText(given) === null ? null : wrapped
  }
  const object = Array.isArray(given) ? objectOf(given) : null
  return object === null ? null : { object, isNotUtf8: wrapped.isNotUtf8 }
}

function objectOf(list: readonly unknown[]): JsonObject | null {
  const [first] = list
  return namedReadings(list) ?? (list.length === 1 && isObject(first) ? first : null)
}

/** The readings of a list in which every record has a name and a value, by their names; null for any other list. */
export function namedReadings(list: readonly unknown[]): JsonObject | null {
  if (list.length === 0 || list.length > READINGS_MAX || !list.every(isObject)) return null
  const named = list.map(({ n, name, v, vb, vs, value }) => ({ name: n ?? name, value: v ?? vb ?? vs ?? value }))
  if (!named.every((one) => typeof one.name === 'string' && one.value !== undefined)) return null
  const base = typeof list[0]?.bn === 'string' ? list[0].bn : ''
  return Object.fromEntries(named.map((one) => [`${base}${String(one.name)}`, one.value]))
}

/** Reads a `data` payload that is no JSON but a number with its unit alone: `21.5 °C`. A comma may part two numbers there. */
export function readBareQuantity(payload: Uint8Array): JsonReading | null {
  if (payload.byteLength > QUANTITY_MAX_BYTES) return null
  const text = Buffer.from(payload)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
  const isQuantity = !text.includes(',') && (numberText(text)?.unit ?? null) !== null
  return isQuantity ? { object: { [ALONE]: text }, isNotUtf8: false } : null
}

/** A byte order mark may stand in front of a whole text only. */
function withoutMark(payload: Uint8Array): Uint8Array {
  return payload[0] === 0xef && payload[1] === 0xbb && payload[2] === 0xbf ? payload.subarray(3) : payload
}
