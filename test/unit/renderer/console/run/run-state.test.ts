import { describe, expect, it } from 'vitest'
import type { TurnNote } from '../../../../../preload/contract/models/assistant/assist.ts'
import { COMMAND_STATES } from '../../../../../preload/contract/models/commands/command.ts'
import {
  answerLimitS,
  canFix,
  canSummarise,
  copyText,
  elapsedMs,
  isActive,
  isCut,
  isOutdated,
  isSummarised,
  notableMarks,
} from '../../../../../renderer/features/console/run/run-state.ts'
import { runsOf } from '../../../../../renderer/features/console/turn/turns-state.ts'
import { makeRecord, makeRun, makeTurn } from '../make-turn.ts'

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

describe('the offers of the assistant on results', () => {
  const failed = makeTurn({ run: makeRun({ commands: [makeRecord({ state: 'failed', outputBytes: 5 })] }) })

  it('repairs a failure once, with a model, and no repair of a repair', () => {
    expect(canFix(failed, true)).toBe(true)
    expect(canFix(failed, false)).toBe(false)
    expect(canFix({ ...failed, assist: { isFixAsked: true } }, true)).toBe(false)
    expect(canFix({ ...failed, assist: { fixOf: 'turn-0' } }, true)).toBe(false)
    expect(canFix(makeTurn({ run: makeRun({ commands: [makeRecord({ state: 'succeeded' })] }) }), true)).toBe(false)
  })

  it('sums up what is complete: several devices without a model, one only with one', () => {
    const several = makeTurn({
      run: makeRun({ commands: [makeRecord({ state: 'succeeded' }), makeRecord({ state: 'no-answer' })] }),
    })
    const running = makeTurn({ run: makeRun({ commands: [makeRecord({ state: 'succeeded' }), makeRecord()] }) })
    expect([canSummarise(several, false), canSummarise(failed, false), canSummarise(failed, true)]).toEqual([
      true,
      false,
      true,
    ])
    expect(canSummarise(running, true)).toBe(false)
  })
})

describe('a summary', () => {
  const note: TurnNote = {
    id: 'note-1',
    kind: 'summary',
    state: 'done',
    text: '',
    parts: [],
    outliers: [],
    nextStep: null,
    counts: { devices: 2, succeeded: 1, failed: 0, unanswered: 1, variants: 1 },
    source: { kind: 'phrasebook', name: '' },
    usage: null,
    failure: null,
  }
  const turnWith = (second: 'no-answer' | 'succeeded' | 'failed') => {
    const commands = [makeRecord({ state: 'succeeded' }), makeRecord({ commandId: 'command-2', state: second })]
    return makeTurn({ run: makeRun({ commands }), assist: { notes: [note] } })
  }

  it('holds until a late answer changes what it counted, and can then be made again', () => {
    expect(isOutdated(note, runsOf([turnWith('no-answer')]))).toBe(false)
    expect(isSummarised(turnWith('no-answer'))).toBe(true)
    for (const late of ['succeeded', 'failed'] as const) {
      expect(isOutdated(note, runsOf([turnWith(late)]))).toBe(true)
      expect(isSummarised(turnWith(late))).toBe(false)
    }
  })

  it('is not offered again while one is being made', () => {
    const turn = turnWith('succeeded')
    expect(isSummarised({ ...turn, assist: { notes: [{ ...note, state: 'working' }] } })).toBe(true)
  })
})
