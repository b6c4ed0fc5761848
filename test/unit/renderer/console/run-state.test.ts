import { describe, expect, it } from 'vitest'
import { COMMAND_STATES } from '../../../../preload/contract/models/command.ts'
import {
  answerLimitS,
  copyText,
  elapsedMs,
  isActive,
  isCut,
  notableMarks,
} from '../../../../renderer/features/console/run-state.ts'
import { makeRecord, makeRun } from './make-turn.ts'

describe('run state', () => {
  it('offers Cancel for nothing that has ended', () => {
    expect(COMMAND_STATES.filter(isActive)).toEqual(['approved', 'queued', 'sent', 'received', 'running'])
  })

  it('counts from the sending, from the approval before it, and stops at the end', () => {
    const run = makeRun({ approvedAt: 1000 })
    expect(elapsedMs(makeRecord({ sentAt: 5000 }), run, 9000)).toBe(4000)
    expect(elapsedMs(makeRecord({ sentAt: null }), run, 9000)).toBe(8000)
    expect(elapsedMs(makeRecord({ sentAt: 5000, finishedAt: 6000 }), run, 9000)).toBe(1000)
    expect(elapsedMs(makeRecord({ sentAt: 5000 }), run, 4000)).toBe(0)
  })

  it('says "no answer" after the same time as main', () => {
    expect(answerLimitS(30)).toBe(40)
  })

  it('shows a cut by the figures even where the mark is missing', () => {
    expect(isCut(makeRecord({ outputBytes: 300, shownBytes: 200 }))).toBe(true)
    expect(isCut(makeRecord({ outputBytes: 300, shownBytes: 300 }))).toBe(false)
  })

  it('puts two different answers before lesser marks and leaves late and cut to their own places', () => {
    const marks = ['invisible-characters', 'late', 'cut-by-console', 'conflict'] as const
    expect(notableMarks(marks)).toEqual(['conflict', 'invisible-characters'])
  })

  it('does not run the last line of the output into the error output', () => {
    expect(copyText(makeRecord({ stdout: 'a', stderr: 'b' }))).toBe('a\nb')
    expect(copyText(makeRecord({ stdout: 'a\n', stderr: 'b' }))).toBe('a\nb')
    expect(copyText(makeRecord({ stdout: '', stderr: 'b' }))).toBe('b')
  })
})
