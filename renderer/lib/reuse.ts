/**
 * `next` with every part of `previous` that says the same: what did not change keeps its identity, so that what shows it
 * is not rendered again. For data as it comes over IPC: plain objects, arrays and primitives.
 */
export function reuse<T>(previous: T, next: T): T {
  return isData(previous) && isData(next) ? (reuseParts(previous, next) as T) : next
}

type Data = Readonly<Record<string, unknown>> | readonly unknown[]

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}

function reuseParts(previous: Data, next: Data): Data {
  if (previous === next || Array.isArray(previous) !== Array.isArray(next)) return next
  const before = previous as Readonly<Record<string, unknown>>
  const entries = Object.entries(next).map(([key, value]) => [key, reuse(before[key], value)] as const)
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.is(value, before[key]) && key in before)
  if (isSame) return previous
  return Array.isArray(next) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}
