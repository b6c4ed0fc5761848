import { describe, expect, it } from 'vitest'
import { backState } from '../../../../../renderer/features/console/run/back-state.ts'

const SENT = 1_000_000
const METRICS = {
  cpuTemperatureC: null,
  cpuPercent: null,
  memoryPercent: null,
  memoryUsedB: null,
  memoryTotalB: null,
  diskPercent: null,
}
const watch = { kind: 'reboot', since: SENT, startedAt: SENT, wasGone: false } as const
const device = (presence: 'online' | 'lost', lastSeenAt: number, uptimeS: number | null = null) => ({
  presence,
  lastSeenAt,
  metrics: { ...METRICS, uptimeS },
})

describe('the wait for a device that starts anew', () => {
  it('ends with an uptime that began after the command', () => {
    const now = SENT + 60_000
    expect(backState(device('online', now, 30), watch, now)).toEqual({ kind: 'back', at: now, uptimeS: 30 })
    expect(backState(device('online', now, 90_000), watch, now)).toEqual({ kind: 'heard' })
  })

  it('ends with a sign of life after a time away, where no uptime is told', () => {
    const now = SENT + 60_000
    expect(backState(device('lost', SENT - 1_000), watch, now)).toEqual({ kind: 'gone' })
    expect(backState(device('online', now), watch, now)).toEqual({ kind: 'heard' })
    expect(backState(device('online', now), { ...watch, wasGone: true }, now)).toMatchObject({ kind: 'back' })
  })

  it('takes no sign of life from before the command, and has an end', () => {
    expect(backState(device('online', SENT - 1, 5), watch, SENT + 1_000)).toEqual({ kind: 'waiting' })
    expect(backState(device('lost', SENT - 1), watch, SENT + 601_000)).toEqual({ kind: 'over' })
    expect(backState(null, watch, SENT + 601_000)).toEqual({ kind: 'over' })
  })

  it('of a service ends with the next sign of life', () => {
    expect(backState(device('online', SENT + 2_000, 90_000), { ...watch, kind: 'service' }, SENT + 3_000)).toEqual({
      kind: 'back',
      at: SENT + 2_000,
      uptimeS: null,
    })
  })
})
