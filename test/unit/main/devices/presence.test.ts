import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freshUntil,
  judgePresence,
  type Listening,
  lifeSign,
  type PresenceFacts,
} from '../../../../main/devices/presence.ts'
import type { InFlight } from '../../../../preload/contract/models/devices/device.ts'

const T = 1_777_881_600_000
const S = 1_000
const LISTENING: Listening = { since: T - 3_600 * S, until: null }

function facts(change: Partial<PresenceFacts> = {}): PresenceFacts {
  return {
    lastLiveAt: T,
    lastLiveKind: 'heartbeat',
    isRestored: false,
    retainedOnline: null,
    wasAway: false,
    offline: null,
    intervalMs: 30 * S,
    quietUntil: 0,
    ...change,
  }
}

function judge(change: Partial<PresenceFacts>, at: number, listening = LISTENING, inFlight: InFlight | null = null) {
  const { presence, evidence } = judgePresence(facts(change), listening, inFlight, at)
  return { presence, evidence }
}

describe('silence', () => {
  // An interval of 30 s has a grace of 3 s.
  it.each([
    [0, 'online', { kind: 'heartbeat', at: T }],
    [32.9, 'online', { kind: 'heartbeat', at: T }],
    [33, 'stale', { kind: 'missed', count: 1, intervalS: 30, lastAt: T }],
    [63, 'stale', { kind: 'missed', count: 2, intervalS: 30, lastAt: T }],
    [93, 'stale', { kind: 'missed', count: 3, intervalS: 30, lastAt: T }],
    [93.01, 'lost', { kind: 'missed', count: 3, intervalS: 30, lastAt: T }],
    [100_000, 'lost', { kind: 'missed', count: 3, intervalS: 30, lastAt: T }],
  ])('after %d s is %s', (seconds, presence, evidence) => {
    expect(judge({}, T + seconds * S)).toEqual({ presence, evidence })
  })

  it('is noticed at once: a verdict holds exactly as long as it claims', () => {
    for (const change of [{}, { isRestored: true }, { retainedOnline: { receivedAt: T, statedAt: T - 5 * S } }]) {
      let at = T
      let verdict = judgePresence(facts(change), { since: T, until: null }, null, at)
      const seen = [verdict.presence]
      while (Number.isFinite(verdict.validUntil)) {
        expect(verdict.validUntil).toBeGreaterThan(at)
        const before = judgePresence(facts(change), { since: T, until: null }, null, verdict.validUntil - 1)
        expect(before).toEqual(verdict)
        at = verdict.validUntil
        verdict = judgePresence(facts(change), { since: T, until: null }, null, at)
        seen.push(verdict.presence)
      }
      expect(seen.at(-1)).toBe('lost')
      expect(seen.length).toBe(5)
    }
  })
})

describe('a status of the device or the broker', () => {
  it('means offline for a goodbye and lost for a Last Will', () => {
    const offline = { at: T, isLastWill: false, isRetained: false }
    expect(judge({ offline }, T + S)).toEqual({
      presence: 'offline',
      evidence: { kind: 'said-offline', at: T, isRetained: false },
    })
    expect(judge({ offline: { ...offline, isLastWill: true } }, T + S)).toEqual({
      presence: 'lost',
      evidence: { kind: 'last-will', at: T },
    })
  })

  it('that is retained does not keep a device online for ever', () => {
    const change = { lastLiveAt: null, retainedOnline: { receivedAt: T, statedAt: T - 86_400 * S } }
    const since = { since: T, until: null }
    expect(judge(change, T + S, since)).toEqual({
      presence: 'online',
      evidence: { kind: 'status-online', at: T - 86_400 * S, isRetained: true },
    })
    expect(judge(change, T + 40 * S, since).presence).toBe('stale')
    expect(judge(change, T + 100 * S, since).presence).toBe('lost')
  })
})

describe('a console that did not listen', () => {
  it('waits for the first heartbeat after a start before it calls a device lost', () => {
    const lastLiveAt = T - 86_400 * S
    const since = { since: T, until: null }
    const restored = { lastLiveAt, isRestored: true }
    expect(judge(restored, T + 32 * S, since)).toEqual({
      presence: 'never-seen',
      evidence: { kind: 'restored', lastAt: lastLiveAt },
    })
    expect(judge(restored, T + 34 * S, since)).toEqual({
      presence: 'stale',
      evidence: { kind: 'missed', count: 1, intervalS: 30, lastAt: lastLiveAt },
    })
    expect(judge(restored, T + 94 * S, since).presence).toBe('lost')
  })

  it('does not call a restored device online before its first message', () => {
    expect(judge({ lastLiveAt: T - S, isRestored: true }, T, { since: T, until: null }).presence).toBe('never-seen')
  })

  it('does not count its own absence as silence of the devices', () => {
    expect(judge({}, T + 86_400 * S, { since: 0, until: T + 10 * S }).presence).toBe('online')
    expect(judge({}, T + 86_400 * S, { since: T + 86_390 * S, until: null })).toEqual({
      presence: 'never-seen',
      evidence: { kind: 'restored', lastAt: T },
    })
  })

  it('keeps a device online over a reconnect of a few seconds', () => {
    expect(judge({}, T + 12 * S, { since: T + 11 * S, until: null }).presence).toBe('online')
  })
})

