import { describe, expect, it } from 'vitest'
import { makeScene } from '../scene.ts'

/** Heartbeats of agents in these sessions, in this order; returns the warnings of their device. */
function warningsAfter(sessions: readonly string[]) {
  const { send, detail } = makeScene()
  send('status', 'pi-1', { status: 'online', hostname: 'garage' })
  for (const session of sessions) send('heartbeat', 'pi-1', { session, challenge: `c-${session}` })
  return detail('pi-1').warnings
}

describe('the sessions of an agent', () => {
  it('tell of two agents with one id, because a session that ended never comes back', () => {
    expect(warningsAfter(['a', 'b', 'a', 'b', 'a'])).toMatchObject([{ kind: 'two-agents', count: 1, detail: 'garage' }])
    expect(warningsAfter(['a', 'a', 'b', 'b', 'c', 'a', 'a', 'b', 'c'])).toMatchObject([{ kind: 'two-agents' }])
  })

  it.each([
    { what: 'an agent that is started anew again and again', sessions: Array.from({ length: 50 }, (_, n) => `s${n}`) },
    { what: 'one heartbeat that was overtaken at a start', sessions: ['a', 'a', 'b', 'a', 'b', 'b', 'b'] },
    { what: 'one session', sessions: Array.from({ length: 50 }, () => 'a') },
  ])('tell of nothing with $what', ({ sessions }) => {
    expect(warningsAfter(sessions)).toEqual([])
  })
})
