import { describe, expect, it } from 'vitest'
import { Pace } from '../../../../../main/broker/character/pace.ts'
import { sendingS } from '../../../../../preload/contract/models/broker/broker-character.ts'
import { PlayedTimers } from './played-timers.ts'

interface Played {
  /** When each message passed, in ms. */
  readonly passed: number[]
  /** When the last command was sent. */
  readonly lastMs: number
}

interface PlayOptions {
  readonly stallMs?: number
  readonly answersAfterMs?: number
  readonly lagMs?: number
  readonly isAlwaysLate?: boolean
}

/**
 * Sends so many commands, each answered after 20 ms or `answersAfterMs`; every second the machine stands still for `stallMs`. In
 * every other second, or always, the broker comes to them `lagMs` later.
 */
async function play(
  limit: number,
  commands: number,
  { stallMs = 0, answersAfterMs = 20, lagMs = 0, isAlwaysLate = false }: PlayOptions = {},
): Promise<Played> {
  const timers = new PlayedTimers()
  const pace = new Pace(limit, timers)
  const passed: number[] = []
  let lastMs = 0
  const send = async (): Promise<void> => {
    await pace.turn()
    lastMs = timers.nowMs
    const late = isAlwaysLate || Math.floor(timers.nowMs / 1_000) % 2 === 1 ? lagMs : 0
    timers.after(late + 1, () => passed.push(timers.nowMs))
    timers.after(late + 10, () => pace.acknowledged())
    timers.after(late + answersAfterMs, () => {
      passed.push(timers.nowMs)
      pace.answered()
    })
  }
  for (let index = 0; index < commands; index += 1) void send()
  for (let second = 0; second < 60; second += 1) {
    timers.stall(stallMs)
    await timers.pass(1_000 - stallMs)
  }
  return { passed: passed.sort((a, b) => a - b), lastMs }
}

function mostWithin(passed: readonly number[], windowMs: number): number {
  let most = 0
  for (let from = 0, to = 0; to < passed.length; to += 1) {
    while ((passed[to] ?? 0) - (passed[from] ?? 0) >= windowMs) from += 1
    most = Math.max(most, to - from + 1)
  }
  return most
}

describe('the pace of a broker that takes 100 messages a second', () => {
  it('never has more than 100 in any second, answers counted, and keeps the promised time within 10 %', async () => {
    const { passed, lastMs } = await play(100, 1_000)
    expect(passed).toHaveLength(2_000)
    expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(100)
    const promisedMs = (sendingS({ messagesPerS: 100 }, 1_000) ?? 0) * 1000
    expect(Math.abs(lastMs - promisedMs)).toBeLessThanOrEqual(promisedMs * 0.1)
  })

  it.each([100, 300, 500])('keeps both where the machine stands still for %i ms of each second', async (stallMs) => {
    const { passed, lastMs } = await play(100, 1_000, { stallMs })
    expect(passed).toHaveLength(2_000)
    expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(100)
    const promisedMs = (sendingS({ messagesPerS: 100 }, 1_000) ?? 0) * 1000
    expect(Math.abs(lastMs - promisedMs)).toBeLessThanOrEqual(promisedMs * 0.1)
  })

  it.each([10, 100])(
    'keeps the promised time within 10 %% where the broker is 200 ms away, at %i a second',
    async (limit) => {
      const commands = limit * 10
      const { lastMs } = await play(limit, commands, { lagMs: 200, isAlwaysLate: true })
      const promisedMs = (sendingS({ messagesPerS: limit }, commands) ?? 0) * 1000
      expect(Math.abs(lastMs - promisedMs)).toBeLessThanOrEqual(promisedMs * 0.1)
    },
  )

  it.each([100, 400, 700])(
    'never has more than 100 in any second where the broker is %i ms late at times',
    async (lagMs) => {
      const { passed } = await play(100, 1_000, { lagMs, stallMs: 200 })
      expect(passed).toHaveLength(2_000)
      expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(100)
    },
  )

  it.each([300, 900, 3_000])(
    'never has more than 100 in any second where answers take %i ms',
    async (answersAfterMs) => {
      const { passed } = await play(100, 1_000, { answersAfterMs, stallMs: 300 })
      expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(100)
    },
  )

  it('keeps to 10 a second too', async () => {
    const { passed } = await play(10, 50)
    expect(passed).toHaveLength(100)
    expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(11)
  })

  it('lets one command pass at once, and gives way to what comes in', async () => {
    const timers = new PlayedTimers()
    const pace = new Pace(100, timers)
    expect(pace.turn()).toBeNull()
    for (let index = 0; index < 50; index += 1) pace.received()
    let isSent = false
    void pace.turn()?.then(() => {
      isSent = true
    })
    await timers.pass(300)
    expect(isSent).toBe(false)
    await timers.pass(400)
    expect(isSent).toBe(true)
  })

  it('stops while the broker acknowledges nothing, so that it does not get all of it at once', async () => {
    const timers = new PlayedTimers()
    const pace = new Pace(100, timers)
    let sent = 0
    for (let index = 0; index < 100; index += 1) void Promise.resolve(pace.turn()).then(() => (sent += 1))
    await timers.pass(5_000)
    expect(sent).toBe(10)
    for (let index = 0; index < 10; index += 1) pace.acknowledged()
    await timers.pass(20)
    expect(sent).toBeLessThanOrEqual(16)
  })

  it('lets no more be asked for than it passes on, and counts what comes of that once', async () => {
    const timers = new PlayedTimers()
    const pace = new Pace(100, timers)
    const passed: number[] = []
    const ask = async (): Promise<void> => {
      await pace.room(8)
      timers.after(5, () => {
        for (let index = 0; index < 7; index += 1) {
          passed.push(timers.nowMs)
          pace.received()
        }
        pace.missed(1)
      })
    }
    for (let index = 0; index < 50; index += 1) void ask()
    await timers.pass(5_200)
    expect(passed).toHaveLength(350)
    expect(mostWithin(passed, 1_000)).toBeLessThanOrEqual(100)
  })

  it('holds nobody back once the connection is over', async () => {
    const timers = new PlayedTimers()
    const pace = new Pace(10, timers)
    const turns = Array.from({ length: 20 }, () => pace.turn())
    pace.end()
    await Promise.all(turns)
    expect(timers.nowMs).toBe(0)
  })
})
