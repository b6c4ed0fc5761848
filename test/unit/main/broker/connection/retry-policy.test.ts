import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LAST_WINDOW_MS, retryDelayMs } from '../../../../../main/broker/connection/retry-policy.ts'

it('never waits longer than the window of the attempt, nor than 128 s however often it failed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, random) => {
        const delayMs = retryDelayMs(attempt, () => random)
        expect(delayMs).toBeGreaterThanOrEqual(0)
        expect(delayMs).toBeLessThanOrEqual(Math.min(LAST_WINDOW_MS, 1_000 * 2 ** (attempt - 1)))
      },
    ),
  )
})

it('doubles the window from 1 s to 128 s', () => {
  const windows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempt) => retryDelayMs(attempt, () => 1) / 1_000)
  expect(windows).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 128])
})
