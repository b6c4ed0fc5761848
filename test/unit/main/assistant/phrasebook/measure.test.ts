import { describe, expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { OUTSIDE_FOUR, REQUESTS_FOUR } from './phrases-four.ts'
import { OUTSIDE_ONE, REQUESTS_ONE } from './phrases-one.ts'
import { OUTSIDE_THREE, REQUESTS_THREE } from './phrases-three.ts'
import { OUTSIDE_TWO, REQUESTS_TWO } from './phrases-two.ts'

const BOARD = new Set(['throttling', 'camera', 'gpio'])

describe('the phrasebook on requests that are not its own examples', () => {
  const phrasebook = new Phrasebook()
  const requests = [REQUESTS_ONE, REQUESTS_TWO, REQUESTS_THREE, REQUESTS_FOUR].flatMap((set) =>
    Object.entries(set).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text }))),
  )
  const outside = [...OUTSIDE_ONE, ...OUTSIDE_TWO, ...OUTSIDE_THREE, ...OUTSIDE_FOUR]
  const outcomes = requests.map(({ intent, text }) => {
    const answer = phrasebook.answer(text, BOARD.has(intent) ? 'raspberrypi' : 'linux')
    if (answer.decision === 'propose')
      return { text, isRight: answer.command.intent === intent, isWrong: answer.command.intent !== intent }
    const isRight = answer.decision === 'choose' && answer.options.some((option) => option.intent === intent)
    return { text, isRight, isWrong: false }
  })

  it('would show that a change of the lexicon made it deaf', () => {
    expect(requests.length).toBeGreaterThanOrEqual(300)
    const missed = outcomes.filter(({ isRight }) => !isRight).map(({ text }) => text)
    expect(1 - missed.length / outcomes.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('would show that it proposes another thing than was asked', () => {
    const wrong = outcomes.filter(({ isWrong }) => isWrong).map(({ text }) => text)
    expect(wrong.length / outcomes.length, wrong.join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('would show that it answers what is no task for a device', () => {
    const accepted = outside.filter((text) => phrasebook.answer(text, 'linux').decision !== 'decline')
    expect(accepted.length / outside.length, accepted.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('would show that a request that changes nothing turned into a change', () => {
    const changes = [...outside, ...requests.filter(({ intent }) => !CHANGING.has(intent)).map(({ text }) => text)]
      .map((text) => phrasebook.answer(text, 'linux'))
      .filter((answer) => answer.decision === 'propose' && answer.command.expectedClass !== 'read')
    expect(changes).toEqual([])
  })
})

const CHANGING = new Set([
  'service-restart',
  'service-start',
  'service-stop',
  'reboot',
  'shutdown',
  'update-packages',
  'set-timezone',
  'create-folder',
  'write-date',
  'kill-process',
])
