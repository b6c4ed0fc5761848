import { describe, expect, it } from 'vitest'
import { ClockSkew } from '../../../../main/devices/registry/clock-skew.ts'
import { LearntInterval } from '../../../../main/devices/registry/interval.ts'

const T = 1_777_881_600_000
const S = 1_000

describe('the learnt interval', () => {
  function learn(
    times: readonly number[],
    listeningSince = 0,
    kind: 'heartbeat' | 'data' = 'heartbeat',
  ): LearntInterval {
    const interval = new LearntInterval(null)
    for (const time of times) interval.arrived(kind, T + time * S, listeningSince)
    return interval
  }

  it('needs three gaps before it counts as learnt', () => {
    expect(learn([0, 30, 60]).isLearnt).toBe(false)
    expect(learn([0, 30, 60]).ms).toBe(60 * S)
    expect(learn([0, 30.1, 59.9, 90]).ms).toBe(30 * S)
  })

  it('ignores the burst after a blocked network thread', () => {
    expect(learn([0, 30, 60, 90, 240, 240.01, 240.02, 240.03, 240.04, 270, 300]).ms).toBe(30 * S)
  })

  it('ignores a missed heartbeat and our own absence', () => {
    expect(learn([0, 30, 60, 120, 150, 180]).ms).toBe(30 * S)
    expect(learn([0, 500, 530, 560, 590], T + 400 * S).ms).toBe(30 * S)
  })

  it('follows heartbeats, and sensor data only without them', () => {
    const interval = learn([0, 60, 120, 180])
    for (let at = 181; at < 240; at += 5) interval.arrived('data', T + at * S, 0)
    expect(interval.ms).toBe(60 * S)
    expect(learn([0, 30, 60, 90], 0, 'data').ms).toBe(30 * S)
  })

  // A shorter interval makes a flooding device stale as soon as it pauses.
  it('is at least five seconds', () => {
    expect(learn([0, 1.1, 2.2, 3.3, 4.4]).ms).toBe(5 * S)
  })

  it('survives a restart', () => {
    expect(new LearntInterval(30 * S).ms).toBe(30 * S)
    expect(new LearntInterval(30 * S).isLearnt).toBe(true)
  })
})

describe('clock skew', () => {
  const zoned = (at: number) => ({ at, isZoned: true })

  it('is not read from messages that waited behind a command', () => {
    const skew = new ClockSkew()
    skew.observe(zoned(T), T)
    skew.observe(zoned(T + 30 * S), T + 30 * S)
    for (let n = 0; n < 8; n += 1) skew.observe(zoned(T + (60 + n * 30) * S), T + 300 * S + n)
    expect(skew.skewMs).toBe(0)
    expect(skew.isWrong).toBe(false)
  })

  it('is found, and gone once the clock is set', () => {
    const skew = new ClockSkew()
    for (let n = 0; n < 4; n += 1) skew.observe(zoned(T + 3_600 * S + n * 30 * S), T + n * 30 * S)
    expect(skew.skewMs).toBe(3_600 * S)
    expect(skew.isWrong).toBe(true)
    for (let n = 4; n < 8; n += 1) skew.observe(zoned(T + n * 30 * S), T + n * 30 * S)
    expect(skew.skewMs).toBe(0)
    expect(skew.isWrong).toBe(false)
  })

  it('is no warning where it is the offset of a time zone and the device gives no zone', () => {
    const inZone = (offsetS: number): ClockSkew => {
      const skew = new ClockSkew()
      for (let n = 0; n < 3; n += 1) skew.observe({ at: T + (offsetS + n * 30) * S, isZoned: false }, T + n * 30 * S)
      return skew
    }
    expect(inZone(-8 * 3_600).isWrong).toBe(false)
    expect(inZone(-8 * 3_600).skewMs).toBe(-8 * 3_600 * S)
    expect(inZone(5.75 * 3_600).isWrong).toBe(false)
    expect(inZone(-8 * 3_600 - 300).isWrong).toBe(true)
    expect(inZone(-30 * 86_400).isWrong).toBe(true)
  })
})
