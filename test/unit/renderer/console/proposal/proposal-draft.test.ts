import { describe, expect, it } from 'vitest'
import {
  draftOf,
  isConfirmed,
  isExplanationOf,
  isReviewable,
  isSameVerdict,
  judgementOf,
  runBlock,
  warningsOf,
} from '../../../../../renderer/features/console/proposal/proposal-draft.ts'
import { makeProposal } from '../make-turn.ts'

const plain = makeProposal()
const risky = makeProposal({ confirmation: 'pump-1' })
const destructive = makeProposal({
  command: 'rm -rf /var/log',
  confirmation: 'pump-1',
  classification: { ...plain.classification, class: 'destructive' },
})
const DRAFT = draftOf(plain)

describe('judgementOf', () => {
  it('says of an edited text nothing that was said of the one before, from the first character on', () => {
    expect(judgementOf(plain, 'df -h', null)).toBe(plain)
    expect(judgementOf(plain, 'df -h ', null)).toBe('judging')
    expect(judgementOf(plain, 'df -h; rm -rf /', { command: 'df -h; rm -rf', judgement: plain })).toBe('judging')
  })

  it('takes the answer for exactly the text shown, and the proposal when its text is back', () => {
    const latest = { command: 'rm -rf /var/log', judgement: destructive }
    expect(judgementOf(plain, 'rm -rf /var/log', latest)).toBe(destructive)
    expect(judgementOf(plain, 'df -h', latest)).toBe(plain)
  })

  it('calls a text that main could not judge, or that is empty, not judged', () => {
    expect(judgementOf(plain, 'df -', { command: 'df -', judgement: null })).toBe('unjudged')
    expect(judgementOf(plain, '', null)).toBe('unjudged')
  })
})

describe('runBlock', () => {
  it('never runs a text that is not judged', () => {
    expect(runBlock('judging', { command: 'df -h /', timeoutS: 30 }, '', true)).toBe('judging')
    expect(runBlock('unjudged', { command: 'df -h /', timeoutS: 30 }, '', true)).toBe('unjudged')
    expect(runBlock('unjudged', { command: '', timeoutS: 30 }, '', true)).toBe('invalid')
    expect(runBlock(plain, { command: 'df -h', timeoutS: 0 }, '', true)).toBe('invalid')
  })

  it('never runs a forbidden command, whatever is typed', () => {
    const forbidden = makeProposal({ isSendable: false, confirmation: 'pump-1' })
    expect(runBlock(forbidden, DRAFT, 'pump-1', true)).toBe('not-sendable')
  })

  it('waits for the exact confirmation, of an edit too', () => {
    expect(runBlock(risky, DRAFT, '', true)).toBe('unconfirmed')
    expect(runBlock(risky, DRAFT, 'Pump-1', true)).toBe('unconfirmed')
    expect(runBlock(risky, DRAFT, ' pump-1 ', true)).toBeNull()
    expect(runBlock(destructive, { command: 'rm -rf /var/log', timeoutS: 30 }, '', true)).toBe('unconfirmed')
  })

  it('does not run without a connection', () => {
    expect(runBlock(plain, DRAFT, '', false)).toBe('disconnected')
    expect(runBlock(plain, DRAFT, '', true)).toBeNull()
  })
})

describe('isSameVerdict', () => {
  it('does not run an edit that main made a proposal of another class, other words to type or other rules', () => {
    expect(isSameVerdict(makeProposal(), plain)).toBe(true)
    expect(isSameVerdict(destructive, { ...destructive, classification: plain.classification })).toBe(false)
    expect(isSameVerdict(destructive, { ...destructive, confirmation: null })).toBe(false)
    expect(isSameVerdict(makeProposal({ isSendable: false }), plain)).toBe(false)
    const classification = { ...plain.classification, tableVersion: '2' }
    expect(isSameVerdict(makeProposal({ classification }), plain)).toBe(false)
  })
})

describe('warningsOf', () => {
  it('keeps what is known of the devices beside a text that is not judged, and nothing said of the text before', () => {
    const away = { kind: 'device-away', deviceId: 'pump-1' } as const
    const assumed = { kind: 'system-assumed', deviceIds: ['pump-1'] } as const
    const warned = makeProposal({ warnings: [{ kind: 'cuts-off' }, assumed, away] })
    expect(warningsOf(warned, 'judging')).toEqual([assumed, away])
    expect(warningsOf(warned, plain)).toEqual([])
  })
})

describe('isExplanationOf', () => {
  it('shows an explanation beside its own text only', () => {
    expect(isExplanationOf({ kind: 'explanation', command: 'df -h' }, 'df -h')).toBe(true)
    expect(isExplanationOf({ kind: 'explanation', command: 'df -h' }, 'df -h; reboot')).toBe(false)
    expect(isExplanationOf({ kind: 'summary' }, 'df -h')).toBe(false)
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
