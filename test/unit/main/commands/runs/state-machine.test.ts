import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CommandEvent,
  isTerminal,
  isWaiting,
  transition,
} from '../../../../../main/commands/runs/state-machine.ts'
import { COMMAND_STATES, type CommandState } from '../../../../../preload/contract/models/commands/command.ts'

const result = (
  outcome: 'succeeded' | 'failed' | 'timed-out',
  isSame = false,
  isCancelAsked = false,
): CommandEvent => ({
  kind: 'result',
  outcome,
  isSame,
  isCancelAsked,
})

const EVENT: fc.Arbitrary<CommandEvent> = fc.oneof(
  fc.record({ kind: fc.constant('queue' as const) }),
  fc.record({
    kind: fc.constant('published' as const),
    outcome: fc.constantFrom('acknowledged', 'no-subscriber', 'refused', 'unsent', 'unknown'),
  }),
  fc.record({ kind: fc.constant('ack' as const), state: fc.constantFrom('received', 'running') }),
  fc.record({ kind: fc.constant('rejected' as const), isExpired: fc.boolean() }),
  fc.record({
    kind: fc.constant('result' as const),
    outcome: fc.constantFrom('succeeded', 'failed', 'timed-out'),
    isSame: fc.boolean(),
    isCancelAsked: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('deadline' as const), canLoseResult: fc.boolean() }),
  fc.record({ kind: fc.constant('unheard' as const) }),
  fc.record({ kind: fc.constant('oversized' as const) }),
  fc.record({ kind: fc.constant('stop-waiting' as const) }),
  fc.record({ kind: fc.constant('withheld' as const), isExpired: fc.boolean() }),
  fc.record({ kind: fc.constant('hold-back' as const) }),
)

describe('transition', () => {
  it.each<[CommandState, CommandEvent, CommandState]>([
    ['approved', { kind: 'queue' }, 'queued'],
    ['queued', { kind: 'published', outcome: 'acknowledged' }, 'sent'],
    ['queued', { kind: 'published', outcome: 'no-subscriber' }, 'not-delivered'],
    ['queued', { kind: 'published', outcome: 'unsent' }, 'not-delivered'],
    ['queued', { kind: 'published', outcome: 'refused' }, 'refused'],
    ['queued', { kind: 'published', outcome: 'unknown' }, 'unknown'],
    ['queued', { kind: 'oversized' }, 'too-large'],
    ['sent', { kind: 'oversized' }, 'too-large'],
    ['sent', { kind: 'ack', state: 'received' }, 'received'],
    ['sent', { kind: 'ack', state: 'running' }, 'running'],
    ['received', { kind: 'rejected', isExpired: false }, 'rejected'],
    ['sent', { kind: 'rejected', isExpired: true }, 'expired'],
    ['running', result('succeeded'), 'succeeded'],
    ['sent', result('failed'), 'failed'],
    ['sent', result('timed-out'), 'timed-out'],
    ['queued', result('succeeded'), 'succeeded'],
    ['sent', { kind: 'deadline', canLoseResult: false }, 'no-answer'],
    ['sent', { kind: 'deadline', canLoseResult: true }, 'unknown'],
    ['queued', { kind: 'deadline', canLoseResult: false }, 'unknown'],
    ['sent', { kind: 'unheard' }, 'unknown'],
    ['approved', { kind: 'unheard' }, 'not-delivered'],
    ['sent', { kind: 'stop-waiting' }, 'cancelled'],
    ['running', result('failed', false, true), 'cancelled'],
    ['running', result('succeeded', false, true), 'succeeded'],
    ['approved', { kind: 'withheld', isExpired: true }, 'expired'],
    ['queued', { kind: 'withheld', isExpired: false }, 'not-delivered'],
    ['approved', { kind: 'hold-back' }, 'withheld'],
  ])('%s + %o → %s', (state, event, next) => {
    expect(transition(state, event)).toEqual({ state: next, mark: null })
  })

  it('lets a PUBACK that comes after the answer change nothing', () => {
    for (const state of ['received', 'running', 'succeeded', 'cancelled'] as const) {
      expect(transition(state, { kind: 'published', outcome: 'no-subscriber' })).toBeNull()
    }
  })

  it('holds back nothing that was handed over, and takes no answer to what was held back', () => {
    for (const state of ['queued', 'sent', 'received', 'running'] as const) {
      expect(transition(state, { kind: 'hold-back' })).toBeNull()
    }
    expect(transition('withheld', result('succeeded'))).toBeNull()
    expect(transition('withheld', { kind: 'queue' })).toBeNull()
  })

  it('keeps the first of two answers and marks the second', () => {
    expect(transition('succeeded', result('succeeded', true))).toEqual({ state: 'succeeded', mark: 'duplicate' })
    expect(transition('succeeded', result('failed'))).toEqual({ state: 'succeeded', mark: 'conflict' })
  })

  it('takes an answer that is too large once, and never over one that was read', () => {
    expect(transition('too-large', { kind: 'oversized' })).toBeNull()
    expect(transition('succeeded', { kind: 'oversized' })).toBeNull()
    expect(transition('approved', { kind: 'oversized' })).toBeNull()
    expect(transition('no-answer', { kind: 'oversized' })).toEqual({ state: 'too-large', mark: 'late' })
    expect(transition('too-large', result('succeeded'))).toEqual({ state: 'succeeded', mark: 'late' })
  })

  it.each([
    'timed-out',
    'no-answer',
    'unknown',
    'cancelled',
    'not-delivered',
    'refused',
    'rejected',
    'expired',
  ] as const)('takes a late result after %s as the real outcome', (state) => {
    expect(transition(state, result('failed'))).toEqual({ state: 'failed', mark: 'late' })
  })

  it('leaves an ended state for nothing but a late result, and what has an answer never', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMAND_STATES.filter(isTerminal)), EVENT, (state, event) => {
        const next = transition(state, event)
        if (next === null || next.state === state) return
        expect(['result', 'oversized']).toContain(event.kind)
        expect(next.mark).toBe('late')
        expect(['succeeded', 'failed']).not.toContain(state)
      }),
    )
  })

  it('never comes back to a state from which it could be sent again', () => {
    fc.assert(
      fc.property(fc.array(EVENT), (events) => {
        let state: CommandState = 'approved'
        let handedOver = 0
        for (const event of events) {
          const next: CommandState = transition(state, event)?.state ?? state
          if (state !== next && next === 'queued') handedOver += 1
          if (state !== 'approved') expect(next).not.toBe('approved')
          if (isTerminal(state)) expect(isWaiting(next)).toBe(false)
          state = next
        }
        expect(handedOver).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never calls it delivered or failed without a message from the device', () => {
    fc.assert(
      fc.property(fc.array(EVENT.filter((event) => event.kind !== 'result')), (events) => {
        let state: CommandState = 'approved'
        for (const event of events) state = transition(state, event)?.state ?? state
        expect(['succeeded', 'failed', 'timed-out']).not.toContain(state)
      }),
    )
  })
})
