import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Lane, PublishLanes } from '../../../../../main/broker/connection/publish-lanes.ts'
import type { PublishOutcome } from '../../../../../main/shared/exchange.ts'

const RTT_MS = 80
const COMMANDS = 1_000

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

/** A way on which the broker takes so many publishes at a time, each acknowledged after a round trip. */
class PlayedLane implements Lane {
  readonly sent: string[] = []
  isClosed = false
  isDead = false
  readonly #window: number
  #inFlight = 0

  constructor(window: number) {
    this.#window = window
  }

  freePlaces(): number {
    return this.isDead ? 0 : this.#window - this.#inFlight
  }

  publish(topic: string): Promise<PublishOutcome> {
    if (this.isDead) return Promise.resolve({ kind: 'unsent' })
    this.#inFlight += 1
    this.sent.push(topic)
    return new Promise((resolve) =>
      setTimeout(() => {
        this.#inFlight -= 1
        resolve({ kind: this.isDead ? 'unknown' : 'acknowledged' })
      }, RTT_MS),
    )
  }

  close(): Promise<void> {
    this.isClosed = true
    return Promise.resolve()
  }
}

function play(window: number, change: { readonly isAllowed?: boolean; readonly roundTripMs?: number } = {}) {
  const main = new PlayedLane(window)
  const opened: PlayedLane[] = []
  const ends: (() => void)[] = []
  const lanes = new PublishLanes({
    main,
    open: async (_index, onEnd) => {
      const lane = new PlayedLane(window)
      opened.push(lane)
      ends.push(onEnd)
      // TCP, CONNECT and what TLS needs.
      await new Promise((resolve) => setTimeout(resolve, 3 * RTT_MS))
      return lane
    },
    roundTripMs: () => change.roundTripMs ?? RTT_MS,
    isAllowed: () => change.isAllowed ?? true,
  })
  const outcomes = Array.from({ length: COMMANDS }, (_, index) => lanes.publish(`device/d${index}/command`, '', {}))
  return { main, opened, ends, lanes, outcomes }
}

/** Ms until everything is answered for. */
async function took(outcomes: readonly Promise<PublishOutcome>[]): Promise<number> {
  const from = performance.now()
  let isOver = false
  const all = Promise.all(outcomes).then(() => {
    isOver = true
  })
  while (!isOver) await vi.advanceTimersByTimeAsync(10)
  await all
  return performance.now() - from
}

describe('a wave of 1,000 at 80 ms', () => {
  it.each([
    { window: 10, limitMs: 2_000, aloneMs: 8_000 },
    { window: 100, limitMs: 600, aloneMs: 800 },
  ])(
    'is out in less than $limitMs ms where the broker takes $window at a time',
    async ({ window, limitMs, aloneMs }) => {
      const alone = play(window, { isAllowed: false })
      expect(await took(alone.outcomes)).toBeGreaterThanOrEqual(aloneMs)
      expect(alone.opened).toEqual([])
      const { main, opened, outcomes } = play(window)
      expect(await took(outcomes)).toBeLessThan(limitMs)
      const sent = [main, ...opened].flatMap((lane) => lane.sent)
      expect(new Set(sent).size).toBe(COMMANDS)
      expect(sent).toHaveLength(COMMANDS)
    },
  )

  it('opens nothing more where the broker is near', async () => {
    const { opened, outcomes } = play(100, { roundTripMs: 1 })
    await took(outcomes)
    expect(opened).toEqual([])
  })

  it('sends nothing twice where a connection ends, and says of each what is known', async () => {
    const { opened, ends, outcomes } = play(10)
    await vi.advanceTimersByTimeAsync(400)
    const [dying] = opened
    if (dying === undefined) throw new Error('no lane')
    dying.isDead = true
    ends[0]?.()
    await took(outcomes)
    const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'acknowledged')).toHaveLength(COMMANDS - 10)
  })

  it('leaves unsent what waits when the own connection ends, and closes the others', async () => {
    const { lanes, opened, outcomes } = play(10)
    await vi.advanceTimersByTimeAsync(400)
    lanes.end()
    await took(outcomes)
    const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'unsent').length).toBeGreaterThan(800)
    expect(opened.map(({ isClosed }) => isClosed)).toEqual([true, true, true, true])
  })

  it('closes the others once nothing was sent for ten seconds', async () => {
    const { opened, outcomes } = play(10)
    await took(outcomes)
    expect(opened.some(({ isClosed }) => isClosed)).toBe(false)
    await vi.advanceTimersByTimeAsync(10_100)
    expect(opened.every(({ isClosed }) => isClosed)).toBe(true)
  })
})
