/** Counts what passed within the last second in `passed`; false for what is over the limit. */
export function isWithinSecond(passed: number[], perS: number): boolean {
  const now = performance.now()
  while (now - (passed[0] ?? now) >= 1_000) passed.shift()
  if (passed.length >= perS) return false
  passed.push(now)
  return true
}
