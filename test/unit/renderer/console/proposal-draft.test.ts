import { describe, expect, it } from 'vitest'
import { draftOf, isConfirmed, isReviewable, runBlock } from '../../../../renderer/features/console/proposal-draft.ts'
import { makeProposal } from './make-turn.ts'

const plain = makeProposal()
const risky = makeProposal({ confirmation: 'pump-1' })

describe('runBlock', () => {
  it('never runs what was edited but not judged anew', () => {
    expect(runBlock(plain, { command: 'df -h /', timeoutS: 30 }, '', true)).toBe('changed')
    expect(runBlock(plain, { command: 'df -h', timeoutS: 31 }, '', true)).toBe('changed')
  })

  it('never runs a forbidden command, whatever is typed', () => {
    const forbidden = makeProposal({ isSendable: false, confirmation: 'pump-1' })
    expect(runBlock(forbidden, draftOf(forbidden), 'pump-1', true)).toBe('not-sendable')
  })

  it('waits for the exact confirmation', () => {
    expect(runBlock(risky, draftOf(risky), '', true)).toBe('unconfirmed')
    expect(runBlock(risky, draftOf(risky), 'Pump-1', true)).toBe('unconfirmed')
    expect(runBlock(risky, draftOf(risky), ' pump-1 ', true)).toBeNull()
  })

  it('does not run without a connection', () => {
    expect(runBlock(plain, draftOf(plain), '', false)).toBe('disconnected')
    expect(runBlock(plain, draftOf(plain), '', true)).toBeNull()
  })
})

describe('draft', () => {
  it('needs no confirmation where none was asked for', () => {
    expect(isConfirmed(plain, '')).toBe(true)
  })

  it.each([0, 3601, 1.5, Number.NaN])('refuses a timeout of %s s', (timeoutS) => {
    expect(isReviewable({ command: 'df', timeoutS })).toBe(false)
  })

  it('refuses an empty command and takes the limits themselves', () => {
    expect(isReviewable({ command: '', timeoutS: 30 })).toBe(false)
    expect(isReviewable({ command: 'df', timeoutS: 1 })).toBe(true)
    expect(isReviewable({ command: 'df', timeoutS: 3600 })).toBe(true)
  })
})
