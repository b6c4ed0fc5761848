import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Lane, PublishLanes } from '../../../../../main/broker/connection/publish-lanes.ts'
import type { PublishOutcome } from '../../../../../main/shared/exchange.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

interface Way {
  readonly oneWayMs: number
  readonly window: number
  /** When it ends, after it was opened; null for never. */
  readonly endsAfterMs: number | null
}

/** A connection that delivers in its own order after its own time. */
class TimedLane implements Lane {
  readonly #way: Way
  readonly #arrive: (text: string) => void
  readonly #inFlight = new Set<(outcome: PublishOutcome) => void>()
  #isDead = false

  constructor(way: Way, arrive: (text: string) => void) {
    this.#way = way
    this.#arrive = arrive
  }

  freePlaces(): number {
    return this.#isDead ? 0 : this.#way.window - this.#inFlight.size
  }

  publish(topic: string, payload: Buffer | string): Promise<PublishOutcome> {
    if (this.#isDead) return Promise.resolve({ kind: 'unsent' })
    return new Promise((settle) => {
      const end = (outcome: PublishOutcome): void => {
        if (this.#inFlight.delete(end)) settle(outcome)
      }
      this.#inFlight.add(end)
      setTimeout(() => {
        if (this.#isDead) return
        this.#arrive(`${topic} ${payload}`)
        setTimeout(() => end({ kind: 'acknowledged' }), this.#way.oneWayMs)
      }, this.#way.oneWayMs)
    })
  }

  die(): void {
    this.#isDead = true
    for (const end of [...this.#inFlight]) end({ kind: 'unknown' })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

const way: fc.Arbitrary<Way> = fc.record({
  oneWayMs: fc.integer({ min: 1, max: 120 }),
  window: fc.integer({ min: 1, max: 3 }),
  endsAfterMs: fc.option(fc.integer({ min: 0, max: 800 }), { freq: 3 }),
})
const publishes = fc.array(
  fc.record({
    device: fc.integer({ min: 0, max: 3 }),
    leaf: fc.constantFrom('command', 'cancel', 'hello'),
    pauseMs: fc.constantFrom(0, 0, 0, 5, 60),
  }),
  { minLength: 40, maxLength: 80 },
)

it('keeps the order of all that goes to one device, whichever connection carries it and ends', async () => {
  await fc.assert(
    fc.asyncProperty(way, fc.array(way, { minLength: 4, maxLength: 4 }), publishes, async (first, others, asked) => {
      const arrived: string[] = []
      const lanes = new PublishLanes({
        main: new TimedLane({ ...first, endsAfterMs: null }, (text) => arrived.push(text)),
        open: async (index, onEnd) => {
          const found = others[index]
          if (found === undefined) return null
          const lane = new TimedLane(found, (text) => arrived.push(text))
          const { endsAfterMs } = found
          if (endsAfterMs !== null) {
            setTimeout(() => {
              lane.die()
              onEnd()
            }, endsAfterMs)
          }
          return lane
        },
        roundTripMs: () => 500,
        isAllowed: () => true,
      })
      const outcomes: Promise<PublishOutcome>[] = []
      for (const [number, { device, leaf, pauseMs }] of asked.entries()) {
        outcomes.push(lanes.publish(`device/d${device}/${leaf}`, String(number).padStart(3, '0'), {}))
        await vi.advanceTimersByTimeAsync(pauseMs)
      }
      await vi.advanceTimersByTimeAsync(60_000)
      const ends = await Promise.all(outcomes)
      expect(ends.every(({ kind }) => kind === 'acknowledged' || kind === 'unknown')).toBe(true)
      expect(new Set(arrived).size).toBe(arrived.length)
      expect(arrived.length).toBeGreaterThanOrEqual(ends.filter(({ kind }) => kind === 'acknowledged').length)
      for (let device = 0; device < 4; device += 1) {
        const own = arrived.filter((text) => text.startsWith(`device/d${device}/`)).map((text) => text.slice(-3))
        expect(own).toEqual(own.toSorted())
      }
    }),
    { numRuns: 60 },
  )
})