describe('a command in flight', () => {
  const inFlight = { commandId: 'c-1', since: T + 5 * S }

  it('keeps its device busy while it blocks the heartbeats', () => {
    expect(judge({}, T + 3_000 * S, LISTENING, inFlight)).toEqual({
      presence: 'busy',
      evidence: { kind: 'command-in-flight', commandId: 'c-1', since: T + 5 * S },
    })
  })

  it('keeps its device busy after a Last Will that came while it runs', () => {
    const will = { at: T + 100 * S, isLastWill: true, isRetained: false }
    expect(judge({ offline: will }, T + 101 * S, LISTENING, inFlight).presence).toBe('busy')
    expect(judge({ offline: { ...will, at: T } }, T + 101 * S, LISTENING, inFlight).presence).toBe('lost')
  })

  it('hides neither a goodbye nor that the device was gone before', () => {
    const goodbye = { at: T + 100 * S, isLastWill: false, isRetained: false }
    expect(judge({ offline: goodbye }, T + 101 * S, LISTENING, inFlight).presence).toBe('offline')
    expect(judge({ lastLiveAt: T - 500 * S }, T + 6 * S, LISTENING, inFlight).presence).toBe('lost')
    expect(judge({ lastLiveAt: null }, T + 6 * S, LISTENING, inFlight)).toEqual({
      presence: 'never-seen',
      evidence: { kind: 'never' },
    })
  })

  it('gives its device another interval once it is given up', () => {
    expect(judge({ quietUntil: T + 300 * S }, T + 301 * S).presence).toBe('online')
    expect(judge({ quietUntil: T + 300 * S }, T + 334 * S).presence).toBe('stale')
  })
})

describe('a device that was away when it was last looked at', () => {
  const about = fc.integer({ min: -2_000, max: 2_000 }).map((seconds) => T + seconds * S)

  it('is online after a live message alone, and lost as soon as any other would be', () => {
    const given = fc.record({
      lastLiveAt: fc.option(about),
      retainedOnline: fc.option(fc.record({ receivedAt: about, statedAt: about })),
      isRestored: fc.boolean(),
      intervalMs: fc.constantFrom(5 * S, 30 * S, 600 * S),
    })
    fc.assert(
      fc.property(given, about, about, (change, since, at) => {
        const hearing = { since, until: null }
        const away = judge({ ...change, wasAway: true }, at, hearing)
        const other = judge({ ...change, wasAway: false }, at, hearing)
        const isStated = other.presence === 'online' && other.evidence.kind === 'status-online'
        expect(away.presence).toBe(isStated ? 'never-seen' : other.presence)
      }),
    )
  })
})

describe('the short cut for a device with a fresh message', () => {
  it('agrees with the full rules', () => {
    const about = fc.integer({ min: -200, max: 0 }).map((seconds) => T + seconds * S)
    const anyFacts = fc.record({
      lastLiveAt: fc.option(about),
      lastLiveKind: fc.constantFrom('heartbeat' as const, 'status-online' as const),
      isRestored: fc.boolean(),
      retainedOnline: fc.constant(null),
      wasAway: fc.boolean(),
      offline: fc.option(fc.record({ at: about, isLastWill: fc.boolean(), isRetained: fc.boolean() })),
      intervalMs: fc.constantFrom(5 * S, 30 * S, 600 * S),
      quietUntil: fc.oneof(fc.constant(0), about),
    })
    const listening = fc.record({ since: about, until: fc.option(about) })
    fc.assert(
      fc.property(anyFacts, listening, fc.boolean(), (given, hearing, isNow) => {
        const heard = isNow ? { ...given, lastLiveAt: T } : given
        const until = freshUntil(heard, hearing, T)
        if (until === null) return
        expect(judgePresence(heard, hearing, null, T)).toEqual({
          presence: 'online',
          evidence: lifeSign(heard),
          validUntil: until,
        })
      }),
    )
  })
})
