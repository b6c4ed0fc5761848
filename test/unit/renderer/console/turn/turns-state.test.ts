import { describe, expect, it } from 'vitest'
import {
  NO_TURNS,
  nextOpenOf,
  questionsOf,
  type TurnsState,
  turnsReducer,
} from '../../../../../renderer/features/console/turn/turns-state.ts'
import { makeProposal, makeRun, makeTurn } from '../make-turn.ts'

function loaded(...turns: readonly ReturnType<typeof makeTurn>[]): TurnsState {
  return turnsReducer(NO_TURNS, { type: 'page', turns, limit: 40 })
}
const ids = (state: TurnsState) => state.turns.map((turn) => turn.id)

describe('turnsReducer', () => {
  it('puts an older page before what is shown, not after it', () => {
    const shown = loaded(makeTurn({ id: 'b', createdAt: 20 }))
    const state = turnsReducer(shown, { type: 'page', turns: [makeTurn({ id: 'a', createdAt: 10 })], limit: 40 })
    expect(ids(state)).toEqual(['a', 'b'])
  })

  it('takes the states of a long run into its turn, and leaves out those of a turn that is not held', () => {
    const run = makeRun({ turnId: 'a', commands: [], states: { sent: 200 } })
    const shown = loaded(makeTurn({ id: 'a', run }), makeTurn({ id: 'b' }))
    const states = { sent: 150, succeeded: 50 }
    const state = turnsReducer(shown, { type: 'ran', runs: [{ ...run, states }, makeRun({ turnId: 'gone' })] })
    expect(state.turns.map((turn) => turn.run?.states ?? null)).toEqual([states, null])
    expect(state.turns[1]).toBe(shown.turns[1])
  })

  it('keeps what was read again and says the same, so that it is not drawn again', () => {
    const shown = loaded(makeTurn({ id: 'a', run: makeRun({ turnId: 'a' }) }), makeTurn({ id: 'b' }))
    const turns = structuredClone([...shown.turns].map((turn) => (turn.id === 'b' ? { ...turn, text: 'new' } : turn)))
    const state = turnsReducer(shown, { type: 'read-again', turns })
    expect(state.turns[0]).toBe(shown.turns[0])
    expect(state.turns[1]?.text).toBe('new')
  })

  it('knows that there is more only while pages come full', () => {
    const first = turnsReducer(NO_TURNS, { type: 'page', turns: [makeTurn({ createdAt: 9 })], limit: 1 })
    expect(first.hasOlder).toBe(true)
    const second = turnsReducer(first, { type: 'page', turns: [], limit: 1 })
    expect(second.hasOlder).toBe(false)
  })

  it('does not offer older turns again because the view was shown again', () => {
    const all = turnsReducer(
      turnsReducer(NO_TURNS, { type: 'page', turns: [makeTurn({ id: 'b', createdAt: 20 })], limit: 1 }),
      { type: 'page', turns: [], limit: 1 },
    )
    const again = turnsReducer(all, { type: 'page', turns: [makeTurn({ id: 'c', createdAt: 30 })], limit: 1 })
    expect(again.hasOlder).toBe(false)
  })

  it('never lets a page of history undo what an event brought', () => {
    const newer = makeTurn({ decision: 'rejected', proposal: makeProposal() })
    const state = turnsReducer(turnsReducer(NO_TURNS, { type: 'changed', turns: [newer] }), {
      type: 'page',
      turns: [makeTurn()],
      limit: 40,
    })
    expect(state.turns[0]?.decision).toBe('rejected')
  })

  it('keeps the objects of turns that did not change, so that they do not render again', () => {
    const kept = makeTurn({ id: 'a', createdAt: 1 })
    const state = turnsReducer(loaded(kept, makeTurn({ id: 'b', createdAt: 2 })), {
      type: 'changed',
      turns: [makeTurn({ id: 'b', createdAt: 2, decision: 'expired' })],
    })
    expect(state.turns[0]).toBe(kept)
    expect(state.turns[1]?.decision).toBe('expired')
  })

  it('shows an answer as it arrives and forgets it when the turn is done', () => {
    const thinking = loaded(makeTurn({ isThinking: true }))
    const streaming = turnsReducer(thinking, { type: 'streamed', turnId: 'turn-1', text: '{"kind"', draft: null })
    expect(streaming.streamed.get('turn-1')).toEqual({ text: '{"kind"', draft: null })
    const done = turnsReducer(streaming, { type: 'changed', turns: [makeTurn({ proposal: makeProposal() })] })
    expect(done.streamed.size).toBe(0)
    expect(turnsReducer(done, { type: 'streamed', turnId: 'turn-1', text: 'late', draft: null })).toBe(done)
  })
})

describe('the next card of a question', () => {
  const proposal = makeProposal()
  const decided = makeTurn({ id: 'a', text: 'disk', proposal, decision: 'approved' })
  const sibling = makeTurn({ id: 'b', partOf: 'a', text: 'disk', proposal })

  it('is one that still waits for a decision', () => {
    expect(nextOpenOf([decided, sibling], decided)?.id).toBe('b')
    expect(nextOpenOf([decided, { ...sibling, decision: 'rejected' }], decided)).toBeNull()
    expect(nextOpenOf([decided, { ...sibling, proposal: null }], decided)).toBeNull()
  })

  it('is never one of another question, or the decided one itself', () => {
    expect(nextOpenOf([decided, { ...sibling, partOf: 'c' }], decided)).toBeNull()
    expect(nextOpenOf([{ ...decided, decision: 'open' }], decided)).toBeNull()
    expect(nextOpenOf([decided, makeTurn({ id: 'd', text: 'disk', proposal })], decided)).toBeNull()
  })

  it('stands with it, where another question came between', () => {
    const other = makeTurn({ id: 'x', text: 'memory', proposal })
    const ids = questionsOf([decided, other, sibling]).map((parts) => parts.map(({ id }) => id))
    expect(ids).toEqual([['a', 'b'], ['x']])
  })
})
