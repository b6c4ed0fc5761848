import { isObject, type JsonObject, type JsonReading, readJsonObject } from './json.ts'

/** Name of a reading that is sent as a number alone. */
const ALONE = 'value'
const READINGS_MAX = 64

/**
 * Reads a `data` payload that is JSON but no object: a number or truth value alone, a list of records of a name and a value (SenML,
 * RFC 8428: `n`, `v`, `vb`, `vs`, `bn`), a list with one object, or
 * an object that was encoded twice. Null for anything else. `payload` was checked for its size.
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
  // Encoded twice, as a script does that takes its own JSON for a value.
  if (typeof given === 'string') return given.startsWith('{') ? readJsonObject(Buffer.from(given), true) : null
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

/** A byte order mark may stand in front of a whole text only. */
function withoutMark(payload: Uint8Array): Uint8Array {
  return payload[0] === 0xef && payload[1] === 0xbb && payload[2] === 0xbf ? payload.subarray(3) : payload
}
