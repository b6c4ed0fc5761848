import { describe, expect, it } from 'vitest'
import {
  type Draft,
  EMPTY_DRAFT,
  historyOf,
  historyStep,
  sendBlock,
  TYPED,
  withoutBang,
  withText,
} from '../../../../../renderer/features/console/composer/composer-state.ts'
import { makeTurn } from '../make-turn.ts'

const command: Draft = { ...EMPTY_DRAFT, mode: 'command' }
const NOTE = { kind: 'note', turnId: 'turn-1' } as const

describe('withText', () => {
  it.each(['!df -h', ' ! df -h', '！df -h'])('makes a command of %j', (text) => {
    expect(withText(EMPTY_DRAFT, text)).toEqual({
      mode: 'command',
      text: 'df -h',
      isByBang: true,
      origin: TYPED,
    })
  })

  it('leaves a ! inside a question, and at the start of a command, where it is', () => {
    expect(withText(EMPTY_DRAFT, 'restart it now!').mode).toBe('ask')
    expect(withText(command, '! grep x').text).toBe('! grep x')
  })
})

describe('the origin of a draft', () => {
  it('outlives every edit and a change to a command, or an edited next step would pass for the operator', () => {
    const draft: Draft = { ...EMPTY_DRAFT, text: 'look at the log', origin: NOTE }
    expect(withText(draft, 'look at the whole log').origin).toEqual(NOTE)
    expect(withText(draft, '!look at the log')).toMatchObject({ mode: 'command', origin: NOTE })
  })

  it('ends with an empty field: what follows is typed', () => {
    expect(withText({ ...EMPTY_DRAFT, text: 'x', origin: NOTE }, '').origin).toEqual(TYPED)
  })
})

describe('withoutBang', () => {
  it('takes back only a command mode that a ! brought', () => {
    expect(withoutBang({ ...command, isByBang: true })).toEqual(EMPTY_DRAFT)
    expect(withoutBang(command)).toBeNull()
    expect(withoutBang({ ...command, text: 'x', isByBang: true })).toBeNull()
  })
})

describe('history', () => {
  it('gives what was sent in this mode, newest first, each once', () => {
    const turns = ['df', 'uptime', 'df'].map((text, index) => makeTurn({ id: `${index}`, mode: 'command', text }))
    const sent = historyOf([...turns, makeTurn({ id: 'x', mode: 'ask', text: 'why' })], 'command')
    expect(sent.map(({ id, text }) => [id, text])).toEqual([
      ['2', 'df'],
      ['1', 'uptime'],
    ])
  })

  it('stops at both ends', () => {
    expect(historyStep(2, 1, 1)).toBe(1)
    expect(historyStep(2, -1, -1)).toBe(-1)
    expect(historyStep(0, -1, 1)).toBe(-1)
  })
})

describe('sendBlock', () => {
  const draft: Draft = { ...EMPTY_DRAFT, text: 'how hot is it' }

  it('names the most basic reason first', () => {
    expect(sendBlock(EMPTY_DRAFT, 'disconnected', 0, true)).toBe('disconnected')
    expect(sendBlock(EMPTY_DRAFT, 'waiting', 0, true)).toBe('connecting')
    expect(sendBlock(EMPTY_DRAFT, 'connected', 0, true)).toBe('no-device')
    expect(sendBlock(draft, 'connected', 1, true)).toBe('thinking')
    expect(sendBlock({ ...draft, text: ' \n' }, 'connected', 1, false)).toBe('empty')
    expect(sendBlock(draft, 'connected', 1, false)).toBeNull()
  })

  it('holds a question and a command to the limits of the contract', () => {
    const long = 'x'.repeat(2001)
    expect(sendBlock({ ...draft, text: long }, 'connected', 1, false)).toBe('too-long')
    expect(sendBlock({ ...command, text: long }, 'connected', 1, false)).toBeNull()
    expect(sendBlock({ ...command, text: 'x'.repeat(4096) }, 'connected', 1, false)).toBeNull()
    expect(sendBlock({ ...command, text: `${'x'.repeat(4094)}网` }, 'connected', 1, false)).toBe('too-long')
  })
})
